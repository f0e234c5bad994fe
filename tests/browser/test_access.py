"""Can everybody use it? axe on every kind of page, a strict validator of HTML, and a walk by keyboard alone."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.model import DraftText
from pipeline.normalize.text.pages import text_pages
from pipeline.source import Located, Source, Span
from tests.builders import picture, sample_edition
from tests.served import published

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

#: A page of every kind.
KINDS = (
    "index.html", "days/2026-10-15.html", "days/to-be-announced.html", "sessions/sparse-models.html", "sessions/small-machines.html",
    "sessions/keynote-chen.html", "people.html", "people/maria-okafor.html", "rooms.html", "rooms/lake-hall.html", "tracks.html",
    "tracks/computing.html", "pages/about.html", "subscribe.html", "now.html", "mine.html", "program.html",
)  # fmt: skip
#: The rules of axe that judge colours; for all others a dark page is the light one.
COLOURS = ("color-contrast", "link-in-text-block")
VNU = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample conference with a page of words, on a disk."""
    words = "## How\nBy train.\n\n![the plan](/plan.png)\n\nOr:\n\n|Bus|To|\n|---|---|\n|5|**Hall** 厅|\n"
    source = Source("pages/about.md", words)
    draft = DraftText(source, Located("About 关于", Span(source.path)), None, words)
    texts = text_pages([draft], {(source.path, "/plan.png"): picture()})
    of = replace(sample_edition(), program=replace(sample_edition().program, texts=texts))
    return published(of, tmp_path_factory.mktemp("whole"))


def violations(page: "Page", rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds by these rules (by all of its own, unless given), each with the element it is about."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  # beside Playwright, which may be missing

    # Without loading style sheets once more, which the policy forbids, and without describing all that is well.
    options = {"preload": False, "resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]} {node['failureSummary'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize(
    ("width", "language", "scheme", "rules"),
    [
        (1280, "", "light", ()),
        (1280, "", "dark", COLOURS),
        (1280, "zh/", "light", ()),
        (1280, "zh/", "dark", COLOURS),
        (390, "", "light", ()),
        (390, "zh/", "dark", ()),
    ],
)
def test_axe_finds_nothing_on_any_kind_of_page(
    context: "Callable[..., BrowserContext]", whole: Path, width: int, language: str, scheme: str, rules: tuple[str, ...]
):
    page = context(viewport={"width": width, "height": 800}, color_scheme=scheme, timezone_id="Europe/Paris").new_page()
    page.clock.set_fixed_time("2026-10-15T11:15:00+08:00")
    page.goto((whole / "index.html").as_uri())
    page.evaluate("confbook.star(['sparse-models', 'forecasting-floods', 'late-breaking'], true)")
    found = {}
    for path in KINDS:
        page.goto((whole / language / path).as_uri())
        found[path] = violations(page, rules)
    page.goto((whole / language / "days/2026-10-15.html").as_uri() + "#list")
    found["list"] = violations(page, rules)
    assert {path: some for path, some in found.items() if some} == {}


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_scripts_open(context: "Callable[..., BrowserContext]", whole: Path, scheme: str):
    page = context(viewport={"width": 1280, "height": 800}, color_scheme=scheme, timezone_id="Europe/Paris").new_page()
    page.goto((whole / "index.html").as_uri() + "?track=computing")
    page.locator(".chip").wait_for()
    found = {"filtered": violations(page)}
    page.locator(".tool", has_text="Filter").click()
    found["filter"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.locator(".search-found .line").first.wait_for()
    found["search"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    found["keys"] = violations(page)
    page.goto((whole / "mine.html").as_uri())
    page.evaluate("confbook.star(['sparse-models'], true)")
    page.get_by_role("button", name="another device").click()
    found["share"] = violations(page)
    page.keyboard.press("Escape")
    page.evaluate("confbook.notice('A new edition', 'Show it', () => {})")
    found["notice"] = violations(page)
    assert {path: some for path, some in found.items() if some} == {}


def test_the_nu_checker_finds_nothing(whole: Path, tool: Callable[[str], str], missing: Callable[[str], None]):
    if not VNU.is_file():
        missing("the Nu Html Checker is not installed here (npm ci --ignore-scripts --prefix tests/browser)")
    pages = [str(whole / language / path) for language in ("", "zh/") for path in KINDS]
    # It judges the policy as if the file had no address; what the policy allows, the browser says in the other tests.
    command = [tool("java"), "-jar", str(VNU), "--stdout", "--format", "gnu", "--filterpattern", ".*Content Security Policy.*"]
    assert subprocess.run([*command, *pages], capture_output=True, text=True, check=False).stdout == ""


# --- by keyboard --------------------------------------------------------------------------------------------------------------


def focused(page: "Page") -> str:
    text: str = page.evaluate("(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim()")
    return " ".join(text.split())


def test_one_can_star_filter_search_and_read_by_keyboard_alone(page: "Page", site: Path):
    page.goto((site / "index.html").as_uri() + "#list")
    page.keyboard.press("j")
    assert focused(page) == "Opening 开幕式"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert focused(page) == "Learning When the World Shifts"
    page.keyboard.press("s")
    assert page.locator('.card[data-session="keynote-okafor"] > .star').get_attribute("aria-pressed") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sessions/keynote-okafor.html")
    assert page.locator(".star-wide").get_attribute("aria-pressed") == "true"


def test_every_stop_of_the_tab_key_is_seen(page: "Page", site: Path):
    """A focus ring, on something within the window that nothing hides (WCAG 2.2, 2.4.7 and 2.4.11)."""
    page.goto((site / "index.html").as_uri())
    stops, unseen = 0, []
    while stops < 200:
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
            const one = document.activeElement;
            if (one === document.body) return null;
            const box = one.getBoundingClientRect();
            const ring = [one, one.closest('.card'), one.closest('.entry'), one.closest('.pill')].some(
                (part) => part && parseFloat(getComputedStyle(part).outlineWidth) >= 2 && getComputedStyle(part).outlineStyle !== 'none');
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
            return { name: one.textContent.trim().slice(0, 40), ring, there: Boolean(top && (one.contains(top) || top.contains(one))) };
        }""")
        if found is None:
            break
        stops += 1
        if not (found["ring"] and found["there"]):
            unseen.append(found)
    assert stops > 20
    assert unseen == []


def test_keys_can_be_turned_off(page: "Page", address: str):
    page.goto(f"{address}/index.html#list")
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    for key in ("j", "/", "s"):
        page.keyboard.press(key)
    assert (page.locator("dialog[open]").count(), focused(page)[:8]) == (0, page.locator("body").inner_text().strip()[:8] or "")


def test_keys_that_are_typed_are_letters(page: "Page", site: Path):
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("j/k?s")
    assert page.locator(".sheet-search input").input_value() == "j/k?s"
