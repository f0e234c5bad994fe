"""A day's timetable: rooms across, time downwards, as the rows and cells of real tables.

A row is a stretch between two moments at which something starts or ends, so that a cell spans whole rows. What has its time to
itself (a keynote, a break) spans all rooms. What lasts beside everything else (a registration desk) has the last column. More rooms
than fit a page are cut into tables of as equal a number as can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from pipeline.emit.booklet.book import Day, Entry
from pipeline.model import Kind

#: As many rooms as leave a column of an A5 page wide enough for words.
ROOMS = 5

_ALONGSIDE = {Kind.BREAK, Kind.SOCIAL, Kind.POSTER, Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: no entry where the room is free, several where they claim one room at one time.

    ``timed`` cells say their own times, which the rows beside them don't.
    """

    entries: tuple[Entry, ...]
    rows: int = 1
    columns: int = 1
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of time and the cells that begin in it."""

    start: datetime
    end: datetime
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table. ``rooms`` are the heads of its columns; ``None`` is what has no room."""

    rooms: tuple[str | None, ...]
    rows: tuple[Row, ...]
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class _Block:
    """Entries of one column whose times touch, from the first row to before the last."""

    entries: tuple[Entry, ...]
    column: int | None
    first: int
    last: int


def grids(day: Day) -> tuple[Grid, ...]:
    """The tables of a day; none where nothing has a time."""
    timed = [entry for entry in day.entries if entry.session.start and entry.session.end]
    if not timed:
        return ()
    aside = [entry for entry in timed if _alongside(entry, timed)]
    usual = [entry for entry in timed if entry not in aside]
    whole = [entry for entry in usual if not any(_overlap(entry, other) for other in usual if other is not entry)]
    parallel = [entry for entry in usual if entry not in whole]
    rooms = list(dict.fromkeys(entry.room for entry in sorted(parallel, key=lambda e: e.room is None)))
    size = ceil(len(rooms) / ceil(len(rooms) / ROOMS)) if rooms else 1
    groups = [rooms[at : at + size] for at in range(0, len(rooms), size)] or [[]]
    tables = [_grid(group, parallel, whole, aside) for group in groups]
    return tuple(replace(table, part=part, parts=len(tables)) for part, table in enumerate(tables, start=1))
