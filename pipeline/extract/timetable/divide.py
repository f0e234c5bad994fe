"""The items of a page that is a timetable → the items of each of its sessions; of any other page nothing.

A page is a timetable where markup says so (a grid), or where entries with hours stand under several days or rooms, or on a page that is
called a program; never where the page's front matter says its hours. The rules:

1.  A heading that is a day holds for all entries up to the next; so does a room, up to the next room or day.
2.  Another heading is the title of a session where it is called one, or has a chair; the entries under it are its talks.
3.  An entry within the hours of one before it, on that day and in that room, is a talk of that one.
4.  Every other entry is a session, and its talk's title is the session's.
5.  What stands below of a talk that has its hours above (an abstract under its title) is that talk's.
6.  What the front matter says of a room, or of the day where no heading does, holds for all entries; the rest of it is the page's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.items import Item, TalkLine
from pipeline.extract.timetable.details import join
from pipeline.extract.timetable.headings import is_of_deadlines, is_program_name, is_seminar_name
from pipeline.extract.timetable.moments import has_clock, is_dated
from pipeline.extract.timetable.opened import HOURS, NAMING, OF_TIME, Opened
from pipeline.extract.timetable.walk import Walk
from pipeline.extract.timetable.words import is_room
from pipeline.grammar.kinds import is_pause
from pipeline.model import Fact, Origin, Statement

_SEVERAL = 2
_SAYS_DAY = frozenset({Fact.DATE, Fact.WHEN, Fact.SUMMARY})


@dataclass(frozen=True, slots=True)
class Divided:
    """The items of each session of a timetable, in the order of the page, and those that are of none."""

    sessions: tuple[tuple[Item, ...], ...]
    others: tuple[Item, ...]


def divide(items: Sequence[Item], name: str = "") -> Divided | None:
    """The sessions of a timetable; ``None`` where the page is none. ``name`` is that of the page's file."""
    front = [item for item in items if isinstance(item, Statement) and item.origin is Origin.FRONT_MATTER]
    title = " ".join((name, *(said.text.value for said in front if said.fact is Fact.TITLE)))
    walk = Walk()
    for item in _without_news(items, title):
        walk.take(item)
    walk.end_group()
    sessions = list(_nested(walk.sessions))
    if any(said.fact in HOURS and has_clock(said.text.value) for said in front) or not _is_timetable(sessions, title):
        return None
    apart = join(walk.details, sessions)
    rooms = [said for said in front if said.fact is Fact.VENUE and is_room(said.text.value)]
    # The page's own date is the entries' where no heading names a day.
    days = [] if any(session.dated for session in sessions) else [said for said in front if said.fact in _SAYS_DAY]
    others = (*(said for said in front if said.fact is Fact.VENUE and said not in rooms), *walk.others, *apart)
    return Divided(tuple(tuple(_whole(session, rooms, days)) for session in sessions), others)


def _without_news(items: Sequence[Item], title: str) -> Iterator[Item]:
    """The items, but lines that begin with a day as text: but on the page of a program or a seminar they may be news, or deadlines."""
    elsewhere = not (is_program_name(title) or is_seminar_name(title))
    due = False
    for item in items:
        if isinstance(item, Statement) and item.fact is Fact.HEADING:
            due = is_of_deadlines(item.text.value)
        yield item.prose if isinstance(item, TalkLine) and item.dated and (elsewhere or due) else item


def _nested(sessions: Iterable[Opened]) -> Iterator[Opened]:
    """Rule 3."""
    outer: Opened | None = None
    for session in sessions:
        if outer is not None and _within(session, outer):
            outer.talks.append(session.as_talk())
            continue
        if outer is not None:
            yield outer
        outer = session
    if outer is not None:
        yield outer


def _within(inner: Opened, outer: Opened) -> bool:
    a, b = inner.hours, outer.hours
    if is_pause(outer.text(*NAMING)):  # registration is open all day
        return False
    beside = inner.drawn or outer.drawn or inner.day is not outer.day or inner.room is not outer.room
    return not beside and a is not None and b is not None and b[0] <= a[0] and a[1] <= b[1] and a != b


def _is_timetable(sessions: Sequence[Opened], title: str) -> bool:
    if any(session.drawn for session in sessions):
        return True
    days = {session.dated for session in sessions} - {""}
    rooms = {session.room.text.value for session in sessions if session.room}
    timed = [session for session in sessions if session.text(*OF_TIME) or session.talks]
    return len(timed) >= _SEVERAL and (len(days) >= _SEVERAL or len(rooms) >= _SEVERAL or is_program_name(title))


def _whole(session: Opened, rooms: Sequence[Statement], days: Sequence[Statement]) -> Iterator[Item]:
    """A session's items with those that hold for it from above."""
    facts = {said.fact for said in session.stated}
    if session.day is not None and not any(said.fact in OF_TIME and is_dated(said.text.value) for said in session.stated):
        yield session.day
    yield from session.items
    if Fact.VENUE not in facts:
        yield from [session.room] if session.room else rooms
    yield from days
    yield from session.talks
