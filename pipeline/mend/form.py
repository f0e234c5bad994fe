"""session → a page in the clean form that the README recommends. Every fact is written as it was read; what is not known is left out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pipeline.mend.yaml import block, exact, field, listed, scalar
from pipeline.model import Naming, Person, RichText, Role, Session, Speaker, Status, Talk
from pipeline.normalize.people.bylines import read_people
from pipeline.source import Located, Span


@dataclass(frozen=True, slots=True)
class Content:
    """What a clean page is written from.

    ``words`` gives of a text the Markdown to write; ``kept`` are lines of fields that stay as they are, and ``names`` the names of all
    fields that the page had; ``pending`` are the placeholders, those of the session under 0, of its talks under their numbers from 1.
    """

    session: Session
    people: Mapping[str, Person]
    words: Callable[[RichText], str]
    kept: Sequence[str] = ()
    names: frozenset[str] = frozenset()
    pending: Mapping[int, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a page may be laid out: its only talk in flat fields or in a list; its abstract as the body or as a field."""

    flat: bool
    body: bool


def shapes(session: Session) -> tuple[Shape, ...]:
    """The layouts that could hold a session, the one to be preferred first."""
    alone = session.talks[0] if len(session.talks) == 1 else None
    flat = alone is not None and alone.speakers and alone.host is None and alone.title == session.title
    return tuple(Shape(bool(one), body) for one in ((True, False) if flat else (False,)) for body in (True, False))


def page_of(content: Content, shape: Shape) -> str:
    """The page's text, its lines ended by line feeds."""
    session = content.session
    talk = session.talks[0] if shape.flat else None
    abstract = talk.abstract if talk else session.abstract
    text = content.words(abstract) if abstract else ""
    lines = [*_facts(content), *_roles(content), *_pending(content, 0)]
    if talk:
        lines += [
            *_speakers(talk, content),
            *_pending(content, 1),
            *_words_of(talk, content),
            *_other_texts("abstract", talk, content),
        ]
    if text and not shape.body:
        lines += block("abstract", text)
    if not talk:
        lines += _other_texts("abstract", session, content)
    if session.talks and not talk:
        lines += listed("talks", (_talk(talk, number, content) for number, talk in enumerate(session.talks, 1)))
    body = f"\n{text}\n" if text and shape.body else ""
    return "\n".join(("---", *lines, *content.kept, "---", body))


def _facts(content: Content) -> Iterator[str]:
    session, names = content.session, content.names
    yield from field("title", session.title)
    yield from _other_words("title", ((one.language, one.title) for one in session.other_titles))
    if "id" in names:
        yield from field("id", session.id)
    if session.formerly:
        yield from exact("formerly", f"[{', '.join(session.formerly)}]")
    yield from exact("kind", session.kind.value)
    if session.day:
        yield from exact("date", session.day.isoformat())
    yield from _times(session, session.day)
    if session.venue_text:
        yield from field("venue", session.venue_text)
    yield from _other_words("venue", ((one.language, one.venue_text) for one in session.translations))
    if session.track:
        yield from field("track", session.track)
    yield from _other_words("track", ((one.language, one.track) for one in session.translations))
    if session.tag and ("tag" in names or "tags" not in names):
        yield from field("tag", session.tag)
    yield from _other_words("tag", ((one.language, one.tag) for one in session.translations))
    if session.order is not None and ("order" in names or "weight" not in names):
        yield from exact("order", f"{session.order:.15g}")
    if session.status is not Status.CONFIRMED or "status" in names:
        yield from exact("status", session.status.value)
    if session.stream:
        yield from field("stream", session.stream)


