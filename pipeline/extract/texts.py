"""The pages of words beside the program (about, committee, travel) → drafts: front matter with a title, perhaps a weight, and Markdown."""

from urllib.parse import unquote

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import BrokenFrontMatter, MissingTitle
from pipeline.diagnostics.text import UndescribedPicture
from pipeline.extract.front_matter.read import read_front_matter
from pipeline.extract.markup.markdown import to_html
from pipeline.extract.markup.tree import read_tree
from pipeline.extract.site import Site
from pipeline.model import DraftText
from pipeline.source import Located, Source, Span


def extract_texts(site: Site) -> tuple[tuple[DraftText, ...], tuple[Problem, ...]]:
    """The drafts in the order of their paths. Reports the problems of front matter, missing-title and undescribed-picture."""
    drafts: list[DraftText] = []
    problems: list[Problem] = []
    for page in site.texts:
        draft, found = _read(page)
        drafts += [draft] if draft else []
        problems += found
    return tuple(drafts), tuple(problems)


def _read(page: Source) -> tuple[DraftText | None, tuple[Problem, ...]]:
    fields, start, problems = read_front_matter(page)
    title, draft = fields.text("title"), fields.text("draft")
    if any(isinstance(problem, BrokenFrontMatter) for problem in problems):
        return None, problems
    if draft and draft.value.lower() in ("true", "yes"):
        return None, ()
    if title is None:
        return None, (*problems, MissingTitle(Span(page.path)))
    pictures = [
        (Located(source, image.span), image.attributes.get("alt", "").strip())
        for image in read_tree(to_html(page, start), page).elements()
        if image.tag == "img" and (source := unquote(image.attributes.get("src", "").strip()))
    ]
    undescribed = (UndescribedPicture(reference.span, reference.value) for reference, alt in pictures if not alt)
    draft_text = DraftText(page, title, fields.text("weight"), page.text[start:], tuple(reference for reference, _ in pictures))
    return draft_text, (*problems, *undescribed)
