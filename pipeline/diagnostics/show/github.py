"""Problems as GitHub workflow commands, which a pull request shows beside the lines they speak of.

See "Workflow commands for GitHub Actions": ``::warning file=…,line=…,col=…,title=…::message``.
"""

from pipeline.diagnostics import Problem
from pipeline.diagnostics.show.report import Report

_VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github(report: Report) -> str:
    """One workflow command on one line for each problem; what pages say is escaped, so that they cannot add commands of their own."""
    return "".join(f"{_command(report, problem)}\n" for problem in report.problems)


def _command(report: Report, problem: Problem) -> str:
    span = problem.span
    properties = {"file": report.path(span), "line": str(span.line)}
    if span.end_line == span.line:
        properties |= {"endLine": str(span.end_line), "col": str(span.column), "endColumn": str(span.end_column)}
    else:  # columns are read as those of one line only
        properties |= {"endLine": str(span.end_line)}
    properties |= {"title": f"{problem.code} {problem.kind()}"}
    listed = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    body = "\n".join([problem.message, f"help: {problem.help}", *(f"see also {report.place(span)}" for span in problem.related)])
    return f"::{problem.severity} {listed}::{body.translate(_VALUE)}"
