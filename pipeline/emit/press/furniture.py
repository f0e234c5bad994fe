"""What stands around the text of every page, and is the same all through a document: where, how large, in which faces and colours.

Lengths are in points, from the edges of the trimmed page. Made by the document (a booklet, a sheet), set by the linker.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """How one kind of line is set: the families it may use, the best first, and its baseline's distance from the page's top edge."""

    families: tuple[str, ...]
    weight: int
    size: float
    color: str
    baseline: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """Running heads and folios at the outer edge of the text.

    Pages are laid out with equal margins at both sides; ``shift`` is how far the text moves towards the outer edge of its page, and
    ``margin`` how wide that margin then is. ``numbers`` are the families that page numbers in the text are set in.
    """

    numbers: tuple[str, ...]
    margin: float = 0
    shift: float = 0
    head: Lines | None = None
    folio: Lines | None = None
