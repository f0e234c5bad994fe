"""Twice the page is about twice the work, whatever the page repeats: counted in calls of functions, which no busy machine changes."""

import sys
from pathlib import Path
from types import FrameType

import pytest

from pipeline.build import check
from tests.benchmarks.hostile_pages import page

#: Pages of ``tests/benchmarks/hostile_pages.py``, which measures all of them in seconds. (Nested ones also grow with their depth, up to 80.)
PAGES = (
    "speakers", "people", "rows", "html-rows", "lists", "tips", "cards", "slots", "talks", "entity-lines", "entity-text", "signs",
    "times", "chinese",
)  # fmt: skip


def calls(site: Path, text: str) -> int:
    """How often functions are called, or generators go on, to check a site of that page."""
    (site / "page.md").write_text(text, encoding="utf-8")
    counted = 0

    def count(_frame: FrameType, event: str, _: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        check(site)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("name", PAGES)
def test_the_work_grows_as_the_page_does(tmp_path: Path, name: str):
    (tmp_path / "program.toml").write_text('[event]\ntitle = "C"\ntimezone = "Asia/Shanghai"\n', encoding="utf-8")
    calls(tmp_path, page(name, 500))  # what is loaded on first use
    some, double, four = (calls(tmp_path, page(name, size)) for size in (4_000, 8_000, 16_000))
    # Linear plus something fixed: the second doubling costs twice what the first did. Quadratic would be four times.
    assert four - double < 3 * (double - some) + some // 10
