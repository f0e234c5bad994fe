"""program + the program published before → edition: each session's revision number and the time of its last change.

Both are the same as before where nothing changed that an attendee can see, so a build with no edit publishes the same bytes, and a
phone that subscribed takes a change for what it is: newer (RFC 5545, 3.8.7.4). No clock is read here: ``now`` is handed in, and
without it a date of the conference's own stands in for it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pipeline.diagnostics import Problem
from pipeline.emit.data import program_facts
from pipeline.model import Edition, Event, Program, Session
from pipeline.previous import Previous, Version, read_previous, visible_facts
from pipeline.source import Source

_SECOND = timedelta(seconds=1)
# The earliest time that all archives and file systems can hold; no conference of ours is older.
_DAWN = datetime(1980, 1, 1, tzinfo=UTC)


def compare(
    program: Program, previous: bytes | None, now: datetime | None, sources: Mapping[str, Source]
) -> tuple[Edition, tuple[Problem, ...]]:
    """The edition of this program that follows on the previous one.

    A session that is new has revision 0 and changed ``now``; one with a visible change has the old revision + 1 and changed ``now``,
    or a second after its last change where that is later; any other keeps both.

    Args:
        program: what is to be published.
        previous: the bytes of the ``program.json`` published before, ``None`` where there is none.
        now: the time of this edition (aware); ``None`` takes the start (UTC) of the year in which the conference begins.
        sources: the pages, handed on to the outputs.

    Returns:
        The edition, and the problem with the previous file if there is one; all sessions then count as new.
    """
    before = read_previous(previous) if previous is not None else Previous({}, {})
    problems = (before,) if isinstance(before, Problem) else ()
    known = Previous({}, {}) if isinstance(before, Problem) else before
    time = _whole_second(now) if now else _year_of(program.event)
    facts = visible_facts(program_facts(program))
    versions = {id_: _version(known.versions.get(id_), time, same=known.facts.get(id_) == facts[id_]) for id_ in facts}
    published = max((version.changed for version in (*known.versions.values(), *versions.values())), default=time)
    sessions = tuple(_at_version(session, versions[session.id]) for session in program.sessions)
    return Edition(replace(program, sessions=sessions), published, sources, dated=now is not None), problems


def _version(old: Version | None, now: datetime, *, same: bool) -> Version:
    if old is None:
        return Version(0, now)
    return old if same else Version(old.revision + 1, max(now, old.changed + _SECOND))


def _at_version(session: Session, version: Version) -> Session:
    return replace(session, revision=version.revision, changed=version.changed)


def _whole_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _year_of(event: Event) -> datetime:
    return _DAWN.replace(year=event.days[0].year) if event.days else _DAWN
