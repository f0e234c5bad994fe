"""Dialect: a talk as a container, often in an HTML document of its own pasted into the page::

    <div class="container">
      <div class="name-bar">name</div> <div class="institute">…</div>
      <div class="title">Title: …</div> <div class="abstract"><strong>Abstract:</strong> …</div>
    </div>

The class ``abstract`` also holds biographies: the label decides, the class only where there is none.
"""

from collections.abc import Iterator

from pipeline.extract.cards import talk
from pipeline.extract.items import Item, Prose
from pipeline.extract.labels import read_labelled, statement
from pipeline.extract.tree import Element
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located

_CLASSES: dict[str, Fact] = {
    "name-bar": Fact.SPEAKER,
    "name": Fact.SPEAKER,
    "speaker": Fact.SPEAKER,
    "institute": Fact.AFFILIATION,
    "affiliation": Fact.AFFILIATION,
    "title": Fact.TALK_TITLE,
    "abstract": Fact.ABSTRACT,
    "bio": Fact.BIOGRAPHY,
    "cv": Fact.BIOGRAPHY,
}


def is_container(element: Element) -> bool:
    """Whether the element is such a container: it holds a speaker's name directly."""
    names = {"name-bar", "speaker-name", "speaker"}
    return any(isinstance(child, Element) and child.classes & names for child in element.children)


def read(element: Element) -> Iterator[Item] | None:
    """The talk that a container states."""
    return talk(_items(element), element) if is_container(element) else None


def _items(element: Element) -> list[Item]:
    items: list[Item] = []
    for child in (child for child in element.children if isinstance(child, Element)):
        fact = next((_CLASSES[name] for name in child.attributes.get("class", "").split() if name in _CLASSES), None)
        if child.tag == "img" and child.attributes.get("src"):
            items.append(Statement(Fact.PHOTO, Located(child.attributes["src"], child.span), Origin.BODY))
            continue
        found = list(read_labelled(child))
        unlabelled = len(found) == 1 and isinstance(found[0], Prose)
        items += [statement(fact, child.children, child)] if fact and unlabelled else found
    # A portrait above the name is still that speaker's: statements about a person follow the name.
    return sorted(items, key=lambda item: not (isinstance(item, Statement) and item.fact is Fact.SPEAKER))
