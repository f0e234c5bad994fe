"""Blocks that hold the facts of one talk: several side by side, whatever their markup, or one whose class says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.assemble import OF_TALK
from pipeline.extract.dialects.cards import longer
from pipeline.extract.dialects.slots import is_bold
from pipeline.extract.items import Item, Picture, Prose, TalkBlock
from pipeline.extract.label_words import RICH, fact_of
from pipeline.extract.markup.tree import Element
from pipeline.extract.portraits import portrait
from pipeline.model import Fact, Origin, Statement

#: A paragraph of some length that ends as sentences do: no name, no title.
_SENTENCES = re.compile(r".{40,}[.!?:;)]|.*[\u3040-\u9fff].{10,}[。！？；：）]", re.DOTALL)
_FEWEST = 2
_OF_A_TALK = frozenset({"talk", "presentation", "lecture", "contribution", "talk-card", "talk-item"})
_ONCE = (Fact.TALK_TITLE, Fact.ABSTRACT)


def blocks_alike(blocks: Sequence[tuple[Element, list[Item]]]) -> list[list[Item]]:
    """The items of each sibling: those of a talk held together, where the siblings are talks.

    They are where at least two hold a talk's facts, all of those that do name a speaker, or all a title, and nothing of a talk
    stands between them but in elements of the same tag.
    """
    talks = [_is_talk(items) for _, items in blocks]
    chosen = [(element.tag, _facts(items)) for (element, items), talk in zip(blocks, talks, strict=True) if talk]
    others = {
        element.tag for (element, items), talk in zip(blocks, talks, strict=True) if not talk and OF_TALK & set(_facts(items))
    }
    alike = (
        len(chosen) >= _FEWEST
        and len({*others, *(tag for tag, _ in chosen)}) == 1
        and any(all(lead in facts for _, facts in chosen) for lead in (Fact.SPEAKER, Fact.TALK_TITLE))
    )
    return [_talk(items) if alike and talk else items for (_, items), talk in zip(blocks, talks, strict=True)]


def _facts(items: Sequence[Item]) -> list[Fact]:
    return [item.fact for item in items if isinstance(item, Statement)]


def _is_talk(items: Sequence[Item]) -> bool:
    """Whether the items are of one talk: a speaker or a title, and something more about it."""
    facts = _facts(items)
    if any(isinstance(item, TalkBlock) for item in items) or any(facts.count(fact) > 1 for fact in _ONCE):
        return False
    headed = Fact.TALK_TITLE not in facts and Fact.HEADING in facts[:1]
    return bool({Fact.SPEAKER, Fact.TALK_TITLE} & set(facts)) and len(set(facts) & OF_TALK) + headed >= _FEWEST


def _talk(items: Sequence[Item]) -> list[Item]:
    """The talk, and the items that are no facts of it. Its only picture is the portrait of its only speaker.

    Where no label names a title, the heading or bold line it begins with does.
    """
    pictures = [item for item in items if isinstance(item, Picture)]
    own = len(pictures) == 1 and _facts(items).count(Fact.SPEAKER) == 1
    said = [portrait(item) if own and isinstance(item, Picture) else item for item in items]
    if Fact.TALK_TITLE not in _facts(items):
        first = next((number for number, item in enumerate(said) if not isinstance(item, Picture)), 0)
        said[first] = _as_title(said[first])
    statements = tuple(item for item in said if isinstance(item, Statement))
    return [TalkBlock(statements, statements[0].text.span), *(item for item in said if not isinstance(item, Statement))]


def _as_title(item: Item) -> Item:
    if isinstance(item, Statement) and item.fact is Fact.HEADING:
        return replace(item, fact=Fact.TALK_TITLE)
    if isinstance(item, Prose) and is_bold(item.block):
        return Statement(Fact.TALK_TITLE, item.block.words(), Origin.HEADING)
    return item


def is_one_talks(element: Element) -> bool:
    """Whether the class of a block says that it is one talk's."""
    return bool(element.classes & _OF_A_TALK)


def headed(items: Sequence[Item]) -> Iterator[Item]:
    """What a block holds that is made for a talk: where nothing else is called its title, its first heading is."""
    first = next((item for item in items if isinstance(item, Statement) and item.fact in (Fact.HEADING, Fact.TALK_TITLE)), None)
    for item in items:
        headed = item is first and isinstance(item, Statement) and item.fact is Fact.HEADING and fact_of(item.text.value) is None
        yield replace(item, fact=Fact.TALK_TITLE) if headed and isinstance(item, Statement) else item


def gone_on(siblings: Iterable[tuple[Element, list[Item]]]) -> Iterator[tuple[Element, list[Item]]]:
    """The siblings, with each abstract or biography longer by the paragraphs that go on with it."""
    last: list[Item] = []
    for element, items in siblings:
        before = last[-1] if last else None
        if isinstance(before, Statement) and before.fact in RICH and len(items) == 1 and isinstance(items[0], Prose):
            block = items[0].block
            if block.tag in ("ul", "ol") or _SENTENCES.fullmatch(block.words().value):
                last[-1] = longer(before, block)
                continue
        if items:
            yield element, items
            last = items
