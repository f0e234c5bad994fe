"""A few problems to be shown, of kinds that are made for it."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.program import DuplicateIdentity
from pipeline.diagnostics.show import Report
from pipeline.source import Source, Span

PAGE = 'title: "河流 Rivers"\nwhen: Tue 2ish\n'


@dataclass(frozen=True)
class Sighting(Problem):
    """Something was seen."""

    words: str
    aid: str = "look again"
    others: tuple[Span, ...] = ()

    code: ClassVar[str] = "Z901"
    severity: ClassVar[Severity] = Severity.WARNING
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        return f"saw '{self.words}'"

    @property
    def help(self) -> str:
        return self.aid

    @property
    def related(self) -> tuple[Span, ...]:
        return self.others


@pytest.fixture
def sighting():
    return Sighting


@pytest.fixture
def report():
    """Shows problems of a page ``sessions/x.md`` in the folder ``content``."""
    sources = {"sessions/x.md": Source("sessions/x.md", PAGE)}

    def make(*problems: Problem, **how: object) -> Report:
        return Report(problems, **{"sources": sources, "root": "content", **how})  # type: ignore[arg-type]  # fields of Report

    return make


@pytest.fixture
def duplicate():
    """An error of the catalogue, with a second place."""
    return DuplicateIdentity(Span("sessions/x.md", 2, 1, 2, 5), "rivers", Span("sessions/a, b.md", 3, 5, 3, 9))
