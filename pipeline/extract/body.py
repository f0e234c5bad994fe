"""A page's body → the items it states, in the order of the page.

Each element is offered to the dialects' readers; what none claims is walked into. Outside the dialects, labelled lines are read in
whatever markup they stand; a heading that is a label speaks of what follows it; other text is prose.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract import cards, containers, markdown_list, session_header, tips
from pipeline.extract.items import Divider, Item, Prose, Reader, block_of
from pipeline.extract.labels import RICH, Labelled, heading_fact, read_labelled, statements
from pipeline.extract.tree import BLOCKS, Element, Node, Text
from pipeline.model import Fact, Origin, Statement

#: The dialects that are markup in the body; those in the front matter are ``params.py`` and ``clean.py``.
DIALECTS: tuple[Reader, ...] = (tips.read, session_header.read, cards.read, containers.read, markdown_list.read)

_RULE = re.compile(r"[_\-*=—–~]{3,}")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_body(body: Element) -> Iterator[Item]:
    """Every item of a body's tree."""
    yield from _read_all(body.children, body)


def _claim(element: Element) -> Iterator[Item] | None:
    """What the first dialect that knows the element reads in it.

    A tag that was never closed draws later blocks into an earlier one. They are taken out of it first, and read after it, so that
    a forgotten ``</div>`` costs no talk.
    """
    for reader in DIALECTS:
        if reader(element) is not None:
            own, nested = _part(element, reader)
            items = reader(own)
            return _chain(items or iter(()), nested)
    return None


def _chain(items: Iterator[Item], nested: Sequence[Element]) -> Iterator[Item]:
    yield from items
    for element in nested:
        yield from _read_all((element,), element)


def _part(element: Element, reader: Reader) -> tuple[Element, list[Element]]:
    """The element without the further tips, headers and talks inside it, and those."""
    if reader is markdown_list.read:
        return element, []
    nested: list[Element] = []

    def keep(parent: Element) -> Element:
        children: list[Node] = []
        for child in parent.children:
            if isinstance(child, Element) and any(test(child) for test in _STANDALONE):
                nested.append(child)
            else:
                children.append(keep(child) if isinstance(child, Element) else child)
        return parent.replace(tuple(children))

    return keep(element), nested


_STANDALONE = (tips.is_tip, session_header.is_header, cards.is_card, containers.is_container)


def _read_all(nodes: Sequence[Node], parent: Element) -> Iterator[Item]:
    """Siblings one after another; texts and inline elements between blocks are blocks of their own."""
    loose: list[Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        index += 1
        if isinstance(node, Text) or (node.tag not in BLOCKS and not _has_block(node)):
            loose.append(node)
            continue
        yield from _read_loose(loose, parent)
        loose = []
        if node.tag in _HEADINGS and (fact := heading_fact(node)):
            section = _section(nodes, index, node.tag)
            index += len(section)
            yield from _read_section(fact, section, node)
        else:
            yield from _read_block(node)
    yield from _read_loose(loose, parent)


def _has_block(element: Element) -> bool:
    return any(inner.tag in BLOCKS for inner in element.elements())


def _read_loose(nodes: list[Node], parent: Element) -> Iterator[Item]:
    block = block_of(tuple(nodes), parent)
    words = block.words()
    if _RULE.fullmatch(words.value):
        yield Divider(words.span)
    elif words.value:
        yield from read_labelled(block)


def _read_block(element: Element) -> Iterator[Item]:
    if element.tag == "hr":
        yield Divider(element.span)
    elif (claimed := _claim(element)) is not None:
        yield from claimed
    elif element.tag in _HEADINGS:
        if element.words().value:
            yield from _heading(element)
    elif element.tag in ("p", "li", "blockquote", "td", "dt", "dd") and not any(_known(inner) for inner in element.elements()):
        yield from _leaf(element)
    elif element.tag in ("ul", "ol", "table", "pre"):
        yield Prose(element)
    else:
        yield from _read_all(element.children, element)


def _known(element: Element) -> bool:
    return any(test(element) for test in _STANDALONE)


def _leaf(element: Element) -> Iterator[Item]:
    words = element.words()
    if _RULE.fullmatch(words.value):
        yield Divider(words.span)
    elif words.value:
        labelled = list(read_labelled(element))
        yield from labelled if any(isinstance(item, Statement) for item in labelled) else [Prose(element)]


def _heading(element: Element) -> Iterator[Item]:
    labelled = [item for item in read_labelled(element, prose=False) if isinstance(item, Statement)]
    yield from labelled or [Statement(Fact.HEADING, element.words(), Origin.HEADING)]


def _section(nodes: Sequence[Node], start: int, level: str) -> Sequence[Node]:
    """What a heading stands over: everything up to the next heading of its level or above, a line across, or a block of a dialect."""
    end = start
    while end < len(nodes):
        node = nodes[end]
        if isinstance(node, Element) and (
            (node.tag in _HEADINGS and node.tag <= level) or node.tag == "hr" or _claim(node) is not None
        ):
            break
        end += 1
    return nodes[start:end]


def _read_section(fact: Fact, section: Sequence[Node], heading: Element) -> Iterator[Item]:
    block = block_of(tuple(section), heading)
    if not block.words().value:
        return
    if fact in RICH:
        yield from statements(Labelled(fact, block.children), heading)
    else:
        yield from _values(fact, block)


def _values(fact: Fact, block: Element) -> Iterator[Item]:
    """A section under a plain label: one value, or one for each item of its list."""
    entries = [inner for inner in block.elements() if inner.tag == "li"] or [block]
    for entry in entries:
        yield Statement(fact, entry.words(), Origin.BODY)
