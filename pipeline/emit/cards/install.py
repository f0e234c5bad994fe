"""What lets a phone keep the cards beside its apps: a manifest for each language (https://www.w3.org/TR/appmanifest/), and icons."""

import io
import json
from collections.abc import Iterator
from functools import cache

from PIL import Image as Raster
from PIL import ImageDraw

from pipeline.emit.cards.site import Site
from pipeline.model import Artifact

_SIZES = (192, 512)
_GROUND, _INK, _SPARK = "#0a2435", "#ffffff", "#f4b860"


def manifest(site: Site) -> Artifact:
    """``manifest.webmanifest`` of one language's pages; all its addresses are relative, so that it works in any folder."""
    icons = [{"src": f"{_root(site)}assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in _SIZES]
    facts = {
        "id": "./",
        "name": " ".join(site.event.title.split()),
        "short_name": " ".join(site.event.title.split())[:24],
        "lang": site.tree.language,
        "start_url": "./index.html",
        "scope": f"./{_root(site)}",
        "display": "standalone",
        "background_color": _GROUND,
        "theme_color": _GROUND,
        "icons": [*icons, {**icons[-1], "purpose": "maskable"}],
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    return Artifact(f"{site.tree.folder}manifest.webmanifest", f"{text}\n".encode("utf-8", "replace"))


def icons() -> Iterator[Artifact]:
    """The icon as pictures: of the size of a home screen, and of a splash screen."""
    return (Artifact(f"assets/icon-{size}.png", _icon(size)) for size in _SIZES)


def _root(site: Site) -> str:
    return "../" * site.tree.folder.count("/")


@cache
def _icon(size: int) -> bytes:
    """A day's card with its sessions; all that matters is within the circle that a phone may cut out."""
    fine = 4 * size
    picture = Raster.new("RGB", (fine, fine), _GROUND)
    draw = ImageDraw.Draw(picture)
    unit = fine // 16
    for row, (left, right, color) in enumerate(((4, 12, _SPARK), (4, 7, _INK), (4, 10, _INK))):
        top = (4 + row * 3) * unit + unit // 2
        draw.rounded_rectangle((left * unit, top, right * unit, top + 2 * unit), unit // 2, fill=color)
    out = io.BytesIO()
    picture.resize((size, size), Raster.Resampling.LANCZOS).save(out, "png", optimize=True)
    return out.getvalue()
