"""edits + a file's bytes → the file's new bytes, all that is not edited kept byte for byte: line ends, byte order mark, spaces, last line."""

import re
from collections.abc import Iterable

from pipeline.diagnostics import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


def apply(data: bytes, edits: Iterable[Edit]) -> tuple[bytes, tuple[Edit, ...]]:
    """The bytes with the edits made, and which were: the first of two that overlap, and only where the file says what it said.

    ``data`` is UTF-8. Lines and columns are those of :class:`~pipeline.source.Source`: a byte order mark and line ends take none.
    """
    text = data.decode("utf-8")
    begin = len(_MARK) if text.startswith(_MARK) else 0
    lines = [begin, *(found.end() for found in _LINE_END.finditer(text))]
    parts: list[str] = []
    made: list[Edit] = []
    at = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.span, edit.replacement)):
        start = _offset(lines, edit)
        if start is not None and start >= at and text.startswith(edit.written, start):
            parts += [text[at:start], edit.replacement]
            at = start + len(edit.written)
            made.append(edit)
    return "".join((*parts, text[at:])).encode("utf-8"), tuple(made)


def _offset(lines: list[int], edit: Edit) -> int | None:
    """Where an edit begins in the file's text; ``None`` for one that runs over lines or names no line of the file."""
    span = edit.span
    if span.line != span.end_line or span.end_column - span.column != len(edit.written) or not 0 < span.line <= len(lines):
        return None
    return lines[span.line - 1] + span.column - 1
