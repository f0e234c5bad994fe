"""The tracks, and a page for each with its sessions."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.guide import Line
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``tracks.html`` and ``tracks/<name>.html``; none where there are no tracks."""
    strands = tuple(site.guide.strands.values())
    if not strands:
        return
    yield Page("tracks.html", "tracks.html", linked_data.of_page(site, "Tracks", ""), {"strands": strands}, listed=True)
    for strand in strands:
        facts = {"strand": strand, "lines": tuple(map(Line, strand.sessions))}
        yield Page(f"tracks/{strand.id}.html", "track.html", linked_data.of_strand(site, strand), facts)
