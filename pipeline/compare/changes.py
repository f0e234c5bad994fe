"""A session of two editions → what an attendee sees otherwise, as typed changes.

``Seen`` is all that attendees see of a session. What they don't see is no change: where its source lies, a rank among sessions of
one time, another alias of its room. What only follows is no change of its own: talks that move with their session, the title of its
only talk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pipeline.model import ChangeKind, Program, Role, Session, Speaker, Status, Talk, Venue, When

#: What a change was and is.
Value = When | str | tuple[str, ...] | None
#: A kind of change, what was, and what is.
Found = tuple[ChangeKind, Value, Value]


@dataclass(frozen=True, slots=True)
class Detail:
    """A small fact in words, and what it is compared by."""

    words: str = field(compare=False)
    key: str

    @classmethod
    def said(cls, words: str) -> "Detail":
        """One that is compared by its words."""
        return cls(words, words)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an attendee sees of a session; ``location`` is the room's place on earth (WGS 84), all else as words."""

    status: Status
    title: str
    when: When
    room: str | None
    location: tuple[float | None, float | None] | None
    people: tuple[str, ...]
    text: str | None
    details: tuple[Detail, ...]


def seen(session: Session, program: Program) -> Seen:
    """What an attendee sees of a session of this program."""
    venue = program.venue_of.get(session.venue or "") if not session.removed else None
    return Seen(
        session.status,
        session.title,
        When(session.day, session.start, session.end),
        room(session, venue),
        (venue.latitude, venue.longitude) if venue else None,
        tuple(_people(session)),
        "\n\n".join(_texts(session)) or None,
        tuple(_details(session, venue)),
    )


def room(session: Session, venue: Venue | None) -> str | None:
    """Where it is, in words: the room's name and address, or what the page says where no venue is known for it."""
    return ", ".join(filter(None, [venue.name, venue.address])) if venue else session.venue_text


def changes(old: Seen, new: Seen) -> Iterator[Found]:
    """What differs, each with what it was and is; nothing where an attendee sees no difference."""
    if old.status is not new.status:
        yield (
            ChangeKind.CANCELLED if new.status is Status.CANCELLED else ChangeKind.REINSTATED,
            old.status.value,
            new.status.value,
        )
    if _instants(old.when) != _instants(new.when):
        yield ChangeKind.TIME, old.when, new.when
    if old.room != new.room:
        yield ChangeKind.ROOM, old.room, new.room
    if old.title != new.title:
        yield ChangeKind.TITLE, old.title, new.title
    if old.people != new.people:
        yield ChangeKind.PEOPLE, old.people, new.people
    if old.text != new.text:
        yield ChangeKind.TEXT, old.text, new.text
    if old.details != new.details or (old.room == new.room and old.location != new.location):
        yield ChangeKind.DETAILS, *_only(old, new)


def _instants(when: When) -> tuple[object, ...]:
    """The same in UTC: two wall times of one zone compare equal in Python also where the clock shows them twice."""
    return (when.day, *(moment and moment.astimezone(UTC) for moment in (when.start, when.end)))


def _only(old: Seen, new: Seen) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The details that only one of the two has, in words."""
    moved = old.room == new.room and old.location != new.location
    before, after = ((*one.details, *_place(one)) if moved else one.details for one in (old, new))
    return tuple(one.words for one in before if one not in after), tuple(one.words for one in after if one not in before)


def _place(one: Seen) -> tuple[Detail, ...]:
    return tuple(Detail.said(f"location: {latitude}, {longitude}") for latitude, longitude in filter(None, [one.location]))


def _people(session: Session) -> Iterator[str]:
    """Everybody named, with institute, and the role where they do not speak."""
    for role in session.people:
        yield f"{role.role}: {_named(role)}"
    for talk in session.talks:
        yield from (f"host: {_named(talk.host)}",) if talk.host and _is_unnamed(talk.host, session.people) else ()
        yield from map(_named, talk.speakers)


def _is_unnamed(host: Role, people: Sequence[Role]) -> bool:
    return _named(host) not in [_named(role) for role in people if role.role == host.role]


def _named(who: Role | Speaker) -> str:
    return f"{who.name} ({who.affiliation})" if who.affiliation else who.name


def _texts(session: Session) -> Iterator[str]:
    """Abstracts and biographies, the titles of talks that are not the session's own, and titles in other languages."""
    texts = [session.abstract]
    for talk in session.talks:
        if talk.title and (talk.title != session.title or len(session.talks) > 1):
            yield talk.title
        texts += [talk.abstract, talk.biography]
    for one in (*session.translations, *(one for talk in session.talks for one in talk.translations)):
        yield from filter(None, [one.title])
        texts += [one.abstract, one.biography]
    yield from (text.markdown for text in texts if text and text.markdown)


def _details(session: Session, venue: Venue | None) -> Iterator[Detail]:
    """All the rest, each in words that name it."""
    facts = [
        ("page", session.id),
        ("kind", session.kind.value),
        ("track", session.track),
        ("tag", session.tag),
        ("stream", session.stream),
    ]
    for one in session.translations:
        room = None if session.venue else one.venue_text
        facts += [(f"{name} ({one.language})", words) for name, words in (("track", one.track), ("tag", one.tag), ("room", room))]
    facts += [(f"room ({one.language})", one.name) for one in (venue.translations if venue else ())]
    yield from (Detail.said(f"{name}: {words}") for name, words in facts if words)
    for number, talk in enumerate(session.talks, 1):
        if (talk.start, talk.end) != (session.start, session.end):
            yield from _hours(f"talk {number}", talk, session.start)
        links = (
            ("slides", talk.slides),
            ("video", talk.video),
            *(("photo", one.photo and one.photo.reference) for one in talk.speakers),
        )
        yield from (Detail.said(f"talk {number}, {name}: {words}") for name, words in links if words)


def _hours(name: str, talk: Talk, start: datetime | None) -> Iterator[Detail]:
    """A talk's hours. They are compared by their distance from the session's start: a talk that moves with its session stays."""
    times = [moment for moment in (talk.start, talk.end) if moment]
    if times:
        places = [str(moment - start) if start else moment.isoformat() for moment in times]
        yield Detail(f"{name}: {'–'.join(f'{moment:%H:%M}' for moment in times)}", f"{name}: {places}, {talk.start is None}")
