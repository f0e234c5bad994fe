"""Times the cards of a generated program in Chromium: ``.venv/bin/python -m tests.benchmarks.cards_in_a_browser [SESSIONS]``.

Aims with 5,000 sessions: the home page is there within 1 s from a disk, and search answers each letter within 50 ms.
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.cards import generated
from tests.served import published

if TYPE_CHECKING:
    from playwright.sync_api import Page

_QUERIES = ("session 4", "person 12", "institute 7", "tideline", "潮线是海水", "dc", "zzz")
_TIMED = """(query) => [...query].map((_, at) => {
    const begun = performance.now();
    confbook.find(confbook.search, query.slice(0, at + 1));
    return performance.now() - begun;
})"""


def main() -> None:
    """Prints how long home takes to load, and a letter of a query to answer."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # not there on every system

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sessions", nargs="?", type=int, default=5_000)
    count = parser.parse_args().sessions
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = published(generated(count, ("en",)), Path(folder))
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page()
        loads = [_loaded(page, site) for _ in range(5)]
        print(f"{count:6} sessions: home in {min(loads):.0f} ms at best, {median(loads):.0f} in the median of {len(loads)}")
        for query, times in _searched(page):
            print(f"       search {query!r}: a letter in {max(times):.1f} ms at worst, {median(times):.1f} in the median")
        chromium.close()


def _loaded(page: "Page", site: Path) -> float:
    page.goto("about:blank")
    page.goto((site / "index.html").as_uri())
    page.locator("html[data-scripted]").wait_for(state="attached")
    spent: float = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    return spent


def _searched(page: "Page") -> list[tuple[str, list[float]]]:
    page.evaluate("Promise.all([confbook.loadProgram(), confbook.load('search', 'assets/search.js')])")
    return [(query, page.evaluate(_TIMED, query)) for query in _QUERIES]


if __name__ == "__main__":
    main()
