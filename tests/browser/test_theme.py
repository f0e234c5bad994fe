"""A conference with colours, fonts and templates of its own: as accessible as ours, in both schemes, and within the policy."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pipeline.config import Design
from pipeline.emit.fonts import WESTERN, Face, cut_faces
from pipeline.model import Edition, Font, FontFile, Theme
from pipeline.normalize.theme import colored
from pipeline.source import Located, Source, Span
from tests.browser.test_access import violations
from tests.builders import PUBLISHED, sample_program
from tests.served import published, serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "days/2026-10-15.html",
    "sessions/keynote-chen.html",
    "tracks.html",
    "subscribe.html",
    "now.html",
    "program.html",
)
#: A light brand, so that letters at the head are black, and an accent that is too light for white paper's usual one.
COLORS = {"accent": "#7a2e8e", "brand": "#ffcc00", "paper": "#fff8ec", "ink": "#2b1d14", "paper_dark": "#000000"}
BASE = '{% extends "default/base.html" %}{% block footer %}<aside class="thanks">With thanks</aside>{{ super() }}{% endblock %}'


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample conference with a theme."""
    (face,) = cut_faces(
        map(chr, range(0x20, 0x7F)),
        [Face("A", WESTERN, "notosans/NotoSans[wdth,wght].ttf", 400, axes=(("wght", 400), ("wdth", 75)))],
    )
    files = (FontFile(face.data, "ttf", (400, 400), italic=False),)
    templates = (
        Source("templates/cards/base.html", BASE),
        Source("templates/cards/extra.css", ".thanks { color: var(--accent); }"),
    )
    theme = Theme(font=Font("serif"), heading_font=Font(files=files), templates=templates)
    theme, problems = colored(theme, Design({key: Located(color, Span("program.toml")) for key, color in COLORS.items()}))
    assert problems == ()
    program = sample_program()
    of = Edition(replace(program, event=replace(program.event, theme=theme)), PUBLISHED)
    with serving(published(of, tmp_path_factory.mktemp("themed"))) as address:
        yield address


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize(("scheme", "accent"), [("light", "rgb(122, 46, 142)"), ("dark", "rgb(213, 134, 235)")])
def test_a_theme_keeps_to_axe_and_to_the_policy(context: "Callable[..., BrowserContext]", themed: str, scheme: str, accent: str):
    page = context(viewport={"width": 1280, "height": 800}, color_scheme=scheme, timezone_id="Asia/Shanghai").new_page()
    found = {}
    for path in PAGES:
        page.goto(f"{themed}/{path}")
        found[path] = violations(page)
    page.goto(f"{themed}/index.html")
    assert {path: some for path, some in found.items() if some} == {}
    assert page.locator(".thanks").evaluate("one => getComputedStyle(one).color") == accent
    fonts = "document.fonts.ready.then(() => [...document.fonts].map(font => `${font.family} ${font.status}`.replaceAll('\"', '')))"
    assert page.evaluate(fonts) == ["theme-titles loaded"]
