"""files → pages → drafts: which text states which fact.

Changes nobody's words. Every statement keeps its place, and all statements of a fact are kept, not only the first. A dialect is one
file here: ``clean`` and ``params`` (front matter), those of the body in ``body.DIALECTS``; ``session_page`` and ``assemble`` make the draft of
a page that is a session, ``timetable/`` those of a page that holds many.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import BrokenFrontMatter, NoPages
from pipeline.extract.body import read_body
from pipeline.extract.front_matter.clean import read_front_matter_items
from pipeline.extract.front_matter.page_languages import in_one
from pipeline.extract.front_matter.params import misspelt
from pipeline.extract.front_matter.read import read_front_matter
from pipeline.extract.front_matter.values import unread_values
from pipeline.extract.markup.document_title import leftover_titles
from pipeline.extract.markup.markdown import to_html
from pipeline.extract.markup.signs import signs_as_text
from pipeline.extract.markup.tags import broken_markup
from pipeline.extract.markup.tree import read_tree
from pipeline.extract.portraits import place_portraits
from pipeline.extract.proofread import merges, proofread
from pipeline.extract.session_page import session_draft
from pipeline.extract.site import DATA, Site, program_pages
from pipeline.extract.timetable.divide import divide
from pipeline.extract.timetable.drafts import data_drafts, timetable_drafts
from pipeline.fields import Fields
from pipeline.model import Draft
from pipeline.source import Source, Span


def extract(
    site: Site, folders: Sequence[str] = (), languages: Sequence[str] = ()
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts of a site's program pages, in the order of their paths, and the page problems.

    ``folders`` are those the configuration names as the program's (see ``site.program_pages``), ``languages`` the event's, the main one
    first: a page in several languages gives one draft (``page_languages.py``).
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
    whole, found = in_one(drafts, languages)
    return whole, (*problems, *found)


def extract_page(page: Source, *, sure: bool = True) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """A page's drafts, and what was wrong with the page: one draft, or one for each session of a timetable; none for ``draft: true``.

    ``sure`` says that the page is one of the program; if not, one that states nothing of a program gives no draft either, and is
    silent. A page whose fields can't be read gives none, and that problem alone: nobody knows what it states.
    """
    if unfinished := tuple(merges(page)):
        return (), unfinished
    if PurePosixPath(page.path).suffix.lower() in DATA:
        return data_drafts(page)
    fields, start, problems = read_front_matter(page)
    if any(isinstance(problem, BrokenFrontMatter) for problem in problems):
        return (), problems
    if _is_draft(fields):
        return (), ()
    html, signs = signs_as_text(to_html(page, start), page)
    body = read_tree(html, page)
    said = list(read_front_matter_items(fields))
    found = list(place_portraits(list(read_body(body))))
    sessions = divide([*said, *found], _name(page.path))
    drafts, in_body = timetable_drafts(page, body, sessions) if sessions else session_draft(page, said, found, body, sure=sure)
    if not drafts:
        return (), ()
    every = [said for draft in drafts for said in draft.said]
    slips = (*broken_markup(page, start), *proofread(page, start, every), *unread_values(every))
    return drafts, (*problems, *misspelt(fields), *in_body, *signs, *leftover_titles(html, page, drafts), *slips)


def _is_draft(fields: Fields) -> bool:
    draft = fields.text("draft")
    return draft is not None and draft.value.lower() in ("true", "yes")


def _name(path: str) -> str:
    """What a page is called by its file: the name of its folder, where that is ``index``."""
    page = PurePosixPath(path)
    return (page.parent.name if page.stem in ("index", "_index") else page.stem).replace("-", " ").replace("_", " ")
