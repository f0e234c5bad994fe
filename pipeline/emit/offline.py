"""All files of an edition → ``sw.js``, the service worker that keeps the cards for a hall without a network.

It is made after all outputs, since it names each file that it keeps, with a hash of its content: so the same edition gives the same
worker, and any change gives another, which is how a browser learns of a new edition (https://w3c.github.io/ServiceWorker/).
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath

from pipeline.emit.javascript import literal
from pipeline.model import Artifact
from pipeline.resources import templates

#: What the cards are made of. Feeds, booklet and data are left to the network: whoever opens one wants the newest; every browser with
#: workers shows WebP, so that the JPEG beside it is never asked for.
_KEPT = frozenset({".html", ".css", ".js", ".svg", ".png", ".webp", ".webmanifest", ".woff2", ".ttf", ".otf"})
#: Not the cards' own: what only organisers read, and the program once more in one file. Nor does a page show its preview.
_LEFT = frozenset({"problems.html", "program.html"})
#: More pages than these no phone should fetch in one go; then those of sessions and people are kept as they are visited.
_MOST = 2_000


def worker(artifacts: Iterable[Artifact]) -> Artifact:
    """``sw.js`` for these files."""
    cards = [artifact for artifact in artifacts if PurePosixPath(artifact.path).suffix in _KEPT and not _left(artifact.path)]
    if len(cards) > _MOST:
        cards = [artifact for artifact in cards if not _detail(artifact.path)]
    files = {artifact.path: sha256(artifact.data).hexdigest()[:16] for artifact in cards}
    body = (templates("cards") / "scripts" / "sw.js").read_text(encoding="utf-8")
    return Artifact("sw.js", f"const FILES = {literal(files)};\n{body}".encode())


def _left(path: str) -> bool:
    return PurePosixPath(path).name in _LEFT or path.startswith("previews/")


def _detail(path: str) -> bool:
    """Whether a page is about one of very many things."""
    parts = PurePosixPath(path).parts
    return len(parts) > 1 and parts[-2] in {"people", "sessions", "photos"}
