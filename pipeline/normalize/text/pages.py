"""Drafts of the pages of words beside the program → the pages: in order, under ids, their text safe and cut at headings and pictures."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.extract.pictures import Pictures
from pipeline.model import DraftText, Figure, Section, TextPage
from pipeline.normalize.scalars import number
from pipeline.normalize.text.characters import clean
from pipeline.normalize.text.markdown import cut_at_headings, to_html
from pipeline.normalize.text.page_reader import PageReader
from pipeline.normalize.text.prose import Block, Picture
from pipeline.normalize.text.prose_reader import read_html
from pipeline.normalize.text.rich import plain_text, written
from pipeline.slugs import distinct, slug


def text_pages(drafts: Sequence[DraftText], pictures: Pictures) -> tuple[TextPage, ...]:
    """The pages, those with a weight first, in the order of weight, then of path."""
    ids = distinct({draft.source.path: slug(PurePosixPath(draft.source.path).stem, "page") for draft in drafts})
    return tuple(
        TextPage(ids[draft.source.path], plain_text(draft.title.value), tuple(_sections(draft, pictures)))
        for draft in sorted(drafts, key=_rank)
    )


def _rank(draft: DraftText) -> tuple[float, str]:
    weight = number(draft.weight.value) if draft.weight else None
    return (weight if weight is not None else float("inf"), draft.source.path)


def _sections(draft: DraftText, pictures: Pictures) -> Iterator[Section]:
    for heading, markdown in cut_at_headings(draft.body):
        name = plain_text(to_html(heading)) if heading else None
        text: list[Block] = []
        for block in read_html(to_html(clean(markdown)), PageReader()):
            if not isinstance(block, Picture):
                text.append(block)
            elif image := pictures.get((draft.source.path, block.reference)):
                yield Section(name, written(text), Figure(image, block.alt))
                name, text = None, []
        if name or text:
            yield Section(name, written(text))
