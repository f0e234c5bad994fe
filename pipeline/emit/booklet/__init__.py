"""The PDF booklet: cover, contents, timetables, the sessions of each day with all their texts, a map, and an index of people.

edition ─compose▶ book (plain values) ─template▶ HTML ─cut▶ fonts ─render▶ ``booklet.pdf``. Every page number in it is WeasyPrint's
(``target-counter``), so contents and index cannot disagree with the pages.
"""

import re
from html import unescape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.emit import Emission
from pipeline.emit.booklet.book import Book
from pipeline.emit.booklet.compose import compose
from pipeline.emit.booklet.cover import score
from pipeline.emit.booklet.faces import FACES
from pipeline.emit.booklet.glyphs import missing_glyphs
from pipeline.emit.booklet.grid import grids, loose
from pipeline.emit.booklet.pictures import Picture, figure, portraits
from pipeline.emit.booklet.prose import printable, prose
from pipeline.emit.booklet.render import SCHEME, pdf
from pipeline.emit.fonts import cut_faces, uncovered
from pipeline.emit.typography import typeset
from pipeline.model import Artifact, Edition, Image
from pipeline.resources import templates

_TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
# What the style sheet adds to the texts: folios, leaders, marks.
_ADDED = "".join(map(chr, range(0x20, 0x7F))) + "–—…·•‐→"


def emit(edition: Edition) -> Emission:
    """The booklet of an edition, or the problem of each text that no font can print."""
    book = compose(edition)
    photos = portraits(book.pictures)
    logo, plan = figure(edition.program.event.logo), figure(edition.program.event.map)
    html = printable(_html(book, photos, logo, plan))
    text = unescape(_TAG.sub(" ", html)) + _ADDED
    missing = uncovered(text, FACES)
    if missing:
        return Emission((), missing_glyphs(edition, missing))
    pictures = {picture.name: picture.data for picture in (*photos.values(), logo, plan) if picture}
    style = (templates("booklet") / "booklet.css").read_text(encoding="utf-8")
    return Emission((Artifact("booklet.pdf", pdf(html, style, cut_faces(text, FACES), pictures)),))


def _html(book: Book, photos: dict[Image, Picture], logo: Picture | None, plan: Picture | None) -> str:
    languages = book.words.languages
    environment = Environment(
        loader=FileSystemLoader(templates("booklet")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "typeset": lambda text, lang=None: typeset(text, languages.within(lang) if lang else languages),
        "prose": lambda text: prose(text, languages),
    }
    environment.globals |= {"scheme": SCHEME, "book": book, "event": book.program.event, "words": book.words, "photos": photos}
    tables = tuple((day, grids(day), loose(day)) for day in book.days)
    places = tuple(venue for venue in book.program.venues if venue.address)
    return environment.get_template("booklet.html").render(
        tables=tables, logo=logo, plan=plan, places=places, score=score(book.days)
    )
