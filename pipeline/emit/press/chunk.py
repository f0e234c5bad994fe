"""A chunk is a piece of a printed document: HTML of one or more whole pages, which can be laid out without knowing any other chunk.

Nothing in it depends on a page count. Where it names a page, it has an empty ``<a class="number" href="#anchor">``, which the linker
fills; where a page's running heads begin, an element has ``data-head`` (an ``article`` for the right-hand page, any other for both).
"""

from dataclasses import dataclass
from typing import Literal

#: How the pages of a chunk are numbered, and whether they show it. ``none`` counts on silently, without heads and folios: covers, notes.
Numbering = Literal["roman", "arabic", "none"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a document. Only ``html`` matters to how it is laid out; the rest is told to the linker.

    ``recto`` begins it on a right-hand page; ``thumb`` is the number that its pages show at their outer edge. ``name`` is for messages.
    """

    name: str
    html: str
    numbering: Numbering = "arabic"
    recto: bool = False
    thumb: int | None = None
