"""A session → the plain text a person reads in the calendar entry: who, what when, what about, where to read more.

Plain, since Google renders HTML tags and Apple and Thunderbird show them raw.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from pipeline.emit.calendar.words import Words
from pipeline.model import Role, Session, Speaker, Status, Talk

_ROLES = ("chair", "host", "organizer", "panelist")


def description(session: Session, words: Words, url: str | None) -> Iterator[str]:
    """The paragraphs, in order; an empty one has nothing to say. A cancellation is always the first line, the link the last."""
    yield words.cancelled_notice if session.status is Status.CANCELLED else ""
    yield "\n".join(_roles(session, words))
    yield "\n".join(_talks(session, words))
    yield session.abstract.plain if session.abstract else ""
    for talk in session.talks:
        yield _abstract(talk, session, words)
    yield url or ""


def _roles(session: Session, words: Words) -> Iterator[str]:
    """A line for each role that somebody has."""
    for role in _ROLES:
        holders = [person for person in _role_holders(session) if person.role == role]
        if holders:
            yield _counted(getattr(words, role), holders)


def _role_holders(session: Session) -> Iterable[Role]:
    """The session's people, and the host of its only talk where the session does not name them itself."""
    hosts = (talk.host for talk in session.talks if len(session.talks) == 1)
    known = {(person.role, person.person) for person in session.people}
    return (*session.people, *(host for host in hosts if host and (host.role, host.person) not in known))


def _talks(session: Session, words: Words) -> Iterator[str]:
    """A line for each talk; where the session is one talk under its own name, only who speaks."""
    for talk in session.talks:
        if len(session.talks) > 1 or talk.title not in (None, session.title):
            yield _talk(talk, session, words)
        elif talk.speakers:
            yield _counted(words.speaker, talk.speakers)


def _talk(talk: Talk, session: Session, words: Words) -> str:
    """``14:00–14:30 A title — Ada Example (Example University)``."""
    timed = (talk.start, talk.end) != (session.start, session.end)
    title = " ".join(filter(None, [_times(talk.start, talk.end) if timed else "", talk.title or words.title_unknown]))
    return " — ".join(filter(None, [title, _names(talk.speakers)]))


def _times(start: datetime | None, end: datetime | None) -> str:
    return "–".join(f"{moment:%H:%M}" for moment in (start, end) if moment)


def _abstract(talk: Talk, session: Session, words: Words) -> str:
    """The talk's abstract, under its title where there are several talks."""
    if talk.abstract is None:
        return ""
    heading = [talk.title or words.title_unknown] if len(session.talks) > 1 or session.abstract else []
    return "\n".join([*heading, talk.abstract.plain])


def _counted(label: tuple[str, str], people: Iterable[Role | Speaker]) -> str:
    people = tuple(people)
    return label[len(people) > 1].format(_names(people))


def _names(people: Iterable[Role | Speaker]) -> str:
    """``Ada Example (Example University), Bo Sample``."""
    return ", ".join(f"{who.name} ({who.affiliation})" if who.affiliation else who.name for who in people)
