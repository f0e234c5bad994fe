"""Reads the site's own font files: only what is a font, bounded in size, with the weight and the style that it says it has."""

import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from pipeline.diagnostics import Problem
from pipeline.diagnostics.design import UnusableFont
from pipeline.extract.references import Lost, find
from pipeline.model import FontFile
from pipeline.source import Located

LARGEST_FILE = 2_000_000  # bytes; a reader's phone loads it
LARGEST_FONT = 30_000_000  # bytes, unpacked
_KINDS = {b"wOF2": "woff2", b"\0\1\0\0": "ttf", b"true": "ttf", b"OTTO": "otf"}
#: What every font has, and one of which it has (OpenType 1.9, "Required Tables").
_NEEDED, _OUTLINES = frozenset({"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name"}), frozenset({"glyf", "CFF ", "CFF2"})
_MOST_TABLES = 100
_LOST = {
    Lost.REMOTE: "it is on the web, and pages load nothing from elsewhere",
    Lost.OUTSIDE: "it is outside the site",
    Lost.MISSING: "there is no such file",
}


class _NoFont(Exception):  # noqa: N818 - its words are the problem's
    """Why a file is no font of ours."""


def read_font(reference: Located[str], roots: Sequence[Path]) -> tuple[FontFile | None, Problem | None]:
    """The font file that the configuration names, or what is wrong with it: reports unusable-font."""
    path = find(reference.value, roots)
    try:
        if isinstance(path, Lost):
            raise _NoFont(_LOST[path])  # noqa: TRY301 - one place makes the problem
        return _read(path), None
    except _NoFont as error:
        return None, UnusableFont(reference.span, reference.value, str(error))


def _read(path: Path) -> FontFile:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _NoFont("it is larger than 2 MB")
        data = path.read_bytes()
    except OSError as error:
        raise _NoFont("it may not be read") from error
    kind = _KINDS.get(data[:4])
    if kind is None:
        raise _NoFont("it is no WOFF2, TrueType or OpenType file")
    tables = _tables(data, kind)
    if not (tables.keys() >= _NEEDED and tables.keys() & _OUTLINES):
        raise _NoFont("it lacks tables that every font has")
    return _described(data, kind, tables)


def _tables(data: bytes, kind: str) -> Mapping[str, bytes]:
    from fontTools.ttLib import TTLibError  # noqa: PLC0415 - 60 ms, and hardly a site has fonts

    try:
        return _packed(data) if kind == "woff2" else _plain(data)
    except _NoFont:
        raise
    # What fontTools and Brotli raise on damaged files.
    except (TTLibError, struct.error, ValueError, KeyError, IndexError, AssertionError, EOFError) as error:
        raise _NoFont("it is damaged") from error


def _plain(data: bytes) -> Mapping[str, bytes]:
    """The tables of a TrueType or OpenType file."""
    from fontTools.ttLib.sfnt import SFNTReader  # noqa: PLC0415 - see above

    reader = SFNTReader(BytesIO(data), checkChecksums=0)
    if len(reader.tables) > _MOST_TABLES:
        raise _NoFont("it is damaged")
    return {tag: data[entry.offset : entry.offset + entry.length] for tag, entry in reader.tables.items()}


def _packed(data: bytes) -> Mapping[str, bytes]:
    """The tables of a WOFF2 file, as they are stored in it (https://www.w3.org/TR/WOFF2/#woff20FileHeader)."""
    import brotli  # noqa: PLC0415 - see above
    from fontTools.ttLib.woff2 import WOFF2DirectoryEntry  # noqa: PLC0415 - see above

    length, count, packed = struct.unpack_from(">8xIH6xI", data)
    if length != len(data) or count > _MOST_TABLES:
        raise _NoFont("it is damaged")
    file = BytesIO(data)
    file.seek(48)
    entries = []
    for _ in range(count):
        entry = WOFF2DirectoryEntry()
        entry.fromFile(file)
        entries.append(entry)
    at = file.tell()
    try:
        # The limit keeps a small file from unpacking to gigabytes.
        unpacked = brotli.Decompressor().process(data[at : at + packed], output_buffer_limit=LARGEST_FONT)
    except brotli.error as error:
        raise _NoFont("it is damaged") from error
    if len(unpacked) != sum(entry.length for entry in entries):
        raise _NoFont("it is damaged, or unpacks to more than 30 MB")
    tables, start = {}, 0
    for entry in entries:
        tables[str(entry.tag)] = unpacked[start : start + entry.length]
        start += entry.length
    return tables


def _described(data: bytes, kind: str, tables: Mapping[str, bytes]) -> FontFile:
    """Weight and style by OS/2; a variable font's weights by the axis ``wght`` of fvar (OpenType 1.9)."""
    try:
        weight, selection = struct.unpack_from(">4xH56xH", tables["OS/2"])
        weights = _axis(tables["fvar"]) if "fvar" in tables else None
    except struct.error as error:
        raise _NoFont("it is damaged") from error
    lightest, boldest = (min(max(round(value), 1), 1000) for value in weights or (weight, weight))
    return FontFile(data, kind, (lightest, max(lightest, boldest)), bool(selection & 1))


def _axis(fvar: bytes) -> tuple[float, float] | None:
    """The range of weights, if the font varies in weight."""
    start, count, size = struct.unpack_from(">4xH2xHH", fvar)
    for number in range(min(count, _MOST_TABLES)):
        tag, low, high = struct.unpack_from(">4si4xi", fvar, start + number * size)
        if tag == b"wght":
            return low / 65536, high / 65536
    return None
