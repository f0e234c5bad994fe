"""The step from one edition to the next: which sessions take it, to which revision and time. Both only ever rise."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from pipeline.compare.changes import Found
from pipeline.compare.previous import Previous
from pipeline.emit.data import FORMAT
from pipeline.model import Change, ChangeKind, Event, Program, Session

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Step:
    """The edition before, the program that follows on it, and the time (UTC, whole seconds) of what changes with it.

    ``dated`` where the time is that of the build, so that the conference can be over by then.
    """

    before: Previous
    program: Program
    time: datetime
    dated: bool

    @cached_property
    def rewriting(self) -> tuple[Found, ...]:
        """What makes all entries of calendars other ones, though no session has changed: what it was and is in words."""
        then, now = _writing(self.before.program.event, self.before.format), _writing(self.program.event, FORMAT)
        was, is_ = tuple(one for one in then if one not in now), tuple(one for one in now if one not in then)
        return ((ChangeKind.REWRITTEN, was, is_),) if then != now else ()

    def taken(self, session: Session, old: Session, found: tuple[Found, ...]) -> tuple[Session, tuple[Change, ...]]:
        """The session as it follows on the ``old`` one with these changes, and the changes as they are kept.

        With a change it has the next revision, changed at the time of this step, or a second after its last change where that is later.
        """
        found = found or self.rewriting
        last = changed_at(old)
        revision, changed = (old.revision + 1, later(self.time, last)) if found else (old.revision, last)
        made = replace(session, uid=old.uid, created=old.created, revision=revision, changed=changed)
        return made, tuple(Change(made.uid, kind, made.title, was, is_, revision, changed) for kind, was, is_ in found)


def later(time: datetime, last: datetime) -> datetime:
    """The time of a change: the given one, or a second after the last change where that is later."""
    return max(time, last + _SECOND)


def changed_at(session: Session) -> datetime:
    """When a session that was published changed last."""
    assert session.changed is not None  # noqa: S101  # every published one has it
    return session.changed


def _writing(event: Event, form: int) -> tuple[str, ...]:
    """All that entries depend on beside their session."""
    language = next(iter(event.languages), "en")
    return f"format: {form}", f"language: {language}", f"time zone: {event.timezone.key}", f"site: {event.url}"
