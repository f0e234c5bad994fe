"""The items of a page that is a timetable → the items of each of its sessions; of any other page nothing.

A page is a timetable where markup says so (a grid), or where entries with hours stand under several days or rooms, or on a page that is
called a program; never where the page's front matter says its hours. The rules:

1.  A heading that is a day holds for all entries up to the next; so does a room, up to the next room or day.
2.  Another heading is the title of a session where it is called one, or has a chair; the entries under it are its talks.
3.  An entry within the hours of one before it, on that day and in that room, is a talk of that one.
4.  Every other entry is a session, and its talk's title is the session's.
5.  What the front matter says of a room, or of the day where no heading does, holds for all entries; the rest of it is the page's own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.items import Divider, Entry, Item, Prose, SessionBlock, Slot, TalkBlock, TalkLine, TimeLine
from pipeline.extract.timetable.entry import entries, entry, settled
from pipeline.extract.timetable.words import has_clock, is_dated, is_day, is_program_name, is_room, is_session_name, minutes_of
from pipeline.model import Fact, Origin, Statement
from pipeline.normalize.kinds import is_pause
from pipeline.source import Located, within

_SEVERAL = 2
_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_HOURS = frozenset({Fact.WHEN, Fact.START, Fact.END})
_SAYS_DAY = frozenset({Fact.DATE, Fact.WHEN, Fact.SUMMARY})
_NAMING = (Fact.TITLE, Fact.LINE)
_OF_TIME = _HOURS | {Fact.DATE}
_ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})


@dataclass(slots=True)
class _Open:
    """A session in the making: its items, and what was said above it of its day and room."""

    items: list[Item]
    day: Statement | None = None
    room: Statement | None = None
    talks: list[TalkBlock] = field(default_factory=list)
    drawn: bool = False  # a grid's cell
    titled: bool = False  # named in a column of its own
    untitled: bool = False  # hours that wait for what stands under them

    @property
    def stated(self) -> list[Statement]:
        return [item for item in self.items if isinstance(item, Statement)]

    def text(self, *facts: Fact) -> str:
        return next((one.text.value for one in self.stated if one.fact in facts), "")

    @property
    def dated(self) -> str:
        """The words that say its day, its own or those above it."""
        own = next((one.text.value for one in self.stated if one.fact in _OF_TIME and is_dated(one.text.value)), "")
        return own or (self.day.text.value if self.day else "")

    @property
    def hours(self) -> tuple[int, int] | None:
        """From when to when, in minutes after midnight, where both are said in one text."""
        return minutes_of(self.text(Fact.WHEN))


@dataclass(frozen=True, slots=True)
class Divided:
    """The items of each session of a timetable, in the order of the page, and those that are of none."""

    sessions: tuple[tuple[Item, ...], ...]
    others: tuple[Item, ...]


def divide(items: Sequence[Item], name: str = "") -> Divided | None:
    """The sessions of a timetable; ``None`` where the page is none. ``name`` is that of the page's file."""
    walk = _Walk()
    for item in items:
        walk.take(item)
    walk.end_group()
    sessions = list(_nested(walk.sessions))
    front = [item for item in items if isinstance(item, Statement) and item.origin is Origin.FRONT_MATTER]
    title = " ".join((name, *(said.text.value for said in front if said.fact is Fact.TITLE)))
    if any(said.fact in _HOURS and has_clock(said.text.value) for said in front) or not _is_timetable(sessions, title):
        return None
    rooms = [said for said in front if said.fact is Fact.VENUE and is_room(said.text.value)]
    # The page's own date is the entries' where no heading names a day.
    days = [] if any(session.dated for session in sessions) else [said for said in front if said.fact in _SAYS_DAY]
    others = (*(said for said in front if said.fact is Fact.VENUE and said not in rooms), *walk.others)
    return Divided(tuple(tuple(_whole(session, rooms, days)) for session in sessions), others)


