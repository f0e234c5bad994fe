"""An appointment → the bytes of its VEVENT (RFC 5545, 3.6.1), which all feeds share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipeline import addresses
from pipeline.emit.calendar import tags
from pipeline.emit.calendar.appointments import Appointment, State
from pipeline.emit.calendar.description import description, stream_of
from pipeline.emit.calendar.rich import rich
from pipeline.emit.calendar.text import block, content_line, line, text_line
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

    def written(self, *, busy: bool, full: bool = False) -> tuple[bytes, ...]:
        """The whole event, in a feed whose entries take up the reader's time or don't, with the components of RFC 9073 or without."""
        claim = _BUSY if busy and self.busy else _FREE
        return (_BEGIN, self.facts, claim, self.rich, _END) if full else (_BEGIN, self.facts, claim, _END)


def entry(appointment: Appointment, edition: Edition, style: Style) -> Entry:
    """The appointment as an event.

    A session whose time is to be announced is an all-day, tentative event of its day, which takes up nobody's time.
    """
    session = appointment.session
    venue = None if session.removed else edition.program.venue_of.get(session.venue or "")
    facts = b"".join(_facts(appointment, edition, style, venue))
    return Entry(session.uid, session.changed or edition.published, facts, rich(session, venue), appointment.busy)


def identity(uid: str, revision: int, changed: datetime) -> Iterator[bytes]:
    """Who it is and which version: the build's own time is nowhere, or every build would change every entry."""
    yield content_line("DTSTAMP", utc_form(changed))
    yield text_line("UID", uid)
    yield content_line("SEQUENCE", str(revision))


def days(first: date, last: date) -> Iterator[bytes]:
    """All of these days. DTEND is the day after (3.6.1)."""
    yield content_line("DTSTART;VALUE=DATE", f"{first:%Y%m%d}")
    yield content_line("DTEND;VALUE=DATE", f"{last + _DAY:%Y%m%d}")


def utc_form(moment: datetime) -> str:
    """A time in UTC (3.3.5, form 2)."""
    return f"{_wall(moment.astimezone(UTC))}Z"


def _facts(appointment: Appointment, edition: Edition, style: Style, venue: Venue | None) -> Iterator[bytes]:
    """The content lines that are the same in all feeds, in the order of icalendar's writer."""
    session = appointment.session
    changed = session.changed or edition.published
    # A session that no page states has no page.
    url = addresses.page(edition.program.event, "" if session.removed else f"sessions/{session.id}.html")
    title = line(_summary(appointment, style.words))
    yield text_line(f"SUMMARY{tags.parameter(tags.of_title(appointment, style.words), title)}", title)
    yield from _time(appointment, edition, style)
    yield from identity(session.uid, session.revision, changed)
    yield text_line("CATEGORIES", line(session.track or session.kind.value.capitalize()))
    if color := style.colors.get(session.track or ""):
        yield content_line("COLOR", color)
    if stream := stream_of(appointment):
        yield content_line(f"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL={style.words.stream}", stream)
    yield content_line("CREATED", utc_form(session.created or changed))
    yield from _description(appointment, style.words, url)
    if venue and venue.latitude is not None and venue.longitude is not None:
        yield content_line("GEO", f"{venue.latitude:.6f};{venue.longitude:.6f}")
    yield content_line("LAST-MODIFIED", utc_form(changed))
    yield from _location(session, venue)
    yield content_line("STATUS", _STATUS[appointment.state])
    if url:
        yield content_line("URL", url)


def _time(appointment: Appointment, edition: Edition, style: Style) -> Iterator[bytes]:
    start, end = appointment.when.start, appointment.when.end
    if start is None:
        yield from days(appointment.when.day, appointment.when.day) if appointment.when.day else ()
        return
    zone = edition.program.event.timezone if style.zoned and not any(map(_doubled, (start, end))) else None
    yield _moment("DTSTART", start, zone)
    # DTEND has to be later than DTSTART (3.8.2.2); without one the event is an instant.
    if end and end.astimezone(UTC) > start.astimezone(UTC):
        yield _moment("DTEND", end, zone)


def _moment(name: str, moment: datetime, zone: ZoneInfo | None) -> bytes:
    return content_line(f"{name};TZID={zone.key}", _wall(moment.astimezone(zone))) if zone else content_line(name, utc_form(moment))


def _wall(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "")


def _doubled(moment: datetime | None) -> bool:
    """Whether the wall clock shows this time twice that day, or never: readers disagree on such times, so they go out as UTC."""
    return moment is not None and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _location(session: Session, venue: Venue | None) -> Iterator[bytes]:
    place = line(", ".join(filter(None, [venue.name, venue.address])) if venue else session.venue_text or "")
    if place:
        yield text_line(f"LOCATION{tags.parameter(tags.of_room(venue) if venue else None, place)}", place)


def _description(appointment: Appointment, words: Words, url: str | None) -> Iterator[bytes]:
    paragraphs = tuple(description(appointment, words, url))
    # The last is the link, which is in no language.
    tag = tags.parameter(tags.of_description(appointment.session, words), "".join(paragraphs[:-1]))
    if text := block(paragraphs):
        yield text_line(f"DESCRIPTION{tag}", text)


def _summary(appointment: Appointment, words: Words) -> str:
    """The title, with what most calendars would not show otherwise: that it is off, or has no time yet."""
    title = {
        State.CANCELLED: words.cancelled,
        State.POSTPONED: words.postponed,
        State.UNTIMED: words.time_unknown,
    }.get(appointment.state, "{}")
    # The title may hold braces of its own.
    return title.replace("{}", appointment.session.title)
