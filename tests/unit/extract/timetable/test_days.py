"""Days of a timetable: headings, rows across, and heads that say which day of the program it is."""

from pathlib import Path

import pytest

from tests.unit.extract.timetable.program import program


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## Day 1", "## Day 2"),
        ("## Day 1: Tides", "## Day 2: Ice"),
        ("**Day 1 (Thursday)**", "**Day 2 (Friday)**"),
        ("## Day 1 - March 5", "## Day 2 - March 6"),
        ("### 第一天", "### 第二天"),
        ("<p><u>1日目　3月5日（木）</u></p>", "<p><u>2日目　3月6日（金）</u></p>"),
        ("# Thursday: Tides", "# Friday – Ice"),
        ("## Conference Day 1", "## Conference Day 2"),
    ],
)
def test_the_heading_of_a_day(tmp_path: Path, first: str, second: str):
    page = f"# Schedule\n\n{first}\n\n- 9:00-10:00 On Tides\n- 10:00-10:30 Coffee\n\n{second}\n\n- 9:00-10:00 On Ice\n- 10:00-10:30 Tea\n"
    assert program(tmp_path, page) == [
        "Thu 09:00-10:00 | On Tides",
        "Thu 10:00-10:30 | Coffee",
        "Fri 09:00-10:00 | On Ice",
        "Fri 10:00-10:30 | Tea",
    ]


def test_a_day_by_its_number_is_open_where_the_days_are_not_listed(tmp_path: Path):
    page = "# Schedule\n\n## Day 1\n\n- 9:00-10:00 On Tides\n- 10:00-10:30 Coffee\n"
    found = program(tmp_path, page, configuration='[event]\ntitle = "T"\ntimezone = "Europe/Berlin"\n')
    assert found[:2] == ["? | Coffee", "? | On Tides"]
    assert found[2].endswith("ambiguous-time")


def test_a_row_across_a_table_is_a_day(tmp_path: Path):
    page = """\
        | Time | Title | Speaker |
        |--|--|--|
        | **Day 1** | | |
        | 9:00-9:45 | On Tides | Ada Brook |
        | **Friday, March 6** | | |
        | 9:00-9:45 | On Ice | Ben Ford |
        """
    assert program(tmp_path, page) == ["Thu 09:00-09:45 | On Tides | Ada Brook", "Fri 09:00-09:45 | On Ice | Ben Ford"]


def test_from_and_to_beside_columns_of_days(tmp_path: Path):
    page = """\
        | Start | End | Day 1 | Day 2 |
        |--|--|--|--|
        | 9:00 | 9:45 | On Tides | On Ice |
        | 9:45 | 10:15 | Coffee | Coffee |
        """
    assert program(tmp_path, page) == [
        "Thu 09:00-09:45 | On Tides",
        "Thu 09:45-10:15 | Coffee",
        "Fri 09:00-09:45 | On Ice",
        "Fri 09:45-10:15 | Coffee",
    ]


def test_a_summary_and_a_heading_of_a_session_say_no_day_of_the_program(tmp_path: Path):
    page = "---\ntitle: Reading Gauges\ndate: 2026-03-06\nstart: 9:00\nend: 10:00\n---\n## Day 1\n\nPaper rolls.\n\n## Day 2\n\nFloats.\n"
    assert program(tmp_path, page, "gauges.md") == ["Fri 09:00-10:00 | Reading Gauges"]
