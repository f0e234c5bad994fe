"""Explains how a page was read, in words for the terminal: each fact, what was read and where, by which rule, and what lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len, set_cell_size

from pipeline.build import Outcome
from pipeline.diagnostics import Problem
from pipeline.diagnostics.show import Report, show
from pipeline.diagnostics.show.color import Paint, painter
from pipeline.diagnostics.show.excerpt import safe
from pipeline.model import Finding, Session
from pipeline.normalize.evidence import SAME_LINE
from pipeline.source import Located, Span

#: The facts in the order in which they are told; those of a person stay behind the person's name, others come last.
_ORDER = ("title", "kind", "date", "hours", "start", "end", "venue", "track", "tag", "order", "status", "host", "chair", "organizer",
          "panelist", "speaker", "abstract", "biography", "slides", "video", "stream", "url", "id")  # fmt: skip
_OF_A_SESSION = ("date", "start", "end", "venue")
_OF_A_TALK = ("title", "speaker", "abstract", "biography")
_LABEL, _PLACE, _NOTE = 14, 9, 22  # columns
_NARROWEST = 30


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: a label, what is said, where, and why; in a style."""

    label: str
    text: str
    place: str = ""
    note: str = ""
    style: str = ""


def problems_of(outcome: Outcome, path: str) -> tuple[Problem, ...]:
    """What is wrong with a page, or speaks of it; where there is no program, all that is wrong."""
    if outcome.program is None:
        return outcome.problems
    return tuple(problem for problem in outcome.problems if path in {problem.span.path, *(span.path for span in problem.related)})


def explain_page(outcome: Outcome, path: str, report: Report) -> str:
    """How the page at a path below the site's root was read, then its problems. ``report`` says how they are to be shown."""
    paint = painter(color=report.color)
    problems = problems_of(outcome, path)
    sessions = _sessions_of(path, outcome)
    told = "".join(_told(session, path, outcome, report) for session in _as_on_page(sessions)) or _untold(outcome)
    told += _rules(sessions, paint) if sessions else ""
    shown = show(replace(report, problems=problems), "text")
    head = paint(safe(report.path(Span(path))), "bold")
    return f"{head}\n{told}\n{shown}".rstrip() + "\n"


def _sessions_of(path: str, outcome: Outcome) -> list[Session]:
    """The sessions that a page states, or else those that it translates."""
    sessions = outcome.program.sessions if outcome.program else ()
    own = [one for one in sessions if one.source.path == path]
    return own or [one for one in sessions if any(text.span.path == path for found in one.evidence for text in found.read)]


def _untold(outcome: Outcome) -> str:
    """Why there is nothing to tell."""
    if outcome.program is None:
        return "\nThere is no program to read it for:\n"
    return "\nNo session was made of this page: it is a draft, outside of the program's folders, or says nothing of a program.\n"


def _told(session: Session, path: str, outcome: Outcome, report: Report) -> str:
    paint = painter(color=report.color)
    blocks = [("the session", _rows(session.evidence, _OF_A_SESSION, path))]
    alone = len(session.talks) == 1
    for number, talk in enumerate(session.talks, 1):
        blocks.append(("its talk" if alone else f"talk {number}", _rows(talk.evidence, _OF_A_TALK, path)))
    blocks[0][1].extend(_Row("venue's names", names, style="dim") for names in _names_of(outcome, session))
    width = max(report.width - _LABEL - _PLACE - _NOTE, _NARROWEST)
    width = min(width, max(cell_len(safe(row.text)) for _, rows in blocks for row in rows) + 2)
    lines: list[str] = []
    for heading, rows in blocks:
        lines += ["", paint(heading, "bold"), *(_line(row, width, paint) for row in rows)]
    return "\n".join(lines) + "\n"


def _as_on_page(sessions: Sequence[Session]) -> list[Session]:
    """The sessions of a timetable in the order of their page, which need not be that of the program."""
    return sorted(sessions, key=lambda session: session.source)


