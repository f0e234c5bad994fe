"""The reading of labelled lines (``Location: Main Hall``, ``主持人：…``) in any markup; the labels' words are in ``label_words.py``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostics.pages import MisplacedPicture
from pipeline.extract.items import Item, Prose, block_of
from pipeline.extract.label_words import NUMBER, OF_PEOPLE, RICH, fact_of, fold_label, known_label
from pipeline.extract.markup.lines import ONLY, STRONG, Begin, split_lines, without_separator
from pipeline.extract.markup.tree import BLOCKS, UNSEEN, Element, Node, Text, drop_text, inner_html, located_text
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, Source, Span

#: Labels that alone are a heading like any other: what follows is no value of theirs.
_HEADINGS_OF_THEIR_OWN = frozenset(
    "schedule session keynote keynote&speech panel panel&discussion tutorial workshop plenary symposium 分会 分会场 专题 论坛 分论坛 日程 일정 "
    "horaires horaire sitzung sesión overview outline name profile talk talks lecture presentation paper 报告 "
    "abstracts biographies bios keynotes panels tutorials workshops sessions lectures presentations papers".replace(" ", "|")
    .replace("&", " ")
    .split("|")
)
# The colon of "9:50" ends no label.
_LABEL = re.compile(r"\s*([^:：﹕∶.。\n]{1,40}?)\s*(?:(?<!\d)[:：﹕∶]|[:：﹕∶](?!\d))")
#: "Abstract. We study": only of what is text.
_STOPPED = re.compile(r"\s*([A-ZÀ-Ý][^\W\d_]{2,15}(?:\s[^\W\d_]{2,15})?)\.\s+(?=[^\W\d_])")
_SPACED = re.compile(r"\s*([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,8})[\s\u3000]+\S")
#: Pictures that people put in a label's place.
_SIGNS: dict[str, Fact] = (
    dict.fromkeys("🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⏱⌚📅📆🗓", Fact.WHEN)
    | dict.fromkeys("📍🏛🏢🏫", Fact.VENUE)
    | dict.fromkeys("🎤🗣", Fact.SPEAKER)
)
_MOST_LABELS = 3
_SEPARATORS = re.compile(r"\s*[-–—－:：﹕∶|]+\s*")
#: "Title: Professor" is no talk's.
RANK = re.compile(
    r"(?:(?:(?:associate|assistant|full|distinguished|chair|adjunct|emeritus|research|senior)\s)*"
    r"(?:professor|lecturer|researcher|fellow|scientist)(?:\s(?:of|in|at)\s.*)?)"
    r"|(?:ph\.?\s?d\.?|dr\.?|m\.?\s?d\.?)(?:\s(?:student|candidate))?|prof\.?"
    r"|(?:长聘|特聘|讲席|助理|青年)*副?(?:教授|研究员)|博士|讲师|院士|博士后|博士生",
    re.IGNORECASE,
)
_BLOCK_LABELS = STRONG - {"b", "strong", "em", "i", "u"}
_LABEL_CLASSES = frozenset({"label", "key", "term"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact and the nodes that state it, the label gone."""

    fact: Fact
    nodes: tuple[Node, ...]


def heading_fact(element: Element) -> Fact | None:
    """The fact that a heading, or another line of a label alone, announces for what follows it (``## Abstract``)."""
    match = ONLY.fullmatch(element.words().value)
    folded = fold_label(match[1]) if match else ""
    fact = fact_of(match[1]) if match and folded not in _HEADINGS_OF_THEIR_OWN else None
    # "Talk 1" and "Session B" head what follows, and are not its label.
    return None if fact in (Fact.TITLE, Fact.TALK_TITLE) and known_label(folded) is None and NUMBER.search(folded) else fact


def is_numbered(line: Element) -> bool:
    """Whether a line begins with what numbers a session or talk (``Session 2: Trees``): that is part of its name, and no label."""
    match = _LABEL.match(line.words().value)
    folded = fold_label(match[1]) if match else ""
    return (
        bool(match)
        and fact_of(folded) in (Fact.TITLE, Fact.TALK_TITLE)
        and known_label(folded) is None
        and NUMBER.search(folded) is not None
    )


