"""Problems of ``program.toml`` and of the site's own configuration (C6xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity


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
        return f"the configuration cannot be read: {self.reason}"

    @property
    def help(self) -> str:
        """The usual cause."""
        return 'put text into quotes: title = "Rivers 2026"'


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
