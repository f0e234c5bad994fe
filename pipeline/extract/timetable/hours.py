"""Dialect: lines that are hours alone, or a day alone, and what stands under each::

**[1] 13:10 - 13:40**
Ada Brook
Coast University
On Tides
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.items import Item, Prose, Slot, TalkBlock
from pipeline.extract.timetable.entry import entry, lines
from pipeline.extract.timetable.words import hours_in, is_day
from pipeline.extract.tree import Element
from pipeline.model import Fact, Origin, Statement
from pipeline.normalize.times import read_time
from pipeline.source import Located, within


def read(element: Element) -> list[Item]:
    """What a block says that has a line of a day or hours alone; nothing for any other."""
    own = list(lines(element))
    marks = [_mark(line, alone=len(own) == 1) for line in own]
    if not any(marks):
        return []
    starts = [number for number, mark in enumerate(marks) if mark]
    items: list[Item] = [Prose(line) for line in own[: starts[0]]]
    for begin, end in pairwise((*starts, len(own))):
        if mark := marks[begin]:
            items += _under(mark, own[begin + 1 : end])
    return items


def _mark(line: Element, *, alone: bool) -> Statement | None:
    """The day or the hours that a line is alone. A start without an end may be anything, where other lines stand beside it."""
    words = line.words()
    if is_day(words.value) and not _has_rest(words.value):
        return Statement(Fact.HEADING, words, Origin.HEADING)
    place = hours_in(words.value)
    clock = read_time(words.value).clock if place else None
    if place is None or clock is None or (clock.end is None and alone):
        return None
    return Statement(Fact.WHEN, Located(words.value[slice(*place)], within(words, *place)), Origin.BODY)


def _has_rest(text: str) -> bool:
    return any(any(map(str.isalpha, text[piece.start : piece.end])) for piece in read_time(text).rest)


def _under(mark: Statement, below: Sequence[Element]) -> Iterator[Item]:
    """A mark and the lines under it: an entry where there are any; hours with none wait for the blocks that follow."""
    if mark.fact is Fact.HEADING or not below:
        yield mark if mark.fact is Fact.HEADING else Slot(mark, None, mark)
        yield from map(Prose, below)
        return
    whole = Element("p", {}, tuple(_joined(below)), below[0].source, below[0].start, below[-1].end)
    items = entry(whole)
    if items:
        yield from _talk(mark, items)
    else:
        yield Slot(mark, None, mark)
        yield from map(Prose, below)


def _joined(of: Sequence[Element]) -> Iterator[Element]:
    """The lines as blocks, so that each stays a line."""
    for line in of:
        yield Element("div", {}, line.children, line.source, line.start, line.end)


def _talk(when: Statement, items: Sequence[Item]) -> Iterator[Item]:
    stated = [item for item in items if isinstance(item, Statement)]
    inner = [one for item in items if isinstance(item, TalkBlock) for one in item.statements]
    said = [
        Statement(Fact.TALK_TITLE, one.text, one.origin, link=one.link) if one.fact is Fact.TITLE else one
        for one in (*stated, *inner)
    ]
    yield TalkBlock((when, *dict.fromkeys(said)), when.text.span)
    yield from (item for item in items if not isinstance(item, Statement | TalkBlock))
