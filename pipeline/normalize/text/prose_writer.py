"""Formatted text as a tree → HTML, and → plain text. (To Markdown: ``markdown.py``.)"""

from collections.abc import Iterator, Sequence
from html import escape

from pipeline.normalize.text.prose import BREAK, Block, Cell, Container, Mark, Paragraph, Picture, Preformatted, Run, Table, nested


def html_of(blocks: Sequence[Block]) -> str:
    """The tree as HTML, a block on a line."""
    return "\n".join(map(_html, blocks))


def _html(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_inline(runs)}</p>"
        case Preformatted(text):
            return f"<pre>{escape(text, quote=False)}</pre>"
        case Picture():
            return ""
        case Table(rows):
            return _table(rows)
        case Container("li", children):
            # As Markdown has it: the paragraphs of an item are marked as such where there are several.
            several = sum(isinstance(child, Paragraph) for child in children) > 1
            return f"<li>{''.join(_inline(child.runs) if isinstance(child, Paragraph) and not several else _html(child) for child in children)}</li>"
        case Container(kind, children):
            return f"<{kind}>\n{html_of(children)}\n</{kind}>"


def _table(rows: Sequence[Sequence[Cell]]) -> str:
    """A table without an empty line in it, so that as a block of Markdown it is one too."""
    heads = next((at for at, row in enumerate(rows) if not all(cell.head for cell in row)), len(rows))
    parts = [("thead", rows[:heads]), ("tbody", rows[heads:])]
    written = "".join(f"<{name}>\n{''.join(map(_row, some))}</{name}>\n" for name, some in parts if some)
    return f"<table>\n{written}</table>"


def _row(cells: Sequence[Cell]) -> str:
    return f"<tr>{''.join(map(_cell, cells))}</tr>\n"


def _cell(cell: Cell) -> str:
    name = "th" if cell.head else "td"
    spans = "".join(f' {span}="{size}"' for span, size in (("colspan", cell.columns), ("rowspan", cell.rows)) if size > 1)
    return f"<{name}{spans}>{'<br>'.join(_inline(paragraph.runs) for paragraph in cell.paragraphs)}</{name}>"


def _inline(runs: Sequence[Run]) -> str:
    return nested(runs, _leaf, _wrap)


def _leaf(run: Run) -> str:
    text = "<br>" if run.text == BREAK else escape(run.text, quote=False)
    return f"<code>{text}</code>" if run.code else text


def _wrap(mark: Mark, inner: str, _before: str) -> str:
    href = f' href="{escape(mark.href)}"' if mark.href else ""
    return f"<{mark.name}{href}>{inner}</{mark.name}>"


def plain_of(blocks: Sequence[Block]) -> str:
    """The tree as plain text: a blank line between paragraphs, ``- `` or a number before the items of a list."""
    return "\n\n".join(map(_plain, blocks))


def _plain(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return "".join(run.text for run in runs)
        case Preformatted(text):
            return text
        case Picture():
            return ""
        case Table(rows):
            return "\n".join(
                "\t".join(" ".join("".join(run.text for run in one.runs) for one in cell.paragraphs) for cell in row).replace(
                    "\n", " "
                )
                for row in rows
            )
        case Container("ul" | "ol" as kind, children):
            return "\n".join(_items(kind, children))
        case Container(_, children):
            return plain_of(children)


def _items(kind: str, items: Sequence[Block]) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        bullet = "- " if kind == "ul" else f"{number}. "
        children = item.children if isinstance(item, Container) else [item]
        # A list within an item follows its text at once; further paragraphs of it stand apart.
        text = "".join(
            f"{'' if at == 0 else NEXT_LINE if isinstance(child, Container) else APART}{_plain(child)}"
            for at, child in enumerate(children)
        )
        yield bullet + text.replace("\n", "\n" + " " * len(bullet)).replace("\n" + " " * len(bullet) + "\n", "\n\n")


NEXT_LINE, APART = "\n", "\n\n"
