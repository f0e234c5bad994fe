"""The pictures that pages and configuration refer to, read once each: part of the reading end."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.config import Config
from pipeline.diagnostics import Problem
from pipeline.extract.images import read_image, unfit_portrait
from pipeline.extract.site import Site
from pipeline.model import Draft, DraftText, Fact, Image
from pipeline.source import Located

#: Under a page's path and the reference as that page writes it (``/images/x.png``), the picture.
Pictures = Mapping[tuple[str, str], Image]


def read_pictures(
    drafts: Sequence[Draft], texts: Sequence[DraftText], config: Config, site: Site
) -> tuple[Pictures, tuple[Problem, ...]]:
    """All pictures that drafts, pages of words and configuration refer to. What is wrong with one is reported where it is first referred to."""
    pictures: dict[tuple[str, str], Image] = {}
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Image] = {}
    for reference, portrait in _references(drafts, texts, config):
        path = reference.span.path
        folder = (site.root / path).parent
        # The same words mean the same file on all pages, unless they are relative to a page's own folder.
        place = ("" if reference.value.startswith("/") else folder.as_posix(), reference.value)
        if place not in seen:
            seen[place], problem = read_image(reference, _roots(site, folder))
            problem = problem or (unfit_portrait(reference, seen[place]) if portrait else None)
            problems += [problem] if problem else []
        pictures[path, reference.value] = seen[place]
    return pictures, tuple(problems)


def _roots(site: Site, page_folder: Path) -> Sequence[Path]:
    return tuple(dict.fromkeys((*site.roots, page_folder)))


def _references(drafts: Sequence[Draft], texts: Sequence[DraftText], config: Config) -> Iterator[tuple[Located[str], bool]]:
    """Each reference, and whether it is to a portrait: other pictures may have any shape."""
    for draft in drafts:
        for said in draft.said:
            if said.fact is Fact.PHOTO:
                yield said.text, True
    yield from ((reference, False) for text in texts for reference in text.pictures)
    yield from ((reference, False) for reference in (config.logo, config.map) if reference is not None)
