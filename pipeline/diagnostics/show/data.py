"""Problems as JSON, for editors and other programs."""

import json
from typing import Any

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.show.report import Report
from pipeline.source import Span

SCHEMA = "confbook/problems/1"


def data(report: Report) -> str:
    """One JSON object (RFC 8259): ``schema``, ``errors`` and ``warnings`` (how many), ``problems`` in order, and the ``waived`` ones.

    Lines and columns count from 1 and in code points; ``end_column`` is exclusive. A problem of a whole file has an empty place at
    line 1, column 1.
    """
    whole = {
        "schema": SCHEMA,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "problems": [_problem(report, problem) for problem in report.problems],
        "waived": [
            {**_problem(report, one.problem), "reason": one.waiver.reason, "until": one.waiver.until.isoformat()}
            for one in report.waived
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _problem(report: Report, problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "name": problem.kind(),
        "severity": problem.severity.value,
        **_place(report, problem.span),
        "message": problem.message,
        "help": problem.help,
        "related": [_place(report, span) for span in problem.related],
    }


def _place(report: Report, span: Span) -> dict[str, str | int]:
    return {
        "path": report.path(span),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
