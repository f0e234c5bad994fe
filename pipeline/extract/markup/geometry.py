"""A table's rows and columns: which cell covers which slots (the HTML Standard, section 4.9.12, "forming a table")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.markup.tree import Element

_MOST_SLOTS = 20_000
_MOST_SPAN = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell: where it begins, and how many rows and columns it covers. Two cells are never the same, whatever stands in them."""

    element: Element
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def words(self) -> str:
        """Its text, with white space folded."""
        return self.element.words().value


@dataclass(frozen=True, slots=True)
class Grid:
    """The slots of a table, row by row; a cell over several stands in each of them, and a slot that none covers is ``None``."""

    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, number: int) -> tuple[Cell | None, ...]:
        """The slots of a column, from the top."""
        return tuple(row[number] for row in self.rows)

    def cells(self) -> Iterator[Cell]:
        """Each cell once, in the order of the page."""
        for y, row in enumerate(self.rows):
            for x, cell in enumerate(row):
                if cell is not None and (cell.row, cell.column) == (y, x):
                    yield cell

    def transposed(self) -> "Grid":
        """The grid with its rows as columns."""
        turned: dict[tuple[int, int], Cell] = {
            (cell.row, cell.column): Cell(cell.element, cell.column, cell.row, cell.columns, cell.rows) for cell in self.cells()
        }
        return Grid(
            tuple(tuple(turned[cell.row, cell.column] if cell else None for cell in self.column(x)) for x in range(self.width))
        )


def grid_of(table: Element) -> Grid:
    """The slots of a table; of one too large to be meant, its first."""
    rows = [row for row in table.elements() if row.tag == "tr"]
    slots: dict[tuple[int, int], Cell] = {}
    width = 0
    for y, row in enumerate(rows):
        x = 0
        for element in row.children:
            if not isinstance(element, Element) or element.tag not in ("td", "th"):
                continue
            while (y, x) in slots:
                x += 1
            cell = Cell(element, y, x, min(_span(element, "rowspan"), len(rows) - y), _span(element, "colspan"))
            if len(slots) + cell.rows * cell.columns > _MOST_SLOTS:
                return _filled(slots, y, width)
            slots |= {(y + down, x + right): cell for down in range(cell.rows) for right in range(cell.columns)}
            x += cell.columns
            width = max(width, x)
    return _filled(slots, len(rows), width)


def _filled(slots: dict[tuple[int, int], Cell], height: int, width: int) -> Grid:
    return Grid(tuple(tuple(slots.get((y, x)) for x in range(width)) for y in range(height)))


def _span(cell: Element, name: str) -> int:
    written = cell.attributes.get(name, "")
    digits = written.isascii() and written.isdigit() and len(written) <= len(str(_MOST_SPAN))
    return min(max(int(written), 1), _MOST_SPAN) if digits else 1


def once(row: Sequence[Cell | None]) -> list[Cell]:
    """The cells of a row, each once."""
    cells: list[Cell] = []
    for cell in row:
        if cell is not None and cell not in cells[-1:]:
            cells.append(cell)
    return cells
