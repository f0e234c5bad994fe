"""Files → tidied files: what the command ``tidy`` does with the pages that it is given."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.config import read_config
from pipeline.extract.site import read_site
from pipeline.mend.files import content, is_there, name_in, real_path, replace_file, rewritten, site_of
from pipeline.mend.tidy import Tidied, tidied
from pipeline.refusal import Refused


def tidy(pages: Sequence[Path], site: Path | None, *, write: bool) -> tuple[Tidied, ...]:
    """The pages tidied, in their order; with ``write`` the files are rewritten, those that can be.

    Raises:
        Refused: a page is no file, or none of the site.
        PublishError: a file cannot be written; those before it are.
    """
    for page in pages:
        if not is_there(page):
            message = f"there is no page '{page}'"
            raise Refused(message, "name the page's file, as in 'confbook tidy content/sessions/opening.md'")
    found: dict[Path, Tidied] = {}
    for root in dict.fromkeys(site or site_of(page) for page in pages):
        found |= _of_site(root, [page for page in pages if (site or site_of(page)) == root], write=write)
    return tuple(found[page] for page in pages)


def _of_site(root: Path, pages: Sequence[Path], *, write: bool) -> dict[Path, Tidied]:
    site, _ = read_site(root)
    config, _ = read_config(site.program, site.generator)
    names = {page: name_in(root, page) for page in pages}
    known = {source.path for source in site.pages}
    for page, name in names.items():
        if name not in known:
            message = f"'{page}' is no page of '{root}'"
            raise Refused(message, "say with --site which folder the program is in; pages are UTF-8 text and end in .md")
    found = {page.path: page for page in tidied(site, config, dict.fromkeys(names.values()))}
    if write:
        found = {name: _written(root, page) for name, page in found.items()}
    return {page: found[name] for page, name in names.items()}


def _written(root: Path, page: Tidied) -> Tidied:
    if page.after in (None, page.before):
        return page
    path = real_path(root, page.path)
    data = rewritten(content(path), page.before, page.after or "") if path else None
    if path is None or data is None:
        return replace(page, after=None, reason="the file has changed, or lies outside the site")
    replace_file(path, data)
    return page
