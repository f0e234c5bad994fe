"""Published cards read back: parsed, with all their links and what they state for programs."""

import json
import posixpath
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.emit.cards import emit
from pipeline.model import Edition


def files(of: Edition) -> dict[str, bytes]:
    """The cards of an edition under their paths."""
    emission = emit(of)
    assert emission.problems == ()
    return {artifact.path: artifact.data for artifact in emission.artifacts}


def page(of: Edition, path: str = "index.html") -> LexborHTMLParser:
    return LexborHTMLParser(files(of)[path].decode())


def pages(made: Mapping[str, bytes]) -> dict[str, LexborHTMLParser]:
    """All pages, parsed; not the one that is all of them in one file."""
    return {
        path: LexborHTMLParser(data.decode())
        for path, data in made.items()
        if path.endswith(".html") and not path.endswith("program.html")
    }


def only(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    [found] = tree.css(selector)
    return found


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(only(tree, 'script[type="application/ld+json"]').text())
    return data


def links(tree: LexborHTMLParser) -> Iterator[str]:
    """All relative links and sources of a page."""
    for node in tree.css("[href], [src], [srcset]"):
        link = node.attributes.get("href") or node.attributes.get("src") or node.attributes.get("srcset") or ""
        if urlsplit(link).scheme not in {"http", "https", "webcal"}:
            yield link


def target(path: str, link: str) -> str:
    """The published file that a relative link on a page leads to."""
    relative = urlsplit(link).path
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), relative)) if relative else path
