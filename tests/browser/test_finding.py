"""Search and filters in a real browser: as one types, by keyboard, kept in the address, and from a disk as from a server."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import edition, program, session, speaker, talk
from tests.served import published

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser


def search(page: "Page", query: str) -> list[str]:
    """Types a query letter by letter; the titles that are found."""
    if not page.locator(".sheet-search[open]").count():
        page.keyboard.press("/")
    page.locator(".sheet-search input").fill("")
    page.keyboard.type(query)
    page.locator("#search-count:not(:empty)").wait_for()
    page.wait_for_timeout(50)
    return page.locator(".search-found .line-title").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bayes", "Bayes by Hand: a Tutorial"),  # a title
        ("OKAFOR", "Learning When the World Shifts"),  # a person, whatever the case
        ("rivermouth okafor", "Learning When the World Shifts"),  # an institute and a person
        ("ines", "Sparse Models"),  # Inês, without the mark
        ("autumn", "Learning When the World Shifts"),  # a word of an abstract
        ("稳健", "Robust Means 稳健均值"),  # part of a Chinese title
        ("分布漂移", "Learning When the World Shifts"),  # part of a Chinese abstract
        ("wjjz", "Robust Means 稳健均值"),  # the initials of its pinyin
        ("cyt", "因果推断:从设计到决策"),  # those of a name
        ("wansch", "Nothing"),  # not in it
    ],
)
def test_search_finds(page: "Page", site: Path, query: str, first: str):
    page.goto((site / "index.html").as_uri())
    found = search(page, query)
    assert (found or ["Nothing"])[0].replace("：", ":") == first


def test_search_opens_a_session_by_keyboard_alone(page: "Page", address: str):
    page.goto(f"{address}/people.html")
    assert search(page, "floods") == ["Forecasting Floods"]
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Forecasting Floods"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sessions/forecasting-floods.html")


def test_escape_closes_the_search_and_gives_the_focus_back(page: "Page", site: Path):
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="Search").press("Enter")
    page.keyboard.type("a")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Search"


def test_search_says_how_many_it_found(page: "Page", site: Path):
    page.goto((site / "zh/index.html").as_uri())
    search(page, "wjjz")
    assert page.locator("#search-count").inner_text() == "找到 1 场"
    assert search(page, "zzzz") == []
    assert page.locator("#search-count").inner_text() == "没有找到"


def test_hostile_words_are_words_in_search(page: "Page", tmp_path: Path):
    evil = "</script><img src=x onerror=\"document.title='owned'\">\u2028\u202e"
    one = session(f"Tides {evil}", "2026-10-15 09:00/10:00", talk("T", speaker(evil, evil)), id="s", track=evil, venue="v")
    folder = published(edition(of=program(one)), tmp_path)
    page.goto((folder / "index.html").as_uri())
    assert [title.startswith("Tides </script><img") for title in search(page, "onerror")] == [True]
    assert page.locator("dialog img").count() == 0
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Filter").click()
    assert page.title() != "owned"


# --- filters ------------------------------------------------------------------------------------------------------------------


def shown(page: "Page") -> list[str]:
    """The ids of the sessions that are seen."""
    return [one.get_attribute("data-session") or "" for one in page.locator("#program [data-session]").all() if one.is_visible()]


def choose(page: "Page", *names: str) -> None:
    page.get_by_role("button", name="Filter").click()
    for name in names:
        page.locator(".pill", has_text=name).locator("input").check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("view", ["#list", "#timetable"])
@pytest.mark.parametrize(
    ("names", "ids", "query"),
    [
        (["Applications"], ["forecasting-floods"], "?track=applications"),
        (["Theory", "Applications"], ["sparse-models", "forecasting-floods"], "?track=theory-lilun&track=applications"),
        (["Keynote"], ["keynote-okafor"], "?kind=keynote"),
        (["Theory", "Room 201"], [], "?track=theory-lilun&room=room-201"),
        (["Room 201"], ["forecasting-floods"], "?room=room-201"),
    ],
)
def test_filters_leave_what_fits_and_stand_in_the_address(
    page: "Page", site: Path, view: str, names: list[str], ids: list[str], query: str
):
    page.goto((site / "days/2026-10-15.html").as_uri() + view)
    choose(page, *names)
    assert (shown(page), page.evaluate("location.search"), page.evaluate("location.hash")) == (ids, query, view)


def test_language_is_a_filter(page: "Page", site: Path):
    page.goto((site / "days/2026-10-16.html").as_uri() + "#list")
    choose(page, "Chinese")
    assert shown(page) == ["keynote-chen", "robust-means"]


def test_a_link_with_filters_shows_what_was_chosen_and_other_days_keep_it(page: "Page", address: str):
    page.goto(f"{address}/days/2026-10-15.html?track=computing#list")
    page.locator(".chip", has_text="Computing").wait_for()
    assert shown(page) == ["small-machines"]
    page.locator(".days a", has_text="Fri").click()
    page.locator(".chip", has_text="Computing").wait_for()
    assert shown(page) == ["tutorial-bayes"]
    page.locator(".languages a").click()
    page.locator(".chip", has_text="Computing").wait_for()
    assert shown(page) == ["tutorial-bayes"]
    page.locator(".chip").click()
    assert page.evaluate("location.search") == ""
    assert len(shown(page)) > 3


def test_what_a_link_names_that_no_program_has_is_left_out(page: "Page", address: str):
    page.goto(f"{address}/days/2026-10-15.html?track=gone&kind=<img>#list")
    page.wait_for_function("() => location.search === ''")
    assert len(shown(page)) == 7


def test_the_sheet_says_how_many_are_left_and_clears_all(page: "Page", site: Path):
    page.goto((site / "days/2026-10-15.html").as_uri() + "#list")
    page.get_by_role("button", name="Filter").click()
    page.locator(".pill", has_text="Keynote").locator("input").check()
    assert page.locator(".sheet-filter .primary").inner_text() == "Show 1 sessions"
    assert page.locator("#status").text_content() == "Sessions shown: 1 of 7"
    page.get_by_role("button", name="Clear all").click()
    assert page.locator(".sheet-filter .primary").inner_text() == "Show 7 sessions"
    page.locator(".sheet-filter .primary").click()
    assert page.locator("dialog[open]").count() == 0


def test_a_thumb_reaches_the_tools_on_a_phone(context: "Callable[..., BrowserContext]", site: Path):
    phone = context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, timezone_id="Asia/Shanghai").new_page()
    phone.goto((site / "index.html").as_uri())
    boxes = [tool.bounding_box() for tool in phone.locator("#dock .tool").all()]
    assert len(boxes) == 3  # search, filter, my program
    assert [box for box in boxes if not box or box["height"] < 44 or box["width"] < 44 or box["y"] < 700] == []
    phone.locator("#dock .tool", has_text="Search").tap()
    phone.keyboard.type("bayes")
    phone.locator(".search-found a").first.tap()
    phone.wait_for_url("**/tutorial-bayes.html")
