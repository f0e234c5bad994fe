"""A feed and its entries → its bytes: a VCALENDAR (RFC 5545, 3.6; RFC 7986, 5) with its zone before its events.

No METHOD: PUBLISH would demand an ORGANIZER on every event (RFC 5546, 3.2.1). No UID on the calendar: vdirsyncer takes it for the
event's and keeps one event of all. So the plain constructor, never ``Calendar.new``, which adds one, drawn at random.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from icalendar import Calendar, Timezone, vDuration, vUri

from pipeline import addresses
from pipeline.emit.calendar.appointments import Appointment
from pipeline.emit.calendar.entry import Entry, Style
from pipeline.emit.calendar.feeds import RICH, Feed
from pipeline.emit.calendar.text import Text, folded, line
from pipeline.emit.calendar.zones import timezone
from pipeline.model import Edition, Event

# Without a version: a new release would change every feed's bytes.
_PRODID = "-//confbook//confbook//EN"
_REFRESH = timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"


def written(feed: Feed, entries: Mapping[str, Entry], edition: Edition, style: Style, zone: bytes) -> bytes:
    """The feed as it is published. ``zone`` is the bytes of its VTIMEZONE: a feed needs a component even when it has no event."""
    members = [entries[uid] for uid in feed.uids]
    # The last two content lines are the end and an empty one.
    heading = b"".join(map(folded, _calendar(feed, members, edition.program.event, style).content_lines()[:-2]))
    return b"".join((heading, zone, *(one.written(busy=feed.busy, full=feed.path == RICH) for one in members), _END))


def zone_of(edition: Edition, appointments: Sequence[Appointment]) -> Timezone | None:
    """The conference's VTIMEZONE, right on all days that its feeds speak of; ``None`` where none of ours can be."""
    times = [moment.date() for one in appointments for moment in (one.when.start, one.when.end) if moment]
    days = [*times, *(one.when.day for one in appointments if one.when.day), *edition.program.event.days]
    days = days or [edition.published.date()]
    return timezone(edition.program.event.timezone, min(days), max(days))


def component(zone: Timezone) -> bytes:
    """A zone's bytes."""
    return b"".join(map(folded, filter(None, zone.content_lines())))


def _calendar(feed: Feed, members: Sequence[Entry], event: Event, style: Style) -> Calendar:
    """The calendar's own properties; each name and text twice, since Apple, Google and Outlook read only the X-WR ones."""
    about = ". ".join(filter(None, [style.words.program.replace("{}", event.title), event.subtitle, event.place]))
    calendar = Calendar()
    calendar.add("prodid", Text(_PRODID))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name, value in (("name", feed.title), ("x-wr-calname", feed.title), ("description", about), ("x-wr-caldesc", about)):
        calendar.add(name, line(value))
    calendar.add("x-wr-timezone", Text(event.timezone.key))
    if color := style.colors.get(feed.track or ""):
        calendar.add("color", Text(color))
    if members:
        calendar.add("last-modified", max(one.changed for one in members))
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", Text("PT1H"))
    source, program = addresses.page(event, feed.path), addresses.page(event, "")
    if source and program:
        calendar.add("source", vUri(source), parameters={"VALUE": "URI"})
        calendar.add("url", vUri(program))
    return calendar
