"""Tables of hours as they come: without a line of dashes, in several zones, with lengths, heads amidst, days said once."""

from pathlib import Path

from tests.unit.extract.timetable.program import program

ONE_DAY = '[event]\ntitle = "T"\ntimezone = "Europe/Berlin"\ndays = [2026-03-06]\n'


def test_a_table_without_a_line_of_dashes(tmp_path: Path):
    page = "# Schedule\n\n| **Time** | **Event** |\n| 9:00 - 9:45 | On *Tides* |\n| 9:45 - 10:00 | [Coffee](#) |\n"
    assert program(tmp_path, page, configuration=ONE_DAY) == ["Fri 09:00-09:45 | On Tides", "Fri 09:45-10:00 | Coffee"]


def test_hours_in_several_zones_are_those_of_the_conference(tmp_path: Path):
    page = """\
        # Schedule

        | Time (UTC) | Time (CET) | Title |
        |--|--|--|
        | 9:00 | 10:00 | On Tides |
        | 10:00 | 11:00 | On Ice |
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == ["Fri 10:00- | On Tides", "Fri 11:00- | On Ice"]


def test_hours_in_another_zone_are_told_once(tmp_path: Path):
    page = "# Schedule\n\n| Time (UTC) | Title |\n|--|--|\n| 9:00-10:00 | On Tides |\n| 10:00-11:00 | On Ice |\n"
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-10:00 | On Tides",
        "Fri 10:00-11:00 | On Ice",
        "5:3 offset-contradicts-zone",
    ]


def test_what_says_the_zone_of_all_hours_is_no_entry(tmp_path: Path):
    page = "# Schedule\n\n**Friday, 6 March 2026, 9:00–12:00**\n\nAll times are in CET.\n\n- 9:00-10:00 On Tides\n- 10:00-11:00 On Ice\n"
    found = [line for line in program(tmp_path, page, configuration=ONE_DAY) if line.startswith("Fri")]
    assert found == ["Fri 09:00-10:00 | On Tides", "Fri 10:00-11:00 | On Ice"]


def test_a_column_of_lengths_ends_what_has_a_start(tmp_path: Path):
    page = """\
        # Schedule

        | Time | Duration | Topic | Presenter |
        |--|--|--|--|
        | 9:00 AM | 5 minutes | Welcome | All |
        | 9:05 AM | 25 minutes | On Tides | Ada Brook + Ben Ford |
        | 9:30 AM | 15 minutes | Coffee | - |
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-09:05 | Welcome",
        "Fri 09:05-09:30 | On Tides | Ada Brook, Ben Ford",
        "Fri 09:30-09:45 | Coffee",
    ]


def test_a_row_of_heads_amidst_a_table(tmp_path: Path):
    page = """\
        # 日程

        <table>
        <tr><td colspan="3">开幕式</td></tr>
        <tr><td>8:30-8:45</td><td colspan="2">大会主席介绍会议</td></tr>
        <tr><td>8:45-9:00</td><td colspan="2">系主任讲话</td></tr>
        <tr><td>时间</td><td>演讲内容</td><td>嘉宾</td></tr>
        <tr><td>9:00-9:45</td><td>潮汐的记忆</td><td>王小明</td></tr>
        </table>
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 08:30-08:45 | 大会主席介绍会议",
        "Fri 08:45-09:00 | 系主任讲话",
        "Fri 09:00-09:45 | 潮汐的记忆 | 王小明",
        "4:21 unread-text",
    ]


def test_a_day_that_is_said_once_holds_for_the_rows_below(tmp_path: Path):
    page = """\
        | Date | Time | Session |
        |--|--|--|
        | 5.3. | 09:00-12:00 | On Tides |
        |      | 14:00-18:00 | On Ice |
        | 6.3. | 09:00-12:00 | On Snow |
        """
    assert program(tmp_path, page, "schedule.md") == [
        "Thu 09:00-12:00 | On Tides",
        "Thu 14:00-18:00 | On Ice",
        "Fri 09:00-12:00 | On Snow",
    ]


def test_parts_of_the_day_and_remarks_are_no_names(tmp_path: Path):
    page = """\
        ---
        title: 议程
        ---
        <table>
        <tr><th colspan="2">时间</th><th>会议内容</th><th>备注</th></tr>
        <tr><td rowspan="2">上午</td><td>9:00-9:10</td><td>致词</td><td>请准时</td></tr>
        <tr><td>9:10-10:00</td><td>海冰</td><td>主持人：王小明</td></tr>
        <tr><td>下午</td><td>14:00-15:00</td><td>陆冰</td><td></td></tr>
        </table>
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-09:10 | 致词",
        "Fri 09:10-10:00 | 海冰 | host 王小明",
        "Fri 14:00-15:00 | 陆冰",
        "6:61 unread-text",
    ]


def test_a_row_of_text_is_the_abstract_of_the_talk_above(tmp_path: Path):
    page = """\
        # Schedule

        <table>
        <tr><th>Time</th><th>Type</th><th>Title & Speakers</th></tr>
        <tr><td>9:00</td><td>Tutorial</td><td><b>On Tides</b><br>Ada Brook <i>(Coast)</i></td></tr>
        <tr><td></td><td></td><td>We look at how the water comes in twice a day and why it does.</td></tr>
        <tr><td>10:00</td><td></td><td><b>Coffee</b></td></tr>
        </table>
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == ["Fri 09:00- | On Tides | Ada Brook (Coast)", "Fri 10:00- | Coffee"]


def test_hours_and_title_the_wrong_way_round_and_what_happens_in_the_description_alone(tmp_path: Path):
    page = """\
        # Schedule

        | Time | Event | Description |
        |--|--|--|
        | 9:00-9:10 | Opening | |
        | 9:10-9:30 | | Poster spotlights |
        | Closing words | 9:30-9:40 | |
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-09:10 | Opening",
        "Fri 09:10-09:30 | Poster spotlights",
        "Fri 09:30-09:40 | Closing words",
    ]


def test_sorts_of_sessions_side_by_side(tmp_path: Path):
    page = """\
        # Schedule

        <table>
        <tr><th>Start</th><th>End</th><th>Talks</th><th>Workshops</th></tr>
        <tr><td>9:00</td><td>9:15</td><td colspan="2">Opening</td></tr>
        <tr><td>9:15</td><td>10:00</td><td>On Tides</td><td>Reading Gauges</td></tr>
        </table>
        """
    assert program(tmp_path, page, configuration=ONE_DAY) == [
        "Fri 09:00-09:15 | Opening",
        "Fri 09:15-10:00 | On Tides | Talks",
        "Fri 09:15-10:00 | Reading Gauges | Workshops",
    ]


def test_names_under_the_titles_of_a_grid(tmp_path: Path):
    page = """\
        | | Room 1 | Room 2 |
        |--|--|--|
        | 9:00-10:00 | On Tides<br>Ada Brook | On Ice<br>Ben Ford |
        | 10:00-11:00 | Lunch | On Snow |
        """
    assert program(tmp_path, page, "schedule.md", ONE_DAY) == [
        "Fri 09:00-10:00 | On Tides | Room 1 | Ada Brook",
        "Fri 09:00-10:00 | On Ice | Room 2 | Ben Ford",
        "Fri 10:00-11:00 | Lunch | Room 1",
        "Fri 10:00-11:00 | On Snow | Room 2",
    ]
