"""The PDF booklet: cover, contents, timetables, the sessions of each day with all their texts, a map, and an index of people.

edition ─compose▶ book (plain values) ─templates▶ HTML of its parts ─cut▶ fonts ─render▶ pages ─bind▶ ``booklet.pdf``.
"""

import re
from collections.abc import Mapping
from functools import partial
from html import unescape

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.emit import Emission
from pipeline.emit.booklet.book import Book
from pipeline.emit.booklet.compose import compose
from pipeline.emit.booklet.cover import score
from pipeline.emit.booklet.faces import FACES
from pipeline.emit.booklet.glyphs import missing_glyphs
from pipeline.emit.booklet.pictures import Picture, figure, portraits
from pipeline.emit.booklet.prose import halves, printable, prose
from pipeline.emit.booklet.render import SCHEME, press
from pipeline.emit.booklet.volume import Writer, volume
from pipeline.emit.fonts import cut_faces, uncovered
from pipeline.emit.grid import grids, loose
from pipeline.emit.typography import full_tag, typeset
from pipeline.model import Artifact, Edition, Image
from pipeline.resources import templates

#: As many rooms as leave a column of an A5 page wide enough for words.
ROOMS = 5

_TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
_PARTS = ("front.html", "days.html", "back.html")
# What the style sheet adds to the texts: folios, leaders, marks.
_ADDED = "".join(map(chr, range(0x20, 0x7F))) + "–—…·•‐→"


def emit(edition: Edition) -> Emission:
    """The booklet of an edition, or the problem of each text that no font can print."""
    book = compose(edition)
    photos = portraits(book.pictures)
    logo, plan = figure(edition.program.event.logo), figure(edition.program.event.map)
    write = _writer(book, photos, logo, plan)
    drafts = {part: write(part, {}, 1, "right") for part in _PARTS}
    text = "".join(map(_text, drafts.values())) + _ADDED
    missing = uncovered(text, FACES)
    if missing:
        return Emission((), missing_glyphs(edition, missing))
    pictures = {picture.name: picture.data for picture in (*photos.values(), logo, plan) if picture}
    style = (templates("booklet") / "booklet.css").read_text(encoding="utf-8")
    with press(style, cut_faces(text, FACES), pictures) as running:
        return Emission((Artifact("booklet.pdf", volume(running, drafts["days.html"], write)),))


def _text(html: str) -> str:
    """All characters that a part may print."""
    return unescape(_TAG.sub(" ", html))


def _writer(book: Book, photos: dict[Image, Picture], logo: Picture | None, plan: Picture | None) -> Writer:
    languages = book.words.languages
    environment = Environment(
        loader=FileSystemLoader(templates("booklet")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def in_language(text: str, lang: str | None = None) -> Markup:
        return typeset(text, languages.of_text(lang).within(lang) if lang else languages)

    environment.filters |= {"typeset": in_language, "prose": partial(prose, languages=languages), "halves": halves}
    environment.filters["full_tag"] = full_tag
    given = {
        "book": book,
        "event": book.program.event,
        "words": book.words,
        "photos": photos,
        "logo": logo,
        "plan": plan,
        "places": tuple(venue for venue in book.program.venues if venue.address),
        "tables": tuple((day, grids(day.entries, ROOMS), loose(day.entries)) for day in book.days),
        "rooms": len({entry.room for day in book.days for entry in day.entries if entry.room}),
        "score": score(book.days),
        "scheme": SCHEME,
    }

    def write(part: str, numbers: Mapping[str, str], first: int, side: str) -> str:
        return printable(environment.get_template(part).render(**given, numbers=numbers, first=first, side=side))

    return write
