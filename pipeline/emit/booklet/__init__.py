"""The PDF booklet: cover, contents, timetables, the sessions of each day with all their texts, a map, and an index of people.

edition ─compose▶ book (plain values) ─templates▶ chunks of HTML ─press▶ ``booklet.pdf`` ─impose▶ the files to print it from.
"""

from collections.abc import Iterator
from functools import partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.booklet.book import Book
from pipeline.emit.booklet.compose import compose
from pipeline.emit.booklet.cover import score
from pipeline.emit.booklet.faces import FACES
from pipeline.emit.booklet.furniture import FURNITURE
from pipeline.emit.booklet.glyphs import missing_glyphs
from pipeline.emit.booklet.imposition import for_printing
from pipeline.emit.booklet.pictures import Picture, figure, portraits
from pipeline.emit.booklet.prose import halves, printable, prose
from pipeline.emit.booklet.sections import sections
from pipeline.emit.fonts import uncovered
from pipeline.emit.grid import grids, loose
from pipeline.emit.press import Job, letters, printed
from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.link.catalog import About
from pipeline.emit.press.typesetter import SCHEME
from pipeline.emit.typography import full_tag, typeset
from pipeline.model import Artifact, Edition, Image
from pipeline.resources import templates

#: As many rooms as leave a column of an A5 page wide enough for words.
ROOMS = 5


def emit(edition: Edition, means: Means = ALONE) -> Emission:
    """The booklet of an edition, or the problem of each text that no font can print."""
    job = job_of(edition)
    missing = uncovered(letters(job.chunks), FACES)
    if missing:
        return Emission((), missing_glyphs(edition, missing))
    data, problems = printed(job, means)
    printing = for_printing(data, edition.program.printing, back_cover=False)
    return Emission((Artifact("booklet.pdf", data), *printing.artifacts), (*problems, *printing.problems))


def job_of(edition: Edition) -> Job:
    """What is to be printed."""
    book = compose(edition)
    photos = portraits(book.pictures)
    logo, plan = figure(edition.program.event.logo), figure(edition.program.event.map)
    chunks = tuple(_chunks(book, photos, logo, plan))
    pictures = {picture.name: picture.data for picture in (*photos.values(), logo, plan) if picture}
    style = (templates("booklet") / "booklet.css").read_text(encoding="utf-8")
    if cover := edition.program.event.theme.cover:
        style += f"\n:root {{ --deep: {cover} }}\n"
    return Job(_about(book), chunks, style, FACES, FURNITURE, pictures)


def _about(book: Book) -> About:
    event = book.program.event
    time = book.edition.published if book.edition.dated else None
    return About(event.title, event.subtitle or event.title, book.words.languages.main, time)


def _chunks(book: Book, photos: dict[Image, Picture], logo: Picture | None, plan: Picture | None) -> Iterator[Chunk]:
    """The sections as HTML, in their order."""
    environment = _environment(book)
    tables = tuple((day, grids(day.entries, ROOMS), loose(day.entries)) for day in book.days)
    places = tuple(venue for venue in book.program.venues if venue.address)
    given = {
        "book": book,
        "event": book.program.event,
        "words": book.words,
        "photos": photos,
        "logo": logo,
        "plan": plan,
        "places": places,
        "tables": tables,
        "rooms": len({entry.room for day in book.days for entry in day.entries if entry.room}),
        "score": score(book.days),
        "scheme": SCHEME,
    }
    timetables = any(parts for _, parts, _ in tables)
    for one in sections(book, timetables=timetables, practical=bool(plan or places)):
        html = printable(environment.get_template(one.template).render(**given, **one.facts))
        yield Chunk(one.name, html, one.numbering, one.recto, one.thumb)


def _environment(book: Book) -> Environment:
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
    return environment
