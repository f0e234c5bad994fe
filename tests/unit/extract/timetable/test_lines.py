"""Lines that begin with hours or days, and how who and what are told apart in them."""

from pathlib import Path

import pytest

from tests.unit.extract.timetable.program import program

ONE_DAY = '[event]\ntitle = "T"\ntimezone = "Europe/Berlin"\ndays = [2026-03-06]\n'


@pytest.mark.parametrize(
    "page",
    [
        "- 9-10:00 On Tides\n- 10:00-10:30: Coffee\n",
        "- *9.00 - 10.00*.  On Tides\n\n- *10.00 – 10.30*.  Coffee\n",
        "9:00 - 10:00a   **On Tides**\n\n10:00 - 10:30a  **Coffee**\n",
        "- 0900-1000 On Tides\n- 1000-1030 Coffee\n",
        "- 9h-10h : On Tides\n- 10h-10h30 : Coffee\n",
        "9:00 – 10:00「On Tides」<br>10:00 – 10:30 Coffee\n",
    ],
)
def test_hours_before_what_happens(tmp_path: Path, page: str):
    found = program(tmp_path, f"# Schedule\n\n{page}", configuration=ONE_DAY)
    assert [line.replace("「", "").replace("」", "") for line in found] == [
        "Fri 09:00-10:00 | On Tides",
        "Fri 10:00-10:30 | Coffee",
    ]


def test_names_before_an_emphasised_title(tmp_path: Path):
    page = """\
        # Schedule

        - 9:00-9:30 Ada Brook   __On Tides__
        - 9:30-10:00 Ben Ford: [*On Ice*](ice.pdf) (with a film)
        - 10:00-10:30 Invited Talk **On Snow**
        - 10:30-11:00 break
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-09:30 | On Tides | Ada Brook",
        "Fri 09:30-10:00 | On Ice | Ben Ford",
        "Fri 10:00-10:30 | Invited Talk On Snow",
        "Fri 10:30-11:00 | break",
    ]


def test_text_under_hours_in_a_paragraph_is_no_reason_to_read_none(tmp_path: Path):
    page = "# Schedule\n\n9:00 – 10:00 On Tides<br>\nwith maps<br>\n10:00 – 10:30 Coffee\n"
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-10:00 | On Tides",
        "Fri 10:00-10:30 | Coffee",
        "4:1 unread-text",
    ]


def test_a_label_above_hours_ends_where_they_begin(tmp_path: Path):
    page = """\
        # Schedule

        ##### **Thursday 5 March**
        Room: Hall 2
        **09.00-09.30** On Tides
        **09.30-10.00** On Ice
        """
    assert program(tmp_path, page) == ["Thu 09:00-09:30 | On Tides | Hall 2", "Thu 09:30-10:00 | On Ice | Hall 2"]


def test_days_before_the_talks_of_a_seminar(tmp_path: Path):
    page = """\
        ---
        title: Tides Seminar
        ---
        ## Important Dates

        - 2026-01-05: Registration opens
        - 2026-02-05: Deadline

        ## Talks

        - 2026-03-05: **On Tides** - Ada Brook (Coast University)
        - 2026-03-06, 16:00: **On Ice** - Ben Ford (Fen University)
        """
    assert program(tmp_path, page) == [
        "Thu - | On Tides | Ada Brook (Coast University)",
        "Fri 16:00- | On Ice | Ben Ford (Fen University)",
        "6:3 unread-text",
        "7:3 unread-text",
    ]


def test_days_before_news_are_no_talks(tmp_path: Path):
    page = "---\ntitle: Welcome\n---\n## News\n\n- 2026-03-05: We moved.\n- 2026-03-06: The program is out.\n"
    assert [line for line in program(tmp_path, page, "index.md") if line.startswith(("Thu", "Fri"))] == []


def test_talks_in_a_list_beneath_a_line_with_hours(tmp_path: Path):
    page = """\
        # Schedule

        - **9:00-10:30** Session 1: Tides
          - Ada Brook, *On Tides*
          - Ben Ford, *On Ice*
        - **10:30-11:00** Coffee
          - in the hall
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-10:30 | Session 1: Tides",
        "  On Tides | Ada Brook",
        "  On Ice | Ben Ford",
        "Fri 10:30-11:00 | Coffee",
        "7:5 unread-text",
    ]
