"""The examples of kinds of problems: text with a drawing → files, and the places that the drawing points at.

An example is the text of a page. A line of spaces and carets draws the place that the problem speaks of beneath the line it stands
on; it is no part of the page. ``== path`` begins another file, ``== program.toml`` the configuration. What an example leaves out is
made good: a page without front matter gets sound fields, one without ``---`` the fields it lacks; a site without pages gets one page,
one without configuration a sound one. ``== path 240x300`` is a picture of that many pixels. An example without any drawing speaks of a whole file.
"""

import re
import struct
import zlib
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from rich.cells import cell_len

from pipeline.source import Source, Span

CONFIGURATION = """\
[event]
title = "Waterways 2026"
timezone = "Asia/Shanghai"

[[venues]]
name = "Main Hall"

[[venues]]
name = "Harbour Room"

[[venues]]
name = "Room 201"
"""

#: The day on which waivers in examples are judged.
TODAY = date(2026, 10, 1)

_FIRST = "page.md"
_TITLE = "title: Rivers"
_TIMES = ("date: 2026-10-15", "start: 09:00", "end: 10:30")
_VENUE = "venue: Main Hall"
_DRAWING = re.compile(r" *\^[ ^]*")
_NEXT_FILE = re.compile(r"== (\S+)(?: (\d+)x(\d+))?")
_FIELD = re.compile(r"([\w-]+)\s*:")
_SAY_WHEN = frozenset({"date", "start", "end", "when", "time", "day", "summary"})
_SAY_WHERE = frozenset({"venue", "location", "room", "place", "where"})


@dataclass(frozen=True)
class Example:
    """A small site: its files, and the places that were drawn."""

    files: tuple[Source, ...]
    drawn: tuple[Span, ...]
    #: Under their paths, pictures as bytes.
    pictures: tuple[tuple[str, bytes], ...] = ()


def read(example: str) -> Example:
    """An example's files, completed, and its drawn places."""
    texts: dict[str, list[str]] = {}
    drawn: list[Span] = []
    pictures: list[tuple[str, bytes]] = []
    path = _FIRST
    for line in example.splitlines():
        match = _NEXT_FILE.fullmatch(line)
        if match and match[2]:
            pictures.append((match[1], _picture(int(match[2]), int(match[3]))))
        elif match:
            path = match[1]
            texts[path] = []
        elif _DRAWING.fullmatch(line) and texts.get(path):
            drawn += _places(path, texts[path], line)
        else:
            texts.setdefault(path, []).append(line)
    if not any(name.endswith(".md") for name in texts):
        texts[_FIRST] = []
    added = {name: _completion(lines, venue="program.toml" not in texts) for name, lines in texts.items() if name.endswith(".md")}
    files = {name: "".join(f"{line}\n" for line in _around(lines, added.get(name))) for name, lines in texts.items()}
    files.setdefault("program.toml", CONFIGURATION)
    shift = {name: len(before) for name, (before, _) in added.items()}
    return Example(
        tuple(Source(name, text) for name, text in files.items()),
        tuple(_lower(span, shift.get(span.path, 0)) for span in drawn),
        tuple(pictures),
    )


def _picture(width: int, height: int) -> bytes:
    """A white picture of that many pixels (PNG, 1 bit a pixel)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def as_drawn(span: Span, source: Source) -> Span:
    """The part of a span that carets are put under: its first line's, and one caret where it is empty."""
    end = span.end_column if span.end_line == span.line else len(source.line(span.line)) + 1
    return Span(span.path, span.line, span.column, span.line, max(end, span.column + 1))


def _places(path: str, lines: list[str], drawing: str) -> list[Span]:
    """The characters of the last line that carets stand under; a wide character takes two columns."""
    starts = list(accumulate(map(cell_len, lines[-1]), initial=0))
    number = len(lines)
    spans = []
    for carets in re.finditer(r"\^+", drawing):
        first, last = (_character(starts, column) for column in carets.span())
        spans.append(Span(path, number, first + 1, number, last + 1))
    return spans


def _character(starts: list[int], column: int) -> int:
    """The character that begins at a column; beyond the line's end they count on one by one."""
    return starts.index(column) if column in starts else len(starts) - 1 + column - starts[-1]


def _completion(lines: list[str], *, venue: bool) -> tuple[list[str], list[str]]:
    """The lines to be set before and after those of a page so that nothing but the example's own point is wrong with it."""
    if lines and lines[0] in {"---", "+++", "{"}:
        return [], []
    good = [_TITLE, *_TIMES, *([_VENUE] if venue else [])]
    if lines and not _FIELD.match(lines[0]):
        return ["---", *good, "---"], []
    given = {match[1].lower() for line in lines if (match := _FIELD.match(line))}
    missing = [
        *([] if "title" in given else [_TITLE]),
        *([] if given & _SAY_WHEN else _TIMES),
        *([] if given & _SAY_WHERE or not venue else [_VENUE]),
    ]
    return ["---"], [*missing, "---"]


def _around(lines: list[str], added: tuple[list[str], list[str]] | None) -> list[str]:
    before, after = added or ([], [])
    return [*before, *lines, *after]


def _lower(span: Span, lines: int) -> Span:
    return Span(span.path, span.line + lines, span.column, span.end_line + lines, span.end_column)
