"""program + the program published before → edition: what changed, each session's revision number, and the time of its last change.

``previous`` reads the edition before, ``identity`` says who is who in the two, ``changes`` what an attendee sees otherwise, ``steps`` what
follows from that, ``removed`` what becomes of sessions that no page states any longer; ``rebase`` heals a state that was lost.

Revision and time are the same as before where nothing changed that an attendee can see, so a build with no edit publishes the same
bytes, and a phone that subscribed takes a change for what it is: newer (RFC 5545, 3.8.7.4). No clock is read here: ``now`` is handed
in, and without it a date of the conference's own stands in for it.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from pipeline import addresses
from pipeline.compare.banner import first_banner, next_banner
from pipeline.compare.changes import changes, seen
from pipeline.compare.identity import Kinship, is_another, kinships
from pipeline.compare.previous import Previous, read_previous
from pipeline.compare.removed import removed, told
from pipeline.compare.steps import Step
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import RenamedSession, ReusedIdentity
from pipeline.model import Change, ChangeKind, Edition, Event, Program, Session
from pipeline.source import Source

# The earliest time that all archives and file systems can hold; no conference of ours is older.
_DAWN = datetime(1980, 1, 1, tzinfo=UTC)
# What is said of a removed session that comes back cancelled, as it was.
_BACK = ((ChangeKind.REINSTATED, None, None),)


def compare(
    program: Program,
    previous: Previous | bytes | None,
    now: datetime | None,
    sources: Mapping[str, Source],
    touched: datetime | None = None,
    *,
    accept_removals: bool = False,
) -> tuple[Edition, tuple[Problem, ...]]:
    """The edition of this program that follows on the previous one.

    A session that is new has revision 0 and changed ``now``; one with a visible change has the old revision + 1 and changed ``now``,
    or a second after its last change where that is later; any other keeps both.

    Args:
        program: what is to be published.
        previous: the bytes of the ``program.json`` published before, or what they state; ``None`` where there is none.
        now: the time of this edition (aware); ``None`` takes the start (UTC) of the year in which the conference begins.
        sources: the pages, handed on to the outputs.
        touched: when the pages changed last, where ``now`` is not given: the time of what is new since the edition before.
        accept_removals: says nothing of sessions that no page states any longer.

    Returns:
        The edition, and the problems with the previous one and with identities; where it cannot be read all sessions count as new.
    """
    before = read_previous(previous) if isinstance(previous, bytes) else previous
    if isinstance(before, Problem):
        edition, _ = compare(program, None, now, sources)
        return edition, (before,)
    given = now or touched
    time = given.astimezone(UTC).replace(microsecond=0) if given else _year_of(program.event)
    if before is None:
        first = tuple(_first(session, program.event, time) for session in program.sessions)
        banner = first_banner(program.event, time)
        edition = Edition(replace(program, sessions=first), time, sources, dated=now is not None, banner=banner)
        return edition, tuple(_reused(first, ()))
    step = Step(before, program, time, dated=now is not None)
    return _following(step, Edition(program, time, sources, dated=step.dated), accept_removals=accept_removals)


def _following(step: Step, bare: Edition, *, accept_removals: bool) -> tuple[Edition, tuple[Problem, ...]]:
    program, before = step.program, step.before
    kin = kinships(program, before)
    held = {one.before.uid for one in kin.values() if one.evidence}
    followed = [_followed(session, kin.get(session.id), step, held) for session in program.sessions]
    sessions = tuple(session for session, _ in followed)
    gone, found = removed(step, {one.before.uid for one in kin.values()})
    newest = (one.changed for one in (*before.sessions, *sessions, *gone) if one.changed)
    edition = replace(
        bare,
        program=replace(program, sessions=sessions),
        published=max(newest, default=step.time),
        changes=(*before.changes, *(change for _, made in followed for change in made), *found),
        removed=gone,
        feeds=before.feeds,
        banner=next_banner(step),
    )
    problems = (
        *_reused(sessions, gone),
        *(_unlike(session, kin.get(session.id), step) for session in program.sessions),
        *(_renamed(session, kin.get(session.id), stated) for session, stated in zip(sessions, program.sessions, strict=True)),
        *(() if accept_removals else told(found, gone)),
    )
    return edition, tuple(problem for problem in problems if problem is not None)


def _first(session: Session, event: Event, time: datetime) -> Session:
    uid = addresses.uid(event, session.formerly[0] if session.formerly else session.id)
    return replace(session, uid=uid, revision=0, created=time, changed=time)


def _followed(session: Session, kin: Kinship | None, step: Step, held: AbstractSet[str]) -> tuple[Session, tuple[Change, ...]]:
    """The session as it follows on the one before, and the changes. ``held`` are the UIDs of those that were told by evidence."""
    if kin is None:
        new = _first(session, step.program.event, step.time)
        if new.uid in held:
            new = replace(new, uid=_unused(session.id, step))
        return new, (Change(new.uid, ChangeKind.NEW, new.title, None, new.title, 0, step.time),)
    old = kin.before
    found = tuple(changes(seen(old, step.before.program), seen(session, step.program)))
    if old.removed:
        # Its texts and details were not shown while it was removed.
        found = tuple(one for one in found if one[0] not in (ChangeKind.TEXT, ChangeKind.DETAILS)) or _BACK
    names = dict.fromkeys((*session.formerly, *old.formerly, old.id))
    names.pop(session.id, None)
    return step.taken(replace(session, formerly=tuple(names)), old, found)


def _unused(name: str, step: Step) -> str:
    """The UID of a session whose id has become another's before it: that of the id with the first number that nobody has."""
    event = step.program.event
    known = {one.uid for one in step.before.sessions} | {addresses.uid(event, one.id) for one in step.program.sessions}
    numbered = (addresses.uid(event, f"{name}-{number}") for number in count(2))
    return next(uid for uid in numbered if uid not in known)


def _reused(sessions: tuple[Session, ...], gone: tuple[Session, ...]) -> Iterator[Problem]:
    """Sessions that would have the identity of another one."""
    owners = {one.uid: one for one in gone}
    for session in sessions:
        other = owners.setdefault(session.uid, session)
        if other is not session:
            yield ReusedIdentity(session.source, addresses.first_id(session.uid), other.title)


def _unlike(session: Session, kin: Kinship | None, step: Step) -> Problem | None:
    """A session that has the id of one that was published, and nothing else of it."""
    if kin and is_another(session, step.program, kin, step.before):
        return ReusedIdentity(session.source, session.id, kin.before.title)
    return None


def _renamed(session: Session, kin: Kinship | None, stated: Session) -> Problem | None:
    """A session whose page does not say what it was called when it was first published, but could."""
    first = addresses.first_id(session.uid)
    if kin is None or session.by_title or first in (session.id, *stated.formerly):
        return None
    return RenamedSession(session.source, session.id, first, kin.evidence)


def _year_of(event: Event) -> datetime:
    return _DAWN.replace(year=event.days[0].year) if event.days else _DAWN
