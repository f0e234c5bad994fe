"""Makes the README's pictures of the demonstration conference: ``.venv/bin/python -m tests.demo.pictures``.

Needs Chromium and poppler's ``pdftoppm``. Builds ``content/`` into a temporary folder, so the pictures show what the checkout makes.
"""

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from pipeline.build import build

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
_PAGE_WIDTH = 420
_GAP = 18
_PAPER = (226, 230, 232)
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>{dirs}<cachedir>{cache}</cachedir><alias><family>system-ui</family><prefer><family>Inter</family><family>Noto Sans SC</family>
</prefer></alias><alias><family>sans-serif</family><prefer><family>Inter</family><family>Noto Sans SC</family></prefer></alias></fontconfig>"""


def main() -> None:
    """Writes ``cards.png``, ``session.png`` and ``booklet.png``."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        build(ROOT / "content", output)
        cards = _screen(output / "index.html", 1280, 1480)
        _save("cards.png", cards)
        phone = _screen(output / "index.html", 390, 844)
        session = _screen(output / "sessions" / "reading-the-gauges.html", 890, 844)
        _save("session.png", _beside([session, phone], 844))
        pages = list(_pages(output / "booklet.pdf", folder))
        _save("booklet.png", _sheet([pages[number] for number in _telling(len(pages))], columns=4))


def _telling(count: int) -> Sequence[int]:
    """Pages that show what the booklet is: cover, contents, a timetable, sessions, the map, the index."""
    return (0, 1, 4, 7, 12, 13, count - 4, count - 3)


def _screen(page: Path, width: int, height: int) -> Image.Image:
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(
            _FONTS.format(dirs="".join(f"<dir>{path}</dir>" for path in _font_folders()), cache=folder), encoding="utf-8"
        )
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"], env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
        )
        view = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        view.goto(page.as_uri())
        picture = Image.open(io.BytesIO(view.screenshot()))
        browser.close()
    return picture


def _font_folders() -> Iterator[Path]:
    """Where the dependencies keep their fonts: a page shows in them what a reader's own system would show in its."""
    for package in ("justmytype_intl_cjk", "justmytype_western_core"):
        found = find_spec(package)
        if found is not None and found.origin is not None:
            yield Path(found.origin).parent / "fonts"


def _pages(booklet: Path, folder: str) -> Iterator[Image.Image]:
    subprocess.run(
        ["pdftoppm", "-scale-to-x", str(_PAGE_WIDTH), "-scale-to-y", "-1", "-png", booklet, f"{folder}/page"], check=True
    )
    for page in sorted(Path(folder).glob("page*.png")):
        yield Image.open(page).convert("RGB")


def _sheet(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    width, height = pages[0].size
    rows = -(-len(pages) // columns)
    sheet = Image.new("RGB", (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP), _PAPER)
    for number, page in enumerate(pages):
        row, column = divmod(number, columns)
        sheet.paste(page, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    return sheet


def _beside(pictures: Sequence[Image.Image], height: int) -> Image.Image:
    sheet = Image.new("RGB", (sum(picture.width for picture in pictures) + _GAP, height), _PAPER)
    left = 0
    for picture in pictures:
        sheet.paste(picture.convert("RGB"), (left, 0))
        left += picture.width + _GAP
    return sheet


def _save(name: str, picture: Image.Image) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").save(PICTURES / name, optimize=True)


if __name__ == "__main__":
    main()
