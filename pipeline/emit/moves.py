"""A session's changes → where it was before it was moved last, for whoever noted that down.

Calendars and cards say it until the conference is over: a reader may have looked up the old place long ago, and needs it on the day.
"""

from collections.abc import Sequence

from pipeline.model import Change, ChangeKind, When


def was_when(changes: Sequence[Change]) -> When | None:
    """The time that it was moved from; a time that was only announced, or got its end, is no move."""
    last = next((change for change in reversed(changes) if change.kind is ChangeKind.TIME), None)
    if last is None or not isinstance(last.old, When) or not isinstance(last.new, When) or last.old.start is None:
        return None
    ended = last.old.end and last.old.end != last.new.end
    return last.old if ended or (last.old.day, last.old.start) != (last.new.day, last.new.start) else None


def was_in(changes: Sequence[Change]) -> str | None:
    """The room that it was moved from, in words: its name and address."""
    return next(
        (change.old for change in reversed(changes) if change.kind is ChangeKind.ROOM and isinstance(change.old, str)), None
    )
