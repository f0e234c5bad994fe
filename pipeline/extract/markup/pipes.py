"""Lines between bars that Markdown leaves a paragraph, for no line of dashes stands under their head → the table they are for kramdown.

https://kramdown.gettalong.org/syntax.html#tables
"""

import re
from collections.abc import Iterator

from pipeline.extract.markup.lines import cut
from pipeline.extract.markup.tree import Element, Node, Text

_DASHES = re.compile(r"[\s|:=+-]*")
_FEWEST = 2
_Row = list[list[Node]]


def table_of(paragraph: Element) -> Element | None:
    """The table that a paragraph writes; ``None`` where not all of its lines begin with a bar and have another."""
    if paragraph.tag != "p" or not paragraph.words().value.startswith("|"):
        return None
    rows = [row for row in _rows(paragraph) if len(row) > 1 or any(map(_visible, row[0]))]
    if len(rows) < _FEWEST or any(len(row) <= _FEWEST or any(map(_visible, row[0])) for row in rows):
        return None
    lines = [_element("tr", tuple(_cells(row, paragraph)), paragraph) for row in rows]
    return _element("table", tuple(line for line in lines if not _DASHES.fullmatch(line.words().value)), paragraph)


def _rows(paragraph: Element) -> Iterator[_Row]:
    """The lines, each as the nodes before, between and behind its bars."""
    row: _Row = [[]]
    for node in paragraph.children:
        if isinstance(node, Element):
            if node.tag == "br":
                yield row
                row = [[]]
            else:
                row[-1].append(node)
            continue
        begin = 0
        for found in re.finditer(r"[|\n]", node.value):
            row[-1].append(cut(node, begin, found.start()))
            begin = found.end()
            if found[0] == "|":
                row.append([])
            else:
                yield row
                row = [[]]
        row[-1].append(cut(node, begin, len(node.value)))
    yield row


def _cells(row: _Row, like: Element) -> Iterator[Element]:
    cells = row[1:-1] if not any(map(_visible, row[-1])) else row[1:]
    for cell in cells:
        yield _element("td", tuple(cell), like)


def _visible(node: Node) -> bool:
    return bool(node.value.strip()) if isinstance(node, Text) else bool(node.words().value)


def _element(tag: str, children: tuple[Node, ...], like: Element) -> Element:
    return Element(tag, {}, children, like.source, like.start, like.end)
