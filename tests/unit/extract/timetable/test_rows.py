"""Tables and lists with an entry in each row, under headings of days, rooms and sessions."""

from pathlib import Path

import pytest

from tests.unit.extract.timetable.program import program


def test_rows_under_headings_of_days(tmp_path: Path):
    page = """\
        ## Thursday, 5 March 2026

        | Time | Title | Speaker |
        |--|--|--|
        | 9:00-9:45 | On Tides | Ada Brook |
        | 9:45-10:00 | Coffee | |

        ## Friday, 6 March 2026

        | Time | Title | Speaker |
        |--|--|--|
        | 9:00-9:45 | On Ice | Ben Ford |
        """
    assert program(tmp_path, page) == [
        "Thu 09:00-09:45 | On Tides | Ada Brook",
        "Thu 09:45-10:00 | Coffee",
        "Fri 09:00-09:45 | On Ice | Ben Ford",
    ]


def test_columns_without_heads_are_known_by_their_looks(tmp_path: Path):
    page = """\
        <table>
        <tr><td></td><td></td><td>Raum W1</td></tr>
        <tr><td>10:00 - 11:00</td><td></td><td><a href="#">Gezeiten verstehen lernen</a></td><td>Ada Brook</td></tr>
        <tr><td><s>11:00 - 12:00</s></td><td></td><td><s>Das Eis der Antarktis</s></td><td><s>Ben Ford</s></td></tr>
        <tr><td>&nbsp;</td></tr>
        <tr><td></td><td></td><td>Raum W2</td></tr>
        <tr><td>10:00 - 12:00</td><td></td><td>Karten zeichnen</td><td>Anna Schmidt, Klaus Weber</td></tr>
        </table>
        """
    one_day = '[event]\ntitle = "T"\ntimezone = "Europe/Berlin"\ndays = [2026-03-06]\n'
    assert program(tmp_path, page, configuration=one_day) == [
        "Fri 10:00-11:00 | Gezeiten verstehen lernen | Raum W1 | Ada Brook",
        "Fri 10:00-12:00 | Karten zeichnen | Raum W2 | Anna Schmidt, Klaus Weber",
        "Fri 11:00-12:00 | Das Eis der Antarktis (cancelled) | Raum W1 | Ben Ford",
    ]


def test_a_column_of_sessions_holds_their_talks_together(tmp_path: Path):
    page = """\
        <h3>3.5（周四）主会场（世纪馆）</h3>
        <table>
        <tr><td>演讲嘉宾</td><td>主题</td><td>时间</td></tr>
        <tr><td></td><td>致辞</td><td>8:30-8:45</td></tr>
        <tr><td>王小明</td><td>潮汐的记忆</td><td>8:45-9:30</td></tr>
        </table>
        <h3>3.6（周五）分会场</h3>
        <table>
        <tr><td>分会场</td><td>演讲嘉宾</td><td>主题</td><td>时间</td></tr>
        <tr><td rowspan="2">冰专场<br>（国学馆报告厅）</td><td>李小红</td><td>海冰</td><td>9:00-9:30</td></tr>
        <tr><td>张小兰</td><td>陆冰</td><td>9:30-10:00</td></tr>
        </table>
        """
    assert program(tmp_path, page) == [
        "Thu 08:30-08:45 | 致辞 | 世纪馆",
        "Thu 08:45-09:30 | 潮汐的记忆 | 世纪馆 | 王小明",
        "Fri 09:00-10:00 | 冰专场 | 国学馆报告厅",
        "  09:00-09:30 | 海冰 | 李小红",
        "  09:30-10:00 | 陆冰 | 张小兰",
    ]


def test_headings_that_name_sessions_hold_the_rows_under_them_but_for_breaks(tmp_path: Path):
    page = """\
        ## Thursday, 5 March 2026

        ### Session 1: Tides (Room 12)

        Chair: Dan Ely

        - 9:00 – 9:30 Ada Brook (Coast University): On Tides
        - 9:30 – 10:00 Ben Ford: On Ice

        10:00 – 10:30 Coffee break

        ### Session 2: Snow

        - 10:30–11:00 Cleo Dane: On Snow

        ## Friday, 6 March 2026

        - 9:00 Registration
        """
    assert program(tmp_path, page) == [
        "Thu 09:00-10:00 | Session 1: Tides (Room 12) | Room 12 | chair Dan Ely",
        "  09:00-09:30 | On Tides | Ada Brook (Coast University)",
        "  09:30-10:00 | On Ice | Ben Ford",
        "Thu 10:00-10:30 | Coffee break",
        "Thu 10:30-11:00 | Session 2: Snow | Cleo Dane",
        "Fri 09:00- | Registration",
    ]


def test_two_columns_of_hours_are_from_and_to_and_a_column_of_rooms_is_known(tmp_path: Path):
    page = """\
        ---
        title: Programm
        ---
        **Freitag, 6. März 2026**

        | Beginn | Ende | Thema | Ort |
        |--|--|--|--|
        | 9:00 | 9:30 | Begrüßung | Hörsaal 1 |
        | 9:30 | 10:15 | Die Gezeiten der Nordsee | Hörsaal 1 |
        | 10:15 | 10:45 | Kaffeepause | Foyer |
        """
    assert program(tmp_path, page) == [
        "Fri 09:00-09:30 | Begrüßung | Hörsaal 1",
        "Fri 09:30-10:15 | Die Gezeiten der Nordsee | Hörsaal 1",
        "Fri 10:15-10:45 | Kaffeepause | Foyer",
    ]


def test_a_list_of_seminars_by_date(tmp_path: Path):
    page = """\
        | Date | Time | Speaker | Title |
        |--|--|--|--|
        | 2026-03-05 | 16:00 | Ada Brook | On Tides |
        | 2026-03-06 | 16:00-17:00 | Ben Ford | On Ice |
        | 2026-03-07 | 16:00 | TBA | TBA |
        """
    assert program(tmp_path, page) == [
        "Thu 16:00- | On Tides | Ada Brook",
        "Fri 16:00-17:00 | On Ice | Ben Ford",
        "5:30 untitled-entry",
    ]


def test_an_entry_within_the_hours_of_another_is_its_talk(tmp_path: Path):
    page = """\
        ---
        title: Programme
        date: 2026-03-06
        ---
        ### 9:00–10:30 Tides and Ice

        ### 9:00–9:45 On Tides

        Speaker: Ada Brook

        ### 9:45–10:30 On Ice

        ### 10:30–11:00 Coffee
        """
    assert program(tmp_path, page) == [
        "Fri 09:00-10:30 | Tides and Ice",
        "  09:00-09:45 | On Tides | Ada Brook",
        "  09:45-10:30 | On Ice",
        "Fri 10:30-11:00 | Coffee",
    ]


@pytest.mark.parametrize("fields", ["title: Tides\n", "title: Programme\nstart: 9:00\n"])
def test_a_page_that_is_one_session_stays_one(tmp_path: Path, fields: str):
    page = f"---\n{fields}date: 2026-03-06\n---\n" + "- 9:00–9:30 Ada Brook: On Tides\n- 9:30–10:00 Ben Ford: On Ice\n"
    found = program(tmp_path, page, "tides.md")
    assert len([line for line in found if not line.startswith("  ")]) == 1
    assert [line.strip() for line in found if line.startswith("  ")] == [
        "09:00-09:30 | On Tides | Ada Brook",
        "09:30-10:00 | On Ice | Ben Ford",
    ]
