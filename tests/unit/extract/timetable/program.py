"""The program of a site that is one page, as lines of text: what a timetable came to, at a glance."""

from datetime import datetime
from pathlib import Path
from textwrap import dedent

from pipeline.build import check
from pipeline.model import Session, Talk

CONFIGURATION = """\
[event]
title = "Tides"
timezone = "Europe/Berlin"
days = [2026-03-05, 2026-03-06, 2026-03-07]
"""


def program(site: Path, page: str, name: str = "program.md", configuration: str = CONFIGURATION) -> list[str]:
    """Each session as ``day start-end | title | room | who``, its talks below it, indented; then the problems but for unlisted venues."""
    (site / "program.toml").write_text(configuration, encoding="utf-8")
    (site / name).write_text(dedent(page), encoding="utf-8")
    outcome = check(site)
    assert outcome.program is not None, outcome.problems
    lines: list[str] = []
    for session in outcome.program.sessions:
        lines.append(_session(session))
        alone = len(session.talks) == 1
        lines += [f"  {_talk(talk)}" for talk in session.talks if not alone]
    found = [problem for problem in outcome.problems if problem.kind() != "unknown-venue"]
    return [*lines, *(f"{problem.span.line}:{problem.span.column} {problem.kind()}" for problem in found)]


def _session(session: Session) -> str:
    hours = f"{session.day:%a} {_clock(session.start)}-{_clock(session.end)}" if session.day else "?"
    cancelled = " (cancelled)" if session.status == "cancelled" else ""
    roles = [f"{role.role} {role.name}" for role in session.people]
    alone = session.talks[0] if len(session.talks) == 1 else None
    who = "; ".join([*roles, *([_speakers(alone)] if alone and alone.speakers else [])])
    return " | ".join(filter(None, (hours, session.title + cancelled, session.venue_text or "", session.track or "", who)))


def _talk(talk: Talk) -> str:
    hours = f"{_clock(talk.start)}-{_clock(talk.end)}" if talk.start else ""
    return " | ".join(filter(None, (hours, talk.title or "", _speakers(talk))))


def _speakers(talk: Talk) -> str:
    return ", ".join(f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in talk.speakers)


def _clock(moment: datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""
