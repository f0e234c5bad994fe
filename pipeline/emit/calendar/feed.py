"""Sessions → the bytes of one feed: a VCALENDAR (RFC 5545, 3.6; RFC 7986, 5) with its zone before its events.

No METHOD: PUBLISH would demand an ORGANIZER on every event (RFC 5546, 3.2.1). No UID on the calendar: vdirsyncer takes it for the
event's and keeps one event of all. So the plain constructor, never ``Calendar.new``, which adds one, drawn at random.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from icalendar import Calendar, Timezone, vDuration, vUri

from pipeline import addresses
from pipeline.emit.calendar.entry import Style, entry
from pipeline.emit.calendar.text import Text, folded, line
from pipeline.emit.calendar.words import Words, words
from pipeline.emit.calendar.zones import timezone, utc
from pipeline.model import Edition, Event, Session

# Without a version: a new release would change every feed's bytes.
_PRODID = "-//confbook//confbook//EN"
_REFRESH = timedelta(hours=1)


def feed(edition: Edition, sessions: Sequence[Session], path: str, *, busy: bool = False) -> bytes:
    """The feed of these sessions, in their order, as it is published at ``path``; one without a day is left out.

    With ``busy`` the entries take up the reader's time, which suits a feed of one person's own sessions only.
    """
    dated = tuple(session for session in sessions if session.day is not None)
    zone = _zone(edition.program.event, dated, edition.published.date())
    style = Style(words(edition.program.event.languages), busy=busy, zoned=zone is not None)
    calendar = _calendar(edition, dated, path, style.words)
    # A feed needs a component even when it has no event (RFC 5545, 3.6).
    calendar.add_component(zone or utc())
    for session in dated:
        calendar.add_component(entry(session, edition, style))
    # The last content line is empty, as icalendar has it.
    return b"".join(map(folded, filter(None, calendar.content_lines())))


def _calendar(edition: Edition, sessions: Sequence[Session], path: str, words: Words) -> Calendar:
    """The calendar's own properties; each name and text twice, since Apple, Google and Outlook read only the X-WR ones."""
    event = edition.program.event
    about = ". ".join(filter(None, [words.program.format(event.title), event.subtitle, event.place]))
    calendar = Calendar()
    calendar.add("prodid", Text(_PRODID))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name, value in (("name", event.title), ("x-wr-calname", event.title), ("description", about), ("x-wr-caldesc", about)):
        calendar.add(name, line(value))
    calendar.add("x-wr-timezone", Text(event.timezone.key))
    calendar.add("last-modified", max((session.changed or edition.published for session in sessions), default=edition.published))
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", Text("PT1H"))
    _add_links(calendar, event, path)
    return calendar


def _add_links(calendar: Calendar, event: Event, path: str) -> None:
    source, program = addresses.page(event, path), addresses.page(event, "")
    if source and program:
        calendar.add("source", vUri(source), parameters={"VALUE": "URI"})
        calendar.add("url", vUri(program))


def _zone(event: Event, sessions: Sequence[Session], published: date) -> Timezone | None:
    """The conference's VTIMEZONE, right on all days that the feed speaks of."""
    times = [moment.date() for session in sessions for moment in (session.start, session.end) if moment]
    days = [*times, *(session.day for session in sessions if session.day)] or list(event.days) or [published]
    return timezone(event.timezone, min(days), max(days))
