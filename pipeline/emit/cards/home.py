"""The home page: the conference, and its first day; the other days are a link away."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``index.html``."""
    first = site.guide.days[0] if site.guide.days else None
    yield Page("index.html", "home.html", linked_data.of_home(site), {"day": first}, listed=True)
