"""Dialect: a talk as a card with its speaker on the left and its words on the right::

<div class="row">
  <div class="left"><img class="avatar"/> <div class="font-bold">name</div> <div class="institute">…</div></div>
  <div class="right"><div><b>Title:</b> …</div> <div><b>Abstract:</b> …</div> <div><b>CV:</b> …</div></div>
</div>
"""

from collections.abc import Iterator

from pipeline.diagnostics import Problem
from pipeline.extract.items import Item, TalkBlock
from pipeline.extract.labels import RICH, read_labelled, statement
from pipeline.extract.tree import BLOCKS, Element, inner_html
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located


def is_card(element: Element) -> bool:
    """Whether the element is such a card: it holds a ``left`` and a ``right`` directly."""
    classes = [child.classes for child in element.children if isinstance(child, Element)]
    return any("left" in names for names in classes) and any("right" in names for names in classes)


def read(element: Element) -> Iterator[Item] | None:
    """The talk that a card states."""
    return _read(element) if is_card(element) else None


def _read(element: Element) -> Iterator[Item]:
    items: list[Item] = []
    for side in (child for child in element.children if isinstance(child, Element)):
        items += speaker(side) if "left" in side.classes else words(side)
    yield from talk(items, element)


def talk(items: list[Item], element: Element) -> Iterator[Item]:
    """One talk of the statements among some items, then the other items (problems, text that was not understood)."""
    yield TalkBlock(tuple(item for item in items if isinstance(item, Statement)), element.span)
    yield from (item for item in items if not isinstance(item, Statement))


def speaker(side: Element) -> list[Item]:
    """A speaker's name, portrait and institute: the first line of text is the name, the second the institute, unless labelled."""
    facts = iter((Fact.SPEAKER, Fact.AFFILIATION))
    items: list[Item] = []
    for block in leaves(side):
        labelled = [item for item in read_labelled(block) if isinstance(item, Statement | Problem)]
        if labelled:
            items += labelled
        elif block.words().value and (fact := next(facts, None)):
            items.append(statement(fact, block.children, block))
    photo = next((inner for inner in side.elements() if inner.tag == "img" and "icon" not in inner.classes), None)
    if photo is not None and photo.attributes.get("src"):
        named = next((i for i, item in enumerate(items) if isinstance(item, Statement) and item.fact is Fact.SPEAKER), -1)
        items.insert(named + 1, Statement(Fact.PHOTO, Located(photo.attributes["src"], photo.span), Origin.BODY))
    return items


def words(side: Element) -> list[Item]:
    """The labelled blocks of a talk; a block under no label goes on with the abstract or biography before it."""
    items: list[Item] = []
    for block in (child for child in side.children if isinstance(child, Element)):
        found = list(read_labelled(block))
        last = next((item for item in reversed(items) if isinstance(item, Statement)), None)
        if block.words().value and last is not None and last.fact in RICH and not any(isinstance(i, Statement) for i in found):
            items[items.index(last)] = _longer(last, block)
        else:
            items += found
    return items


def _longer(start: Statement, block: Element) -> Statement:
    more = f"<{block.tag}>{inner_html(block.children)}</{block.tag}>"
    return Statement(start.fact, Located(start.text.value + more, start.text.span), start.origin, start.markup, start.link)


def leaves(element: Element) -> Iterator[Element]:
    """The innermost blocks within an element; the element itself where it holds none."""
    blocks = [child for child in element.children if isinstance(child, Element) and child.tag in BLOCKS]
    if not blocks:
        yield element
    for block in blocks:
        yield from leaves(block)
