"""Dialect: a talk announced by a line of hours and title, ``### 10:00-10:30 On Tides``, with its facts under it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.items import Item, Prose, Slot
from pipeline.extract.markup.tree import Element
from pipeline.extract.timetable.moments import is_day_without_date
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_HALF = r"(?:\s?[ap]\.?\s?m\b\.?)?"
_HOURS = rf"\d{{1,2}}[:：.h时時点][0-5]\d分?{_HALF}\s*(?:[-–—−~～〜至]+|to)\s*\d{{1,2}}[:：.h时時点][0-5]\d分?{_HALF}"
_FIRST = re.compile(rf"[\[(（【]?({_HOURS})[\])）】]?\s*[:：,，|·–—-]?\s*(\S.*)", re.IGNORECASE)
_LAST = re.compile(rf"(.*?\S)\s*[,，|·–—-]?\s*[\[(（【]({_HOURS})[\])）】]", re.IGNORECASE)
_FEWEST = 2


def read(element: Element) -> list[Item]:
    """The slot that a heading, or a line in bold type alone, states, or the day that such a line names; nothing where it states none."""
    words = element.words()
    if not element.tag.startswith("h") and not is_bold(element):
        return []
    if is_day_without_date(words.value):
        return [Statement(Fact.HEADING, words, Origin.HEADING)]
    first, last = _FIRST.fullmatch(words.value), _LAST.fullmatch(words.value)
    match = first or last
    if match is None:
        return []
    hours, title = (1, 2) if first else (2, 1)

    def part(group: int) -> Located[str]:
        return Located(match[group], within(words, match.start(group), match.end(group)))

    return [
        Slot(
            Statement(Fact.WHEN, part(hours), Origin.HEADING),
            Statement(Fact.TALK_TITLE, part(title), Origin.HEADING),
            Statement(Fact.HEADING, words, Origin.HEADING),
        )
    ]


def is_bold(element: Element) -> bool:
    """Whether all words of an element are in bold type."""
    words = element.words().value
    return bool(words) and any(inner.tag in ("b", "strong") and inner.words().value == words for inner in element.elements())


def settle(items: Sequence[Item]) -> Sequence[Item]:
    """Several slots on a page are its talks; a single one is a heading as any other.

    Beneath a slot's heading words in bold type alone are the title, and those of the heading who speaks, perhaps.
    """
    several = sum(isinstance(item, Slot) for item in items) >= _FEWEST
    settled: list[Item] = []
    for before, item in zip((None, *items), items, strict=False):
        if isinstance(item, Slot):
            settled += [item.when, item.title] if several else [item.heading]
        elif several and isinstance(before, Slot) and isinstance(item, Prose) and is_bold(item.block):
            settled[-1] = as_line(before.title)
            settled.append(Statement(Fact.TALK_TITLE, item.block.words(), Origin.BODY))
        else:
            settled.append(item)
    return settled


def as_line(said: Statement) -> Statement:
    """Words that are a title, unless they tell who speaks as well."""
    return replace(said, fact=Fact.LINE, origin=Origin.HEADING)


def without_hours(said: Statement) -> list[Statement]:
    """A talk's title, and the hours in brackets after it."""
    match = _LAST.fullmatch(said.text.value) if said.fact is Fact.TALK_TITLE else None
    if match is None:
        return [said]
    title, when = (Located(match[group], within(said.text, match.start(group), match.end(group))) for group in (1, 2))
    return [Statement(Fact.WHEN, when, said.origin), replace(said, text=title)]
