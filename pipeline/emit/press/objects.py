"""What a chunk is compiled to, as frozen values, and their form in a cache: a checksum, JSON, and the pages as PDF.

Coordinates are PDF's: points from the lower left corner of the page as laid out, before the linker moves it to the left or the right.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Place:
    """A point on a page of the object; ``page`` counts from 0."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Relocation:
    """Where the number of an anchor's page belongs: before the byte ``at`` of the content stream of page ``page``.

    ``width`` is the room there, in thousandths of the font's ``size``; at its end stands the number where ``flush``.
    """

    page: int
    at: int
    anchor: str
    weight: int
    size: float
    width: int
    flush: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A running head that begins on a page; that of a ``session`` is for right-hand pages only."""

    page: int
    text: str
    session: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline; ``level`` counts from 1."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Font:
    """The glyphs of a face that the content streams show under the name ``key``, each with the text it stands for."""

    key: str
    family: str
    weight: int
    style: str
    glyphs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Object:
    """A compiled chunk: its pages without fonts and page numbers, what it defines, and what it needs.

    ``sizes`` are the pages' widths and heights in points. ``links`` are those to names that are not among ``anchors``. ``said``
    is what WeasyPrint complained of.
    """

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    anchors: tuple[tuple[str, Place], ...]
    outline: tuple[Heading, ...]
    heads: tuple[Head, ...]
    links: tuple[str, ...]
    relocations: tuple[Relocation, ...]
    fonts: tuple[Font, ...]
    said: tuple[str, ...] = ()


def dumped(made: Object) -> bytes:
    """An object as bytes, the same for equal objects."""
    facts = {name: value for name, value in asdict(made).items() if name != "pdf"}
    head = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
    body = len(head).to_bytes(8, "big") + head + made.pdf
    return sha256(body).digest() + body


def loaded(data: bytes) -> Object | None:
    """The object that ``dumped`` gave; ``None`` where the bytes are any others, as of a file that broke off."""
    digest, body = data[:32], data[32:]
    if sha256(body).digest() != digest:
        return None
    end = 8 + int.from_bytes(body[:8], "big")
    facts = json.loads(body[8:end])
    return Object(
        pdf=body[end:],
        sizes=tuple((width, height) for width, height in facts["sizes"]),
        anchors=tuple((name, Place(**place)) for name, place in facts["anchors"]),
        outline=tuple(Heading(one["level"], one["text"], Place(**one["place"])) for one in facts["outline"]),
        heads=tuple(Head(**one) for one in facts["heads"]),
        links=tuple(facts["links"]),
        said=tuple(facts["said"]),
        relocations=tuple(Relocation(**one) for one in facts["relocations"]),
        fonts=tuple(
            Font(one["key"], one["family"], one["weight"], one["style"], tuple((glyph, text) for glyph, text in one["glyphs"]))
            for one in facts["fonts"]
        ),
    )
