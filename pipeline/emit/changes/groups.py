"""Changes → those of each edition, the newest edition first, in it those of each session."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from pipeline.model import Change, ChangeKind

#: Of one session, the changes of one edition.
Group = tuple[Change, ...]


def by_edition(changes: Sequence[Change]) -> list[tuple[datetime, list[Group]]]:
    """Under the time of each edition's changes, the newest first, the changes of each session in it."""
    newest = sorted(told(changes), key=lambda change: change.changed, reverse=True)
    return [(time, by_session(tuple(made))) for time, made in groupby(newest, key=lambda change: change.changed)]


def told(changes: Sequence[Change]) -> list[Change]:
    """The changes of sessions: that all entries of calendars were written anew concerns only calendars."""
    return [change for change in changes if change.kind is not ChangeKind.REWRITTEN]


def by_session(changes: Sequence[Change]) -> list[Group]:
    """The changes of each session, in the order in which the first of them stand."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.uid, []).append(change)
    return [tuple(group) for group in groups.values()]
