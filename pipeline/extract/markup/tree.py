"""A page's body as a tree of elements and texts that know their place in the file.

The tree is what a browser would build (WHATWG HTML, section 13.2): unclosed and surplus tags mended, entities decoded, an inner
``<html>`` dissolved. What is no content is gone: comments, ``<style>``, ``<script>``, ``<template>``, an inner ``<title>``, and what
no reader of the page can see (``visibility.py``).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from html import escape, unescape
from operator import itemgetter
from typing import Protocol

from pipeline.extract.markup.markdown import Html
from pipeline.extract.markup.visibility import is_hidden
from pipeline.source import Located, Source, Span

_NO_CONTENT = frozenset(
    {"style", "script", "template", "title", "noscript", "#comment", "!doctype", "object", "iframe", "svg", "math"}
)
#: What is struck out is withdrawn: it states nothing.
STRUCK = frozenset({"s", "del", "strike"})
_VOID = frozenset({"br", "hr", "img", "wbr", "input", "meta", "link"})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);?")
#: Elements nested deeper are dissolved, their text kept: no page is meant so, and what walks the tree may call itself.
_DEEPEST = 80
#: Characters that nobody sees: zero-width space, word joiner, byte order mark, soft hyphen.
UNSEEN = dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD))


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters. ``place(index)`` is the offset in the source of its character at ``index``."""

    value: str
    place: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and children; ``source`` is the page, ``start`` and ``end`` the offsets of its opening tag there."""

    tag: str
    attributes: dict[str, str]
    children: tuple["Element | Text", ...]
    source: Source
    start: int
    end: int

    @property
    def classes(self) -> frozenset[str]:
        """The words of its ``class`` attribute, in lower case."""
        return frozenset(self.attributes.get("class", "").lower().split())

    @property
    def span(self) -> Span:
        """The place of its opening tag."""
        return self.source.span(self.start, self.end)

    def elements(self) -> Iterator["Element"]:
        """Itself and all elements within, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def texts(self) -> Iterator[Text]:
        """All texts within, in the order of the page."""
        waiting: list[Node] = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            if isinstance(node, Text):
                yield node
            else:
                waiting += reversed(node.children)

    def find(self, *classes: str) -> "Element | None":
        """The first element within that has one of these classes."""
        return next((element for element in self.elements() if element.classes & set(classes)), None)

    def words(self) -> Located[str]:
        """Its text with white space folded, and where it stands: empty, at the opening tag, where there is none."""
        return located_text(self.children, self.source, self.span)

    def replace(self, children: tuple["Element | Text", ...]) -> "Element":
        """The same element with other children."""
        return Element(self.tag, self.attributes, children, self.source, self.start, self.end)


Node = Element | Text


class _Parsed(Protocol):
    """What we use of a node of justhtml."""

    name: str
    data: str | None
    attrs: dict[str, str | None] | None
    children: "list[_Parsed] | None"
    origin_offset: int | None


def read_tree(html: Html, source: Source) -> Element:
    """The tree of a body's HTML; ``source`` is its page."""
    from justhtml import JustHTML  # noqa: PLC0415 - a tenth of a second that runs without pages need not pay

    # Nothing is sanitized here: the tree is read, not shown. What is shown goes through normalize/text/rich.py.
    document = JustHTML(html.text, sanitize=False, fragment=True, track_node_locations=True)
    root: _Parsed = document.root  # type: ignore[assignment]  # justhtml's node classes share no declared protocol
    start = html.origin(0)
    return Element("body", {}, tuple(_nodes(root, html, source, 0)), source, start, start)


def _nodes(parent: _Parsed, html: Html, source: Source, depth: int) -> Iterator[Node]:
    waiting = list(reversed(parent.children or ()))
    while waiting:
        node = waiting.pop()
        offset = node.origin_offset or 0
        if node.name == "#text":
            yield Text(node.data or "", _Places(html, offset, node.data or ""))
        elif node.name in _NO_CONTENT:
            continue
        elif node.name.startswith("#") or (depth > _DEEPEST and node.name not in _VOID):
            waiting += reversed(node.children or ())
        else:
            attributes = {name.lower(): value or "" for name, value in (node.attrs or {}).items()}
            if is_hidden(attributes, source.text):
                continue
            end = html.text.find(">", offset) + 1
            children = tuple(_nodes(node, html, source, depth + 1))
            first, last = html.origin(offset), html.origin(max(end - 1, offset)) + 1
            yield Element(node.name, attributes, children, source, first, _end(source, first, last))


def _end(source: Source, first: int, last: int) -> int:
    """Where an opening tag ends; one that Markdown stands for ends with its line at the latest."""
    if not source.text.startswith("<", first):
        line = source.text.find("\n", first)
        last = min(last, line if line >= 0 else len(source.text))
    return max(min(last, len(source.text)), first)


