"""Do times follow each other as they must?"""

from collections.abc import Iterator

from pipeline.check.bookings import Booking, moment, overlaps, slot
from pipeline.check.places import place
from pipeline.diagnostics.program import EndBeforeStart, OverlappingTalks, Slot, TalkOutsideSession
from pipeline.model import Kind, Program, Session, Status, Talk


def end_before_start(program: Program) -> Iterator[EndBeforeStart]:
    """A session or a talk that takes no time or runs backwards."""
    for session in program.sessions:
        for one in _distinct(session):
            if one.start and one.end and moment(one.end) <= moment(one.start):
                yield EndBeforeStart(place(one, "end"), one.title or session.title, one.start, one.end, place(one, "start"))


def _distinct(session: Session) -> Iterator[Session | Talk]:
    """The session, and those of its talks that have times of their own (a single talk has its session's)."""
    yield session
    yield from (talk for talk in session.talks if (talk.start, talk.end) != (session.start, session.end))


def talk_outside_session(program: Program) -> Iterator[TalkOutsideSession]:
    """A talk that begins before its session or ends after it."""
    for session in program.sessions:
        whole = slot(session)
        for part in _parts(session) if whole else ():
            if whole and not _within(part, whole):
                late = moment(whole.start) <= moment(part.start) < moment(whole.end)
                yield TalkOutsideSession(part.end_at if late else part.start_at, part, whole)


def overlapping_talks(program: Program) -> Iterator[OverlappingTalks]:
    """A talk that begins before another one of its session is over.

    Posters hang side by side, talks at one and the same time are given together, and one outside its session is told of already.
    """
    for session in program.sessions:
        whole = slot(session)
        parts = _parts(session) if session.kind is not Kind.POSTER else ()
        taken = [Booking(session, part, part.start_at) for part in parts if whole is None or _within(part, whole)]
        for one, other in overlaps(taken):
            if (one.slot.start, one.slot.end) != (other.slot.start, other.slot.end):
                yield OverlappingTalks(other.said, other.slot, one.slot)


def _parts(session: Session) -> Iterator[Slot]:
    """The times of the talks of a session that takes place."""
    slots = (slot(talk) for talk in session.talks if session.status is Status.CONFIRMED)
    return (part for part in slots if part is not None)


def _within(part: Slot, whole: Slot) -> bool:
    return moment(whole.start) <= moment(part.start) and moment(part.end) <= moment(whole.end)
