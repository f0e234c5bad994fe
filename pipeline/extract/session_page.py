"""The items of a page that is one session → its draft: its prose understood, its marks parted, what has no place reported."""

import re
from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import UnreadText
from pipeline.extract.assemble import assemble
from pipeline.extract.dialects import slots, talk_lines, time_lines
from pipeline.extract.items import Divider, Entry, Item, Prose, TalkBlock, TimeLine
from pipeline.extract.label_words import RICH
from pipeline.extract.labels import Labelled, statements
from pipeline.extract.marks import parted
from pipeline.extract.markup.signs import TAGS
from pipeline.extract.markup.tree import Element
from pipeline.extract.unread import struck, unread
from pipeline.model import Draft, Fact, Origin, Statement
from pipeline.source import Source

_ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})
#: What a site generator would have run: Hugo's shortcodes, Liquid, Nunjucks.
_SHORTCODES = re.compile(r"(?:\s*(?:\{\{.*?\}\}|\{%.*?%\}))+\s*", re.DOTALL)
_BEGINS_SHORTCODE = re.compile(r"(?:<\w+>|\s)*\{(?:\{(?:&lt;|%)|%)")
_HOURS = re.compile(r"\W*\d{1,2}\s?[:：h時时点]\s?[0-5]\d")
#: Facts that only a page of a program states; a page with none of them is an ordinary page, or one about a person.
_OF_A_PROGRAM = frozenset(Fact) - {
    Fact.ID, Fact.KIND, Fact.TITLE, Fact.SUMMARY, Fact.TAG, Fact.ORDER, Fact.STATUS, Fact.HEADING, Fact.ABSTRACT, Fact.URL,
    Fact.FORMERLY, Fact.AFFILIATION, Fact.PHOTO, Fact.BIOGRAPHY, Fact.LANGUAGE,
}  # fmt: skip


def session_draft(
    page: Source, said: Sequence[Item], found: Sequence[Item], body: Element, *, sure: bool
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The draft of a page, of the items of its front matter (``said``) and its body (``found``), and what was wrong with it.

    Where it is not ``sure`` that the page is one of the program, one that states nothing of a program gives none.
    """
    found = talk_lines.settle(slots.settle(found))
    items = [*said, *map(_without_shortcodes, _prose_read(said, found, body))]
    session, talks, unclear = parted(*assemble(items))
    if not sure and not talks and not any(statement.fact in _OF_A_PROGRAM for statement in session):
        return (), ()
    in_body = (item for item in items if isinstance(item, Problem))
    return (Draft(page, session, talks),), (*unclear, *in_body, *struck(body), *_of_nobody(session))


def _prose_read(said: Sequence[Item], found: Sequence[Item], body: Element) -> Iterator[Item]:
    """The body's items, with its prose understood.

    A body of prose alone, but for lines that say when and where, under front matter that states facts, is the abstract, unless it is a
    timetable; other prose is of no known meaning.
    """
    facts = {item.fact for item in said if isinstance(item, Statement)}
    clean = bool(facts & _OF_A_PROGRAM) or any(isinstance(item, TalkBlock) for item in said)
    alone = all(isinstance(item, Prose | Divider | Problem | TimeLine | Entry) or _is_heading(item) for item in found)
    lines = {item.prose.block.words().span for item in found if isinstance(item, TimeLine)}
    found = list(time_lines.settle(found, clean=clean))
    if clean and alone and any(isinstance(item, Prose) for item in found) and not _is_timetable(body):
        yield from (item for item in found if isinstance(item, Statement) and not _is_heading(item))
        nodes = [node for node in body.children if not (isinstance(node, Element) and node.words().span in lines)]
        shortcodes = [node for node in nodes if isinstance(node, Element) and _is_macro(node)]
        own = tuple(node for node in nodes if not any(node is code for code in shortcodes))
        yield from (UnreadText(node.words().span, node.words().value) for node in shortcodes)
        if any(node.words().value if isinstance(node, Element) else node.value.strip() for node in own):
            yield from statements(Labelled(Fact.ABSTRACT, own), body)
        return
    for item in found:
        yield from unread([item]) if isinstance(item, Prose) else [item]


def _is_macro(node: Element) -> bool:
    """Whether a site generator would make something else of an element: shortcodes alone, or a component (``<Presenter name="…">``)."""
    component = node.tag not in TAGS and ":" not in node.tag
    return (component and node.words().value != "") or _SHORTCODES.fullmatch(node.words().value) is not None


def _without_shortcodes(item: Item) -> Item:
    """The item, but text that a site generator would have made, which nobody knows, as not understood."""
    if isinstance(item, Statement) and item.fact in RICH and _BEGINS_SHORTCODE.match(item.text.value):
        return UnreadText(item.text.span, item.text.value)
    return item


def _is_timetable(body: Element) -> bool:
    """Whether several lines of a body begin with hours."""
    lines = (line for text in body.texts() for line in text.value.split("\n"))
    fewest = 1 if any(inner.tag == "table" for inner in body.elements()) else 2
    return sum(_HOURS.match(line) is not None for line in lines) >= fewest


def _of_nobody(session: Sequence[Statement]) -> Iterator[Problem]:
    """What was read of a person when nobody was named."""
    named = False
    for said in session:
        named = named or said.fact in _ROLES
        if said.origin is not Origin.FRONT_MATTER and (
            said.fact is Fact.BIOGRAPHY or (said.fact is Fact.AFFILIATION and not named)
        ):
            yield UnreadText(said.text.span, said.text.value)


def _is_heading(item: Item) -> bool:
    return isinstance(item, Statement) and item.fact is Fact.HEADING
