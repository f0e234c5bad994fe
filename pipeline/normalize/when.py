"""A page's statements of day and time → when it is, exactly. The rules of evidence for times, on top of those of ``evidence.py``:

1.  A statement that can't be believed as it stands (its end before its start, hours without a half of the day) is reported and
    states nothing; one that makes sense in one way alone is taken so, and reported; one announced for later is a placeholder.
2.  A date without a year is in the conference's; a weekday alone is the conference's only such day.
3.  A date whose weekday fits the calendar, or that names none, is believed before one whose weekday does not; then the one within the
    conference's days; then front matter before heading before body.
4.  Of the hours those with both ends are believed first, then front matter before body. A start without an end takes its end from a
    statement with the same start.
5.  Hours are the conference's own. An offset that says otherwise is reported; hours that the clocks skip do not exist.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder
from pipeline.diagnostics.times import (
    WEEKDAYS,
    AmbiguousTime,
    DatesDisagree,
    InferredTime,
    MissingDay,
    OffsetContradictsZone,
    SkippedHour,
    TimesDisagree,
    UnreadableTime,
    WeekdayDateMismatch,
)
from pipeline.model import Draft, Fact, Statement
from pipeline.normalize.evidence import by_rank
from pipeline.normalize.times import Basis, Doubt, DoubtKind, Extent, PartialDate, Reading, Spread, nearest_matching, read_time
from pipeline.source import Span, within

_FACTS = frozenset({Fact.SUMMARY, Fact.WHEN, Fact.DATE, Fact.START, Fact.END, Fact.HEADING})
_MAY_SAY_NOTHING = frozenset({Fact.SUMMARY, Fact.HEADING})
_OF_A_DAY = frozenset({DoubtKind.DATES, DoubtKind.DAY_OR_MONTH, DoubtKind.RECURRING})


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of the conference's time before its pages are read: its zone, and its days as far as they are sure."""

    zone: ZoneInfo
    days: tuple[date, ...] = ()

    def is_time(self, text: str) -> bool:
        """Whether a text speaks of a day or a time."""
        return not read_time(text).empty

    def resolve(self, partial: PartialDate) -> date | None:
        """Rule 2: the day that a date as far as it is written can only be; ``None`` where it can be several, or none."""
        if partial.full is not None:
            return partial.full
        if partial.month is not None and partial.day is not None:
            years = sorted({day.year for day in self.days})
            found = [
                date(year, partial.month, partial.day) for year in years if PartialDate(year, partial.month, partial.day).exists
            ]
            found = [day for day in found if partial.weekday in (None, day.weekday())] or found
            return found[0] if len(found) == 1 else None
        within_days = [
            day
            for day in self.days
            if partial.weekday in (None, day.weekday()) and partial.day in (None, day.day) and partial.month in (None, day.month)
        ]
        return within_days[0] if len(within_days) == 1 else None


def calendar_of(drafts: Iterable[Draft], days: Sequence[date], zone: ZoneInfo) -> Calendar:
    """The conference's calendar: the configuration's days, else all that pages state in full and without contradiction."""
    if days:
        return Calendar(zone, tuple(days))
    found = (
        day.full
        for draft in drafts
        for said in draft.statements
        if said.fact in _FACTS
        for day in read_time(said.text.value).dates
        if day.weekday_fits is not False
    )
    return Calendar(zone, tuple(sorted({day for day in found if day is not None})))


@dataclass(frozen=True, slots=True)
class When:
    """The day of the program, and from when to when (aware, in the conference's zone), as far as they are known."""

    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A statement and what the grammar made of it."""

    said: Statement
    reading: Reading

    def span(self, extent: Extent | None) -> Span:
        return within(self.said.text, *extent) if extent else self.said.text.span

    def words(self, extent: Extent | None) -> str:
        text = self.said.text.value
        return " ".join((text[extent.start : extent.end] if extent else text).split())

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
class _Hours:
    """From when to when, in minutes after midnight; where that was said; the day of the end, where it is named as another one."""

    start: int | None
    end: int | None
    heard: _Heard
    last: date | None = None

    def __str__(self) -> str:
        return "–".join(f"{minute // 60:02}:{minute % 60:02}" if minute is not None else "?" for minute in (self.start, self.end))


def read_when(statements: Sequence[Statement], calendar: Calendar, day: date | None = None) -> tuple[When, tuple[Problem, ...]]:
    """When something is. ``day`` is the session's, for a talk that names none; its own statements then need no day."""
    reader = _Reader(calendar)
    heard = reader.hear(statements)
    own = reader.day(heard, required=day is None)
    hours = reader.hours(heard)
    if hours and own is None and day is None:
        reader.problems.append(MissingDay(hours.heard.span(hours.heard.reading.clock_extent)))
    when = reader.exact(own or day, hours)
    return when, tuple(reader.problems)


