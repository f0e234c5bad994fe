"""A leaf's content: the text as compiled, with its page numbers put in, and heads and folio around it."""

from collections.abc import Iterable

from pipeline.emit.press.furniture import Furniture, Lines
from pipeline.emit.press.link.lettering import Lettering
from pipeline.emit.press.link.plan import Leaf, Plan
from pipeline.emit.press.objects import Relocation


def relocated(content: bytes, relocations: Iterable[Relocation], plan: Plan, furniture: Furniture, lettering: Lettering) -> bytes:
    """The content stream of a page with all its page numbers; ``relocations`` in their order."""
    pieces, done = [], 0
    for one in relocations:
        (run,) = lettering.set(plan.label(one.anchor), furniture.numbers, one.weight)
        room = one.width - run.width if one.flush else 0
        pieces += [content[done : one.at], f"/{run.font} {one.size:g} Tf\n".encode(), run.shown(room)]
        done = one.at
    return b"".join((*pieces, content[done:]))


def offset(leaf: Leaf, furniture: Furniture) -> float:
    """How far a page's text moves to the right: towards the outer edge, but for bare pages, whose colours may reach to both edges."""
    if leaf.bare:
        return 0.0
    return furniture.shift if leaf.recto else -furniture.shift


def surrounding(leaf: Leaf, furniture: Furniture, lettering: Lettering) -> bytes:
    """The content stream that sets head and folio, as artifacts that no reader reads aloud (ISO 32000-2, 14.8.2.2)."""
    if leaf.bare:
        return b""
    head = leaf.right if leaf.recto else leaf.left
    lines = [(furniture.head, head), (furniture.folio, leaf.label)]
    set_lines = [_line(lines, text, leaf, furniture, lettering) for lines, text in lines if lines and text]
    return b"/Artifact BMC\nq\n" + b"".join(set_lines) + b"Q\nEMC\n" if set_lines else b""


def _line(lines: Lines, text: str, leaf: Leaf, furniture: Furniture, lettering: Lettering) -> bytes:
    runs = lettering.set(text, lines.families, lines.weight)
    width, height = leaf.size
    length = sum(run.width for run in runs) * lines.size / 1000
    x = width - furniture.margin - length if leaf.recto else furniture.margin
    shown = b"".join(f"/{run.font} {lines.size:g} Tf\n".encode() + run.shown() + b"\n" for run in runs)
    place = f"{x - offset(leaf, furniture):.3f} {height - lines.baseline:.3f} Td\n"
    return f"{_color(lines.color)} rg\nBT\n{place}".encode() + shown + b"ET\n"


def _color(written: str) -> str:
    """``#16202b`` in PDF's words."""
    return " ".join(f"{int(written[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
