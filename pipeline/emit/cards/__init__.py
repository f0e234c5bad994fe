"""HTML cards: the program on the web, as static files that work from any host, any folder and from a disk, without a script.

``index.html`` has a card for each session by day, ``sessions/<id>.html`` all of one session, ``assets/`` the style, ``photos/`` the
portraits at the size shown. Every page states its facts twice: for people, and as JSON-LD for programs. All links are relative and
nothing is loaded from elsewhere; a Content-Security-Policy in the pages holds them to that.
"""

from pipeline.emit import Emission
from pipeline.emit.cards.pages import Pages
from pipeline.emit.cards.photos import Gallery
from pipeline.emit.cards.site import Site
from pipeline.model import Artifact, Edition
from pipeline.resources import templates


def emit(edition: Edition) -> Emission:
    """The cards of an edition: pages, style and photos, in a fixed order."""
    gallery = Gallery.of(edition.program)
    pages = Pages(Site.of(edition, gallery))
    return Emission(
        (
            Artifact("index.html", pages.home()),
            *(Artifact(f"sessions/{session.id}.html", pages.session(session)) for session in edition.program.sessions),
            *_assets(),
            Artifact("assets/tracks.css", pages.tracks()),
            *gallery.artifacts,
        )
    )


def _assets() -> tuple[Artifact, ...]:
    """The files that are published as they are."""
    folder = templates("cards") / "assets"
    return tuple(Artifact(f"assets/{file.name}", file.read_bytes()) for file in sorted(folder.iterdir()) if file.is_file())
