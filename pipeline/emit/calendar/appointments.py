"""edition → what stands in its calendar: the sessions that have a day, or had one, each with its state and what it was before.

Breaks are left out. A session that was published with a day and has none now is postponed: its entry stays, struck out, at the old
time, as nothing happens there; the new day will move it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from pipeline.emit.moves import was_in, was_when
from pipeline.model import Change, ChangeKind, Edition, Kind, Session, Status, When


class State(Enum):
    """Whether it takes place."""

    CONFIRMED = auto()
    UNTIMED = auto()
    CANCELLED = auto()
    POSTPONED = auto()


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session in the calendar. ``when`` has a day; ``was_when`` and ``was_in`` say from where it was moved last."""

    session: Session
    when: When
    state: State
    was_when: When | None = None
    was_in: str | None = None

    @property
    def busy(self) -> bool:
        """Whether whoever goes there has no time for anything else."""
        return self.state is State.CONFIRMED


def appointments(edition: Edition) -> tuple[Appointment, ...]:
    """All of them: those of the program in its order, then those that no page states any longer."""
    sessions = (one for one in (*edition.program.sessions, *edition.removed) if one.kind is not Kind.BREAK)
    found = (_appointment(one, edition.changes_of.get(one.uid, ())) for one in sessions)
    return tuple(one for one in found if one is not None)


def _appointment(session: Session, changes: tuple[Change, ...]) -> Appointment | None:
    cancelled = session.status is Status.CANCELLED
    if session.day is None:
        last = next((when for when in _times_before(changes) if when.day), None)
        return Appointment(session, last, State.CANCELLED if cancelled else State.POSTPONED) if last else None
    when = When(session.day, session.start, session.end)
    if cancelled:
        return Appointment(session, when, State.CANCELLED)
    return Appointment(session, when, State.CONFIRMED if session.start else State.UNTIMED, was_when(changes), was_in(changes))


def _times_before(changes: tuple[Change, ...]) -> Iterator[When]:
    """The times that it had, the last one first."""
    yield from (change.old for change in reversed(changes) if change.kind is ChangeKind.TIME and isinstance(change.old, When))
