"""A session → the plain text a person reads in the calendar entry: who, what when, what about, where to read more.

Plain, since Google renders HTML tags and Apple and Thunderbird show them raw.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from pipeline import addresses
from pipeline.emit.calendar.appointments import Appointment, State
from pipeline.emit.calendar.words import Words
from pipeline.model import Role, Session, Speaker, Talk

_ROLES = ("chair", "host", "organizer", "panelist")


def description(appointment: Appointment, words: Words, url: str | None) -> Iterator[str]:
    """The paragraphs, in order; an empty one has nothing to say. What has changed is always the first line, the link the last."""
    session = appointment.session
    yield _notice(appointment, words)
    yield "\n".join(_people(session, words))
    if not _is_its_talk(session):
        yield "\n".join(_talk(talk, session, words) for talk in session.talks)
    # Of a session that no page states any longer there are no texts.
    if not session.removed:
        yield session.abstract.plain if session.abstract else ""
        for talk in session.talks:
            yield _abstract(talk, session, words)
        yield from _translations(session)
    # Most calendars show no CONFERENCE.
    stream = stream_of(appointment)
    yield f"{words.stream}: {stream}" if stream else ""
    yield url or ""


def stream_of(appointment: Appointment) -> str | None:
    """The address where it can be followed live, if it takes place."""
    off = appointment.state in (State.CANCELLED, State.POSTPONED)
    return None if off else addresses.uri(appointment.session.stream or "")


def _notice(appointment: Appointment, words: Words) -> str:
    """That it is off, or from where it was moved: ``Moved from: 2026-10-15 09:00–10:00, Room 12``."""
    if appointment.state is State.CANCELLED:
        return words.cancelled_notice
    if appointment.state is State.POSTPONED:
        return words.postponed_notice
    before = appointment.was_when
    hours = _times(before.start, before.end) if before else ""
    day = f"{before.day} " if before and before.day != appointment.when.day else ""
    was = ", ".join(filter(None, [f"{day}{hours}", appointment.was_in]))
    return words.moved.replace("{}", was) if was else ""


def _is_its_talk(session: Session) -> bool:
    """Whether the session is one talk under its own name, so that only who speaks remains to be said."""
    return len(session.talks) == 1 and session.talks[0].title in (None, session.title)


def _people(session: Session, words: Words) -> Iterator[str]:
    """A line for the speakers of the only talk, and for each role that somebody has."""
    if _is_its_talk(session) and session.talks[0].speakers:
        yield _counted(words.speaker, session.talks[0].speakers)
    holders = _role_holders(session)
    for role in _ROLES:
        people = [holder for holder in holders if holder.role == role]
        if people:
            yield _counted(getattr(words, role), people)


def _role_holders(session: Session) -> tuple[Role, ...]:
    """The session's people and its talks' hosts, each once."""
    hosts = (talk.host for talk in session.talks if talk.host)
    return tuple({(holder.role, holder.person): holder for holder in (*hosts, *session.people)}.values())


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


def _translations(session: Session) -> Iterator[str]:
    """For each further language the titles and abstracts in it, those of the session first; what two share is said once."""
    items: tuple[Session | Talk, ...] = (session, *session.talks)
    for language in sorted({one.language for item in items for one in item.translations}):
        said: list[str | None] = []
        for item in items:
            said += [one.title for one in item.other_titles if one.language == language]
            said += [one.abstract.plain for one in item.translations if one.language == language and one.abstract]
        yield "\n".join(dict.fromkeys(filter(None, said)))


def _counted(label: tuple[str, str], people: Sequence[Role | Speaker]) -> str:
    return label[len(people) > 1].format(_names(people))


def _names(people: Iterable[Role | Speaker]) -> str:
    """``Ada Example (Example University), Bo Sample``."""
    return ", ".join(f"{who.name} ({who.affiliation})" if who.affiliation else who.name for who in people)
