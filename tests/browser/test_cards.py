"""The cards in a real browser: without a script, narrow, dark, on paper, from a disk and from a folder of a web server."""

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from pipeline.emit.cards import emit
from tests.builders import edition, event, program, role, sample_edition, sample_program, session, speaker, talk, venue
from tests.served import complaints, published

if TYPE_CHECKING:  # Playwright may be missing: then the tests skip, aloud
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}


def watched(page: "Page") -> list[str]:
    """A list that fills with all the browser complains of, and all requests that leave the site or fail."""
    heard: list[str] = []
    complaints(page, heard)
    return heard


@cache
def pages() -> list[str]:
    """All pages in both languages."""
    return [artifact.path for artifact in emit(sample_edition()).artifacts if artifact.path.endswith(".html")]


@pytest.mark.parametrize("from_disk", [True, False], ids=["from a disk", "from a server"])
def test_no_page_has_the_browser_complain(browser: "Browser", site: Path, address: str, from_disk: bool):  # noqa: FBT001  # a parameter
    page = browser.new_page()
    heard = watched(page)
    for path in pages():
        page.goto((site / path).as_uri() if from_disk else f"{address}/{path}")
        assert page.evaluate("document.styleSheets.length") == (1 if path.endswith("program.html") else 2), path
        page.evaluate("Promise.all([...document.images].map(image => (image.loading = 'eager', image.decode())))")
    page.close()
    assert heard == []


def test_every_session_is_reached_from_the_home_page_without_a_script(browser: "Browser", site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    reached = {}
    for one in sample_program().sessions:
        page.goto((site / "index.html").as_uri())
        page.locator(f'.days [data-day="{one.day or "to-be-announced"}"]').click()
        page.wait_for_load_state()
        page.locator(f'[data-session="{one.id}"] a:visible').first.click()
        reached[one.id] = page.locator("h1").inner_text()
    context.close()
    assert reached == {one.id: one.title for one in sample_program().sessions}


def test_one_can_walk_from_the_first_session_to_the_last_and_home(browser: "Browser", site: Path):
    page = browser.new_page()
    first, *_, last = sample_program().sessions
    page.goto((site / f"sessions/{first.id}.html").as_uri())
    titles = [page.locator("h1").inner_text()]
    while page.locator(".turn-after").count():
        page.locator(".turn-after").click()
        titles.append(page.locator("h1").inner_text())
    page.locator(".brand").click()
    assert page.url == (site / "index.html").as_uri()
    page.close()
    assert titles == [one.title for one in sample_program().sessions]
    assert titles[-1] == last.title


def sideways(page: "Page") -> int:
    """How many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def test_the_narrowest_phone_needs_no_sideways_scroll(browser: "Browser", site: Path):
    context = browser.new_context(viewport=NARROWEST)  # type: ignore[arg-type]  # a plain dict of the same keys
    page = context.new_page()
    wide = {}
    for path in pages():
        page.goto((site / path).as_uri())
        wide[path] = sideways(page)
    context.close()
    assert wide == dict.fromkeys(pages(), 0)


def test_words_without_end_are_broken(browser: "Browser", tmp_path: Path):
    word = "x" * 5_000
    endless = session(
        word,
        "2026-10-15 09:00/10:00",
        talk(word, speaker(word, word), speaker(word)),
        talk(word, host=role("host", word, word), id="other"),
        id="s",
        track=word,
        tag=word,
        venue="v",
        people=(role("chair", word, word), role("panelist", word)),
    )
    of = program(endless, event_=event(word, subtitle=word, place=word), venues=(venue(word, id="v", address=word),))
    folder = published(edition(of=of), tmp_path)
    context = browser.new_context(viewport=NARROWEST)  # type: ignore[arg-type]  # as above
    page = context.new_page()
    wide = []
    for path in ("index.html", "sessions/s.html"):
        page.goto((folder / path).as_uri())
        wide.append(sideways(page))
    context.close()
    assert wide == [0, 0]


def test_scripts_in_the_content_do_not_run(browser: "Browser", tmp_path: Path):
    evil = "</script><script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">"
    folder = published(edition(session(evil, "2026-10-15 09:00/10:00", talk(evil, speaker(evil)), id="s", track=evil)), tmp_path)
    page = browser.new_page()
    heard = watched(page)
    titles = []
    for path in ("index.html", "sessions/s.html"):
        page.goto((folder / path).as_uri())
        titles.append(page.title())
    page.close()
    assert heard == []
    assert [title.startswith("owned") for title in titles] == [False, False]


def test_dark_mode_is_dark(browser: "Browser", site: Path):
    lightness = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        color: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        lightness[scheme] = sum(map(int, re.findall(r"\d+", color)[:3])) / 3
        context.close()
    assert lightness["light"] > 200
    assert lightness["dark"] < 50


def days() -> list[str]:
    return [path for path in pages() if path.startswith("days/")]


def test_paper_has_every_session_whole(browser: "Browser", site: Path):
    page = browser.new_page(color_scheme="dark")  # paper stays white all the same
    text, clipped, grounds = "", [], set()
    for path in days():
        page.goto((site / path).as_uri())
        printed = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True)))
        page.emulate_media(media="print")
        clipped += page.evaluate(
            "[...document.querySelectorAll('.card')].filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.id)"
        )
        grounds.add(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        page.emulate_media(media="screen")
        # Chinese glyphs depend on the machine's fonts; Latin titles do not.
        text += re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in printed.pages))
    page.close()
    titles = [one.title for one in sample_program().sessions if one.title.isascii()]
    assert [title for title in titles if re.sub(r"\s+", "", title) not in text] == []
    assert (clipped, grounds) == ([], {"rgb(255, 255, 255)"})


@pytest.mark.parametrize(("fragment", "view"), [("", ".list"), ("#list", ".list"), ("#timetable", ".timetable")])
def test_paper_has_the_list_unless_the_reader_chose_the_timetable(browser: "Browser", site: Path, fragment: str, view: str):
    page = browser.new_page()
    page.goto((site / "days/2026-10-15.html").as_uri() + fragment)
    page.emulate_media(media="print")
    shown = [selector for selector in (".list", ".timetable") if page.locator(selector).is_visible()]
    page.close()
    assert shown == [view]


@pytest.mark.parametrize(
    ("width", "fragment", "view"),
    [
        (1440, "", ".timetable"),
        (390, "", ".list"),
        (1440, "#list", ".list"),
        (1440, "#s-coffee", ".list"),
        (390, "#timetable", ".timetable"),
        (390, "#s-coffee", ".list"),
    ],
)
def test_one_of_the_two_views_is_shown_and_marked(browser: "Browser", site: Path, width: int, fragment: str, view: str):
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "days/2026-10-15.html").as_uri() + fragment)
    shown = [selector for selector in (".list", ".timetable") if page.locator(selector).is_visible()]
    ground = "element => getComputedStyle(element).backgroundColor"
    marked = [s for s in (".list", ".timetable") if page.locator(f".to-{s[1:]}").evaluate(ground) != "rgba(0, 0, 0, 0)"]
    context.close()
    assert (shown, marked) == ([view], [view])


def test_the_heads_of_a_timetable_stay_in_sight(browser: "Browser", tmp_path: Path):
    sessions = [
        session(f"S{hour}-{room}", f"2026-10-15 {hour:02}:00/{hour + 1:02}:00", venue=f"room-{room:02}")
        for hour in range(8, 20)
        for room in range(12)
    ]
    folder = published(edition(*sessions), tmp_path)
    page = browser.new_page(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page.goto((folder / "index.html").as_uri())
    assert sideways(page) == 0
    page.locator(".timetable").evaluate("element => element.scrollIntoView()")
    page.locator(".grid-frame").evaluate("frame => frame.scrollTo(700, 500)")
    frame, head, hour = (
        page.locator(s).first.bounding_box() for s in (".grid-frame", ".grid thead th:last-child", ".grid tbody th")
    )
    page.close()
    assert frame
    assert head
    assert hour
    assert abs(head["y"] - frame["y"]) < 2
    assert abs(hour["x"] - frame["x"]) < 2


def test_the_first_tab_stop_leads_past_the_bar(browser: "Browser", site: Path):
    page = browser.new_page()
    page.goto((site / "sessions" / "opening.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]  # it is visible
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_a_day_link_shows_the_day_below_the_bar(browser: "Browser", site: Path):
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]  # as above
    page.goto((site / "index.html").as_uri())
    page.locator(".days a", has_text="Fri 16 Oct").click()
    bar, heading = (page.locator(selector).bounding_box() for selector in (".bar", "h1"))
    page.close()
    assert bar
    assert heading
    assert bar["y"] + bar["height"] <= heading["y"] < 300


@pytest.mark.parametrize(
    ("selector", "inside"),
    [(".card", "whole card leads to the session"), (".days a", "tall enough for a thumb"), (".menu a", "the same")],
)
def test_targets_are_large_enough_to_touch(browser: "Browser", site: Path, selector: str, inside: str):
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]  # as above
    page.goto((site / "index.html").as_uri())
    heights = [box["height"] for item in page.locator(selector).all() if (box := item.bounding_box())]
    page.close()
    assert min(heights) >= 24, inside  # WCAG 2.2, 2.5.8
