"""A page's statements of day and time → when its session is, and what was wrong with them, at its place."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.extract import extract_page
from pipeline.normalize.when.calendar import Calendar, calendar_of
from pipeline.normalize.when.read import read_when
from pipeline.source import Source

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAYS = tuple(datetime(2026, 10, day, tzinfo=SHANGHAI).date() for day in (15, 16, 17))  # Thursday to Saturday


def read(fields: str, body: str = "", days=DAYS, zone=SHANGHAI) -> tuple[str, list[str]]:
    """When a page of these fields is, as ``day start end`` (``-`` where open), and its problems as ``line:column name``."""
    (draft,), found = extract_page(Source("p.md", f"---\n{fields}\n---\n{body}"))
    assert draft is not None
    assert found == ()
    when = read_when(draft.statements, Calendar(zone, days))
    moments = [f"{moment:%dT%H:%M%z}" if moment else "-" for moment in (when.start, when.end)]
    return " ".join([str(when.day or "-"), *moments]), [f"{p.span.line}:{p.span.column} {p.kind()}" for p in when.problems]


EXACT = "2026-10-15 15T09:50+0800 15T11:35+0800"


@pytest.mark.parametrize(
    "fields",
    [
        'summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"',
        "date: 2026-10-15\nstart: 9:50\nend: 11:35",
        "start: 2026-10-15T09:50:00+08:00\nend: 2026-10-15T11:35:00+08:00",
        "when: 2026年10月15日（周四）上午9:50-11:35",
        "when: 10月15日 9:50-11:35",
        "when: Thursday 09:50-11:35",
        "date: Oct. 15\ntime: 9:50–11:35",
        "date: 2026-10-15\ntime: 9:50–11:35\nstart: 9:50",
    ],
)
def test_forms_of_one_time(fields: str):
    assert read(fields) == (EXACT, [])


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ("date: 2026-10-15", "2026-10-15 - -"),
        ("date: 2026-10-15\nstart: 18:00", "2026-10-15 15T18:00+0800 -"),
        ("date: 2026-10-15\ntime: 12:00 p.m. — 1:00 p.m.", "2026-10-15 15T12:00+0800 15T13:00+0800"),
        ("date: 2026-10-15\ntime: 11:00 a.m. — 12:00 p.m.", "2026-10-15 15T11:00+0800 15T12:00+0800"),
        ("date: 2026-10-15\ntime: 18:00-24:00", "2026-10-15 15T18:00+0800 16T00:00+0800"),
        ("start: 2026-10-15 22:00\nend: 2026-10-16 01:00", "2026-10-15 15T22:00+0800 16T01:00+0800"),
        ("date: 2026-10-15\nstart: 02:30\nend: 04:00", "2026-10-15 15T02:30+0800 15T04:00+0800"),
        ("title: nothing at all", "- - -"),
    ],
)
def test_noon_midnight_and_open_ends(fields: str, when: str):
    assert read(fields) == (when, [])


def test_a_date_whose_weekday_fits_is_believed_before_one_whose_weekday_does_not():
    fields = 'summary: "9:50 a.m. — 11:35 a.m., Saturday, Oct. 16, 2026"'
    assert read(fields, "Thursday, Oct. 15, 2026\n------\n") == (
        EXACT,
        ["2:35 weekday-date-mismatch", "2:35 dates-disagree"],
    )


def test_on_a_tie_the_front_matter_is_believed():
    fields = 'summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"'
    assert read(fields, "Friday, Oct. 16, 2026\n------\n") == (EXACT, ["4:1 dates-disagree"])


def test_a_date_within_the_conference_is_believed_before_one_outside():
    fields = 'summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2020"'
    assert read(fields, "Friday, Oct. 16, 2026\n------\n") == (
        "2026-10-16 16T09:50+0800 16T11:35+0800",
        ["2:35 dates-disagree"],
    )


def test_a_wrong_weekday_alone_costs_no_day():
    assert read("date: Monday, Oct. 15, 2026\ntime: 9:50-11:35") == (EXACT, ["2:7 weekday-date-mismatch"])


def test_times_that_disagree_are_reported_and_the_front_matter_is_believed():
    fields = 'summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"'
    assert read(fields, '<div class="tip">Time: 9:50 a.m. — 10:15 a.m.</div>') == (EXACT, ["4:24 times-disagree"])


def test_a_range_is_believed_before_a_lone_start_and_lends_it_its_end():
    assert read("date: 2026-10-15\nstart: 9:50", '<div class="tip">Time: 9:50-11:35</div>') == (EXACT, [])


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("date: 2026-10-15\ntime: 11:15pm - 12:30pm", "3:7 ambiguous-time"),
        ("date: 2026-10-15\ntime: 10 to 11", "3:7 ambiguous-time"),
        ("date: 2026-10-15\ntime: 11-1", "3:7 ambiguous-time"),
        ("date: 2026-10-15\ntime: lateish", "3:7 unreadable-time"),
        ("date: 2026-10-15\ntime: TBA", "3:7 placeholder"),
        ("date: 2026-10-15\ntime: '[时间待定 / Time TBD]'", "3:8 placeholder"),
    ],
)
def test_what_is_not_clear_is_left_open_and_reported(fields: str, problem: str):
    assert read(fields) == ("2026-10-15 - -", [problem])


@pytest.mark.parametrize("written", ["11–1pm", "11:00-1:00"])
def test_what_makes_sense_in_one_way_alone_is_taken_so_and_reported(written: str):
    assert read(f"date: 2026-10-15\ntime: {written}") == ("2026-10-15 15T11:00+0800 15T13:00+0800", ["3:7 inferred-time"])


def test_a_date_without_a_year_that_nothing_can_give_is_left_open():
    assert read("date: Oct. 15\ntime: 9:50-11:35", days=()) == ("- - -", ["2:7 ambiguous-time"])


def test_hours_without_a_day_are_reported():
    assert read("time: 9:50-11:35") == ("- - -", ["2:7 missing-day"])


def test_an_offset_that_is_not_the_conferences_is_reported_and_the_hours_are_local():
    assert read("start: 2026-10-15T09:50:00Z\nend: 2026-10-15 11:35") == (EXACT, ["2:27 offset-contradicts-zone"])


def test_an_hour_that_the_clocks_skip_is_left_open():
    berlin = ZoneInfo("Europe/Berlin")
    assert read("date: 2026-03-29\nstart: 02:30\nend: 04:00", days=(), zone=berlin) == (
        "2026-03-29 - 29T04:00+0200",
        ["3:8 skipped-hour"],
    )


def test_the_calendar_is_made_of_the_dates_that_pages_state_without_contradiction():
    pages = ("date: Thursday, Oct. 15, 2026", "date: Monday, Oct. 16, 2026", "date: Oct. 17", "date: 2026-10-16")
    drafts = [draft for page in pages for draft in extract_page(Source("p.md", f"---\n{page}\n---\n"))[0]]
    assert calendar_of(drafts, (), SHANGHAI) == Calendar(SHANGHAI, DAYS[:2])


def test_the_day_of_the_start_is_believed_before_a_date_alone():
    fields = "date: 2026-03-01\nstart: 2026-10-15 09:50\nend: 2026-10-15 11:35"
    assert read(fields, days=()) == (EXACT, ["2:7 dates-disagree"])
