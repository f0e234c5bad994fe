"""files → pages → drafts: which text states which fact.

Changes nobody's words. Every statement keeps its place, and all statements of a fact are kept, not only the first. A dialect is one
file here: ``clean`` and ``params`` (front matter), ``tips``, ``session_header``, ``cards``, ``containers``, ``markdown_list`` (body,
listed in ``body.DIALECTS``), and ``assemble`` with its rules for hosts and times repeated before each talk.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import BrokenFrontMatter, NoPages, UnreadText
from pipeline.extract import slots, talk_lines, time_lines
from pipeline.extract.assemble import assemble
from pipeline.extract.body import read_body
from pipeline.extract.clean import read_front_matter_items
from pipeline.extract.frontmatter import read_data, read_front_matter
from pipeline.extract.items import Divider, Entry, Item, Prose, TalkBlock, TimeLine
from pipeline.extract.labels import Labelled, statements
from pipeline.extract.marks import parted
from pipeline.extract.params import misspelt
from pipeline.extract.portraits import place_portraits
from pipeline.extract.site import DATA, Site, program_pages
from pipeline.extract.timetable.data import read_sessions
from pipeline.extract.timetable.divide import Divided, divide
from pipeline.extract.tree import STRUCK, Element, read_tree
from pipeline.fields import Fields, Unreadable
from pipeline.model import Draft, Fact, Origin, Statement
from pipeline.source import Source, Span

_ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})
#: What a site generator would have run: Hugo's shortcodes, Liquid, Nunjucks.
_SHORTCODES = re.compile(r"(?:\s*(?:\{\{.*?\}\}|\{%.*?%\}))+\s*", re.DOTALL)
_HOURS = re.compile(r"\W*\d{1,2}\s?[:：h时時点]\s?[0-5]\d")
#: Facts that only a page of a program states; a page with none of them is an ordinary page.
_OF_A_PROGRAM = frozenset(Fact) - {
    Fact.ID, Fact.KIND, Fact.TITLE, Fact.SUMMARY, Fact.TAG, Fact.ORDER, Fact.STATUS, Fact.HEADING, Fact.ABSTRACT, Fact.URL,
}  # fmt: skip


def extract(site: Site, folders: Sequence[str] = ()) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts of a site's program pages, in the order of their paths, and the page problems.

    ``folders`` are those the configuration names as the program's (see ``site.program_pages``).
    """
    pages, sure = program_pages(site.pages, folders)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for page in pages:
        own, found = extract_page(page, sure=sure)
        drafts += own
        problems += found
    if not drafts and not problems:
        problems.append(NoPages(Span(site.program.path if site.program else "."), "."))
    return tuple(drafts), tuple(problems)


def extract_page(page: Source, *, sure: bool = True) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """A page's drafts, and what was wrong with the page: one draft, or one for each session of a timetable; none for ``draft: true``.

    ``sure`` says that the page is one of the program; if not, one that states nothing of a program gives no draft either, and is
    silent. A page whose fields can't be read gives none, and that problem alone: nobody knows what it states.
    """
    if PurePosixPath(page.path).suffix.lower() in DATA:
        return _data(page)
    fields, start, problems = read_front_matter(page)
    if any(isinstance(problem, BrokenFrontMatter) for problem in problems):
        return (), problems
    if _is_draft(fields):
        return (), ()
    body = read_tree(page, start)
    said = list(read_front_matter_items(fields))
    found = list(place_portraits(list(read_body(body))))
    problems = (*problems, *misspelt(fields))
    sessions = divide([*said, *found], _name(page.path))
    if sessions is not None:
        return _timetable(page, body, sessions, problems)
    items = [*said, *_prose_read(said, talk_lines.settle(slots.settle(found)), body)]
    session, talks, unclear = parted(*assemble(items))
    if not sure and not talks and not any(statement.fact in _OF_A_PROGRAM for statement in session):
        return (), ()
    found_in_body = (item for item in items if isinstance(item, Problem))
    return (Draft(page, session, talks),), (*problems, *unclear, *found_in_body, *_not_placed(body, session))


