"""Without a network in a real browser: the program is kept, whole; a new edition is told, and taken when one wants it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.emit.offline import worker
from pipeline.model import Artifact
from tests.builders import edition, event, program, sample_edition, session
from tests.served import published, serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of its own, which a test may publish anew."""
    return published(sample_edition(), tmp_path / "a" / "b")


@pytest.fixture
def own(folder: Path) -> Iterator[str]:
    with serving(folder.parent.parent) as root:
        yield f"{root}/a/b"


def kept(page: "Page") -> None:
    """Waits until the program is kept, and this page is served from there."""
    page.wait_for_function("() => navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def test_every_page_is_there_without_a_network(context: "Callable[..., BrowserContext]", folder: Path):
    visitor = context()
    page = visitor.new_page()
    with serving(folder.parent.parent) as root:
        page.goto(f"{root}/a/b/index.html")
        kept(page)
    # The server is gone. A page of each kind, with its style, in both languages:
    page.reload()
    for path in (
        "", "index.html", "days/2026-10-16.html", "days/2026-10-16.html?track=computing#list", "sessions/banquet.html", "people.html",
        "rooms/lake-hall.html", "now.html", "zh/", "zh/mine.html",
    ):  # fmt: skip
        page.goto(f"{root}/a/b/{path}")
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("getComputedStyle(document.body).display") == "flex", path
    page.goto(f"{root}/a/b/days/2026-10-15.html")
    page.keyboard.press("/")
    page.keyboard.type("bayes")
    page.locator(".search-found a").first.wait_for()


def test_of_very_many_sessions_those_visited_are_there_without_a_network(context: "Callable[..., BrowserContext]", folder: Path):
    few = [
        Artifact(str(path.relative_to(folder)), path.read_bytes()) for path in folder.rglob("*.*") if path.parent.name != "sessions"
    ]
    (folder / "sw.js").write_bytes(worker(few).data)
    page = context().new_page()
    with serving(folder.parent.parent) as root:
        page.goto(f"{root}/a/b/index.html")
        kept(page)
        page.goto(f"{root}/a/b/sessions/banquet.html?from=search")
    page.goto(f"{root}/a/b/sessions/banquet.html#main")
    assert page.locator("h1").inner_text() == "Banquet 晚宴"


def test_a_new_edition_is_told_and_taken_when_one_wants_it(context: "Callable[..., BrowserContext]", folder: Path, own: str):
    page = context().new_page()
    page.goto(f"{own}/index.html")
    kept(page)
    assert page.locator(".notice").count() == 0
    published(edition(of=program(session("Brand New", id="new"), event_=event("Second Edition"))), folder)
    page.reload()
    assert page.locator("h1").inner_text() == "Lakeside Statistics Days 2026"  # one edition, whole
    page.get_by_role("button", name="Show it").click()
    page.locator("h1", has_text="Second Edition").wait_for()


def test_a_lobbys_screen_takes_it_by_itself(context: "Callable[..., BrowserContext]", folder: Path, own: str):
    page = context().new_page()
    page.goto(f"{own}/now.html")
    kept(page)
    published(edition(of=program(session("Brand New", id="new", venue="hall"), event_=event("Second Edition"))), folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    page.wait_for_function("() => document.title.includes('Second Edition')")


def test_what_two_editions_have_alike_is_fetched_once(context: "Callable[..., BrowserContext]", folder: Path, own: str):
    page = context().new_page()
    page.goto(f"{own}/index.html")
    kept(page)
    names = (
        "caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys()).then((all) => all.map(({ url }) => url))"
    )
    before = set(page.evaluate(names))
    (folder / "now.html").write_text((folder / "now.html").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    worker = (folder / "sw.js").read_text(encoding="utf-8")
    files = json.loads(worker.split(";\n")[0].removeprefix("const FILES = "))
    (folder / "sw.js").write_text(worker.replace(files["now.html"], "0" * 16), encoding="utf-8")
    page.reload()
    page.get_by_role("button", name="Show it").click()
    page.wait_for_function("() => document.querySelector('.notice') === null")
    page.wait_for_timeout(500)
    after = set(page.evaluate(names))
    assert (len(before - after), len(after - before)) == (1, 1)


def test_it_can_be_installed(context: "Callable[..., BrowserContext]", own: str):
    visitor = context()
    page = visitor.new_page()
    page.goto(f"{own}/zh/index.html")
    session_ = visitor.new_cdp_session(page)
    assert session_.send("Page.getAppManifest")["errors"] == []
    assert json.loads(session_.send("Page.getAppManifest")["data"])["lang"] == "zh-Hans"
    assert session_.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )
