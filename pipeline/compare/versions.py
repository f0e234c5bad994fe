"""Revision numbers and times of change, which only ever rise."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.compare.previous import Previous
from pipeline.emit.data import FORMAT
from pipeline.model import Event, Session

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Version:
    """A revision and the time of the change that made it (UTC, whole seconds); ``anew`` where every entry is written anew."""

    revision: int
    changed: datetime
    anew: bool = False

    @classmethod
    def of(cls, session: Session) -> "Version":
        """The version that a session has."""
        assert session.changed is not None  # noqa: S101  # it was published
        return cls(session.revision, session.changed)


def later(old: Session, now: Version) -> Version:
    """The version after that of ``old``: of this edition, or a second after the last change where that is later."""
    last = Version.of(old)
    return Version(last.revision + 1, max(now.changed, last.changed + _SECOND))


def is_written_anew(event: Event, before: Previous) -> bool:
    """Whether all entries are written otherwise than before: by a newer confbook, in another language or zone, with other links."""
    known = before.program.event
    now, then = ((one.languages[:1], one.timezone.key, one.url) for one in (event, known))
    return before.format != FORMAT or now != then
