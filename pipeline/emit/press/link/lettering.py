"""Single lines of text that the linker sets itself (page numbers, running heads), and the glyphs of all faces that a document shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import uharfbuzz as hb

from pipeline.emit.fonts import Face, setting
from pipeline.emit.press.objects import Font

# Figures of one height and width; letters whole, as chunks have them (see fonts).
_FEATURES = {"lnum": True, "tnum": True, "ccmp": False}


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face in a row, each with the width of its own and by how much the next is closer, in thousandths of the em."""

    font: str
    glyphs: tuple[tuple[int, int, int], ...]

    @property
    def width(self) -> int:
        """The width of all."""
        return sum(width - closer for _, width, closer in self.glyphs)

    def shown(self, before: int = 0) -> bytes:
        """The operand and operator that show it (ISO 32000-2, 9.4.3), moved to the right by ``before``."""
        glyphs = "".join(f"<{glyph:04x}>" + (f" {closer} " if closer else "") for glyph, _, closer in self.glyphs)
        return f"[{f'{-before} ' if before else ''}{glyphs}] TJ".encode()


class Lettering:
    """Sets lines in the given faces. It remembers which glyphs it used; those that objects show are told to it by ``use``."""

    def __init__(self, faces: Sequence[Face]) -> None:
        """Knows the faces; opens each when it is first needed."""
        self._faces = tuple(faces)
        self._used: dict[int, dict[int, str]] = {}
        self._names: dict[str, int] = {}
        self._font = cache(lambda number: setting(self._faces[number]))

    def use(self, font: Font) -> None:
        """Takes note of the glyphs that an object shows in a font."""
        number = next(
            number
            for number, face in enumerate(self._faces)
            if (face.family, face.weight, face.style) == (font.family, font.weight, font.style)
        )
        self._names[font.key] = number
        used = self._used.setdefault(number, {})
        for glyph, text in font.glyphs:
            used[glyph] = used.get(glyph) or text

    def set(self, text: str, families: Sequence[str], weight: int) -> tuple[Run, ...]:
        """A line; each character in the first of the families that has it, else in any face."""
        order = self._order(families, weight)
        chosen = ((character, self._face_of(character, order)) for character in text)
        return tuple(self._run("".join(one for one, _ in run), face) for face, run in groupby(chosen, key=lambda pair: pair[1]))

    @property
    def used(self) -> Mapping[int, Mapping[int, str]]:
        """Of each face, by its place among the faces, the glyphs that are shown, each with its text."""
        return self._used

    @property
    def names(self) -> Mapping[str, int]:
        """The face of each name that content streams call it."""
        return self._names | {f"f{number}": number for number in self._used}

    def font(self, number: int) -> "hb.Font":
        """A face as HarfBuzz sets it."""
        return self._font(number)

    def _order(self, families: Sequence[str], weight: int) -> tuple[int, ...]:
        named = [
            number
            for family in families
            for number, face in enumerate(self._faces)
            if (face.family, face.weight, face.style) == (family, weight, "normal") and not face.only
        ]
        return (*named, *(number for number, face in enumerate(self._faces) if not face.only))

    def _face_of(self, character: str, order: Iterable[int]) -> int:
        return next(number for number in order if self._font(number).get_nominal_glyph(ord(character)) is not None)

    def _run(self, text: str, number: int) -> Run:
        font = self._font(number)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, _FEATURES)
        em = font.face.upem
        starts = [info.cluster for info in buffer.glyph_infos]
        used = self._used.setdefault(number, {})
        for at, info in enumerate(buffer.glyph_infos):
            end = next((start for start in starts[at + 1 :] if start > info.cluster), len(text))
            used.setdefault(info.codepoint, text[info.cluster : end])
        advances = (round(position.x_advance * 1000 / em) for position in buffer.glyph_positions)
        widths = (self.width(number, info.codepoint) for info in buffer.glyph_infos)
        return Run(
            f"f{number}",
            tuple(
                (info.codepoint, width, width - advance)
                for info, width, advance in zip(buffer.glyph_infos, widths, advances, strict=True)
            ),
        )

    def width(self, number: int, glyph: int) -> int:
        """The advance of a face's glyph in thousandths of the em."""
        font = self._font(number)
        return round(int(font.get_glyph_h_advance(glyph)) * 1000 / int(font.face.upem))
