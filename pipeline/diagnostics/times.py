"""Problems of days and hours: what can't be read, and what contradicts itself, the calendar or the time zone (T2xx)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pipeline.diagnostics import Edit, Problem
from pipeline.source import Span


@dataclass(frozen=True)
class UnreadableTime(Problem):
    """A text that should state a day or hours can't be read as such.

    The fact is left open: the outputs say that it is to be announced.
    """

    words: str

    code: ClassVar[str] = "T201"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: lateish
       ^^^^^^^
end: 11:35
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """The words."""
        return f"cannot read '{self.words}' as a time"

    @property
    def help(self) -> str:
        """A form that can be read."""
        return "write the day as 2026-10-15 and hours as 09:50 or 9:50 a.m. — 11:35 a.m."


@dataclass(frozen=True)
class WeekdayDateMismatch(Problem):
    """A date is written with a weekday that it does not fall on.

    One of the two is wrong. Readers who trust the weekday come on the wrong day. Where the page gives the same date elsewhere, or the
    conference has no such weekday, the date is right: then `check --fix` writes the weekday that it falls on, in the page's own words.
    """

    day: date
    written: str
    nearest: date
    words: str = ""
    right: str | None = None

    code: ClassVar[str] = "T202"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Monday, Oct. 15, 2026"
                                  ^^^^^^
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """The date and its true weekday."""
        return f"{self.day:%Y-%m-%d} is a {WEEKDAYS[self.day.weekday()]}, not a {self.written}"

    @property
    def help(self) -> str:
        """The two ways to mend it."""
        return f"write {WEEKDAYS[self.day.weekday()]}, or, if {self.written} is right, the date is perhaps {self.nearest:%Y-%m-%d}"

    @property
    def fix(self) -> Edit | None:
        """The weekday of the date, where the date is certain; ``right`` is then the word for it as the page would write it."""
        return Edit(self.span, self.words, self.right) if self.right else None


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class DatesDisagree(Problem):
    """The page gives two days for one session.

    The one whose weekday fits is believed, then the front matter before a heading before the body; the other misleads whoever reads
    the page. A field ``date`` that may be when the page was posted is believed last.
    """

    used: date
    other: date
    used_at: Span
    posted: bool = False

    code: ClassVar[str] = "T203"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
venue: Main Hall
---

Friday, Oct. 16, 2026
^^^^^^^^^^^^^^^^^^^^^
------
"""

    @property
    def message(self) -> str:
        """Both days."""
        return f"the page also says {_day(self.other)}; {_day(self.used)} is used"

    @property
    def help(self) -> str:
        """Correct one, or give the field the name that says what it is."""
        if self.posted:
            return "if this is when the page was posted, call the field publishDate; else correct the one that is wrong"
        return "correct the one that is wrong"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the day in use stands."""
        return (self.used_at,)


@dataclass(frozen=True)
class TimesDisagree(Problem):
    """The page gives two times for one session or talk.

    The front matter is believed before the body; the other one misleads whoever reads the page.
    """

    used: str
    other: str
    used_at: Span

    code: ClassVar[str] = "T204"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "3:45 p.m. — 5:45 p.m., Thursday, Oct. 15, 2026"
---

<div class="tip">Location: Main Hall</div>
<div class="tip">Time: 3:45 p.m. — 4:15 p.m.</div>
                       ^^^^^^^^^^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """Both times."""
        return f"the page also says {self.other}; {self.used} is used"

    @property
    def help(self) -> str:
        """Correct one."""
        return "correct the one that is wrong"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the time in use stands."""
        return (self.used_at,)


@dataclass(frozen=True)
class AmbiguousTime(Problem):
    """A time can be read in more than one way, or in none that makes sense.

    It is left open rather than guessed: a reader who is told nothing asks, one who is told a wrong hour comes at it.
    """

    words: str
    why: str

    code: ClassVar[str] = "T205"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
