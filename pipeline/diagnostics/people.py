"""Problems of people: names that can't be read, or that may be two persons' or one person's (N7xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem
from pipeline.source import Span


@dataclass(frozen=True)
class UnreadableName(Problem):
    """Where a page should name people stands something that is no name: a sentence, a number, an address.

    It would be printed in the index of speakers, so it is left out.
    """

    text: str

    code: ClassVar[str] = "N701"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
chair: 14:00-15:00
       ^^^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """The words."""
        short = self.text if len(self.text) <= _SHOWN else self.text[: _SHOWN - 1] + "…"
        return f"cannot find a person's name in '{short}'"

    @property
    def help(self) -> str:
        """The form that is always understood."""
        return "write 'Name, Institute', and several people as 'Name, Institute; Name, Institute'"


@dataclass(frozen=True)
class NameWithTwoInstitutes(Problem):
    """One name stands with two institutes. They are taken for two people of that name.

    Many Chinese names in Latin letters are borne by several colleagues; but it may also be one person, with an institute misspelt or left.
    """

    name: str
    affiliation: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N702"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
organizer: Bin Liu, University of the North
chair: Bin Liu, Southern University
       ^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Both institutes."""
        return f"'{self.name}' is at '{self.affiliation}' here and at '{self.other}' elsewhere; taken for two people"

    @property
    def help(self) -> str:
        """What to do if it is one."""
        return "if it is one person, write the same institute on all pages"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other stands."""
        return (self.other_at,)


@dataclass(frozen=True)
class NameSpeltTwoWays(Problem):
    """One person's name is written in two ways (``Zhi-Qin Xu`` and ``Zhiqin Xu``). They are taken for one person.

    Readers who search for one spelling don't find the other.
    """

    name: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N703"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
organizer: Zhi-Qin Xu
chair: Zhiqin Xu
       ^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Both spellings."""
        return f"'{self.name}' is written '{self.other}' elsewhere; taken for one person"

    @property
    def help(self) -> str:
        """Decide for one."""
        return "write the name in the same way on all pages"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other spelling stands."""
        return (self.other_at,)


_SHOWN = 60
