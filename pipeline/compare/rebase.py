"""Two states of what was published, of which one may be lost or older → one that neither can contradict."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from pipeline.compare.banner import later_banner
from pipeline.compare.previous import Previous
from pipeline.model import Session


def rebased(local: Previous, live: Previous) -> Previous:
    """What subscribers have (``live``), with what only ``local`` knows.

    Of a session that both know the facts are the live ones, the revision and the time of change are the later ones, and it was created
    when it was created first.
    """
    known = {one.uid: one for one in local.sessions}
    names = {name for one in live.sessions for name in (one.uid, one.id)}
    only = tuple(one for one in local.program.sessions if one.uid not in names and one.id not in names)
    venues = {venue.id: venue for venue in (*local.program.venues, *live.program.venues)}
    uids = {one.uid for one in only}
    return Previous(
        program=replace(
            live.program,
            venues=tuple(venues.values()),
            sessions=(*(_later(one, known.get(one.uid)) for one in live.program.sessions), *only),
        ),
        removed=tuple(_later(one, known.get(one.uid)) for one in live.removed),
        changes=(*live.changes, *(change for change in local.changes if change.uid in uids)),
        feeds=tuple(sorted({*live.feeds, *local.feeds})),
        format=live.format,
        banner=later_banner(live, local),
    )


def _later(live: Session, local: Session | None) -> Session:
    if local is None:
        return live
    return replace(
        live,
        revision=max(live.revision, local.revision),
        created=_of(min, live.created, local.created),
        changed=_of(max, live.changed, local.changed),
    )


def _of(choose: Callable[[datetime, datetime], datetime], one: datetime | None, other: datetime | None) -> datetime | None:
    return choose(one, other) if one and other else one or other
