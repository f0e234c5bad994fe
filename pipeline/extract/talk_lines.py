"""Dialect: a talk in each line, its hours first, who and what in the rest: ``- 9:00 Ada Brook (Delta University): On Tides``.

Which words of the rest are the person is for ``normalize/talk_lines.py`` to tell: that takes knowing names.
"""

import re
from collections.abc import Sequence

from pipeline.extract.items import Item, Prose, TalkBlock, TalkLine, block_of
from pipeline.extract.lines import split_lines
from pipeline.extract.tree import BLOCKS, Element, Node, located_text
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_HALF = r"(?:\s?[ap]\.?\s?m\b\.?)?"
_CLOCK = rf"\d{{1,2}}\s?[:：h时時시点][0-5]\d分?{_HALF}(?:\s?(?:uhr|h)\b)?"
_HOURS = rf"{_CLOCK}(?:\s*(?:[-–—−~～〜至]+|to|bis|à|a)\s*{_CLOCK})?"
_LINE = re.compile(rf"[\[(（【]?({_HOURS})[\])）】]?\s*[:：,，|·–—.-]?\s+(\S.*)", re.IGNORECASE)
_FEWEST = 2
_LONGEST = 300  #: characters of a line; what is longer is text
#: What may be said of a talk beneath its line.
_GO_ON = frozenset({Fact.AFFILIATION, Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO, Fact.URL})


def read(element: Element) -> list[Item]:
    """The lines of a paragraph, or the items of a list, each a talk's; nothing where one of them begins with no hours."""
    if element.tag in ("ul", "ol"):
        entries = [child for child in element.children if isinstance(child, Element)]
        if any(inner.tag in BLOCKS - {"p"} for entry in entries for child in _inner(entry) for inner in child.elements()):
            return []
        found = [_line(entry.children, element) for entry in entries]
    else:
        lines = [nodes for _, nodes in split_lines(element.children) if located_text(nodes, element.source, element.span).value]
        found = [_line(nodes, element) for nodes in lines]
    return [line for line in found if line is not None] if all(found) else []


def _inner(entry: Element) -> list[Element]:
    return [child for child in entry.children if isinstance(child, Element)]


def _line(nodes: tuple[Node, ...], element: Element) -> TalkLine | None:
    words = located_text(nodes, element.source, element.span)
    match = _LINE.fullmatch(words.value) if len(words.value) < _LONGEST else None
    if match is None:
        return None

    def part(group: int) -> Located[str]:
        return Located(match[group], within(words, match.start(group), match.end(group)))

    when = Statement(Fact.WHEN, part(1), Origin.BODY)
    return TalkLine((when, Statement(Fact.LINE, part(2), Origin.BODY)), Prose(block_of(nodes, element)))


def settle(items: Sequence[Item]) -> Sequence[Item]:
    """Several lines on a page are its talks, each with what is said right after it; a single one is text as any other."""
    if sum(isinstance(item, TalkLine) for item in items) < _FEWEST:
        return [item.prose if isinstance(item, TalkLine) else item for item in items]
    settled: list[Item] = []
    for item in items:
        last = settled[-1] if settled else None
        if isinstance(item, TalkLine):
            settled.append(TalkBlock(item.statements, item.prose.block.words().span))
        elif isinstance(last, TalkBlock) and _is_line(last) and isinstance(item, Statement) and item.fact in _GO_ON:
            settled[-1] = TalkBlock((*last.statements, item), last.span)
        else:
            settled.append(item)
    return settled


def _is_line(talk: TalkBlock) -> bool:
    return any(said.fact is Fact.LINE for said in talk.statements)
