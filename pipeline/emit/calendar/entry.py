"""A session → its VEVENT (RFC 5545, 3.6.1)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Event as VEvent
from icalendar import vUri
from PIL import ImageColor

from pipeline import addresses
from pipeline.emit.calendar.description import description
from pipeline.emit.calendar.text import Text, block, line
from pipeline.emit.calendar.words import Words
from pipeline.model import Edition, Session, Status

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Style:
    """How one feed shows a session: its words, whether it takes up the reader's time, whether wall times stand in the zone.

    ``zoned`` is false where the feed has no VTIMEZONE for the conference's zone; then all its times are UTC.
    """

    words: Words
    busy: bool
    zoned: bool


def entry(session: Session, edition: Edition, style: Style) -> VEvent:
    """The session as an event; it has a day.

    A session whose time is to be announced is an all-day, tentative event of its day, which takes up nobody's time.
    """
    event = VEvent()
    _add_identity(event, session, edition)
    _add_time(event, session, edition, style)
    _add_state(event, session, style)
    _add_place(event, session, edition)
    _add_words(event, session, edition, style)
    return event


def _add_identity(event: VEvent, session: Session, edition: Edition) -> None:
    """Who it is and which version: the build's own time is nowhere, or every build would change every entry."""
    changed = session.changed or edition.published
    event.add("uid", Text(session.uid))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", session.revision)


def _add_time(event: VEvent, session: Session, edition: Edition, style: Style) -> None:
    if session.start is None:
        _add_day(event, session.day)
        return
    zone = edition.program.event.timezone if style.zoned and not any(map(_doubled, (session.start, session.end))) else UTC
    event.add("dtstart", session.start.astimezone(zone))
    # DTEND has to be later than DTSTART (3.8.2.2); without one the event is an instant.
    if session.end and session.end.astimezone(UTC) > session.start.astimezone(UTC):
        event.add("dtend", session.end.astimezone(zone))


def _add_day(event: VEvent, day: date | None) -> None:
    if day is not None:
        event.add("dtstart", day)
        event.add("dtend", day + _DAY)


def _doubled(moment: datetime | None) -> bool:
    """Whether the wall clock shows this time twice that day, or never: readers disagree on such times, so they go out as UTC."""
    return moment is not None and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _add_state(event: VEvent, session: Session, style: Style) -> None:
    """Taking place or not, and whether it makes the reader busy. Outlook reads neither STATUS nor TRANSP, only Microsoft's own."""
    busy = style.busy and session.status is Status.CONFIRMED and session.start is not None
    event.add("status", _status(session))
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", Text("BUSY" if busy else "FREE"))


def _status(session: Session) -> str:
    if session.status is Status.CANCELLED:
        return "CANCELLED"
    return "CONFIRMED" if session.start else "TENTATIVE"


def _add_place(event: VEvent, session: Session, edition: Edition) -> None:
    venue = edition.program.venue_of.get(session.venue or "")
    if venue is None:
        if session.venue_text:
            event.add("location", line(session.venue_text))
        return
    event.add("location", line(", ".join(filter(None, [venue.name, venue.address]))))
    if venue.latitude is not None and venue.longitude is not None:
        # icalendar would write a small number with an exponent, which is no FLOAT (3.3.7).
        event.add("geo", _Geo(f"{venue.latitude:.6f};{venue.longitude:.6f}"))


class _Geo(Text):
    """A GEO value that is written as it is (3.8.1.6): digits, points, signs and the ``;`` between."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return self.encode()


def _add_words(event: VEvent, session: Session, edition: Edition, style: Style) -> None:
    url = addresses.page(edition.program.event, f"sessions/{session.id}.html")
    event.add("summary", line(_summary(session, style.words)))
    event.add("description", block(description(session, style.words, url)))
    event.add("categories", line(session.track or session.kind.value.capitalize()), encode=False)
    color = next((track.color for track in edition.program.event.tracks if track.name == session.track), None)
    if color:
        event.add("color", Text(_named(color)))
    if url:
        event.add("url", vUri(url))


def _summary(session: Session, words: Words) -> str:
    """The title, with what most calendars would not show otherwise: that it is cancelled, or has no time yet."""
    if session.status is Status.CANCELLED:
        return words.cancelled.format(session.title)
    return session.title if session.start else words.time_unknown.format(session.title)


def _named(color: str) -> str:
    """The name of the CSS3 colour that is nearest to ``#rrggbb``: COLOR takes names only (RFC 7986, 5.9)."""
    wanted = ImageColor.getrgb(color)
    # CSS4 has one name more.
    names = sorted(set(ImageColor.colormap) - {"rebeccapurple"})
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(ImageColor.getrgb(name), wanted, strict=True)))
