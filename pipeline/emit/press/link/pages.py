"""A leaf's content: the text as compiled, with its page numbers put in, and head, folio and thumb around it."""

from collections.abc import Iterable, Sequence

from pipeline.emit.press.furniture import Furniture, Lines, Thumbs
from pipeline.emit.press.link.lettering import Lettering, Run
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
    """The content stream of head, folio and thumb, as artifacts that no reader reads aloud (ISO 32000-2, 14.8.2.2)."""
    if leaf.bare:
        return b""
    edge = (leaf.size[0] if leaf.recto else 0) - offset(leaf, furniture)
    inward = -1 if leaf.recto else 1
    drawn = b""
    for lines, text in ((furniture.head, leaf.right if leaf.recto else leaf.left), (furniture.folio, leaf.label)):
        if lines and text:
            runs = lettering.set(text, lines.families, lines.weight)
            x = edge + inward * furniture.margin - (_length(runs, lines) if leaf.recto else 0)
            drawn += _line(runs, lines, x, leaf.size[1] - lines.baseline)
    if furniture.thumbs and leaf.thumb:
        drawn += _thumb(leaf, furniture.thumbs, edge, lettering)
    return b"/Artifact BMC\nq\n" + drawn + b"Q\nEMC\n" if drawn else b""


def _thumb(leaf: Leaf, thumbs: Thumbs, edge: float, lettering: Lettering) -> bytes:
    number = leaf.thumb or 0
    room = int((leaf.size[1] - thumbs.top - thumbs.height) // thumbs.step) + 1
    top = leaf.size[1] - thumbs.top - thumbs.step * ((number - 1) % room)
    left = edge - (thumbs.width if leaf.recto else 0)
    field = f"{_color(thumbs.ground)} rg\n{left:.3f} {top - thumbs.height:.3f} {thumbs.width:.3f} {thumbs.height:.3f} re f\n"
    runs = lettering.set(str(number), thumbs.number.families, thumbs.number.weight)
    x = left + (thumbs.width - _length(runs, thumbs.number)) / 2
    return field.encode() + _line(runs, thumbs.number, x, top - thumbs.number.baseline)


def _length(runs: Sequence[Run], lines: Lines) -> float:
    return sum(run.width for run in runs) * lines.size / 1000


def _line(runs: Sequence[Run], lines: Lines, x: float, y: float) -> bytes:
    shown = b"".join(f"/{run.font} {lines.size:g} Tf\n".encode() + run.shown() + b"\n" for run in runs)
    return f"{_color(lines.color)} rg\nBT\n{x:.3f} {y:.3f} Td\n".encode() + shown + b"ET\n"


def _color(written: str) -> str:
    """``#16202b`` in PDF's words."""
    return " ".join(f"{int(written[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
