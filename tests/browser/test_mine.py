"""My program in a real browser: stars that stay, also where nothing is kept; conflicts; a link to another device; a calendar; paper."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from qrcodegen import QrCode, QrSegment

from pipeline.emit import calendar
from tests.builders import edition, program, sample_edition, sample_program, session
from tests.served import published

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"


def star(page: "Page", *ids: str) -> None:
    for id_ in ids:
        page.locator(f'[data-session="{id_}"] > .star:visible').click()


def starred(page: "Page") -> set[str]:
    return {one.get_attribute("data-star") or "" for one in page.locator('[data-star][aria-pressed="true"]').all()}


def listed(page: "Page") -> list[str]:
    page.locator("#mine .line, #mine .lead").first.wait_for()
    return [one.get_attribute("data-session") or "" for one in page.locator(".mine-list .line").all()]


@pytest.mark.parametrize("served", [True, False], ids=["from a server", "from a disk"])
def test_a_star_stays_on_every_page(page: "Page", site: Path, address: str, served: bool):  # noqa: FBT001  # a parameter
    root = address if served else site.as_uri()
    page.goto(f"{root}/days/2026-10-15.html#list")
    star(page, "forecasting-floods")
    page.goto(f"{root}/sessions/keynote-chen.html")
    page.get_by_role("button", name="Add to my program").click()
    page.goto(f"{root}/zh/mine.html")
    assert listed(page) == ["forecasting-floods", "keynote-chen"]
    assert page.locator(".star-count").inner_text() == "2"
    assert page.locator(".line-day").all_inner_texts() == ["2026年10月15日 星期四", "2026年10月16日 星期五"]
    star(page, "keynote-chen")
    page.reload()
    assert listed(page) == ["forecasting-floods"]


def test_a_star_says_whether_it_is_set_and_is_said_aloud(page: "Page", site: Path):
    page.goto((site / "days/2026-10-15.html").as_uri() + "#list")
    button = page.locator('.card[data-session="keynote-okafor"] > .star')
    assert (button.get_attribute("aria-label"), button.get_attribute("aria-pressed")) == (
        "My program: Learning When the World Shifts",
        "false",
    )
    button.press("Space")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator("#status").text_content() == "Added to my program: Learning When the World Shifts "
    assert page.locator(".star-count").inner_text() == "1"


def test_breaks_have_no_star(page: "Page", site: Path):
    page.goto((site / "days/2026-10-15.html").as_uri() + "#list")
    assert page.locator('[data-session="coffee"] .star').count() == 0


def test_stars_go_from_page_to_page_where_the_browser_keeps_nothing(context: "Callable[..., BrowserContext]", address: str):
    shy = context()
    shy.add_init_script(NO_STORAGE)
    page = shy.new_page()
    page.goto(f"{address}/days/2026-10-15.html#list")
    star(page, "forecasting-floods")
    assert "This browser keeps nothing" in page.locator(".notice").inner_text()
    page.goto(f"{address}/mine.html")
    assert listed(page) == ["forecasting-floods"]


def test_what_is_kept_and_no_longer_understood_is_nothing(page: "Page", address: str):
    page.goto(f"{address}/mine.html")
    page.evaluate("localStorage.setItem('confbook /a/sub%20path/ stars', '{broken')")
    page.reload()
    assert listed(page) == []


def test_two_conferences_on_one_host_have_their_own_stars(page: "Page", address: str, site: Path):
    published(sample_edition(), site.parent / "other")
    page.goto(f"{address}/days/2026-10-15.html#list")
    star(page, "forecasting-floods")
    page.goto(f"{address.rpartition('/')[0]}/other/mine.html")
    assert listed(page) == []


def test_another_tab_follows(context: "Callable[..., BrowserContext]", address: str):
    one = context()
    here, there = one.new_page(), one.new_page()
    there.goto(f"{address}/days/2026-10-15.html#list")
    here.goto(f"{address}/days/2026-10-15.html#list")
    star(here, "opening")
    there.locator('.card[data-session="opening"] > .star[aria-pressed="true"]').wait_for()


def test_stars_at_one_time_say_so(page: "Page", site: Path):
    page.goto((site / "days/2026-10-15.html").as_uri() + "#list")
    star(page, "sparse-models", "keynote-okafor")
    assert page.locator(".state-conflict:visible").count() == 0
    star(page, "forecasting-floods")
    told = {
        one.get_attribute("data-session"): one.locator(".state-conflict").inner_text()
        for one in page.locator(".card.in-conflict").all()
    }
    assert told == {
        "sparse-models": "At the same time: Forecasting Floods",
        "forecasting-floods": "At the same time: Sparse Models",
    }
    assert "At the same time: Sparse Models" in (page.locator("#status").text_content() or "")
    star(page, "small-machines")  # is cancelled, and so at no time
    assert page.locator(".card.in-conflict").count() == 2


def test_one_session_after_another_is_no_conflict(page: "Page", tmp_path: Path):
    of = program(session("A", "2026-10-15 09:00/10:00", id="a"), session("B", "2026-10-15 10:00/11:00", id="b"))
    page.goto((published(edition(of=of), tmp_path) / "index.html").as_uri())
    star(page, "a", "b")
    assert page.locator(".state-conflict").count() == 0


# --- to another device --------------------------------------------------------------------------------------------------------


def shared_link(page: "Page", root: str, *ids: str) -> str:
    page.goto(f"{root}/mine.html")
    page.evaluate("ids => confbook.star(ids, true)", list(ids))
    page.get_by_role("button", name="another device").click()
    return page.locator(".sheet-share input").input_value()


def test_a_link_takes_the_program_to_another_browser(context: "Callable[..., BrowserContext]", address: str):
    ids = ["sparse-models", "keynote-chen", "late-breaking"]
    link = shared_link(context().new_page(), address, *ids)
    assert len(link) <= len(f"{address}/mine.html#s=4.") + 4 * len(ids)
    other = context().new_page()
    other.goto(link)
    assert "Somebody shared 3 sessions with you." in other.locator(".received").inner_text()
    assert listed(other) == []  # nothing is taken unasked
    other.get_by_role("button", name="Add them").click()
    assert listed(other) == ids
    assert "#" not in other.url


def other_encoders(text: str, ours: list[list[int]]) -> list[list[int]]:
    """The code that Nayuki's encoder makes of a text with the mask that ours has; which mask reads best is a matter of taste."""
    mask = (ours[8][2] ^ 1) << 2 | ours[8][3] << 1 | ours[8][4] ^ 1  # bits 12 to 10 of the format (ISO/IEC 18004, 7.9)
    bytes_ = QrSegment.make_bytes(text.encode())
    made = QrCode.encode_segments([bytes_], QrCode.Ecc.MEDIUM, mask=mask, boostecl=False)
    return [[int(made.get_module(x, y)) for x in range(made.get_size())] for y in range(made.get_size())]


