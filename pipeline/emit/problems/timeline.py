"""Program → the days as they are drawn: a row for each room, sessions as bars true to time, conflicts marked on them.

Lengths along the day are in percent of the hours drawn, which are the same for all days, so that days can be compared. Hours are those
of the wall clock; what goes on past midnight is drawn on the day it belongs to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from pipeline.diagnostics import Severity
from pipeline.diagnostics.program import DoubleBooking, PersonInTwoPlaces, Slot, TalkOutsideSession
from pipeline.emit.problems.entries import Entry
from pipeline.model import Program, Session, Status
from pipeline.source import Span

_HOUR = 60
_LATEST = 30 * _HOUR  # minutes after a day's midnight that are drawn at most: a party ends by six
_OPEN = 30  # minutes: what has no end, or ends before it begins, is drawn as long as that
_MOST_TICKS = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the day in percent of the hours drawn."""

    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A session; ``first`` is the entry that its page's problems begin with, ``severity`` the worst of them."""

    title: str
    hours: str
    stretch: Stretch
    lane: int
    cancelled: bool
    open_end: bool
    first: int | None
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Mark:
    """The part of a bar that a conflict speaks of: the entry with that number.

    ``last`` is its last minute. ``beside`` counts the marks of its lane that end at the same time before it: its number is to be set beside theirs.
    """

    number: int
    message: str
    stretch: Stretch
    lane: int
    last: int
    beside: int


