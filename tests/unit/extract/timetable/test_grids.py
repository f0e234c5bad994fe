"""Grids of hours by days, rooms or strands: each cell is a session."""

from pathlib import Path

from tests.unit.extract.timetable.program import program


def test_days_by_hours_with_ranges(tmp_path: Path):
    assert program(
        tmp_path,
        """\
        |             | Thursday 5 March | Friday 6 March |
        |-------------|------------------|----------------|
        | 9:00–10:00  | Opening          | On Ice<br>Ben Ford (Fen University) |
        | 10:00–10:30 | Coffee           | Coffee         |
        | 10:30–12:00 |                  | Closing        |
        """,
    ) == [
        "Thu 09:00-10:00 | Opening",
        "Thu 10:00-10:30 | Coffee",
        "Fri 09:00-10:00 | On Ice | Ben Ford (Fen University)",
        "Fri 10:00-10:30 | Coffee",
        "Fri 10:30-12:00 | Closing",
    ]


LINES = """\
<table>
<tr><th></th><th>Jeudi 5 mars</th><th>Vendredi 6 mars</th><th></th></tr>
<tr><td>11:00</td><td>Accueil</td><td rowspan="3"></td><td>11:00</td></tr>
<tr><td>11:10</td><td rowspan="2"><a href="#a">Exposé invité<br>Anne Rive (INRIA, Lyon)</a></td><td>11:10</td></tr>
<tr></tr>
<tr><td>12:10</td><td></td><td></td><td>12:10</td></tr>
<tr><td>13:30</td><td rowspan="2">Session A</td><td>Café</td><td>13:30</td></tr>
<tr><td>14:00</td><td>Session B</td><td>14:00</td></tr>
<tr><td>15:00</td><td></td><td></td><td>15:00</td></tr>
</table>
"""


def test_hours_that_are_lines_say_where_a_cell_ends(tmp_path: Path):
    assert program(tmp_path, LINES) == [
        "Thu 11:00-11:10 | Accueil",
        "Thu 11:10-12:10 | Exposé invité | Anne Rive (INRIA, Lyon)",
        "Thu 13:30-15:00 | Session A",
        "Fri 13:30-14:00 | Café",
        "Fri 14:00-15:00 | Session B",
    ]


def test_a_cell_over_several_days_is_on_each_of_them_and_one_over_several_rooms_in_none(tmp_path: Path):
    days = '<table><tr><td></td><td>Thu 5 March</td><td>Fri 6 March</td></tr><tr><td>9:00-10:00</td><td colspan="2">Yoga</td></tr>'
    days += "<tr><td>10:00-11:00</td><td>One</td><td>Two</td></tr></table>"
    assert program(tmp_path, days) == [
        "Thu 09:00-10:00 | Yoga",
        "Thu 10:00-11:00 | One",
        "Fri 09:00-10:00 | Yoga",
        "Fri 10:00-11:00 | Two",
    ]
    rooms = '<h2>Fri 6 March</h2><table><tr><td></td><td>Room 1</td><td>Room 2</td></tr><tr><td>9:00-10:00</td><td colspan="2">Keynote</td></tr>'
    rooms += "<tr><td>10:00-11:00</td><td>One</td><td>Two</td></tr></table>"
    assert program(tmp_path, rooms) == [
        "Fri 09:00-10:00 | Keynote",
        "Fri 10:00-11:00 | One | Room 1",
        "Fri 10:00-11:00 | Two | Room 2",
    ]


def test_strands_are_tracks_and_rooms_may_be_numbers_alone(tmp_path: Path):
    page = "## 6 March 2026\n\n| | {} | {} |\n|--|--|--|\n| 9:00-10:00 | One | Two |\n| 10:00-11:00 | Three | Four |\n"
    assert program(tmp_path, page.format("Track 1", "Track 2"))[:2] == [
        "Fri 09:00-10:00 | One | Track 1",
        "Fri 09:00-10:00 | Two | Track 2",
    ]
    assert program(tmp_path, page.format("B201", "B202"))[:2] == ["Fri 09:00-10:00 | One | B201", "Fri 09:00-10:00 | Two | B202"]


def test_a_grid_lying_on_its_side(tmp_path: Path):
    page = """\
        |                  | 9:00-10:00 | 10:00-11:00 |
        |------------------|------------|-------------|
        | Thursday 5 March | One        | Two         |
        | Friday 6 March   | Three      |             |
        """
    assert program(tmp_path, page) == ["Thu 09:00-10:00 | One", "Thu 10:00-11:00 | Two", "Fri 09:00-10:00 | Three"]


def test_a_cell_with_hours_of_its_own_keeps_them(tmp_path: Path):
    page = "| | Thu 5 March | Fri 6 March |\n|--|--|--|\n| 9:00-10:00 | One<br>9:15-9:45 | Two |\n| 10:00-11:00 | Three | Four |\n"
    assert program(tmp_path, page)[:1] == ["Thu 09:15-09:45 | One"]


def test_a_table_whose_heads_are_no_days_and_no_rooms_is_no_grid(tmp_path: Path):
    page = "---\ntitle: Tides\n---\n| | Wind | Water |\n|--|--|--|\n| 9:00-10:00 | 4 | 12 |\n| 10:00-11:00 | 5 | 13 |\n"
    assert [line for line in program(tmp_path, page) if line.startswith(("Thu", "Fri", "Sat"))] == []