def _name(path: str) -> str:
    """What a page is called by its file: the name of its folder, where that is ``index``."""
    page = PurePosixPath(path)
    return (page.parent.name if page.stem in ("index", "_index") else page.stem).replace("-", " ").replace("_", " ")


def _data(page: Source) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts of a file of data: one for each session in it; of one that is itself a page's fields, one."""
    try:
        value = read_data(page)
    except Unreadable as error:
        at = min(error.offset, len(page.text))
        return (), (BrokenFrontMatter(page.span(at, at), error.reason),)
    sessions = list(read_sessions(value))
    if not sessions and isinstance(value, Fields):
        session, talks, unclear = parted(*assemble(read_front_matter_items(value)))
        return (Draft(page, session, talks),), (*misspelt(value), *unclear)
    return _entries(page, sessions)


def _entries(page: Source, sessions: Iterable[Sequence[Item]]) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts of the entries of a timetable, each at the place of its title."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for items in sessions:
        session, talks, unclear = parted(*assemble(items))
        draft = Draft(page, session, talks)
        title = next(one for one in draft.said if one.fact in (Fact.TITLE, Fact.LINE))
        drafts.append(replace(draft, entry=title.text.span))
        problems += unclear
    return tuple(drafts), tuple(problems)


def _timetable(
    page: Source, body: Element, sessions: Divided, problems: Sequence[Problem]
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """A draft for each session of a timetable; what is of none of them is reported."""
    drafts, unclear = _entries(page, sessions.sessions)
    unread = [*sessions.others, *(item for items in sessions.sessions for item in items if isinstance(item, Prose | Problem))]
    found = (*_unread(unread), *_struck(body, [said for draft in drafts for said in draft.statements if said.fact is Fact.STATUS]))
    return drafts, (*problems, *unclear, *found)


def _is_draft(fields: Fields) -> bool:
    draft = fields.text("draft")
    return draft is not None and draft.value.lower() in ("true", "yes")


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
        shortcodes = [node for node in nodes if isinstance(node, Element) and _SHORTCODES.fullmatch(node.words().value)]
        own = tuple(node for node in nodes if not any(node is code for code in shortcodes))
        yield from (UnreadText(node.words().span, node.words().value) for node in shortcodes)
        if any(node.words().value if isinstance(node, Element) else node.value.strip() for node in own):
            yield from statements(Labelled(Fact.ABSTRACT, own), body)
        return
    for item in found:
        yield from _unread([item]) if isinstance(item, Prose) else [item]


def _unread(items: Iterable[Item]) -> Iterator[Problem]:
    """What is of no known meaning, and the problems among the items."""
    for item in items:
        if isinstance(item, Prose) and any(map(str.isalnum, (words := item.block.words()).value)):
            yield UnreadText(words.span, words.value)
        elif isinstance(item, Statement):
            yield UnreadText(item.text.span, item.text.value)
        elif isinstance(item, Problem):
            yield item


def _is_timetable(body: Element) -> bool:
    """Whether several lines of a body begin with hours."""
    lines = (line for text in body.texts() for line in text.value.split("\n"))
    fewest = 1 if any(inner.tag == "table" for inner in body.elements()) else 2
    return sum(_HOURS.match(line) is not None for line in lines) >= fewest


def _not_placed(body: Element, session: Sequence[Statement]) -> Iterator[Problem]:
    """What is struck out on the page, and what was read of a person when nobody was named."""
    yield from _struck(body)
    named = False
    for said in session:
        named = named or said.fact in _ROLES
        if said.origin is not Origin.FRONT_MATTER and (
            said.fact is Fact.BIOGRAPHY or (said.fact is Fact.AFFILIATION and not named)
        ):
            yield UnreadText(said.text.span, said.text.value)


def _struck(body: Element, cancelled: Sequence[Statement] = ()) -> Iterator[Problem]:
    """What is struck out, but for the sessions that are known to be cancelled by that."""
    known = {said.text.span.line for said in cancelled}
    for inner in body.elements():
        if inner.tag in STRUCK and (words := inner.words()).value and inner.span.line not in known:
            yield UnreadText(words.span, words.value)


def _is_heading(item: Item) -> bool:
    return isinstance(item, Statement) and item.fact is Fact.HEADING
