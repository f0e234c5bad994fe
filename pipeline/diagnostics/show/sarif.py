"""Problems as SARIF, the format that code scanning services read (OASIS Static Analysis Results Interchange Format 2.1.0)."""

import json
import posixpath
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.diagnostics import Problem
from pipeline.diagnostics.catalogue import KINDS, explanation, summary
from pipeline.diagnostics.show.report import Report
from pipeline.diagnostics.waivers import Waived
from pipeline.source import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(report: Report) -> str:
    """One SARIF log with one run: its rules are the whole catalogue (3.49), its results the problems (3.27).

    A waived problem is a result that is suppressed (3.35), with the reason as justification.
    """
    run = {
        "tool": {"driver": {"name": "confbook", "semanticVersion": __version__, "rules": [_rule(kind) for kind in KINDS]}},
        "columnKind": "unicodeCodePoints",
        "results": [*(_result(report, problem) for problem in report.problems), *(_waived(report, one) for one in report.waived)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(kind: type[Problem]) -> dict[str, Any]:
    return {
        "id": kind.code,
        "name": kind.__name__,
        "shortDescription": {"text": summary(kind)},
        "fullDescription": {"text": explanation(kind)},
        "defaultConfiguration": {"level": kind.severity.value},
    }


def _result(report: Report, problem: Problem) -> dict[str, Any]:
    related = [{"id": number, **_location(report, span)} for number, span in enumerate(problem.related, start=1)]
    return {
        "ruleId": problem.code,
        "ruleIndex": KINDS.index(type(problem)),
        "level": problem.severity.value,
        "message": {"text": f"{problem.message}\n{problem.help}"},
        "locations": [_location(report, problem.span)],
        **({"relatedLocations": related} if related else {}),
    }


def _waived(report: Report, one: Waived) -> dict[str, Any]:
    reason = f"{one.waiver.reason} (until {one.waiver.until})"
    return {**_result(report, one.problem), "suppressions": [{"kind": "external", "justification": reason}]}


def _location(report: Report, span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(report.path(span))}, "region": region}}


def _uri(path: str) -> str:
    """A relative reference from the checkout's root (RFC 3986, 4.2; a colon in its first part would read as a scheme)."""
    address = quote(path, safe="/", errors="surrogateescape")
    return f"file://{address}" if posixpath.isabs(path) else address
