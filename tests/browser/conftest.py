"""One Chromium for all tests, and the sample conference on a disk and behind a web server. A page that complains fails its test."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import sample_edition
from tests.served import complaints, published, serving

if TYPE_CHECKING:  # Playwright may be missing: then the tests skip, aloud
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # see TYPE_CHECKING above

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample conference's cards, two folders down, one of them with a blank in its name."""
    return published(sample_edition(), tmp_path_factory.mktemp("www") / "a" / "sub path")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The same behind a web server."""
    with serving(site.parent.parent) as root:
        yield f"{root}/a/sub%20path"


@pytest.fixture
def context(browser: "Browser") -> "Iterator[Callable[..., BrowserContext]]":
    """Makes browser contexts, each as one person's browser; what any of their pages complained of fails the test in the end."""
    heard: list[str] = []
    opened: list[BrowserContext] = []

    def make(**settings: Any) -> "BrowserContext":  # Playwright's own
        made = browser.new_context(reduced_motion="reduce", **settings)
        made.set_default_timeout(10_000)
        made.on("page", lambda page: complaints(page, heard))
        made.on("page", patient)
        opened.append(made)
        return made

    yield make
    for one in opened:
        one.close()
    assert heard == []


def patient(page: "Page") -> None:
    """Lets ``goto`` and ``reload`` wait until the page's scripts have begun, part after part."""

    def awaited(load: Callable[..., Any]) -> Callable[..., Any]:
        def loaded(*args: Any, **settings: Any) -> Any:  # what Playwright's take and give
            answer = load(*args, **settings)
            if page.url != "about:blank":
                page.locator("html[data-scripted]").wait_for(state="attached")
            return answer

        return loaded

    page.goto, page.reload = awaited(page.goto), awaited(page.reload)  # type: ignore[method-assign]  # of this one page


@pytest.fixture
def page(context: "Callable[..., BrowserContext]") -> "Page":
    """A page in a browser of its own, at a desk in Shanghai."""
    return context(viewport={"width": 1280, "height": 800}, timezone_id="Asia/Shanghai").new_page()


@pytest.fixture(scope="session")
def axe(missing: Callable[[str], None]) -> None:
    """Skips where axe is missing."""
    if find_spec("axe_playwright_python") is None:
        missing("axe-playwright-python is not installed here")
