"""What a page hides from its readers and should not: the rest behind a tag that is never closed, the ``<title>`` of a pasted document."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import HiddenRest, LeftoverDocumentTitle
from pipeline.extract.markdown import Html
from pipeline.model import DraftTalk, Fact, Statement
from pipeline.source import Source, Span

# Comments state nothing, and one that is never closed is read as text; a picture's title is its description. What is never closed ends
# with the page, so that no second one is sought to be closed.
_HIDING = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|(?P<opening><(?P<tag>svg|style|script|title|template|iframe|object|noscript)(?:\s[^<>]*)?>)(?P<inner>.*?)(?:</(?P=tag)\s*>|(?P<never>\Z))",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_OF_NOTHING = frozenset(("", "document", "untitled", "untitleddocument", "title", "文档", "无标题", "无标题文档"))
_TITLES = frozenset((Fact.TITLE, Fact.TALK_TITLE, Fact.HEADING))


def hidden(html: Html, source: Source, session: Sequence[Statement], talks: Sequence[DraftTalk]) -> Iterator[Problem]:
    """What a body's HTML hides; ``source`` is its page.

    Reports hidden-rest where words are, and leftover-document-title where it is that of no session and no talk of the page.
    """
    said = (*session, *(statement for talk in talks for statement in talk.statements))
    own = [folded for statement in said if statement.fact in _TITLES and (folded := _folded(statement.text.value))]
    for match in _HIDING.finditer(html.text):
        tag = (match["tag"] or "").lower()
        if match["never"] is not None:
            if tag != "svg" and any(map(str.isalpha, _TAG.sub("", match["inner"]))):
                yield HiddenRest(_place(html, source, *match.span("opening")), match["opening"])
        elif tag == "title":
            title = " ".join(unescape(match["inner"]).split())
            folded = _folded(title)
            if own and folded not in _OF_NOTHING and not any(folded in each or each in folded for each in own):
                yield LeftoverDocumentTitle(_place(html, source, *match.span()), title, match[0])


def _place(html: Html, source: Source, start: int, end: int) -> Span:
    return source.span(html.origin(start), html.origin(end - 1) + 1)


def _folded(text: str) -> str:
    """The letters and digits alone, without case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
