"""HTML → formatted text as a tree, of a page of words beside the program: there tables and pictures stay.

A cell holds paragraphs; lists in it are read for their text, and so is a table within a table. A picture stands by itself, after the
paragraph, list or table that it is in.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from pipeline.normalize.text.prose import Block, Cell, Container, Paragraph, Picture, Preformatted, Run, Table
from pipeline.normalize.text.prose_reader import Reader

_CELLS = frozenset(("td", "th"))
#: A cell that says it is larger is as large as this; tables of people are smaller.
_LARGEST = 100


class PageReader(Reader):
    """The reader of abstracts, which knows tables and pictures too."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        super().__init__()
        self.table: Table | None = None
        self.inner = 0  # how many tables are open within it
        self.cell: Cell | None = None
        self.around: tuple[list[Container], int] = ([], 0)
        self.pictures: list[Picture] = []

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Tables and pictures; all else as in an abstract."""
        if tag == "img":
            self.pictures += (
                [Picture(source, " ".join((attributes.get("alt") or "").split()))] if (source := _source(attributes)) else []
            )
        elif tag == "table":
            self.start_table()
        elif self.table and not self.inner and tag == "tr":
            self.cell = None
            self.table.rows.append([])
        elif self.table and not self.inner and tag in _CELLS:
            self.start_cell(tag, attributes)
        else:
            super().start(tag, attributes)

    def end(self, tag: str) -> None:
        """The end of what ``start`` began."""
        if tag == "table" and self.inner:
            self.inner -= 1
            self.paragraph = None
        elif tag == "table":
            self.end_table()
        elif self.table and not self.inner and tag in _CELLS:
            self.cell = self.paragraph = None
        else:
            super().end(tag)

    def finish(self) -> tuple[Block, ...]:
        """The tree; a table that was left open ends here, and the last pictures stand last."""
        self.end_verbatim("pre")
        self.end_table()
        return (*super().finish(), *self.pictures)

    def place(self, block: Block) -> None:
        """Puts a block into the cell that is open; before another one on the page stand the pictures that came before it."""
        if self.cell is None:
            if self.pictures and not self.open and self.table is None:
                self.blocks += self.pictures
                self.pictures = []
            super().place(block)
        elif isinstance(block, Preformatted):
            self.cell.paragraphs.append(Paragraph([Run(" ".join(block.text.split()), (), code=True)]))
        elif isinstance(block, Paragraph):
            self.cell.paragraphs.append(block)

    def start_table(self) -> None:
        """A table, or one more within it. The lists and quotes that are open are left for as long as it lasts."""
        self.paragraph = None
        if self.table:
            self.inner += 1
            return
        self.table = Table()
        self.around = (self.open, self.placed)
        self.open, self.placed = [], 0

    def start_cell(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A cell, in the last row."""
        self.paragraph, self.gap, self.open, self.placed = None, "", [], 0
        self.cell = Cell(tag == "th", _number(attributes.get("colspan")), _number(attributes.get("rowspan")))
        if self.table:
            self.table.rows = self.table.rows or [[]]
            self.table.rows[-1].append(self.cell)

    def end_table(self) -> None:
        """The table stands on the page, if there is a word in it."""
        table, self.table, self.cell, self.paragraph, self.inner = self.table, None, None, None, 0
        if table is None:
            return
        self.open, self.placed = self.around
        table.rows = [row for row in table.rows if row]
        if any(cell.paragraphs for row in table.rows for cell in row):
            self.place(table)


def _source(attributes: Mapping[str, str | None]) -> str:
    return unquote((attributes.get("src") or "").strip())


def _number(text: str | None) -> int:
    digits = re.fullmatch(r"\s*(\d{1,4})\s*", text or "", re.ASCII)
    return min(max(int(digits[1]), 1), _LARGEST) if digits else 1
