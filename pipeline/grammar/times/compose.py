"""Phrases → one reading: which date the clock is for, and what the phrases say of one another.

Phrases that say the same are one (a date and its translation, a start and its range); those that differ are a doubt.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.grammar.times import merge, spans
from pipeline.grammar.times.halves import resolve
from pipeline.grammar.times.phrases import Clocks, Days, Face, Form, Length, Mark, Offset, Phrase
from pipeline.grammar.times.tokens import ALL_DAY, Kind, Part
from pipeline.grammar.times.values import (
    Absence,
    Clock,
    ClockRange,
    Doubt,
    DoubtKind,
    Extent,
    PartialDate,
    Reading,
)

_P = TypeVar("_P", Days, Clocks, Offset, Length, Mark)


def compose(phrases: Sequence[Phrase], rest: Sequence[Extent], *, plain: bool) -> Reading:
    """The reading of these phrases. ``plain``: the text has no other words, so that *evening* alone means the evening."""
    doubts: list[Doubt] = []
    phrases = spans.one_day(phrases)
    span = spans.span(phrases, doubts)
    reading = span or _moment(phrases, doubts, plain=plain)
    reading = _with_nth(_with_year(reading, phrases), phrases)
    reading = _with_offset(reading, phrases, doubts)
    reading = _with_marks(reading, phrases, doubts)
    ordered = sorted(doubts, key=lambda doubt: doubt.extent)
    return replace(reading, doubts=tuple(ordered), rest=tuple(rest))


def _of(kind: type[_P], phrases: Sequence[Phrase]) -> list[_P]:
    return [phrase for phrase in phrases if isinstance(phrase, kind)]


def _moment(phrases: Sequence[Phrase], doubts: list[Doubt], *, plain: bool) -> Reading:
    """Dates that all clocks of the text are for."""
    found = merge.dates(_of(Days, phrases), doubts)
    parts = [mark for mark in _of(Mark, phrases) if mark.kind is Kind.PART]
    clocks = _labelled(_of(Clocks, phrases), phrases)
    if clocks:
        clock, extent = _clocks(clocks, _context(found, parts), doubts)
        dates = tuple(replace(day, part=None) for day in found.dates)
        dates = tuple(day for day in dates if day != PartialDate())
    else:
        clock, extent = None, None
        dates = _with_parts(found, parts, doubts, plain=plain)
        if found.like_clocks and dates:
            assert found.extent is not None  # noqa: S101 - there are dates
            doubts.append(Doubt(DoubtKind.DATES, "dates or times", found.extent))
    lengths = _of(Length, phrases)
    duration = lengths[0].minutes if len({each.minutes for each in lengths}) == 1 else None
    return Reading(
        dates=dates,
        spread=found.spread,
        clock=_lasting(clock, duration),
        duration=duration,
        date_extent=found.extent,
        weekday_extent=found.weekday_extent,
        clock_extent=extent,
    )


def _labelled(clocks: list[Clocks], phrases: Sequence[Phrase]) -> list[Clocks]:
    """``start 9:00, end 10:00``: two single clocks and two labels are a range; one behind ``end`` is an end."""
    labels = [mark for mark in _of(Mark, phrases) if mark.kind in (Kind.START, Kind.FINISH)]
    kinds = [mark.kind for mark in labels]
    single = all(each.start is not None and each.end is None for each in clocks)
    if len(clocks) == 2 and single and set(kinds) == {Kind.START, Kind.FINISH}:  # noqa: PLR2004 - a start and an end
        first, second = clocks if kinds[0] is Kind.START else reversed(clocks)
        extent = Extent(clocks[0].extent.start, clocks[1].extent.end)
        return [Clocks(first.start, second.start, open=False, extent=extent)]
    if len(clocks) == 1 and single and kinds == [Kind.FINISH] and labels[0].extent < clocks[0].extent:
        return [Clocks(None, clocks[0].start, open=True, extent=clocks[0].extent)]
    return clocks


def _context(found: merge.Dates, parts: Sequence[Mark]) -> Part | None:
    """The part of the day that was said beside the clock, for times that have no marker of their own."""
    named = [*found.parts, *(mark.value for mark in parts if isinstance(mark.value, Part))]
    return named[0] if len(set(named)) == 1 and named[0] is not ALL_DAY else None


def _clocks(clocks: Sequence[Clocks], context: Part | None, doubts: list[Doubt]) -> tuple[ClockRange | None, Extent]:
    """The one clock of the text, and where it stands; several that differ are a doubt."""
    clock: ClockRange | None = None
    extent = Extent(clocks[0].extent.start, clocks[-1].extent.end)
    for index, each in enumerate(clocks):
        resolved = resolve(each, context)
        if resolved.doubt:
            doubts.append(Doubt(*resolved.doubt, each.extent))
        merged = merge.clocks(clock, resolved.clock)
        if index and merged is None and clock and resolved.clock:
            doubts.append(Doubt(DoubtKind.TIMES, "several times", each.extent))
            return clock, extent
        clock = merged or clock or resolved.clock
    return clock, extent


def _with_parts(found: merge.Dates, parts: Sequence[Mark], doubts: list[Doubt], *, plain: bool) -> tuple[PartialDate, ...]:
    """The dates with the parts of the day that stand near them; a stretch of parts has no hours one could go by."""
    labels = [*dict.fromkeys([*found.parts, *(mark.value for mark in parts if isinstance(mark.value, Part))])]
    if len(labels) > 1 and (found.extent or plain):
        extent = found.extent or parts[0].extent
        doubts.append(Doubt(DoubtKind.NO_HOURS, f"{labels[0].label} to {labels[-1].label}, no hours", extent))
        return tuple(replace(day, part=None) for day in found.dates)
    if len(labels) == 1 and len(found.dates) == 1:
        return (replace(found.dates[0], part=labels[0].label),)
    if len(labels) == 1 and not found.dates and plain:
        return (PartialDate(part=labels[0].label),)
    return found.dates


def _lasting(clock: ClockRange | None, duration: int | None) -> ClockRange | None:
    """A start and a duration make a range."""
    if clock is None or clock.start is None or clock.end is not None or duration is None:
        return clock
    return (
        replace(clock, end=Clock(clock.start.minute + duration), open=False) if clock.start.minute + duration <= 48 * 60 else clock
    )


def _with_year(reading: Reading, phrases: Sequence[Phrase]) -> Reading:
    """A year that stands apart from its dates: ``Aug 22, 9:50–11:35, 2024``."""
    years = {mark.value for mark in _of(Mark, phrases) if mark.kind is Kind.YEAR_UNIT}
    year = years.pop() if len(years) == 1 else None
    if not isinstance(year, int) or any(day.year is not None or day.month is None for day in reading.dates):
        return reading
    dated = tuple(replace(day, year=year) for day in reading.dates)
    return replace(reading, dates=dated) if all(day.exists for day in dated) else reading


def _with_nth(reading: Reading, phrases: Sequence[Phrase]) -> Reading:
    """Which day of the program it is, where no date says so: ``Day 2``, ``Day 2 (Tuesday)``."""
    marks = [mark for mark in _of(Mark, phrases) if mark.kind is Kind.NTH_DAY]
    numbers = {mark.value for mark in marks if isinstance(mark.value, int)}
    if not marks or len(numbers) > 1 or len(reading.dates) > 1:
        return reading
    day = reading.dates[0] if reading.dates else PartialDate()
    day = day if day.month else replace(day, nth=numbers.pop())
    extents = [*([reading.date_extent] if reading.date_extent else []), *(mark.extent for mark in marks)]
    extent = Extent(min(one.start for one in extents), max(one.end for one in extents))
    return replace(reading, dates=(day,), date_extent=extent)


def _with_offset(reading: Reading, phrases: Sequence[Phrase], doubts: list[Doubt]) -> Reading:
    """The zone, wherever it stands; two that differ are a doubt."""
    faces = [face for each in _of(Clocks, phrases) for face in (each.start, each.end) if face is not None]
    offsets = [face.offset for face in faces if face.offset] + _of(Offset, phrases)
    if not offsets:
        return reading
    first = offsets[0]
    if first.value == "":
        doubts.append(Doubt(DoubtKind.OFFSET, "which time zone that is cannot be told", first.extent))
    elif any(other.value != first.value for other in offsets):
        doubts.append(Doubt(DoubtKind.OFFSET, "several time zones", offsets[-1].extent))
    elif first.bare and first.value == 0 and any(_by_hand(face) for face in faces):
        doubts.append(Doubt(DoubtKind.OFFSET, "+0000 is UTC, and what many templates write for no zone at all", first.extent))
    named = first.value if isinstance(first.value, str) and first.value else None
    return replace(reading, offset=first.value if isinstance(first.value, int) else None, zone=named, offset_extent=first.extent)


def _by_hand(face: Face) -> bool:
    """Whether a person wrote the clock: machines pad the hour and add seconds."""
    return face.form is Form.COLON and not face.exact


def _with_marks(reading: Reading, phrases: Sequence[Phrase], doubts: list[Doubt]) -> Reading:
    """To be announced, after the row before, every week."""
    absence = reading.absence
    for mark in _of(Mark, phrases):
        if mark.kind is Kind.RECURRING and (isinstance(mark.value, int) or _undated(reading)):
            days = (PartialDate(weekday=mark.value),) if isinstance(mark.value, int) else ()
            reading = replace(reading, dates=reading.dates or days, date_extent=reading.date_extent or mark.extent)
            doubts.append(Doubt(DoubtKind.RECURRING, "every week, no date", mark.extent))
        elif mark.kind is Kind.TBA and reading.clock is None:
            absence = Absence.TBA
        elif mark.kind is Kind.AFTER and reading.clock is None and not reading.dates:
            absence = absence or Absence.AFTER
    return replace(reading, absence=absence)


def _undated(reading: Reading) -> bool:
    """Whether it has days or hours, but no date that they are of."""
    return (bool(reading.dates) or reading.clock is not None) and not any(day.full for day in reading.dates)
