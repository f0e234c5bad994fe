"""The time in a real browser: what is on, the way there, a lobby's screen, and the viewer's own zone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import sample_program

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser


def at(page: "Page", moment: str) -> None:
    """Stops the page's clock at a time in Shanghai."""
    page.clock.set_fixed_time(f"{moment}:00+08:00")


def now(page: "Page", selector: str) -> list[str]:
    return [one.get_attribute("data-session") or "" for one in page.locator(f"{selector}.is-now").all()]


def test_the_line_runs_where_the_time_has_come_to(page: "Page", site: Path):
    at(page, "2026-10-15 11:15")
    page.goto((site / "index.html").as_uri())
    line, row = page.locator(".now-line").bounding_box(), page.locator('tr[data-start="2026-10-15T10:30:00+08:00"]').bounding_box()
    assert line
    assert row
    assert abs((line["y"] - row["y"]) / row["height"] - 0.5) < 0.05  # half of 10:30–12:00
    assert now(page, ".entry") == ["sparse-models", "forecasting-floods", "small-machines"]
    assert page.locator(".days .is-today").inner_text() == "Thu 15 Oct"


def test_the_line_moves_and_goes(page: "Page", site: Path):
    page.clock.install(time="2026-10-15T11:50:00+08:00")
    page.goto((site / "index.html").as_uri())
    before = page.locator(".now-line").bounding_box()
    page.clock.run_for(5 * 60_000)
    after = page.locator(".now-line").bounding_box()
    page.clock.run_for(10 * 60_000)
    assert before
    assert after
    assert after["y"] > before["y"]
    assert page.locator(".now-line").count() == 0


@pytest.mark.parametrize("moment", ["2026-10-14 11:15", "2026-10-18 00:10"])
def test_before_and_after_the_conference_there_is_no_now(page: "Page", site: Path, moment: str):
    at(page, moment)
    page.goto((site / "index.html").as_uri())
    assert page.locator(".now-line, .is-now, .is-today").count() == 0
    assert page.locator("#program").get_attribute("data-day") == "2026-10-15"
    assert page.get_by_role("button", name="Now").count() == 0


def test_the_home_page_has_todays_program_while_the_conference_runs(page: "Page", site: Path):
    at(page, "2026-10-16 10:45")
    page.goto((site / "index.html").as_uri())
    page.locator("#program > .lines").wait_for()
    assert page.locator(".day-head h2").inner_text() == "Today Friday 16 October 2026"
    assert [one.get_attribute("data-session") for one in page.locator("#program [data-session]").all()] == [
        one.id for one in sample_program().sessions if str(one.day) == "2026-10-16"
    ]
    assert now(page, ".line") == ["panel-checkers"]
    assert page.locator("#program .line .star").count() == 5
    assert page.locator(".days [aria-current]").inner_text() == "Fri 16 Oct"
    assert page.locator(".views .to-timetable").evaluate("link => link.href").endswith("/days/2026-10-16.html#timetable")
    page.get_by_role("button", name="Now").click()
    assert page.locator(":focus").inner_text() == "Who Checks the Checkers?"


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 600}, {"width": 390, "height": 700}], ids=["desk", "phone"])
def test_one_jumps_to_what_is_on_also_from_another_day(
    context: "Callable[..., BrowserContext]", address: str, viewport: dict[str, int]
):
    page = context(viewport=viewport, timezone_id="Asia/Shanghai").new_page()
    at(page, "2026-10-16 14:00")
    page.goto(f"{address}/days/2026-10-15.html")
    page.get_by_role("button", name="Now").click()
    page.wait_for_url("**/days/2026-10-16.html#now")
    page.locator('[data-session="tutorial-bayes"] a:focus').wait_for()
    box = page.locator(":focus").bounding_box()
    assert box
    assert 0 < box["y"] < viewport["height"] - 60


def lobby(page: "Page") -> dict[str, list[str]]:
    """For each room that is seen what the screen says."""
    rooms = [room for room in page.locator(".now-room").all() if room.is_visible()]
    return {
        room.get_attribute("data-room") or "": [
            f"{one.get_attribute('data-when')} {one.get_attribute('data-session')}"
            for one in room.locator(".now-session").all()
            if one.is_visible()
        ]
        for room in rooms
    }


