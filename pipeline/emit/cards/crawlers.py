"""``sitemap.xml`` (https://www.sitemaps.org/protocol.html) and ``robots.txt``, for search engines.

Where there are more pages than one map may list, ``sitemap.xml`` lists maps: ``sitemap-1.xml``, ``sitemap-2.xml`` and so on.
"""

from collections.abc import Iterator, Sequence
from html import escape

from pipeline.emit.cards.site import Site
from pipeline.model import Artifact

#: So many addresses a map may hold.
MOST = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def crawlers_files(site: Site, paths: Sequence[str]) -> Iterator[Artifact]:
    """Both files, for the pages at these paths below the output folder; the map only where the event's address is known."""
    if not site.base:
        yield Artifact("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    if len(paths) <= MOST:
        yield Artifact("sitemap.xml", _map(site, paths, "urlset", "url"))
    else:
        parts = [paths[at : at + MOST] for at in range(0, len(paths), MOST)]
        maps = [Artifact(f"sitemap-{number}.xml", _map(site, part, "urlset", "url")) for number, part in enumerate(parts, 1)]
        yield from maps
        yield Artifact("sitemap.xml", _map(site, [one.path for one in maps], "sitemapindex", "sitemap"))
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.address('sitemap.xml')}\n".encode())


def _map(site: Site, paths: Sequence[str], root: str, item: str) -> bytes:
    entries = "".join(f"<{item}><loc>{escape(site.address(path) or '')}</loc></{item}>\n" for path in paths)
    return f"{_HEAD.format(root)}{entries}</{root}>\n".encode()
