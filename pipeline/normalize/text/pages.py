"""Drafts of the pages of words beside the program → the pages: in order, under ids, their text safe and cut at its headings."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.model import DraftText, Section, TextPage
from pipeline.normalize.scalars import number
from pipeline.normalize.text.markdown import cut_at_headings, to_html
from pipeline.normalize.text.rich import plain_text, rich_text
from pipeline.slugs import distinct, slug


def text_pages(drafts: Sequence[DraftText]) -> tuple[TextPage, ...]:
    """The pages, those with a weight first, in the order of weight, then of path."""
    ids = distinct({draft.source.path: slug(PurePosixPath(draft.source.path).stem, "page") for draft in drafts})
    return tuple(
        TextPage(ids[draft.source.path], plain_text(draft.title.value), tuple(_sections(draft.body)))
        for draft in sorted(drafts, key=_rank)
    )


def _rank(draft: DraftText) -> tuple[float, str]:
    weight = number(draft.weight.value) if draft.weight else None
    return (weight if weight is not None else float("inf"), draft.source.path)


def _sections(body: str) -> Iterator[Section]:
    for heading, markdown in cut_at_headings(body):
        text = rich_text(markdown, "markdown")
        if heading or text:
            yield Section(plain_text(to_html(heading)) if heading else None, text)
