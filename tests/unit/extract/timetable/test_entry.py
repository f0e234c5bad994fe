"""What stands in one cell or under one heading: its lines, in blocks or broken by hand, and the parts that classes name."""

from pathlib import Path

from tests.unit.extract.timetable.program import program

GRID = "<table><tr><td></td><td>Thu 5 March</td><td>Fri 6 March</td></tr><tr><td>9:00-10:00</td><td>{}</td><td>Two</td></tr>"
GRID += "<tr><td>10:00-11:00</td><td>Three</td><td>Four</td></tr></table>"


def cell(site: Path, markup: str) -> list[str]:
    """What a cell of a grid comes to, and the problems."""
    found = program(site, GRID.format(markup))
    return [
        *(line for line in found if line.startswith("Thu") and "Three" not in line),
        *(line for line in found if ":" in line[:3]),
    ]


def test_blocks_in_a_cell_are_lines(tmp_path: Path):
    markup = "<div><div>On Tides</div><div>Ada Brook (Coast University)</div><div>9:15–9:45</div></div>"
    assert cell(tmp_path, markup) == ["Thu 09:15-09:45 | On Tides | Ada Brook (Coast University)"]


def test_classes_name_the_parts_of_a_cell(tmp_path: Path):
    markup = '<p>Plenary</p> <b class="title">On Tides</b> <i class="speaker">Ada Brook</i> <small class="room">Hall 1</small>'
    assert cell(tmp_path, markup) == ["Thu 09:00-10:00 | On Tides | Hall 1 | Ada Brook"]


def test_a_badge_says_of_what_sort_a_session_is_and_is_no_title(tmp_path: Path):
    markup = '<div class="title"><span class="badge plenary">Plenary</span><br>On Tides</div><div class="meta">9:15–9:45</div>'
    assert cell(tmp_path, markup) == ["Thu 09:15-09:45 | On Tides"]
    assert cell(tmp_path, '<span class="badge">Satellite</span><br>On Tides') == ["Thu 09:00-10:00 | On Tides"]


def test_the_sort_of_session_above_its_title(tmp_path: Path):
    assert cell(tmp_path, "Keynote<br>On Tides<br>Prof. Ada Brook") == ["Thu 09:00-10:00 | On Tides | Prof. Ada Brook"]
    assert cell(tmp_path, "Keynote<br>Prof. Ada Brook") == ["Thu 09:00-10:00 | Keynote | Prof. Ada Brook"]


def test_a_link_to_slides_is_no_part_of_a_title_and_sessions_may_share_a_cell(tmp_path: Path):
    assert cell(tmp_path, 'On Tides [<a href="tides.pdf">slides</a>]<br>Ada Brook (Coast University)') == [
        "Thu 09:00-10:00 | On Tides | Ada Brook (Coast University)"
    ]
    assert cell(tmp_path, "Session A: Tides<br>Session B: Ice") == [
        "Thu 09:00-10:00 | Session A: Tides",
        "Thu 09:00-10:00 | Session B: Ice",
    ]
