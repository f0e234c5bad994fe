"""A day's timetable: rooms across, time downwards, as the rows and cells of real tables.

A row is a stretch between two moments at which something starts or ends, so that a cell spans whole rows. What has its time to
itself (a keynote, a break) spans all rooms. What lasts beside everything else (a registration desk) has the last column. More rooms
than fit a page are cut into tables of as equal a number as can be. An output places entries of its own kind in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate, pairwise
from math import ceil
from typing import Generic, Protocol, TypeVar

from pipeline.model import Kind, Session


class Placed(Protocol):
    """What stands in a timetable: a session, and the name of the room whose column is its own (``None`` where it has none)."""

    @property
    def session(self) -> Session:
        """Whose times say which rows it spans."""

    @property
    def room(self) -> str | None:
        """Which column it stands in."""


E = TypeVar("E", bound=Placed)

_ALONGSIDE = {Kind.BREAK, Kind.SOCIAL, Kind.POSTER, Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Cell(Generic[E]):
    """What stands in one cell: no entry where the room is free, several where they claim one room at one time.

    ``timed`` cells say their own times, which the rows beside them don't; ``whole`` ones span the rooms.
    """

    entries: tuple[E, ...]
    rows: int = 1
    columns: int = 1
    timed: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Row(Generic[E]):
    """One stretch of time and the cells that begin in it."""

    start: datetime
    end: datetime
    cells: tuple[Cell[E], ...]


@dataclass(frozen=True, slots=True)
class Grid(Generic[E]):
    """One table. ``columns`` are the rooms; ``None`` is what has none, and, where ``aside``, the last: what lasts beside everything."""

    columns: tuple[str | None, ...]
    rows: tuple[Row[E], ...]
    part: int = 1
    parts: int = 1
    aside: bool = False

    @property
    def heads(self) -> bool:
        """Whether any column has a room to name."""
        return any(self.columns)


def grids(entries: Sequence[E], most: int, order: Sequence[str] = ()) -> tuple[Grid[E], ...]:
    """The tables of one day's entries, each of at most so many rooms; none where nothing has a time.

    Rooms stand in the given order, those that it does not name after them as they come.
    """
    timed = [entry for entry in entries if _ends(entry)]
    if not timed:
        return ()
    aside = [entry for entry in timed if _alongside(entry, timed)]
    whole, parallel = _parted([entry for entry in timed if not _alongside(entry, timed)])
    used = dict.fromkeys(entry.room for entry in parallel)
    rooms = [*(room for room in order if room in used), *(room for room in used if room not in order)]
    size = ceil(len(rooms) / ceil(len(rooms) / most)) if rooms else 1
    groups = [rooms[at : at + size] for at in range(0, len(rooms), size)] or [[]]
    columns = [[[entry for entry in parallel if entry.room == room] for room in group] for group in groups]
    return tuple(
        _grid(group, column, (whole, aside), (part, len(groups)))
        for part, (group, column) in enumerate(zip(groups, columns, strict=True), start=1)
    )


def loose(entries: Sequence[E]) -> tuple[E, ...]:
    """What no table can show, for want of a start or an end."""
    return tuple(entry for entry in entries if not _ends(entry))


def _parted(entries: list[E]) -> tuple[list[E], list[E]]:
    """The entries that have their time to themselves, and the others; each list in the order of the entries."""
    ordered = sorted(entries, key=_times)
    latest = accumulate((_times(entry)[1] for entry in ordered), max)
    before = [None, *latest][: len(ordered)]
    after = [*(_times(entry)[0] for entry in ordered[1:]), None]
    alone = {
        id(entry)
        for entry, ended, begins in zip(ordered, before, after, strict=True)
        if (ended is None or ended <= _times(entry)[0]) and (begins is None or _times(entry)[1] <= begins)
    }
    return [entry for entry in entries if id(entry) in alone], [entry for entry in entries if id(entry) not in alone]


def _grid(rooms: list[str | None], columns: list[list[E]], beside: tuple[list[E], list[E]], part: tuple[int, int]) -> Grid[E]:
    """The table of some rooms with their columns, and with what spans them or lasts beside them."""
    whole, aside = beside
    shown = [*whole, *aside, *(entry for column in columns for entry in column)]
    moments = sorted({moment for entry in shown for moment in _times(entry)})
    stretches = [(a, b) for a, b in pairwise(moments) if any(_times(e)[0] < b and a < _times(e)[1] for e in shown)]
    spanning = {_times(entry)[0]: entry for entry in whole}
    rows = tuple(_rows(stretches, columns or [[]], spanning, aside))
    return Grid((*(rooms or (None,)), *((None,) if aside else ())), rows, *part, aside=bool(aside))


def _rows(
    stretches: list[tuple[datetime, datetime]], columns: list[list[E]], spanning: dict[datetime, E], aside: list[E]
) -> Iterator[Row[E]]:
    blocks = [_blocks(column) for column in (*columns, *([aside] if aside else ()))]
    for start, end in stretches:
        cells: list[Cell[E]] = []
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


def _cell(entries: tuple[E, ...], stretches: list[tuple[datetime, datetime]], start: datetime) -> Cell[E]:
    end = _last(entries)
    rows = sum(start <= first < end for first, _ in stretches)
    return Cell(entries, rows, timed=rows > 1 or len(entries) > 1)


def _blocks(column: list[E]) -> list[tuple[E, ...]]:
    """The entries of a column, those together whose times overlap: one room is claimed twice."""
    blocks: list[tuple[E, ...]] = []
    for entry in sorted(column, key=_times):
        if blocks and _times(entry)[0] < _last(blocks[-1]):
            blocks[-1] = (*blocks[-1], entry)
        else:
            blocks.append((entry,))
    return blocks


def _alongside(entry: Placed, timed: Sequence[Placed]) -> bool:
    """Whether it lasts beside at least two things that follow one another, and is none of the main ones."""
    if entry.session.kind not in _ALONGSIDE:
        return False
    start, end = _times(entry)
    within = [_times(other) for other in timed if other is not entry and start <= _times(other)[0] and _times(other)[1] <= end]
    return bool(within) and min(last for _, last in within) <= max(first for first, _ in within)


def _ends(entry: Placed) -> bool:
    return bool(entry.session.start and entry.session.end and entry.session.start < entry.session.end)


def _times(entry: Placed) -> tuple[datetime, datetime]:
    start, end = entry.session.start, entry.session.end
    if start is None or end is None:
        raise ValueError("only what has its times stands in a timetable")
    return start, end


def _first(block: Sequence[Placed]) -> datetime:
    return min(_times(entry)[0] for entry in block)


def _last(block: Sequence[Placed]) -> datetime:
    return max(_times(entry)[1] for entry in block)
