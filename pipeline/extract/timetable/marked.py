"""The parts of an entry that its markup names: ``<span class="speaker">``, ``<span class="badge">Keynote</span>``."""

from collections.abc import Iterator

from pipeline.extract.dialects.classes import class_fact
from pipeline.extract.label_words import fact_of
from pipeline.extract.labels import statement
from pipeline.extract.markup.tree import Element
from pipeline.grammar.kinds import kind_named
from pipeline.model import Fact, Statement

_TITLES = frozenset({Fact.TITLE, Fact.TALK_TITLE})
_NAMED = _TITLES | {
    Fact.SPEAKER,
    Fact.AFFILIATION,
    Fact.ABSTRACT,
    Fact.BIOGRAPHY,
    Fact.VENUE,
    Fact.CHAIR,
    Fact.HOST,
    Fact.SLIDES,
    Fact.VIDEO,
}
_BADGES = frozenset({"badge", "tag", "pill", "chip"})


def parted(entry: Element) -> tuple[Element, tuple[Statement, ...]]:
    """An entry without the parts that are named, and what they state. Where two are called its title, neither is believed to be."""
    titles = [inner for inner, fact in _named(entry) if fact in _TITLES]
    parts = [(inner, fact) for inner, fact in _named(entry) if fact not in _TITLES or len(titles) == 1]
    said = (
        statement(Fact.TITLE if fact in _TITLES else fact, _without(inner, _badges(inner)).children, inner) for inner, fact in parts
    )
    gone = [*(inner for inner, _ in parts), *_badges(entry)]
    return _without(entry, gone), (*said, *map(_sort, _badges(entry)))


def _named(parent: Element) -> Iterator[tuple[Element, Fact]]:
    """The outermost elements whose classes name a part."""
    for child in parent.children:
        if isinstance(child, Element):
            fact = _linked(child) or class_fact(child)
            if fact in _NAMED and fact is not None and child.words().value:
                yield child, fact
            else:
                yield from _named(child)


def _linked(element: Element) -> Fact | None:
    """What a link leads to beside a title: ``[slides](tides.pdf)``."""
    fact = fact_of(element.words().value.strip("[]()")) if element.tag == "a" and "href" in element.attributes else None
    return fact if fact in (Fact.SLIDES, Fact.VIDEO) else None


def _badges(entry: Element) -> list[Element]:
    return [inner for inner in entry.elements() if inner.classes & _BADGES and inner is not entry and inner.words().value]


def _sort(badge: Element) -> Statement:
    return statement(Fact.KIND if kind_named(badge.words().value) else Fact.TAG, badge.children, badge)


def _without(parent: Element, gone: list[Element]) -> Element:
    kept = [child for child in parent.children if not any(child is one for one in gone)]
    return parent.replace(tuple(_without(child, gone) if isinstance(child, Element) else child for child in kept))
