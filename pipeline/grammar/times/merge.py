"""What several phrases of one text say together: equal facts once, missing parts filled, contradictions as doubts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.grammar.times.phrases import Day, Days
from pipeline.grammar.times.tokens import Part
from pipeline.grammar.times.values import ClockRange, Doubt, DoubtKind, Extent, PartialDate, Spread

_WEEK = 7
_ANY_YEAR = 2001


class Dates(NamedTuple):
    """The dates of a text, where they stand, and the parts of the day beside them."""

    dates: tuple[PartialDate, ...] = ()
    spread: Spread = Spread.EACH
    extent: Extent | None = None
    weekday_extent: Extent | None = None
    parts: tuple[Part, ...] = ()
    like_clocks: bool = False


def dates(found: Sequence[Days], doubts: list[Doubt]) -> Dates:
    """All dates of a text as one date, list or range."""
    if not found:
        return Dates()
    every = [day for days in found for day in days.days]
    doubts.extend(Doubt(DoubtKind.BROKEN, "there is no such date", day.extent) for day in every if day.broken)
    dated = [days for days in found if days.days[0].date.month or days.days[0].date.day]
    main = dated[0] if dated else found[0]
    told = [day.date for day in main.days]
    for other in (dated or found)[1:]:
        told = _merged(told, other, doubts)
    if dated:
        for other in found:
            if other not in dated:
                told = _with_weekdays(told, other, doubts)
    told = [_settled(day, partial, doubts) for day, partial in zip(main.days, told, strict=True)]
    weekdays = [day.weekday_extent for day in every if day.weekday_extent]
    return Dates(
        dates=tuple(day for day in told if day != PartialDate()),
        spread=main.spread,
        extent=Extent(every[0].extent.start, every[-1].extent.end),
        weekday_extent=Extent(weekdays[0].start, weekdays[-1].end) if weekdays else None,
        parts=tuple(dict.fromkeys(part for day in every for part in day.parts)),
        like_clocks=any(days.like_clocks for days in found) and not weekdays,
    )


def _merged(told: list[PartialDate], other: Days, doubts: list[Doubt]) -> list[PartialDate]:
    """Both, where the second adds to the first or repeats it."""
    theirs = [day.date for day in other.days]
    together = [united(a, b) for a, b in zip(told, theirs, strict=False)]
    if len(told) == len(theirs) and None not in together:
        return [day for day in together if day is not None]
    if not any(day.broken for day in other.days):
        doubts.append(Doubt(DoubtKind.DATES, "several dates that differ", other.extent))
    return told


def united(one: PartialDate, other: PartialDate) -> PartialDate | None:
    """One date of all that two say; ``None`` where they contradict each other."""
    fields = ("year", "month", "day", "weekday", "part")
    pairs = {name: (getattr(one, name), getattr(other, name)) for name in fields}
    if any(None not in pair and pair[0] != pair[1] for pair in pairs.values()):
        return None
    found = PartialDate(**{name: first if first is not None else second for name, (first, second) in pairs.items()})
    return found if found.exists else None


def _with_weekdays(told: list[PartialDate], other: Days, doubts: list[Doubt]) -> list[PartialDate]:
    """Weekdays that stand apart: ``Fri, 14:00, Aug 23``; those of several only if they are as many days apart."""
    weekdays = [day.date.weekday for day in other.days]
    if len(told) == len(weekdays) == 1:
        if told[0].weekday not in (None, weekdays[0]):
            doubts.append(Doubt(DoubtKind.DATES, "two weekdays", other.extent))
            return told
        return [replace(told[0], weekday=weekdays[0])]
    if len(told) == len(weekdays) and _apart(told) == ((weekdays[-1] or 0) - (weekdays[0] or 0)) % _WEEK:
        return [replace(day, weekday=weekday) for day, weekday in zip(told, weekdays, strict=True)]
    return told


def _apart(told: list[PartialDate]) -> int | None:
    """The days between the first and last date, in a week; without a year, those of an ordinary one."""
    ends = [PartialDate(day.year or _ANY_YEAR, day.month, day.day) for day in (told[0], told[-1])]
    full: list[date] = [day.full for day in ends if day.exists and day.full is not None]
    return (full[-1] - full[0]).days % _WEEK if len(full) == len(ends) else None


def _settled(day: Day, partial: PartialDate, doubts: list[Doubt]) -> PartialDate:
    """Which number is the month, where both can be: the weekday decides, or a full date said elsewhere; else it is a doubt."""
    if day.swapped is None:
        return partial
    swapped = replace(day.swapped, weekday=partial.weekday, part=partial.part)
    fits = [each for each in (partial, swapped) if each.weekday_fits]
    if len(fits) == 1:
        return fits[0]
    why = f"day and month of {day.date.month}/{day.date.day} may be in either order"
    doubts.append(Doubt(DoubtKind.DAY_OR_MONTH, why, day.extent))
    return partial


def clocks(one: ClockRange | None, other: ClockRange | None) -> ClockRange | None:
    """The fuller of two that agree; ``None`` where they differ or one is missing."""
    if one is None or other is None:
        return None
    if (one.start, one.end) == (other.start, other.end):
        return one
    fuller, less = (one, other) if one.end else (other, one)
    return fuller if less.end is None and less.start == fuller.start and not less.open else None
