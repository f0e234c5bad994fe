"""files → pages → drafts: which text states which fact.

Changes nobody's words. Every statement keeps its place, and all statements of a fact are kept, not only the first. A dialect is one
file here: ``clean`` and ``params`` (front matter), ``tips``, ``session_header``, ``cards``, ``containers``, ``markdown_list`` (body,
listed in ``body.DIALECTS``), and ``assemble`` with its rules for hosts and times repeated before each talk.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import BrokenFrontMatter, NoPages, UnreadText
from pipeline.extract.assemble import assemble
from pipeline.extract.body import read_body
from pipeline.extract.clean import read_front_matter_items
from pipeline.extract.document_title import leftover_titles
from pipeline.extract.frontmatter import read_front_matter
from pipeline.extract.items import Divider, Item, Prose, TalkBlock
from pipeline.extract.label_words import RICH
from pipeline.extract.labels import Labelled, statements
from pipeline.extract.markdown import to_html
from pipeline.extract.params import misspelt
from pipeline.extract.portraits import place_portraits
from pipeline.extract.signs import TAGS, signs_as_text
from pipeline.extract.site import Site, program_pages
from pipeline.extract.tree import STRUCK, Element, read_tree
from pipeline.fields import Fields
from pipeline.model import Draft, Fact, Origin, Statement
from pipeline.source import Source, Span

_ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})
#: What a site generator would have run: Hugo's shortcodes, Liquid, Nunjucks.
_SHORTCODES = re.compile(r"(?:\s*(?:\{\{.*?\}\}|\{%.*?%\}))+\s*", re.DOTALL)
_BEGINS_SHORTCODE = re.compile(r"(?:<\w+>|\s)*\{(?:\{(?:&lt;|%)|%)")
_HOURS = re.compile(r"\W*\d{1,2}\s?[:：h时時点]\s?[0-5]\d")
#: Facts that only a page of a program states; a page with none of them is an ordinary page, or one about a person.
_OF_A_PROGRAM = frozenset(Fact) - {
    Fact.ID, Fact.KIND, Fact.TITLE, Fact.SUMMARY, Fact.TAG, Fact.ORDER, Fact.STATUS, Fact.HEADING, Fact.ABSTRACT, Fact.URL,
    Fact.AFFILIATION, Fact.PHOTO, Fact.BIOGRAPHY,
}  # fmt: skip


def extract(site: Site, folders: Sequence[str] = ()) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts of a site's program pages, in the order of their paths, and the page problems.

    ``folders`` are those the configuration names as the program's (see ``site.program_pages``).
    """
    pages, sure = program_pages(site.pages, folders)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for page in pages:
        draft, found = extract_page(page, sure=sure)
        if draft is not None:
            drafts.append(draft)
        problems += found
    if not drafts and not problems:
        problems.append(NoPages(Span(site.program.path if site.program else "."), "."))
    return tuple(drafts), tuple(problems)


def extract_page(page: Source, *, sure: bool = True) -> tuple[Draft | None, tuple[Problem, ...]]:
    """A page's draft, and what was wrong with the page; no draft for one marked ``draft: true``.

    ``sure`` says that the page is one of the program; if not, one that states nothing of a program gives no draft either, and is
    silent. A page whose fields can't be read gives none, and that problem alone: nobody knows what it states.
    """
    fields, start, problems = read_front_matter(page)
    if any(isinstance(problem, BrokenFrontMatter) for problem in problems):
        return None, problems
    if _is_draft(fields):
        return None, ()
    html, signs = signs_as_text(to_html(page, start), page)
    body = read_tree(html, page)
    said = list(read_front_matter_items(fields))
    found = list(place_portraits(list(read_body(body))))
    items = [*said, *map(_without_shortcodes, _prose_read(said, found, body))]
    session, talks = assemble(items)
    if not sure and not talks and not any(statement.fact in _OF_A_PROGRAM for statement in session):
        return None, ()
    in_body = (*(item for item in items if isinstance(item, Problem)), *_not_placed(body, session), *signs)
    problems = (*problems, *misspelt(fields), *in_body, *leftover_titles(html, page, session, talks))
    return Draft(page, session, talks), problems


def _is_draft(fields: Fields) -> bool:
    draft = fields.text("draft")
    return draft is not None and draft.value.lower() in ("true", "yes")


def _prose_read(said: Sequence[Item], found: Sequence[Item], body: Element) -> Iterator[Item]:
    """The body's items, with its prose understood.

    A body of prose alone, under front matter that says when and where, is the abstract, unless it is a timetable; other prose is of
    no known meaning.
    """
    facts = {item.fact for item in said if isinstance(item, Statement)}
    clean = bool(facts & _OF_A_PROGRAM) or any(isinstance(item, TalkBlock) for item in said)
    alone = all(isinstance(item, Prose | Divider | Problem) or _is_heading(item) for item in found)
    if clean and alone and any(isinstance(item, Prose) for item in found) and not _is_timetable(body):
        shortcodes = [node for node in body.children if isinstance(node, Element) and _is_macro(node)]
        own = tuple(node for node in body.children if not any(node is code for code in shortcodes))
        yield from (UnreadText(node.words().span, node.words().value) for node in shortcodes)
        if any(node.words().value if isinstance(node, Element) else node.value.strip() for node in own):
            yield from statements(Labelled(Fact.ABSTRACT, own), body)
        return
    for item in found:
        if not isinstance(item, Prose):
            yield item
        elif any(map(str.isalnum, (words := item.block.words()).value)):
            yield UnreadText(words.span, words.value)


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


def _not_placed(body: Element, session: Sequence[Statement]) -> Iterator[Problem]:
    """What is struck out on the page, and what was read of a person when nobody was named."""
    for inner in body.elements():
        if inner.tag in STRUCK and (words := inner.words()).value:
            yield UnreadText(words.span, words.value)
    named = False
    for said in session:
        named = named or said.fact in _ROLES
        if said.origin is not Origin.FRONT_MATTER and (
            said.fact is Fact.BIOGRAPHY or (said.fact is Fact.AFFILIATION and not named)
        ):
            yield UnreadText(said.text.span, said.text.value)


def _is_heading(item: Item) -> bool:
    return isinstance(item, Statement) and item.fact is Fact.HEADING
