"""Problems of places: venues that are not known, or almost (V3xx)."""

import json
from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem
from pipeline.source import Span


@dataclass(frozen=True)
class UnknownVenue(Problem):
    """A page names a venue that ``program.toml`` does not list. It is published as it is written, as a venue of its own.

    Only listed venues have an address for the calendar and a place on the map, and only for them a slip of the pen is noticed. Where
    ``program.toml`` lists no venue at all, this is not reported.
    """

    name: str
    also: tuple[str, ...] = ()

    code: ClassVar[str] = "V301"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Boat House
       ^^^^^^^^^^
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
        """The name as written."""
        return f"venue '{self.name}' is not listed in program.toml"

    @property
    def help(self) -> str:
        """The lines to add."""
        aliases = f"\naliases = {_toml(list(self.also))}" if self.also else ""
        return f"if the name is right, add to program.toml:\n[[venues]]\nname = {_toml(self.name)}{aliases}"


@dataclass(frozen=True)
class NearVenue(Problem):
    """A venue's name is almost that of another one: a letter off, or another character of the same sound (唯真楼, 惟真楼).

    Most likely it is the same place, misspelt. But 文史楼 and 文科楼 are two houses: confbook merges nothing by likeness, so until
    you decide they are published as two venues.
    """

    name: str
    other: str
    other_at: Span | None = None

    code: ClassVar[str] = "V302"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: 东北师范大学 唯真楼
       ^^^^^^^^^^^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "东北师范大学 惟真楼"
"""

    @property
    def message(self) -> str:
        """Both names."""
        return f"venue '{self.name}' is almost '{self.other}'"

    @property
    def help(self) -> str:
        """Correct it, or tell confbook."""
        return f"write '{self.other}' if that is meant; or list {_toml(self.name)} in program.toml, as one of its aliases or as a venue of its own"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other name stands first, if on a page."""
        return (self.other_at,) if self.other_at else ()


@dataclass(frozen=True)
class AmbiguousVenue(Problem):
    """A page's words name two listed venues at once: the name outside the brackets is one's, the name inside another's.

    The first is published; people who go by the second would stand in the wrong room.
    """

    text: str
    first: str
    second: str

    code: ClassVar[str] = "V303"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall（船屋）
       ^^^^^^^^^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"

[[venues]]
name = "Boat House"
aliases = ["船屋"]
"""

    @property
    def message(self) -> str:
        """Both venues."""
        return f"'{self.text}' names two venues, '{self.first}' and '{self.second}'; '{self.first}' is used"

    @property
    def help(self) -> str:
        """Decide for one."""
        return "keep the name of the place that is meant, or correct the aliases in program.toml"


@dataclass(frozen=True)
class LikelyVenue(Problem):
    """A venue is probably another one by another name: a translation (Siqun Hall, 思群堂), or with less of where it is (Room 201).

    Readers take two names for two places. confbook merges only what is the same but for the way it is written, so until you decide
    they are published as two venues.
    """

    name: str
    other: str
    other_at: Span | None = None

    code: ClassVar[str] = "V304"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Siqun Hall
       ^^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "思群堂"
"""

    @property
    def message(self) -> str:
        """Both names."""
        return f"venue '{self.name}' is probably '{self.other}'"

    @property
    def help(self) -> str:
        """Tell confbook."""
        return f"if it is, list {_toml(self.name)} in program.toml as one of its aliases; if not, as a venue of its own"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other name stands first, if on a page."""
        return (self.other_at,) if self.other_at else ()


def _toml(value: object) -> str:
    """A string or a list of strings as TOML writes it, which for these is as JSON does."""
    return json.dumps(value, ensure_ascii=False)
