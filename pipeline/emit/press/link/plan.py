"""Which pages a document has, in which order, how each is numbered, on which side it is, and what its running heads say.

Pure: objects in, leaves out. A chunk that must begin on the right gets an empty page before it where it would not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.emit.press.chunk import Chunk, Numbering
from pipeline.emit.press.objects import Object, Place

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk and what it was compiled to."""

    chunk: Chunk
    object: Object


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the document. ``part`` and ``page`` say which page of which part it is; an empty one has no part.

    ``label`` is its number as printed. ``bare`` pages show neither that nor heads; ``left`` and ``right`` are the heads for its two sides.
    """

    part: int | None
    page: int
    size: tuple[float, float]
    label: str
    roman: bool
    recto: bool
    bare: bool
    left: str
    right: str
    thumb: int | None


@dataclass(frozen=True)
class Plan:
    """All leaves of a document, and where each anchor is among them."""

    parts: tuple[Part, ...]
    leaves: tuple[Leaf, ...]

    @cached_property
    def first(self) -> tuple[int, ...]:
        """The leaf on which each part begins."""
        return tuple(at for at, leaf in enumerate(self.leaves) if leaf.part is not None and leaf.page == 0)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where each anchor first is, its page counted in leaves."""
        found: dict[str, Place] = {}
        for part, first in zip(self.parts, self.first, strict=True):
            for name, place in part.object.anchors:
                found.setdefault(name, Place(first + place.page, place.x, place.y))
        return found

    def label(self, anchor: str) -> str:
        """The number of the page that an anchor is on."""
        return self.leaves[self.places[anchor].page].label


def planned(parts: Sequence[Part]) -> Plan:
    """The leaves of a document of these parts. A link that leads nowhere is a template's mistake: ``LookupError``."""
    plan = Plan(tuple(parts), tuple(_leaves(parts)))
    lost = sorted({name for part in parts for name in part.object.links} - plan.places.keys())
    if lost:
        raise LookupError(f"no chunk has the anchors that others link to: {', '.join(lost)}")
    return plan


def _leaves(parts: Sequence[Part]) -> Iterator[Leaf]:
    at, count, kind = 0, 0, "roman"
    heads = _Heads()
    for number, part in enumerate(parts):
        chosen = _numbering(part.chunk.numbering, kind)
        if part.chunk.recto and at % 2:
            at, count = at + 1, count + 1
            yield Leaf(None, 0, part.object.sizes[0], _label(kind, count), kind == "roman", False, True, "", "", None)  # noqa: FBT003  # a left page, bare
        if chosen != kind:
            kind, count = chosen, 0
        for page, size in enumerate(part.object.sizes):
            at, count = at + 1, count + 1
            left, right = heads.of(part.object, page)
            bare = part.chunk.numbering == "none"
            yield Leaf(number, page, size, _label(kind, count), kind == "roman", at % 2 == 1, bare, left, right, part.chunk.thumb)


def _numbering(asked: Numbering, before: str) -> str:
    """Roman until the first arabic page, then arabic; ``none`` counts on as before."""
    return before if asked == "none" else asked


class _Heads:
    """Follows the running heads from page to page: a page shows the first that begins on it, else the last before."""

    def __init__(self) -> None:
        self._left = self._right = ""

    def of(self, made: Object, page: int) -> tuple[str, str]:
        """The heads of the next page, for the left and for the right side."""
        begun = [head for head in made.heads if head.page == page]
        left = next((head.text for head in begun if not head.session), self._left)
        fresh = next((head.text for head in begun if head.session), None)
        right = fresh or (left if left != self._left else self._right)
        for head in begun:
            self._left, self._right = (self._left, head.text) if head.session else (head.text, head.text)
        return left, right or left


def _label(kind: str, number: int) -> str:
    return roman(number) if kind == "roman" else str(number)


def roman(number: int) -> str:
    """A page number in small roman numerals."""
    for value, sign in _ROMAN:
        if number >= value:
            return sign + roman(number - value)
    return ""
