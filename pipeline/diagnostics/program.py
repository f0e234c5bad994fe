"""Problems between sessions: rooms, people, times and identities that can't all be true (S4xx)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity
from pipeline.source import Span


@dataclass(frozen=True)
class Slot:
    """Something with a title that takes a stretch of time (aware, the end exclusive), where it stands, and where its page says its hours."""

    title: str
    start: datetime
    end: datetime
    span: Span
    start_at: Span
    end_at: Span

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
    other_at: Span

    code: ClassVar[str] = "S401"
    example: ClassVar[str] = """\
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
== streams.md
title: Streams
date: 2026-10-15
start: 10:00
end: 11:00
venue: Main Hall
       ^^^^^^^^^
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
        """Where the one's hours stand, and the room and the hours of the session that begins first."""
        return _others(self.span, self.one.start_at, self.other_at, self.other.start_at)


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
    other_at: Span

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
date: 2026-10-15
start: 10:00
end: 11:00
venue: Harbour Room
chair: Ada Brook
       ^^^^^^^^^
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
        """Where the one's hours stand, and the name and the hours of the engagement that begins first."""
        return _others(self.span, self.one.start_at, self.other_at, self.other.start_at)


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
    speaker: Ada Brook
    start: 10:00
    end: 11:00
         ^^^^^
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
        """Where the session's hours stand."""
        return _others(self.span, self.session.start_at, self.session.end_at)


@dataclass(frozen=True)
class EndBeforeStart(Problem):
    """Something ends before it begins, or at the moment it begins.

    Calendar programs drop such an entry or show it at a wrong place.
    """

    title: str
    start: datetime
    end: datetime
    start_at: Span

    code: ClassVar[str] = "S404"
    example: ClassVar[str] = """\
title: Rivers
date: 2026-10-15
start: 10:30
end: 10:30
     ^^^^^
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

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the start stands."""
        return _others(self.span, self.start_at)


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
date: 2025-10-15
      ^^^^^^^^^^
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
    ^^^^^^
title: Streams
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


@dataclass(frozen=True)
class OverlappingTalks(Problem):
    """A talk begins while another one of its session is still going on.

    One of the two has a wrong time, as a rule one that was left when the order changed. Talks at one and the same time, and posters,
    do not count.
    """

    talk: Slot
    other: Slot

    code: ClassVar[str] = "S407"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
talks:
  - title: Sources
    speaker: Ada Brook
    start: 09:00
    end: 09:50
  - title: Mouths
    speaker: Eve Ford
    start: 09:30
           ^^^^^
    end: 10:00
---
"""

    @property
    def message(self) -> str:
        """Both talks."""
        return f"talk {self.talk} begins before {self.other} is over"

    @property
    def help(self) -> str:
        """Change one of them."""
        return "correct the start of this talk, or the end of the other"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the end of the other stands."""
        return _others(self.span, self.other.end_at)


@dataclass(frozen=True)
class UnknownTrack(Problem):
    """A session's track is not one of those that ``program.toml`` lists; or, where it lists none, it is almost the track of other sessions.

    The track gets a line of its own in every list of tracks, and its session is missing under the one that was meant.
    """

    name: str
    near: str | None

    code: ClassVar[str] = "S408"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
venue: Main Hall
track: Running Water
       ^^^^^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"

[[tracks]]
name = "Still Waters"
"""

    @property
    def message(self) -> str:
        """The track, and the one that was meant, perhaps."""
        return f"track '{self.name}' is almost '{self.near}'" if self.near else f"track '{self.name}' is not listed in program.toml"

    @property
    def help(self) -> str:
        """Correct it, or list it."""
        meant = f"write '{self.near}' if that is meant; or " if self.near else "correct the name, or "
        return f'{meant}add it to program.toml: [[tracks]], name = "{self.name}"'


@dataclass(frozen=True)
class CopiedText(Problem):
    """A talk has the title or the abstract of a talk that other people give.

    Pages are made from copies of others. What was to be replaced has stayed.
    """

    fact: str
    talk: str
    other: str
    other_at: Span

    code: ClassVar[str] = "S409"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
venue: Main Hall
talks:
  - title: Sources
    speaker: Ada Brook
    abstract: Where a river begins, it is hard to say that it has begun.
  - title: Mouths
    speaker: Eve Ford
    abstract: Where a river begins, it is hard to say that it has begun.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
---
"""

    @property
    def message(self) -> str:
        """Both talks."""
        return f"talk '{self.talk}' has the {self.fact} of '{self.other}'"

    @property
    def help(self) -> str:
        """Replace it."""
        return f"write the {self.fact} of this talk, or leave it out until it is known"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where it stands in the other talk."""
        return _others(self.span, self.other_at)


def _others(span: Span, *others: Span) -> tuple[Span, ...]:
    """Further places, each once, without the first one."""
    return tuple(dict.fromkeys(other for other in others if other != span))
