"""How to have the program in one's calendar: links for the usual calendars, and the address to copy."""

from collections.abc import Iterator
from urllib.parse import quote

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site, Tree
from pipeline.emit.codes import drawing


def pages(site: Site) -> Iterator[Page]:
    """``subscribe.html``. Without the event's address there are no links that other programs could follow."""
    webcal = f"webcal:{site.feed.partition(':')[2]}" if site.feed else None
    facts = {
        "webcal": webcal,
        # Google refuses the https address (https://github.com/calagator/calagator/issues/556).
        "google": f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}" if webcal else None,
        "outlook": _outlook("https://outlook.live.com", site),
        "office": _outlook("https://outlook.office.com", site),
        "code": drawing(webcal) if webcal else None,
        "languages": tuple(_languages(site)),
    }
    yield Page("subscribe.html", "subscribe.html", linked_data.of_page(site, "Subscribe", ""), facts, listed=True)


def _languages(site: Site) -> Iterator[tuple[Tree, str]]:
    """Where the same feed is in other languages."""
    for tree in site.trees:
        folder = site.guide.calendars.get(tree.language) if tree.folder else "calendar/"
        if folder and folder != site.calendar:
            yield tree, f"{folder}all.ics"


def _outlook(host: str, site: Site) -> str | None:
    if not site.feed:
        return None
    return f"{host}/calendar/0/addfromweb?url={quote(site.feed, safe='')}&name={quote(site.event.title, safe='')}"
