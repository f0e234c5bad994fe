"""The conference → an all-day entry over all its days, which takes up nobody's time; it stands in ``overview.ics``."""

from collections.abc import Iterator

from pipeline import addresses
from pipeline.emit.calendar.entry import Entry, days, identity, utc_form
from pipeline.emit.calendar.text import block, content_line, line, text_line
from pipeline.emit.calendar.words import Words
from pipeline.model import Banner, Event


def banner_entry(banner: Banner, event: Event, words: Words) -> Entry:
    """The banner as an event."""
    return Entry(banner.uid, banner.changed, b"".join(_facts(banner, event, words)), b"", busy=False)


def _facts(banner: Banner, event: Event, words: Words) -> Iterator[bytes]:
    url = addresses.page(event, "")
    yield text_line("SUMMARY", line((words.postponed if banner.postponed else "{}").replace("{}", banner.title)))
    yield from days(banner.first, banner.last)
    yield from identity(banner.uid, banner.revision, banner.changed)
    yield text_line("CATEGORIES", words.conference)
    yield content_line("CREATED", utc_form(banner.created))
    if text := block((words.conference_postponed_notice if banner.postponed else "", banner.subtitle or "", url or "")):
        yield text_line("DESCRIPTION", text)
    yield content_line("LAST-MODIFIED", utc_form(banner.changed))
    if place := line(banner.place or ""):
        yield text_line("LOCATION", place)
    yield content_line("STATUS", "CANCELLED" if banner.postponed else "CONFIRMED")
    if url:
        yield content_line("URL", url)
