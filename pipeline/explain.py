"""Explains kinds of problems in words for the terminal: one at length, or all of them in a list."""

import re
import tempfile
import textwrap
from pathlib import Path

from pipeline.build import Outcome, build, check
from pipeline.diagnostics import Problem, examples
from pipeline.diagnostics.catalogue import KINDS, explanation, summary
from pipeline.diagnostics.show.color import painter

_INDENT = "    "


def explain(kind: type[Problem], *, color: bool = False) -> str:
    """What a kind of problem is, why it matters, an example with the place drawn beneath it, and what is said of the example."""
    paint = painter(color=color)
    head = f"{paint(f'{kind.code} {kind.kind()}', 'bold')} ({kind.severity})\n\n{explanation(kind)}\n"
    if not kind.example:
        return head
    files = re.sub(r"^== (\S+)$", r"\n\1:", kind.example, flags=re.MULTILINE)
    drawn = textwrap.indent(files.strip("\n"), _INDENT)
    return f"{head}\n{paint('Example', 'bold')}\n\n{drawn}\n{_said(demonstrate(kind), color=color)}"


def overview(*, color: bool = False) -> str:
    """All kinds, one a line: code, severity, name, summary."""
    paint = painter(color=color)
    longest = max(len(kind.kind()) for kind in KINDS)
    return "".join(f"{paint(kind.code, 'bold')}  {kind.severity:<7}  {kind.kind():<{longest}}  {summary(kind)}\n" for kind in KINDS)


def demonstrate(kind: type[Problem]) -> Problem | None:
    """What is found in the kind's example: by checking it, or by making its outputs where the problem shows only then."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        example = examples.read(kind.example)
        texts = ((source.path, source.text.encode()) for source in example.files)
        for name, data in (*texts, *example.pictures):
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return _first(kind, check(site, today=examples.TODAY)) or _first(kind, build(site, site / "output"))


def _first(kind: type[Problem], outcome: Outcome) -> Problem | None:
    return next((problem for problem in outcome.problems if type(problem) is kind), None)


def _said(problem: Problem | None, *, color: bool) -> str:
    if problem is None:
        return ""
    paint = painter(color=color)
    aid = problem.help.replace("\n", f"\n{_INDENT}")
    return f"\n{paint(problem.severity, 'yellow')}: {problem.message}\n{paint('help', 'cyan')}: {aid}\n"