@dataclass(frozen=True)
class _Places:
    """Where the characters of a decoded text, ``value``, stand in the source; it begins at ``start`` in the HTML."""

    html: Html
    start: int
    value: str

    def __call__(self, index: int) -> int:
        """The source's offset of the character at ``index``."""
        begin, at = self._runs[max(bisect_right(self._runs, index, key=itemgetter(0)) - 1, 0)]
        return self.html.origin(at + index - begin)

    @cached_property
    def _runs(self) -> list[tuple[int, int]]:
        """Ascending ``(index, offset in the HTML)``: one to one up to the next, over entities and dissolved tags."""
        raw, at, done = self.html.text, self.start, 0
        runs = [(0, at)]
        if raw.startswith(self.value, at):
            return runs
        while done < len(self.value) and at < len(raw):
            if at - done != runs[-1][1] - runs[-1][0]:
                runs.append((done, at))
            entity = _ENTITY.match(raw, at) if raw[at] == "&" else None
            if entity:
                done += len(unescape(entity[0]))
                at = entity.end()
            elif raw[at] == "<" and self.value[done] != "<":
                at = raw.find(">", at) + 1 or len(raw)
            else:
                done, at = done + 1, at + 1
        return runs if at - done == runs[-1][1] - runs[-1][0] else [*runs, (done, at)]


def located_text(nodes: tuple[Node, ...], source: Source, otherwise: Span, *, between: str = " ") -> Located[str]:
    """The text of some nodes with white space folded as HTML does, from its first to its last visible character.

    ``between`` stands where a line or a block ends, unless a sign does already.
    """
    lines: list[list[str]] = [[]]
    first: Text | None = None
    last: Text | None = None
    for text in _flow(nodes):
        if text is None:
            lines.append([])
            continue
        value = text.value.translate(UNSEEN)
        lines[-1].append(value)
        if value.strip():
            first, last = first or text, text
    broken = ["".join(line) for line in lines]
    value = _joined(
        [" ".join(line.split()) for whole in broken for line in (_written_lines(whole) if between != " " else [whole])], between
    )
    return Located(value, source.span(_begin(first), _begin(last, -1) + 1) if first and last else otherwise)


def _begin(text: Text, at: int = 0) -> int:
    """Where the first visible character of a text stands, or with ``-1`` the last one."""
    visible = text.value.translate(UNSEEN).strip()
    return text.place(text.value.rindex(visible[-1]) if at else text.value.index(visible[0]))


_WHOLE_LINE = re.compile(
    r".*[^\s,]\s+\S*[^\W\d_](?<!\bof)(?<!\band)(?<!\bfor)(?<!\bthe)(?<!\bde)(?<!\bat)[.)]?|.*[\u3400-\u9fff]{2}"
)
_NEW_LINE = re.compile(r"[A-Z]\S*\s+\S.*|[\u3400-\u9fff]{2}.*|[A-Z]{2,}", re.DOTALL)


def _written_lines(text: str) -> list[str]:
    """The lines of a text where each is whole in itself; else the text: its author's editor may have broken it anywhere."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    lines = [line for line in lines if line]
    whole = all(_WHOLE_LINE.fullmatch(line) for line in lines[:-1]) and all(_NEW_LINE.fullmatch(line) for line in lines[1:])
    return lines if whole else [text]


def _joined(lines: list[str], between: str) -> str:
    said = ""
    for line in filter(None, lines):
        set_apart = not said or said[-1] in ",;:，；：、(（&/" or line[0] in ",;，；、)(（&/" or line.startswith("and ")
        said += line if not said else f"{' ' if set_apart else between}{line}"
    return said


def _flow(nodes: tuple[Node, ...]) -> Iterator[Text | None]:
    """Texts in reading order, with ``None`` where a line or a block ends."""
    waiting: list[Node | None] = [*reversed(nodes)]
    while waiting:
        node = waiting.pop()
        if node is None or isinstance(node, Text):
            yield node
        elif node.tag == "br":
            yield None
        elif node.tag not in STRUCK:
            ends = [None] if node.tag in BLOCKS else []
            waiting += [*ends, *reversed(node.children), *ends]


def drop_text(nodes: tuple[Node, ...], count: int) -> tuple[tuple[Node, ...], int]:
    """The nodes without their first ``count`` characters that are not white space, and how many are still to be dropped."""
    kept: list[Node] = []
    for node in nodes:
        if count <= 0 or (isinstance(node, Element) and node.tag in STRUCK):
            kept.append(node)
        elif isinstance(node, Text):
            cut = 0
            while cut < len(node.value) and count > 0:
                count -= not (node.value[cut].isspace() or ord(node.value[cut]) in UNSEEN)
                cut += 1
            kept.append(Text(node.value[cut:], partial(_shifted, node.place, cut)))
        else:
            inner, count = drop_text(node.children, count)
            if inner and any(isinstance(child, Element) or child.value.strip() for child in inner):
                kept.append(node.replace(inner))
    return tuple(kept), count


def _shifted(place: Callable[[int], int], by: int, index: int) -> int:
    return place(index + by)


def unstruck(element: Element) -> Element:
    """The element as if nothing in it were struck out: what a cancelled row of a timetable said."""
    children = tuple(unstruck(child) if isinstance(child, Element) else child for child in element.children)
    tag = "span" if element.tag in STRUCK else element.tag
    return Element(tag, element.attributes, children, element.source, element.start, element.end)


def inner_html(nodes: tuple[Node, ...]) -> str:
    """The nodes as HTML text. Not safe by itself: ``normalize/text/rich.py`` sanitizes it."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(escape(node.value, quote=False))
            continue
        link = f' href="{escape(node.attributes["href"])}"' if "href" in node.attributes else ""
        parts.append(f"<{node.tag}{link}>")
        if node.tag not in _VOID:
            parts.append(f"{inner_html(node.children)}</{node.tag}>")
    return "".join(parts)
