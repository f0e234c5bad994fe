"""Dialect: a grid of hours by days, rooms or strands. Each cell is a session::

    |             | Monday 12 May   | Tuesday 13 May |
    | 9:00–10:30  | Opening         | Session B      |

The hours stand in the first or the last column, in both, in two side by side (from and to) or, the grid lying on its side, in the first
row; before them may stand the day, or a part of it. Where they are starts alone, they are lines: a cell lasts to the line at which it
ends, as the grid shows it. A cell over several days is a session on each; one over several rooms is said to be in none of them. A row
amidst the grid may name another day, or head the columns anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.items import Item, SessionBlock
from pipeline.extract.label_words import fact_of
from pipeline.extract.markup.geometry import Cell, Grid, grid_of
from pipeline.extract.markup.tree import Element
from pipeline.extract.timetable.entry import entry, parallel, second_lines_name
from pipeline.extract.timetable.headings import is_sort, is_strand
from pipeline.extract.timetable.moments import ends_of, hours_in, is_day, is_hours, is_part_of_day
from pipeline.extract.timetable.words import is_room, is_room_code
from pipeline.grammar.times import read_time
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Heads:
    """What the columns stand for: the fact that their heads state, and these by column."""

    fact: Fact
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class _Axes:
    """The columns of hours; under each row where hours begin, these, and those of the column beside them, if that says to when."""

    columns: tuple[int, ...]
    hours: Mapping[int, Located[str]]
    ends: Mapping[int, Located[str]]

    @property
    def lines(self) -> bool:
        """Whether the hours are starts alone."""
        return not self.ends and all(_is_start(text) for text in self.hours.values())


def read(element: Element) -> Iterator[Item] | None:
    """The sessions of a grid; ``None`` for a table that is none."""
    if element.tag != "table":
        return None
    grid = grid_of(element)
    for turned in (grid, grid.transposed()):
        axes = _axes(turned)
        first = min(axes.hours) if axes else 0
        heads = next((found for row in turned.rows[:first] if axes and (found := _heads(row, axes))), None)
        if axes and heads:
            return _sessions(turned, axes, heads)
    return None


def _axes(grid: Grid) -> _Axes | None:
    columns = tuple(number for number in range(grid.width) if _is_axis(grid.column(number)))
    if not columns or len(columns) > _FEWEST or columns[0] > 1 or (columns[0] and not _is_day_axis(grid.column(0))):
        return None
    first, last = columns[0], columns[-1]
    hours, others = _hours(grid, first), _hours(grid, last)
    ends = others if last == first + 1 and all(map(_is_start, [*hours.values(), *others.values()])) else {}
    return _Axes(columns, hours, ends)


def _is_axis(column: Sequence[Cell | None]) -> bool:
    """Whether a column is of hours: at least two, and little else below the first of them."""
    texts = [cell.words for cell in dict.fromkeys(column) if cell]
    told = [is_hours(text) for text in texts]
    if sum(told) < _FEWEST:
        return False
    below = [text for text, one in zip(texts[told.index(True) :], told[told.index(True) :], strict=True) if text and not one]
    return len(below) * 4 <= sum(told)


def _is_day_axis(column: Sequence[Cell | None]) -> bool:
    """Whether a column has days or parts of the day alone, but for its head."""
    texts = [cell.words for cell in dict.fromkeys(column) if cell and cell.words]
    return bool(texts) and all(is_day(text) or is_part_of_day(text) for text in texts[1:] or texts)


def _hours(grid: Grid, axis: int) -> dict[int, Located[str]]:
    """Under each row at which hours begin, these."""
    found: dict[int, Located[str]] = {}
    for y, cell in enumerate(grid.column(axis)):
        if cell is not None and cell.row == y and (place := hours_in(cell.words)):
            words = cell.element.words()
            found[y] = Located(words.value[place[0] : place[1]], within(words, *place))
    return found


def _heads(row: Sequence[Cell | None], axes: _Axes) -> _Heads | None:
    cells = {x: cell for x, cell in enumerate(row) if cell and x > axes.columns[0] and x not in axes.columns}
    cells = {x: cell for x, cell in cells.items() if cell.words and cell.columns == 1}
    fact = _fact([cell.words for cell in cells.values()])
    return _Heads(fact, cells) if fact else None


def _fact(texts: Sequence[str]) -> Fact | None:
    """What the heads of columns are: at least two days, rooms or strands, and nothing that heads the parts of one talk."""
    if len(texts) < _FEWEST:
        return None
    if all(map(is_sort, texts)):
        return Fact.TRACK
    if any(fact_of(text) for text in texts):
        return None
    if all(is_day(text) for text in texts):
        return Fact.DATE
    if all(is_room(text) or is_room_code(text) for text in texts):
        return Fact.VENUE
    return Fact.TRACK if sum(is_room(text) or is_strand(text) for text in texts) * 2 > len(texts) else None


def _sessions(grid: Grid, axes: _Axes, heads: _Heads) -> Iterator[Item]:
    seen: set[tuple[int, int]] = set()
    first = min(axes.hours)
    names = second_lines_name(cell.element for cell in grid.cells() if cell.row >= first and cell.column not in axes.columns)
    for y, row in enumerate(grid.rows):
        if day := _day(row, y, axes):
            yield Statement(Fact.HEADING, day.element.words(), Origin.HEADING)
        if y < first:
            continue
        begins = y not in axes.hours and all(cell is not None and cell.row == y for cell in row)
        anew = _heads(row, axes) if begins else None
        if anew:
            heads = anew
            continue
        for x, head in heads.cells.items():
            cell = row[x]
            place = (cell.row, x if heads.fact is Fact.DATE else cell.column) if cell else (0, 0)
            if cell is None or cell is day or place in seen or not cell.words:
                continue
            seen.add(place)
            yield from _session(cell, head, axes, heads, names=names)


def _day(row: Sequence[Cell | None], y: int, axes: _Axes) -> Cell | None:
    """The day that stands at the head of a row, over the hours or before them."""
    return next((cell for cell in row[: axes.columns[0] + 1] if cell and cell.row == y and is_day(cell.words)), None)


def _session(cell: Cell, head: Cell, axes: _Axes, heads: _Heads, *, names: bool) -> Iterator[Item]:
    for part in parallel(cell.element):
        items = entry(part, names=names)
        if items:
            own = any(isinstance(item, Statement) and item.fact is Fact.WHEN for item in items)
            when = () if own else tuple(_when(cell, axes))
            yield SessionBlock((*items, *when, *_head(cell, head, heads)), part.words().span)


def _is_start(text: Located[str]) -> bool:
    clock = read_time(text.value).clock
    return clock is not None and clock.end is None


def _when(cell: Cell, axes: _Axes) -> Iterator[Statement]:
    """From the hours of the cell's first row to those of its last one or, where hours are lines, of the line below it."""
    hours, bottom = axes.hours, cell.row + cell.rows - 1
    start = next((hours[y] for y in range(cell.row, -1, -1) if y in hours), None)
    if start is None:
        return
    if axes.lines or axes.ends:
        yield Statement(Fact.START, start, Origin.BODY)
        below = range(bottom + 1, max(hours) + 1)
        end = axes.ends.get(bottom) if axes.ends else next((hours[y] for y in below if y in hours), None)
        if end is not None:
            yield Statement(Fact.END, end, Origin.BODY)
        return
    last = next(hours[y] for y in range(bottom, -1, -1) if y in hours)
    if last is start:
        yield Statement(Fact.WHEN, start, Origin.BODY)
    else:
        yield Statement(Fact.START, ends_of(start)[0], Origin.BODY)
        yield Statement(Fact.END, ends_of(last)[1], Origin.BODY)


def _head(cell: Cell, head: Cell, heads: _Heads) -> Iterator[Statement]:
    """What the head of its column says of a cell; of one over several rooms nothing."""
    if heads.fact is Fact.DATE:
        yield Statement(Fact.DATE, head.element.words(), Origin.HEADING)
    elif sum(cell.column <= x < cell.column + cell.columns for x in heads.cells) == 1:
        yield Statement(heads.fact, head.element.words(), Origin.HEADING)
