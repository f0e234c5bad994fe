"""Waivers: warnings that ``program.toml`` accepts, with a reason and until a day. An error can't be waived.

A waived warning is not reported and fails no run; it is listed with its reason where reports have room. A waiver is watched in turn:
one that has run out, or that nothing needs any more, is a problem itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from pipeline.diagnostics import Problem
from pipeline.diagnostics.configuration import ExpiredWaiver, IncompleteWaiver, UnknownKind, UnusedWaiver, UnwaivableKind
from pipeline.source import Span

#: The kinds that judge waivers: to waive them would be to waive the expiry date.
JUDGING: tuple[type[Problem], ...] = (IncompleteWaiver, UnwaivableKind, ExpiredWaiver, UnusedWaiver, UnknownKind)

# Subjects whose problems show only when outputs are made; before that nobody knows whether their waivers are of use.
_LATE = ("X", "E")


@dataclass(frozen=True, slots=True)
class Waiver:
    """Accepts the warnings of one kind: those of ``path`` (with ``*`` for any characters) whose message has ``words`` in it.

    ``None`` for either means any. ``until`` is the last day on which it holds; ``span`` is where the waiver stands.
    """

    span: Span
    kind: type[Problem]
    reason: str
    until: date
    path: str | None = None
    words: str | None = None

    def covers(self, problem: Problem) -> bool:
        """Whether this waiver speaks of that problem. As elsewhere a path may begin with the content folder or below it."""
        paths = (problem.span.path, f"content/{problem.span.path}")
        return (
            type(problem) is self.kind
            and any(fnmatchcase(path, self.path or "*") for path in paths)
            and (self.words is None or self.words in problem.message)
        )


@dataclass(frozen=True, slots=True)
class Waived:
    """A problem that is not reported, and the waiver because of which."""

    problem: Problem
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Waivers:
    """All waivers, and the day on which they are judged; without a day none has run out."""

    listed: tuple[Waiver, ...] = ()
    today: date | None = None

    def part(self, problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Waived, ...]]:
        """The problems that are to be reported, and those that are waived; each told once."""
        left: list[Problem] = []
        waived: list[Waived] = []
        for problem in dict.fromkeys(problems):
            waiver = next((one for one in self.listed if self._holds(one) and one.covers(problem)), None)
            if waiver is None:
                left.append(problem)
            else:
                waived.append(Waived(problem, waiver))
        return tuple(left), tuple(waived)

    def expired(self) -> tuple[Problem, ...]:
        """Reports expired-waiver for each that has run out."""
        return tuple(ExpiredWaiver(one.span, one.kind.code, one.until) for one in self.listed if not self._holds(one))

    def unused(self, waived: Iterable[Waived], *, late: bool) -> tuple[Problem, ...]:
        """Reports unused-waiver for each that holds but that nothing was waived by.

        Judged are the kinds that show when outputs are made (``late``), or else all others.
        """
        used = {one.waiver for one in waived}
        idle = (one for one in self.listed if self._holds(one) and one not in used)
        return tuple(
            UnusedWaiver(one.span, one.kind.code, one.path, one.words) for one in idle if one.kind.code.startswith(_LATE) is late
        )

    def _holds(self, waiver: Waiver) -> bool:
        return self.today is None or self.today <= waiver.until