class _Walk:
    """Goes through a page's items, opening a session at each entry."""

    def __init__(self) -> None:
        self.sessions: list[_Open] = []
        self.others: list[Item] = []
        self.day: Statement | None = None
        self.room: Statement | None = None
        self.open: _Open | None = None
        self.group: _Open | None = None
        self.roles: list[Statement] = []

    def take(self, item: Item) -> None:
        match item:
            case Statement():
                self.statement(item)
            case SessionBlock():
                self.begin(list(item.items), drawn=True)
                self.close()
            case Slot():
                self.begin([item.when, replace(item.title, fact=Fact.TITLE)])
            case TimeLine():
                self.time(item)
            case TalkLine() | TalkBlock() | Entry():
                self.talk(item)
            case Divider():
                self.close()
            case Prose():
                self.prose(item)
            case _:
                self.others.append(item)

    def talk(self, item: TalkLine | TalkBlock | Entry) -> None:
        """What is a talk by its markup: with hours an entry, without them a talk of what it stands under."""
        if isinstance(item, TalkLine):
            self.entry(TalkBlock(item.statements, item.prose.block.words().span))
        elif isinstance(item, Entry):
            self.entry(item.talk)
            self.others += item.unread
        elif any(said.fact in _HOURS for said in item.statements):
            self.entry(item)
        else:
            self.under(item)

    def time(self, line: TimeLine) -> None:
        """A line of a day heads what follows; hours wait for what stands under them."""
        when, *rooms = line.statements
        if is_day(when.text.value):
            self.heading(replace(when, fact=Fact.HEADING))
            self.room = rooms[0] if rooms else self.room
        else:
            self.begin([when, *rooms], untitled=True)

    def begin(self, items: list[Item], *, drawn: bool = False, untitled: bool = False) -> None:
        self.close()
        self.open = _Open([*items, *self.roles], self.day, self.room, drawn=drawn, untitled=untitled)

    def close(self) -> None:
        """Ends the open entry; one without a title is no session."""
        if self.open is not None:
            if self.open.text(*_NAMING):
                self.sessions.append(self.open)
            else:
                self.others += self.open.items
        self.open = None

    def end_group(self) -> None:
        self.close()
        if self.group is not None:
            named = (
                self.group.titled
                or is_session_name(self.group.text(Fact.TITLE))
                or any(said.fact in _ROLES for said in self.group.stated)
            )
            if named and self.group.talks:
                self.sessions.append(self.group)
            else:
                self.sessions += [self.of_talk(talk, self.group) for talk in self.group.talks]
        self.group = None

    def of_talk(self, talk: TalkBlock, under: _Open | None = None) -> _Open:
        """A session that is one entry of a list or table."""
        said = [replace(one, fact=Fact.TITLE) if one.fact is Fact.TALK_TITLE else one for one in talk.statements]
        items = said if any(one.fact is Fact.LINE for one in said) else settled(said)
        roles = [said for said in under.stated if said.fact in _ROLES] if under else self.roles
        return _Open([*items, *roles], under.day if under else self.day, under.room if under else self.room)

    def entry(self, talk: TalkBlock) -> None:
        """An entry with hours: a talk of the session whose name stands over it, or in its own row; else a session."""
        self.close()
        called = next((said.text.value for said in talk.statements if said.fact in (Fact.TALK_TITLE, Fact.LINE)), "")
        cancelled = any(said.fact is Fact.STATUS for said in talk.statements)
        if self.group is not None and not self.group.titled and (is_pause(called) or cancelled):
            self.sessions.append(self.of_talk(talk))
            return
        name = next((said for said in talk.statements if said.fact is Fact.TITLE), None)
        named = [said for said in talk.statements if said is name or (name is not None and said.fact is Fact.VENUE)]
        if name is not None and (self.group is None or name not in self.group.items):
            self.end_group()
            self.group = _Open([*named], self.day, self.room, titled=True)
        if self.group is not None:
            self.group.talks.append(TalkBlock(tuple(said for said in talk.statements if said not in named), talk.span))
        else:
            self.open = self.of_talk(talk)

    def heading(self, said: Statement) -> None:
        self.end_group()
        text = said.text.value
        if is_day(text):
            self.day, self.room, self.roles = said, _room_in(said), []
        elif is_room(_BRACKETS.sub("", text)):
            self.room, self.roles = replace(said, fact=Fact.VENUE), []
        else:
            self.roles = []
            self.group = _Open(
                [replace(said, fact=Fact.TITLE)], self.day, _room_in(said) or self.room, titled=said.fact is Fact.TITLE
            )

    def statement(self, said: Statement) -> None:
        """Rule 5: what the front matter says is the page's."""
        if said.origin is Origin.FRONT_MATTER:
            return
        if said.fact in (Fact.HEADING, Fact.TITLE):
            self.heading(said)
        elif self.open is not None:
            self.open.items.append(said)
        elif self.group is not None and not self.group.talks:
            self.group.items.append(said)
        elif said.fact is Fact.VENUE:
            self.room = said
        elif said.fact is Fact.DATE:
            self.day = said
        elif said.fact in _ROLES:
            self.roles.append(said)
        else:
            self.others.append(said)

    def under(self, talk: TalkBlock) -> None:
        """A talk without hours: of the entry that it stands under."""
        if self.open is not None:
            self.open.talks.append(talk)
        elif self.group is not None:
            self.group.talks.append(talk)
        else:
            self.others.append(talk)

    def prose(self, item: Prose) -> None:
        """Text under hours that have no title yet is a session there, or several at once; any other is of no known meaning."""
        if self.open is None or not self.open.untitled:
            self.others.append(item)
            return
        above, self.open = self.open, None
        found = [said for block in entries(item.block) if (said := entry(block))]
        self.sessions += [_Open([*above.items, *said], above.day, above.room) for said in found]
        self.others += [] if found else [item]