def test_the_code_is_the_link(page: "Page", address: str):
    link = shared_link(page, address, "sparse-models")
    ours = page.evaluate("link => confbook.qr(link)", link)
    assert ours == other_encoders(link, ours)
    assert page.locator(".sheet-share .qr path").count() == 1


@pytest.mark.parametrize("length", [1, 14, 15, 60, 100, 180, 250, 400, 700, 1000, 1500, 2100])
def test_codes_are_those_of_another_encoder(page: "Page", site: Path, length: int):
    page.goto((site / "mine.html").as_uri())
    text = ("https://lakeside.example/2026/mine.html#s=4.海-_" * 60)[:length]
    ours = page.evaluate("text => confbook.qr(text)", text)
    assert ours == other_encoders(text, ours)


def test_what_is_too_long_for_a_code_has_none(page: "Page", site: Path):
    page.goto((site / "mine.html").as_uri())
    assert page.evaluate("confbook.qr('x'.repeat(2332))") is None


def test_a_shared_session_that_is_gone_is_counted_and_no_other_taken_for_it(page: "Page", address: str):
    link = shared_link(page, address, "sparse-models")
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(f"{link}AAAA")
    assert "Somebody shared 1 sessions with you. 1 more are no longer in the program." in page.locator(".received").inner_text()


@pytest.mark.parametrize("fragment", ["#s=", "#s=0.", "#s=4.<img>", "#s=99999999999.a", "#s=4." + "A" * 10_000])
def test_a_broken_link_is_no_harm(page: "Page", address: str, fragment: str):
    page.goto(f"{address}/mine.html{fragment}")
    assert listed(page) == []


def test_on_a_disk_the_link_is_that_of_the_web(page: "Page", site: Path):
    assert shared_link(page, site.as_uri(), "opening").startswith("https://lakeside.example/2026/mine.html#s=4.")


# --- calendar and paper -------------------------------------------------------------------------------------------------------


def saved(page: "Page", name: str) -> Calendar:
    with page.expect_download() as download:
        page.get_by_text(name).click()
    return Calendar.from_ical(Path(download.value.path()).read_bytes())


@pytest.mark.parametrize("served", [True, False], ids=["from a server", "from a disk"])
def test_the_saved_calendar_has_the_entries_of_the_feed(page: "Page", site: Path, address: str, served: bool):  # noqa: FBT001  # a parameter of the test, which pytest names
    page.goto(f"{address if served else site.as_uri()}/mine.html")
    page.evaluate("confbook.star(['banquet', 'keynote-chen', 'student-workshop'], true)")
    made = saved(page, "Save for my calendar")
    feed = Calendar.from_ical(calendar.emit(sample_edition()).artifacts[0].data)
    identity = ("uid", "sequence", "dtstamp", "dtstart", "dtend", "summary", "location")
    theirs = {str(one["uid"]): [one.get(name) for name in identity] for one in feed.walk("VEVENT")}
    ours = {str(one["uid"]): [one.get(name) for name in identity] for one in made.walk("VEVENT")}
    assert [uid.partition("@")[0] for uid in ours] == ["banquet", "keynote-chen"]
    assert {uid: facts == theirs[uid] for uid, facts in ours.items()} == dict.fromkeys(ours, True)
    assert "Without a day, and so not in the file: 1" in page.locator(".notice").inner_text()


def test_a_sessions_page_saves_it(page: "Page", address: str):
    page.goto(f"{address}/sessions/banquet.html")
    assert [str(one["uid"]).partition("@")[0] for one in saved(page, "Add to calendar").walk("VEVENT")] == ["banquet"]


def test_my_program_prints_without_its_buttons(page: "Page", site: Path):
    ids = [one.id for one in sample_program().sessions if one.kind.value != "break"]
    page.goto((site / "mine.html").as_uri())
    page.evaluate("ids => confbook.star(ids, true)", ids)
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in printed.pages))
    titles = [one.title for one in sample_program().sessions if one.title.isascii() and one.id in ids]
    assert [title for title in titles if re.sub(r"\s+", "", title) not in text] == []
    assert [word for word in ("Savefor", "anotherdevice", "Search") if word in text] == []
