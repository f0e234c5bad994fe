"""Where the cards will be published, as far as the site's configuration or the repository's origin tells."""

import re
from dataclasses import dataclass

from pipeline.init.generators import Generator

#: The folder of a generator's site that the cards go into: its root has the site's own home page.
FOLDER = "program"
_GITHUB = re.compile(r"^[ \t]*url[ \t]*=[ \t]*\S*github\.com[:/]([\w.-]+)/([\w.-]+?)(?:\.git)?/?[ \t]*$", re.MULTILINE)
_ORIGIN = re.compile(r'^\[remote "origin"\]\n((?:[ \t].*\n?)*)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web, ending in ``/``, and how it is known."""

    url: str
    reason: str


def address_of(generator: Generator, git: str) -> Address | None:
    """The address of the cards; ``None`` where nothing tells it. ``git`` is the text of the repository's configuration.

    That of a site is its own with a folder more; that of plain pages is where GitHub Pages puts the repository.
    """
    if generator.url:
        span = generator.url.span
        return Address(f"{generator.url.value}{FOLDER}/", f"{span.path}:{span.line}, in a folder of the site")
    pages = _pages(git)
    if pages is None:
        return None
    return Address(f"{pages}{FOLDER}/" if generator.name else pages, "where GitHub Pages puts this repository")


def _pages(git: str) -> str | None:
    """``https://ada.github.io/rivers/`` of the repository ``ada/rivers`` (its own domain aside)."""
    origin = _ORIGIN.search(git)
    found = _GITHUB.search(origin[1]) if origin else None
    if found is None:
        return None
    host, repository = f"{found[1].lower()}.github.io", found[2]
    return f"https://{host}/" if repository.lower() == host else f"https://{host}/{repository}/"
