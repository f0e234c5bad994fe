"""Sessions that no page states any longer → cancelled ones, which calendars go on showing, and what is said of them.

An entry that just vanished from a feed would leave whoever imported it at the old place. So it stays, cancelled, with its old time and
place, until the conference is over for 30 days.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from pipeline.compare.changes import room
from pipeline.compare.steps import Step
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import RemovedSession
from pipeline.emit.data import PATH
from pipeline.model import Change, ChangeKind, Event, Session, Status
from pipeline.source import Span

_KEPT = timedelta(days=30)


def removed(step: Step, known: AbstractSet[str]) -> tuple[tuple[Session, ...], tuple[Change, ...]]:
    """All sessions that no page states any longer, and their changes. ``known`` are the UIDs of sessions that go on."""
    old = [step.taken(one, one, ()) for one in step.before.removed if one.uid not in known]
    new = [_removed(one, step) for one in step.before.program.sessions if one.uid not in known]
    over = step.dated and is_over(step.program.event, step.before.program.event, step.time)
    gone = () if over else tuple(one for one, _ in (*old, *new))
    return gone, tuple(change for _, made in (*old, *new) for change in made)


def is_over(event: Event, known: Event, now: datetime) -> bool:
    """Whether both conferences, the present and the one published, have been over for so long that nothing needs to be kept."""
    days = (*event.days, *known.days)
    return bool(days) and now.date() > max(days) + _KEPT


def told(found: Iterable[Change], gone: Iterable[Session]) -> Iterator[Problem]:
    """What is said of sessions that were removed since the edition before."""
    sources = {one.uid: one.source.path for one in gone}
    new = (one for one in found if one.kind is ChangeKind.REMOVED)
    yield from (RemovedSession(Span(PATH), one.title, sources.get(one.uid, "")) for one in new)


def _removed(session: Session, step: Step) -> tuple[Session, tuple[Change, ...]]:
    """The session as removed; its place in words, whatever becomes of the room."""
    words = room(session, step.before.program.venue_of.get(session.venue or ""))
    gone = replace(session, status=Status.CANCELLED, removed=True, venue_text=words)
    return step.taken(gone, session, ((ChangeKind.REMOVED, session.title, None),))
