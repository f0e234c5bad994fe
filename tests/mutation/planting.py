"""What a mutation is: a slip that an organiser might make, how it is planted into any page, and the problem that must be reported.

A mutation is pure: from a page as it is to the slips that can be made on it. ``conference.py`` plants them and looks.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property

from pipeline.check import check
from pipeline.diagnostics import Problem
from pipeline.model import Program, Session


@dataclass(frozen=True)
class Page:
    """A file of the conference as it is: a session's page, or ``program.toml``; with what the whole conference compiles to."""

    path: str
    lines: tuple[str, ...]
    program: Program = field(repr=False)

    @property
    def clean(self) -> bool:
        """Whether it is in the form that we recommend: fields say when and where."""
        return any(re.match(r"(date|start):", line) for line in self.lines)

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The lines that are in comments, and say nothing."""
        text = "\n".join(self.lines)
        comments = re.finditer("<!--.*?-->", text, re.DOTALL)
        ends = ((text.count("\n", 0, one.start()) + 1, text.count("\n", 0, one.end()) + 1) for one in comments)
        return frozenset(line for first, last in ends for line in range(first, last + 1))

    @property
    def session(self) -> Session | None:
        """What it compiles to, if it is a session's."""
        return next((session for session in self.program.sessions if session.source.path == self.path), None)

    def clashes(self, *, days: int = 0, minutes: int = 0, venue: str | None = None) -> list[str]:
        """The problems between sessions that there would be if this one were so much later, or in that venue."""
        session = self.session
        if session is None or session.start is None or session.end is None:
            return []
        by = timedelta(days, minutes=minutes)
        talks = tuple(replace(talk, start=talk.start and talk.start + by, end=talk.end and talk.end + by) for talk in session.talks)
        moved = replace(session, start=session.start + by, end=session.end + by, talks=talks, venue=venue or session.venue)
        others = tuple(moved if one is session else one for one in self.program.sessions)
        return [problem.kind() for problem in check(replace(self.program, sessions=others))]


@dataclass(frozen=True)
class Slip:
    """A slip on one page: ``count`` lines from ``line`` on (from 1) become ``lines``. It must be reported at the line ``at``.

    ``at`` counts in the page as it is then. ``files`` come to be beside the page, or are no more (``None``).
    """

    path: str
    line: int
    lines: tuple[str, ...]
    count: int = 1
    at: int = 0
    files: Mapping[str, bytes | None] = field(default_factory=dict, repr=False)

    @property
    def place(self) -> tuple[str, int]:
        """Where it must be reported."""
        return self.path, self.at or self.line


Planting = Callable[[Page], Iterator[Slip]]
Where = Callable[[Page], bool]


@dataclass(frozen=True)
class Mutation:
    """A kind of slip. ``problems`` are the names of all that must be reported of it, each once, at its line."""

    name: str
    plant: Planting
    problems: tuple[str, ...]

    def is_caught(self, slip: Slip, problems: Sequence[Problem]) -> bool:
        """Whether of this slip these problems, and no others, are reported: each at the slip's line or, between two places, naming it."""
        places = [{(span.path, span.line) for span in (problem.span, *problem.related)} for problem in problems]
        return sorted(problem.kind() for problem in problems) == sorted(self.problems) and all(
            slip.place in named for named in places
        )


def mutation(name: str, plant: Planting, *problems: str) -> Mutation:
    return Mutation(name, plant, problems)


# --- the usual ways of planting -----------------------------------------------------------------------------------------------


def _anywhere(_page: Page) -> bool:
    return True


def each_line(pattern: str, change: str | Callable[[re.Match[str]], str], *, where: Where = _anywhere, at: int = 0) -> Planting:
    """On each line that says something and has the pattern, its first occurrence changed. Reported there, or at the page's line ``at``."""

    def plant(page: Page) -> Iterator[Slip]:
        for number, line in enumerate(page.lines, 1):
            changed = re.sub(pattern, change, line, count=1)
            if changed != line and number not in page.hidden and where(page):
                yield Slip(page.path, number, (changed,), at=at)

    return plant


def added(after: str, *lines: str, at: int = 1, where: Where = _anywhere) -> Planting:
    """After each line that has the pattern, these lines, indented as it; reported at the one that ``at`` counts."""

    def plant(page: Page) -> Iterator[Slip]:
        for number, line in enumerate(page.lines, 1):
            if re.search(after, line) and number not in page.hidden and where(page):
                indent = line[: len(line) - len(line.lstrip())]
                yield Slip(page.path, number, (line, *(indent + new for new in lines)), at=number + at)

    return plant


def removed(pattern: str, *, at: Callable[[int], int], where: Where = _anywhere) -> Planting:
    """Each line that has the pattern, gone; ``at`` says where it must be reported that stood in such a line."""

    def plant(page: Page) -> Iterator[Slip]:
        for number, line in enumerate(page.lines, 1):
            if re.search(pattern, line) and where(page):
                yield Slip(page.path, number, (), at=at(number))

    return plant


def clean(page: Page) -> bool:
    return page.clean


def messy(page: Page) -> bool:
    return page.path.endswith(".md") and not page.clean


def in_the_configuration(page: Page) -> bool:
    return page.path == "program.toml"
