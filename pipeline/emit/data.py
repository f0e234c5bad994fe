"""edition → ``program.json``: the published facts, for other programs and for the next build's comparison.

Every key is always there; an absent fact is ``null``, never an empty string. Times are ISO 8601 with their offset; a session's
``date`` is its day of the program, also where its time is to be announced. ``inferred`` names the facts that are otherwise than
written. ``language`` is a title's, and ``translations`` hold under the tag of each further language the words that are given in it. The
form is named by ``SCHEMA``.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime

from pipeline import addresses
from pipeline.diagnostics import Problem
from pipeline.model import (
    Artifact,
    Banner,
    Change,
    Edition,
    Event,
    Image,
    Person,
    Program,
    RichText,
    Role,
    Session,
    Speaker,
    Talk,
    Translation,
    Venue,
    When,
)

SCHEMA = "confbook/program/1"
#: How calendar entries are written. One more wherever a release writes an unchanged session otherwise: all revisions then rise by one.
FORMAT = 1
PATH = "program.json"

#: A JSON value; objects and arrays hold JSON values again.
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def program_json(edition: Edition, problems: Iterable[Problem], artifacts: Iterable[Artifact] = ()) -> Artifact:
    """The file, with all problems of the build, and the paths of all feeds: so it is made last, with the other ``artifacts``.

    The same edition and problems give the same bytes: UTF-8, keys in the order of the schema, a line end at the end.
    """
    document = {
        **program_facts(edition.program),
        "removed": _without_empty([_session(session) for session in edition.removed]),
        "changes": [change_facts(change) for change in edition.changes],
        "banner": _without_empty(_banner(edition.banner)) if edition.banner else None,
        "feeds": sorted({*edition.feeds, *(file.path for file in artifacts if addresses.is_public_feed(file.path))}),
        "problems": [_problem(problem) for problem in problems],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    # A message may quote a lone surrogate, which UTF-8 can't hold; escaped by a backslash it is JSON (RFC 8259, 7).
    return Artifact(PATH, f"{text}\n".encode(errors="backslashreplace"))


def program_facts(program: Program) -> dict[str, Json]:
    """All that ``program.json`` states of the program, as a JSON object in the order of the schema: the file but its problems."""
    facts: dict[str, Json] = {
        "schema": SCHEMA,
        "format": FORMAT,
        "event": _event(program.event),
        "venues": [_venue(venue) for venue in program.venues],
        "people": [_person(person) for person in program.people],
        "sessions": [_session(session) for session in program.sessions],
    }
    return {key: _without_empty(value) for key, value in facts.items()}


def _event(event: Event) -> Json:
    return {
        "title": event.title,
        "timezone": event.timezone.key,
        "languages": list(event.languages),
        "url": event.url,
        "days": [_iso(day) for day in event.days],
    }


def _venue(venue: Venue) -> Json:
    return {
        "id": venue.id,
        "name": venue.name,
        "aliases": list(venue.aliases),
        "address": venue.address,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "translations": {one.language: {"name": one.name} for one in venue.translations},
    }


def _session(session: Session) -> Json:
    return {
        "id": session.id,
        "uid": session.uid,
        "formerly": list(session.formerly),
        "kind": session.kind.value,
        "title": session.title,
        "track": session.track,
        "tag": session.tag,
        "order": session.order,
        "start": _iso(session.start),
        "end": _iso(session.end),
        "date": _iso(session.day),
        "venue": session.venue,
        "venue_text": session.venue_text,
        "people": [{"role": role.role, **_doer(role)} for role in session.people],
        "talks": [_talk(talk) for talk in session.talks],
        "abstract": _markdown(session.abstract),
        "status": session.status.value,
        "stream": session.stream,
        "language": session.language,
        "translations": {one.language: _of_session(one) for one in session.translations},
        "inferred": list(session.inferred),
        "revision": session.revision,
        "created": _iso(session.created),
        "changed": _iso(session.changed),
        "source": {"path": session.source.path, "line": session.source.line},
    }


def _banner(banner: Banner) -> Json:
    return {
        "uid": banner.uid,
        "title": banner.title,
        "subtitle": banner.subtitle,
        "place": banner.place,
        "first": _iso(banner.first),
        "last": _iso(banner.last),
        "postponed": banner.postponed,
        "revision": banner.revision,
        "created": _iso(banner.created),
        "changed": _iso(banner.changed),
    }


def change_facts(change: Change) -> dict[str, Json]:
    """A change as a JSON object."""
    return {
        "uid": change.uid,
        "kind": change.kind.value,
        "title": change.title,
        "old": _changed_value(change.old),
        "new": _changed_value(change.new),
        "revision": change.revision,
        "changed": _iso(change.changed),
    }


def _changed_value(value: When | str | tuple[str, ...] | None) -> Json:
    if isinstance(value, When):
        return {"date": _iso(value.day), "start": _iso(value.start), "end": _iso(value.end)}
    return list(value) if isinstance(value, tuple) else value


def _talk(talk: Talk) -> Json:
    return {
        "id": talk.id,
        "title": talk.title,
        "start": _iso(talk.start),
        "end": _iso(talk.end),
        "host": _doer(talk.host) if talk.host else None,
        "speakers": [{**_doer(speaker), "photo": _reference(speaker.photo)} for speaker in talk.speakers],
        "abstract": _markdown(talk.abstract),
        "biography": _markdown(talk.biography),
        "slides": talk.slides,
        "video": talk.video,
        "language": talk.language,
        "translations": {one.language: _of_talk(one) for one in talk.translations},
        "inferred": list(talk.inferred),
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "affiliation": person.affiliation,
        "photo": _reference(person.photo),
        "url": person.url,
        "translations": {one.language: {"name": one.name, "affiliation": one.affiliation} for one in person.translations},
    }


def _of_session(one: Translation) -> dict[str, Json]:
    return {
        "title": one.title,
        "track": one.track,
        "tag": one.tag,
        "venue_text": one.venue_text,
        "abstract": _markdown(one.abstract),
    }


def _of_talk(one: Translation) -> dict[str, Json]:
    return {"title": one.title, "abstract": _markdown(one.abstract), "biography": _markdown(one.biography)}


def _problem(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "name": problem.kind(),
        "severity": problem.severity.value,
        "path": problem.span.path,
        "line": problem.span.line,
        "column": problem.span.column,
        "message": problem.message,
    }


def _doer(person: Role | Speaker) -> dict[str, Json]:
    return {"person": person.person, "name": person.name, "affiliation": person.affiliation}


def _markdown(text: RichText | None) -> str | None:
    return text.markdown if text else None


def _reference(image: Image | None) -> str | None:
    return image.reference if image else None


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _without_empty(value: Json) -> Json:
    """The value with ``null`` for each empty string: one form of absence."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return None if value == "" else value
