"""Problems are values: one frozen class for each kind, collected, never raised at the user.

A kind of problem is a subclass of :class:`Problem` in the module of its subject (``pages``, ``times``, …). The class carries its
code, severity and example; its docstring says what it is and why it matters; an instance holds the place and the facts of one case.
``catalogue`` lists them all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from pipeline.source import Span


class Severity(StrEnum):
    """How bad: an error publishes nothing; a warning is published, and fails the run under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Edit:
    """A small change of one file that mends a slip for certain: the words at ``span``, ``written``, become ``replacement``.

    It holds only while the file still says ``written`` there; ``span`` stands on one line.
    """

    span: Span
    written: str
    replacement: str


@dataclass(frozen=True)
class Problem:
    """One problem at one place. Subclasses add their facts as fields and state ``message`` and ``help`` from them."""

    span: Span

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    #: Documentation and test at once; see ``tests/test_catalogue.py`` for its notation.
    example: ClassVar[str]

    @property
    def message(self) -> str:
        """What is wrong, in one short sentence made from the facts."""
        raise NotImplementedError

    @property
    def help(self) -> str:
        """What to do about it, in words a person who has never seen the tool understands."""
        raise NotImplementedError

    @property
    def related(self) -> tuple[Span, ...]:
        """Further places that belong to the problem, as where the other of two statements stands."""
        return ()

    @property
    def obscures(self) -> range:
        """The lines of its page that do not say what their author wrote as long as it stands: other warnings there may follow from it."""
        return range(0)

    @property
    def fix(self) -> Edit | None:
        """The edit that mends it (``check --fix``); ``None`` where what is right is not certain."""
        return None

    @classmethod
    def kind(cls) -> str:
        """The name people search for: the class's name in kebab case."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by place, then code, then message, each told once: the same input gives the same report."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.span, p.code, p.message)))


def unobscured(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without the warnings that speak of lines that another one obscures; they are told when that one is mended."""
    every = tuple(problems)
    causes = [problem for problem in every if problem.obscures]

    def follows(problem: Problem) -> bool:
        places = (problem.span, *problem.related)
        return any(place.path == cause.span.path and place.line in cause.obscures for cause in causes for place in places)

    return tuple(p for p in every if p in causes or p.severity is Severity.ERROR or not follows(p))


def failed(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems forbid a success: any error, or with ``strict`` any problem at all."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
