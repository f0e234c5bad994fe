"""What the pages of all languages share: the days in slots and tables, who and what is where, accents, pictures, neighbours.

Computed once for all pages, so that each page costs the same whatever the size of the program.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby

from pipeline.emit import feed_paths
from pipeline.emit.cards.photos import PORTRAIT, Gallery, Photo, Use
from pipeline.emit.cards.states import State, states
from pipeline.emit.feed_languages import folder, further_languages
from pipeline.emit.grid import Grid, grids
from pipeline.emit.tracks import Accent, accents, track_names
from pipeline.emit.typography import full_tag
from pipeline.model import Edition, Event, Image, Kind, Naming, Person, Program, Role, Session, Speaker, Status, Talk, Venue

#: How many sessions beside one are named on its page.
_MOST_BESIDE = 12
#: More rooms than any table is cut at: on a screen one can scroll.
_ALL_ROOMS = 1_000_000


@dataclass(frozen=True, slots=True)
class Slot:
    """Sessions of one day that start together; ``start`` is ``None`` where the time is to be announced."""

    start: datetime | None
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A session in its room's column of the timetable."""

    session: Session
    room: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the program; ``date`` is ``None`` for the sessions whose day is to be announced.

    ``grid`` is the timetable, where there is more to it than one column.
    """

    date: date | None
    slots: tuple[Slot, ...]
    grid: Grid[Placed] | None

    @property
    def name(self) -> str:
        """The name of its page."""
        return day_name(self.date)

    @property
    def sessions(self) -> Iterator[Session]:
        """Its sessions in order."""
        return (session for slot in self.slots for session in slot.sessions)


@dataclass(frozen=True, slots=True)
class Strand:
    """A track: the name of its page, its accent and its sessions in order."""

    id: str
    name: str
    accent: Accent
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A session in a list that is no timetable.

    On somebody's page ``role`` is what they are in it (``speaker``, ``host``, ``chair``, ``organizer``, ``panelist``), ``talk`` the talk
    that they give.
    """

    session: Session
    role: str | None = None
    talk: Talk | None = None


