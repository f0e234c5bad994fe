"""A page's body → the items it states, in the order of the page.

Each element is offered to the dialects' readers; what none claims is walked into. Outside the dialects, labelled lines are read in
whatever markup they stand; a heading or line that is a label alone speaks of what follows it; blocks alike that each hold a talk's
facts are a talk each; other text is prose.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.dialects import cards, containers, markdown_list, session_header, slots, tables, talk_lines, tips, unlabelled
from pipeline.extract.dialects.blocks import blocks_alike, gone_on, headed, is_one_talks
from pipeline.extract.dialects.classes import class_fact
from pipeline.extract.items import Divider, Item, Prose, Reader, block_of
from pipeline.extract.label_words import OF_PEOPLE, RICH
from pipeline.extract.labels import Labelled, announces, heading_fact, is_numbered, read_labelled, statement, statements
from pipeline.extract.markup import pipes
from pipeline.extract.markup.tree import BLOCKS, Element, Node, Text
from pipeline.extract.portraits import pictures
from pipeline.extract.timetable import grids, rows
from pipeline.grammar.status_words import says_off
from pipeline.model import Fact, Origin, Statement

#: The dialects that are markup in the body; those in the front matter are ``params.py`` and ``clean.py``.
DIALECTS: tuple[Reader, ...] = (
    tips.read, session_header.read, cards.read, containers.read, markdown_list.read, grids.read, rows.read, tables.read,
)  # fmt: skip

_RULE = re.compile(r"[_\-*=—–~]{3,}")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAVES = ("p", "li", "td", "th", "dt", "dd", "figcaption", "address", "center", "summary")


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
    if reader in (markdown_list.read, grids.read, rows.read):
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
    for items in blocks_alike(list(gone_on(_siblings(nodes, parent)))):
        yield from items


def _siblings(nodes: Sequence[Node], parent: Element) -> Iterator[tuple[Element, list[Item]]]:
    """Each sibling with its items."""
    loose: list[Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        index += 1
        if isinstance(node, Text) or (node.tag not in BLOCKS and not _has_block(node)):
            loose.append(node)
            continue
        yield parent, list(_read_loose(loose, parent))
        loose = []
        fact = (heading_fact(node) if node.tag in _HEADINGS else announces(node)) if _is_short(node) else None
        if fact:
            section = _section(nodes, index, node, fact)
            index += len(section)
            yield node, list(_read_section(fact, section, node))
        else:
            yield node, list(_read_block(node))
    yield parent, list(_read_loose(loose, parent))


def _is_short(element: Element) -> bool:
    return sum(len(text.value) for text in element.texts()) < 200  # noqa: PLR2004 - labels are short; long texts needn't be looked at


def _has_block(element: Element) -> bool:
    return any(inner.tag in BLOCKS for inner in element.elements())


def _read_loose(nodes: list[Node], parent: Element) -> Iterator[Item]:
    if any(isinstance(node, Element) or node.value.strip() for node in nodes):
        yield from _leaf(block_of(tuple(nodes), parent))


def _read_block(element: Element) -> Iterator[Item]:
    if element.tag == "hr":
        yield Divider(element.span)
    elif (claimed := _claim(element)) is not None:
        yield from claimed
    elif element.tag in _HEADINGS:
        yield from _heading(element)
    elif element.tag in _LEAVES and not _holds_blocks(element):
        yield from _leaf(element)
    elif element.tag == "pre" or (element.tag in ("ul", "ol", "table") and not _holds_labels(element)):
        yield from pictures(element)
        yield from unlabelled.read(element) if element.tag in ("ul", "ol") else [Prose(element)]
    elif class_fact(element) in RICH and not any(isinstance(item, Statement) for item in read_labelled(element)):
        yield from statements(Labelled(class_fact(element) or Fact.ABSTRACT, element.children), element)
    elif class_fact(element) and not _has_block(element.replace(())) and not any(_has_block(c) for c in _inner(element)):
        yield from _leaf(element)
    elif is_one_talks(element):
        yield from headed(list(_read_all(element.children, element)))
    else:
        yield from _read_all(element.children, element)


def _inner(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _known(element: Element) -> bool:
    return any(test(element) for test in _STANDALONE)


def _holds_blocks(element: Element) -> bool:
    """Whether a paragraph, an item or a cell holds blocks to be read one by one."""
    headed = any(inner.tag in (*_HEADINGS, "table") for inner in element.elements())
    return headed or any(_known(inner) for inner in element.elements())


def _holds_labels(layout: Element) -> bool:
    """Whether a table or list only lays out what its cells or items hold."""
    cells = (cell for cell in layout.elements() if cell.tag in ("td", "th", "li"))
    return any(isinstance(item, Statement) for cell in cells for item in read_labelled(cell, prose=False))


def _leaf(element: Element) -> Iterator[Item]:
    """A block of text: its labelled lines, else what its classes say, else prose; its pictures before it."""
    words = element.words()
    if _RULE.fullmatch(words.value):
        yield Divider(words.span)
        return
    if says_off(words.value):
        yield Statement(Fact.STATUS, words, Origin.BODY)
        return
    if (table := pipes.table_of(element)) is not None:
        yield from _read_block(table)
        return
    if (parts := talk_lines.apart(element)) is not None:
        for part in parts:
            yield from _leaf(part)
        return
    items = list(read_labelled(element)) if words.value else []
    if not any(isinstance(item, Statement) for item in items) and words.value:
        items = list(_by_class(element)) or slots.read(element) or items
    if not any(isinstance(item, Statement) and item.fact in RICH for item in items):
        yield from pictures(element)
    for item in items:
        yield from unlabelled.read(item.block) if isinstance(item, Prose) else [item]


def _by_class(element: Element) -> Iterator[Item]:
    """What the classes of a block without labels say of it, or of all its parts."""
    fact = class_fact(element) or tips.icon_fact(element)
    visible = [node for node in element.children if not (isinstance(node, Text) and not node.value.strip())]
    parts = [node for node in visible if isinstance(node, Element) and node.words().value]
    if fact:
        yield from statements(Labelled(fact, element.children), element)
    elif all(isinstance(node, Element) for node in visible) and all(class_fact(part) for part in parts):
        for part in parts:
            yield statement(class_fact(part) or Fact.HEADING, (part,), part)


def _heading(element: Element) -> Iterator[Item]:
    yield from pictures(element)
    if not element.words().value:
        return
    labelled: list[Item] = [item for item in read_labelled(element, prose=False) if isinstance(item, Statement)]
    if is_numbered(element):  # "Session 2: Trees" is a name; of "Talk 2: Trees" the rest is the title
        labelled = [item for item in labelled if isinstance(item, Statement) and item.fact is not Fact.TITLE]
    heading: list[Item] = [Statement(Fact.HEADING, element.words(), Origin.HEADING)]
    yield from labelled or list(_by_class(element)) or slots.read(element) or heading


def _section(nodes: Sequence[Node], start: int, label: Element, fact: Fact) -> Sequence[Node]:
    """What a label stands over: everything up to the next heading of its level or above, a line across, a block of a dialect.

    A label that is no heading speaks of a single block, or, of abstracts and biographies, of all up to the next label or heading.
    """
    is_heading = label.tag in _HEADINGS
    end = start
    while end < len(nodes):
        node = nodes[end]
        if isinstance(node, Element):
            level = label.tag if is_heading else _HEADINGS[-1]
            if (node.tag in _HEADINGS and node.tag <= level) or node.tag == "hr" or _ends(node, fact):
                break
            if not is_heading and (announces(node) or any(isinstance(i, Statement) for i in read_labelled(node, prose=False))):
                break
            if not is_heading and fact not in RICH and node.words().value:
                end += 1
                break
        end += 1
    return nodes[start:end]


def _ends(node: Element, fact: Fact) -> bool:
    """Whether a block of a dialect ends a section. In an abstract a list may have an item that looks labelled."""
    if fact in RICH and node.tag in ("ul", "ol"):
        entries = [child for child in node.children if isinstance(child, Element)]
        labelled = [entry for entry in entries if any(isinstance(i, Statement) for i in read_labelled(entry, prose=False))]
        return len(labelled) > 1 and len(labelled) == len(entries)
    return _claim(node) is not None


def _read_section(fact: Fact, section: Sequence[Node], heading: Element) -> Iterator[Item]:
    if fact in RICH:
        block = block_of(tuple(section), heading)
        if block.words().value:
            yield from statements(Labelled(fact, block.children), heading)
        return
    own = 0
    while own < len(section) and _is_value(section[own]):
        own += 1
    yield from _values(fact, block_of(tuple(section[:own]), heading))
    yield from _under(fact, section[own:], heading)


def _under(fact: Fact, nodes: Sequence[Node], heading: Element) -> Iterator[Item]:
    """What follows a section's own value: further headings in it state the same fact (``Speakers``), the rest speaks for itself."""
    begin = 0
    for index, node in enumerate(nodes):
        plain = isinstance(node, Element) and node.tag in _HEADINGS and not heading_fact(node)
        if plain and fact in OF_PEOPLE and isinstance(node, Element):
            read = list(read_labelled(node, prose=False))
            if not read and not slots.read(node):
                yield from _read_all(nodes[begin:index], heading)
                yield statement(fact, node.children, node)
                begin = index + 1
    yield from _read_all(nodes[begin:], heading)


def _is_value(node: Node) -> bool:
    """Whether a node is a plain value: no heading, no table, nothing that has labels of its own."""
    if isinstance(node, Text):
        return True
    if node.tag in (*_HEADINGS, "table", "dl") or any(_known(inner) for inner in node.elements()):
        return False
    return not any(isinstance(item, Statement) for item in read_labelled(node, prose=False))


def _values(fact: Fact, block: Element) -> Iterator[Item]:
    """A section under a plain label: one value, or one for each item of its list or, for people, each paragraph."""
    several = ("li", "p") if fact in OF_PEOPLE else ("li",)
    entries = [inner for inner in block.elements() if inner.tag in several and inner is not block]
    entries = [entry for entry in entries if not any(inner.tag in several for inner in entry.elements() if inner is not entry)]
    yield from pictures(block)
    for entry in entries or [block]:
        if entry.words().value:
            said = statement(fact, entry.children, entry)
            yield slots.as_line(said) if fact is Fact.TALK_TITLE and len(entries) > 1 else said
