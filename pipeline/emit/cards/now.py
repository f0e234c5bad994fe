"""What is on now and next, room by room: all of each room's sessions, from which a script shows the two."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site
from pipeline.emit.codes import drawing


def pages(site: Site) -> Iterator[Page]:
    """``now.html``."""
    rooms = [
        (venue, timed)
        for venue in site.program.venues
        if (timed := [session for session in site.guide.sessions_in[venue.id] if session.start])
    ]
    facts = {"rooms": rooms, "code": drawing(site.base) if site.base else None}
    yield Page("now.html", "now.html", linked_data.of_page(site, "Now", ""), facts, listed=True)
