"""readings → readings: the hours that were in doubt on their own page, read again with what is certain around them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from pipeline.diagnostics.times import UnlikelyHours
from pipeline.model import Kind
from pipeline.normalize.readings import PageReading, TalkReading
from pipeline.normalize.venues import Venues
from pipeline.normalize.when.calendar import Calendar
from pipeline.normalize.when.read import When, read_when
from pipeline.normalize.when.surroundings import Around, Slot, clock, lengths, neighbours, settle, shown

#: Kinds whose hours are the program's; a breakfast or a banquet may well be outside them.
_OF_THE_PROGRAM = frozenset(Kind) - {Kind.BREAK, Kind.SOCIAL, Kind.OTHER}


def look_again(readings: Sequence[PageReading], venues: Venues, calendar: Calendar) -> list[PageReading]:
    """The same readings with the times that the rest of the program settles; most are the same values. Reports unlikely-hours."""
    settled = [_session(reading, readings, venues, calendar) for reading in readings]
    return [_talks(reading, settled, calendar) for reading in settled]


def _session(reading: PageReading, readings: Sequence[PageReading], venues: Venues, calendar: Calendar) -> PageReading:
    around = _around(reading, readings, venues)
    if reading.when.doubtful:
        reading = replace(reading, when=read_when(reading.draft.statements, calendar, around=around))
    return replace(reading, when=_compared(reading.when, around))


def _compared(when: When, around: Around) -> When:
    """The same times, with a problem where they are stated and would, half a day off, agree with the program as now they do not."""
    start = next((found for found in when.evidence if found.fact == "start" and found.read and not found.inferred), None)
    slot = _slot(when) or _slot(replace(when, end=when.start and when.start + timedelta(minutes=1)))
    likely = settle(slot, around) if start and slot and around.outside(slot) else None
    if not (start and around.hours and likely and around.usual(likely.slot)):
        return when
    meant = shown(likely.slot) if when.end else clock(likely.slot[0])
    words = start.read[0]
    return replace(when, problems=(*when.problems, UnlikelyHours(words.span, words.value, shown(around.hours), meant)))


def _around(reading: PageReading, readings: Sequence[PageReading], venues: Venues) -> Around:
    """What the other sessions say: the program's hours and lengths, the room, the order of the pages on that day."""
    others = [other for other in readings if other is not reading and _slot(other.when) is not None]
    program = [other for other in others if other.kind in _OF_THE_PROGRAM]
    of_its_sort = program if reading.kind in _OF_THE_PROGRAM else []
    slots = _slots(other.when for other in of_its_sort)
    day = reading.when.day
    room = venues.id_of(reading.venue) if reading.venue else None
    beside = [other for other in others if other.when.day == day and other.venue and venues.id_of(other.venue) == room]
    after, before = _order(reading, readings, day) if day else (None, None)
    return Around(slots, lengths(slots), _slots(other.when for other in beside) if day and room else (), None, after, before)


def _order(reading: PageReading, readings: Sequence[PageReading], day: date) -> tuple[int | None, int | None]:
    """Between which starts a page stands by its weight, if the weights of that day follow the hours."""
    ranked = sorted(
        (other for other in readings if other.order is not None and other.when.day == day), key=lambda other: other.order or 0
    )
    if reading not in ranked or [other.order for other in ranked].count(reading.order) > 1:
        return None, None
    slots = [None if other is reading else _slot(other.when) for other in ranked]
    return neighbours(slots, apart=False)[ranked.index(reading)]


def _talks(reading: PageReading, readings: Sequence[PageReading], calendar: Calendar) -> PageReading:
    if not any(talk.when.doubtful for talk in reading.talks):
        return reading
    others = [other for page in readings if page is not reading for other in page.talks]
    usual = lengths(_slots(talk.when for talk in others))
    sessions = _slots(other.when for other in readings if other is not reading and other.kind in _OF_THE_PROGRAM)
    own = _slot(reading.when) if not reading.when.doubtful else None
    beside = neighbours([None if other.when.doubtful else _slot(other.when) for other in reading.talks], apart=True)

    def read(talk: TalkReading, after: int | None, before: int | None) -> TalkReading:
        around = Around(sessions, usual, (), own, after, before)
        return replace(talk, when=read_when(talk.draft.statements, calendar, reading.when.day, around))

    pairs = zip(reading.talks, beside, strict=True)
    return replace(reading, talks=tuple(read(talk, *bounds) if talk.when.doubtful else talk for talk, bounds in pairs))


def _slots(whens: Iterable[When]) -> tuple[Slot, ...]:
    return tuple(slot for slot in map(_slot, whens) if slot is not None)


def _slot(when: When) -> Slot | None:
    """The hours in minutes after midnight of their day, by the clock on the wall; ``None`` where they are not all known."""
    if when.day is None or when.start is None or when.end is None:
        return None
    midnight = datetime.combine(when.day, time())
    start, end = (int((moment.replace(tzinfo=None) - midnight).total_seconds() // 60) for moment in (when.start, when.end))
    return start, end
