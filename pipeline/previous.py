"""The bytes of a ``program.json`` published before → its sessions' visible facts and versions, or the problem with it.

The file may have been cut off or edited by hand, so nothing in it is believed before it was looked at.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime

from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import ForeignEdition, UnreadableEdition
from pipeline.emit.data import PATH, SCHEMA, Json
from pipeline.source import Span

# What no attendee sees: identities, the place in the sources, the version itself, how a fact was found, in which language it is, and a rank
# among sessions of one time.
_HIDDEN = frozenset(
    {"id", "person", "order", "source", "revision", "changed", "venue", "venue_text", "aliases", "inferred", "language"}
)
# The largest SEQUENCE that a subscriber's 32-bit integer holds (RFC 5545, 3.3.8).
_LAST_REVISION = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Version:
    """A session's revision number, and the time (UTC, whole seconds) of the change that made it."""

    revision: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class Previous:
    """The edition before: under each session's id its visible facts and its version."""

    facts: Mapping[str, Json]
    versions: Mapping[str, Version]


def read_previous(data: bytes) -> Previous | Problem:
    """The edition that these bytes of a ``program.json`` state; an :class:`UnreadableEdition` or :class:`ForeignEdition` otherwise."""
    whole = Span(PATH)
    try:
        document = _document(data)
        if document.get("schema") != SCHEMA:
            return ForeignEdition(whole, str(document.get("schema")), SCHEMA)
        return Previous(visible_facts(document), _versions(document))
    except json.JSONDecodeError as error:
        place = Span(PATH, error.lineno, error.colno, error.lineno, error.colno)
        return UnreadableEdition(place, error.msg)
    except RecursionError:
        return UnreadableEdition(whole, "it is nested too deeply")
    except ValueError as error:
        return UnreadableEdition(whole, str(error))


def _document(data: bytes) -> dict[str, Json]:
    try:
        document = json.loads(data.decode())
    except UnicodeDecodeError as error:
        raise ValueError("it is no UTF-8 text") from error
    if not isinstance(document, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004  # the file's fault, told like its other faults
    return document


def visible_facts(document: Mapping[str, Json]) -> dict[str, Json]:
    """Under each session's id what an attendee can see of it, its venue's name, address and place included.

    Args:
        document: the object of a ``program.json``, or ``program_facts`` of a program.

    Raises:
        ValueError: the object has not the form of the schema.
    """
    venues = {_text(venue, "id"): _seen(venue) for venue in _objects(document, "venues")}
    return {
        _text(session, "id"): [_seen(session), venues.get(str(session.get("venue")), session.get("venue_text"))]
        for session in _objects(document, "sessions")
    }


def _seen(value: Json) -> Json:
    """The value without the keys of ``_HIDDEN`` and without empty objects, at any depth."""
    if isinstance(value, dict):
        return {key: _seen(item) for key, item in value.items() if key not in _HIDDEN and item != {}}
    if isinstance(value, list):
        return [_seen(item) for item in value]
    return value


def _versions(document: Mapping[str, Json]) -> dict[str, Version]:
    sessions = _objects(document, "sessions")
    versions = {_text(session, "id"): _version(session) for session in sessions}
    if len(versions) < len(sessions):
        raise ValueError("two sessions have the same id")
    return versions


def _version(session: Mapping[str, Json]) -> Version:
    revision, changed = session.get("revision"), datetime.fromisoformat(_text(session, "changed"))
    # bool is an int in Python, but no number in JSON.
    if not isinstance(revision, int) or isinstance(revision, bool) or not 0 <= revision < _LAST_REVISION:
        raise ValueError(f"session '{session['id']}' has no usable revision number")
    # A zone's offset, and one second more, must fit in on both sides.
    if changed.tzinfo is None or not MINYEAR < changed.year < MAXYEAR:
        raise ValueError(f"session '{session['id']}' has no usable time of change")
    return Version(revision, changed.astimezone(UTC).replace(microsecond=0))


def _objects(document: Mapping[str, Json], key: str) -> list[dict[str, Json]]:
    items = document.get(key)
    objects = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not isinstance(items, list) or len(objects) != len(items):
        raise ValueError(f"'{key}' is no list of objects")
    return objects


def _text(item: Mapping[str, Json], key: str) -> str:
    value = item.get(key)
    if not isinstance(value, str):
        raise ValueError(f"'{key}' is no text")  # noqa: TRY004  # the file's fault, told like its other faults
    return value
