"""The picture of a session: its title, also in a second language, who, when and where, its track's name and colour, a portrait."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.photos import PORTRAIT
from pipeline.emit.cards.previews.canvas import LEADING, LEFT, MARGIN, SIZE, SOFT, WIDTH, Canvas
from pipeline.emit.cards.previews.lettering import Font, Lettering, fitted
from pipeline.emit.cards.site import Site
from pipeline.emit.cards.words import titles
from pipeline.emit.typography import line, short_date
from pipeline.model import Session

_GAP = 48
_PORTRAIT = (240, 300)
_TITLE = (76, 64, 54, 46)
_SMALL, _TINY = 36, 30
#: What there is for the titles, between the conference's name and the three rows at the foot.
_TOP, _FOOT = 116, 384
_ROW = 52


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the picture; empty where there is nothing to say."""

    event: str
    title: str
    other_title: str
    track: str
    people: str
    facts: str

    @property
    def letters(self) -> str:
        """All of it."""
        return f"{self.event} {self.title} {self.other_title} {self.track} {self.people} {self.facts}"


def words(session: Session, site: Site) -> Words:
    """The words of a session's picture, in the language of the site where there are several."""
    first, *others = (line(one.text) for one in titles(session, site.languages))
    panel = [who.name for who in session.people if who.role == "panelist"]
    people = panel or [who.name for talk in session.talks for who in talk.speakers] or [who.name for who in session.people]
    day = short_date(session.day, site.tree.language) if session.day else ""
    hours = "–".join(f"{moment:%H:%M}" for moment in (session.start, session.end) if moment)
    place = line(site.guide.place(session) or "")
    return Words(
        event=line(site.event.title),
        title=first,
        other_title=next(iter(others), ""),
        track=line(session.track or ""),
        people=line(", ".join(dict.fromkeys(people))),
        facts="  ·  ".join(filter(None, [f"{day} {hours}".strip(), place])),
    )


def picture(said: Words, accent: tuple[int, ...], portrait: Image.Image | None, lettering: Lettering, ground: str) -> bytes:
    """The picture as PNG."""
    canvas = Canvas.blank()
    width = WIDTH - (_PORTRAIT[0] + _GAP if portrait else 0)
    if portrait:
        canvas.show(portrait, (SIZE[0] - MARGIN - portrait.width, MARGIN))
    small, tiny = lettering.font(_SMALL), lettering.font(_TINY)
    canvas.write(fitted(said.event, [(tiny, 1)], width), (LEFT, MARGIN - 12), SOFT)
    other = fitted(said.other_title, [(small, 1), (tiny, 2)], width) if said.other_title else None
    room = _FOOT - _TOP - (_height(small, 1) + 16 if other else 0)
    sizes = [lettering.font(size, bold=True) for size in _TITLE]
    top = canvas.write(fitted(said.title, [(font, int(room / _height(font, 1))) for font in sizes], width), (LEFT, _TOP))
    if other:
        canvas.write(other, (LEFT, top + 8), SOFT)
    _foot(canvas, said, small, tiny)
    return canvas.png(accent, ground)


def _foot(canvas: Canvas, said: Words, small: Font, tiny: Font) -> None:
    """Track, people, time and place: as far down as they go."""
    top = SIZE[1] - MARGIN + 4
    for text in filter(None, [said.facts, said.people]):
        top -= _ROW
        canvas.write(fitted(text, [(small, 1), (tiny, 1)], WIDTH), (LEFT, top))
    if said.track:
        top -= _ROW
        canvas.swatch((LEFT, top + 12), 24)
        canvas.write(fitted(said.track, [(tiny, 1)], WIDTH - 40), (LEFT + 40, top + 4), SOFT)


def _height(font: Font, lines: int) -> float:
    return lines * font.size * LEADING


def portrait(session: Session, guide: Guide) -> Image.Image | None:
    """Of whoever speaks alone, in grey."""
    speakers = [who for talk in session.talks for who in talk.speakers]
    photo = guide.portrait(speakers[0], PORTRAIT) if len(speakers) == 1 else None
    if photo is None:
        return None
    with Image.open(io.BytesIO(guide.gallery.content(photo.path))) as raster:
        grey = Image.new("L", raster.size, 255)
        grey.paste(raster.convert("L"), mask=raster.getchannel("A") if raster.mode == "RGBA" else None)
    return ImageOps.fit(grey, _PORTRAIT, centering=(0.5, 0.2))
