"""Formatted text as a tree of the few things that an abstract may hold, and HTML → that tree.

Every other element is read for its text: a heading becomes a strong paragraph, a table's row a paragraph, a picture nothing. Elements
that are left open, cross each other or stand where they may not are mended on the way, so that what is written from the tree is sound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipeline.normalize.addresses import safe_address

Mark = Literal["em", "strong", "sub", "sup", "code", "a"]
_MARKS: dict[str, Mark] = {
    "i": "em", "em": "em", "cite": "em", "dfn": "em", "var": "em", "address": "em", "b": "strong", "strong": "strong", "sub": "sub", "sup": "sup",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code", "a": "a",
}  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "legend", "summary", "caption", "figcaption"))
_PARAGRAPHS = frozenset({
    "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "center", "form", "fieldset", "details", "hgroup", "hr",
    "table", "thead", "tbody", "tfoot", "tr", "dl", "dd", "html", "body", "head", *_HEADINGS,
}) - {"th"}  # fmt: skip
_HIDDEN = frozenset((
    "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "textarea", "select", "noembed", "noframes", "audio", "video",
    "canvas", "annotation", "annotation-xml", "xmp", "plaintext",
))  # fmt: skip
_DEEPEST = 8
_CJK = re.compile(r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]")
_SPACES = re.compile(r"(\s+)")


@dataclass(slots=True)
class Inline:
    """A run of inline content with one mark: its children are texts, ``None`` for a line break, and further runs."""

    mark: Mark | None
    href: str = ""
    children: "list[str | None | Inline]" = field(default_factory=list)


@dataclass(slots=True)
class Preformatted:
    """Lines that keep their spaces."""

    text: str


@dataclass(slots=True)
class Container:
    """Blocks within a quote, a list (whose children are items) or an item of a list."""

    kind: Literal["blockquote", "ul", "ol", "li"]
    children: "list[Block]" = field(default_factory=list)


#: A paragraph is an ``Inline`` without mark.
Block = Inline | Preformatted | Container


def read_html(source: str) -> tuple[Block, ...]:
    """The tree of an HTML fragment. Takes time and memory in proportion to the fragment, whatever it holds."""
    from justhtml import stream  # noqa: PLC0415 - a tenth of a second that programs without abstracts need not wait

    reader = _Reader()
    hidden, depth = "", 0
    for event in stream(source):
        if event[0] == "start" and not hidden and event[1][0] in _HIDDEN:
            hidden, depth = event[1][0], 1
        elif hidden:
            depth += (event[0] == "start" and event[1][0] == hidden) - (event[0] == "end" and event[1] == hidden)
            hidden = hidden if depth else ""
        elif event[0] == "start":
            reader.start(event[1][0], event[1][1])
        elif event[0] == "end":
            reader.end(event[1])
        elif event[0] == "text":
            reader.text(event[1])
    return reader.finish()


class _Reader:
    """Builds the tree. Marks and containers come into being with the first text within them, so that none is empty."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[Container] = []  # containers, outermost first
        self.marks: list[tuple[Mark, str]] = []  # marks in force, with a link's address
        self.line: list[Inline] = []  # the paragraph being written and the runs within it
        self.gap: str | None = ""  # white space seen since the last text; None for a line break
        self.verbatim: list[str] | None = None  # the text of <pre>

    def start(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("br", "wbr"):
            self.line_break() if tag == "br" else None
        elif tag == "pre":
            self.end_paragraph()
            self.verbatim = []
        elif tag in ("ul", "ol", "blockquote"):
            self.end_paragraph()
            self.enter(tag)
        elif tag in ("li", "menuitem"):
            self.end_paragraph()
            self.leave("li", within=("ul", "ol"))
        elif tag in _PARAGRAPHS:
            self.end_paragraph()
        if tag in _MARKS:
            self.mark(_MARKS[tag], attributes)
        elif tag in _HEADINGS:
            self.marks.append(("strong", ""))
        elif tag in ("td", "th") and self.gap == "":
            self.gap = " "

    def end(self, tag: str) -> None:
        if tag == "pre":
            self.end_verbatim()
        elif tag in ("ul", "ol", "blockquote"):
            self.end_paragraph()
            self.leave(tag, within=())
        elif tag == "li":
            self.end_paragraph()
            self.leave("li", within=("ul", "ol"))
        elif tag in _PARAGRAPHS:
            self.end_paragraph()
        mark = "strong" if tag in _HEADINGS else _MARKS.get(tag)
        at = next((at for at in range(len(self.marks) - 1, -1, -1) if self.marks[at][0] == mark), None)
        if at is not None:
            del self.marks[at]
            self.unmark()

    def text(self, text: str) -> None:
        if self.verbatim is not None:
            self.verbatim.append(text)
            return
        for piece in _SPACES.split(text):
            if piece.isspace():
                self.space(piece)
            elif piece:
                self.word(piece)

    def finish(self) -> tuple[Block, ...]:
        self.end_verbatim()
        return tuple(self.blocks)

    # marks

    def mark(self, mark: Mark, attributes: dict[str, str | None]) -> None:
        href = safe_address(attributes.get("href") or "") if mark == "a" else ""
        if mark == "a":
            self.marks = [other for other in self.marks if other[0] != "a"]
            self.unmark()
        # A mark within itself says nothing more, and a hostile page could nest a million of them.
        if mark not in [other for other, _ in self.marks] and href is not None:
            self.marks.append((mark, href))

    def unmark(self) -> None:
        """Ends the runs whose marks are no longer in force."""
        for depth, run in enumerate(self.line[1:], 1):
            if (run.mark, run.href) not in self.marks:
                del self.line[depth:]
                return

    # containers

    def enter(self, kind: Literal["blockquote", "ul", "ol"]) -> None:
        if len(self.open) < _DEEPEST:
            self.open.append(Container(kind))

    def leave(self, kind: str, within: tuple[str, ...]) -> None:
        """Closes the innermost open container of that kind, and what is open in it; not one beyond those of ``within``."""
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].kind == kind:
                del self.open[depth:]
                return
            if self.open[depth].kind in within:
                return

    def place(self, block: Block) -> None:
        """Puts a block into the innermost container, bringing the open ones into being."""
        if self.open and self.open[-1].kind in ("ul", "ol"):
            self.open.append(Container("li"))
        blocks = self.blocks
        depth = 0
        while depth < len(self.open):
            container = self.open[depth]
            if container.kind in ("ul", "ol") and depth + 1 < len(self.open) and self.open[depth + 1].kind != "li":
                self.open.insert(depth + 1, self.last_item(container))
            if not any(container is block for block in blocks[-1:]):
                blocks.append(container)
            blocks = container.children
            depth += 1
        blocks.append(block)

    def last_item(self, container: Container) -> Container:
        """The item that a list within a list, but not within an item, belongs to."""
        last = container.children[-1] if container.children else None
        return last if isinstance(last, Container) else Container("li")

    # paragraphs

    def end_paragraph(self) -> None:
        if self.verbatim is None:
            self.line, self.gap = [], ""

    def end_verbatim(self) -> None:
        text = "".join(self.verbatim or ()).expandtabs(4)
        self.verbatim = None
        self.end_paragraph()
        lines = [line.rstrip() for line in re.split(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]", text)]
        text = "\n".join(lines).strip("\n")
        if text.strip():
            self.place(Preformatted(text))

    def line_break(self) -> None:
        if self.verbatim is not None:
            self.verbatim.append("\n")
        elif self.gap is None:
            self.end_paragraph()
        elif self.line:
            self.gap = None

    def space(self, spaces: str) -> None:
        if self.gap is not None and self.line:
            self.gap += spaces

    def word(self, word: str) -> None:
        if not self.line:
            self.line = [Inline(None)]
            self.place(self.line[0])
            self.gap = ""
        self.put_gap(word)
        wanted = [mark for mark in self.marks if mark[0] != "code"] + [mark for mark in self.marks if mark[0] == "code"]
        for mark, href in wanted:
            if (mark, href) not in [(run.mark, run.href) for run in self.line]:
                run = _last_run(self.line[-1], mark, href) or Inline(mark, href)
                if run not in self.line[-1].children[-1:]:
                    self.line[-1].children.append(run)
                self.line.append(run)
        _append(self.line[-1], word)

    def put_gap(self, word: str) -> None:
        run = self.line[-1]
        while self.gap != "" and not _has_content(run):
            break
        if self.gap is None:
            if run.mark == "code":
                _append(run, " ")
            else:
                run.children.append(None)
        elif self.gap:
            _append(run, _folded(self.gap, _last_character(self.line[0]), word[0]))
        self.gap = ""
