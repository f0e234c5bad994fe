"""``program.html``: the whole program in one file, to mail or to carry on a stick. Style, scripts, data and faces are in it.

Its Content-Security-Policy allows just this one style and this one script, by their hashes, and nothing from anywhere else.
"""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.assets import whole_style
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.photos import Gallery, Photo
from pipeline.emit.cards.site import Site
from pipeline.model import Artifact


def whole(site: Site, script: Artifact, *data: Artifact) -> Page:
    """The page, with the script in it and the data that the script loads elsewhere."""
    sheet = whole_style(site.guide)
    code = "\n".join(file.data.decode() for file in (*data, script))
    facts = {
        "style": Markup(f"<style>{sheet}</style>"),  # noqa: S704  # our own, and the site's, which cannot end the element
        "script": Markup(f"<script>{code}</script>"),  # noqa: S704  # our own, and data that ``literal`` made inert
        "policy": f"default-src 'none'; style-src '{_hash(sheet)}'; script-src '{_hash(code)}'; img-src data:; base-uri 'none'; form-action 'none'",
    }
    return Page("program.html", "whole.html", linked_data.of_home(site), facts)


def inlined(gallery: Gallery, photo: Photo) -> str:
    """A picture as a ``data:`` address: as WebP where it is published as that."""
    path = photo.webp or photo.path
    kind = path.rpartition(".")[2].replace("jpg", "jpeg")
    return f"data:image/{kind};base64,{b64encode(gallery.content(path)).decode()}"


def _hash(text: str) -> str:
    """A text's hash as a policy names it (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
