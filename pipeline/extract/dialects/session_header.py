"""Dialect: the session's own facts in one header block, told apart by the classes of its parts::

<div class="session-header">
  <span class="session-title">…</span> <span class="session-time">…</span>
  <span class="session-location">…</span> <span class="session-chair">Chair: …</span>
</div>
"""

from collections.abc import Iterator

from pipeline.extract.items import Item, Prose, block_of
from pipeline.extract.labels import read_labelled, statement
from pipeline.extract.markup.tree import Element, Node
from pipeline.model import Fact, Statement

_CLASSES: dict[str, Fact] = {
    "title": Fact.TITLE, "name": Fact.TITLE,
    "time": Fact.WHEN, "date": Fact.WHEN, "day": Fact.WHEN, "datetime": Fact.WHEN,
    "location": Fact.VENUE, "venue": Fact.VENUE, "room": Fact.VENUE, "place": Fact.VENUE,
    "chair": Fact.CHAIR, "host": Fact.HOST, "moderator": Fact.HOST, "organizer": Fact.ORGANIZER,
    "panelists": Fact.PANELIST, "guests": Fact.PANELIST,
}  # fmt: skip


def is_header(element: Element) -> bool:
    """Whether the element is such a header."""
    return bool(element.classes & {"session-header", "session-info", "session-meta"})


def read(element: Element) -> Iterator[Item] | None:
    """The facts that a session's header states."""
    return _parts(element) if is_header(element) else None


def _parts(element: Element) -> Iterator[Item]:
    """Each part under a class; within the others, their parts; what is left as lines with labels."""
    rest: list[Node] = []
    for child in element.children:
        if not isinstance(child, Element):
            rest.append(child)
        elif fact := _fact(child):
            found = list(read_labelled(child))
            labelled = [item for item in found if isinstance(item, Statement)]
            yield from labelled or [statement(fact, child.children, child)]
        elif child.children and any(isinstance(inner, Element) and _fact(inner) for inner in child.elements()):
            yield from _parts(child)
        else:
            rest.append(child)
    yield from (
        item for item in read_labelled(block_of(tuple(rest), element)) if not isinstance(item, Prose) or item.block.words().value
    )


def _fact(element: Element) -> Fact | None:
    words = (word for name in element.classes for word in name.split("-"))
    return next((_CLASSES[word] for word in sorted(words) if word in _CLASSES), None)
