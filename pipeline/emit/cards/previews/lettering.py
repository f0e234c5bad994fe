"""Words for a picture: faces in any size, and texts in lines that fit a box."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PIL import ImageFont

from pipeline.emit.fonts import CHINESE, WESTERN, Face, cut_faces, uncovered

_BOLD, _PLAIN = 700, 400
# Devanagari, whose letters take shape by their neighbours: here each is drawn by itself.
_SHAPED = "".join(map(chr, (*range(0x900, 0x980), *range(0x1CD0, 0x1D00), *range(0xA8E0, 0xA900))))
#: Latin letters are Noto Sans; all it lacks is Noto Sans SC.
_LATIN = tuple(
    Face("Noto Sans", WESTERN, "notosans/NotoSans[wdth,wght].ttf", weight, axes=(("wdth", 95), ("wght", weight)), but=_SHAPED)
    for weight in (_BOLD, _PLAIN)
)
_HAN = tuple(
    Face("Noto Sans SC", CHINESE, "notosanssc/NotoSansSC[wght].ttf", weight, axes=(("wght", weight),)) for weight in (_BOLD, _PLAIN)
)
# Lines break after a space and before any Han character, but not before the marks that belong to it.
_PIECES = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff][\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]*|\s+|[^\s\u2e80-\u9fff\uf900-\ufaff]+")
#: No picture holds more letters than these; a title that is longer is cut.
_MOST = 400
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Font:
    """Two faces in one size, in pixels: of the letters in ``han`` the second."""

    latin: ImageFont.FreeTypeFont
    han_face: ImageFont.FreeTypeFont
    han: frozenset[str]
    size: int
    _widths: dict[str, float] = field(default_factory=dict)

    def runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """The text in parts of one face each."""
        for in_han, letters in groupby(text, key=self.han.__contains__):
            yield self.han_face if in_han else self.latin, "".join(letters)

    def width(self, text: str) -> float:
        """How wide a text is: as its letters are, each measured once, since to measure a line takes as long as to draw it."""
        for letter in text:
            if letter not in self._widths:
                self._widths[letter] = (self.han_face if letter in self.han else self.latin).getlength(letter)
        return sum(map(self._widths.__getitem__, text))


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text, one below the other, in a font."""

    font: Font
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Lettering:
    """The faces with all letters of some texts, and the fonts in the sizes that were asked for."""

    faces: Mapping[tuple[str, int], bytes]
    han: frozenset[str]
    _fonts: dict[tuple[int, int], Font] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Lettering":
        """The faces for these letters."""
        han = uncovered(text, _LATIN)
        cut = (*cut_faces(text + _ELLIPSIS, _LATIN), *cut_faces("".join(han) or " ", _HAN))
        return cls({(face.family, face.weight): face.data for face in cut}, han)

    def font(self, size: int, *, bold: bool = False) -> Font:
        """The font of a size in pixels."""
        weight = _BOLD if bold else _PLAIN
        if (size, weight) not in self._fonts:
            latin, han = (
                ImageFont.truetype(io.BytesIO(self.faces[face.family, weight]), size, layout_engine=ImageFont.Layout.BASIC)
                for face in (_LATIN[0], _HAN[0])
            )
            self._fonts[size, weight] = Font(latin, han, self.han, size)
        return self._fonts[size, weight]


def missing(text: str) -> frozenset[str]:
    """The letters of a text for which the faces have none."""
    return uncovered(text, (*_LATIN, *_HAN))


def fitted(text: str, choices: Sequence[tuple[Font, int]], width: int) -> Block:
    """The text in lines of this width, in the first font in which it takes no more of them than it may; in the last font it is cut.

    ``choices`` are fonts, the largest first, each with the number of lines that there is room for in it.
    """
    for font, most in choices:
        broken = tuple(_broken(text[:_MOST], font, width))
        if len(broken) <= most and len(text) <= _MOST:
            return Block(font, broken)
    return Block(font, (*broken[: most - 1], _cut(broken[most - 1], font, width)))


def _broken(text: str, font: Font, width: int) -> Iterator[str]:
    """The text in lines that fit."""
    line = ""
    for piece in _PIECES.findall(text):
        if line and font.width((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
        while font.width(line.rstrip()) > width:  # a word that no line holds
            head = _head(line, font, width)
            yield head
            line = line[len(head) :]
    if line.strip():
        yield line.rstrip()


def _head(text: str, font: Font, width: float) -> str:
    """As much of the beginning of a text as fits, and at least a letter."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.width(text[:middle]) <= width else (low, middle - 1)
    return text[:low]


def _cut(text: str, font: Font, width: int) -> str:
    return _head(text, font, width - font.width(_ELLIPSIS)).rstrip() + _ELLIPSIS
