"""The bytes of a ``program.json`` published before → the edition that they state, or the problem with them.

It is ``emit/data.py`` read backwards. The file may have been cut off, edited by hand or be somebody else's, so nothing in it is
believed before it was looked at.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline import addresses
from pipeline.compare.values import (
    Object,
    count,
    instant,
    member,
    moment_or_none,
    name,
    name_or_none,
    names,
    number_or_none,
    object_at,
    objects,
    rich_or_none,
    text,
    texts,
    uid_or_none,
    word_or_none,
)
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import ForeignEdition, UnreadableEdition
from pipeline.emit.data import PATH, SCHEMA
from pipeline.model import (
    Banner,
    Change,
    ChangeKind,
    Event,
    Image,
    Kind,
    Naming,
    Program,
    Role,
    Session,
    Speaker,
    Status,
    Talk,
    Translation,
    Venue,
    When,
)
from pipeline.source import Span

_FEED = re.compile(r"calendar/(?:[a-z0-9-]+/){0,2}[^/\\\x00-\x1f\x7f]+\.ics")
# What files of the first releases do not have.
_ADDED: Object = {"format": 0, "removed": [], "changes": [], "feeds": [], "banner": None}


@dataclass(frozen=True, slots=True)
class Previous:
    """An edition published before: its program, and what it knew of the editions before it. ``format`` is how it wrote entries.

    The program is as ``program.json`` states it: texts in Markdown only, pictures without bytes, nothing of the people.
    """

    program: Program
    removed: tuple[Session, ...] = ()
    changes: tuple[Change, ...] = ()
    feeds: tuple[str, ...] = ()
    format: int = 0
    banner: Banner | None = None

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions that are known, those that no page stated any longer first."""
        return (*self.removed, *self.program.sessions)


def read_previous(data: bytes, place: str = PATH) -> Previous | Problem:
    """The edition that these bytes state; an :class:`UnreadableEdition` or :class:`ForeignEdition` otherwise."""
    whole = Span(place)
    try:
        document = _document(data)
        if document.get("schema") != SCHEMA:
            return ForeignEdition(whole, str(document.get("schema")), SCHEMA)
        return _previous({**_ADDED, **document})
    except json.JSONDecodeError as error:
        return UnreadableEdition(Span(place, error.lineno, error.colno, error.lineno, error.colno), error.msg)
    except RecursionError:
        return UnreadableEdition(whole, "it is nested too deeply")
    except ValueError as error:
        return UnreadableEdition(whole, str(error))


