"""``problems.html`` in a real browser: without a script, from a disk, narrow, dark, and filtered."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.build import check
from pipeline.emit.problems import problems_page

if TYPE_CHECKING:  # Playwright may be missing: then the tests skip, aloud
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

EVENT = '[event]\ntitle = "Rivers"\ntimezone = "Asia/Shanghai"\n[[venues]]\nname = "Main Hall"\n'
PAGE = "---\ntitle: {title}\ndate: 2026-10-15\nstart: 09:00\nend: {end}\nvenue: {venue}\nchair: {chair}\n---\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a site with an error, two sorts of warnings, a conflict, and text that would like to run."""
    site = tmp_path_factory.mktemp("site")
    hostile = '"<script>document.title=1</script><style>*{display:none}</style>"'
    pages = {
        "rivers": PAGE.format(title="Rivers", end="10:30", venue="Main Hall", chair="TBA"),
        "lakes": PAGE.format(title=hostile, end="10:00", venue="Main Hall", chair="Wei Li"),
        "ponds": PAGE.format(title="Ponds", end="10:00", venue="A" * 200, chair="TBA"),
        "broken": "---\ntitle: [Lakes\n---\n",
    }
    (site / "program.toml").write_text(EVENT, encoding="utf-8")
    (site / "sessions").mkdir()
    for name, text in pages.items():
        (site / "sessions" / f"{name}.md").write_text(text, encoding="utf-8")
    path: Path = site / "problems.html"
    path.write_bytes(problems_page(check(site).findings).data)
    return path.as_uri()


def visible(page: "Page", selector: str) -> list[str]:
    return [one.inner_text().strip() for one in page.locator(selector).all() if one.is_visible()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_it_is_shown_whole_and_nothing_is_refused(browser, address, scheme, width):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url) if request.url != address else None)
    page.goto(address)
    assert heard == []
    assert page.title() == "Problems: Rivers"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_filter_leaves_one_kind_and_all_brings_the_others_back(browser, address):
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    every = visible(page, ".problem .kind")
    page.click(".chip-P108")
    assert visible(page, ".severity .problem .kind") == ["P108 placeholder"] * 2
    assert visible(page, ".severity h4") == ["sessions/ponds.md", "sessions/rivers.md"]
    page.click(".chip-error")
    assert {kind[:4] for kind in visible(page, ".severity .problem .kind")} <= {"P102", "P107"}
    page.click(".chip-all")
    assert visible(page, ".problem .kind") == every
    page.close()


def test_a_conflict_in_the_drawing_leads_to_its_problem(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.locator(".clash circle").first.click()
    assert page.locator(".problem:target .kind").inner_text() == "S401 double-booking"
    first, second = (page.locator(".clash rect").nth(number).bounding_box() for number in (0, 1))
    assert first
    assert second
    assert (round(first["x"]), round(first["width"])) == (round(second["x"]), round(second["width"]))
    page.close()
