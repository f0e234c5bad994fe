"""Dialect: a talk as a card with its speaker on one side and its words on the other::

    <div class="row">
      <div class="left"><img class="avatar"/> <div class="font-bold">name</div> <div class="institute">…</div></div>
      <div class="right"><div><b>Title:</b> …</div> <div><b>Abstract:</b> …</div> <div><b>CV:</b> …</div></div>
    </div>

Which side is which is told by the labels: words have them, speakers as a rule have none.
"""

from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Problem
from pipeline.extract.dialects.classes import class_fact
from pipeline.extract.items import Item, Picture, Prose, TalkBlock, block_of
from pipeline.extract.label_words import RICH
from pipeline.extract.labels import RANK, Labelled, announces, heading_fact, read_labelled, statement, statements
from pipeline.extract.markup.tree import BLOCKS, Element, Node, Text, inner_html
from pipeline.extract.portraits import pictures, portrait
from pipeline.model import Fact, Statement
from pipeline.source import Located

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def is_card(element: Element) -> bool:
    """Whether the element is such a card: it holds a ``left`` directly, and a ``right`` beside it or, unclosed, in it."""
    sides = [child for child in element.children if isinstance(child, Element)]
    left = next((side for side in sides if "left" in side.classes), None)
    return left is not None and (any("right" in side.classes for side in sides) or left.find("right") is not None)


def read(element: Element) -> Iterator[Item] | None:
    """The talk that a card states."""
    return _read(element) if is_card(element) else None


def _read(element: Element) -> Iterator[Item]:
    sides = list(_sides(element))
    # Where both sides have labels, the left one is the speaker's, as in the dialect's first form.
    told = [_words_of_a_talk(side) for side in sides]
    items: list[Item] = []
    for number, side in enumerate(sides):
        speaks = told[number] and not (all(told) and number == 0)
        items += words(side) if speaks or (not any(told) and "right" in side.classes) else speaker(side)
    yield from talk(items, element)


def _sides(element: Element) -> Iterator[Element]:
    """What the card holds, side by side: a right side that an unclosed tag drew into the left one is taken out of it."""
    loose: list[Node] = []
    for child in element.children:
        if isinstance(child, Text) or child.tag not in BLOCKS:
            loose.append(child)
        elif "left" in child.classes and (right := child.find("right")) is not None:
            yield _without(child, right)
            yield right
        else:
            yield child
    if block_of(tuple(loose), element).words().value:
        yield block_of(tuple(loose), element)


def _without(element: Element, part: Element) -> Element:
    children = (child for child in element.children if child is not part)
    return element.replace(tuple(_without(child, part) if isinstance(child, Element) else child for child in children))


def _words_of_a_talk(side: Element) -> bool:
    facts = {item.fact for block in leaves(side) for item in read_labelled(block) if isinstance(item, Statement)}
    return bool(facts & {Fact.TITLE, Fact.TALK_TITLE, Fact.ABSTRACT, Fact.BIOGRAPHY})


def talk(items: Sequence[Item], element: Element) -> Iterator[Item]:
    """One talk of the statements among some items, then the other items (problems, text that was not understood).

    A second title among them means several talks: then they are told by their order.
    """
    said = tuple(item for item in items if isinstance(item, Statement))
    if sum(item.fact is Fact.TALK_TITLE for item in said) > 1:
        yield from items
        return
    if said:
        yield TalkBlock(said, element.span)
    yield from (item for item in items if not isinstance(item, Statement))


def speaker(side: Element) -> list[Item]:
    """Speakers' names, portraits and institutes: the first line of text is the name, the next the institute, unless labelled.

    With several portraits there are several speakers, each beginning with the portrait or, where a name is first, ending with it.
    """
    items: list[Item] = []
    found = list(_lines_and_pictures(side))
    portraits = sum(isinstance(one, Picture) for one in found)
    names_lead = bool(found) and not isinstance(found[0], Picture)
    expected: list[Fact] = [Fact.SPEAKER, Fact.AFFILIATION]
    for one in found:
        if isinstance(one, Picture):
            items.append(portrait(one))
            if portraits > 1 and not names_lead:
                expected = [Fact.SPEAKER, Fact.AFFILIATION]
            continue
        if portraits > 1 and names_lead and items and isinstance(items[-1], Statement) and items[-1].fact is Fact.PHOTO:
            expected = [Fact.SPEAKER, Fact.AFFILIATION]
        items += _line(one, expected)
    return items


