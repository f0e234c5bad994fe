"""The schema of ``program.json``, which ``emit/data.py`` writes: every key is always there, an absent fact is ``null``."""

from pipeline.diagnostics import Severity
from pipeline.emit.data import SCHEMA
from pipeline.model import ChangeKind, Kind, Status
from pipeline.schema.words import Schema, closed, document, many

_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"], "minLength": 1}
_MARKDOWN: Schema = {**_TEXT_OR_NULL, "description": "Markdown."}
_LANGUAGE: Schema = {
    **_TEXT_OR_NULL,
    "description": "BCP 47 tag of the title's language; of a title in two languages, that of its first half.",
    "examples": ["en"],
}
_DAY: Schema = {"type": "string", "format": "date"}
_TIME_OR_NULL: Schema = {"type": ["string", "null"], "format": "date-time"}
_NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 1}


def output() -> Schema:
    """What a build publishes as ``program.json``."""
    return document(
        "output",
        "program.json of confbook",
        "The published facts of a conference program. Every key is always there; an absent fact is null, never an empty string.",
        closed({
            "schema": {"const": SCHEMA, "description": "The form of this file."},
            "format": {"type": "integer", "minimum": 0, "description": "How calendar entries are written."},
            "event": _event(),
            "venues": many(_venue()),
            "people": many(_person()),
            "sessions": {**many(_session()), "description": "In the order of the program."},
            "removed": {**many(_session()), "description": "Cancelled sessions that no page states any longer; calendars still show them."},
            "changes": {**many(_change()), "description": "All changes since the first edition, the oldest first."},
            "banner": {"anyOf": [_banner(), {"type": "null"}]},
            "feeds": {**many(_TEXT), "description": "The paths of all calendar feeds ever published: none of them vanishes."},
            "problems": {**many(_problem()), "description": "What was reported when this was made."},
        }),
    )  # fmt: skip


def _event() -> Schema:
    return closed({
        "title": _TEXT_OR_NULL,
        "timezone": {**_TEXT, "description": "IANA time zone of all times.", "examples": ["Asia/Shanghai"]},
        "languages": {**many(_TEXT), "description": "BCP 47 tags, the main one first.", "examples": [["en", "zh"]]},
        "url": _TEXT_OR_NULL,
        "days": {**many(_DAY), "description": "All days of the program.", "examples": [["2026-10-15", "2026-10-16"]]},
    })  # fmt: skip


def _venue() -> Schema:
    return closed({
        "id": _TEXT,
        "name": _TEXT,
        "aliases": many(_TEXT),
        "address": _TEXT_OR_NULL,
        "latitude": {**_NUMBER_OR_NULL, "minimum": -90, "maximum": 90, "description": "Degrees, WGS 84."},
        "longitude": {**_NUMBER_OR_NULL, "minimum": -180, "maximum": 180, "description": "Degrees, WGS 84."},
        "translations": _translations(name=_TEXT_OR_NULL),
    })  # fmt: skip


def _person() -> Schema:
    return closed({
        "id": _TEXT,
        "name": _TEXT,
        "aliases": many(_TEXT),
        "affiliation": _TEXT_OR_NULL,
        "photo": {**_TEXT_OR_NULL, "description": "The portrait, as the page refers to it."},
        "url": _TEXT_OR_NULL,
        "translations": _translations(name=_TEXT_OR_NULL, affiliation=_TEXT_OR_NULL),
    })  # fmt: skip