def _room_in(said: Statement) -> Statement | None:
    """The room that a day's heading names in brackets: 5.27（周五）主会场（世纪馆）."""
    for found in _BRACKETS.finditer(said.text.value):
        if is_room(found[1]):
            return Statement(Fact.VENUE, Located(found[1], within(said.text, found.start(1), found.end(1))), Origin.HEADING)
    return None


def _nested(sessions: Iterable[_Open]) -> Iterator[_Open]:
    """Rule 3."""
    outer: _Open | None = None
    for session in sessions:
        if outer is not None and _within(session, outer):
            outer.talks.append(_as_talk(session))
            continue
        if outer is not None:
            yield outer
        outer = session
    if outer is not None:
        yield outer


def _within(inner: _Open, outer: _Open) -> bool:
    a, b = inner.hours, outer.hours
    beside = inner.drawn or outer.drawn or inner.day is not outer.day or inner.room is not outer.room
    return not beside and a is not None and b is not None and b[0] <= a[0] and a[1] <= b[1] and a != b


def _as_talk(session: _Open) -> TalkBlock:
    inner = [said for item in session.items if isinstance(item, TalkBlock) for said in item.statements]
    said = [replace(one, fact=Fact.TALK_TITLE) if one.fact is Fact.TITLE else one for one in session.stated]
    return TalkBlock(tuple(dict.fromkeys((*said, *inner))), said[0].text.span)


def _is_timetable(sessions: Sequence[_Open], title: str) -> bool:
    if any(session.drawn for session in sessions):
        return True
    days = {session.dated for session in sessions} - {""}
    rooms = {session.room.text.value for session in sessions if session.room}
    timed = [session for session in sessions if session.text(*_HOURS) or session.talks]
    return len(timed) >= _SEVERAL and (len(days) >= _SEVERAL or len(rooms) >= _SEVERAL or is_program_name(title))


def _whole(session: _Open, rooms: Sequence[Statement], days: Sequence[Statement]) -> Iterator[Item]:
    """A session's items with those that hold for it from above."""
    facts = {said.fact for said in session.stated}
    if session.day is not None and not any(said.fact in _OF_TIME and is_dated(said.text.value) for said in session.stated):
        yield session.day
    yield from session.items
    if Fact.VENUE not in facts:
        yield from [session.room] if session.room else rooms
    yield from days
    yield from session.talks