def _rules(sessions: Sequence[Session], paint: Paint) -> str:
    kept = [*(session.evidence for session in sessions), *(talk.evidence for session in sessions for talk in session.talks)]
    rules = sorted({found.rule for evidence in kept for found in evidence}, key=lambda rule: rule.name)
    lines = ["", paint("rules", "bold"), *(f"  {paint(f'{rule.name:<{_NOTE}}', 'cyan')} {rule.sentence}" for rule in rules)]
    return "\n".join(lines) + "\n"


def _names_of(outcome: Outcome, session: Session) -> Iterator[str]:
    """All names of the session's venue, where the program knows it by more than the words of this page."""
    if outcome.program and session.venue:
        place = outcome.program.venue_of[session.venue]
        names = dict.fromkeys((place.name, *place.aliases))
        if list(names) != [session.venue_text]:
            yield " = ".join(names)


def _rows(evidence: Sequence[Finding], wanted: Iterable[str], path: str) -> list[_Row]:
    """The rows of a session's or a talk's facts; at the end what is not known of it."""
    rows = [row for found in _ordered(evidence) for row in _rows_of(found, path)]
    known = {found.fact for found in evidence if found.value is not None}
    absent = [fact for fact in wanted if fact not in known]
    return [*rows, *([_Row("not known", ", ".join(absent), style="dim")] if absent else [])]


def _ordered(evidence: Sequence[Finding]) -> list[Finding]:
    """The findings in the order of ``_ORDER``, a person's facts behind the person; start and end as one where they were found as one."""
    groups: list[list[Finding]] = []
    for found in evidence:
        if found.whose is not None and groups:
            groups[-1].append(found)
        else:
            groups.append([found])
    groups.sort(key=lambda group: _ORDER.index(group[0].fact) if group[0].fact in _ORDER else len(_ORDER))
    flat = [found for group in groups for found in group]
    return [one for _, same in groupby(flat, key=_how) for one in _joined(list(same))]


def _how(found: Finding) -> object:
    hours = found.fact in ("start", "end")
    return (hours, found.rule, found.read, found.lost) if hours else (found.fact, found.whose, found.value, found.read, found.lost)


def _joined(same: Sequence[Finding]) -> Sequence[Finding]:
    facts = [found.fact for found in same]
    if facts != ["start", "end"]:
        return same
    return [replace(same[0], fact="hours", value="–".join(found.value or "?" for found in same))]


def _rows_of(found: Finding, path: str) -> Iterator[_Row]:
    label = f" {found.fact}" if found.whose else found.fact
    value = "left open" if found.value is None else found.value
    note = ", ".join(filter(None, (found.rule.name, "inferred" if found.inferred else "", found.language)))
    first = _place(found.read[0], path) if found.read else ""
    yield _Row(label, value, first, note, "yellow" if found.value is None or found.inferred else "")
    for number, text in enumerate(found.read):
        if found.rule is not SAME_LINE and (number or _flat(text.value) != found.value):
            yield _Row("", f"{'also' if number else 'read'} “{_flat(text.value)}”", _place(text, path) if number else "", "", "dim")
    for text, why in found.lost:
        yield _Row("", f"not “{_flat(text.value)}”", _place(text, path), why, "red")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _place(text: Located[str], path: str) -> str:
    where = f"{text.span.line}:{text.span.column}"
    return where if text.span.path == path else f"{text.span.path}:{where}"


def _line(row: _Row, width: int, paint: Paint) -> str:
    text = safe(row.text)
    if cell_len(text) > width - 2:
        text = set_cell_size(text, width - 3).rstrip() + "…"
    text += " " * (width - cell_len(text))
    text = paint(text, row.style) if row.style else text
    note = paint(row.note, "cyan") if row.note and row.style != "red" else row.note
    return f"  {row.label:<{_LABEL}}{text}{paint(f'{row.place:<{_PLACE - 1}} ', 'dim')}{safe(row.note) if row.style == 'red' else note}".rstrip()
