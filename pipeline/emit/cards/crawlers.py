"""``sitemap.xml`` (https://www.sitemaps.org/protocol.html) and ``robots.txt``, for search engines."""

from collections.abc import Iterator, Sequence
from html import escape

from pipeline.emit.cards.site import Site
from pipeline.model import Artifact


def crawlers_files(site: Site, paths: Sequence[str]) -> Iterator[Artifact]:
    """Both files, for the pages at these paths below the output folder; the map only where the event's address is known."""
    if not site.base:
        yield Artifact("robots.txt", b"User-agent: *\nAllow: /\n")
        return
    addresses = (site.address(path) for path in paths)
    entries = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses if address)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield Artifact("sitemap.xml", f"{head}{entries}</urlset>\n".encode())
    yield Artifact("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.address('sitemap.xml')}\n".encode())
