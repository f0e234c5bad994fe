"""What lets a phone keep the cards beside its apps: a manifest for each language (https://www.w3.org/TR/appmanifest/), and icons."""

import io
import json
from collections.abc import Iterator
from functools import cache
from string import Template

from PIL import Image as Raster
from PIL import ImageDraw

from pipeline.emit.cards.site import Site
from pipeline.emit.theme import color_of
from pipeline.model import Artifact, Theme
from pipeline.resources import templates

_SIZES = (192, 512)


def _colors(theme: Theme) -> tuple[str, str, str]:
    """Ground, ink and spark of the icon: as at the head of a page."""
    return (
        color_of(theme, "brand-deep", "#0a2435"),
        color_of(theme, "on-brand", "#ffffff"),
        color_of(theme, "spark", "#f4b860"),
    )


def manifest(site: Site) -> Artifact:
    """``manifest.webmanifest`` of one language's pages; all its addresses are relative, so that it works in any folder."""
    icons = [{"src": f"{_root(site)}assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in _SIZES]
    ground, *_ = _colors(site.event.theme)
    facts = {
        "id": "./",
        "name": " ".join(site.event.title.split()),
        "short_name": " ".join(site.event.title.split())[:24],
        "lang": site.tree.language,
        "start_url": "./index.html",
        "scope": f"./{_root(site)}",
        "display": "standalone",
        "background_color": ground,
        "theme_color": ground,
        "icons": [*icons, {**icons[-1], "purpose": "maskable"}],
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    return Artifact(f"{site.tree.folder}manifest.webmanifest", f"{text}\n".encode("utf-8", "replace"))


def icons(theme: Theme) -> Iterator[Artifact]:
    """The icon: as a drawing for tabs, and as pictures of the size of a home screen and of a splash screen."""
    colors = _, ink, spark = _colors(theme)
    drawing = Template((templates("cards") / "icon.svg").read_text(encoding="utf-8"))
    brand = color_of(theme, "brand", "#1d4d6b")
    yield Artifact("assets/icon.svg", drawing.substitute(brand=brand, ink=ink, spark=spark).encode())
    yield from (Artifact(f"assets/icon-{size}.png", _icon(size, colors)) for size in _SIZES)


def _root(site: Site) -> str:
    return "../" * site.tree.folder.count("/")


@cache
def _icon(size: int, colors: tuple[str, str, str]) -> bytes:
    """A day's card with its sessions; all that matters is within the circle that a phone may cut out."""
    fine = 4 * size
    ground, ink, spark = colors
    picture = Raster.new("RGB", (fine, fine), ground)
    draw = ImageDraw.Draw(picture)
    unit = fine // 16
    for row, (left, right, color) in enumerate(((4, 12, spark), (4, 7, ink), (4, 10, ink))):
        top = (4 + row * 3) * unit + unit // 2
        draw.rounded_rectangle((left * unit, top, right * unit, top + 2 * unit), unit // 2, fill=color)
    out = io.BytesIO()
    picture.resize((size, size), Raster.Resampling.LANCZOS).save(out, "png", optimize=True)
    return out.getvalue()
