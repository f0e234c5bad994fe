"""What reading a page yields, piece by piece in the order of the page, before ``assemble.py`` sorts it into a draft."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.diagnostics import Problem
from pipeline.extract.markup.tree import Element, Node
from pipeline.model import Fact, Statement
from pipeline.source import Located, Span


@dataclass(frozen=True, slots=True)
class TalkBlock:
    """The statements that markup holds together as one talk."""

    statements: tuple[Statement, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Divider:
    """A line across the page."""

    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """Text under no label."""

    block: Element


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside text; whose portrait it is, if anyone's, is not known yet. ``words`` are those of its name and class."""

    reference: Located[str]
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slot:
    """A heading that begins or ends with hours: of a talk, where a page has several."""

    when: Statement
    title: Statement
    heading: Statement


@dataclass(frozen=True, slots=True)
class SessionBlock:
    """What a timetable states of one session: its title, day, hours and room, and its talks, if it has any."""

    items: tuple["Item", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A line that begins with hours, or with a day: a talk's, where a page has several; else ``prose``."""

    statements: tuple[Statement, ...]
    prose: Prose

    @property
    def dated(self) -> bool:
        """Whether it begins with a day alone."""
        return self.statements[0].fact is Fact.DATE


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A line of a day, hours and perhaps a place alone; ``prose`` where it speaks of something else."""

    statements: tuple[Statement, ...]
    prose: Prose


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours and what stands under them: a talk's, where a page has several, ``unread`` lines aside; else it is ``otherwise``."""

    talk: TalkBlock
    unread: tuple[Prose, ...]
    otherwise: tuple[TimeLine | Prose, ...]


Item = Statement | TalkBlock | SessionBlock | Divider | Prose | Picture | Slot | TalkLine | TimeLine | Entry | Problem

#: A dialect's reader: the items of an element in its markup, or ``None`` where the element is not its own.
Reader = Callable[[Element], Iterator[Item] | None]


def block_of(nodes: tuple[Node, ...], like: Element) -> Element:
    """Loose nodes as a block of their own, on the page of the element they come from."""
    return Element("p", {}, nodes, like.source, like.start, like.end)
