"""Dialect: a Markdown list whose items are labelled, in Chinese as a rule::

    - **演讲人**：张三（清华大学）
    - **题目**：…
    - **摘要**：…
    - **个人简介**：…

An item may go on in further paragraphs; a list may state one talk, several, or the session's own facts.
"""

from collections.abc import Iterator

from pipeline.extract.items import Item
from pipeline.extract.label_words import RICH
from pipeline.extract.labels import read_labelled
from pipeline.extract.markup.tree import Element
from pipeline.model import Statement
from pipeline.source import Located

_APART = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table"})  # what no item is


def is_labelled_list(element: Element) -> bool:
    """Whether the element is a list with a label on at least half of its items."""
    if element.tag not in ("ul", "ol") or any(inner.tag in _APART for inner in element.elements()):
        return False
    entries = [child for child in element.children if isinstance(child, Element)]
    labelled = [entry for entry in entries if any(isinstance(item, Statement) for item in read_labelled(entry, prose=False))]
    return len(labelled) * 2 >= max(len(entries), 1)


def read(element: Element) -> Iterator[Item] | None:
    """The facts of a labelled list."""
    return _read(element) if is_labelled_list(element) else None


def _read(element: Element) -> Iterator[Item]:
    for entry in (child for child in element.children if isinstance(child, Element)):
        items = list(read_labelled(entry))
        # A label alone announces the list beneath it: its items are the values (参与嘉宾: one guest an item).
        inner = next((child for child in entry.children if isinstance(child, Element) and child.tag in ("ul", "ol")), None)
        first = next((item for item in items if isinstance(item, Statement)), None)
        if inner is not None and first is not None and first.fact not in RICH and not is_labelled_list(inner):
            for value in (child for child in inner.children if isinstance(child, Element)):
                yield Statement(first.fact, value.words(), first.origin, link=first.link)
        elif inner is not None and first is not None and is_labelled_list(inner):
            yield from _with_inner(items, inner)
        else:
            yield from items


def _with_inner(items: list[Item], inner: Element) -> Iterator[Item]:
    """A labelled item that holds a labelled list: what its own line says, then the list's facts."""
    below = inner.words().value
    for item in items:
        if isinstance(item, Statement) and item.text.value.endswith(below):
            own = item.text.value[: -len(below)].strip()
            if own:
                yield Statement(item.fact, Located(own, item.text.span), item.origin, item.markup, item.link)
        else:
            yield item
    yield from _read(inner)
