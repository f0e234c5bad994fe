"""Dialect: a table with hours in one of its columns and an entry in each row, with or without a head that says what the columns are.

A row of one cell alone speaks for the rows below it: a day, a room, the name of a session, its chair. A row that is struck out is
cancelled. Of a column of sessions and one of titles the first has the names of the sessions whose talks the rows are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.items import Item, Prose, TalkBlock
from pipeline.extract.labels import read_labelled, statement
from pipeline.extract.markup.geometry import Cell, Grid, grid_of, once
from pipeline.extract.markup.tree import Element, unstruck
from pipeline.extract.timetable.columns import Columns, columns_of, headed_anew, is_hours_column
from pipeline.extract.timetable.entry import entry
from pipeline.extract.timetable.headings import is_prose
from pipeline.extract.timetable.moments import has_hours, is_part_of_day, says_day
from pipeline.extract.timetable.words import is_nobody
from pipeline.grammar.kinds import is_pause, kind_named
from pipeline.grammar.times import read_time
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located

_Row = Sequence[Cell | None]


def read(element: Element) -> Iterator[Item] | None:
    """The entries of a table of rows; ``None`` for a table without a column of hours."""
    if element.tag != "table":
        return None
    grid = grid_of(element)
    columns = columns_of(grid)
    return iter(_rows(grid, columns)) if columns else None


def _rows(grid: Grid, columns: Columns) -> list[Item]:
    days = [x for x, fact in columns.facts.items() if fact in (Fact.DATE, Fact.WHEN) and not is_hours_column(grid.column(x))]
    carried = {x: _carried(grid.column(x)) for x in days}
    items: list[Item] = []
    for y, row in enumerate(grid.rows):
        cells = [cell for cell in once(row) if _says(cell)]
        if len(cells) == 1 and not has_hours(cells[0].words):
            _alone(cells[0].element, items)
        elif y and (anew := headed_anew(row, columns)):
            columns = anew
        elif cells and (y or any(has_hours(cell.words) for cell in cells)):
            zoned = not any(isinstance(item, TalkBlock) for item in items) or len(columns.zones) > 1
            items += _entry([carried[x][y] if x in carried else cell for x, cell in enumerate(row)], columns, zoned=zoned)
    return items


def _says(cell: Cell) -> bool:
    """Whether a cell has words, and not but a dash."""
    return any(map(str.isalnum, unstruck(cell.element).words().value))


def _carried(column: Sequence[Cell | None]) -> list[Cell | None]:
    """The days of a column: where none is named, that of the row above."""
    carried: list[Cell | None] = []
    for cell in column:
        blank = cell is None or not cell.words or is_part_of_day(cell.words)
        above = carried[-1] if carried else None
        carried.append(above if blank and above is not None and says_day(above.words) else cell)
    return carried


def _alone(cell: Element, items: list[Item]) -> None:
    """What a row of one cell says: what is labelled, of the rows below; sentences, of the talk above; else it heads what follows."""
    words = cell.words()
    labelled = [
        item for item in read_labelled(cell) if isinstance(item, Statement) and item.fact not in (Fact.TITLE, Fact.TALK_TITLE)
    ]
    above = items[-1] if items else None
    if labelled:
        items += labelled
    elif is_prose(words.value) and isinstance(above, TalkBlock):
        abstract = statement(Fact.ABSTRACT, cell.children, cell)
        items[-1] = replace(above, statements=(*above.statements, abstract))
    elif is_pause(words.value) or is_prose(words.value) or words.value.endswith((".", "。")) or read_time(words.value).placeholder:
        items.append(Prose(cell))
    else:
        items.append(Statement(Fact.HEADING, words, Origin.HEADING))


def _entry(row: _Row, columns: Columns, *, zoned: bool) -> Iterator[Item]:
    """A row's talk, or what of it is of no known meaning where it has no title. ``zoned``: its hours are said with their zone."""
    struck = not any(cell.words for cell in once([cell for cell in row if cell]))
    columns = _in_order(row, columns)
    said: list[Item] = []
    seen: list[Cell] = []
    for x, cell in enumerate(row):
        if cell is None or cell in seen or not _says(cell):
            continue
        seen.append(cell)
        stated = _stated(unstruck(cell.element), columns.facts.get(x), columns)
        if x in columns.lengths:
            said = [_lasting(item, cell.words) for item in said]
        elif zoned and x in columns.zones:
            said += [replace(item, text=_with(item.text, columns.zones[x])) for item in stated if isinstance(item, Statement)]
        else:
            said += stated
    yield from _block(said, struck=struck)


