"""The pages of words beside the program: about, committee, travel."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``pages/<id>.html``."""
    for text in site.program.texts:
        yield Page(f"pages/{text.id}.html", "text.html", linked_data.of_page(site, text.title, "../"), {"text": text}, listed=True)
