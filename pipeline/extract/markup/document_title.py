"""The ``<title>`` of an HTML document that was pasted into a page: nobody is shown it, and it goes from page to page with the markup."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape

from pipeline.diagnostics.pages import LeftoverDocumentTitle
from pipeline.extract.markup.markdown import Html
from pipeline.model import Draft, Fact
from pipeline.source import Source

# Comments state nothing; a picture's title is its description. What is never closed ends with the page, so that its end is sought once.
_TITLE = re.compile(
    r"<!--.*?(?:-->|\Z)|<svg\b.*?(?:</svg|\Z)|<title(?:\s[^<>]*)?>(?P<title>[^<]*)</title\s*>", re.DOTALL | re.IGNORECASE
)
_OF_NOTHING = frozenset(("", "document", "untitled", "untitleddocument", "title", "文档", "无标题", "无标题文档"))
_TITLES = frozenset((Fact.TITLE, Fact.TALK_TITLE, Fact.HEADING))


def leftover_titles(html: Html, source: Source, drafts: Sequence[Draft]) -> Iterator[LeftoverDocumentTitle]:
    """The titles in a body's HTML that are those of no session and no talk of the page, ``source``."""
    said = [statement for draft in drafts for statement in draft.said]
    own = [folded for statement in said if statement.fact in _TITLES and (folded := _folded(statement.text.value))]
    for match in _TITLE.finditer(html.text):
        title = " ".join(unescape(match["title"] or "").split())
        folded = _folded(title)
        if own and folded not in _OF_NOTHING and not any(folded in each or each in folded for each in own):
            span = source.span(html.origin(match.start()), html.origin(match.end() - 1) + 1)
            yield LeftoverDocumentTitle(span, title, match[0])


def _folded(text: str) -> str:
    """The letters and digits alone, without case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