@dataclass(frozen=True, slots=True)
class Row:
    """A room's day. Sessions at the same time lie in different lanes. ``room`` is ``None`` where it is to be announced."""

    room: str | None
    lanes: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day's rows; ``untimed`` are the titles of its sessions that have no time yet."""

    date: date | None
    rows: tuple[Row, ...]
    untimed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All days, and the hours that divide them: their names and where they stand, in percent."""

    days: tuple[Day, ...]
    ticks: tuple[tuple[str, float], ...]


def timeline(program: Program, entries: Sequence[Entry]) -> Timeline:
    """The days of a program, with what the entries say of them."""
    marks = _marks(entries)
    drawn = [session for session in program.sessions if session.day and session.start]
    axis = _Axis.over(
        [
            *(_minutes(session) for session in drawn),
            *(_within(session, mark) for session in drawn for mark in marks if mark.span in _places(session)),
        ]
    )
    days = []
    for day, sessions in program.by_day:
        timed = [session for session in sessions if session.start] if day else []
        untimed = tuple(session.title for session in sessions if session not in timed)
        rooms = dict.fromkeys(session.venue for session in timed)
        names = {venue.id: (number, venue.name) for number, venue in enumerate(program.venues)}
        order = sorted(rooms, key=lambda room: names.get(room or "", (len(names), ""))[0])
        rows = tuple(
            _row(names.get(room or "", (0, None))[1], [one for one in timed if one.venue == room], axis, marks, entries)
            for room in order
        )
        days.append(Day(day, rows, untimed))
    return Timeline(tuple(days), axis.ticks)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The minutes after midnight that the drawing begins and ends with."""

    begin: int
    end: int

    @classmethod
    def over(cls, stretches: Iterable[tuple[int, int]]) -> "_Axis":
        found = list(stretches) or [(9 * _HOUR, 18 * _HOUR)]
        begin = min(start for start, _ in found) // _HOUR * _HOUR
        return cls(begin, max(-(-end // _HOUR) * _HOUR for _, end in found))

    @property
    def ticks(self) -> tuple[tuple[str, float], ...]:
        hours = range(self.begin // _HOUR, self.end // _HOUR + 1)
        step = -(-len(hours) // _MOST_TICKS)
        return tuple((f"{hour % 24:02}:00", self.stretch(hour * _HOUR, hour * _HOUR).left) for hour in hours[::step])

    def stretch(self, start: int, end: int) -> Stretch:
        def percent(minutes: int) -> float:
            return round(100 * (min(max(minutes, self.begin), self.end) - self.begin) / (self.end - self.begin), 3)

        return Stretch(percent(start), round(percent(end) - percent(start), 3))


def _row(room: str | None, sessions: Sequence[Session], axis: _Axis, marks: Sequence["_Clash"], entries: Sequence[Entry]) -> Row:
    ends: list[int] = []  # of each lane
    bars: list[Bar] = []
    found: list[Mark] = []
    for session in sessions:
        start, end = _minutes(session)
        lane = next((number for number, busy in enumerate(ends) if busy <= start), len(ends))
        ends[lane : lane + 1] = [end]
        bars.append(_bar(session, axis.stretch(start, end), lane, entries))
        for mark in marks:
            if mark.span in _places(session):
                first, last = _within(session, mark)
                beside = sum(other.lane == lane and other.last == last for other in found)
                found.append(Mark(mark.number, mark.message, axis.stretch(first, last), lane, last, beside))
    return Row(room, len(ends), tuple(bars), tuple(found))


def _bar(session: Session, stretch: Stretch, lane: int, entries: Sequence[Entry]) -> Bar:
    own = [entry for entry in entries if entry.problem.span.path == session.source.path]
    hours = f"{session.start:%H:%M}–{session.end:%H:%M}" if session.end else f"{session.start:%H:%M}–?"
    return Bar(
        title=session.title,
        hours=hours,
        stretch=stretch,
        lane=lane,
        cancelled=session.status is Status.CANCELLED,
        open_end=session.end is None,
        first=own[0].number if own else None,
        severity=own[0].problem.severity if own else None,
    )


@dataclass(frozen=True, slots=True)
class _Clash:
    """The stretch of time that a conflict speaks of, and the place of the session or talk on which it is drawn."""

    number: int
    message: str
    span: Span
    start: datetime
    end: datetime


def _marks(entries: Iterable[Entry]) -> tuple[_Clash, ...]:
    return tuple(
        _Clash(entry.number, entry.problem.message, span, start, end) for entry in entries for span, start, end in _parts(entry)
    )


def _parts(entry: Entry) -> list[tuple[Span, datetime, datetime]]:
    """What a conflict is about: the time that two share, or the part of a talk that its session does not have."""
    match entry.problem:
        case DoubleBooking(one=one, other=other) | PersonInTwoPlaces(one=one, other=other):
            start, end = _shared(one, other)
            return [(slot.span, start, end) for slot in (one, other)]
        case TalkOutsideSession(talk=talk, session=session):
            cuts = sorted({talk.start, talk.end, *(at for at in (session.start, session.end) if talk.start < at < talk.end)})
            return [(talk.span, *part) for part in pairwise(cuts) if part[1] <= session.start or part[0] >= session.end]
    return []


def _shared(one: Slot, other: Slot) -> tuple[datetime, datetime]:
    return max(one.start, other.start), min(one.end, other.end)


def _places(session: Session) -> frozenset[Span]:
    """Where a conflict may say that it is this session's: its own place, or one of its talks'."""
    return frozenset({session.source, *(talk.source for talk in session.talks)})


def _minutes(session: Session) -> tuple[int, int]:
    """A session's first and last minute after midnight of its day, as they are drawn."""
    start = _minute(session.start, session)
    end = _minute(session.end, session) if session.end else start
    return start, min(end if end > start else start + _OPEN, _LATEST)


def _within(session: Session, clash: "_Clash") -> tuple[int, int]:
    return _minute(clash.start, session), _minute(clash.end, session)


def _minute(moment: datetime | None, session: Session) -> int:
    """The minutes from the midnight that the session's day begins with, within what is drawn."""
    if moment is None or session.day is None:
        return 0
    minutes = (moment.replace(tzinfo=None) - datetime.combine(session.day, time())) // timedelta(minutes=1)
    return min(max(minutes, 0), _LATEST)
