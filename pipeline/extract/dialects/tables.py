"""Dialect: tables, and lists of terms, in three forms.

*   A row or term for each fact: ``Time | 9:50-11:35``, ``Speaker | …``; more than one such pair may stand in a row.
*   A head that names facts, a talk in each row: ``Time | Title | Speaker``. A cell over several rows holds for each of them.
*   ``<dt>Speaker</dt> <dd>…</dd>``.

A table without any of these is not read here.
"""

from collections.abc import Iterator, Sequence

from pipeline.extract.items import Item, Prose, TalkBlock
from pipeline.extract.labels import heading_fact, statement
from pipeline.extract.markup.geometry import grid_of
from pipeline.extract.markup.heads import column_fact
from pipeline.extract.markup.tree import Element
from pipeline.extract.timetable.entry import entry
from pipeline.model import Fact, Statement

_Row = list[Element]


def read(element: Element) -> Iterator[Item] | None:
    """The facts of a table or list of terms in one of the three forms."""
    if element.tag == "dl":
        return _terms(element)
    if element.tag != "table":
        return None
    rows = [row for line in grid_of(element).rows if (row := [cell.element for cell in line if cell])]
    if _is_pairs(rows):
        return _pairs(rows)
    head = _head(rows)
    return _talks(rows[1:], head) if head else None


def _terms(element: Element) -> Iterator[Item] | None:
    pairs: list[tuple[Element, list[Element]]] = []
    for child in element.elements():
        if child.tag == "dt":
            pairs.append((child, []))
        elif child.tag == "dd" and pairs:
            pairs[-1][1].append(child)
    known = [pair for pair in pairs if heading_fact(pair[0])]
    return _of_terms(pairs) if known and len(known) * 2 >= len(pairs) else None


def _of_terms(pairs: Sequence[tuple[Element, list[Element]]]) -> Iterator[Item]:
    for term, values in pairs:
        fact = heading_fact(term)
        for value in values:
            yield statement(fact, value.children, value) if fact else Prose(value)
        if fact is None or not values:
            yield Prose(term)


def _is_pairs(rows: Sequence[_Row]) -> bool:
    """Whether at least half of the rows are labels with their values beside them."""
    labelled = [row for row in rows if len(row) % 2 == 0 and all(heading_fact(cell) for cell in row[::2])]
    return bool(labelled) and len(labelled) * 2 >= len(rows) and not _head(rows)


def _pairs(rows: Sequence[_Row]) -> Iterator[Item]:
    for row in rows:
        cells = _once(row)
        facts = [heading_fact(cell) for cell in cells[::2]]
        if len(cells) % 2 == 0 and all(facts):
            for fact, value in zip(facts, cells[1::2], strict=True):
                if fact is not None:
                    yield statement(fact, value.children, value)
        else:
            yield from map(Prose, cells)


def _once(row: _Row) -> list[Element]:
    """The row's cells, each once."""
    cells: list[Element] = []
    for cell in row:
        if not any(cell is earlier for earlier in cells):
            cells.append(cell)
    return cells


def _head(rows: Sequence[_Row]) -> list[Fact | None]:
    """The facts that the first row's cells name, if they are a head's: a title or a speaker, and another fact."""
    facts = [column_fact(cell.words().value) for cell in rows[0]] if len(rows) > 1 else []
    if Fact.TALK_TITLE not in facts:
        # Of a column of sessions and one of topics the first is the session's name.
        named = facts.index(Fact.TITLE) if facts.count(Fact.TITLE) > 1 else -1
        facts = [Fact.TALK_TITLE if fact is Fact.TITLE and number != named else fact for number, fact in enumerate(facts)]
    of_talks = Fact.TALK_TITLE in facts or Fact.SPEAKER in facts
    return facts if of_talks and len(set(facts) - {None}) > 1 else []


def _talks(rows: Sequence[_Row], head: Sequence[Fact | None]) -> Iterator[Item]:
    for row in rows:
        cells = _once(row)
        if len(cells) == 1 or len(row) > len(head):
            yield from map(Prose, cells)
            continue
        said: list[Statement] = []
        unknown: list[Item] = []
        seen: list[Element] = []
        for fact, cell in zip(head, row, strict=False):
            if not cell.words().value or any(cell is earlier for earlier in seen):
                continue
            seen.append(cell)
            if fact is Fact.TITLE:
                said += [item for item in entry(cell) if isinstance(item, Statement)]
            elif fact:
                said.append(statement(fact, cell.children, cell))
            elif not cell.words().value.rstrip(".").isdigit():  # a column of numbers counts the rows
                unknown.append(Prose(cell))
        if said:
            yield TalkBlock(tuple(said), said[0].text.span)
        yield from unknown
