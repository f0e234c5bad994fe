"""What the words of a place say, as parts: institution → campus → building → floor → room."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum


class Level(IntEnum):
    """How far inside something stands: a room is in a house, a house on a campus. ``NAME`` is what tells not where it stands."""

    NAME = 0
    INSTITUTION = 1
    FACULTY = 2
    CAMPUS = 3
    COMPLEX = 4
    HOUSE = 5
    FLOOR = 6
    ROOM = 7


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One thing by its own name (``stem``: 文史, ``wolf point``), its number or letter (``code``: ``201``, ``c119``, ``a``), or both."""

    stem: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One step of the way: what it is called, and what it is.

    ``members`` are its names, several in ``101、102``; ``kind`` is what sort of thing it is (see ``words.py``), ``word`` the one used
    for it. ``glosses`` are other names and remarks that stand in brackets after it.
    """

    level: Level
    kind: str = ""
    members: frozenset[Member] = frozenset()
    word: str = ""
    glosses: frozenset[str] = frozenset()

    @property
    def one(self) -> Member:
        """The member, where it is one alone; else an empty one."""
        return next(iter(self.members)) if len(self.members) == 1 else Member()

    @property
    def named(self) -> bool:
        """Whether it has a name or number of its own, and not only a kind (报告厅)."""
        return self.one != Member() or len(self.members) > 1

    def glossed(self, *glosses: str) -> "Part":
        """The part with more in brackets after it."""
        return replace(self, glosses=self.glosses | set(glosses))


@dataclass(frozen=True, slots=True)
class Online:
    """A place that is none: the ``service`` (``zoom``, empty if not said), its number, and what else is said of it."""

    service: str = ""
    number: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its parts, the outer ones first where that is known.

    ``marks`` tell places apart (``extra``, 武汉), ``remarks`` do not: addresses, what a room is used for, ``#tags``. ``open`` is
    whether a room is meant that is not known yet (惟真楼xx).
    """

    parts: tuple[Part, ...] = ()
    marks: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    online: Online | None = None
    open: bool = False

    def at(self, level: Level) -> Iterator[Part]:
        """The parts of a level."""
        return (part for part in self.parts if part.level is level)

    @property
    def rooms(self) -> frozenset[Member]:
        """What is taken when something is there: the members of the innermost part."""
        return self.parts[-1].members if self.parts else frozenset()

    @property
    def bare(self) -> bool:
        """Whether nothing is said at all."""
        return not (self.parts or self.marks or self.tags or self.online or self.open)
