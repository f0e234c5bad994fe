"""Text as pages write it → text that is safe to publish, in the three forms that outputs need.

Three steps: characters that no text has go; HTML, Markdown or plain text is read into a tree that can hold nothing dangerous
(``prose.py``); from the tree each form is written. What is published as HTML has passed a sanitizer besides.
"""

import re
from collections.abc import Sequence
from html import escape

from pipeline.model import RichText
from pipeline.normalize.text.characters import clean
from pipeline.normalize.text.markdown import markdown_of, to_html
from pipeline.normalize.text.prose import Block
from pipeline.normalize.text.prose_reader import read_html
from pipeline.normalize.text.prose_writer import html_of, plain_of

#: What may stand in :attr:`RichText.html`.
ELEMENTS = frozenset((
    "p", "br", "em", "strong", "ul", "ol", "li", "a", "sub", "sup", "code", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
))  # fmt: skip
_SPANS = {"colspan", "rowspan"}
SCHEMES = frozenset(("http", "https", "mailto"))

_TEX = re.compile(r"\\\(((?:[^$\\]|\\[^()\[\]])+)\\\)|\\\[((?:[^$\\]|\\[^()\[\]])+)\\\]")
_BLANK_LINE = re.compile(r"\n\s*\n")


def rich_text(source: str, markup: str | None) -> RichText | None:
    r"""An abstract or a biography, written in ``"html"``, ``"markdown"`` or plain text (``None``); ``None`` where it is empty.

    Paragraphs, lists, quotes, code, emphasis, links to the web, ``<sub>`` and ``<sup>`` stay, other elements leave their text, scripts
    and pictures go. TeX stays as ``$…$`` and ``$$…$$``; in HTML ``\(…\)`` and ``\[…\]`` become these.
    """
    return written(_read(clean(source), markup))


def written(blocks: Sequence[Block]) -> RichText | None:
    """The three forms of a tree; ``None`` where it is empty."""
    return RichText(markdown_of(blocks), _sanitized(html_of(blocks)), plain_of(blocks)) if blocks else None


def plain_text(html: str) -> str:
    """A title or a name without its inline markup, entities decoded, on one line."""
    return " ".join(plain_of(read_html(clean(html))).split())


def _read(source: str, markup: str | None) -> tuple[Block, ...]:
    if markup == "markdown":
        return read_html(to_html(source))
    if markup == "html":
        return read_html(_TEX.sub(_dollars, source))
    return read_html("".join(f"<p>{escape(paragraph)}</p>" for paragraph in _BLANK_LINE.split(source.replace("\r\n", "\n"))))


def _dollars(found: re.Match[str]) -> str:
    return f"${found[1].strip()}$" if found[1] else f"$${found[2].strip()}$$"


def _sanitized(html: str) -> str:
    """The last word on what is safe is a maintained sanitizer's; it finds nothing to do unless we have made a mistake."""
    import nh3  # noqa: PLC0415 - programs without abstracts need not wait

    return nh3.clean(
        html, tags=set(ELEMENTS), attributes={"a": {"href"}, "th": _SPANS, "td": _SPANS}, url_schemes=set(SCHEMES), link_rel=None
    )
