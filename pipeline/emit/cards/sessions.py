"""A page for each session, with all that is known of it."""

from collections.abc import Iterator

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site


def pages(site: Site) -> Iterator[Page]:
    """``sessions/<id>.html``."""
    for session in site.program.sessions:
        before, after = site.guide.neighbours[session.id]
        facts = {"session": session, "before": before, "after": after, "beside": site.guide.beside[session.id]}
        yield Page(f"sessions/{session.id}.html", "session.html", linked_data.of_session(site, session), facts)