@dataclass(frozen=True)
class Guide:
    """An edition as the pages look at it."""

    edition: Edition
    gallery: Gallery

    @property
    def program(self) -> Program:
        """The facts."""
        return self.edition.program

    @cached_property
    def calendars(self) -> Mapping[str, str]:
        """The folder of the feeds in each further language that has some, under the language's tag."""
        return {full_tag(tag): f"{feed_paths.FOLDER}/{folder(tag)}" for tag in further_languages(self.edition)}

    @property
    def event(self) -> Event:
        """The conference."""
        return self.program.event

    @cached_property
    def states(self) -> Mapping[str, State]:
        """Under its id the state of each session of which there is something to say at a glance."""
        return states(self.edition)

    @cached_property
    def noted(self) -> frozenset[str]:
        """The ids of the sessions of which there is something to say at a glance: those with a state, and those that are cancelled."""
        return frozenset((*self.states, *(one.id for one in self.program.sessions if one.status is Status.CANCELLED)))

    @cached_property
    def feeds(self) -> frozenset[str]:
        """The paths of the calendar feeds of days, rooms, tracks, people and sessions in which there is an entry."""
        listed = (session for session in self.program.sessions if session.day and session.kind is not Kind.BREAK)
        return frozenset(path for session in listed for path in self._feeds_of(session))

    def _feeds_of(self, session: Session) -> Iterator[str]:
        yield feed_paths.of_session(session.id)
        if session.day:
            yield feed_paths.of_day(session.day)
        if session.venue:
            yield feed_paths.of_room(session.venue)
        if session.track:
            yield feed_paths.of_track(self.strands[session.track].id)
        people = (self.program.person_of.get(who) for who, _, _ in _doers(session))
        yield from (feed_paths.of_person(person.id) for person in people if person and person.calendar)

    # days

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The program's days in order; last, if there are any, the sessions without a day."""
        return tuple(self._day(day, sessions) for day, sessions in self.program.by_day)

    def _day(self, day: date | None, sessions: tuple[Session, ...]) -> Day:
        slots = tuple(Slot(start, tuple(group)) for start, group in groupby(sessions, key=lambda session: session.start))
        rooms = tuple(venue.name for venue in self.program.venues)
        tables = grids([Placed(session, self.place(session)) for session in sessions], _ALL_ROOMS, rooms)
        return Day(day, slots, tables[0] if tables and len(tables[0].columns) > 1 else None)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Session | None, Session | None]]:
        """Under each session's id the one before and the one after it in the program."""
        row = (None, *self.program.sessions, None)
        return {here.id: (row[index], row[index + 2]) for index, here in enumerate(self.program.sessions)}

    @cached_property
    def beside(self) -> Mapping[str, tuple[Session, ...]]:
        """Under each session's id what takes place at the same time, breaks aside: up to a dozen, in order."""
        found: dict[str, list[Session]] = {session.id: [] for session in self.program.sessions}
        running: list[tuple[datetime, Session]] = []
        for session in self.program.sessions:
            if not session.start or not session.end or session.kind is Kind.BREAK:
                continue
            # Whoever has a dozen beside them is done with, so that a thousand at one time cost no million pairs.
            running = [(end, other) for end, other in running if end > session.start and len(found[other.id]) < _MOST_BESIDE]
            for _, other in running:
                found[other.id].append(session)
                found[session.id].append(other)
            running.append((session.end, session))
        return {id_: tuple(others[:_MOST_BESIDE]) for id_, others in found.items()}

    def other_names(self, who: Speaker | Role) -> tuple[Naming, ...]:
        """The person's names in other languages, but the one that this page gives."""
        person = self.program.person_of.get(who.person)
        return tuple(one for one in (person.translations if person else ()) if one.name and one.name != who.name)

    @cached_property
    def offset(self) -> timedelta | None:
        """The zone's offset from UTC during the program, where it is the same for all of it."""
        offsets = {session.start.utcoffset() for session in self.program.sessions if session.start}
        return offsets.pop() if len(offsets) == 1 else None

    # tracks

    @cached_property
    def strands(self) -> Mapping[str, Strand]:
        """Each track under its name: those of the event in its order, then tracks that only sessions name."""
        colors = accents(self.program)
        ids = track_names(self.edition)
        sessions: dict[str, list[Session]] = {name: [] for name in colors}
        for session in self.program.sessions:
            if session.track:
                sessions[session.track].append(session)
        return {name: Strand(ids[name], name, accent, tuple(sessions[name])) for name, accent in colors.items()}

    # rooms

    @cached_property
    def sessions_in(self) -> Mapping[str, tuple[Session, ...]]:
        """Under each venue's id its sessions in order."""
        found: dict[str, list[Session]] = {venue.id: [] for venue in self.program.venues}
        for session in self.program.sessions:
            if session.venue in found:
                found[session.venue].append(session)
        return {id_: tuple(sessions) for id_, sessions in found.items()}

    @cached_property
    def venue_named(self) -> Mapping[str, Venue]:
        """Each venue under its name."""
        return {venue.name: venue for venue in self.program.venues}

    def venue(self, session: Session) -> Venue | None:
        """The session's venue, where it is a known one."""
        return self.program.venue_of.get(session.venue) if session.venue else None

    def place(self, session: Session) -> str | None:
        """The name of the session's place."""
        venue = self.venue(session)
        return venue.name if venue else session.venue_text

    # people

    @cached_property
    def appearances(self) -> Mapping[str, tuple[Line, ...]]:
        """Under each person's id where they appear, in order, once for each session and role."""
        found: dict[str, dict[tuple[str, str], Line]] = {person.id: {} for person in self.program.people}
        for session in self.program.sessions:
            for who, role, talk in _doers(session):
                if who in found:
                    found[who].setdefault((session.id, f"{role} {talk.id}" if talk else role), Line(session, role, talk))
        return {id_: tuple(lines.values()) for id_, lines in found.items()}

    def affiliation(self, who: Speaker | Role | Person) -> str | None:
        """The institute the page gives, else the person's own."""
        person = self._person(who)
        return who.affiliation or (person.affiliation if person else None)

    def portrait(self, who: Speaker | Role | Person, use: Use = PORTRAIT) -> Photo | None:
        """The photo the page gives of a speaker, else the person's own; ``None`` where there is none that can be read."""
        person = self._person(who)
        choices = (who.photo if isinstance(who, Speaker) else None, person.photo if person else None)
        return next((photo for image in choices if (photo := self.picture(image, use))), None)

    def _person(self, who: Speaker | Role | Person) -> Person | None:
        return who if isinstance(who, Person) else self.program.person_of.get(who.person)

    def picture(self, image: Image | None, use: Use) -> Photo | None:
        """A picture made for a use; ``None`` where there is none that can be read."""
        return self.gallery.photos.get((image, use)) if image else None


def _doers(session: Session) -> Iterator[tuple[str, str, Talk | None]]:
    """Who does what in a session, in the order of the page: speakers with their talks, then the others."""
    for talk in session.talks:
        yield from ((speaker.person, "speaker", talk) for speaker in talk.speakers)
    yield from ((role.person, role.role, None) for role in session.people)
    yield from ((talk.host.person, talk.host.role, None) for talk in session.talks if talk.host)


def day_name(day: date | None) -> str:
    """The name of a day's page."""
    return day.isoformat() if day else "to-be-announced"


def sole_talk(session: Session) -> Talk | None:
    """The talk that is the whole session (a keynote's page, say): the only one, with no title of its own."""
    if len(session.talks) == 1 and session.talks[0].title in {None, session.title}:
        return session.talks[0]
    return None


def roles(session: Session) -> tuple[tuple[str, tuple[Role, ...]], ...]:
    """The session's role holders by role, roles in the order of their first mention."""
    found: dict[str, list[Role]] = {}
    for role in session.people:
        found.setdefault(role.role, []).append(role)
    return tuple((role, tuple(holders)) for role, holders in found.items())
