"""Problems as a report on code quality, which GitLab shows in a merge request beside the lines they speak of.

See GitLab's "Code Quality report format": a list of findings, each with a fingerprint by which two runs are compared.
"""

import hashlib
import json
from collections import Counter
from typing import Any

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.show.report import Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}


def gitlab(report: Report) -> str:
    """A JSON array, a finding for each problem. A fingerprint stays when lines move; of problems alike each has its own."""
    seen: Counter[str] = Counter()
    return json.dumps([_finding(report, problem, seen) for problem in report.problems], ensure_ascii=False, indent=1) + "\n"


def _finding(report: Report, problem: Problem, seen: Counter[str]) -> dict[str, Any]:
    path = report.path(problem.span)
    known = json.dumps([path, problem.code, problem.message])
    seen[known] += 1
    return {
        "description": f"{problem.message} ({problem.help})" if problem.help else problem.message,
        "check_name": f"{problem.code} {problem.kind()}",
        "fingerprint": hashlib.sha256(f"{known}{seen[known]}".encode()).hexdigest(),
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": path, "lines": {"begin": problem.span.line}},
    }
