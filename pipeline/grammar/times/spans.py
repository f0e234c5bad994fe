"""One stretch over two dates: ``Dec 31, 22:00 – Jan 1, 01:00``, ``Saturday (evening) until Sunday (noon)``."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.grammar.times.halves import single
from pipeline.grammar.times.phrases import Clocks, Days, Mark, Phrase
from pipeline.grammar.times.tokens import Kind
from pipeline.grammar.times.values import Basis, Clock, ClockRange, Doubt, DoubtKind, Extent, PartialDate, Reading, Spread

_ORDER = (Basis.STATED, Basis.SHARED, Basis.UNMARKED, Basis.INFERRED)


def span(phrases: Sequence[Phrase], doubts: list[Doubt]) -> Reading | None:
    """The reading, where a join divides the phrases into two moments, each of one day and at most one clock."""
    for index, phrase in enumerate(phrases):
        joins = isinstance(phrase, Mark) and phrase.kind is Kind.TO
        ends = isinstance(phrase, Clocks) and phrase.start is None
        if not (joins or ends):
            continue
        first, last = _side(phrases[:index]), _side(phrases[index if ends else index + 1 :])
        if first and last and _different(first[0], last[0]) and (first[1] or last[1] or _parts(first, last)):
            return _reading(first, last, doubts)
    return None


def one_day(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with two clocks as one range, where a join divides two moments of the same day."""
    for index, phrase in enumerate(phrases):
        if isinstance(phrase, Mark) and phrase.kind is Kind.TO:
            first, last = _side(phrases[:index]), _side(phrases[index + 1 :])
            if first and last and first[1] and last[1] and not _different(first[0], last[0]):
                clocks = Clocks(first[1].start, last[1].start, open=False, extent=Extent(first[1].extent.start, last[1].extent.end))
                return [clocks, *(each for each in phrases if not isinstance(each, Clocks) and each is not last[0])]
    return list(phrases)


_Side = tuple[Days, Clocks | None]


def _side(phrases: Sequence[Phrase]) -> _Side | None:
    days = [phrase for phrase in phrases if isinstance(phrase, Days)]
    clocks = [phrase for phrase in phrases if isinstance(phrase, Clocks)]
    if len(days) != 1 or len(days[0].days) != 1 or len(clocks) > 1:
        return None
    if clocks and clocks[0].start and clocks[0].end:
        return None
    return days[0], clocks[0] if clocks else None


def _different(first: Days, last: Days) -> bool:
    """Two dates, or two weekdays; a date and its weekday, or its translation, are one day."""
    one, other = first.days[0].date, last.days[0].date
    return (one.day is None) == (other.day is None) and (one.year, one.month, one.day, one.weekday) != (
        other.year,
        other.month,
        other.day,
        other.weekday,
    )


def _parts(first: _Side, last: _Side) -> bool:
    return any(side[0].days[0].parts for side in (first, last))


def _reading(first: _Side, last: _Side, doubts: list[Doubt]) -> Reading:
    start = _clock(first, doubts, last=False)
    end = _clock(last, doubts, last=True)
    basis = max((each[1] for each in (start, end) if each), key=_ORDER.index, default=Basis.STATED)
    clock = ClockRange(start[0] if start else None, end[0] if end else None, basis=basis) if start or end else None
    weekdays = [side[0].days[0].weekday_extent for side in (first, last)]
    told = [extent for extent in weekdays if extent]
    ends = [side[1].extent for side in (first, last) if side[1]]
    days = _in_one_year(_date(first), _date(last))
    broken = [side[0].extent for side, day in zip((first, last), days, strict=True) if side[0].days[0].broken or not day.exists]
    doubts.extend(Doubt(DoubtKind.BROKEN, "there is no such date", extent) for extent in broken)
    return Reading(
        dates=tuple(day if day.exists else PartialDate(weekday=day.weekday) for day in days),
        spread=Spread.SPAN,
        clock=clock,
        date_extent=Extent(first[0].extent.start, last[0].extent.end),
        weekday_extent=Extent(told[0].start, told[-1].end) if told else None,
        clock_extent=Extent(ends[0].start, ends[-1].end) if ends else None,
    )


def _date(side: _Side) -> PartialDate:
    return replace(side[0].days[0].date, part=None) if side[1] else side[0].days[0].date


def _in_one_year(first: PartialDate, last: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Both with the year that one of them has, and the first one's month; December before January is the year before."""
    if last.month is None and last.day is not None and last.year is None:
        last = replace(last, month=first.month)
    turns = int((first.month or 0) > (last.month or 0) > 0)
    if first.year is None and last.year is not None and first.month:
        first = replace(first, year=last.year - turns)
    elif last.year is None and first.year is not None and last.month:
        last = replace(last, year=first.year + turns)
    return first, last


def _clock(side: _Side, doubts: list[Doubt], *, last: bool) -> tuple[Clock, Basis] | None:
    days, clocks = side
    face = clocks and (clocks.start or clocks.end)
    if clocks is None or face is None:
        return None
    if face.part is None and len(days.days[0].parts) == 1:
        face = face._replace(part=days.days[0].parts[0])
    found, basis, doubt = single(face, last=last)
    if doubt:
        doubts.append(Doubt(*doubt, clocks.extent))
    return (found, basis) if found else None
