"""Fonts that travel with the program: the faces are cut to the very characters of a text, each time anew.

The faces come with two dependencies (``justmytype-western-core``, ``justmytype-intl-cjk``) as variable TrueType under the Open Font
License, so that no output depends on what a machine has installed. HarfBuzz cuts a static face of some hundred characters from the
17 MB of Noto Sans SC in about 10 ms, which is less than reading a ready-made static face would cost. TrueType on purpose: a CID-keyed
CFF face comes out of WeasyPrint with codes that strict viewers read as other glyphs (ISO 32000-2, 9.7.4.2).
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb

_CCMP = int.from_bytes(b"ccmp", "big")
_FIGURES = tuple(int.from_bytes(tag, "big") for tag in (b"onum", b"lnum", b"pnum", b"tnum"))

WESTERN = "justmytype_western_core"
CHINESE = "justmytype_intl_cjk"

_NOT_IN_PDF = (b"BASE", b"GDEF", b"GPOS", b"GSUB", b"MATH", b"OS/2", b"STAT", b"VORG", b"cmap", b"name", b"post", b"vhea", b"vmtx")


@dataclass(frozen=True, slots=True)
class Face:
    """One static face to be cut: a variable font at one place on its axes, under the name a style sheet calls it.

    ``file`` is below ``fonts/ofl`` of the package. ``axes`` has a value for every axis the font has, weight included.
    ``only`` limits the face to some characters, ``but`` keeps some out. A ``fallback`` face is cut to those characters only that
    no other face has, and is left out where there are none.
    """

    family: str
    package: str
    file: str
    weight: int = 400
    style: str = "normal"
    axes: tuple[tuple[str, float], ...] = ()
    only: str = ""
    but: str = ""
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class CutFace:
    """A static TrueType face that holds what one text needs of it: the four things an ``@font-face`` rule says."""

    family: str
    weight: int
    style: str
    data: bytes


def cut_faces(text: Iterable[str], faces: Sequence[Face], *, numbered: bool = False) -> tuple[CutFace, ...]:
    """The faces, in their order, each cut to the characters of ``text`` that it has; faces that have none are left out.

    If ``numbered``, glyphs keep the numbers that they have in the font's file: what is set in cuts for different texts can share a face.
    """
    fonts = _open(faces)
    wanted = _code_points(text)
    rest = set(wanted)
    for face in faces:
        if not face.fallback:
            rest -= _offered(face, fonts)
    cut: list[CutFace] = []
    for face in faces:
        points = _offered(face, fonts) & (rest if face.fallback else wanted)
        if points:
            cut.append(CutFace(face.family, face.weight, face.style, _subset(fonts[_path(face)].face, face, points, numbered)))
        if face.fallback:
            rest -= points
    return tuple(cut)


def uncovered(text: Iterable[str], faces: Sequence[Face]) -> frozenset[str]:
    """The characters of ``text`` that none of the faces has a glyph for, white space and controls aside."""
    fonts = _open(faces)
    rest = {ord(character) for character in set(text) if not character.isspace() and unicodedata.category(character) != "Cc"}
    for face in faces:
        rest -= _offered(face, fonts)
    return frozenset(map(chr, rest))


@dataclass(frozen=True, slots=True)
class _Font:
    face: "hb.Face"
    points: frozenset[int]


def _open(faces: Sequence[Face]) -> dict[Path, _Font]:
    """Each font file once, mapped into memory, with the code points of its ``cmap``."""
    opened: dict[Path, _Font] = {}
    for face in faces:
        path = _path(face)
        if path not in opened:
            font = hb.Face(hb.Blob.from_file_path(path))
            opened[path] = _Font(font, frozenset(font.unicodes))
    return opened


def _path(face: Face) -> Path:
    return Path(str(files(face.package))) / "fonts" / "ofl" / face.file


def _offered(face: Face, fonts: dict[Path, _Font]) -> set[int]:
    """The code points that a face may give."""
    points = fonts[_path(face)].points
    offered = points & {ord(c) for c in face.only} if face.only else points
    return set(offered) - {ord(c) for c in face.but}


def _code_points(text: Iterable[str]) -> set[int]:
    """The characters, and what HarfBuzz may make of them: composed (UAX #15, NFC) and with the hyphens that line breaks add."""
    characters = set(text)
    composed = unicodedata.normalize("NFC", text) if isinstance(text, str) else ""
    return {ord(c) for c in characters | set(composed) | set(" -\u2010\u00a0")}


def numbered_face(face: Face, glyphs: Iterable[int]) -> bytes:
    """A static face of just the glyphs with these numbers, which they keep, and with nothing but what a PDF needs of it (ISO 32000-2, 9.9)."""
    font = hb.Face(hb.Blob.from_file_path(_path(face)))
    cut = _pinned(font, face)
    cut.glyph_set.update(sorted(glyphs))
    cut.flags |= hb.SubsetFlags.RETAIN_GIDS
    cut.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NOT_IN_PDF)
    return bytes(hb.subset(font, cut).blob.data)


def setting(face: Face) -> "hb.Font":
    """The face as HarfBuzz sets it, glyphs under their numbers in the font's file, lengths in units of its em."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(_path(face))))
    font.set_variations(dict(face.axes))
    return font


def _subset(font: "hb.Face", face: Face, points: set[int], numbered: bool) -> bytes:  # noqa: FBT001  # as cut_faces has it
    """A static face of these code points; the features that every text has (kerning, ligatures) stay, and those of figures.

    All but ``ccmp``: by it Noto Sans takes ``ọ`` apart into two glyphs, which WeasyPrint then gives the text ``oọ``.
    """
    cut = _pinned(font, face)
    cut.unicode_set.update(sorted(points))
    cut.layout_feature_tag_set.update(_FIGURES)
    cut.layout_feature_tag_set.discard(_CCMP)
    if numbered:
        cut.flags |= hb.SubsetFlags.RETAIN_GIDS
    return bytes(hb.subset(font, cut).blob.data)


def _pinned(font: "hb.Face", face: Face) -> "hb.SubsetInput":
    cut = hb.SubsetInput()
    cut.flags |= hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag, value in face.axes:
        cut.pin_axis_location(font, tag, value)
    return cut
