"""Formatted text as a tree of the few things that an abstract, a biography or a page of words may hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

#: Marks, the outer before the inner: written in this order, however a page nests them.
MARKS = ("a", "strong", "em", "sub", "sup")
BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a run of text: one of ``MARKS``, with the address where it is a link."""

    name: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text with the same marks throughout, or a line break (``BREAK``). ``marks`` are in the order of ``MARKS``."""

    text: str
    marks: tuple[Mark, ...] = ()
    code: bool = False


@dataclass(slots=True)
class Paragraph:
    """Runs, of which no two neighbours could be one."""

    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class Preformatted:
    """Lines that keep their spaces."""

    text: str


@dataclass(slots=True)
class Container:
    """Blocks in a quote, in an item of a list, or the items of a list."""

    kind: Literal["blockquote", "ul", "ol", "li"]
    children: "list[Block]" = field(default_factory=list)


@dataclass(slots=True)
class Cell:
    """A cell of a table, as wide and as high as so many columns and rows; ``head`` says that it is one of heads."""

    head: bool
    columns: int = 1
    rows: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Rows of cells."""

    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, as the page refers to it, and the words for those who cannot see it."""

    reference: str
    alt: str


#: Tables and pictures are only in pages of words beside the program.
Block = Paragraph | Preformatted | Container | Table | Picture


def joined(runs: Iterable[Run]) -> list[Run]:
    """The runs with neighbours of the same marks made one."""
    groups = groupby(runs, key=lambda run: (run.text == BREAK, run.marks, run.code))
    return [Run("".join(run.text for run in group), marks, code) for (_, marks, code), group in groups]


def nested(runs: Sequence[Run], leaf: Callable[[Run], str], wrap: Callable[[Mark, str, str], str], depth: int = 0) -> str:
    """The runs as text: ``leaf`` writes each, ``wrap`` puts a mark around what has it, given what stands before on the same level."""
    written = ""
    for mark, group in groupby(runs, key=lambda run: run.marks[depth] if len(run.marks) > depth else None):
        if mark is None:
            written += "".join(map(leaf, group))
        else:
            written += wrap(mark, nested(tuple(group), leaf, wrap, depth + 1), written)
    return written
