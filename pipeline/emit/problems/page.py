"""Renders ``templates/problems/``: one page, its style within it, held to that by a Content-Security-Policy."""

import base64
from datetime import date
from hashlib import sha256

from jinja2 import Environment
from markupsafe import Markup, escape

from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.catalogue import explanation
from pipeline.diagnostics.show.excerpt import safe
from pipeline.diagnostics.times import WEEKDAYS
from pipeline.emit.problems.entries import kinds, paths, quote, sections
from pipeline.emit.problems.findings import Findings
from pipeline.emit.problems.timeline import timeline
from pipeline.emit.templating import environment
from pipeline.emit.theme import tokens


def page(findings: Findings) -> bytes:
    """The whole page as UTF-8."""
    made = _environment()
    found = sections(findings)
    entries = [entry for section in found for entry in section.entries]
    occurring = kinds(findings.problems)
    style = made.get_template("problems.css").render(kinds=[kind.code for kind, _ in occurring])
    if findings.program:
        style += tokens(findings.program.event.theme)
    text = made.get_template("problems.html").render(
        style=Markup(style),  # noqa: S704 - our own file; codes of kinds and colours are all that is put in
        style_hash=base64.b64encode(sha256(style.encode()).digest()).decode(),
        findings=findings,
        sections=found,
        kinds=occurring,
        paths=paths(found),
        counts={severity: sum(problem.severity is severity for problem in findings.problems) for severity in Severity},
        timeline=timeline(findings.program, entries) if findings.program else None,
        quote=lambda span: quote(findings, span),
    )
    # A lone surrogate cannot be encoded; it is no character, so nothing is lost.
    return text.encode("utf-8", "replace")


def _environment() -> Environment:
    made = environment("problems")
    made.filters |= {
        "safe_text": safe,
        "paragraphs": _paragraphs,
        "day": _day,
    }
    return made


def _paragraphs(kind: type[Problem]) -> list[Markup]:
    return [_code(part) for part in explanation(kind).split("\n\n")]


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def _code(text: str) -> Markup:
    """A paragraph of an explanation; between backquotes stands code."""
    parts = (Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(text.split("`")))
    return Markup("").join(parts)
