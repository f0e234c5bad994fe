"""What a page's statements say of time: each with what the grammar made of it, and the day and the hours that it gives."""

from dataclasses import dataclass
from datetime import date

from pipeline.grammar.times import Doubt, DoubtKind, Extent, Reading
from pipeline.model import Fact, Rule, Statement
from pipeline.normalize.when.surroundings import clock
from pipeline.source import Located, within

Words = Located[str]
_OF_A_DAY = frozenset({DoubtKind.DATES, DoubtKind.DAY_OR_MONTH, DoubtKind.RECURRING})


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement and what the grammar made of it."""

    said: Statement
    reading: Reading

    def words(self, extent: Extent | None) -> Words:
        """The words of a part, on one line, at their place; without an extent all of them."""
        text = self.said.text.value
        span = within(self.said.text, *extent) if extent else self.said.text.span
        return Located(" ".join((text[extent.start : extent.end] if extent else text).split()), span)

    @property
    def date(self) -> Words:
        """The words of its days."""
        return self.words(self.reading.date_extent)

    @property
    def clock(self) -> Words:
        """The words of its hours."""
        return self.words(self.reading.clock_extent)

    def doubts(self, *, of_day: bool) -> list[Doubt]:
        """The reasons not to believe its days, or its hours."""
        day = self.reading.date_extent
        return [
            doubt
            for doubt in self.reading.doubts
            if doubt.kind is not DoubtKind.OFFSET
            and of_day
            == (doubt.kind in _OF_A_DAY or (doubt.kind is DoubtKind.BROKEN and day is not None and _overlap(doubt.extent, day)))
        ]


def _overlap(one: Extent, other: Extent) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a statement gives; ``fits`` says that it falls on the weekday that is written with it, if one is."""

    day: date
    heard: Heard
    fits: bool

    @property
    def with_start(self) -> bool:
        """Whether it is written with the start of the session, and so is its own."""
        return self.heard.said.fact is Fact.START

    def means(self, day: date) -> bool:
        """Whether its weekday is wrong for itself and right for another day, so that this one is meant."""
        return not self.fits and self.heard.reading.dates[0].weekday == day.weekday()


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, in minutes after midnight; where each was said; the day of the end, where it is named as another one."""

    start: int | None
    end: int | None
    heard: Heard
    ended: Heard
    last: date | None = None
    inferred: Rule | None = None

    def __str__(self) -> str:
        """``09:50–11:35``; ``09:50`` where no end is known, ``–11:35`` where no start is."""
        end = f"–{clock(self.end)}" if self.end is not None else ""
        return f"{clock(self.start) if self.start is not None else ''}{end}"

    @property
    def whole(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    def agrees(self, best: "Hours") -> bool:
        """Whether two statements of hours say the same as far as both say anything."""
        return all(a is None or b is None or a == b for a, b in ((self.start, best.start), (self.end, best.end)))