def _with(text: Located[str], words: str) -> Located[str]:
    """A text with words that stand elsewhere and belong to it, such as its zone; it is found where it stands itself."""
    return Located(f"{text.value} {words}", text.span)


def _lasting(item: Item, length: str) -> Item:
    """The hours of a row with the length that a column of its own says, where they have no end."""
    if not isinstance(item, Statement) or item.fact is not Fact.WHEN or read_time(length).duration is None:
        return item
    clock = read_time(item.text.value).clock
    return replace(item, text=_with(item.text, length)) if clock and clock.end is None else item


def _in_order(row: _Row, columns: Columns) -> Columns:
    """The columns, but for a row that has hours and title the wrong way round, or what happens in the description alone."""
    hours, title, text = (columns.of(fact) for fact in (Fact.WHEN, Fact.TALK_TITLE, Fact.ABSTRACT))
    if title is None:
        return columns
    facts = dict(columns.facts)
    first, called = row[hours] if hours is not None else None, row[title]
    if hours is not None and first and called and has_hours(called.words) and not has_hours(first.words):
        facts |= {hours: Fact.TALK_TITLE, title: Fact.WHEN}
    elif text is not None and not (called and _says(called)) and (told := row[text]) and not is_prose(told.words):
        facts[text] = Fact.TALK_TITLE
    return replace(columns, facts=facts)


def _stated(cell: Element, fact: Fact | None, columns: Columns) -> Sequence[Item]:
    """What a cell states in a column of a fact."""
    text = cell.words().value
    if fact is Fact.TALK_TITLE:
        return _title(cell, named=columns.titles or columns.of(Fact.SPEAKER) is not None)
    if fact is Fact.TITLE:
        return entry(cell)
    if fact is Fact.KIND and kind_named(text) is None:
        fact = Fact.TAG
    if fact is Fact.SPEAKER and (is_nobody(text) or (text[0] in "(（" and text[-1] in ")）")):
        return [] if is_nobody(text) else [Prose(cell)]
    if fact is not None:
        return [statement(fact, cell.children, cell)]
    if text.rstrip(".").isdigit() or is_part_of_day(text):
        return []
    return list(read_labelled(cell))


def _title(cell: Element, *, named: bool) -> Sequence[Item]:
    """What a cell of titles states. A line alone may hold the name as well, in a table that has no column for names."""
    items = entry(cell)
    if not named and len(items) == 1 and isinstance(said := items[0], Statement) and said.fact is Fact.TITLE:
        return [replace(said, fact=Fact.LINE, origin=Origin.BODY)]
    return [replace(one, fact=Fact.TALK_TITLE) if isinstance(one, Statement) and one.fact is Fact.TITLE else one for one in items]


def _block(said: Sequence[Item], *, struck: bool) -> Iterator[Item]:
    inner = [one for item in said if isinstance(item, TalkBlock) for one in item.statements]
    stated = [*(item for item in said if isinstance(item, Statement)), *inner]
    if any(one.fact in (Fact.TALK_TITLE, Fact.LINE) for one in stated):
        at = next(one for one in stated if one.fact in (Fact.TALK_TITLE, Fact.LINE)).text.span
        if struck:
            stated.append(Statement(Fact.STATUS, Located("cancelled", at), Origin.BODY))
        yield from (item for item in said if isinstance(item, Prose))
        yield TalkBlock(tuple(dict.fromkeys(stated)), stated[0].text.span)
    else:
        yield from said
