"""Sessions that no page states any longer → cancelled ones, which calendars go on showing, and what is said of them.

An entry that just vanished from a feed would leave whoever imported it at the old place. So it stays, cancelled, with its old time and
place, until the conference is over for 30 days.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from pipeline.compare.changes import room
from pipeline.compare.previous import Previous
from pipeline.compare.versions import Version, later
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import RemovedSession
from pipeline.emit.data import PATH
from pipeline.model import Change, ChangeKind, Event, Session, Status
from pipeline.source import Span

_KEPT = timedelta(days=30)


def removed(
    event: Event, before: Previous, known: AbstractSet[str], version: Version, *, dated: bool
) -> tuple[tuple[Session, ...], tuple[Change, ...]]:
    """All sessions that no page states any longer, and the changes of those that one did in the edition before.

    Args:
        event: the conference.
        before: the edition before.
        known: the UIDs of sessions that go on.
        version: that of this edition.
        dated: whether the time of this edition is a real one, so that it can be over.
    """
    new = tuple(_removed(one, before, version) for one in before.program.sessions if one.uid not in known)
    old = tuple(_kept(one, version) for one in before.removed if one.uid not in known)
    found = tuple(Change(one.uid, ChangeKind.REMOVED, one.title, one.title, None, one.revision, _changed(one)) for one in new)
    over = dated and is_over(event, before.program.event, version.changed)
    return (() if over else (*old, *new)), found


def is_over(event: Event, known: Event, now: datetime) -> bool:
    """Whether both conferences, the present and the one published, have been over for so long that nothing needs to be kept."""
    days = (*event.days, *known.days)
    return bool(days) and now.date() > max(days) + _KEPT


def told(found: Iterable[Change], gone: Iterable[Session]) -> Iterator[Problem]:
    """What is said of sessions that were removed since the edition before."""
    sources = {one.uid: one.source.path for one in gone}
    yield from (RemovedSession(Span(PATH), one.title, sources.get(one.uid, "")) for one in found)


def _removed(session: Session, before: Previous, version: Version) -> Session:
    """The session as removed; its place in words, whatever becomes of the room."""
    at = later(session, version)
    words = room(session, before.program.venue_of.get(session.venue or ""))
    return replace(session, status=Status.CANCELLED, removed=True, venue_text=words, revision=at.revision, changed=at.changed)


def _kept(session: Session, version: Version) -> Session:
    at = later(session, version) if version.anew else Version.of(session)
    return replace(session, revision=at.revision, changed=at.changed)


def _changed(session: Session) -> datetime:
    return Version.of(session).changed
