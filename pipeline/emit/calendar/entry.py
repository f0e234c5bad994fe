"""An appointment → the bytes of its VEVENT (RFC 5545, 3.6.1), which all feeds share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Event as VEvent
from icalendar import vUri

from pipeline import addresses
from pipeline.emit.calendar import tags
from pipeline.emit.calendar.appointments import Appointment, State
from pipeline.emit.calendar.description import description
from pipeline.emit.calendar.rich import rich
from pipeline.emit.calendar.text import Text, block, content, line
from pipeline.emit.calendar.words import Words
from pipeline.model import Edition, Session, Venue

_DAY = timedelta(days=1)
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
# Outlook reads neither STATUS nor TRANSP, only Microsoft's own.
_BUSY = b"TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"
_FREE = b"TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
_STATUS = {
    State.CONFIRMED: "CONFIRMED",
    State.UNTIMED: "TENTATIVE",
    State.CANCELLED: "CANCELLED",
    State.POSTPONED: "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How entries are written: in which words, with which colour for each track, with wall times of the conference's zone or in UTC."""

    words: Words
    colors: Mapping[str, str]
    zoned: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as bytes: ``facts`` are its content lines but for those in which feeds differ; ``rich`` are the components in it."""

    uid: str
    changed: datetime
    facts: bytes
    rich: bytes
    busy: bool

    def written(self, *, busy: bool, full: bool = False) -> bytes:
        """The whole event, in a feed whose entries take up the reader's time or don't, with the components of RFC 9073 or without."""
        return b"".join((_BEGIN, self.facts, _BUSY if busy and self.busy else _FREE, self.rich if full else b"", _END))


def entry(appointment: Appointment, edition: Edition, style: Style) -> Entry:
    """The appointment as an event.

    A session whose time is to be announced is an all-day, tentative event of its day, which takes up nobody's time.
    """
    session = appointment.session
    venue = None if session.removed else edition.program.venue_of.get(session.venue or "")
    event = VEvent()
    _add_identity(event, session, edition)
    _add_time(event, appointment, edition, style)
    event.add("status", _STATUS[appointment.state])
    _add_place(event, session, venue)
    _add_words(event, appointment, edition, style)
    facts = b"".join(content(event)[1:-1])
    return Entry(session.uid, session.changed or edition.published, facts, rich(session, venue), appointment.busy)


def _add_identity(event: VEvent, session: Session, edition: Edition) -> None:
    """Who it is and which version: the build's own time is nowhere, or every build would change every entry."""
    changed = session.changed or edition.published
    event.add("uid", Text(session.uid))
    event.add("created", session.created or changed)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", session.revision)


def _add_time(event: VEvent, appointment: Appointment, edition: Edition, style: Style) -> None:
    start, end = appointment.when.start, appointment.when.end
    if start is None:
        _add_day(event, appointment.when.day)
        return
    zone = edition.program.event.timezone if style.zoned and not any(map(_doubled, (start, end))) else UTC
    event.add("dtstart", start.astimezone(zone))
    # DTEND has to be later than DTSTART (3.8.2.2); without one the event is an instant.
    if end and end.astimezone(UTC) > start.astimezone(UTC):
        event.add("dtend", end.astimezone(zone))


def _add_day(event: VEvent, day: date | None) -> None:
    if day is not None:
        event.add("dtstart", day)
        event.add("dtend", day + _DAY)


def _doubled(moment: datetime | None) -> bool:
    """Whether the wall clock shows this time twice that day, or never: readers disagree on such times, so they go out as UTC."""
    return moment is not None and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _add_place(event: VEvent, session: Session, venue: Venue | None) -> None:
    if venue is None:
        if session.venue_text:
            event.add("location", line(session.venue_text))
        return
    place = line(", ".join(filter(None, [venue.name, venue.address])))
    event.add("location", place, tags.parameter(tags.of_room(venue), place))
    if venue.latitude is not None and venue.longitude is not None:
        # icalendar would write a small number with an exponent, which is no FLOAT (3.3.7).
        event.add("geo", _Geo(f"{venue.latitude:.6f};{venue.longitude:.6f}"))


class _Geo(Text):
    """A GEO value that is written as it is (3.8.1.6): digits, points, signs and the ``;`` between."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return self.encode()


def _add_words(event: VEvent, appointment: Appointment, edition: Edition, style: Style) -> None:
    session = appointment.session
    # A session that no page states has no page.
    url = addresses.page(edition.program.event, "" if session.removed else f"sessions/{session.id}.html")
    title, paragraphs = line(_summary(appointment, style.words)), tuple(description(appointment, style.words, url))
    event.add("summary", title, tags.parameter(tags.of_title(appointment, style.words), title))
    # The last is the link, which is in no language.
    tag = tags.parameter(tags.of_description(session, style.words), "\n".join(paragraphs[:-1]))
    event.add("description", block(paragraphs), tag)
    event.add("categories", line(session.track or session.kind.value.capitalize()), encode=False)
    if color := style.colors.get(session.track or ""):
        event.add("color", Text(color))
    if url:
        event.add("url", vUri(url))


def _summary(appointment: Appointment, words: Words) -> str:
    """The title, with what most calendars would not show otherwise: that it is off, or has no time yet."""
    title = {
        State.CANCELLED: words.cancelled,
        State.POSTPONED: words.postponed,
        State.UNTIMED: words.time_unknown,
    }.get(appointment.state, "{}")
    # The title may hold braces of its own.
    return title.replace("{}", appointment.session.title)
