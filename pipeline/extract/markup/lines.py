"""The lines of a block, in whatever markup an author broke them: ``<br>``, blocks, the source's own lines, labels in the midst of one."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import partial

from pipeline.extract.label_words import OF_PEOPLE, fact_of
from pipeline.extract.markup.tree import BLOCKS, Element, Node, Text
from pipeline.model import Fact

ONLY = re.compile(r"\s*(.{1,40}?)\s*[:：﹕∶.。]?\s*")
#: What an emphasised remark begins with: "_Instructors: Ada Brook, Ben Ford_".
_OPENS_WITH_LABEL = re.compile(r"\s*([^:：\n]{1,30}?)\s*[:：]\s*\S")
STRONG = frozenset({"b", "strong", "em", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "summary"})
_WITHIN_A_LINE = re.compile(
    r"(?:[,;|，；]\s*|\s{2,}|\u3000+)(?:([^\W\d_][^:：,;|，；\n]{0,30}?)\s*[:：](?!\d)|([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,8})\s+(?=\S))"
)


class Begin(Enum):
    """What a line begins after: where an author broke it, where the source is broken or a label stands in its midst, a separator."""

    HARD = 1
    SOFT = 2
    AMIDST = 3


Line = tuple[Begin, tuple[Node, ...]]


def split_lines(nodes: tuple[Node, ...]) -> Iterator[Line]:
    """The lines of some nodes: a ``<br>``, a block, a line's end in the source and a label amidst begin a new one. No node is lost."""
    line: list[Node] = []
    begin = Begin.HARD
    for node in nodes:
        if isinstance(node, Text):
            at = 0
            for end, kind in _breaks(node.value):
                line.append(cut(node, at, end))
                yield begin, tuple(line)
                line, at, begin = [], end, kind
            line.append(cut(node, at, len(node.value)))
        elif node.tag in BLOCKS or node.tag == "br":
            yield begin, tuple(line)
            line, begin = [node], Begin.HARD
            if node.tag != "br":
                yield begin, (node,)
                line = []
        else:
            if _is_label(node) and _says(line):
                yield begin, tuple(line)
                line, begin = [], Begin.SOFT
            line.append(node)
    yield begin, tuple(line)


def _is_label(node: Element) -> bool:
    """Whether an emphasised word in the midst of a line is a label: labels there begin with a capital (``we <b>host</b> them``)."""
    words = node.words().value if node.tag in STRONG else ""
    match = ONLY.fullmatch(words)
    of_people = _OPENS_WITH_LABEL.match(words)
    alone = match is not None and fact_of(match[1]) is not None
    return not words[:1].islower() and (alone or (of_people is not None and fact_of(of_people[1]) in OF_PEOPLE))


def _says(line: list[Node]) -> bool:
    return any(character.isalnum() for node in line if isinstance(node, Text) for character in node.value) or any(
        isinstance(node, Element) and node.words().value for node in line
    )


def _breaks(text: str) -> Iterator[tuple[int, Begin]]:
    """Where new lines begin in a text: after its line ends, and at labels that a comma or wide space sets apart."""
    amidst = [
        (match.start(match.lastindex or 0), Begin.AMIDST)
        for match in _WITHIN_A_LINE.finditer(text)
        if not match[match.lastindex or 0][0].islower() and fact_of(match[match.lastindex or 0]) not in (None, Fact.TITLE)
    ]
    ends = [(index + 1, Begin.SOFT) for index, character in enumerate(text) if character == "\n"]
    yield from sorted([*amidst, *ends], key=lambda one: one[0])


def without_separator(nodes: list[Node]) -> None:
    """Takes off the comma or space that set the next label apart."""
    if nodes and isinstance(last := nodes[-1], Text):
        nodes[-1] = Text(last.value.rstrip(" \t\u3000,;|，；"), last.place)


def cut(text: Text, start: int, end: int) -> Text:
    """A piece of a text, at its place."""
    return Text(text.value[start:end], partial(_shifted, text, start))


def _shifted(text: Text, by: int, index: int) -> int:
    return text.place(index + by)
