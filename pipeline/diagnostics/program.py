"""Problems between sessions: rooms, people, times and identities that can't all be true (S4xx)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity
from pipeline.source import Span


@dataclass(frozen=True)
class Slot:
    """Something with a title that takes a stretch of time (aware, the end exclusive), and where its page says so."""

    title: str
    start: datetime
    end: datetime
    span: Span

    def __str__(self) -> str:
        """``'Title' (14:00–15:30)``; the end's day is named where it is another one."""
        last = f"{self.end:%H:%M}" if self.start.date() == self.end.date() else f"{self.end:%Y-%m-%d %H:%M}"
        return f"'{self.title}' ({self.start:%H:%M}–{last})"


@dataclass(frozen=True)
class DoubleBooking(Problem):
    """Two sessions are in one room at the same time.

    One of them has the wrong room or the wrong time, and its audience will stand before a full hall. Cancelled sessions, breaks,
    and posters beside posters do not count.
    """

    room: str
    one: Slot
    other: Slot

    code: ClassVar[str] = "S401"
    example: ClassVar[str] = """\
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
== streams.md
title: Streams
       ^^^^^^^
date: 2026-10-15
start: 10:00
end: 11:00
venue: Main Hall
"""

    @property
    def message(self) -> str:
        """Both sessions, their times and the room."""
        return f"{self.one} and {self.other} are both in {self.room} on {self.one.start:%Y-%m-%d}"

    @property
    def help(self) -> str:
        """Change one of four facts."""
        return "correct the time or the room of one of the two"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the session that begins first stands."""
        return (self.other.span,)


@dataclass(frozen=True)
class PersonInTwoPlaces(Problem):
    """Somebody speaks, hosts, chairs or sits on a panel in two sessions at the same time, in different places.

    Either a time is wrong, or two people share a name, or somebody needs to be asked to step in. A talk counts with its own times
    where the page gives them, else with those of its session; cancelled sessions do not count.
    """

    person: str
    role: str
    one: Slot
    other_role: str
    other: Slot

    code: ClassVar[str] = "S402"
    example: ClassVar[str] = """\
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
speaker: Ada Brook
== streams.md
title: Streams
       ^^^^^^^
date: 2026-10-15
start: 10:00
end: 11:00
venue: Harbour Room
chair: Ada Brook
"""

    @property
    def message(self) -> str:
        """Who, and both engagements."""
        both = f"{self.role} at {self.one} and {self.other_role} at {self.other}"
        return f"{self.person} is in two places at once on {self.one.start:%Y-%m-%d}: {both}"

    @property
    def help(self) -> str:
        """Change a time, or tell the two apart."""
        return "correct the time of one of the two; if they are two people of one name, write their names or institutes apart"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the engagement that begins first stands."""
        return (self.other.span,)


@dataclass(frozen=True)
class TalkOutsideSession(Problem):
    """A talk begins before its session or ends after it.

    The calendar would send people to the session at one time and to the talk at another.
    """

    talk: Slot
    session: Slot

    code: ClassVar[str] = "S403"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
talks:
  - title: Sources
           ^^^^^^^
    speaker: Ada Brook
    start: 10:00
    end: 11:00
---
"""

    @property
    def message(self) -> str:
        """Both times."""
        return f"talk {self.talk} is not within its session {self.session}"

    @property
    def help(self) -> str:
        """Change one of them."""
        return "correct the talk's time, or the session's"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the session stands."""
        return (self.session.span,)


@dataclass(frozen=True)
class EndBeforeStart(Problem):
    """Something ends before it begins, or at the moment it begins.

    Calendar programs drop such an entry or show it at a wrong place.
    """

    title: str
    start: datetime
    end: datetime

    code: ClassVar[str] = "S404"
    example: ClassVar[str] = """\
title: Rivers
       ^^^^^^
date: 2026-10-15
start: 10:30
end: 10:30
venue: Main Hall
"""

    @property
    def message(self) -> str:
        """Both times."""
        return f"'{self.title}' ends at {self.end:%Y-%m-%d %H:%M}, but begins at {self.start:%Y-%m-%d %H:%M}"

    @property
    def help(self) -> str:
        """Which to look at."""
        return "correct the start or the end; a mix-up of a.m. and p.m. is the usual cause"


@dataclass(frozen=True)
class DayOutsideConference(Problem):
    """A session is on a day that the conference does not have.

    ``days`` under ``[event]`` in ``program.toml`` lists the days of the conference. A session on another one has a wrong date, as a
    rule a wrong year or month, or a day is missing from the list.
    """

    title: str
    day: date
    first: date
    last: date

    code: ClassVar[str] = "S405"
    example: ClassVar[str] = """\
title: Rivers
       ^^^^^^
date: 2025-10-15
start: 09:00
end: 10:30
venue: Main Hall
== program.toml
[event]
title = "Waterways"
timezone = "Asia/Shanghai"
days = [2026-10-15, 2026-10-16]

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """The day, and those of the conference."""
        span = f"{self.first} to {self.last}" if self.first != self.last else str(self.first)
        return f"'{self.title}' is on {self.day}, which is no day of the conference ({span})"

    @property
    def help(self) -> str:
        """Two ways out."""
        return "correct the date, or add the day to 'days' under [event] in program.toml"


@dataclass(frozen=True)
class DuplicateIdentity(Problem):
    """Two sessions have one identity.

    The identity names a session's page and its entry in people's calendars, and tells a moved session from a new one. With one
    identity for two sessions, one would overwrite the other. Identities that differ only in letter case count as one, since they
    are one file on many disks.
    """

    id: str
    other: Span

    code: ClassVar[str] = "S406"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
id: rivers
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
== streams.md
id: rivers
title: Streams
       ^^^^^^^
date: 2026-10-16
start: 09:00
end: 10:30
venue: Main Hall
"""

    @property
    def message(self) -> str:
        """The identity."""
        return f"another session has the identity '{self.id}' already"

    @property
    def help(self) -> str:
        """Change one of them."""
        return "give one of the two pages an 'id' of its own in its front matter, or rename its file"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other session stands."""
        return (self.other,)
