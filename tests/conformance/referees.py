"""Other people's readers of calendars, each told to say the same few things of every event, and the line rules of RFC 5545, 3.1."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import ics
import vobject
from ical.calendar_stream import IcsCalendarStream

from pipeline.model import Edition, Kind, Session, Status


@dataclass(frozen=True)
class Reading:
    """What a reader makes of one event: instants in UTC, days as dates."""

    sequence: int
    status: str
    start: date
    end: date | None
    summary: str
    location: str | None
    description: str | None


Readings = Mapping[str, Reading]
#: A reader: the bytes of a feed → what it makes of the events, by UID.
Referee = Callable[[bytes], Readings]


def read_with_ical(feed: bytes) -> Readings:
    """The parser of Home Assistant."""
    return {
        event.uid: Reading(
            event.sequence or 0,
            str(event.status and event.status.value),
            _moment(event.dtstart),
            _moment(event.dtend) if event.dtend else None,
            event.summary or "",
            event.location,
            event.description,
        )
        for event in IcsCalendarStream.calendar_from_ics(feed.decode()).events
    }


def read_with_ics(feed: bytes) -> Readings:
    """ics.py, which has no field of its own for SEQUENCE and cannot tell an event without an end from one with it."""
    found = {}
    for event in ics.Calendar(feed.decode()).events:
        sequence = next(line.value for line in event.extra if line.name == "SEQUENCE")
        start, end = (moment.date() if event.all_day else _moment(moment.datetime) for moment in (event.begin, event.end))
        found[event.uid] = Reading(
            int(sequence), event.status, start, end if end > start else None, event.name, event.location, event.description
        )
    return found


def read_with_vobject(feed: bytes) -> Readings:
    """vobject, the parser of Radicale and khard; it takes time zones from the VTIMEZONE."""
    found = {}
    for event in vobject.readOne(feed.decode()).contents.get("vevent", []):
        value = _values(event)
        found[value["uid"]] = Reading(
            int(value["sequence"]),
            value["status"],
            _moment(value["dtstart"]),
            _moment(value["dtend"]) if "dtend" in value else None,
            value["summary"],
            value.get("location"),
            value.get("description"),
        )
    return found


#: Those that are Python; ``libical`` and ``icaljs`` are beside them.
REFEREES: Mapping[str, Referee] = {"ical": read_with_ical, "ics.py": read_with_ics, "vobject": read_with_vobject}


def reading(event: Mapping[str, Any]) -> Reading:
    """An event as a program of another language tells it: JSON, whose times are in ISO 8601."""
    start, end = (_told(event[name]) for name in ("start", "end"))
    assert start is not None
    return Reading(event["sequence"], event["status"], start, end, event["summary"], event["location"], event["description"])


def stated(edition: Edition) -> Readings:
    """What the program states of each of its sessions that belong in the feed of all; without the description."""
    known = (*edition.program.sessions, *edition.removed)
    sessions = [session for session in known if session.day and session.kind is not Kind.BREAK]
    return {session.uid: _stated(session, edition) for session in sessions}


def _stated(session: Session, edition: Edition) -> Reading:
    venue = None if session.removed else edition.program.venue_of.get(session.venue or "")
    place = ", ".join(filter(None, [venue.name, venue.address])) if venue else session.venue_text
    cancelled, timed = session.status is Status.CANCELLED, session.start is not None
    start = session.start or session.day
    assert start is not None
    end = session.end if timed else date.fromordinal(start.toordinal() + 1)
    title = session.title if timed or cancelled else f"{session.title} (time to be announced)"
    return Reading(
        session.revision,
        "CANCELLED" if cancelled else "CONFIRMED" if timed else "TENTATIVE",
        _moment(start),
        _moment(end) if end else None,
        f"Cancelled: {title}" if cancelled else title,
        place,
        None,
    )


def assert_lines_are_right(feed: bytes) -> None:
    """One calendar in UTF-8, lines ended by CRLF, at most 75 octets each, none blank, no character and no escape cut by a fold."""
    assert feed.startswith(b"BEGIN:VCALENDAR\r\n")
    assert feed.endswith(b"\r\nEND:VCALENDAR\r\n")
    lines = feed.split(b"\r\n")[:-1]
    assert [line for line in lines if b"\r" in line or b"\n" in line] == []
    assert [line for line in lines if len(line) > 75 or not line.strip()] == []
    assert [text for text in (line.decode() for line in lines) if re.search(r"(?<!\\)(\\\\)*\\$", text)] == []
    assert re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029]", feed.decode()) is None


def _values(component: Any) -> dict[str, Any]:
    return {name: lines[0].value for name, lines in component.contents.items()}


def _told(written: str | None) -> date | None:
    if written is None:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _moment(value: date | None) -> date:
    assert value is not None
    return value.astimezone(UTC) if isinstance(value, datetime) else value