def _line(block: Element, expected: list[Fact]) -> list[Item]:
    """What a line on the speaker's side states; takes from the facts that unlabelled lines are expected to state."""
    labelled = [item for item in read_labelled(block) if isinstance(item, Statement | Problem)]
    text = block.words().value
    if labelled:
        said = {item.fact for item in labelled if isinstance(item, Statement)}
        expected[:] = [fact for fact in expected if fact not in said]
        return list(labelled)
    if not expected or (RANK.fullmatch(text) and Fact.SPEAKER not in expected):
        return [Prose(block)]
    fact = class_fact(block)
    fact = fact if fact in expected else expected[0]
    expected.remove(fact)
    return [statement(fact, block.children, block)]


def _lines_and_pictures(side: Element) -> Iterator[Element | Picture]:
    """A side's lines of text and its pictures, in the order of the page."""
    for block in leaves(side):
        line: list[Node] = []
        for node in (*block.children, Text("\n", _nowhere)):
            found = list(pictures(node)) if isinstance(node, Element) else []
            breaks = isinstance(node, Text) and node.value == "\n" and node.place is _nowhere
            if found or breaks or (isinstance(node, Element) and node.tag == "br"):
                if block_of(tuple(line), block).words().value:
                    yield block.replace(tuple(line))
                line = []
            yield from found
            if (isinstance(node, Element) and node.words().value) or isinstance(node, Text):
                line.append(node)


def _nowhere(_: int) -> int:
    return 0


def words(side: Element) -> list[Item]:
    """The labelled blocks of a talk; a block under no label goes on with the abstract or biography before it.

    A label alone is that of the block after it. A heading without a label is the title, where no label names one.
    """
    blocks = list(_blocks(side))
    titled = any(i.fact is Fact.TALK_TITLE for b in blocks for i in read_labelled(b, prose=False) if isinstance(i, Statement))
    items: list[Item] = []
    announced: Fact | None = None
    for block in blocks:
        found = list(read_labelled(block))
        labelled = any(isinstance(item, Statement) for item in found)
        last = next((item for item in reversed(items) if isinstance(item, Statement)), None)
        is_heading = block.tag in _HEADINGS
        if fact := heading_fact(block) if is_heading else announces(block):
            announced = fact
        elif announced and not labelled:
            items += statements(Labelled(announced, block.children), block)
            announced = None
        elif is_heading and not titled and not labelled and block.words().value:
            items.append(statement(Fact.TALK_TITLE, block.children, block))
            titled = True
        elif block.words().value and last is not None and last.fact in RICH and not labelled:
            items[items.index(last)] = longer(last, block)
        else:
            items += found
    return items


def _blocks(side: Element) -> Iterator[Element]:
    """A side's blocks; what stands loose between them is a block too. A block that only wraps others is looked into."""
    loose: list[Node] = []
    for child in side.children:
        if isinstance(child, Text) or child.tag not in BLOCKS:
            loose.append(child)
            continue
        yield from _loose(loose, side)
        loose = []
        wraps = child.tag in ("div", "section", "article") and not any(
            not isinstance(inner, Element) and inner.value.strip() for inner in child.children
        )
        several = sum(isinstance(i, Statement) for b in leaves(child) for i in read_labelled(b, prose=False)) > 1
        yield from _blocks(child) if wraps and several else (child,)
    yield from _loose(loose, side)


def _loose(nodes: list[Node], like: Element) -> Iterator[Element]:
    block = block_of(tuple(nodes), like)
    if block.words().value or any(inner.tag == "img" for inner in block.elements()):
        yield block


def longer(start: Statement, block: Element) -> Statement:
    """An abstract or a biography with one more block."""
    more = f"<{block.tag}>{inner_html(block.children)}</{block.tag}>"
    return Statement(start.fact, Located(start.text.value + more, start.text.span), start.origin, start.markup, start.link)


def leaves(element: Element) -> Iterator[Element]:
    """The innermost blocks within an element, and what stands loose between them; the element itself where it holds no block."""
    if not any(isinstance(child, Element) and child.tag in BLOCKS for child in element.children):
        yield element
        return
    loose: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in BLOCKS:
            yield from _loose(loose, element)
            loose = []
            yield from leaves(child)
        else:
            loose.append(child)
    yield from _loose(loose, element)