def _session() -> Schema:
    return closed({
        "id": {**_TEXT, "description": "The name of its page."},
        "uid": {**_TEXT, "description": "Stays the same from edition to edition and in all outputs.", "examples": ["rivers@rivers.example.2026"]},
        "formerly": {**many(_TEXT), "description": "The ids that it had in earlier editions, the first one first."},
        "kind": {"enum": [kind.value for kind in Kind]},
        "title": _TEXT,
        "track": _TEXT_OR_NULL,
        "tag": _TEXT_OR_NULL,
        "order": _NUMBER_OR_NULL,
        "start": {**_TIME_OR_NULL, "examples": ["2026-10-15T11:00:00+08:00"]},
        "end": _TIME_OR_NULL,
        "date": {"type": ["string", "null"], "format": "date", "description": "Its day of the program, also where its time is open."},
        "venue": {**_TEXT_OR_NULL, "description": "The id of a venue."},
        "venue_text": {**_TEXT_OR_NULL, "description": "The place as the page writes it."},
        "people": many(_doer(role={"enum": ["host", "chair", "organizer", "panelist"]})),
        "talks": many(_talk()),
        "abstract": _MARKDOWN,
        "status": {"enum": [status.value for status in Status]},
        "stream": {**_TEXT_OR_NULL, "description": "Address where it can be followed live."},
        "language": _LANGUAGE,
        "translations": _translations(
            title=_TEXT_OR_NULL, track=_TEXT_OR_NULL, tag=_TEXT_OR_NULL, venue_text=_TEXT_OR_NULL, abstract=_MARKDOWN
        ),
        "inferred": _inferred(),
        "revision": {"type": "integer", "minimum": 0, "description": "How often its published facts have changed."},
        "created": {**_TIME_OR_NULL, "description": "When it was published first."},
        "changed": {**_TIME_OR_NULL, "description": "When they changed last."},
        "source": closed({"path": _TEXT, "line": _COUNT}),
    })  # fmt: skip


def _banner() -> Schema:
    moment: Schema = {"type": "string", "format": "date-time"}
    return {
        "description": "The conference as an entry of calendars, over all its days.",
        **closed({
            "uid": _TEXT,
            "title": _TEXT_OR_NULL,
            "subtitle": _TEXT_OR_NULL,
            "place": _TEXT_OR_NULL,
            "first": _DAY,
            "last": _DAY,
            "postponed": {"type": "boolean", "description": "Whether its days are to be announced; these are the old ones then."},
            "revision": {"type": "integer", "minimum": 0},
            "created": moment,
            "changed": moment,
        }),
    }  # fmt: skip


def _change() -> Schema:
    when = closed({"date": {"type": ["string", "null"], "format": "date"}, "start": _TIME_OR_NULL, "end": _TIME_OR_NULL})
    value: Schema = {"anyOf": [when, many(_TEXT), {"type": ["string", "null"]}]}
    return closed({
        "uid": {**_TEXT, "description": "The UID of the session."},
        "kind": {"enum": [kind.value for kind in ChangeKind]},
        "title": {**_TEXT, "description": "The title of the session."},
        "old": {**value, "description": "What it was."},
        "new": {**value, "description": "What it is."},
        "revision": {"type": "integer", "minimum": 0, "description": "The session's revision that the change made."},
        "changed": {"type": "string", "format": "date-time", "description": "The time of that revision."},
    })  # fmt: skip


def _talk() -> Schema:
    return closed({
        "id": _TEXT,
        "title": _TEXT_OR_NULL,
        "start": _TIME_OR_NULL,
        "end": _TIME_OR_NULL,
        "host": {"anyOf": [_doer(), {"type": "null"}]},
        "speakers": many(_doer(photo=_TEXT_OR_NULL)),
        "abstract": _MARKDOWN,
        "biography": _MARKDOWN,
        "slides": _TEXT_OR_NULL,
        "video": _TEXT_OR_NULL,
        "language": _LANGUAGE,
        "translations": _translations(title=_TEXT_OR_NULL, abstract=_MARKDOWN, biography=_MARKDOWN),
        "inferred": _inferred(),
    })  # fmt: skip


def _doer(**more: Schema) -> Schema:
    """Somebody as this page names them."""
    return closed({
        "person": {**_TEXT, "description": "The id of a person."},
        "name": _TEXT,
        "affiliation": _TEXT_OR_NULL,
        **more,
    })  # fmt: skip


def _translations(**facts: Schema) -> Schema:
    """What is given in other languages."""
    return {
        "type": "object",
        "description": "Under the BCP 47 tag of each further language what is given in it; of a title in two languages both halves.",
        "additionalProperties": closed(dict(facts)),
    }


def _inferred() -> Schema:
    return {**many(_TEXT), "description": "The names of the facts that are otherwise than written."}


def _problem() -> Schema:
    return closed({
        "code": {"type": "string", "pattern": "^[A-Z][0-9]{3}$"},
        "name": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
        "severity": {"enum": [severity.value for severity in Severity]},
        "path": _TEXT,
        "line": _COUNT,
        "column": _COUNT,
        "message": _TEXT,
    })  # fmt: skip
