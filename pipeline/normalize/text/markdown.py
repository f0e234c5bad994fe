"""Markdown → HTML, and formatted text as a tree → Markdown that renders to the same HTML again.

The dialect is CommonMark with raw HTML, tables, strikethrough, and TeX between dollar signs, which passes untouched both ways.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.normalize.text.prose import BREAK, Block, Container, Mark, Paragraph, Picture, Preformatted, Run, Table, nested
from pipeline.normalize.text.prose_writer import html_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: TeX between dollar signs. As in Pandoc, ``$5 and $10`` is money: no space within the signs, no digit after them.
MATH = re.compile(r"\$\$(?:\\.|[^\\$]|\$(?!\$))+\$\$|\$(?![\s$])(?:\\.|[^\\$])*(?<!\s)\$(?![\d$])", re.DOTALL)

_SPECIAL = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\$|~(?=~)|(?<=~)~|!$")
_LINE_START = re.compile(r"(?m)^(?:(?=[-+#>=~|:])|(\d{1,9})(?=[.)]))")
_BACKTICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def to_html(source: str) -> str:
    """Markdown as HTML. Not safe by itself: raw HTML passes as it is."""
    return str(_renderer().render(source))


def cut_at_headings(source: str) -> Iterator[tuple[str | None, str]]:
    """Markdown cut at its headings: each heading's own Markdown, ``None`` for what stands before the first, and what follows it."""
    lines = source.split("\n")
    tokens = _renderer().parse(source)
    found = [
        (token.map[0], token.map[1], inline.content)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and token.level == 0 and token.map
    ]
    ends = [*(first for first, _, _ in found), len(lines)]
    yield None, "\n".join(lines[: ends[0]])
    for (_, begin, heading), end in zip(found, ends[1:], strict=True):
        yield heading, "\n".join(lines[begin:end])


@cache
def _renderer() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms that programs without Markdown need not wait
    from mdit_py_plugins.dollarmath.index import math_block_dollar  # noqa: PLC0415 - see above

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("escape", "math_inline", _math_rule)
    parser.block.ruler.before("fence", "math_block", math_block_dollar(allow_labels=False, allow_blank_lines=True))
    parser.add_render_rule("math_inline", lambda _, tokens, at, *__: _math(tokens[at]))
    parser.add_render_rule("math_block", lambda _, tokens, at, *__: f"<p>{_math(tokens[at])}</p>\n")
    return parser


def _math_rule(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - markdown-it's protocol
    """The inline rule for TeX. Not the plugin's, so that reader and writer go by one definition of where TeX begins and ends."""
    found = MATH.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "$" else None
    if found is None:
        return False
    if not silent:
        state.push("math_inline", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _math(token: "Token") -> str:
    return escape(token.content if token.type == "math_inline" else f"$${token.content}$$", quote=False)


def markdown_of(blocks: Sequence[Block]) -> str:
    """The tree as Markdown, without an end of line after the last."""
    return "\n\n".join(_blocks(blocks))


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    other = False
    for before, block in zip((None, *blocks), blocks, strict=False):
        # Two lists in a row would become one: the second has other bullets.
        other = not other if isinstance(before, Container) and isinstance(block, Container) and before.kind == block.kind else False
        match block:
            case Paragraph(runs):
                yield _paragraph(runs)
            case Preformatted(text):
                fence = _fence(text, 3)
                yield f"{fence}\n{text}\n{fence}"
            case Table():
                yield html_of([block])  # what Markdown has of tables holds less
            case Picture():
                continue
            case Container("blockquote", children):
                yield _indented(markdown_of(children), "> ", "> ").replace("> \n", ">\n")
            case Container(kind, children):
                yield "\n".join(_items(kind, children, other=other))


def _items(kind: str, items: Sequence[Block], *, other: bool) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        bullet = f"{number}{')' if other else '.'} " if kind == "ol" else "* " if other else "- "
        children = item.children if isinstance(item, Container) else [item]
        yield _indented(markdown_of(children), bullet, " " * len(bullet))


def _indented(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        f"{others if number else first}{line}" if line or others.strip() else line for number, line in enumerate(lines)
    )


def _paragraph(runs: Sequence[Run]) -> str:
    return _LINE_START.sub(r"\1\\", nested(runs, _leaf, _wrap))


def _leaf(run: Run) -> str:
    if run.text == BREAK:
        return "\\\n"
    if run.code:
        fence = _fence(run.text, 1)
        return f"{fence} {run.text} {fence}" if "`" in (run.text[0], run.text[-1]) else f"{fence}{run.text}{fence}"
    parts, end = [], 0
    for found in MATH.finditer(run.text):
        parts += [_escaped(run.text[end : found.start()]), found[0]]
        end = found.end()
    return "".join((*parts, _escaped(run.text[end:])))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _wrap(mark: Mark, inner: str, before: str) -> str:
    if mark.name == "a":
        href = _ENTITY.sub("&amp;", mark.href)
        return f"[{inner}](<{href}>)" if "(" in href or ")" in href else f"[{inner}]({href})"
    stars = {"em": "*", "strong": "**"}.get(mark.name, "")
    # Stars only work beside letters, and not beside or within other stars; tags always do.
    plain = inner[0].isalnum() and inner[-1].isalnum() and "*" not in inner and not before.endswith("*")
    return f"{stars}{inner}{stars}" if stars and plain else f"<{mark.name}>{inner}</{mark.name}>"


def _fence(text: str, least: int) -> str:
    """More backticks than the text has in a row."""
    return "`" * max(least, max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
