"""The conference → an all-day entry over all its days, which takes up nobody's time; it stands in ``overview.ics``."""

from datetime import timedelta

from icalendar import Event as VEvent
from icalendar import vUri

from pipeline import addresses
from pipeline.emit.calendar.entry import Entry
from pipeline.emit.calendar.text import Text, block, content, line
from pipeline.emit.calendar.words import Words
from pipeline.model import Banner, Event

_DAY = timedelta(days=1)


def banner_entry(banner: Banner, event: Event, words: Words) -> Entry:
    """The banner as an event. DTEND is the day after the last (RFC 5545, 3.6.1)."""
    url = addresses.page(event, "")
    entry = VEvent()
    entry.add("uid", Text(banner.uid))
    entry.add("created", banner.created)
    entry.add("dtstamp", banner.changed)
    entry.add("last-modified", banner.changed)
    entry.add("sequence", banner.revision)
    entry.add("dtstart", banner.first)
    entry.add("dtend", banner.last + _DAY)
    entry.add("status", "CANCELLED" if banner.postponed else "CONFIRMED")
    if banner.place:
        entry.add("location", line(banner.place))
    notice = words.conference_postponed_notice if banner.postponed else ""
    entry.add("summary", line((words.postponed if banner.postponed else "{}").replace("{}", banner.title)))
    if text := block((notice, banner.subtitle or "", url or "")):
        entry.add("description", text)
    entry.add("categories", line(words.conference), encode=False)
    if url:
        entry.add("url", vUri(url))
    return Entry(banner.uid, banner.changed, b"".join(content(entry)[1:-1]), b"", busy=False)
