"""Dialect: a grid of hours by days, rooms or strands. Each cell is a session::

    |             | Monday 12 May   | Tuesday 13 May |
    | 9:00–10:30  | Opening         | Session B      |

The hours stand in the first or the last column, in both, or (the grid lying on its side) in the first row. Where they are starts alone,
they are lines: a cell lasts to the line at which it ends, as the grid shows it. A cell over several days is a session on each; one over
several rooms is said to be in none of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.geometry import Cell, Grid, grid_of
from pipeline.extract.items import Item, SessionBlock
from pipeline.extract.label_words import fact_of
from pipeline.extract.timetable.entry import entry
from pipeline.extract.timetable.words import ends_of, hours_in, is_day, is_hours, is_room, is_room_code, is_strand
from pipeline.extract.tree import Element
from pipeline.model import Fact, Origin, Statement
from pipeline.normalize.times import read_time
from pipeline.source import Located, within

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Axes:
    """What a grid's rows and columns stand for: the hours of rows by number; of columns, the fact that heads state, and the heads."""

    hours: Mapping[int, Located[str]]
    fact: Fact
    heads: Mapping[int, Cell]
    first: int


def read(element: Element) -> Iterator[Item] | None:
    """The sessions of a grid; ``None`` for a table that is none."""
    if element.tag != "table":
        return None
    grid = grid_of(element)
    for turned in (grid, grid.transposed()):
        axes = _axes(turned)
        if axes:
            return _sessions(turned, axes)
    return None


def _axes(grid: Grid) -> _Axes | None:
    columns = [number for number in range(grid.width) if _is_axis(grid.column(number))]
    if not columns or len(columns) > _FEWEST or columns[0] != 0:
        return None
    hours = _hours(grid, columns[0])
    first = min(hours)
    for row in grid.rows[:first]:
        heads = {x: cell for x, cell in enumerate(row) if cell and x not in columns and cell.words and cell.columns == 1}
        if fact := _fact(list(heads.values())):
            return _Axes(hours, fact, heads, first)
    return None


def _is_axis(column: Sequence[Cell | None]) -> bool:
    """Whether a column is of hours: at least two, and nothing else below the first of them."""
    texts = [cell.words for cell in dict.fromkeys(column) if cell]
    told = [is_hours(text) for text in texts]
    if sum(told) < _FEWEST:
        return False
    below = [text for text, one in zip(texts[told.index(True) :], told[told.index(True) :], strict=True) if text and not one]
    return len(below) * 4 <= sum(told)


def _hours(grid: Grid, axis: int) -> dict[int, Located[str]]:
    """Under each row at which hours begin, these."""
    found: dict[int, Located[str]] = {}
    for y, cell in enumerate(grid.column(axis)):
        if cell is not None and cell.row == y and (place := hours_in(cell.words)):
            words = cell.element.words()
            found[y] = Located(words.value[place[0] : place[1]], within(words, *place))
    return found


def _fact(heads: Sequence[Cell]) -> Fact | None:
    """What the heads of columns are: at least two days, rooms or strands, and nothing that heads the parts of one talk."""
    texts = [cell.words for cell in heads]
    if len(texts) < _FEWEST or any(fact_of(text) for text in texts):
        return None
    if all(is_day(text) for text in texts):
        return Fact.DATE
    if all(is_room(text) or is_room_code(text) for text in texts):
        return Fact.VENUE
    return Fact.TRACK if sum(is_room(text) or is_strand(text) for text in texts) * 2 > len(texts) else None


def _sessions(grid: Grid, axes: _Axes) -> Iterator[Item]:
    lines = all(_is_start(text) for text in axes.hours.values())
    seen: set[tuple[int, int]] = set()
    corner = grid.rows[0][0]
    if corner is not None and is_day(corner.words):
        yield Statement(Fact.HEADING, corner.element.words(), Origin.HEADING)
    for y in range(axes.first, len(grid.rows)):
        for x, head in axes.heads.items():
            cell = grid.rows[y][x]
            if cell is None or (cell.row, x if axes.fact is Fact.DATE else cell.column) in seen or not cell.words:
                continue
            seen.add((cell.row, x if axes.fact is Fact.DATE else cell.column))
            items = entry(cell.element)
            if items:
                own = any(isinstance(item, Statement) and item.fact is Fact.WHEN for item in items)
                when = () if own else tuple(_when(cell, axes.hours, lines=lines))
                yield SessionBlock((*items, *when, *_head(cell, head, axes)), cell.element.words().span)


def _is_start(text: Located[str]) -> bool:
    clock = read_time(text.value).clock
    return clock is not None and clock.end is None


def _when(cell: Cell, hours: Mapping[int, Located[str]], *, lines: bool) -> Iterator[Statement]:
    """From the hours of the cell's first row to those of its last one or, where hours are lines, of the line below it."""
    start = next((hours[y] for y in range(cell.row, -1, -1) if y in hours), None)
    if start is None:
        return
    if lines:
        yield Statement(Fact.START, start, Origin.BODY)
        end = next((hours[y] for y in range(cell.row + cell.rows, max(hours) + 1) if y in hours), None)
        if end is not None:
            yield Statement(Fact.END, end, Origin.BODY)
        return
    last = next(hours[y] for y in range(cell.row + cell.rows - 1, -1, -1) if y in hours)
    if last is start:
        yield Statement(Fact.WHEN, start, Origin.BODY)
    else:
        yield Statement(Fact.START, ends_of(start)[0], Origin.BODY)
        yield Statement(Fact.END, ends_of(last)[1], Origin.BODY)


def _head(cell: Cell, head: Cell, axes: _Axes) -> Iterator[Statement]:
    """What the head of its column says of a cell; of one over several rooms nothing."""
    if axes.fact is Fact.DATE:
        yield Statement(Fact.DATE, head.element.words(), Origin.HEADING)
    elif sum(cell.column <= x < cell.column + cell.columns for x in axes.heads) == 1:
        yield Statement(axes.fact, head.element.words(), Origin.HEADING)
