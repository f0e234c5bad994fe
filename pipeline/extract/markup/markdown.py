"""A page's body, Markdown with raw HTML → HTML, with the way back to the source for every character.

The blocks are those that Goldmark (Hugo's Markdown) finds, with two differences that a human reader makes as well: HTML that was
indented after a blank line is still HTML and not a block of code, and a line of underscores that a missing blank line glued to the
HTML above is still a divider (``tree.py`` sees to that). Raw HTML passes as it is; what a browser makes of it is the HTML parser's
part.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.source import Source

#: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
_ATTRIBUTES = re.compile(r"\{:(?=[\s.#\w])[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Html:
    """HTML text and, run by run, where its characters stand in the source."""

    text: str
    #: Where the body begins in the source.
    start: int
    #: Ascending ``(offset in text, offset in the source)``: characters from one run's start to the next's map one to one.
    runs: tuple[tuple[int, int], ...]

    def origin(self, offset: int) -> int:
        """The offset in the source of the character at ``offset`` in ``text``."""
        if not self.runs:
            return self.start
        begin, source = self.runs[max(bisect_right(self.runs, (offset, 1 << 60)) - 1, 0)]
        return source + max(offset - begin, 0)


def to_html(source: Source, start: int) -> Html:
    """The HTML of the body, which begins at offset ``start`` of the source; of a page that is HTML, the body as it is."""
    if source.path.lower().endswith((".html", ".htm")):
        return Html(source.text[start:], start, ((0, start),))
    writer = _Writer(source, start)
    writer.blocks(_parser().parse(source.text[start:]))
    return Html("".join(writer.parts), start, tuple(writer.runs))


@cache
def _parser() -> MarkdownIt:
    # Linkify and typographer stay off: they change the author's words.
    from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415 - only pages with a body need it

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).enable(["table", "strikethrough"])
    return parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)


class _Writer:
    """Writes tokens as HTML, noting for each run of characters where it came from."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.lines = [start]
        for line in source.text[start:].split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.parts: list[str] = []
        self.length = 0
        self.runs: list[tuple[int, int]] = []
        self.found = 0

    def write(self, text: str, origin: int) -> None:
        if text:
            self.runs.append((self.length, origin))
            self.parts.append(text)
            self.length += len(text)

    def write_text(self, text: str, origin: int) -> None:
        """Plain text, escaped; each escaped character begins a run of its own. Kramdown's attribute lists are markup, not text."""
        begin = 0
        for found in _ATTRIBUTES.finditer(text):
            self._write_escaped(text[begin : found.start()], origin + begin)
            begin = found.end()
        self._write_escaped(text[begin:], origin + begin)

    def _write_escaped(self, text: str, origin: int) -> None:
        begin = 0
        for index, character in enumerate(text):
            if character in "&<>":
                self.write(text[begin:index], origin + begin)
                self.write(escape(character), origin + index)
                begin = index + 1
        self.write(text[begin:], origin + begin)

    def blocks(self, tokens: Sequence[Token]) -> None:
        at = self.lines[0]
        for token in tokens:
            if token.map:
                at = self.lines[token.map[0]]
            if token.type == "inline":
                self.inline(token)
            elif token.type in ("html_block", "code_block"):
                self.verbatim(token)
            elif token.type in ("math_block", "math_block_label"):
                self.write("<p>", at)
                self.write_text(f"$${token.content}$$", at)
                self.write("</p>", at)
            elif token.type == "fence":
                self.write("<pre>", at)
                self.write_text(token.content, at)
                self.write("</pre>", at)
            elif token.nesting >= 0:
                self.write(f"<{token.tag}>", at)
            else:
                self.write(f"</{token.tag}>", at)
            if token.block and token.nesting <= 0:
                self.write("\n", at)

    def verbatim(self, token: Token) -> None:
        """Raw HTML line by line: within lists and quotes its lines have lost their indent."""
        first = token.map[0] if token.map else 0
        # Not splitlines: it takes form feeds and the like for the ends of lines.
        for number, line in enumerate(token.content.removesuffix("\n").split("\n"), first):
            self.write(f"{line}\n", self._within(number, line))

    def _within(self, number: int, text: str) -> int:
        """The offset in the source of ``text`` in the body's line ``number``, after what was found there before: cells may be alike."""
        if number + 1 >= len(self.lines):
            return self.lines[-1]
        begin, end = self.lines[number], self.lines[number + 1]
        found = self.source.text.find(text, max(begin, self.found), end)
        found = found if found >= 0 else begin + max(self.source.text[begin:end].find(text), 0)
        self.found = found + len(text)
        return found

    def inline(self, token: Token) -> None:
        first = token.map[0] if token.map else 0
        starts: list[tuple[int, int]] = []
        offset = 0
        for number, line in enumerate(token.content.split("\n"), first):
            starts.append((offset, self._within(number, line)))
            offset += len(line) + 1
        content = Html(token.content, 0, tuple(starts))
        cursor = 0
        for child in token.children or ():
            cursor = self._child(child, content, cursor)

    def _child(self, child: Token, content: Html, cursor: int) -> int:
        """One inline token; returns where in the content the next is to be sought."""
        found = content.text.find(child.content, cursor) if child.content else -1
        begin = found if found >= 0 else cursor
        at = content.origin(begin)
        match child.type:
            case "text" | "text_special" | "code_inline":
                if child.type == "text_special" and child.markup:
                    begin = max(content.text.find(child.markup, cursor), cursor)
                    self.write_text(child.content, content.origin(begin))
                    return begin + len(child.markup)
                self.write_text(child.content, at)
            case "math_inline" | "math_inline_double":
                fence = "$" if child.type == "math_inline" else "$$"
                self.write_text(f"{fence}{child.content}{fence}", max(at - len(fence), 0))
            case "html_inline":
                self.write(child.content, at)
            case "softbreak":
                self.write("\n", at)
            case "hardbreak":
                self.write("<br>\n", at)
            case "image":
                begin = max(content.text.find("![", cursor), cursor)
                end = max(content.text.find(")", begin), begin)
                source, alt = escape(str(child.attrs.get("src", ""))), escape(child.content)
                self.write(f'<img src="{source}" alt="{alt}"', content.origin(begin))
                self.write(">", content.origin(end))
                return end
            case _:
                link = f' href="{escape(str(child.attrs["href"]))}"' if "href" in child.attrs else ""
                self.write(f"<{child.tag}{link}>" if child.nesting >= 0 else f"</{child.tag}>", content.origin(cursor))
                return cursor
        return begin + len(child.content)