def _other_words(key: str, words: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """A field in other languages than its own: ``title_zh``."""
    for language, text in words:
        if text:
            yield from field(_in_language(key, language), text)


def _other_texts(key: Literal["abstract", "biography"], one: Session | Talk, content: Content) -> Iterator[str]:
    """The same for a text of several lines."""
    for other in one.translations:
        text = other.abstract if key == "abstract" else other.biography
        if text:
            yield from block(_in_language(key, other.language), content.words(text))


def _in_language(key: str, language: str) -> str:
    return f"{key}_{language.lower().replace('-', '_')}"


def _times(one: Session | Talk, day: date | None) -> Iterator[str]:
    """When it begins and ends; hours that have no day yet stay hours."""
    for key, moment in (("start", one.start), ("end", one.end)):
        read = next((found.value for found in one.evidence if found.fact == key), None)
        if moment:
            yield from exact(key, _time(moment, day))
        elif read and day is None:
            yield from exact(key, read)


def _time(moment: datetime, day: date | None) -> str:
    return f"{moment:%H:%M}" if moment.date() == day else f"{moment:%Y-%m-%d %H:%M}"


def _roles(content: Content) -> Iterator[str]:
    """A field for each role; hosts of talks stand with their talks."""
    hosts = {talk.host.person for talk in content.session.talks if talk.host}
    speakers = {speaker.person for talk in content.session.talks for speaker in talk.speakers}
    own = [role for role in content.session.people if not (role.role == "host" and role.person in hosts)]
    for name in dict.fromkeys(role.role for role in own):
        entries = [_role(role, content, speakers) for role in own if role.role == name]
        key = "panelists" if name == "panelist" else name
        yield from exact(key, entries[0][0]) if len(entries) == 1 and len(entries[0]) == 1 else listed(key, entries)


def _role(role: Role, content: Content, speakers: set[str]) -> list[str]:
    """Somebody in a line, as ``Ada Brook, Coastal University``, where that is read as it is meant; else name by name."""
    person = content.people[role.person] if role.person not in speakers else None
    url, namings = (person.url, person.translations) if person else (None, ())
    line = f"{role.name}, {role.affiliation}" if role.affiliation else role.name
    people, problems = read_people(Located(line, Span("")))
    if (
        not url
        and not namings
        and not problems
        and [(one.name, one.affiliation) for one in people] == [(role.name, role.affiliation)]
    ):
        return [scalar(line)]
    return _person(role, None, url, namings)


def _person(who: Role | Speaker, photo: str | None, url: str | None, namings: Sequence[Naming]) -> list[str]:
    given = (
        ("name", who.name),
        *((_in_language("name", one.language), one.name) for one in namings if one.name != who.name),
        ("affiliation", who.affiliation),
        *((_in_language("affiliation", one.language), one.affiliation) for one in namings if one.affiliation != who.affiliation),
        ("photo", photo),
        ("url", url),
    )
    return [line for key, value in given if value for line in field(key, value)]


def _talk(talk: Talk, number: int, content: Content) -> list[str]:
    session = content.session
    lines: list[str] = []
    if talk.title and not (len(session.talks) == 1 and talk.title == session.title and talk.speakers):
        lines += field("title", talk.title)
        lines += _other_words("title", ((one.language, one.title) for one in talk.other_titles))
    elif not talk.speakers:
        lines += exact("title", "TBA")  # what has neither a title nor a speaker is no talk
    if len(session.talks) > 1 or list(_times(talk, session.day)) != list(_times(session, session.day)):
        lines += _times(talk, session.day)
    if talk.host:
        host = _role(talk.host, content, {speaker.person for speaker in talk.speakers})
        lines += exact("host", host[0]) if len(host) == 1 else listed("host", [host])
    lines += [*_speakers(talk, content), *_pending(content, number)]
    if talk.abstract and not (len(session.talks) == 1 and talk.abstract == session.abstract):
        lines += block("abstract", content.words(talk.abstract))
        lines += _other_texts("abstract", talk, content)
    return [*lines, *_words_of(talk, content)]


def _speakers(talk: Talk, content: Content) -> list[str]:
    return listed("speakers", [_speaker(speaker, content) for speaker in talk.speakers]) if talk.speakers else []


def _speaker(speaker: Speaker, content: Content) -> list[str]:
    photo = speaker.photo.reference if speaker.photo else None
    person = content.people[speaker.person]
    return _person(speaker, photo, person.url, person.translations)


def _words_of(talk: Talk, content: Content) -> Iterator[str]:
    if talk.biography:
        yield from block("biography", content.words(talk.biography))
    yield from _other_texts("biography", talk, content)
    for key, address in (("slides", talk.slides), ("video", talk.video)):
        if address:
            yield from field(key, address)


def _pending(content: Content, number: int) -> Iterator[str]:
    """What is still to come, as comments: a clean page holds no stand-ins for facts."""
    yield from ((content.pending or {}).get(number, ()))
