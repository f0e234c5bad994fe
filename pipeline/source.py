"""Where a fact stands: places in the source files, and values that remember theirs.

Every authored string keeps its place until it becomes something typed, so that each problem can name the file, the line and the
column where an author would look.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one file: ``path`` from the content root, lines and columns from 1, the end exclusive.

    Columns count Unicode code points, as editors do. A span of a whole file stands at line 1, column 1 and is empty.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """``path:line:column``, the form that editors and terminals make clickable."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """A value together with the place it was read from."""

    value: T_co
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, kept so that a problem can quote the line it speaks of.

    ``text`` has its line ends folded to line feeds; a byte order mark is gone. Lines and columns are those of the file as it is.
    """

    path: str
    text: str
    #: Where each line begins: a page of many lines asks for many places.
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the lines, once."""
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        object.__setattr__(self, "_starts", tuple(starts[:-1]))  # the way dataclasses themselves set a frozen field

    def line(self, number: int) -> str:
        """The text of one line, without its end; empty where there is no such line."""
        if not 0 < number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]

    def offset(self, number: int) -> int:
        """Where a line begins, as an offset into ``text``; behind the last line, where the text ends."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)

    def span(self, start: int, end: int) -> Span:
        """The place of the characters ``start`` to ``end`` (offsets into ``text``)."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        return Span(self.path, line, column, end_line, end_column)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of an offset into ``text``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def within(text: Located[str], start: int, end: int) -> Span:
    """The place of the characters ``start`` to ``end`` of a located text.

    Exact where the text stands in the file as it is; the whole text's place where it was escaped, folded or runs over lines.
    """
    span = text.span
    as_written = span.line == span.end_line and span.end_column - span.column == len(text.value)
    if not as_written:
        return span
    return Span(span.path, span.line, span.column + start, span.end_line, span.column + end)
