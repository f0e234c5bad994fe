"""Problems of ``program.toml`` and of the site's own configuration (C6xx)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity
from pipeline.source import Span


@dataclass(frozen=True)
class MissingTimezone(Problem):
    """Nothing says in which time zone the conference takes place.

    Without it no time is exact: a calendar would show every talk at another hour to every subscriber. It is never guessed.
    """

    code: ClassVar[str] = "C601"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
== program.toml
[event]
^
title = "Rivers 2026"
"""

    @property
    def message(self) -> str:
        """There is none."""
        return "the conference's time zone is not given"

    @property
    def help(self) -> str:
        """The line to add."""
        return 'add to program.toml, under [event]:  timezone = "Asia/Shanghai"  (or give --timezone Asia/Shanghai)'


@dataclass(frozen=True)
class UnknownTimezone(Problem):
    """The time zone is not one of the IANA data base.

    Its offsets and its summer time cannot be known then, so no time would be exact.
    """

    name: str
    near: str | None

    code: ClassVar[str] = "C602"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shangai"
            ^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """The name given."""
        return f"'{self.name}' is not a time zone"

    @property
    def help(self) -> str:
        """The nearest one."""
        if self.near:
            return f"did you mean '{self.near}'?"
        return "use the zone's IANA name, such as Europe/Berlin, Asia/Shanghai or America/New_York"


@dataclass(frozen=True)
class UnknownSetting(Problem):
    """``program.toml`` has a setting that confbook does not know.

    It has no effect, whatever it was meant to have; a slip of the pen, as a rule.
    """

    name: str
    near: str | None

    code: ClassVar[str] = "C603"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"
adress = "1 Quay Road"
^^^^^^
"""

    @property
    def message(self) -> str:
        """The name given."""
        return f"unknown setting '{self.name}'"

    @property
    def help(self) -> str:
        """The nearest one."""
        return f"did you mean '{self.near}'?" if self.near else "remove it; the README lists all settings"


@dataclass(frozen=True)
class WrongSetting(Problem):
    """A setting of ``program.toml`` has a value of the wrong sort.

    It can't be used, and without it the outputs would state something else than you decided.
    """

    name: str
    wanted: str

    code: ClassVar[str] = "C604"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"
days = ["15 October"]
         ^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """What it should be."""
        return f"'{self.name}' must be {self.wanted}"

    @property
    def help(self) -> str:
        """Correct it."""
        return f"write {self.wanted}"


@dataclass(frozen=True)
class BrokenConfiguration(Problem):
    """``program.toml`` does not follow TOML's grammar.

    Nothing in it can be trusted then: the time zone, the days and the venues would be missing from all outputs.
    """

    reason: str

    code: ClassVar[str] = "C605"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
== program.toml
[event]
title = Rivers 2026
        ^
"""

    @property
    def message(self) -> str:
        """What the parser stumbled over."""
        return f"program.toml cannot be read: {self.reason}"

    @property
    def help(self) -> str:
        """The usual cause."""
        return 'as a rule a text has no quotes around it: write title = "Rivers 2026"'


@dataclass(frozen=True)
class MissingEventTitle(Problem):
    """Nothing names the conference.

    Covers and calendars carry the plain words "Conference program" until something does.
    """

    code: ClassVar[str] = "C606"
    example: ClassVar[str] = """\
== program.toml
[event]
^
timezone = "Asia/Shanghai"
"""

    @property
    def message(self) -> str:
        """There is none."""
        return "the conference has no title"

    @property
    def help(self) -> str:
        """The line to add."""
        return 'add to program.toml, under [event]:  title = "…"'


@dataclass(frozen=True)
class IncompleteWaiver(Problem):
    """A waiver in ``program.toml`` lacks its kind of problem, its reason or its last day, so it waives nothing.

    A waiver is a promise to somebody who reads the program next year. Without a reason they can't judge it, and without a last day
    it would hide the next mistake of that kind as well.
    """

    absent: tuple[str, ...]

    code: ClassVar[str] = "C607"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[waivers]]
code = "V302"
^^^^
until = 2026-11-30
"""

    @property
    def message(self) -> str:
        """What is absent."""
        return f"this waiver has no {' and no '.join(repr(name) for name in self.absent)}; it waives nothing"

    @property
    def help(self) -> str:
        """The lines to add."""
        lines = {"code": 'code = "V302"', "reason": 'reason = "…"', "until": "until = 2026-11-30"}
        return "add under [[waivers]]:\n" + "\n".join(lines[name] for name in self.absent)


@dataclass(frozen=True)
class UnwaivableKind(Problem):
    """A waiver in ``program.toml`` names a kind of problem that can't be waived: an error, or one that judges waivers.

    An error is what would make an output impossible or a lie. And waivers that waive the end of waivers would never end.
    """

    waived: str
    name: str
    is_error: bool

    code: ClassVar[str] = "C608"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[waivers]]
code = "S406"
        ^^^^
reason = "they are one talk"
until = 2026-11-30
"""

    @property
    def message(self) -> str:
        """Which, and why not."""
        return (
            f"{self.waived} {self.name} cannot be waived: it {'is an error' if self.is_error else 'judges the waivers themselves'}"
        )

    @property
    def help(self) -> str:
        """Mend what it speaks of."""
        return "remove the waiver, and mend what the problem speaks of"