time: 11:15pm - 12:30pm
      ^^^^^^^^^^^^^^^^^
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """Why."""
        return f"'{self.words}' is not clear: {self.why}; it is left open"

    @property
    def help(self) -> str:
        """A form that is clear."""
        return "write both ends with a 24-hour clock, such as 09:50-11:35"


@dataclass(frozen=True)
class MissingDay(Problem):
    """The page states hours but no day.

    Its session stands in no day's program and not in the calendar.
    """

    code: ClassVar[str] = "T206"
    example: ClassVar[str] = """\
---
title: Rivers
time: 09:50-11:35
      ^^^^^^^^^^^
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """There is none."""
        return "these hours have no day, so the session is in no day's program"

    @property
    def help(self) -> str:
        """The line to add."""
        return "add a line 'date: 2026-10-15' to the front matter"


@dataclass(frozen=True)
class OffsetContradictsZone(Problem):
    """A time carries an offset or a zone's name that is not the conference's at that time.

    The hours are taken as the conference's own, as a reader in the hall would take them.
    """

    offset: str
    zone: str
    used: str

    code: ClassVar[str] = "T207"
    example: ClassVar[str] = """\
---
title: Rivers
start: 2026-10-15T09:50:00Z
                          ^
end: 2026-10-15 11:35
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """Both offsets."""
        return f"{self.offset} is not the time of {self.zone}, which is {self.used}; the hours are taken as local"

    @property
    def help(self) -> str:
        """Leave it out, or convert."""
        return "leave the offset out, or convert the hours to the conference's zone"


@dataclass(frozen=True)
class SkippedHour(Problem):
    """The time does not exist: clocks are put forward over it that night.

    It stands for no moment, so no calendar could show it.
    """

    words: str

    code: ClassVar[str] = "T208"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-03-29
start: 02:30
       ^^^^^
end: 04:00
venue: Main Hall
---
== program.toml
[event]
title = "Rivers 2026"
timezone = "Europe/Berlin"
[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Which time."""
        return f"{self.words} does not exist: clocks are put forward that night; it is left open"

    @property
    def help(self) -> str:
        """Correct it."""
        return "write a time before or after the change"


@dataclass(frozen=True)
class InferredTime(Problem):
    """A time is taken otherwise than it is written, because it makes sense in one way alone (``11–1pm``, ``2:30–3:20``).

    Readers of the page infer the same, most of them; written out, all of them do. Where the words alone leave several readings
    (``11:15pm – 12:30pm``), one is taken only if all others are against what is certain of the program: its hours, its usual lengths,
    the room's other sessions, the order of the pages; the message says against what.
    """

    words: str
    meant: str
    against: str = ""

    code: ClassVar[str] = "T209"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
time: 11–1pm
      ^^^^^^
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """What it is read as, and why not otherwise."""
        why = f"; anything else would be {self.against}" if self.against else ""
        return f"'{self.words}' is read as {self.meant}{why}"

    @property
    def help(self) -> str:
        """Write it out."""
        return f"write {self.meant.replace('–', '-')}, so that nobody has to guess"


@dataclass(frozen=True)
class UnlikelyHours(Problem):
    """A session stands far outside the hours of all others, and with a.m. for p.m., or the other way round, it would not.

    The hours are published as they are written, for they can be meant. If they are a slip, people come half a day too late.
    """

    words: str
    usual: str
    likely: str

    code: ClassVar[str] = "T210"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
time: 11:15 p.m. — 11:45 p.m.
      ^^^^^^^^^^^^^^^^^^^^^^^
venue: Main Hall
---
== lakes.md
---
title: Lakes
date: 2026-10-15
time: 09:00-10:00
venue: Main Hall
---
== ponds.md
---
title: Ponds
date: 2026-10-16
time: 11:00-12:00
venue: Main Hall
---
== seas.md
---
title: Seas
date: 2026-10-16
time: 14:00-15:30
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """The hours, and the others'."""
        return f"'{self.words}' is far outside the hours of all other sessions ({self.usual})"

    @property
    def help(self) -> str:
        """The slip that it may be."""
        return f"if {self.likely} is meant, write that; if not, leave it as it is"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day:%Y-%m-%d}"
