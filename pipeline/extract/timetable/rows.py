"""Dialect: a table with hours in one of its columns and an entry in each row, with or without a head that says what the columns are.

A row of one cell alone speaks for the rows below it: a day, a room, the name of a session. A row that is struck out is cancelled.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.geometry import Cell, Grid, grid_of, once
from pipeline.extract.items import Item, Prose, TalkBlock
from pipeline.extract.label_words import fact_of
from pipeline.extract.labels import statement
from pipeline.extract.timetable.entry import entry
from pipeline.extract.timetable.words import has_hours, is_day, is_room, is_strand, looks_like_names
from pipeline.extract.tree import Element, unstruck
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located

_FEWEST = 2
_EDGES = (Fact.START, Fact.END)
_MOST = 0.7  # of a column's cells, that make it one of rooms or names
Columns = Mapping[int, Fact]


def read(element: Element) -> Iterator[Item] | None:
    """The entries of a table of rows; ``None`` for a table without a column of hours."""
    if element.tag != "table":
        return None
    grid = grid_of(element)
    hours = [x for x in range(grid.width) if _is_hours(grid.column(x))]
    if not hours or len(hours) > len(_EDGES):
        return None
    # Two columns of hours are from and to.
    facts = dict(zip(hours, _EDGES if len(hours) == len(_EDGES) else (Fact.WHEN,), strict=True))
    columns = _columns(grid, facts)
    return _rows(grid, columns) if Fact.TITLE in columns.values() else None


def _is_hours(column: Sequence[Cell | None]) -> bool:
    texts = [text for cell in dict.fromkeys(column) if cell and (text := unstruck(cell.element).words().value)]
    told = [text for text in texts if has_hours(text)]
    return len(told) >= _FEWEST and len(told) * 2 >= len(texts)


def _columns(grid: Grid, hours: Columns) -> Columns:
    """What each column states: what its head says, else what its cells look like. The longest texts are the titles."""
    head = [cell.words if cell else "" for cell in grid.rows[0]]
    facts = {**hours} | {x: fact for x, text in enumerate(head) if x not in hours and (fact := _head_fact(text))}
    texts = {x: _texts(grid.column(x), head[x]) for x in range(grid.width) if x not in facts}
    facts |= {x: Fact.DATE for x, own in texts.items() if own and _mostly(own, is_day)}
    texts = {x: own for x, own in texts.items() if own and x not in facts and not all(text.rstrip(".").isdigit() for text in own)}
    # In a table of hours "content" is what happens then.
    facts = facts if Fact.TITLE in facts.values() else {x: Fact.TITLE if one is Fact.ABSTRACT else one for x, one in facts.items()}
    if Fact.TITLE not in facts.values():
        if not texts:
            return {}
        title = max(texts, key=lambda x: (sum(map(len, texts[x])), -x))
        facts[title] = Fact.TITLE
        del texts[title]
    for x, own in texts.items():
        if _mostly(own, lambda text: is_room(text) or is_strand(text)):
            facts[x] = Fact.VENUE if _mostly(own, is_room) else Fact.TRACK
        elif _mostly(own, looks_like_names) and Fact.SPEAKER not in facts.values():
            facts[x] = Fact.SPEAKER
    return facts


def _head_fact(text: str) -> Fact | None:
    fact = fact_of(text)
    return Fact.TITLE if fact is Fact.TALK_TITLE else fact


def _texts(column: Sequence[Cell | None], head: str) -> list[str]:
    texts = [unstruck(cell.element).words().value for cell in dict.fromkeys(column) if cell and len(column) > 1]
    return [text for text in texts if text and text != head]


def _mostly(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, texts)) >= len(texts) * _MOST


def _rows(grid: Grid, columns: Columns) -> Iterator[Item]:
    for y, row in enumerate(grid.rows):
        cells = [cell for cell in once(row) if unstruck(cell.element).words().value]
        if len(cells) == 1 and not has_hours(cells[0].words):
            yield Statement(Fact.HEADING, cells[0].element.words(), Origin.HEADING)
        elif cells and not (y == 0 and _is_head(cells)):
            yield from _entry(row, columns)


def _is_head(cells: Sequence[Cell]) -> bool:
    return not any(has_hours(cell.words) for cell in cells)


def _entry(row: Sequence[Cell | None], columns: Columns) -> Iterator[Item]:
    """A row's talk, or what of it is of no known meaning where it has no title."""
    struck = not any(cell.words for cell in once(row))
    said: list[Item] = []
    seen: list[Cell] = []
    for x, cell in enumerate(row):
        if cell is None or cell in seen:
            continue
        seen.append(cell)
        element = unstruck(cell.element)
        words = element.words()
        if not words.value:
            continue
        fact = columns.get(x)
        if fact is Fact.TITLE:
            said += _title(element, named=Fact.SPEAKER in columns.values())
        elif fact is not None:
            said.append(statement(fact, element.children, element))
        elif not words.value.rstrip(".").isdigit():
            said.append(Prose(element))
    yield from _block(said, struck=struck)


def _title(cell: Element, *, named: bool) -> Sequence[Item]:
    """What a cell of titles states. A line alone may hold the name as well, in a table that has no column for names."""
    items = entry(cell)
    if not named and len(items) == 1 and isinstance(said := items[0], Statement) and said.fact is Fact.TITLE:
        return [replace(said, fact=Fact.LINE)]
    return items


def _block(said: Sequence[Item], *, struck: bool) -> Iterator[Item]:
    inner = [one for item in said if isinstance(item, TalkBlock) for one in item.statements]
    stated = [item for item in said if isinstance(item, Statement)]
    titles = [replace(one, fact=Fact.TALK_TITLE) if one.fact is Fact.TITLE else one for one in (*stated, *inner)]
    if any(one.fact in (Fact.TALK_TITLE, Fact.LINE) for one in titles):
        if struck:
            titles.append(Statement(Fact.STATUS, Located("cancelled", titles[0].text.span), Origin.BODY))
        yield TalkBlock(tuple(dict.fromkeys(titles)), titles[0].text.span)
        yield from (item for item in said if isinstance(item, Prose))
    else:
        yield from said