@dataclass(frozen=True)
class ExpiredWaiver(Problem):
    """A waiver's last day is over. What it waived is reported again.

    Either the matter is settled by now, or somebody has to decide once more whether it may stay as it is.
    """

    waived: str
    until: date

    code: ClassVar[str] = "C609"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[waivers]]
code = "V302"
        ^^^^
reason = "the new sign comes in August"
until = 2026-08-31
"""

    @property
    def message(self) -> str:
        """Which, and since when."""
        return f"the waiver of {self.waived} ended on {self.until}"

    @property
    def help(self) -> str:
        """Two ways out."""
        return "remove it if the matter is settled; else write a later day under 'until', and check that its reason still holds"


@dataclass(frozen=True)
class UnusedWaiver(Problem):
    """A waiver waives nothing: no problem of its kind, in its file and with its words was found.

    What it was for is settled, or its path or words have a slip. If it stays it may hide a new mistake that nobody has looked at.
    """

    waived: str
    path: str | None
    words: str | None

    code: ClassVar[str] = "C610"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[waivers]]
code = "V302"
        ^^^^
path = "sessions/streams.md"
reason = "the pavilion really has this name"
until = 2026-11-30
"""

    @property
    def message(self) -> str:
        """What was not found."""
        where = f" in '{self.path}'" if self.path else ""
        words = f" that says '{self.words}'" if self.words else ""
        return f"this waiver waives nothing: there is no {self.waived}{where}{words}"

    @property
    def help(self) -> str:
        """Remove it, or correct it."""
        return "remove it if the matter is settled; else correct its 'path' or its 'words'"


@dataclass(frozen=True)
class UnknownKind(Problem):
    """A waiver names a kind of problem that there is not, so it waives nothing.

    A slip of the pen, as a rule; the warning that it was meant for is reported.
    """

    written: str
    near: str | None

    code: ClassVar[str] = "C611"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[waivers]]
code = "near-venu"
        ^^^^^^^^^
reason = "the pavilion really has this name"
until = 2026-11-30
"""

    @property
    def message(self) -> str:
        """The name given."""
        return f"there is no kind of problem '{self.written}'"

    @property
    def help(self) -> str:
        """The nearest one."""
        return f"did you mean '{self.near}'?" if self.near else "write its code, such as V302; 'confbook explain' lists all kinds"


@dataclass(frozen=True)
class UnknownBearer(Problem):
    """Somebody is to have a name badge whom no page of the program names.

    A misspelt name, as a rule. What stands on a badge is what pages say of its bearer, so there is none to make.
    """

    written: str
    near: str | None

    code: ClassVar[str] = "C620"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"

[sheets]
badges = ["Ada Brok"]
           ^^^^^^^^
"""

    @property
    def message(self) -> str:
        """The name given."""
        return f"no page names '{self.written}', who is to have a badge"

    @property
    def help(self) -> str:
        """The nearest one."""
        return f"did you mean '{self.near}'?" if self.near else "write the name as a page does, or take it out"


@dataclass(frozen=True)
class RepeatedName(Problem):
    """Two venues, or two tracks, in ``program.toml`` have one name, alias or identity.

    What pages call so is taken for the first of them.
    """

    name: str
    table: str
    first: Span

    code: ClassVar[str] = "C612"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
venue: Main Hall
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
aliases = ["The Hall"]

[[venues]]
name = "Boat House"
aliases = ["The Hall"]
            ^^^^^^^^
"""

    @property
    def message(self) -> str:
        """The name."""
        return f"'{self.name}' is the name of two of the {self.table}; the first is used"

    @property
    def help(self) -> str:
        """Remove one."""
        return "keep it where it belongs"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where it stands first."""
        return (self.first,)


@dataclass(frozen=True)
class WeakToken(Problem):
    """The name of somebody's personal calendar feed in ``program.toml`` can be guessed.

    Nothing but its name keeps such a feed to the person it is for. So nothing is published with a name that is short, not random, or
    given twice.
    """

    fault: str

    code: ClassVar[str] = "C613"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
speaker: Ada Brook
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[people]]
name = "Ada Brook"
calendar-token = "ada-brook-2026"
                  ^^^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """What is wrong with it; the name itself is not repeated."""
        return f"this name of a personal feed can be guessed: {self.fault}"

    @property
    def help(self) -> str:
        """How to have a random one."""
        return "put random digits there, as 'openssl rand -hex 16' prints them"