def test_the_lobbys_screen_goes_on_by_itself(page: "Page", site: Path):
    page.clock.install(time="2026-10-15T09:59:00+08:00")
    page.goto((site / "now.html").as_uri())
    assert page.locator("#clock").inner_text() == "09:59"
    assert lobby(page)["lake-hall"] == ["now keynote-okafor", "next sparse-models"]
    page.clock.run_for(60_000)
    assert page.locator("#clock").inner_text() == "10:00"
    assert lobby(page)["lake-hall"] == ["next sparse-models"]
    page.clock.run_for(31 * 60_000)
    assert lobby(page) == {
        "lake-hall": ["now sparse-models", "next banquet"],
        "room-201": ["now forecasting-floods", "next tutorial-bayes"],
        "hall-b": ["next robust-means"],  # what runs there is cancelled
    }


def test_after_the_end_the_lobbys_screen_says_so(page: "Page", site: Path):
    at(page, "2026-10-17 20:00")
    page.goto((site / "now.html").as_uri())
    assert lobby(page) == {}
    assert page.get_by_text("The conference is over.").is_visible()


# --- zones --------------------------------------------------------------------------------------------------------------------


def abroad(context: "Callable[..., BrowserContext]", zone: str = "America/New_York") -> "Page":
    return context(viewport={"width": 1280, "height": 800}, timezone_id=zone).new_page()


def times(page: "Page", id_: str) -> str:
    return page.locator(f'[data-session="{id_}"]:visible').first.locator(".card-time, .line-time, .hours").inner_text()


def test_times_are_the_conferences_until_one_asks(context: "Callable[..., BrowserContext]", site: Path):
    page = abroad(context)
    page.goto((site / "days/2026-10-15.html").as_uri() + "#list")
    assert times(page, "keynote-okafor") == "09:00–10:00"
    assert page.locator(".zone-name").inner_text() == "Shanghai"
    page.get_by_role("button", name="Times in Asia/Shanghai").click()
    assert times(page, "keynote-okafor") == "21:00−1–22:00−1"  # the evening before
    assert page.get_by_role("button", name="Times in America/New_York").is_visible()
    assert page.locator("#status").text_content() == "Times in America/New_York"
    assert page.locator(".slot-time").nth(1).inner_text() == "21:00−1"


def test_a_day_later_says_so(context: "Callable[..., BrowserContext]", site: Path):
    page = abroad(context, "Pacific/Auckland")
    page.goto((site / "days/2026-10-15.html").as_uri() + "#list")
    page.locator(".tool-zone").click()
    assert times(page, "banquet") == "02:00+1–05:30+1"
    page.locator(".tool-zone").click()
    assert times(page, "banquet") == "21:00–00:30+1"


def test_the_choice_of_a_zone_stays_and_the_zone_is_named(context: "Callable[..., BrowserContext]", address: str):
    page = abroad(context)
    page.goto(f"{address}/index.html")
    page.locator(".tool-zone").click()
    page.goto(f"{address}/sessions/keynote-okafor.html")
    assert times(page, "keynote-okafor") == "21:00−1–22:00−1"
    assert page.locator(".facts .zone").inner_text() == "America/New_York"
    page.goto(f"{address}/rooms/lake-hall.html")
    assert times(page, "keynote-okafor") == "21:00−1–22:00−1"
    assert page.locator(".zone-name").inner_text() == "New York"


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Asia/Singapore"])
def test_who_has_the_same_time_is_not_asked(context: "Callable[..., BrowserContext]", site: Path, zone: str):
    page = abroad(context, zone)
    page.goto((site / "index.html").as_uri())
    assert page.locator(".tool-zone").count() == 0


def test_lists_that_a_script_makes_follow_the_zone(context: "Callable[..., BrowserContext]", address: str):
    page = abroad(context)
    page.goto(f"{address}/mine.html")
    page.locator(".tool-zone").click()
    page.evaluate("confbook.star(['keynote-okafor'], true)")
    assert times(page, "keynote-okafor") == "21:00−1–22:00−1"
