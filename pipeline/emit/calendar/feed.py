"""A feed and its entries → its bytes: a VCALENDAR (RFC 5545, 3.6; RFC 7986, 5) with its zone before its events.

No METHOD: PUBLISH would demand an ORGANIZER on every event (RFC 5546, 3.2.1). No UID on the calendar: vdirsyncer takes it for the
event's and keeps one event of all. So the plain constructor, never ``Calendar.new``, which adds one, drawn at random.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from icalendar import Calendar, Timezone, vDuration, vUri

from pipeline import addresses
from pipeline.emit.calendar.appointments import Appointment
from pipeline.emit.calendar.entry import Entry, Style
from pipeline.emit.calendar.feeds import Feed
from pipeline.emit.calendar.text import Text, content, line
from pipeline.emit.calendar.words import Words
from pipeline.emit.calendar.zones import timezone
from pipeline.model import Edition, Event

# Without a version: a new release would change every feed's bytes.
_PRODID = "-//confbook//confbook//EN"
_REFRESH = timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same in all feeds, as bytes: the first properties of the calendar, and its VTIMEZONE."""

    properties: bytes
    zone: bytes


def frame(event: Event, words: Words, zone: Timezone) -> Frame:
    """What is the same in all feeds; each text twice, since Apple, Google and Outlook read only the X-WR ones."""
    about = ". ".join(filter(None, [words.program.replace("{}", event.title), event.subtitle, event.place]))
    calendar = Calendar()
    calendar.add("prodid", Text(_PRODID))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("description", line(about))
    calendar.add("x-wr-caldesc", line(about))
    calendar.add("x-wr-timezone", Text(event.timezone.key))
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", Text("PT1H"))
    if program := addresses.page(event, ""):
        calendar.add("url", vUri(program))
    # A feed needs a component even when it has no event (RFC 5545, 3.6): it always has its zone.
    return Frame(b"".join(content(calendar)[:-1]), b"".join(content(zone)))


def written(feed: Feed, entries: Mapping[str, Entry], event: Event, style: Style, same: Frame) -> bytes:
    """The feed as it is published."""
    members = [entries[uid] for uid in feed.uids]
    own = b"".join(content(_own(feed, members, event, style))[1:-1])
    events = (one.written(busy=feed.busy, full=feed.rich) for one in members)
    return b"".join((same.properties, own, same.zone, *events, _END))


def zone_of(edition: Edition, appointments: Sequence[Appointment]) -> Timezone | None:
    """The conference's VTIMEZONE, right on all days that its feeds speak of; ``None`` where none of ours can be."""
    times = [moment.date() for one in appointments for moment in (one.when.start, one.when.end) if moment]
    days = [*times, *(one.when.day for one in appointments if one.when.day), *edition.program.event.days]
    days += [edition.banner.first, edition.banner.last] if edition.banner else []
    days = days or [edition.published.date()]
    return timezone(edition.program.event.timezone, min(days), max(days))


def _own(feed: Feed, members: Sequence[Entry], event: Event, style: Style) -> Calendar:
    """The properties in which the feed differs from others."""
    calendar = Calendar()
    calendar.add("name", line(feed.title))
    calendar.add("x-wr-calname", line(feed.title))
    if color := style.colors.get(feed.track or ""):
        calendar.add("color", Text(color))
    if members:
        calendar.add("last-modified", max(one.changed for one in members))
    if source := addresses.page(event, feed.path):
        calendar.add("source", vUri(source), parameters={"VALUE": "URI"})
    return calendar
