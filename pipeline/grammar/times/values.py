"""What a text says of a time, as frozen values: the output of the grammar, and what the reconciler works with."""

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Extent(NamedTuple):
    """A run of characters in the text that was read: offsets from 0, the end exclusive."""

    start: int
    end: int


class DayPart(StrEnum):
    """A part of a day that was named without its hours; the value is how :func:`notation` prints it."""

    AM = "AM"
    PM = "PM"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    ALL_DAY = "all day"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is written: any field may be absent. ``weekday`` counts from Monday = 0, as :mod:`datetime` does.

    ``Thu`` alone has only a weekday, ``16日`` only a day, ``August 2024`` no day, ``Day 2`` but which of the program's days it is
    (``nth``). A date with a month and a day exists in its year, or, where that is not written, in some year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: DayPart | None = None
    nth: int | None = None

    @property
    def full(self) -> date | None:
        """The date, where year, month and day are written."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def exists(self) -> bool:
        """Whether there is such a day: no 31 June, 29 February in leap years only."""
        if self.month is not None and not 1 <= self.month <= len(MONTH_LENGTHS):
            return False
        longest = MONTH_LENGTHS[self.month - 1] if self.month else max(MONTH_LENGTHS)
        if self.month == FEBRUARY and self.year is not None and not isleap(self.year):
            longest -= 1
        return self.day is None or 1 <= self.day <= longest

    @property
    def weekday_fits(self) -> bool | None:
        """Whether the weekday is that of the date; ``None`` where one of them is not fully written."""
        return None if self.full is None or self.weekday is None else self.full.weekday() == self.weekday


FEBRUARY = 2
#: Of each month in a leap year.
MONTH_LENGTHS = tuple(monthrange(2000, month)[1] for month in range(1, 13))


class Spread(StrEnum):
    """How several dates belong together, and which of them the clock is for."""

    EACH = "each"  #: a list: the clock holds on each of the dates
    RANGE = "range"  #: first to last day: the clock holds on each day
    SPAN = "span"  #: one stretch, from the clock's start on the first date to its end on the last


class Basis(StrEnum):
    """How far the clock is the author's own word, from surest to least sure."""

    STATED = "stated"  #: a 24-hour clock, or a marker for each end
    SHARED = "shared"  #: one marker for both ends, and both in that half of the day: ``9:00 – 11:00 a.m.``
    UNMARKED = "unmarked"  #: nothing says which half of the day; taken as written: ``9:00 – 11:00``
    INFERRED = "inferred"  #: taken otherwise than written, because that alone makes sense: ``11 – 1pm``, ``12:30 – 2:30``


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight, 0 to 2880: from 1440 on the next day's. ``about``: *ca.*, *gegen*, *约*."""

    minute: int
    about: bool = False


@dataclass(frozen=True, slots=True)
class ClockRange:
    """From when to when. A single time, as ``9:50``, has a ``start`` and is not ``open``; ``14:00 –`` is open, ``– 17:30`` has no start.

    The end is after the start unless :attr:`Reading.doubts` says otherwise, or the two belong to two dates (:attr:`Spread.SPAN`).
    """

    start: Clock | None
    end: Clock | None = None
    open: bool = False
    basis: Basis = Basis.STATED

    @property
    def inferred(self) -> bool:
        """Whether it differs from what is written."""
        return self.basis is Basis.INFERRED


class DoubtKind(StrEnum):
    """Why a value can't be believed as it stands."""

    ORDER = "the end is before the start"
    LENGTH = "it has no length"
    HALF = "it may be in the morning or in the afternoon"
    NO_HOURS = "hours are not given"
    BROKEN = "it is no time or date that there is"
    TIMES = "several times"
    DATES = "several dates"
    DAY_OR_MONTH = "day and month may be swapped"
    OFFSET = "the offset may not be meant"
    RECURRING = "it recurs"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason not to believe the values: ``why`` in words fit for a message, ``extent`` the words it is about."""

    kind: DoubtKind
    why: str
    extent: Extent


class Absence(StrEnum):
    """What stands where a time should."""

    TBA = "TBA"
    AFTER = "after the row before"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text says of a time. Where there are ``doubts`` the values are as written and not to be taken for facts.

    Attributes:
        dates: The dates, in the order of the text; ``spread`` says how they belong together.
        clock: From when to when, wall-clock time.
        offset: Minutes east of UTC, where the text says so (``CEST``, ``GMT+2``, ``北京时间``).
        zone: The IANA name of a zone said in words whose offset changes with the season (``Pacific time``).
        duration: In minutes.
        absence: Said to be announced, or to follow what is before.
        doubts: Why not to believe it, in the order of the text.
        rest: What was not understood, piece by piece.
    """

    dates: tuple[PartialDate, ...] = ()
    spread: Spread = Spread.EACH
    clock: ClockRange | None = None
    offset: int | None = None
    zone: str | None = None
    duration: int | None = None
    absence: Absence | None = None
    doubts: tuple[Doubt, ...] = ()
    rest: tuple[Extent, ...] = ()
    date_extent: Extent | None = None
    weekday_extent: Extent | None = None
    clock_extent: Extent | None = None
    offset_extent: Extent | None = None

    @property
    def placeholder(self) -> bool:
        """Whether the text says that the time is to be announced."""
        return self.absence is Absence.TBA

    @property
    def empty(self) -> bool:
        """Whether the text says nothing of a time."""
        return not (self.dates or self.clock or self.absence or self.doubts or self.duration is not None)

    @property
    def weekday_fits(self) -> bool | None:
        """Whether each weekday is that of its date; ``None`` where no date is full and has one."""
        verdicts = [day.weekday_fits for day in self.dates if day.weekday_fits is not None]
        return all(verdicts) if verdicts else None

    @property
    def ambiguous(self) -> str | None:
        """Why the text can't be believed, in words; ``None`` where it can."""
        whys = [doubt.why for doubt in self.doubts]
        whys += [_mismatch(day) for day in self.dates if day.weekday_fits is False]
        return "; ".join(dict.fromkeys(whys)) or None


def _mismatch(day: PartialDate) -> str:
    assert day.full is not None and day.weekday is not None  # noqa: S101, PT018 - weekday_fits is None otherwise
    return f"{day.full} is a {_DAYS[day.full.weekday()]}, not a {_DAYS[day.weekday]}"
