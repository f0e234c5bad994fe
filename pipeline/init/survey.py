"""A folder → what is in it: its generator, the pages that are the program's and those beside them, and what says where it takes place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.extract import extract_page
from pipeline.extract.site import Site, program_pages, read_site
from pipeline.init.generators import Generator, generator_of
from pipeline.model import Draft, Fact
from pipeline.source import Located, Source


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found. ``folders`` hold the program's pages; ``named`` says that these can't be told by their names and hold nothing else.

    ``venues`` are the places that the program's pages name, in their own words. ``beside`` are the pages that are not the program's.
    """

    site: Site
    generator: Generator
    program: tuple[Source, ...]
    beside: tuple[Source, ...]
    folders: tuple[str, ...]
    named: bool
    venues: tuple[Located[str], ...]


def survey(root: Path) -> Survey:
    """Looks at a folder; what is wrong with its pages is for the build to say."""
    site, _ = read_site(root)
    candidates, sure = program_pages(site.pages, ())
    drafts = {page.path: extract_page(page, sure=sure)[0] for page in candidates}
    program = tuple(page for page in candidates if drafts[page.path])
    folders = _outermost(_folder(page) for page in program)
    inside = [page for page in site.pages if any(_within(page, folder) for folder in folders)]
    return Survey(
        site,
        generator_of(site),
        program,
        beside=tuple(page for page in (*site.texts, *site.pages) if page not in program),
        folders=folders,
        named=not sure and "." not in folders and len(inside) == len(program),
        venues=tuple(_venues(draft for found in drafts.values() for draft in found)),
    )


def _folder(page: Source) -> PurePosixPath:
    """The folder that a page is listed in: of a page that is a folder with an ``index.md``, the one around it."""
    path = PurePosixPath(page.path)
    return path.parent.parent if path.stem == "index" and path.parent.name else path.parent


def _outermost(folders: Iterable[PurePosixPath]) -> tuple[str, ...]:
    distinct = sorted(set(folders))
    return tuple(str(folder) for folder in distinct if not any(parent in distinct for parent in folder.parents))


def _within(page: Source, folder: str) -> bool:
    return PurePosixPath(folder) in PurePosixPath(page.path).parents


def _venues(drafts: Iterable[Draft]) -> Iterable[Located[str]]:
    return (said.text for draft in drafts for said in draft.said if said.fact is Fact.VENUE)
