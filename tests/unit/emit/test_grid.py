"""Timetables: rooms across, time downwards, nothing lost and nothing twice in one table."""

from collections import Counter
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from pipeline.emit.booklet.book import Entry
from pipeline.emit.booklet.compose import compose
from pipeline.emit.booklet.formats import FORMATS
from pipeline.emit.grid import Grid, grids, loose
from pipeline.model import Kind, Paper, Session
from tests.builders import edition, session

_ROOMS = FORMATS[Paper.A5].rooms


def tables(*sessions: Session) -> tuple[Grid[Entry], ...]:
    (day,) = compose(edition(*sessions)).days
    return grids(day.entries, _ROOMS)


def drawn(grid: Grid[Entry]) -> list[list[str]]:
    """Each row's cells: the titles in it, ``.`` for a free room, ``title×columns`` and ``title↓rows`` where it spans."""
    rows = []
    for row in grid.rows:
        cells = []
        for cell in row.cells:
            text = "+".join(entry.session.title for entry in cell.entries) or "."
            cells.append(text + (f"×{cell.columns}" if cell.columns > 1 else "") + (f"↓{cell.rows}" if cell.rows > 1 else ""))
        rows.append(cells)
    return rows


def on(title: str, times: str, room: str | None = None, kind: Kind = Kind.SESSION) -> Session:
    return session(title, f"2026-10-15 {times}", id=title, venue=room, kind=kind)


def test_parallel_sessions_stand_side_by_side_and_a_keynote_spans_them():
    (grid,) = tables(on("K", "09:00/10:00", "a"), on("A", "10:00/11:00", "a"), on("B", "10:00/11:00", "b"))
    assert grid.columns == ("a", "b")
    assert drawn(grid) == [["K×2"], ["A", "B"]]


def test_a_longer_session_spans_the_rows_of_shorter_ones_beside_it():
    (grid,) = tables(on("A", "09:00/11:00", "a"), on("B", "09:00/10:00", "b"), on("C", "10:00/11:00", "b"))
    assert drawn(grid) == [["A↓2", "B"], ["C"]]


def test_a_free_room_is_a_cell_of_its_own():
    (grid,) = tables(on("A", "09:00/10:00", "a"), on("B", "09:00/10:00", "b"), on("C", "09:30/11:00", "c"))
    assert drawn(grid) == [["A↓2", "B↓2", "."], ["C↓2"], [".", "."]]


def test_time_in_which_nothing_is_has_no_row():
    (grid,) = tables(on("A", "09:00/10:00", "a"), on("B", "14:00/15:00", "b"))
    assert [(row.start.hour, row.end.hour) for row in grid.rows] == [(9, 10), (14, 15)]


def test_two_sessions_that_claim_one_room_share_a_cell():
    (grid,) = tables(on("A", "09:00/10:00", "a"), on("B", "09:30/10:30", "a"), on("C", "09:00/10:30", "b"))
    assert drawn(grid) == [["A+B↓3", "C↓3"], [], []]


def test_a_registration_desk_stands_beside_everything():
    (grid,) = tables(
        on("Desk", "08:00/12:00", "foyer", Kind.OTHER),
        on("K", "09:00/10:00", "a", Kind.KEYNOTE),
        on("A", "10:00/11:00", "a"),
        on("B", "10:00/11:00", "b"),
    )
    assert grid.columns == ("a", "b", None)
    assert drawn(grid) == [[".", ".", "Desk↓4"], ["K×2"], ["A", "B"], [".", "."]]


def test_a_day_without_anything_in_parallel_has_one_column():
    (grid,) = tables(on("A", "09:00/10:00", "a"), on("B", "10:00/11:00", "b"))
    assert (grid.columns, grid.heads) == ((None,), False)
    assert drawn(grid) == [["A"], ["B"]]


def test_many_rooms_are_cut_into_tables_of_like_size():
    halls = [on(f"s{n}", "10:00/11:00", f"room-{n}") for n in range(12)]
    parts = tables(on("K", "09:00/10:00", "room-0"), *halls)
    assert [(len(grid.columns), grid.part, grid.parts) for grid in parts] == [(4, 1, 3), (4, 2, 3), (4, 3, 3)]
    assert [drawn(grid)[0] for grid in parts] == [["K×4"]] * 3


def test_what_has_no_time_or_no_end_is_in_no_table():
    (day,) = compose(edition(session("Someday", "2026-10-15"), on("A", "09:00/10:00", "a"))).days
    assert [entry.session.title for entry in loose(day.entries)] == ["Someday"]
    assert [drawn(grid) for grid in grids(day.entries, _ROOMS)] == [[["A"]]]


times = st.tuples(st.integers(8, 18), st.integers(1, 4)).map(lambda pair: f"{pair[0]:02}:00/{pair[0] + pair[1]:02}:00")


@given(st.lists(st.tuples(times, st.sampled_from([*"abcdefgh", None]), st.sampled_from(Kind)), min_size=1, max_size=14))
def test_every_table_is_filled_without_gap_or_overlap(sessions):
    made = [on(f"s{number}", when, room, kind) for number, (when, room, kind) in enumerate(sessions)]
    shown: Counter[str] = Counter()
    for grid in tables(*made):
        assert len(grid.columns) <= _ROOMS + 1
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(grid.rows):
            for cell in row.cells:
                column = next(n for n in range(len(grid.columns)) if (number, n) not in taken)
                places = set(product(range(number, number + cell.rows), range(column, column + cell.columns)))
                assert not places & taken
                taken |= places
                shown.update(entry.anchor for entry in cell.entries)
        assert taken == set(product(range(len(grid.rows)), range(len(grid.columns))))
    assert set(shown) == {f"session-{one.id}" for one in made}
