"""The edition that was printed and the one of today → what whoever has the printed one must know, session by session."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.compare.differences import differences
from pipeline.compare.previous import Previous
from pipeline.model import Change, ChangeKind, Correction, Edition, Program, Session

#: Details of which nothing stands on paper: files, links, the name of the page.
_UNPRINTED = ("page: ", "photo: ", "slides: ", "video: ")


def corrections(printed: Previous, edition: Edition) -> tuple[Correction, ...]:
    """What has changed since, in the order of the program; last what is no longer in it."""
    today = Previous(edition.program, edition.removed)
    now = {session.uid: session for session in edition.program.sessions}
    before = {session.uid: session for session in printed.program.sessions}
    found = differences(printed, today)
    return tuple(
        Correction(now.get(uid) or before[uid], changes)
        for uid, group in groupby(found, key=lambda change: change.uid)
        if uid in now or uid in before
        if (changes := tuple(_told(group, (before.get(uid), printed.program), (now.get(uid), edition.program))))
    )


def _told(
    changes: Iterator[Change], before: tuple[Session | None, Program], now: tuple[Session | None, Program]
) -> Iterator[Change]:
    """The changes as paper has them: rooms by their names, of people and details those alone that differ."""
    for change in changes:
        if change.kind is ChangeKind.ROOM:
            told = replace(change, old=_room(*before), new=_room(*now))
        elif isinstance(change.old, tuple) and isinstance(change.new, tuple):
            told = replace(change, old=_only(change.old, change.new), new=_only(change.new, change.old))
        else:
            told = change
        if told.old != told.new:
            yield told


def _room(session: Session | None, program: Program) -> str | None:
    if session is None:
        return None
    venue = program.venue_of.get(session.venue or "")
    return venue.name if venue else session.venue_text


def _only(these: tuple[str, ...], those: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in these if one not in those and not any(word in one for word in _UNPRINTED))
