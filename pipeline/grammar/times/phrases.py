"""What the parser finds in a text: phrases, still as written, for ``compose`` to make a reading of."""

from enum import StrEnum
from typing import NamedTuple

from pipeline.grammar.times.tokens import Kind, Part
from pipeline.grammar.times.values import Extent, PartialDate, Spread

#: For a face whose place is not known until all of it is read.
NOWHERE = Extent(0, 0)


class Offset(NamedTuple):
    """A zone as written: minutes east of UTC or an IANA name; ``""`` for a name of several zones. ``bare``: digits only."""

    value: int | str
    extent: Extent
    bare: bool = False


class Form(StrEnum):
    """How a clock is written; ``BARE`` and ``DOTTED`` and ``COMPACT`` are clocks only in company."""

    COLON = "9:50"
    UNIT = "9h50"
    WORDS = "half past nine"
    DOTTED = "9.50"
    COMPACT = "0950"
    BARE = "9"


class Face(NamedTuple):
    """One clock as written. ``exact``: surely a 24-hour clock; ``padded``: with a leading zero, as 24-hour clocks mostly are."""

    hour: int
    minute: int
    form: Form
    extent: Extent
    part: Part | None = None
    exact: bool = False
    padded: bool = False
    about: bool = False
    next_day: bool = False
    broken: bool = False
    cum_tempore: bool = False
    offset: Offset | None = None

    @property
    def firm(self) -> bool:
        """Whether it is a clock by itself."""
        return self.part is not None or self.form in (Form.COLON, Form.UNIT, Form.WORDS)


class Clocks(NamedTuple):
    """From when to when, as written. ``vague``: two bare numbers, which may be no clocks at all."""

    start: Face | None
    end: Face | None
    open: bool
    extent: Extent
    vague: bool = False


class Day(NamedTuple):
    """One date as written; ``swapped`` is its other reading where day and month may have changed places.

    ``broken`` where there is no such day: then ``date`` has what else is known. ``part_range``: two parts of the day, no hours.
    """

    date: PartialDate
    extent: Extent
    weekday_extent: Extent | None = None
    swapped: PartialDate | None = None
    broken: bool = False
    parts: tuple[Part, ...] = ()
    iso: bool = False


class Days(NamedTuple):
    """Dates that belong together. ``like_clocks``: they could as well be times (``9.30-10.15``)."""

    days: tuple[Day, ...]
    spread: Spread
    extent: Extent
    like_clocks: bool = False


class Length(NamedTuple):
    """A duration in minutes."""

    minutes: int
    extent: Extent


class Mark(NamedTuple):
    """A single word that says something: ``TBA``, ``AFTER``, ``RECURRING``, ``START``, ``FINISH``, ``PART``; ``YEAR_UNIT`` a year apart; ``TO`` a join."""

    kind: Kind
    extent: Extent
    value: int | str | Part | None = None


Phrase = Days | Clocks | Offset | Length | Mark
