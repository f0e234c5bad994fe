"""What stands around the text of every page, and is the same all through a document: where, how large, in which faces and colours.

Lengths are in points, from the edges of the trimmed page. Made by the document (a booklet, a sheet), set by the linker.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """How one kind of line is set: the families it may use, the best first, and its baseline's distance from the page's top edge.

    A thumb's is measured from the top of its field.
    """

    families: tuple[str, ...]
    weight: int
    size: float
    color: str
    baseline: float


@dataclass(frozen=True, slots=True)
class Thumbs:
    """Tabs at the outer edge of pages, to be seen on the closed book: ``number`` is set in the middle of a field of colour ``ground``.

    The first is ``top`` below the page's top edge, each further one ``step`` lower; after the last that has room they begin again.
    """

    number: Lines
    ground: str
    width: float
    height: float
    top: float
    step: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """Running heads, folios and thumb index at the outer edge of pages.

    Pages are laid out with equal margins at both sides; ``shift`` is how far the text moves towards the outer edge of its page, and
    ``margin`` how wide that margin then is. ``numbers`` are the families that page numbers in the text are set in.
    """

    numbers: tuple[str, ...]
    margin: float = 0
    shift: float = 0
    head: Lines | None = None
    folio: Lines | None = None
    thumbs: Thumbs | None = None
