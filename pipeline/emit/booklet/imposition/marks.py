"""Where to fold and where to cut, as operators of a PDF content stream (ISO 32000-2, 8.5), marked as no part of the text (14.8.2.2)."""

from collections.abc import Iterable

from pipeline.emit.booklet.imposition.paper import MM

#: A rectangle as PDF has it: left, bottom, right, top, in points.
Box = tuple[float, float, float, float]

#: From the edge of what is printed to a mark, and how long that is.
GAP, LENGTH = 2 * MM, 5 * MM
_TICK = 4 * MM  # of a fold on the pages themselves
_STEP, _BLOCK = 6 * MM, 1.5 * MM  # of the steps on the backs of signatures
_HAIRLINE = "0.25 w 0 G"
_FAINT = "0.25 w 0.5 G [3 2] 0 d"


def crop_marks(trim: Box, bleed: float = 0) -> str:
    """Two hairlines outside each corner, along the edges of the cut page."""
    left, bottom, right, top = trim
    near, far = max(bleed, GAP), max(bleed, GAP) + LENGTH
    lines = [
        line
        for x, out in ((left, -1), (right, 1))
        for y, up in ((bottom, -1), (top, 1))
        for line in ((x + out * near, y, x + out * far, y), (x, y + up * near, x, y + up * far))
    ]
    return _artifact(_HAIRLINE, lines)


def fold_marks(x: float, bottom: float, top: float, *, outside: bool) -> str:
    """A dashed tick at each end of the fold: beside the pages where there is room, else on them, where the fold hides it."""
    size = LENGTH if outside else -_TICK
    start = GAP if outside else 0
    return _artifact(_FAINT, [(x, top + start, x, top + start + size), (x, bottom - start, x, bottom - start - size)])


def step_mark(x: float, top: float, number: int) -> str:
    """A block on the back of a signature, lower for each: in a stack in the right order they are steps."""
    y = top - 12 * MM - number * _STEP
    return f"/Artifact BMC q 0 g {numbers(x - _BLOCK / 2, y, _BLOCK, _STEP)} re f Q EMC\n"


def numbers(*values: float) -> str:
    """Numbers as they stand before an operator."""
    return " ".join(f"{value:.3f}" for value in values)


def _artifact(style: str, lines: Iterable[Box]) -> str:
    drawn = " ".join(f"{numbers(x, y)} m {numbers(u, v)} l S" for x, y, u, v in lines)
    return f"/Artifact BMC q {style} {drawn} Q EMC\n"
