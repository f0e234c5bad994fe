"""What of a page is of no known meaning → problems that say so: nothing that readers see goes missing in silence."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import UnreadText
from pipeline.extract.items import Item, Prose
from pipeline.extract.markup.tree import STRUCK, Element
from pipeline.model import Statement


def unread(items: Iterable[Item]) -> Iterator[Problem]:
    """Text and statements that have no place, and the problems among the items."""
    for item in items:
        if isinstance(item, Prose) and any(map(str.isalnum, (words := item.block.words()).value)):
            yield UnreadText(words.span, words.value)
        elif isinstance(item, Statement):
            yield UnreadText(item.text.span, item.text.value)
        elif isinstance(item, Problem):
            yield item


def struck(body: Element, cancelled: Sequence[Statement] = ()) -> Iterator[Problem]:
    """What is struck out, but for the sessions that are known to be ``cancelled`` by that."""
    known = {said.text.span.line for said in cancelled}
    for inner in body.elements():
        if inner.tag in STRUCK and (words := inner.words()).value and inner.span.line not in known:
            yield UnreadText(words.span, words.value)
