"""The rooms, with the way there, and a page for each with what takes place in it."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.guide import Line
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``rooms.html`` and ``rooms/<id>.html``; none where no room is known."""
    venues = site.program.venues
    if not venues:
        return
    yield Page("rooms.html", "rooms.html", linked_data.of_page(site, "Rooms", ""), listed=True)
    for venue in venues:
        facts = {"venue": venue, "lines": tuple(map(Line, site.guide.sessions_in[venue.id]))}
        yield Page(f"rooms/{venue.id}.html", "room.html", linked_data.of_room(site, venue), facts)
