"""HTML → formatted text as a tree, in time and memory proportional to its length, whatever it holds.

Elements that are left open, cross each other or stand where they may not are mended on the way. What the tree does not know is read for
its text: a heading becomes a strong paragraph, a table's row a paragraph, a picture nothing.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from pipeline.normalize.text.addresses import safe_address
from pipeline.normalize.text.characters import clean
from pipeline.normalize.text.prose import BREAK, MARKS, Block, Container, Mark, Paragraph, Preformatted, Run, joined

_MARKS = {
    "i": "em",
    "em": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "b": "strong",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
}
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend", "summary", "caption"))
_PARAGRAPHS = _HEADINGS | {
    "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "figcaption", "center", "form", "fieldset", "details",
    "address", "hgroup", "hr", "table", "thead", "tbody", "tfoot", "tr", "dl", "dd", "html", "body", "head",
}  # fmt: skip
_HIDDEN = frozenset((
    "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "textarea", "select", "noembed", "noframes", "audio", "video",
    "canvas", "annotation", "annotation-xml", "xmp", "plaintext",
))  # fmt: skip
_CONTAINERS: Mapping[str, Literal["ul", "ol", "blockquote"]] = {
    "ul": "ul",
    "ol": "ol",
    "menu": "ul",
    "dir": "ul",
    "blockquote": "blockquote",
}
_DEEPEST = 8  # containers within each other; a page that nests deeper is hostile, and every writer would have to go as deep
_SPACES = re.compile(r"\s+")
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_CJK = re.compile(r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff]")
_CJK_OR_QUOTE = re.compile(rf"{_CJK.pattern}|[“”‘’…—·]")


def read_html(source: str, reader: "Reader | None" = None) -> tuple[Block, ...]:
    """The tree of an HTML fragment, as a reader reads it: unless given, the one of abstracts."""
    from justhtml import stream  # noqa: PLC0415 - a tenth of a second that programs without abstracts need not wait

    reader = reader or Reader()
    hidden, depth = "", 0
    for event in stream(source):
        if hidden:
            depth += (event[0] == "start" and event[1][0] == hidden) - (event[0] == "end" and event[1] == hidden)
            hidden = hidden if depth else ""
        elif event[0] == "start":
            hidden, depth = (event[1][0], 1) if event[1][0] in _HIDDEN else ("", 0)
            reader.start(event[1][0], event[1][1])
        elif event[0] == "end":
            reader.end(event[1])
        elif event[0] == "text":
            reader.text(clean(event[1]))  # entities may stand for characters that no text has
    return reader.finish()


class Reader:
    """Builds the tree. Paragraphs and containers come into being with the first word in them, so that none is empty."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.blocks: list[Block] = []
        self.open: list[Container] = []  # outermost first
        self.placed = 0  # how many of the open containers stand in the tree already
        self.marks: Counter[str] = Counter()  # how many elements of each are open
        self.href = ""
        self.paragraph: Paragraph | None = None
        self.paragraphs: list[Paragraph] = []
        self.gap: str | None = ""  # white space since the last word; ``None`` for a line break
        self.verbatim: list[str] | None = None  # what stands in <pre>

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        if tag == "br":
            self.line_break()
        elif self.verbatim is not None:
            return
        elif tag in ("td", "th"):
            self.space(" ")
        elif tag == "a":
            self.href = safe_address(attributes.get("href") or "") or ""
        elif tag in _CODE or tag in _MARKS:
            self.marks["code" if tag in _CODE else _MARKS[tag]] += 1
        else:
            self.start_block(tag)

    def start_block(self, tag: str) -> None:
        """An element begins that is no mark on a text."""
        if tag in _PARAGRAPHS or tag in _CONTAINERS or tag in ("li", "pre"):
            self.paragraph = None
        if tag in _HEADINGS:
            self.marks["strong"] += 1
        elif tag == "pre":
            self.verbatim = []
        elif tag in _CONTAINERS:
            self.enter(_CONTAINERS[tag])
        elif tag == "li" and self.open and self.open[-1].kind != "blockquote":
            self.leave("li", inside=("ul", "ol"))
            self.open.append(Container("li"))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "pre" or self.verbatim is not None:
            self.end_verbatim(tag)
        elif tag == "a":
            self.href = ""
        elif tag in _CODE or tag in _MARKS or tag in _HEADINGS:
            self.paragraph = None if tag in _HEADINGS else self.paragraph
            mark = "strong" if tag in _HEADINGS else "code" if tag in _CODE else _MARKS[tag]
            self.marks[mark] = max(self.marks[mark] - 1, 0)
        elif tag in _PARAGRAPHS:
            self.paragraph = None
        elif tag in _CONTAINERS or tag == "li":
            self.paragraph = None
            self.leave(_CONTAINERS.get(tag, tag), inside=("ul", "ol") if tag == "li" else ())

    def text(self, text: str) -> None:
        """What stands between two tags."""
        if self.verbatim is not None:
            self.verbatim.append(text)
            return
        words = text.strip()
        if not words:
            self.space(text)
            return
        begin = text.index(words)
        self.space(text[:begin])
        self.words(_SPACES.sub(lambda gap: _folded(words[gap.start() - 1], gap[0], words[gap.end()]), words))
        self.space(text[begin + len(words) :])

    def finish(self) -> tuple[Block, ...]:
        """The tree."""
        self.end_verbatim("pre")
        for paragraph in self.paragraphs:
            paragraph.runs = joined(paragraph.runs)
        return tuple(self.blocks)

    # containers

    def enter(self, kind: Literal["ul", "ol", "blockquote"]) -> None:
        """A list or a quote begins, unless it lies too deep."""
        if len(self.open) < _DEEPEST:
            self.into_item()
            self.open.append(Container(kind))

    def into_item(self) -> None:
        """What stands in a list, but in none of its items, belongs to the last of them."""
        if self.open and self.open[-1].kind in ("ul", "ol"):
            last = self.open[-1].children[-1:]
            self.placed += len(last)
            self.open += [item for item in last if isinstance(item, Container)] or [Container("li")]

    def leave(self, kind: str, inside: tuple[str, ...]) -> None:
        """Closes the innermost container of that kind with all that is open in it, if it is not beyond one of ``inside``."""
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].kind == kind:
                del self.open[depth:]
                self.placed = min(self.placed, depth)
                return
            if self.open[depth].kind in inside:
                return

    def place(self, block: Block) -> None:
        """Puts a block where the text has come to, and before it the containers that are open there."""
        self.into_item()
        for depth in range(self.placed, len(self.open)):
            (self.open[depth - 1].children if depth else self.blocks).append(self.open[depth])
        self.placed = len(self.open)
        (self.open[-1].children if self.open else self.blocks).append(block)

    # paragraphs

    def end_verbatim(self, tag: str) -> None:
        """Lines that kept their spaces end, where the tag is theirs."""
        if tag != "pre":
            return
        lines = [line.rstrip() for line in _LINE_ENDS.split("".join(self.verbatim or ()).expandtabs(4))]
        self.verbatim = self.paragraph = None
        if any(lines):
            self.place(Preformatted("\n".join(lines).strip("\n")))

    def line_break(self) -> None:
        """A line ends; where a line is empty, the paragraph."""
        if self.verbatim is not None:
            self.verbatim.append("\n")
        elif self.gap is None:
            self.paragraph = None
        else:
            self.gap = None

    def space(self, spaces: str) -> None:
        """White space, which only counts between words."""
        if self.gap is not None:
            self.gap += spaces

    def words(self, words: str) -> None:
        """Text without white space at its ends."""
        marks = ([Mark("a", self.href)] if self.href else []) + [Mark(name) for name in MARKS if self.marks[name]]
        run = Run(words, tuple(marks), self.marks["code"] > 0)
        if self.paragraph is None:
            self.paragraph = Paragraph()
            self.paragraphs.append(self.paragraph)
            self.place(self.paragraph)
        elif self.gap != "":
            self.paragraph.runs.append(_between(self.paragraph.runs[-1], self.gap, run))
        self.paragraph.runs.append(run)
        self.gap = ""


def _between(before: Run, gap: str | None, after: Run) -> Run:
    """The white space between two words, with the marks that both have; ``gap`` is ``None`` for a line break."""
    marks = tuple(mark for mark in before.marks if mark in after.marks)
    if gap is None:
        return Run(BREAK, marks)
    return Run(_folded(before.text[-1], gap, after.text[0]), marks, before.code and after.code)


def _folded(before: str, gap: str, after: str) -> str:
    """White space as HTML folds it; but a line end between two Chinese characters is no space, and a lone no-break space stays one."""
    if (
        _LINE_ENDS.search(gap)
        and (_CJK.match(before) or _CJK.match(after))
        and _CJK_OR_QUOTE.match(before)
        and _CJK_OR_QUOTE.match(after)
    ):
        return ""
    return " " if len(gap) > 1 or gap.isascii() or _LINE_ENDS.match(gap) else gap
