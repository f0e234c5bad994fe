"""A book → chunks of HTML, by the templates of ``templates/booklet``."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Protocol

from jinja2 import Environment
from markupsafe import Markup

from pipeline.addresses import page
from pipeline.emit import feed_paths
from pipeline.emit.booklet.book import Book
from pipeline.emit.booklet.cover import score
from pipeline.emit.booklet.formulas import Formulas
from pipeline.emit.booklet.pictures import Picture, figure, named, portraits
from pipeline.emit.booklet.prose import printable, prose
from pipeline.emit.booklet.sections import Section
from pipeline.emit.codes import dots
from pipeline.emit.grid import grids, loose
from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.typesetter import SCHEME
from pipeline.emit.templating import environment
from pipeline.emit.typography import Languages, full_tag, typeset
from pipeline.model import Event


class Version(Protocol):
    """Lists the sections of a book, those with timetables and with practical pages where there are any."""

    def __call__(self, book: Book, *, timetables: bool, practical: bool) -> Iterator[Section]:
        """The sections in their order."""


class Writer:
    """Writes a book; its timetables have at most so many ``rooms`` side by side."""

    def __init__(self, book: Book, rooms: int) -> None:
        """Makes what all sections share."""
        event = book.program.event
        self._book = book
        self._formulas = Formulas(SCHEME)
        self._environment = _environment(book.words.languages, self._formulas)
        self._shared: dict[str, Any] = {
            "book": book,
            "event": event,
            "words": book.words,
            "photos": portraits(book.pictures),
            "logo": figure(event.logo),
            "plan": figure(event.map),
            "figures": {image: made for image in book.figures if (made := figure(image))},
            "codes": tuple(_codes(event)),
            "places": tuple(venue for venue in book.program.venues if venue.address),
            "tables": tuple((day, grids(day.entries, rooms), loose(day.entries)) for day in book.days),
            "rooms": len({entry.room for entry in book.entries if entry.room}),
            "score": score(book.days),
            "scheme": SCHEME,
        }

    def chunks(self, version: Version, *, brief: bool) -> Iterator[Chunk]:
        """The sections of a version as HTML; a ``brief`` one leaves out abstracts and portraits."""
        timetables = any(parts for _, parts, _ in self._shared["tables"])
        practical = bool(self._shared["plan"] or self._shared["places"])
        for one in version(self._book, timetables=timetables, practical=practical):
            html = self._environment.get_template(one.template).render(self._shared | one.facts, short=brief)
            yield Chunk(one.name, printable(html), one.numbering, one.recto, one.thumb)

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """The pictures of all that was written, under their names."""
        shared = self._shared
        codes = (made for _, _, made in shared["codes"])
        every = (
            *shared["photos"].values(),
            *shared["figures"].values(),
            shared["logo"],
            shared["plan"],
            *codes,
            *self._formulas.drawings.values(),
        )
        return {picture.name: picture.data for picture in every if picture}


def _codes(event: Event) -> Iterator[tuple[str, str, Picture]]:
    """What the back cover leads to: words, address, and the address as a code."""
    for word, address in (("scan-cards", page(event, "")), ("scan-calendar", page(event, f"{feed_paths.FOLDER}/all.ics"))):
        made = dots(address)
        if address and made:
            yield word, address, named(made.data, made.width, made.width)


def _environment(languages: Languages, formulas: Formulas) -> Environment:
    made = environment("booklet")

    def in_language(text: str, lang: str | None = None) -> Markup:
        return typeset(text, languages.of_text(lang).within(lang) if lang else languages, formulas)

    made.filters |= {"typeset": in_language, "prose": partial(prose, languages=languages, formula=formulas)}
    made.filters |= {"full_tag": full_tag, "without_scheme": _without_scheme}
    return made


def _without_scheme(address: str) -> str:
    """An address as people write it."""
    return address.split("://", 1)[-1].removesuffix("/")
