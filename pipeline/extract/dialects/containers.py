"""Dialect: a talk as a container, often in an HTML document of its own pasted into the page::

    <div class="container">
      <div class="name-bar">name</div> <div class="institute">…</div>
      <div class="title">Title: …</div> <div class="abstract"><strong>Abstract:</strong> …</div>
    </div>

The class ``abstract`` also holds biographies: the label decides, the class only where there is none.
"""

from collections.abc import Iterator

from pipeline.extract.dialects.cards import talk
from pipeline.extract.dialects.classes import class_fact
from pipeline.extract.items import Item, Prose
from pipeline.extract.labels import Labelled, read_labelled, statements
from pipeline.extract.markup.tree import BLOCKS, Element
from pipeline.extract.portraits import pictures, portrait
from pipeline.model import Fact, Statement

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RICH_CLASSES = (Fact.ABSTRACT, Fact.BIOGRAPHY)


def is_container(element: Element) -> bool:
    """Whether the element is such a container: it holds a speaker's name directly, and something else by its class."""
    children = [child for child in element.children if isinstance(child, Element)]
    facts = [class_fact(child) for child in children if not _wraps(child)]
    return Fact.SPEAKER in facts and facts.count(Fact.TALK_TITLE) <= 1 and len(children) > 1


def _wraps(element: Element) -> bool:
    """Whether an element's class names what is inside its own blocks (``<div class="speaker"><div class="name">``)."""
    return class_fact(element) not in _RICH_CLASSES and any(
        isinstance(child, Element) and (child.tag in BLOCKS or class_fact(child)) for child in element.children
    )


def read(element: Element) -> Iterator[Item] | None:
    """The talk that a container states."""
    return talk(list(_items(element)), element) if is_container(element) else None


def _items(element: Element) -> Iterator[Item]:
    """The facts of the children; a heading among them is the title, where nothing else is called one."""
    children = [child for child in element.children if isinstance(child, Element)]
    titled = any(
        class_fact(child) is Fact.TALK_TITLE
        or any(isinstance(i, Statement) and i.fact is Fact.TALK_TITLE for i in read_labelled(child))
        for child in children
    )
    for child in element.children:
        if not isinstance(child, Element):
            continue
        found = list(read_labelled(child))
        unlabelled = len(found) == 1 and isinstance(found[0], Prose)
        fact = class_fact(child) or (Fact.TALK_TITLE if child.tag in _HEADINGS and not titled else None)
        if fact not in _RICH_CLASSES and not any(isinstance(item, Statement) and item.fact in _RICH_CLASSES for item in found):
            yield from (portrait(picture) for picture in pictures(child))
        yield from statements(Labelled(fact, child.children), child) if fact and unlabelled else found