def announces(element: Element) -> Fact | None:
    """The fact that a line of a label alone announces for what follows: one that ends with a colon, or is set apart from text."""
    words = element.words().value
    set_apart = element.classes & _LABEL_CLASSES or any(
        inner.tag in STRONG and inner.words().value == words for inner in element.elements() if words
    )
    return heading_fact(element) if words.endswith((":", "：")) or set_apart else None


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
    """What these nodes of an element state. The lines of people are told apart by commas, as if they were on one."""
    words = located_text(nodes, element.source, element.span, between=", " if fact in OF_PEOPLE else " ")
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
    for begin, line in split_lines(element.children):
        fact, rest = _label(line, element.source, element.span)
        if fact is not None and (not found or _ends(found[-1][0], fact, begin, line, element)):
            if begin is Begin.AMIDST:
                without_separator(found[-1][1] if found else leading)
            found.append((fact, list(rest)))
        elif found:
            found[-1][1].extend(line)
        else:
            leading.extend(line)
    return tuple(leading), [Labelled(fact, tuple(nodes)) for fact, nodes in found]


def _ends(within: Fact, fact: Fact, begin: Begin, line: tuple[Node, ...], element: Element) -> bool:
    """Whether a line with a label ends the fact before it. Inside an abstract one that happens to begin with a label's word is text."""
    if within not in RICH:
        return True
    words = located_text(line, element.source, element.span).value
    strong = _strong_opening(line)
    match = _LABEL.match(words)
    coloned = match is not None and fact_of(match[1]) is not None
    if strong and (strong.tag in _BLOCK_LABELS or coloned):
        return True
    return (
        begin is not Begin.AMIDST
        and fact not in (within, Fact.AFFILIATION)
        and not words[:1].islower()
        and not words.lower().startswith(("name", "姓名"))
        and ((begin is Begin.HARD and coloned) or fact in (Fact.SPEAKER, Fact.TALK_TITLE, Fact.ABSTRACT, Fact.BIOGRAPHY))
    )


def _label(line: tuple[Node, ...], source: Source, span: Span) -> tuple[Fact | None, tuple[Node, ...]]:
    """The fact a line's label announces and the line without it; a second label for the same fact goes too (``CV: 个人简介：``)."""
    fact: Fact | None = None
    for _ in range(_MOST_LABELS):
        words = located_text(line, source, span).value
        found, length = _opening(line, words)
        if found is None or (fact is not None and found is not fact):
            return fact, line
        if found is Fact.TALK_TITLE and RANK.fullmatch(words[length:].strip()):
            return None, line
        fact = found
        line, _ = drop_text(line, len("".join(words[:length].split())))
    return fact, line


def _opening(line: tuple[Node, ...], words: str) -> tuple[Fact | None, int]:
    """The fact that a line's first words announce, and how many characters of it do."""
    if (match := _LABEL.match(words)) and (found := fact_of(match[1])):
        return found, match.end()
    strong = _strong_opening(line)
    match = ONLY.fullmatch(strong.words().value) if strong else None
    if strong and match and (found := fact_of(match[1])):
        length = len(strong.words().value)
        separators = _SEPARATORS.match(words, length)
        if separators is None and fold_label(match[1]) in _HEADINGS_OF_THEIR_OWN:
            return None, 0  # "[Workshop] Seeing like a lake" says what sort it is
        return found, separators.end() if separators else length
    if (match := _STOPPED.match(words)) and (found := fact_of(match[1])) in RICH:
        return found, match.end()
    if words[:1] in _SIGNS and any(map(str.isalnum, words)):
        return _SIGNS[words[0]], len(words) - len(words[1:].lstrip(" \ufe0f:："))
    match = _SPACED.match(words)
    found = fact_of(match[1]) if match else None
    return (found, match.end(1)) if match and found not in (None, Fact.TITLE, *RICH) else (None, 0)


def _strong_opening(line: tuple[Node, ...]) -> Element | None:
    """The emphasised element, or the one made to hold a label, that a line begins with, if it begins with one."""
    visible = [node for node in line if not (isinstance(node, Text) and _blank(node.value)) and not _empty(node)]
    first = visible[0] if visible else None
    if not isinstance(first, Element) or first.tag in BLOCKS - STRONG:
        return None
    beside_a_value = first.tag == "span" and len(visible) > 1 and isinstance(visible[1], Element)
    return first if first.tag in STRONG or first.classes & _LABEL_CLASSES or beside_a_value else None


def _empty(node: Node) -> bool:
    return isinstance(node, Element) and not node.words().value


def _blank(text: str) -> bool:
    return not text.translate(UNSEEN).strip()
