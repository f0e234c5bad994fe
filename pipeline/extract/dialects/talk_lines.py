"""Dialect: a talk in each line, its hours first, who and what in the rest: ``- 9:00 Ada Brook (Delta University): On Tides``.

Which words of the rest are the person is for ``normalize/talk_lines.py`` to tell: that takes knowing names. But where lines set the
title apart in their markup, names stand before it: ``9:00 Ada Brook *On Tides*``. In a list of seminars the day takes the hours' place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.items import Item, Prose, TalkBlock, TalkLine, block_of
from pipeline.extract.labels import statement
from pipeline.extract.markup.lines import split_lines
from pipeline.extract.markup.tree import BLOCKS, Element, Node, drop_text, located_text
from pipeline.extract.timetable.words import looks_like_names
from pipeline.grammar.kinds import is_pause, kind_named
from pipeline.grammar.times import read_time
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_HALF = r"(?:\s?[ap](?:\.?\s?m\b\.?|(?![\w.])))?"
_UNIT = r"(?:\s?(?:uhr|h)\b)?"
_CLOCK = rf"\d{{1,2}}(?:\s?[:：h時时시点][0-5]\d分?{_HALF}{_UNIT}|\s?(?:h|uhr)\b|\s?[ap]\.?\s?m\b\.?)"
_DOTTED = rf"\d{{1,2}}\.[0-5]\d{_HALF}{_UNIT}"
_COMPACT = r"(?!(?:19|20)\d\d\s?.\s?(?:19|20))[0-2]\d[0-5]\d"  # no years
_TO = r"\s*(?:[-–—−~～〜至]+|to|bis|à|a)\s*"
_HOURS = rf"{_CLOCK}(?:{_TO}{_CLOCK})?|{_DOTTED}{_TO}{_DOTTED}|\d{{1,2}}{_TO}{_CLOCK}|{_COMPACT}\s?[-–—~]\s?[0-2]\d[0-5]\d"
_REST = r"[\])）】]?\s*[:：,，|·–—.-]?(?:\s+|(?=[「『【《(（]))(\S.*)"
_LINE = re.compile(rf"[\[(（【]?({_HOURS}){_REST}", re.IGNORECASE)
#: A start with a dot, among lines that have more.
_DOTTED_LINE = re.compile(rf"({_DOTTED}){_REST}", re.IGNORECASE)
_AFTER_DAY = re.compile(r"[\])）】]?\s*[:：,，|·–—.-]*\s*(\S.*)", re.DOTALL)
_LONGEST_DAY = 60
_EMPHASIS = frozenset({"b", "strong", "em", "i", "cite", "a", "u"})
_QUOTES = '“”„«»"「」『』《》'
_FEWEST = 2
_LONGEST = 300  #: characters of a line; what is longer is text
#: What may be said of a talk beneath its line.
_GO_ON = frozenset({Fact.AFFILIATION, Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO, Fact.URL})


def read(element: Element) -> list[Item]:
    """The lines of a paragraph, or the items of a list, as talks; nothing where not all begin with hours, or with days.

    In a paragraph text may stand under the hours, if at least every second line begins with some.
    """
    if element.tag in ("ul", "ol"):
        entries = [child for child in element.children if isinstance(child, Element)]
        if any(_inner_list(entry) for entry in entries):
            return _with_lists(entries, element)
        if any(inner.tag in BLOCKS - {"p"} for entry in entries for child in _inner(entry) for inner in child.elements()):
            return []
        lines = [entry.children for entry in entries]
    else:
        lines = [nodes for _, nodes in split_lines(element.children) if located_text(nodes, element.source, element.span).value]
    found = [_line(nodes, element) for nodes in lines]
    if any(found) and not all(found):
        found = [line or _line(nodes, element, _DOTTED_LINE) for line, nodes in zip(found, lines, strict=True)]
    if not any(found):
        dated = [_dated(nodes, element) for nodes in lines]
        found = dated if all(dated) else []
    told = sum(line is not None for line in found)
    some = element.tag not in ("ul", "ol") and told >= _FEWEST and told * 2 >= len(found) and found[0] is not None
    if not found or (told < len(found) and not some):
        return []
    return [line or Prose(block_of(nodes, element)) for line, nodes in zip(_named(found, lines, element), lines, strict=True)]


def _inner_list(entry: Element) -> Element | None:
    return next((child for child in _inner(entry) if child.tag in ("ul", "ol")), None)


def _with_lists(entries: Sequence[Element], element: Element) -> list[Item]:
    """Items that each have hours, some with a list beneath: its talks, where it sets titles apart from names; else text."""
    items: list[Item] = []
    for entry in entries:
        inner = _inner_list(entry)
        own = tuple(node for node in entry.children if node is not inner)
        line = None if any(child.tag in BLOCKS - {"p"} for child in own if isinstance(child, Element)) else _line(own, element)
        if line is None:
            return []
        items += [line, *(_beneath(inner) if inner else ())]
    return items


def _beneath(inner: Element) -> list[Item]:
    told: list[TalkBlock] = []
    for entry in _inner(inner):
        words = entry.words()
        line = TalkLine((Statement(Fact.LINE, words, Origin.BODY),), Prose(entry))
        said = _apart(line, entry.children, inner)
        if said is None:
            return [Prose(inner)]
        told.append(TalkBlock(said, words.span))
    return [*told]


def apart(element: Element) -> tuple[Element, Element] | None:
    """What stands above lines with hours in a paragraph (``Room: Hall 2``), and these; ``None`` where nothing does, or no such lines are."""
    lines = [nodes for _, nodes in split_lines(element.children) if located_text(nodes, element.source, element.span).value]
    told = [_line(nodes, element) is not None for nodes in lines]
    first = told.index(True) if any(told) else 0
    if element.tag in ("ul", "ol", "li") or not first or sum(told) < _FEWEST or sum(told[first:]) * 2 < len(told[first:]):
        return None
    broken = [block_of(nodes, element) for nodes in lines]
    above, below = (
        Element(
            "p",
            {},
            tuple(node for line in part for node in (*line.children, _break(element))),
            element.source,
            element.start,
            element.end,
        )
        for part in (broken[:first], broken[first:])
    )
    return above, below


def _break(like: Element) -> Element:
    return Element("br", {}, (), like.source, like.start, like.end)


def _inner(entry: Element) -> list[Element]:
    return [child for child in entry.children if isinstance(child, Element)]


def _line(nodes: tuple[Node, ...], element: Element, form: re.Pattern[str] = _LINE) -> TalkLine | None:
    words = located_text(nodes, element.source, element.span)
    match = form.fullmatch(words.value) if len(words.value) < _LONGEST else None
    return _talk(words, match.span(1), match.span(2), nodes, element) if match else None


def _dated(nodes: tuple[Node, ...], element: Element) -> TalkLine | None:
    """A line that begins with a day, and perhaps hours behind it."""
    words = located_text(nodes, element.source, element.span)
    head = words.value[:_LONGEST_DAY]
    reading = read_time(head) if any(map(str.isdigit, head)) else None
    day = reading.date_extent if reading and len(reading.dates) == 1 and reading.dates[0].day and reading.dates[0].month else None
    if reading is None or day is None or any(map(str.isalnum, head[: day.start])):
        return None
    clock = reading.clock_extent
    hours = clock is not None and not any(map(str.isalnum, head[day.end : clock.start]))
    end = clock.end if clock is not None and hours else day.end
    rest = _AFTER_DAY.fullmatch(words.value, end)
    return _talk(words, (day.start, end), rest.span(1), nodes, element, Fact.WHEN if hours else Fact.DATE) if rest else None


def _talk(
    words: Located[str],
    head: tuple[int, int],
    rest: tuple[int, int],
    nodes: tuple[Node, ...],
    element: Element,
    fact: Fact = Fact.WHEN,
) -> TalkLine:
    when, what = (Located(words.value[slice(*part)], within(words, *part)) for part in (head, rest))
    statements = (Statement(fact, when, Origin.BODY), Statement(Fact.LINE, what, Origin.BODY))
    return TalkLine(statements, Prose(block_of(nodes, element)))


def _named(lines: Sequence[TalkLine | None], nodes: Sequence[tuple[Node, ...]], element: Element) -> list[TalkLine | None]:
    """The lines, those whose markup sets a title behind names divided there, if at least half of those with talks are."""
    parts = [_apart(line, own, element) if line else None for line, own in zip(lines, nodes, strict=True)]
    talks = [line for line in lines if line and not is_pause(line.statements[-1].text.value)]
    several = sum(part is not None for part in parts)
    if several < _FEWEST or several * 2 < len(talks):
        return list(lines)
    return [
        TalkLine((line.statements[0], *part), line.prose) if line and part else line
        for line, part in zip(lines, parts, strict=True)
    ]


def _apart(line: TalkLine, nodes: tuple[Node, ...], element: Element) -> tuple[Statement, ...] | None:
    """Names, and the title in emphasis or a link behind them, with nothing but a remark after it."""
    rest = line.statements[-1].text.value
    whole = located_text(nodes, element.source, element.span).value
    kept, _ = drop_text(nodes, len("".join(whole[: len(whole) - len(rest)].split())))
    kept = tuple(child for node in kept for child in (node.children if isinstance(node, Element) and node.tag == "p" else (node,)))
    marked = next(
        (i for i, node in enumerate(kept) if isinstance(node, Element) and node.tag in _EMPHASIS and node.words().value), 0
    )
    who = located_text(kept[:marked], element.source, element.span)
    title = kept[marked] if marked else None
    after = located_text(kept[marked + 1 :], element.source, element.span).value
    names = who.value.rstrip(" :：,，–—-")
    if not isinstance(title, Element) or (after and after[0] not in "(（["):
        return None
    if not looks_like_names(names) or is_pause(names) or any(map(kind_named, (names, names.split()[-1]))):
        return None
    speaker = Statement(Fact.SPEAKER, Located(names, within(who, 0, len(names))), Origin.BODY)
    return _unquoted(statement(Fact.TALK_TITLE, (title,), element)), speaker


def _unquoted(said: Statement) -> Statement:
    words = said.text.value
    start = len(words) - len(words.lstrip(_QUOTES))
    kept = words.strip(_QUOTES)
    return replace(said, text=Located(kept, within(said.text, start, start + len(kept))))


def settle(items: Sequence[Item]) -> Sequence[Item]:
    """Several lines with hours on a page are its talks, each with what is said right after it; a single one, and those of days, are text."""
    if sum(isinstance(item, TalkLine) and not item.dated for item in items) < _FEWEST:
        return [item.prose if isinstance(item, TalkLine) else item for item in items]
    settled: list[Item] = []
    for item in items:
        last = settled[-1] if settled else None
        if isinstance(item, TalkLine):
            settled.append(item.prose if item.dated else TalkBlock(item.statements, item.prose.block.words().span))
        elif isinstance(last, TalkBlock) and _is_line(last) and isinstance(item, Statement) and item.fact in _GO_ON:
            settled[-1] = TalkBlock((*last.statements, item), last.span)
        else:
            settled.append(item)
    return settled


def _is_line(talk: TalkBlock) -> bool:
    return any(said.fact is Fact.LINE for said in talk.statements)
