"""edition → ``changes.html`` and ``changes.atom``: what has changed since the first edition, the newest first, to read and to follow.

``words`` says a change in words, ``page`` and ``atom`` make the two files, ``markdown`` the report for a pull request (``confbook diff``).
"""

from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.changes.atom import atom
from pipeline.emit.changes.page import page
from pipeline.model import Artifact, Edition

__all__ = ["ATOM", "PAGE", "emit"]

PAGE = "changes.html"
ATOM = "changes.atom"


def emit(edition: Edition, _means: Means = ALONE) -> Emission:
    """The page, and the feed for readers of news. Both are there from the first edition on, without an entry."""
    event = edition.program.event
    paths = {session.uid: f"sessions/{session.id}.html" for session in edition.program.sessions}
    html = page(event, edition.changes, paths, dated=edition.dated)
    return Emission((Artifact(PAGE, html), Artifact(ATOM, atom(edition, ATOM, PAGE))))
