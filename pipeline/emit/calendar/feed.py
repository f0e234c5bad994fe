"""A feed and its entries → its bytes: a VCALENDAR (RFC 5545, 3.6; RFC 7986, 5) with its zone before its events.

No METHOD: PUBLISH would demand an ORGANIZER on every event (RFC 5546, 3.2.1). No UID on the calendar: vdirsyncer takes it for the
event's and keeps one event of all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icalendar import Timezone

from pipeline import addresses
from pipeline.emit.calendar.appointments import Appointment
from pipeline.emit.calendar.entry import Entry, Style, utc_form
from pipeline.emit.calendar.feeds import Feed
from pipeline.emit.calendar.text import content_line, folded, line, text_line
from pipeline.emit.calendar.words import Words
from pipeline.emit.calendar.zones import timezone
from pipeline.model import Artifact, Edition, Event

# Without a version: a new release would change every feed's bytes.
_PRODID = "-//confbook//confbook//EN"
_REFRESH = "PT1H"
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same in all feeds, as bytes: the first properties of the calendar, and its VTIMEZONE."""

    properties: bytes
    zone: bytes


def frame(event: Event, words: Words, zone: Timezone) -> Frame:
    """What is the same in all feeds; each text twice, since Apple, Google and Outlook read only the X-WR ones."""
    about = line(". ".join(filter(None, [words.program.replace("{}", event.title), event.subtitle, event.place])))
    program = addresses.page(event, "")
    properties = (
        content_line("BEGIN", "VCALENDAR"),
        content_line("VERSION", "2.0"),
        content_line("PRODID", _PRODID),
        content_line("CALSCALE", "GREGORIAN"),
        text_line("DESCRIPTION", about),
        text_line("X-WR-CALDESC", about),
        content_line("REFRESH-INTERVAL;VALUE=DURATION", _REFRESH),
        content_line("URL", program) if program else b"",
        content_line("X-PUBLISHED-TTL", _REFRESH),
        content_line("X-WR-TIMEZONE", event.timezone.key),
    )
    # A feed needs a component even when it has no event (RFC 5545, 3.6): it always has its zone.
    return Frame(b"".join(properties), b"".join(folded(one.encode()) for one in zone.content_lines() if one))


def written(feed: Feed, entries: Mapping[str, Entry], event: Event, style: Style, same: Frame) -> Artifact:
    """The feed as it is published. All feeds share the bytes of their entries."""
    members = [entries[uid] for uid in feed.uids]
    own = b"".join(_own(feed, members, event, style))
    events = (part for one in members for part in one.written(busy=feed.busy, full=feed.rich))
    return Artifact(feed.path, same.properties, own, same.zone, *events, _END)


def zone_of(edition: Edition, appointments: Sequence[Appointment]) -> Timezone | None:
    """The conference's VTIMEZONE, right on all days that its feeds speak of; ``None`` where none of ours can be."""
    times = [moment.date() for one in appointments for moment in (one.when.start, one.when.end) if moment]
    days = [*times, *(one.when.day for one in appointments if one.when.day), *edition.program.event.days]
    days += [edition.banner.first, edition.banner.last] if edition.banner else []
    days = days or [edition.published.date()]
    return timezone(edition.program.event.timezone, min(days), max(days))


def _own(feed: Feed, members: Sequence[Entry], event: Event, style: Style) -> Iterator[bytes]:
    """The properties in which the feed differs from others."""
    title, source = line(feed.title), addresses.page(event, feed.path)
    yield text_line("NAME", title)
    yield text_line("X-WR-CALNAME", title)
    if color := style.colors.get(feed.track or ""):
        yield content_line("COLOR", color)
    if members:
        yield content_line("LAST-MODIFIED", utc_form(max(one.changed for one in members)))
    if source:
        yield content_line("SOURCE;VALUE=URI", source)