class _Reader:
    """Applies the rules to one session's or talk's statements, collecting the problems."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.problems: list[Problem] = []

    def hear(self, statements: Sequence[Statement]) -> list[_Heard]:
        """Rule 1: what the statements say; the best first."""
        heard = [_Heard(said, read_time(said.text.value)) for said in by_rank(statements) if said.fact in _FACTS]
        told: list[_Heard] = []
        for one in heard:
            reading = one.reading
            if reading.placeholder:
                self.problems.append(Placeholder(one.said.text.span, "time", one.words(None)))
            elif reading.empty and one.said.fact not in _MAY_SAY_NOTHING:
                self.problems.append(UnreadableTime(one.said.text.span, one.words(None)))
            for doubt in (*one.doubts(of_day=True), *one.doubts(of_day=False)):
                self.problems.append(AmbiguousTime(one.span(doubt.extent), one.words(doubt.extent), doubt.why))
            if not reading.empty:
                told.append(one)
        return told

    def day(self, heard: Sequence[_Heard], *, required: bool) -> date | None:
        """Rules 2 and 3."""
        found: list[tuple[date, bool, _Heard]] = []
        for one in heard:
            if one.said.fact is Fact.END or not one.reading.dates or one.doubts(of_day=True):
                continue
            first = one.reading.dates[0]
            resolved = self.calendar.resolve(first)
            if len(one.reading.dates) > 1 and one.reading.spread is not Spread.SPAN:
                self._unclear(one, "it names several days")
            elif resolved is None:
                if required or first.month is not None:
                    self._unclear(one, "the year is not given" if first.month else "which day it is cannot be told")
            else:
                found.append((resolved, self._fits(first, resolved, one), one))
        if not found:
            return None
        known = set(self.calendar.days)
        best = min(found, key=lambda one: (not one[1], bool(known) and one[0] not in known))
        self.problems += [
            DatesDisagree(one.span(one.reading.date_extent), best[0], other, best[2].span(best[2].reading.date_extent))
            for other, _, one in found
            if other != best[0]
        ]
        return best[0]

    def _unclear(self, one: _Heard, why: str) -> None:
        extent = one.reading.date_extent
        self.problems.append(AmbiguousTime(one.span(extent), one.words(extent), why))

    def _fits(self, partial: PartialDate, day: date, one: _Heard) -> bool:
        """Whether the weekday, if one is written, is the day's; reported where not."""
        if partial.weekday in (None, day.weekday()):
            return True
        nearest = nearest_matching(day, partial.weekday or 0)
        self.problems.append(
            WeekdayDateMismatch(one.span(one.reading.weekday_extent), day, WEEKDAYS[partial.weekday or 0], nearest)
        )
        return False

    def hours(self, heard: Sequence[_Heard]) -> _Hours | None:
        """Rule 4."""
        found = [hours for one in heard if (hours := self._hours(one)) is not None]
        start = next((one for one in found if one.heard.said.fact is Fact.START), None)
        end = next((one for one in found if one.heard.said.fact is Fact.END), None)
        ranges = [one for one in found if one.heard.said.fact not in (Fact.START, Fact.END)]
        if either := start or end:
            first = start.start if start else None
            ranges.insert(0, _Hours(first, end.start if end else None, either.heard, end.last if end else None))
        if not ranges:
            return None
        best = next((one for one in ranges if one.start is not None and one.end is not None), ranges[0])
        self.problems += [
            TimesDisagree(one.heard.span(one.heard.reading.clock_extent), str(best), str(one), best.heard.said.text.span)
            for one in ranges
            if not _agree(one, best)
        ]
        return best

    def _hours(self, one: _Heard) -> _Hours | None:
        clock = one.reading.clock
        if clock is None or one.doubts(of_day=False):
            return None
        start = clock.start.minute if clock.start else None
        end = clock.end.minute if clock.end else None
        if clock.basis is Basis.INFERRED:
            extent = one.reading.clock_extent
            self.problems.append(InferredTime(one.span(extent), one.words(extent), str(_Hours(start, end, one))))
        days = one.reading.dates
        later = one.said.fact is Fact.END or one.reading.spread is Spread.SPAN
        return _Hours(start, end, one, self.calendar.resolve(days[-1]) if later and days else None)

    def exact(self, day: date | None, hours: _Hours | None) -> When:
        """Rule 5: the hours of that day in the conference's zone."""
        if day is None or hours is None:
            return When(day)
        self._check_offset(day, hours)
        return When(day, self._moment(day, hours.start, hours), self._moment(hours.last or day, hours.end, hours))

    def _moment(self, day: date, minute: int | None, hours: _Hours) -> datetime | None:
        if minute is None:
            return None
        wall = datetime.combine(day, time()) + timedelta(minutes=minute)
        moment = wall.replace(tzinfo=self.calendar.zone)
        if moment.astimezone(UTC).astimezone(self.calendar.zone).replace(tzinfo=None) != wall:
            extent = hours.heard.reading.clock_extent
            self.problems.append(SkippedHour(hours.heard.span(extent), f"{wall:%H:%M} on {day:%Y-%m-%d}"))
            return None
        return moment

    def _check_offset(self, day: date, hours: _Hours) -> None:
        one = hours.heard
        stated = one.reading.offset
        if stated is None or hours.start is None:
            return
        moment = datetime.combine(day, time(), self.calendar.zone) + timedelta(minutes=hours.start)
        offset = moment.utcoffset() or timedelta()
        if offset != timedelta(minutes=stated):
            extent = one.reading.offset_extent
            used = _offset(int(offset.total_seconds() // 60))
            self.problems.append(OffsetContradictsZone(one.span(extent), _offset(stated), self.calendar.zone.key, used))


def _agree(one: _Hours, best: _Hours) -> bool:
    """Whether two statements of hours say the same as far as both say anything."""
    return all(a is None or b is None or a == b for a, b in ((one.start, best.start), (one.end, best.end)))


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
