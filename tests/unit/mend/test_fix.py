"""`check --fix`: what is certain is mended, what is not is left, and nothing else changes."""

from functools import partial
from pathlib import Path

import pytest

from pipeline.build import check
from pipeline.mend.fix import fix
from pipeline.mend.show import fixed_places

CONFIGURATION = """\
[event]
title = "Waterways 2026"
timezone = "Asia/Shanghai"
days = [2026-10-15, 2026-10-16, 2026-10-17]

[[venues]]
name = "Main Hall"
"""
PAGE = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., {summary}"
---

{heading}
------

<div class="tip">{label}: Main Hall</div>
<div class="row">
    <div class="left"><div class="font-bold">Ada Brook</div></div>
    <div class="right"><div><b>Title:</b> Rivers</div></div>
</div>
"""
RIGHT = {"summary": "Thursday, Oct. 15, 2026", "heading": "Thursday, Oct. 15, 2026", "label": "Location"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "program.toml").write_text(CONFIGURATION, encoding="utf-8")
    return tmp_path


def mended(site: Path, text: str) -> tuple[str, list[str]]:
    """A page's text after ``--fix``, and what was done; a second run must find nothing to do."""
    page = site / "page.md"
    page.write_bytes(text.encode())
    _, fixed = fix(site, partial(check, site))
    new = page.read_bytes()
    assert fix(site, partial(check, site))[1] == ()
    assert page.read_bytes() == new
    return new.decode(), [f"{one.edit.written}→{one.edit.replacement} {one.what}" for one in fixed]


def test_a_sound_page_is_left_alone(site: Path):
    text = PAGE.format(**RIGHT)

    assert mended(site, text) == (text, [])


@pytest.mark.parametrize(
    ("slip", "right", "done"),
    [
        ({"summary": "Monday, Oct. 15, 2026"}, {}, "Monday→Thursday weekday-date-mismatch"),
        ({"heading": "Tue., Oct. 15, 2026"}, {"heading": "Thu., Oct. 15, 2026"}, "Tue→Thu weekday-date-mismatch"),
        ({"heading": "2026年10月15日 星期五"}, {"heading": "2026年10月15日 星期四"}, "星期五→星期四 weekday-date-mismatch"),
        ({"label": "Localtion"}, {}, "Localtion→Location misspelt label"),
        ({"label": "LOCALTION"}, {"label": "LOCATION"}, "LOCALTION→LOCATION misspelt label"),
        ({"heading": "Thursday, Oct.15, 2026"}, {}, "Oct.15→Oct. 15 no space in a date"),
    ],
)
def test_a_certain_slip_is_mended(site: Path, slip: dict[str, str], right: dict[str, str], done: str):
    assert mended(site, PAGE.format(**RIGHT | slip)) == (PAGE.format(**RIGHT | right), [done])


def test_several_slips_are_mended_at_once(site: Path):
    slips = {"summary": "Monday, Oct.15, 2026", "heading": "Oct. 15, 2026", "label": "Localtion"}

    assert mended(site, PAGE.format(**slips))[0] == PAGE.format(**RIGHT | {"heading": "Oct. 15, 2026"})


@pytest.mark.parametrize(
    "slip",
    [
        {"heading": "Sunday, Oct. 16, 2026"},  # the day itself is doubtful
        {"summary": "Friday, Oct. 15, 2026", "heading": "Program"},  # Friday is a day of the conference: which is wrong?
        {"label": "Locality"},  # no label that is known
    ],
)
def test_what_is_not_certain_is_left_as_it_is(site: Path, slip: dict[str, str]):
    text = PAGE.format(**RIGHT | slip)

    assert mended(site, text) == (text, [])


def test_without_the_conferences_days_a_weekday_alone_is_not_certain(site: Path):
    (site / "program.toml").write_text(CONFIGURATION.replace("days =", "# days ="), encoding="utf-8")
    text = PAGE.format(**RIGHT | {"summary": "Monday, Oct. 15, 2026", "heading": "Program"})

    assert mended(site, text) == (text, [])


def test_a_misspelt_field_gets_its_name(site: Path):
    text = "---\ntitle: Rivers\ndate: 2026-10-15\nspeekers: [Ada Brook]  \n---\n"

    assert mended(site, text) == (
        "---\ntitle: Rivers\ndate: 2026-10-15\nspeakers: [Ada Brook]  \n---\n",
        ["speekers→speakers misspelt-field"],
    )


@pytest.mark.parametrize("line", ["scheduled: true", "speekers: [Ada Brook]\nspeakers: [Ada Brook]", "weihgt_: 3"])
def test_a_field_that_may_be_another_keeps_its_name(site: Path, line: str):
    text = f"---\ntitle: Rivers\ndate: 2026-10-15\n{line}\n---\n"

    assert mended(site, text) == (text, [])


def test_spaces_that_end_a_value_go(site: Path):
    text = '---\ntitle: "Rivers "  \nvenue: Main Hall \ndate: 2026-10-15\nabstract: |\n  A line  \n  and another.\n---\n'

    assert mended(site, text)[0] == (
        '---\ntitle: "Rivers"\nvenue: Main Hall\ndate: 2026-10-15\nabstract: |\n  A line  \n  and another.\n---\n'
    )


def test_comments_are_left_as_they_are(site: Path):
    text = PAGE.format(**RIGHT) + '\n<!-- <div class="tip">Localtion: Old Hall</div> -->\n'

    assert mended(site, text) == (text, [])


def test_line_ends_marks_and_the_missing_last_one_are_kept(site: Path):
    text = "\ufeff" + PAGE.format(**RIGHT).replace("\n", "\r\n").rstrip()

    new, _ = mended(site, text.replace("Location", "Localtion"))

    assert new == text


def test_a_page_that_a_link_brings_in_from_outside_is_not_touched(site: Path, tmp_path_factory: pytest.TempPathFactory):
    outside = tmp_path_factory.mktemp("outside") / "page.md"
    text = PAGE.format(**RIGHT | {"label": "Localtion"})
    outside.write_text(text, encoding="utf-8")
    (site / "page.md").symlink_to(outside)
    (site / "other.md").write_text(PAGE.format(**RIGHT), encoding="utf-8")

    assert fix(site, partial(check, site))[1] == ()
    assert outside.read_text(encoding="utf-8") == text


def test_waived_problems_are_not_mended(site: Path):
    waiver = '\n[[waivers]]\ncode = "T202"\nreason = "the printed program says so"\nuntil = 2026-11-30\n'
    (site / "program.toml").write_text(CONFIGURATION + waiver, encoding="utf-8")
    text = PAGE.format(**RIGHT | {"summary": "Monday, Oct. 15, 2026"})

    assert mended(site, text) == (text, [])


def test_what_was_done_is_told_with_its_places(site: Path):
    (site / "page.md").write_text(PAGE.format(**RIGHT | {"label": "Localtion"}), encoding="utf-8")

    _, fixed = fix(site, partial(check, site))

    assert fixed_places(fixed, "site") == "fixed 1 slip\n  site/page.md:9:18: 'Localtion' → 'Location' (misspelt label)\n\n"
    assert fixed_places((), "site") == ""
