"""A day's timetable: rooms across, time downwards, as the rows and cells of real tables.

A row is a stretch between two moments at which something starts or ends, so that a cell spans whole rows. What has its time to
itself (a keynote, a break) spans all rooms. What lasts beside everything else (a registration desk) has the last column. More rooms
than fit a page are cut into tables of as equal a number as can be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from math import ceil

from pipeline.emit.booklet.book import Day, Entry
from pipeline.model import Kind

#: As many rooms as leave a column of an A5 page wide enough for words.
ROOMS = 5

_ALONGSIDE = {Kind.BREAK, Kind.SOCIAL, Kind.POSTER, Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: no entry where the room is free, several where they claim one room at one time.

    ``timed`` cells say their own times, which the rows beside them don't; ``whole`` ones span the rooms.
    """

    entries: tuple[Entry, ...]
    rows: int = 1
    columns: int = 1
    timed: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of time and the cells that begin in it."""

    start: datetime
    end: datetime
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table. ``columns`` are the rooms; ``None`` is what has none, and what lasts beside everything."""

    columns: tuple[str | None, ...]
    rows: tuple[Row, ...]
    part: int = 1
    parts: int = 1

    @property
    def heads(self) -> bool:
        """Whether any column has a room to name."""
        return any(self.columns)


def grids(day: Day) -> tuple[Grid, ...]:
    """The tables of a day; none where nothing has a time."""
    timed = [entry for entry in day.entries if _ends(entry)]
    if not timed:
        return ()
    aside = [entry for entry in timed if _alongside(entry, timed)]
    usual = [entry for entry in timed if entry not in aside]
    whole = [entry for entry in usual if not any(_overlap(entry, other) for other in usual if other is not entry)]
    parallel = [entry for entry in usual if entry not in whole]
    rooms = list(dict.fromkeys(entry.room for entry in parallel))
    size = ceil(len(rooms) / ceil(len(rooms) / ROOMS)) if rooms else 1
    groups = [rooms[at : at + size] for at in range(0, len(rooms), size)] or [[]]
    return tuple(_grid(group, timed, whole, aside, (part, len(groups))) for part, group in enumerate(groups, start=1))


def loose(day: Day) -> tuple[Entry, ...]:
    """What a day has that no table can show, for want of a start or an end."""
    return tuple(entry for entry in day.entries if not _ends(entry))


def _grid(rooms: list[str | None], timed: list[Entry], whole: list[Entry], aside: list[Entry], part: tuple[int, int]) -> Grid:
    """The table of some rooms, with all that spans them."""
    shown = [entry for entry in timed if entry in whole or entry in aside or entry.room in rooms]
    moments = sorted({moment for entry in shown for moment in _times(entry)})
    stretches = [(a, b) for a, b in pairwise(moments) if any(_times(e)[0] < b and a < _times(e)[1] for e in shown)]
    columns = [*([entry for entry in shown if entry not in whole and entry not in aside and entry.room == room] for room in rooms)]
    spanning = {_times(entry)[0]: entry for entry in whole}
    rows = tuple(_rows(stretches, columns or [[]], spanning, aside))
    return Grid((*(rooms or (None,)), *((None,) if aside else ())), rows, *part)


def _rows(
    stretches: list[tuple[datetime, datetime]], columns: list[list[Entry]], spanning: dict[datetime, Entry], aside: list[Entry]
) -> Iterator[Row]:
    blocks = [_blocks(column) for column in (*columns, *([aside] if aside else ()))]
    for start, end in stretches:
        cells: list[Cell] = []
        for number, column in enumerate(blocks):
            if number < len(columns) and any(one <= start < _times(entry)[1] for one, entry in spanning.items()):
                if start in spanning and number == 0:
                    cells.append(replace(_cell((spanning[start],), stretches, start), columns=len(columns), whole=True))
                continue
            block = next((block for block in column if _first(block) <= start < _last(block)), None)
            if block is None:
                cells.append(Cell(()))
            elif _first(block) == start:
                cells.append(_cell(block, stretches, start))
        yield Row(start, end, tuple(cells))


def _cell(entries: tuple[Entry, ...], stretches: list[tuple[datetime, datetime]], start: datetime) -> Cell:
    end = _last(entries)
    rows = sum(start <= first < end for first, _ in stretches)
    return Cell(entries, rows, timed=rows > 1 or len(entries) > 1)


def _blocks(column: list[Entry]) -> list[tuple[Entry, ...]]:
    """The entries of a column, those together whose times overlap: one room is claimed twice."""
    blocks: list[tuple[Entry, ...]] = []
    for entry in sorted(column, key=_times):
        if blocks and _times(entry)[0] < _last(blocks[-1]):
            blocks[-1] = (*blocks[-1], entry)
        else:
            blocks.append((entry,))
    return blocks


def _alongside(entry: Entry, timed: list[Entry]) -> bool:
    """Whether it lasts beside at least two things that follow one another, and is none of the main ones."""
    start, end = _times(entry)
    within = sorted(
        _times(other) for other in timed if other is not entry and start <= _times(other)[0] and _times(other)[1] <= end
    )
    return entry.session.kind in _ALONGSIDE and any(first[1] <= second[0] for first in within for second in within)


def _ends(entry: Entry) -> bool:
    return bool(entry.session.start and entry.session.end and entry.session.start < entry.session.end)


def _times(entry: Entry) -> tuple[datetime, datetime]:
    start, end = entry.session.start, entry.session.end
    if start is None or end is None:
        raise ValueError("only what has its times stands in a timetable")
    return start, end


def _overlap(one: Entry, other: Entry) -> bool:
    (start, end), (first, last) = _times(one), _times(other)
    return start < last and first < end


def _first(block: Sequence[Entry]) -> datetime:
    return min(_times(entry)[0] for entry in block)


def _last(block: Sequence[Entry]) -> datetime:
    return max(_times(entry)[1] for entry in block)
