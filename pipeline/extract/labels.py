"""The words that authors put before a fact (``Location:``, ``主持人：``), and the reading of labelled lines in any markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pipeline.diagnostics.pages import MisplacedPicture
from pipeline.extract.items import Item, Prose, block_of
from pipeline.extract.tree import BLOCKS, Element, Node, Text, drop_text, inner_html, located_text
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, Source, Span

_WORDS: dict[Fact, str] = {
    Fact.TITLE: "session|session title|session name|keynote speech|keynote|sessionkeynote speech|sessionkenote speech|panel|"
    "panel discussion|tutorial|topic|theme|workshop|分会场|会议主题|主题|分会|专题|论坛",
    Fact.TALK_TITLE: "title|talk|talk title|presentation|paper|题目|报告题目|演讲题目|报告主题|演讲主题|标题",
    Fact.WHEN: "time|when|date|date and time|date & time|time and date|schedule|session time|时间|日期|会议时间|报告时间|日期时间",
    Fact.VENUE: "location|venue|room|place|where|localtion|session location|地点|会议地点|报告地点|教室|会场|会议室|地址",
    Fact.HOST: "host|hosts|hosted by|moderator|moderators|主持人|主持|主持嘉宾",
    Fact.CHAIR: "chair|chairs|session chair|session chairs|chaired by|chairperson|主席|分会主席|会议主席|分会场主席",
    Fact.ORGANIZER: "organizer|organizers|organiser|organisers|organized by|organised by|session organizer|组织者|组织人|召集人|负责人",
    Fact.PANELIST: "guest|guests|panelist|panelists|panellist|panellists|panel members|discussants|嘉宾|与谈人|圆桌嘉宾|讨论嘉宾|参与嘉宾",
    Fact.SPEAKER: "speaker|speakers|presenter|presenters|lecturer|name|author|authors|报告人|演讲人|演讲者|讲者|主讲人|主讲|讲师|姓名|作者",
    Fact.AFFILIATION: "affiliation|affiliations|institute|institution|university|单位|工作单位|所在单位|机构",
    Fact.ABSTRACT: "abstract|summary|description|about|about the talk|摘要|报告摘要|演讲摘要|内容摘要|内容简介|简介|内容",
    Fact.BIOGRAPHY: "cv|bio|biography|short bio|speaker bio|self introduction|self-introduction|about the speaker|about the presenter|"
    "个人简介|报告人简介|演讲人简介|讲者简介|嘉宾简介|主讲人简介|作者简介|个人介绍",
    Fact.SLIDES: "slides|slide|幻灯片|讲义|课件",
    Fact.VIDEO: "video|recording|视频|录像|回放",
}  # fmt: skip
LABELS: dict[str, Fact] = {word: fact for fact, words in _WORDS.items() for word in words.split("|")}
RICH = frozenset({Fact.ABSTRACT, Fact.BIOGRAPHY})
_LABEL = re.compile(r"\s*([^:：.。\n]{1,40}?)\s*([:：])")
_ONLY = re.compile(r"\s*(.{1,40}?)\s*[:：.。]?\s*")
_STRONG = frozenset({"b", "strong", "em", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th"})


def fact_of(label: str) -> Fact | None:
    """The fact that a label announces; ``None`` where it is no label. Case, spacing and a closing number (``Speaker 2``) aside."""
    folded = re.sub(r"\s*\d+$", "", " ".join(label.replace("\xa0", " ").lower().split()))
    return LABELS.get(folded) or LABELS.get(folded.replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact and the nodes that state it, the label gone."""

    fact: Fact
    nodes: tuple[Node, ...]


def heading_fact(element: Element) -> Fact | None:
    """The fact that a heading, or a lone bold line, announces for what follows it (``## Abstract``)."""
    match = _ONLY.fullmatch(element.words().value)
    return fact_of(match[1]) if match else None


