"""My program: what a reader has starred, which only their browser knows. The page is empty, and a script fills it."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``mine.html``."""
    yield Page("mine.html", "mine.html", linked_data.of_page(site, "My program", ""), listed=True)
