"""An IANA zone and the days of a feed → its VTIMEZONE (RFC 5545, 3.6.5), written as yearly rules.

Rules, not RDATEs: Outlook reads only TZID, DTSTART, RRULE and the two offsets of an observance (MS-STANOICAL 2.2.47), and shows a
summer event an hour off where the onset stands in an RDATE. Some zones' clocks follow no such rule (Morocco's move with the moon,
Chile's on "the first Sunday from the 2nd"): one offset then stands for the feed's days where it holds on all of them; otherwise there
is no VTIMEZONE, and the feed states its times in UTC.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

_Observance = TimezoneStandard | TimezoneDaylight

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Where the clock never changes the onset's date means nothing; clients know this one.
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # an onset is a wall time (RFC 5545, 3.6.5)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the clock: ``onset`` is the wall time at that instant by the offset before it (naive)."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str


def timezone(zone: ZoneInfo, first: date, last: date) -> Timezone | None:
    """The VTIMEZONE that gives every wall time from the first day to the last its offset; ``None`` where none of ours can."""
    # From the year before: its last change is in force when the first year begins.
    changes = tuple(_changes(zone, datetime(first.year - 1, 1, 1, tzinfo=UTC), datetime(last.year + 1, 1, 1, tzinfo=UTC)))
    observances = _by_rules(changes, last.year - first.year + 2)
    if not observances and not any(first - _DAY <= change.onset.date() <= last + _DAY for change in changes):
        observances = [_observance(_steady(zone, first))]
    return _component(zone.key, observances) if observances else None


def utc() -> Timezone:
    """The VTIMEZONE of UTC: what a feed holds whose times are all UTC, since it may not be empty (RFC 5545, 3.6)."""
    return _component("UTC", [_observance(_Change(_EPOCH, timedelta(0), timedelta(0), "UTC"))])


def _component(key: str, observances: list[_Observance]) -> Timezone:
    component = Timezone()
    component.add("tzid", key)
    for observance in observances:
        component.add_component(observance)
    return component


def _by_rules(changes: tuple[_Change, ...], years: int) -> list[_Observance]:
    """Standard time and daylight time, each from its yearly rule; nothing where a change follows none."""
    observances = []
    for forward in (False, True):
        turns = [change for change in changes if (change.after > change.before) is forward]
        rule = _yearly_rule(turns, years)
        if rule is None:
            return []
        observances.append(_observance(turns[0], rule))
    return observances


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Change]:
    early = start
    while early < end:
        late = early + _DAY
        if _offset(zone, early) != _offset(zone, late):
            yield _change(zone, early, late)
        early = late


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> _Change:
    """The change between two instants, found by halving."""
    before, after = _offset(zone, early), _offset(zone, late)
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        early, late = (middle, late) if _offset(zone, middle) == before else (early, middle)
    return _Change((late + before).replace(tzinfo=None), before, after, late.astimezone(zone).tzname() or zone.key)


def _steady(zone: ZoneInfo, day: date) -> _Change:
    """No change at all: the offset of that day, as if it had always been so."""
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC).astimezone(zone)
    offset = moment.utcoffset() or timedelta(0)
    return _Change(_EPOCH, offset, offset, moment.tzname() or zone.key)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _yearly_rule(turns: list[_Change], years: int) -> vRecur | None:
    """The one rule behind these changes, one in each of the years: the nth or last such weekday of a month at one wall time."""
    alike = {(turn.onset.month, turn.onset.weekday(), turn.onset.time(), turn.before, turn.after) for turn in turns}
    if len(turns) != years or len(alike) != 1:
        return None
    places = frozenset.intersection(*(_places(turn.onset) for turn in turns))
    if not places:
        return None
    # "The last" sorts first: where the fourth is also the last in all these years, every such law so far means the last.
    onset = turns[0].onset
    return vRecur(freq="YEARLY", bymonth=onset.month, byday=f"{min(places)}{_WEEKDAYS[onset.weekday()]}")


def _places(onset: datetime) -> frozenset[int]:
    """Which of its month's such weekdays the day is, counted from 1, and -1 where it is the last."""
    length = calendar.monthrange(onset.year, onset.month)[1]
    last = {-1} if onset.day + 7 > length else set()
    # There is not always a fifth, so no law speaks of it.
    return frozenset(last | ({(onset.day + 6) // 7} - {5}))


def _observance(change: _Change, rule: vRecur | None = None) -> _Observance:
    component = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    component.add("dtstart", change.onset)
    component.add("tzoffsetfrom", change.before)
    component.add("tzoffsetto", change.after)
    component.add("tzname", change.name)
    if rule is not None:
        component.add("rrule", rule)
    return component
