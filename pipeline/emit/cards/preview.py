"""The picture that stands beside a link to the program in a chat or a feed (https://ogp.me): the conference's title, days and place.

One for all pages: to draw one takes 25 ms, and what a session is called stands beside the picture anyway. It is drawn in grey and
coloured by its palette, which keeps it small.
"""

import io
import re
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from pipeline.emit.cards.site import Site
from pipeline.emit.fonts import CHINESE, CutFace, Face, cut_faces, uncovered
from pipeline.emit.typography import date_range, line
from pipeline.model import Artifact

#: Pixels, as the large readers of links ask for.
SIZE = (1200, 630)
_MARGIN = 80
_TITLE, _SMALL = 88, 40
_LINES = 3
_GROUND, _INK, _SPARK = (10, 36, 53), (255, 255, 255), (244, 184, 96)
# Places in the palette.
_GREY, _WHITE, _ACCENT = 210, 254, 255
_Font = ImageFont.FreeTypeFont
_FILE = "notosanssc/NotoSansSC[wght].ttf"
_FACES = tuple(Face("Noto Sans SC", CHINESE, _FILE, weight, axes=(("wght", weight),)) for weight in (700, 400))
# Lines break after a space and before any Han character.
_PIECES = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff][\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]*|\s+|[^\s\u2e80-\u9fff\uf900-\ufaff]+")


def preview(site: Site) -> Artifact | None:
    """The picture; ``None`` where nobody could be told its address, and where the font lacks a letter."""
    event = site.event
    days = date_range(event.days[0], event.days[-1], site.tree.language) if event.days else ""
    title, small = line(event.title), [line(text) for text in (event.subtitle, days, event.place) if text]
    letters = title + "".join(small) + "…"
    if not site.base or uncovered(letters, _FACES):
        return None
    bold, plain = cut_faces(letters, _FACES)
    raster = Image.new("L", SIZE)
    _draw(ImageDraw.Draw(raster), title, small, (_font(bold, _TITLE), _font(plain, _SMALL)))
    raster.putpalette(_palette())
    out = io.BytesIO()
    raster.save(out, "PNG", optimize=True)
    return Artifact("assets/preview.png", out.getvalue())


def _draw(on: ImageDraw.ImageDraw, title: str, small: Sequence[str], fonts: tuple[_Font, _Font]) -> None:
    """The title from the top down, the other lines at the foot."""
    on.rectangle((0, 0, _MARGIN // 4, SIZE[1]), fill=_ACCENT)
    for number, text in enumerate(_broken(title, fonts[0])[:_LINES]):
        on.text((_MARGIN, _MARGIN + number * _TITLE * 1.2), text, font=fonts[0], fill=_WHITE)
    foot = SIZE[1] - _MARGIN - len(small) * _SMALL * 1.5
    for number, (first, *rest) in enumerate(_broken(text, fonts[1]) for text in small):
        on.text((_MARGIN, foot + number * _SMALL * 1.5), first + "…" * bool(rest), font=fonts[1], fill=_GREY)


def _font(face: CutFace, size: int) -> _Font:
    return ImageFont.truetype(io.BytesIO(face.data), size, layout_engine=ImageFont.Layout.BASIC)


def _broken(text: str, font: _Font) -> list[str]:
    """The text in lines that fit."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and font.getlength((lines[-1] + piece).rstrip()) > SIZE[0] - 2 * _MARGIN:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [one.rstrip() for one in lines]


def _palette() -> list[int]:
    """From the ground to the ink, and the accent as the last colour."""
    ramp = [round(low + (high - low) * step / _WHITE) for step in range(_ACCENT) for low, high in zip(_GROUND, _INK, strict=True)]
    return [*ramp, *_SPARK]
