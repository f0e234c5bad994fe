"""A run that is over → a report in Markdown: the summary of a CI's job, and the remark on a pull request."""

from collections.abc import Sequence
from itertools import accumulate

from pipeline.diagnostics import Problem, Severity, failed
from pipeline.diagnostics.show import Report
from pipeline.diagnostics.show.inert import inert
from pipeline.emit.changes.markdown import listed
from pipeline.model import Artifact, Program
from pipeline.summary import Run, found_of, many

_LARGEST = 25_000  # characters of changes, and of problems: GitHub takes 65,536 as a remark
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️"}


def run_report(run: Run, report: Report) -> Artifact:
    """``report.md``: what came of the run, what attendees will see otherwise than in the edition before, and what is wrong."""
    program = run.outcome.program
    title = inert(program.event.title) if program else "The program"
    lines = [f"## {title}", "", _verdict(run)]
    if program and run.outcome.artifacts:
        lines += ["", "### What attendees will see change", "", *_changes(run, program)]
    if report.problems:
        lines += ["", "### Problems", "", *_cut([_problem(report, problem) for problem in _errors_first(report.problems)])]
    return Artifact("report.md", ("\n".join(lines) + "\n").encode())


def _verdict(run: Run) -> str:
    problems, found = run.outcome.problems, found_of(run.outcome)
    if not failed(problems, strict=run.strict):
        return f"{_MARKS[Severity.WARNING] if problems else '✅'} {found.capitalize()}."
    why = ", which is forbidden here" if not failed(problems, strict=False) else ""
    return f"{_MARKS[Severity.ERROR]} Nothing can be published: {found}{why}."


def _changes(run: Run, program: Program) -> list[str]:
    changes = run.outcome.changes
    if changes is None:
        return [f"This is the first edition: {many(len(program.sessions), 'session')}, and no edition before it to compare with."]
    return _cut(listed(program.event, changes)) or ["Nothing."]


def _errors_first(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)


def _problem(report: Report, problem: Problem) -> str:
    head = f"**{problem.code}** {inert(report.place(problem.span))}: {inert(problem.message)}"
    return "<br>".join([f"- {_MARKS[problem.severity]} {head}", *(inert(line) for line in problem.help.splitlines())])


def _cut(lines: Sequence[str]) -> list[str]:
    """The lines; where they are too many, the first of them and how many more there are."""
    kept = sum(size <= _LARGEST for size in accumulate(len(line) + 1 for line in lines))
    left = len(lines) - kept
    return [*lines[:kept], "", f"… and {many(left, 'more line')}."] if left else list(lines)
