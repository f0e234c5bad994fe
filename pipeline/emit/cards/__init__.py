"""HTML cards: the program on the web, as static files that work from any host, any folder and from a disk, with and without scripts.

``index.html`` is the conference and its first day; ``days/``, ``sessions/``, ``people/``, ``rooms/`` and ``tracks/`` have a page for each
of these, ``people.html`` and its like list them; ``pages/`` are the organisers' own words; ``subscribe.html``, ``now.html`` and
``mine.html`` stand beside, and ``program.html``, which is all of it in one file. A second language has the same pages in a folder of its
own (``zh/``). ``assets/`` is style, scripts and what these load, ``photos/`` the portraits at the size shown,
``previews/`` what stands beside a link to a session elsewhere. Every page states its facts
twice: for people, and as JSON-LD for programs. All links are relative and nothing is loaded from elsewhere; a Content-Security-Policy in
the pages holds them to that.
"""

from collections.abc import Callable, Iterator

from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.cards import days, home, install, mine, now, people, rooms, sessions, subscribe, texts, tracks
from pipeline.emit.cards.assets import assets
from pipeline.emit.cards.crawlers import crawlers_files
from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.overrides import Overrides
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.photos import Gallery
from pipeline.emit.cards.previews import previews
from pipeline.emit.cards.render import Compiled, Press
from pipeline.emit.cards.scripts import scripts, search_index
from pipeline.emit.cards.site import Site, sites
from pipeline.emit.cards.unreadable import unreadable_formulas
from pipeline.emit.cards.whole import whole
from pipeline.emit.cards.words import Setting
from pipeline.model import Artifact, Edition

#: Every kind of page: the pages of it that a site has, in order.
PAGES: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home.pages,
    days.pages,
    sessions.pages,
    people.pages,
    rooms.pages,
    tracks.pages,
    texts.pages,
    subscribe.pages,
    now.pages,
    mine.pages,
)


def emit(edition: Edition, _means: Means = ALONE) -> Emission:
    """The cards of an edition: pages in each language, files for search engines, style and photos, in a fixed order.

    Reports unreadable-formula, and what is wrong with the site's own templates: broken-template, unused-template.
    """
    guide = Guide(edition, Gallery.of(edition.program))
    trees = sites(guide)
    pictures = previews(trees[0])
    setting, compiled, overrides = Setting(), Compiled(), Overrides(edition.program.event.theme.templates)
    presses = [Press.of(site, setting, compiled, pictures, overrides) for site in trees]
    index = search_index(trees[0])
    codes = [scripts(press.site, press.words) for press in presses]
    pages = tuple(artifact for press in presses for artifact in _pages(press))
    made = (
        *pages,
        *(press.rendered(whole(press.site, *code, index)) for press, code in zip(presses, codes, strict=True)),
        *crawlers_files(trees[0], [page.path for page in pages]),
        *assets(guide),
        *(file for code in codes for file in code),
        index,
        *map(install.manifest, trees),
        *install.icons(edition.program.event.theme),
        *pictures.artifacts,
    )
    return Emission(made, (*unreadable_formulas(edition), *overrides.problems(presses[0].words)))


def _pages(press: Press) -> Iterator[Artifact]:
    return (press.rendered(page) for kind in PAGES for page in kind(press.site))