def _document(data: bytes) -> Object:
    try:
        document = json.loads(data.decode())
    except UnicodeDecodeError as error:
        raise ValueError("it is no UTF-8 text") from error
    if not isinstance(document, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004  # the file's fault, told like its other faults
    return document


def _previous(document: Object) -> Previous:
    event = _event(object_at(document, "event"))
    venues = tuple(_venue(item) for item in objects(document, "venues"))
    sessions = tuple(_session(item, event) for item in objects(document, "sessions"))
    removed = tuple(_session(item, event, removed=True) for item in objects(document, "removed"))
    if len({session.id for session in sessions}) < len(sessions):
        raise ValueError("two sessions have the same id")
    if len({session.uid for session in (*sessions, *removed)}) < len(sessions) + len(removed):
        raise ValueError("two sessions have the same UID")
    return Previous(
        Program(event, venues, (), sessions),
        removed,
        tuple(_change(item, event) for item in objects(document, "changes")),
        _feeds(document),
        count(document, "format", "the file has no usable format"),
        None if document["banner"] is None else _banner(object_at(document, "banner")),
    )


def _banner(item: Object) -> Banner:
    first, last = (date.fromisoformat(text(item, key)) for key in ("first", "last"))
    if first > last:
        raise ValueError("'banner' ends before it begins")
    return Banner(
        text(item, "uid"),
        word_or_none(item, "title") or "",
        word_or_none(item, "subtitle"),
        word_or_none(item, "place"),
        first,
        last,
        instant(item, "created"),
        instant(item, "changed"),
        count(item, "revision", "'banner' has no usable revision number"),
        postponed=item.get("postponed") is True,
    )


def _feeds(document: Object) -> tuple[str, ...]:
    paths = texts(document, "feeds")
    if not all(_FEED.fullmatch(path) and addresses.is_public_feed(path) for path in paths):
        raise ValueError("'feeds' has something else than paths of feeds")
    return paths


def _event(item: Object) -> Event:
    try:
        zone = ZoneInfo(text(item, "timezone"))
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(f"there is no time zone '{item['timezone']}'") from error
    days = tuple(map(date.fromisoformat, texts(item, "days")))
    return Event(
        word_or_none(item, "title") or "", zone, url=word_or_none(item, "url"), languages=texts(item, "languages"), days=days
    )


def _venue(item: Object) -> Venue:
    place = number_or_none(item, "latitude"), number_or_none(item, "longitude")
    namings = object_at({"translations": {}, **item}, "translations")
    return Venue(
        text(item, "id"),
        text(item, "name"),
        texts(item, "aliases"),
        word_or_none(item, "address"),
        *place,
        translations=tuple(_naming(language, object_at(namings, language)) for language in sorted(namings)),
    )


def _session(item: Object, event: Event, *, removed: bool = False) -> Session:
    item = {"uid": None, "formerly": [], "created": item.get("changed"), **item}
    id_, day = name(item, "id"), word_or_none(item, "date")
    source = object_at(item, "source")
    created, changed = instant(item, "created"), instant(item, "changed")
    if changed < created:
        raise ValueError(f"session '{id_}' was changed before it was created")
    return Session(
        id=id_,
        kind=member(Kind, item, "kind"),
        title=text(item, "title"),
        track=word_or_none(item, "track"),
        tag=word_or_none(item, "tag"),
        order=number_or_none(item, "order"),
        day=date.fromisoformat(day) if day else None,
        start=moment_or_none(item, "start", event.timezone),
        end=moment_or_none(item, "end", event.timezone),
        venue=name_or_none(item, "venue"),
        venue_text=word_or_none(item, "venue_text"),
        people=tuple(_role(one, text(one, "role")) for one in objects(item, "people")),
        talks=tuple(_talk(one, event) for one in objects(item, "talks")),
        abstract=rich_or_none(item, "abstract"),
        status=member(Status, item, "status"),
        stream=word_or_none(item, "stream"),
        language=word_or_none(item, "language"),
        translations=_translations(item),
        formerly=names(item, "formerly"),
        uid=uid_or_none(item, "uid") or addresses.uid(event, id_),
        revision=count(item, "revision", f"session '{id_}' has no usable revision number"),
        created=created,
        changed=changed,
        removed=removed,
        source=Span(text(source, "path"), count(source, "line", f"session '{id_}' has no usable line")),
    )


def _talk(item: Object, event: Event) -> Talk:
    host = item.get("host")
    return Talk(
        id=text(item, "id"),
        title=word_or_none(item, "title"),
        start=moment_or_none(item, "start", event.timezone),
        end=moment_or_none(item, "end", event.timezone),
        host=_role(object_at(item, "host"), "host") if host is not None else None,
        speakers=tuple(_speaker(one) for one in objects(item, "speakers")),
        abstract=rich_or_none(item, "abstract"),
        biography=rich_or_none(item, "biography"),
        slides=word_or_none(item, "slides"),
        video=word_or_none(item, "video"),
        language=word_or_none(item, "language"),
        translations=_translations(item),
    )


def _translations(item: Object) -> tuple[Translation, ...]:
    """The words of a session or a talk in other languages; files of the first releases have none."""
    words = object_at({"translations": {}, **item}, "translations")
    return tuple(_translation(language, object_at(words, language)) for language in sorted(words))


def _translation(language: str, words: Object) -> Translation:
    title, tag, track, room = (word_or_none(words, name) for name in ("title", "tag", "track", "venue_text"))
    return Translation(language, title, tag, track, room, rich_or_none(words, "abstract"), rich_or_none(words, "biography"))


def _naming(language: str, words: Object) -> Naming:
    return Naming(language, word_or_none(words, "name"), word_or_none(words, "affiliation"))


def _role(item: Object, role: str) -> Role:
    return Role(role, name(item, "person"), text(item, "name"), word_or_none(item, "affiliation"))


def _speaker(item: Object) -> Speaker:
    photo = word_or_none(item, "photo")
    return Speaker(name(item, "person"), text(item, "name"), word_or_none(item, "affiliation"), Image(photo) if photo else None)


def _change(item: Object, event: Event) -> Change:
    return Change(
        text(item, "uid"),
        member(ChangeKind, item, "kind"),
        text(item, "title"),
        _changed_value(item, "old", event),
        _changed_value(item, "new", event),
        count(item, "revision", "a change has no usable revision number"),
        instant(item, "changed"),
    )


def _changed_value(item: Object, key: str, event: Event) -> When | str | tuple[str, ...] | None:
    value = item.get(key)
    if isinstance(value, dict):
        day = word_or_none(value, "date")
        return When(
            date.fromisoformat(day) if day else None,
            moment_or_none(value, "start", event.timezone),
            moment_or_none(value, "end", event.timezone),
        )
    return texts(item, key) if isinstance(value, list) else word_or_none(item, key)
