"""A body's HTML → the same with each ``<`` as text that its author meant as a sign: ``1<p ≤ 2`` in an abstract.

A browser takes it for a tag and swallows all up to the next ``>``, silently. It is a sign where it stands right behind a letter, a digit
or a bracket, or before a single letter, and no tag of HTML follows in a form that tags have.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import nh3

from pipeline.diagnostics.pages import SignLikeTag
from pipeline.extract.markup.markdown import Html
from pipeline.source import Source

_MORE_TAGS = (
    "html head title meta link style script body main section form fieldset legend input button select option textarea label font template "
    "iframe object embed video audio source svg path math noscript dialog picture"
)
#: The elements of HTML.
TAGS = frozenset(nh3.ALLOWED_TAGS) | frozenset(_MORE_TAGS.split())
# Comments, scripts and styles are no text; in a tag that has a quoted attribute nothing is sought.
_CANDIDATE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)"
    r"|<[A-Za-z][\w:-]*+(?:\s++[\w:@.-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))++"
    r"|(?P<sign>(?:(?<=[\w)\]|}$'’])<(?=[A-Za-z])|<(?=[A-Za-z](?![\w:-]))))(?P<name>[A-Za-z][\w:-]*+)(?P<rest>[^<>]*+)(?P<end>>?)",
    re.DOTALL,
)


#: Attributes without a value (HTML Standard, index of attributes) that any element, or one for text, may have.
_BOOLEAN = frozenset({"autofocus", "hidden", "inert", "itemscope", "open", "reversed"})
_CLOSING = re.compile(r"</([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"\s+[A-Za-z@:][\w:.-]*\s*=(?!\s|=)")
_ESCAPED = "&lt;"
_SHOWN = 12


def signs_as_text(html: Html, source: Source) -> tuple[Html, tuple[SignLikeTag, ...]]:
    """The HTML with such signs escaped, and sign-like-tag for each; ``source`` is the page."""
    found = list(_signs(html.text))
    if not found:
        return html, ()
    ends = [0, *(at + 1 for at in found), len(html.text) + 1]
    text = _ESCAPED.join(html.text[begin : end - 1] for begin, end in pairwise(ends))
    longer = len(_ESCAPED) - 1
    runs = {(at + longer * bisect_left(found, at), origin) for at, origin in html.runs}
    runs |= {(at + 1 + longer * number, html.origin(at + 1)) for number, at in enumerate(found, 1)}
    problems = tuple(
        SignLikeTag(source.span(at, at + 1), source.text[at : at + _SHOWN].split("\n")[0]) for at in map(html.origin, found)
    )
    return Html(text, html.start, tuple(sorted(runs))), problems


def _signs(text: str) -> Iterator[int]:
    """The offsets of the signs."""
    closed = frozenset(name.lower() for name in _CLOSING.findall(text))
    for match in _CANDIDATE.finditer(text):
        if match["sign"] and not _is_tag(match["name"], match["rest"], ended=bool(match["end"]), closed=closed):
            yield match.start("sign")


def _is_tag(name: str, rest: str, *, ended: bool, closed: frozenset[str]) -> bool:
    """Whether a name and what follows it up to the next ``<`` or ``>`` are a tag: of HTML, or of a language with tags of its own."""
    plain = _BOOLEAN.issuperset(rest.strip(" \t\n/").lower().split())
    if name.lower() not in TAGS:
        return name.lower() in closed or (ended and (rest.endswith("/") or (plain and len(name) > 1)))
    return (ended and (plain or len(name) > 1)) or _ATTRIBUTE.match(rest) is not None
