"""Draws the demonstration conference's pictures into ``content/static``: SVG → Chromium → PNG with few colours.

Run it from the checkout's root as ``python -m tests.demo.draw`` after changing a drawing; the pictures are committed.
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.demo import campus, portraits, small

_STATIC = Path(__file__).parents[2] / "content" / "static"
_OVERSAMPLING = 3
_COLORS = 224


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG document and the PNG it becomes: the path below ``static``, its size in pixels, and whether its ground is see-through."""

    path: str
    svg: str
    size: tuple[int, int]
    transparent: bool = False


def pictures() -> Iterator[Picture]:
    """All pictures that the pages and ``program.toml`` refer to."""
    for name, person in portraits.PEOPLE.items():
        yield Picture(f"images/people/{name}.png", portraits.portrait(person), (portraits.WIDTH, portraits.HEIGHT))
    yield Picture("images/people/curlew.png", small.curlew(), (480, 640))
    yield Picture("images/logo.png", small.logo(), (512, 512), transparent=True)
    yield Picture("images/campus-map.png", campus.campus(), (campus.WIDTH, campus.HEIGHT))
    for name in small.ICONS:
        yield Picture(f"icon/{name}.png", small.icon(name), (96, 96), transparent=True)


def _font() -> Path:
    """The font of the map's labels, from the package that the program itself prints Chinese with."""
    found = find_spec("justmytype_intl_cjk")
    if found is None or found.origin is None:
        message = "install the project's dependencies first: justmytype-intl-cjk is missing"
        raise SystemExit(message)
    return Path(found.origin).parent / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"


def _render(page: Page, picture: Picture, folder: Path) -> Image.Image:
    width, height = picture.size
    html = folder / "picture.html"
    font = f"@font-face {{ font-family: Map; src: url('{_font().as_uri()}'); font-weight: 100 900 }}"
    html.write_text(
        f"<!doctype html><meta charset=utf-8><style>{font} body {{ margin: 0 }} svg {{ display: block; width: {width}px }}</style>{picture.svg}",
        encoding="utf-8",
    )
    page.set_viewport_size({"width": width, "height": height})
    page.goto(html.as_uri())
    page.evaluate("document.fonts.ready")
    shot = page.screenshot(omit_background=picture.transparent)
    return Image.open(BytesIO(shot)).resize(picture.size, Image.Resampling.LANCZOS)


def _save(image: Image.Image, picture: Picture) -> Path:
    """Writes the PNG with a palette: flat colours need few, and the repository stays small."""
    path = _STATIC / picture.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if picture.transparent:
        reduced = image.convert("RGBA").quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    else:
        reduced = image.convert("RGB").quantize(palette=_palette(image.convert("RGB")), dither=Image.Dither.NONE)
    reduced.save(path, optimize=True)
    return path


def _palette(image: Image.Image) -> Image.Image:
    """The most frequent colours, so that plain areas keep theirs exactly (median cut would blend the rare but bright ones away)."""
    counted = image.getcolors(image.width * image.height) or []
    frequent = sorted(counted, key=lambda entry: (-entry[0], entry[1]))[:_COLORS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for _, color in frequent for channel in (color if isinstance(color, tuple) else (color,) * 3)])
    return palette


def main() -> None:
    """Draws every picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--allow-file-access-from-files"])
        page = browser.new_page(device_scale_factor=_OVERSAMPLING)
        for picture in pictures():
            _save(_render(page, picture, Path(folder)), picture)
        browser.close()


if __name__ == "__main__":
    main()
