"""Lines that are hours alone, and what stands under them."""

from pathlib import Path

from tests.unit.extract.timetable.program import program


def test_hours_above_name_institute_and_title(tmp_path: Path):
    page = """\
        ---
        title: プログラム
        ---
        ## 2026年3月5日

        **13:00 - 13:10**<br>
        – 開会 –
        {: style="background-color:#eee"}

        **[1] 13:10 - 13:40**<br>
        佐々木 顕<br>
        海岸大学大学院理学研究科<br>
        潮汐の数理

        **13:40 - 14:00**<br>
        – 休憩 –
        """
    assert program(tmp_path, page) == [
        "Thu 13:00-13:10 | 開会",
        "Thu 13:10-13:40 | 潮汐の数理 | 佐々木 顕 (海岸大学大学院理学研究科)",
        "Thu 13:40-14:00 | 休憩",
    ]


def test_lines_in_bold_under_hours_are_sessions_side_by_side(tmp_path: Path):
    page = """\
        <a>**Thursday, March 5, 2026**</a><br />

        *9:00 AM - 12:30 PM (CET)*<br />

        **[Workshop]** 8th Workshop on Tides<br />
        **[Tutorial]** Reading Gauges<br />

        <hr/>

        <a>**Friday, March 6, 2026**</a><br />

        *2:00 PM - 5:30 PM (CET)*<br />

        * **Closing**
        """
    assert program(tmp_path, page) == [
        "Thu 09:00-12:30 | 8th Workshop on Tides",
        "Thu 09:00-12:30 | Reading Gauges",
        "Fri 14:00-17:30 | Closing",
    ]


def test_hours_alone_on_the_page_of_a_session_are_its_hours(tmp_path: Path):
    page = "---\ntitle: On Tides\ndate: 2026-03-06\n---\n*9:00 – 10:30*\n\nSpeaker: Ada Brook\n"
    assert program(tmp_path, page) == ["Fri 09:00-10:30 | On Tides | Ada Brook"]
