"""Problems as text for a person: place and message, the source line with carets, the places that belong to it, and what to do."""

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.show.color import Paint, painter
from pipeline.diagnostics.show.excerpt import excerpt, safe
from pipeline.diagnostics.show.report import Report
from pipeline.source import Span

_NARROWEST = 20  # columns of a quoted line, even where the terminal has fewer
_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def text(report: Report) -> str:
    """One paragraph for each problem; each begins ``path:line:column: severity CODE name: message``."""
    return "".join(f"{_paragraph(report, problem)}\n\n" for problem in report.problems)


def _paragraph(report: Report, problem: Problem) -> str:
    paint = painter(color=report.color)
    style = _STYLES[problem.severity]
    head = f"{paint(safe(report.place(problem.span)), 'bold')}: {paint(f'{problem.severity} {problem.code}', style)}"
    lines = [f"{head} {problem.kind()}: {safe(problem.message)}", *_quote(report, problem.span, paint, style)]
    for span in problem.related:
        lines += [f"  {paint('see also', 'cyan')} {safe(report.place(span))}", *_quote(report, span, paint, "blue")]
    return "\n".join([*lines, *_help(problem, paint)])


def _quote(report: Report, span: Span, paint: Paint, style: str) -> list[str]:
    """The line on which a span begins and its carets; nothing for a whole file."""
    line = report.line(span)
    if not line:
        return []
    number = f"{span.line:>5}"
    end = span.end_column if span.end_line == span.line else len(line) + 1
    shown, carets = excerpt(line, span.column, end, max(report.width - len(number) - 3, _NARROWEST))
    bar = paint("|", "dim")
    return [f"{paint(number, 'dim')} {bar} {shown}", f"{' ' * len(number)} {bar} {paint(carets, style)}"]


def _help(problem: Problem, paint: Paint) -> list[str]:
    first, *rest = problem.help.splitlines() or [""]
    return [f"  {paint('help', 'cyan')}: {safe(first)}", *(f"        {safe(line)}" for line in rest)] if first else []
