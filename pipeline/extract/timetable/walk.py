"""The items of a page → its sessions as they are opened and closed: rules 1, 2 and 4 of ``divide.py``."""

import re
from dataclasses import replace

from pipeline.extract.items import Divider, Entry, Item, Prose, SessionBlock, Slot, TalkBlock, TalkLine, TimeLine
from pipeline.extract.labels import Labelled, statements
from pipeline.extract.timetable.details import Detail, detail_of
from pipeline.extract.timetable.entry import bylines, entries, entry, settled
from pipeline.extract.timetable.headings import is_of_zones, is_program_heading, is_prose, is_session_name
from pipeline.extract.timetable.moments import is_day
from pipeline.extract.timetable.opened import NAMING, OF_TIME, ROLES, Opened
from pipeline.extract.timetable.words import is_room, is_room_heading
from pipeline.grammar.kinds import is_pause
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")


class Walk:
    """Goes through a page's items, opening a session at each entry."""

    def __init__(self) -> None:
        """At the head of a page nothing is open."""
        self.sessions: list[Opened] = []
        self.others: list[Item] = []
        self.details: list[Detail] = []
        self.day: Statement | None = None
        self.room: Statement | None = None
        self.open: Opened | None = None
        self.group: Opened | None = None
        self.roles: list[Statement] = []
        self.begun = 0  # how many sessions there were when the roles were said

    def take(self, item: Item) -> None:
        """The next item of the page."""
        match item:
            case Statement():
                self.statement(item)
            case SessionBlock():
                self.begin(list(item.items), drawn=True)
                self.close()
            case Slot():
                self.begin([item.when, replace(item.title, fact=Fact.TITLE)], headed=True)
            case TimeLine():
                self.time(item)
            case TalkLine() | TalkBlock() | Entry():
                self.talk(item)
            case Divider():
                self.divider()
            case Prose():
                self.prose(item)
            case _:
                self.others.append(item)

    def talk(self, item: TalkLine | TalkBlock | Entry) -> None:
        """What is a talk by its markup: with hours or a day an entry, without them a talk of what it stands under."""
        if isinstance(item, TalkLine):
            self.entry(TalkBlock(item.statements, item.prose.block.words().span))
        elif isinstance(item, Entry):
            self.entry(item.talk)
            self.others += item.unread
        elif any(said.fact in OF_TIME for said in item.statements):
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
            self.begin([when, *rooms], untitled=True, headed=True)

    def begin(self, items: list[Item], *, drawn: bool = False, untitled: bool = False, headed: bool = False) -> None:
        """Opens a session."""
        self.close()
        self.open = Opened([*items, *self.roles], self.day, self.room, drawn=drawn, untitled=untitled, headed=headed)

    def close(self) -> None:
        """Ends the open entry; one without a title is no session."""
        if self.open is not None:
            if self.open.text(*NAMING):
                self.sessions.append(self.open)
            else:
                self.others += self.open.items
        self.open = None

    def divider(self) -> None:
        """A line across the page ends an entry, and what was said of those who lead it."""
        self.close()
        self.roles = self.roles if len(self.sessions) == self.begun else []

    def end_group(self) -> None:
        """Ends what stands under a heading: a session and its talks, sessions, or the particulars of one told elsewhere."""
        self.close()
        group, self.group = self.group, None
        if group is None:
            return
        if not group.talks:
            detail, unread = detail_of(group)
            self.details += [detail] if detail else []
            self.others += unread
            return
        roles = any(said.fact in ROLES for said in group.stated)
        named = group.titled or is_session_name(group.text(Fact.TITLE)) or roles
        self.others += [item for item in group.items if isinstance(item, Prose)]
        group.items = [item for item in group.items if not isinstance(item, Prose)]
        self.sessions += [group] if named else [self.of_talk(talk, group) for talk in group.talks]

    def of_talk(self, talk: TalkBlock, under: Opened | None = None) -> Opened:
        """A session that is one entry of a list or table."""
        said = [replace(one, fact=Fact.TITLE) if one.fact is Fact.TALK_TITLE else one for one in talk.statements]
        items = said if any(one.fact is Fact.LINE for one in said) else settled(said)
        roles = [said for said in under.stated if said.fact in ROLES] if under else self.roles
        return Opened([*items, *roles], under.day if under else self.day, under.room if under else self.room)

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
            self.group = Opened([*named], self.day, self.room, titled=True)
        if self.group is not None:
            self.group.talks.append(TalkBlock(tuple(said for said in talk.statements if said not in named), talk.span))
        else:
            self.open = self.of_talk(talk)

    def heading(self, said: Statement) -> None:
        """Rules 1 and 2."""
        self.end_group()
        text = said.text.value
        self.roles = []
        if is_day(text):
            self.day, self.room = replace(said, fact=Fact.DATE), _room_in(said)
        elif is_room_heading(_BRACKETS.sub("", text)):
            self.room = replace(said, fact=Fact.VENUE)
        elif not is_program_heading(text):
            room = _room_in(said) or self.room
            self.group = Opened([replace(said, fact=Fact.TITLE)], self.day, room, titled=said.fact is Fact.TITLE)

    def statement(self, said: Statement) -> None:
        """Rule 5: what the front matter says is the page's."""
        if said.origin is Origin.FRONT_MATTER:
            return
        if said.fact in (Fact.HEADING, Fact.TITLE):
            self.heading(said)
        elif said.fact in ROLES and (self.open is None or not self.open.headed):
            self.role(said)
        elif self.open is not None:
            self.open.items.append(said)
        elif self.group is not None and not self.group.talks:
            self.group.items.append(said)
        elif said.fact is Fact.VENUE:
            self.room = said
        elif said.fact in OF_TIME and is_day(said.text.value):
            self.day = replace(said, fact=Fact.DATE)
        else:
            self.others.append(said)

    def role(self, said: Statement) -> None:
        """Who leads what follows: no longer those who led the entries before it."""
        self.close()
        if self.group is not None and not self.group.talks:
            self.group.items.append(said)
            return
        if self.group is not None and said not in self.roles:
            self.end_group()
        self.roles = [*(self.roles if len(self.sessions) == self.begun else []), said]
        self.begun = len(self.sessions)

    def under(self, talk: TalkBlock) -> None:
        """A talk without hours: of the entry that it stands under."""
        if self.open is not None:
            self.open.talks.append(talk)
        elif self.group is not None:
            self.group.talks.append(talk)
        else:
            self.others.append(talk)

    def prose(self, item: Prose) -> None:
        """Text: sessions, under hours without a title; who speaks, and the abstract, under a heading of hours and title."""
        if self.open is None and self.group is not None and not self.group.talks:
            self.group.items.append(item)
        elif self.open is None or not self.open.headed or is_of_zones(item.block.words().value):
            self.others.append(item)
        elif self.open.untitled:
            above, self.open = self.open, None
            found = [said for block in entries(item.block) if (said := entry(block))]
            self.sessions += [Opened([*above.items, *said], above.day, above.room) for said in found]
            self.others += [] if found else [item]
        elif is_prose(item.block.words().value):
            self.open.items += statements(Labelled(Fact.ABSTRACT, item.block.children), item.block)
        else:
            speakers, unread = bylines(item.block)
            self.open.items += speakers
            self.others += unread


def _room_in(said: Statement) -> Statement | None:
    """The room that a day's heading names in brackets: 5.27（周五）主会场（世纪馆）."""
    for found in _BRACKETS.finditer(said.text.value):
        if is_room(found[1]):
            return Statement(Fact.VENUE, Located(found[1], within(said.text, found.start(1), found.end(1))), Origin.HEADING)
    return None