def read_labelled(element: Element, *, prose: bool = True) -> Iterator[Item]:
    """The labelled lines of a block, as statements; text before the first label, as ``Prose`` if wanted."""
    leading, labelled = _lines(element)
    if prose and located_text(leading, element.source, element.span).value:
        yield Prose(block_of(leading, element))
    for line in labelled:
        yield from statements(line, element)


def statements(line: Labelled, element: Element) -> Iterator[Item]:
    """A labelled line as a statement; pictures in a text that should have none as problems."""
    if line.fact in RICH:
        yield from _pictures(line)
    yield statement(line.fact, line.nodes, element)


def statement(fact: Fact, nodes: tuple[Node, ...], element: Element) -> Statement:
    """What these nodes of an element state."""
    words = located_text(nodes, element.source, element.span)
    if fact in RICH:
        return Statement(fact, Located(inner_html(nodes), words.span), Origin.BODY, markup="html")
    links = (e.attributes.get("href") for n in nodes if isinstance(n, Element) for e in n.elements() if e.tag == "a")
    return Statement(fact, words, Origin.BODY, link=next(filter(None, links), None))


def _pictures(line: Labelled) -> Iterator[MisplacedPicture]:
    where = str(line.fact.value)
    for node in line.nodes:
        for inner in node.elements() if isinstance(node, Element) else ():
            if inner.tag == "img" and "icon" not in inner.classes:
                yield MisplacedPicture(inner.span, inner.attributes.get("src", ""), where)


def _lines(element: Element) -> tuple[tuple[Node, ...], list[Labelled]]:
    """An element's nodes divided at its labels: what stands before the first, and each label's own."""
    leading: list[Node] = []
    found: list[tuple[Fact, list[Node]]] = []
    for line in _split(element.children):
        fact, rest = _label(line, element.source, element.span, within=found[-1][0] if found else None)
        if fact is not None:
            found.append((fact, list(rest)))
        elif found:
            found[-1][1].extend(line)
        else:
            leading.extend(line)
    return tuple(leading), [Labelled(fact, tuple(nodes)) for fact, nodes in found]


def _label(line: tuple[Node, ...], source: Source, span: Span, within: Fact | None) -> tuple[Fact | None, tuple[Node, ...]]:
    """The fact a line's label announces and the line without it; a second label for the same fact goes too (``CV: 个人简介：``)."""
    fact: Fact | None = None
    while True:
        words = located_text(line, source, span).value
        match = _LABEL.match(words)
        found = fact_of(match[1]) if match else None
        length = match.end() if match and found else 0
        if not found and (strong := _strong_opening(line)) and (found := heading_fact(strong)):
            length = len(strong.words().value)
        # Inside an abstract a plain line that happens to begin with a label's word is text.
        if not found or (fact is not None and found is not fact) or (within in RICH and not _strong_opening(line)):
            return fact, line
        fact = found
        line, _ = drop_text(line, len("".join(words[:length].split())))


def _strong_opening(line: tuple[Node, ...]) -> Element | None:
    """The emphasised element that a line begins with, if it begins with one."""
    for node in line:
        if isinstance(node, Text):
            if node.value.strip():
                return None
        elif node.tag in _STRONG:
            return node
        elif node.words().value:
            return None
    return None


def _split(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """The lines of some nodes: a ``<br>``, a line's end in the source and a block begin a new one. No node is lost."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            start = 0
            for index, character in enumerate(node.value):
                if character == "\n":
                    line.append(_cut(node, start, index + 1))
                    yield tuple(line)
                    line, start = [], index + 1
            line.append(_cut(node, start, len(node.value)))
        elif node.tag in BLOCKS or node.tag == "br":
            yield tuple(line)
            line = [node]
            if node.tag != "br":
                yield (node,)
                line = []
        else:
            line.append(node)
    yield tuple(line)


def _cut(text: Text, start: int, end: int) -> Text:
    return Text(text.value[start:end], partial(_shifted, text, start))


def _shifted(text: Text, by: int, index: int) -> int:
    return text.place(index + by)
