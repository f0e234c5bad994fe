"""Problems → the entries of the page: numbered, grouped by severity and page, each with the lines it speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.show.excerpt import safe
from pipeline.emit.problems.findings import Findings
from pipeline.source import Span

# Characters of a long line that are shown before, in and after the marked words.
_BEFORE, _MARKED, _AFTER = 60, 200, 100
_TAB = "    "


@dataclass(frozen=True, slots=True)
class Quote:
    """A place, and its line in three parts, the middle one marked; all empty where the text is not at hand or it is a whole file."""

    span: Span
    before: str = ""
    marked: str = ""
    after: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is no line to show."""
        return not (self.before or self.marked or self.after)


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem as it is shown: its number on the page, and the places it speaks of."""

    number: int
    problem: Problem
    quote: Quote
    related: tuple[Quote, ...]

    @property
    def advice(self) -> tuple[str, str]:
        """The help's first line, and the lines that it says to write."""
        first, _, rest = self.problem.help.partition("\n")
        return first, rest


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one severity and one file."""

    path: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All entries of one severity, by file."""

    severity: Severity
    groups: tuple[Group, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        return tuple(entry for group in self.groups for entry in group.entries)


def sections(findings: Findings) -> tuple[Section, ...]:
    """The problems, errors first, then by file; numbered from 1 in this order. A severity that does not occur is no section."""
    numbers = count(1)
    found = []
    for severity in Severity:
        problems = [problem for problem in findings.problems if problem.severity is severity]
        groups = tuple(
            Group(path, tuple(_entry(findings, problem, next(numbers)) for problem in of_path))
            for path, of_path in groupby(problems, key=lambda problem: problem.span.path)
        )
        found += [Section(severity, groups)] if groups else []
    return tuple(found)


def kinds(problems: Iterable[Problem]) -> tuple[tuple[type[Problem], int], ...]:
    """The kinds that occur, by code, and how often."""
    found: dict[type[Problem], int] = {}
    for problem in problems:
        found[type(problem)] = found.get(type(problem), 0) + 1
    return tuple(sorted(found.items(), key=lambda item: item[0].code))


def paths(found: Sequence[Section]) -> tuple[tuple[str, int, int], ...]:
    """Each file with problems, in order: its path, the number of its first problem, and how many it has."""
    numbers: dict[str, list[int]] = {}
    for section in found:
        for entry in section.entries:
            numbers.setdefault(entry.problem.span.path, []).append(entry.number)
    return tuple((path, min(numbers[path]), len(numbers[path])) for path in sorted(numbers))


def quote(findings: Findings, span: Span) -> Quote:
    """The line of a place. Whatever would steer or turn the writing is made visible, and a long line is cut around the place."""
    source = findings.sources.get(span.path)
    if source is None or span == Span(span.path):
        return Quote(span)
    line = source.line(span.line)
    begin = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    before, marked, after = line[:begin], line[begin : max(begin, end)], line[max(begin, end) :]
    return Quote(
        span,
        _shown(before if len(before) <= _BEFORE else f"…{before[-_BEFORE:]}").lstrip(),
        _shown(marked if len(marked) <= _MARKED else f"{marked[:_MARKED]}…"),
        _shown(after if len(after) <= _AFTER else f"{after[:_AFTER]}…"),
    )


def _entry(findings: Findings, problem: Problem, number: int) -> Entry:
    return Entry(number, problem, quote(findings, problem.span), tuple(quote(findings, span) for span in problem.related))


def _shown(text: str) -> str:
    return safe(text.replace("\t", _TAB))
