"""A session of a timetable in the making."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.items import Item, TalkBlock
from pipeline.extract.timetable.moments import is_dated, minutes_of
from pipeline.model import Fact, Statement

HOURS = frozenset({Fact.WHEN, Fact.START, Fact.END})
OF_TIME = HOURS | {Fact.DATE}
ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})
NAMING = (Fact.TITLE, Fact.LINE)


@dataclass(slots=True)
class Opened:
    """Its items, and what was said above it of its day and room."""

    items: list[Item]
    day: Statement | None = None
    room: Statement | None = None
    talks: list[TalkBlock] = field(default_factory=list)
    drawn: bool = False  # a grid's cell
    titled: bool = False  # named in a column of its own
    untitled: bool = False  # hours that wait for what stands under them
    headed: bool = False  # announced by a heading of its own

    @property
    def stated(self) -> list[Statement]:
        """The statements among its items."""
        return [item for item in self.items if isinstance(item, Statement)]

    def text(self, *facts: Fact) -> str:
        """The words of the first statement of one of these facts."""
        return next((one.text.value for one in self.stated if one.fact in facts), "")

    @property
    def dated(self) -> str:
        """The words that say its day, its own or those above it."""
        own = next((one.text.value for one in self.stated if one.fact in OF_TIME and is_dated(one.text.value)), "")
        return own or (self.day.text.value if self.day else "")

    @property
    def hours(self) -> tuple[int, int] | None:
        """From when to when, in minutes after midnight, where both are said in one text."""
        return minutes_of(self.text(Fact.WHEN))

    def as_talk(self) -> TalkBlock:
        """It as a talk of another."""
        inner = [said for item in self.items if isinstance(item, TalkBlock) for said in item.statements]
        said = [replace(one, fact=Fact.TALK_TITLE) if one.fact is Fact.TITLE else one for one in self.stated]
        return TalkBlock(tuple(dict.fromkeys((*said, *inner))), said[0].text.span)

    def all_statements(self) -> Sequence[Statement]:
        """Its statements and those of its talks."""
        blocks = [*(item for item in self.items if isinstance(item, TalkBlock)), *self.talks]
        return [*self.stated, *(said for block in blocks for said in block.statements)]
