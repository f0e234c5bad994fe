"""Do times follow each other as they must?"""

from collections.abc import Iterator

from pipeline.check.bookings import moment, slot
from pipeline.diagnostics.program import EndBeforeStart, TalkOutsideSession
from pipeline.model import Program, Session, Status, Talk


def end_before_start(program: Program) -> Iterator[EndBeforeStart]:
    """A session or a talk that takes no time or runs backwards."""
    for session in program.sessions:
        for one in _distinct(session):
            if one.start and one.end and moment(one.end) <= moment(one.start):
                yield EndBeforeStart(one.source, one.title or session.title, one.start, one.end)


def _distinct(session: Session) -> Iterator[Session | Talk]:
    """The session, and those of its talks that have times of their own (a single talk has its session's)."""
    yield session
    yield from (talk for talk in session.talks if (talk.start, talk.end) != (session.start, session.end))


def talk_outside_session(program: Program) -> Iterator[TalkOutsideSession]:
    """A talk that begins before its session or ends after it."""
    for session in program.sessions:
        whole = slot(session)
        for talk in session.talks if session.status is Status.CONFIRMED else ():
            part = slot(talk)
            if whole and part and (moment(part.start) < moment(whole.start) or moment(part.end) > moment(whole.end)):
                yield TalkOutsideSession(part.span, part, whole)
