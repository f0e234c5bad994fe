"""What the pages say, beyond the program itself: days cut into slots, accents, portraits, neighbours, addresses.

Computed once for all pages, so that each page costs the same whatever the size of the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby
from urllib.parse import urljoin, urlsplit

from pipeline.emit.cards.photos import PORTRAIT, Gallery, Photo, Use
from pipeline.emit.tracks import Accent, accents
from pipeline.emit.typography import Languages
from pipeline.model import Edition, Event, Image, Naming, Program, Role, Session, Speaker, Talk, Venue


@dataclass(frozen=True, slots=True)
class Slot:
    """Sessions of one day that start together; ``start`` is ``None`` where the time is to be announced."""

    start: datetime | None
    sessions: tuple[Session, ...]

    @property
    def end(self) -> datetime | None:
        """The end, where all of them end together."""
        ends = {session.end for session in self.sessions}
        return ends.pop() if len(ends) == 1 else None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the program in slots; ``date`` is ``None`` for the sessions whose day is to be announced."""

    date: date | None
    slots: tuple[Slot, ...]

    @property
    def anchor(self) -> str:
        """The id of its section on the home page."""
        return anchor(self.date)


@dataclass(frozen=True)
class Site:
    """An edition as the pages show it."""

    edition: Edition
    gallery: Gallery
    languages: Languages

    @classmethod
    def of(cls, edition: Edition, gallery: Gallery) -> "Site":
        """The site of an edition. Its interface speaks Chinese where the event's main language is Chinese, else English."""
        spoken = Languages.of(edition.program.event.languages)
        return cls(edition, gallery, spoken.within(spoken.main if spoken.main.startswith("zh") else "en"))

    @property
    def program(self) -> Program:
        """The facts."""
        return self.edition.program

    @property
    def event(self) -> Event:
        """The conference."""
        return self.program.event

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The program's days in order, each cut into slots; last, if there are any, the sessions without a day."""
        return tuple(
            Day(day, tuple(Slot(start, tuple(group)) for start, group in groupby(sessions, key=lambda session: session.start)))
            for day, sessions in self.program.by_day
        )

    @cached_property
    def accents(self) -> Mapping[str, Accent]:
        """Each track's accent under its name."""
        return accents(self.program)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Session | None, Session | None]]:
        """Under each session's id the one before and the one after it in the program."""
        row = (None, *self.program.sessions, None)
        return {here.id: (row[index], row[index + 2]) for index, here in enumerate(self.program.sessions)}

    @cached_property
    def date_languages(self) -> tuple[str, ...]:
        """The languages that dates are given in: the interface's, and Chinese or English beside it where the event has both."""
        others = [tag for tag in self.event.languages if tag[:2] in {"zh", "en"} and tag[:2] != self.languages.main[:2]]
        return (self.languages.main, *(Languages.of(others[:1]).main for _ in others[:1]))

    @cached_property
    def offset(self) -> timedelta | None:
        """The zone's offset from UTC during the program, where it is the same for all of it."""
        offsets = {session.start.utcoffset() for session in self.program.sessions if session.start}
        return offsets.pop() if len(offsets) == 1 else None

    @property
    def feed(self) -> str | None:
        """The feed's full address, where the event's own address is known."""
        return urljoin(base, "calendar/all.ics") if (base := self._base) else None

    @property
    def _base(self) -> str | None:
        return f"{self.event.url.rstrip('/')}/" if is_web(self.event.url) and self.event.url else None

    def link(self, address: str | None) -> str | None:
        """An address an author wrote, made absolute by the event's own; ``None`` unless it leads to the web."""
        try:
            full = urljoin(self._base or "", (address or "").strip())
        except ValueError:
            return None
        return full if address and is_web(full) else None

    def venue(self, session: Session) -> Venue | None:
        """The session's venue, where it is a known one."""
        return self.program.venue_of.get(session.venue) if session.venue else None

    def place(self, session: Session) -> str | None:
        """The name of the session's place."""
        venue = self.venue(session)
        return venue.name if venue else session.venue_text

    def affiliation(self, who: Speaker | Role) -> str | None:
        """The institute the page gives, else the person's own."""
        person = self.program.person_of.get(who.person)
        return who.affiliation or (person.affiliation if person else None)

    def other_names(self, who: Speaker | Role) -> tuple[Naming, ...]:
        """The person's names in other languages, but the one that this page gives."""
        person = self.program.person_of.get(who.person)
        return tuple(one for one in (person.translations if person else ()) if one.name and one.name != who.name)

    def portrait(self, who: Speaker | Role, use: Use = PORTRAIT) -> Photo | None:
        """The photo the page gives of a speaker, else the person's own; ``None`` where there is none that can be read."""
        person = self.program.person_of.get(who.person)
        choices = (who.photo if isinstance(who, Speaker) else None, person.photo if person else None)
        return next((photo for image in choices if image and (photo := self.gallery.photos.get((image, use)))), None)

    def picture(self, image: Image | None, use: Use) -> Photo | None:
        """A picture of the event's own, made for a use; ``None`` where there is none that can be read."""
        return self.gallery.photos.get((image, use)) if image else None


def anchor(day: date | None) -> str:
    """The id of a day's section on the home page."""
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


def is_web(address: str | None) -> bool:
    """Whether an address is of the web: ``javascript:`` and its like are never linked."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
