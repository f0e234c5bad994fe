"""The PDF booklet: cover, contents, timetables, the sessions of each day with all their texts, a map, and an index of people.

edition ─compose▶ book (plain values) ─writing▶ chunks of HTML ─press▶ ``booklet.pdf`` ─impose▶ the files to print it from. ``sections`` lists
what is in it; where it is asked for, ``booklet-short.pdf`` has fewer.
"""

from collections.abc import Mapping

from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.booklet.book import Book
from pipeline.emit.booklet.compose import compose
from pipeline.emit.booklet.faces import FACES
from pipeline.emit.booklet.formats import FORMATS
from pipeline.emit.booklet.glyphs import missing_glyphs
from pipeline.emit.booklet.imposition import for_printing
from pipeline.emit.booklet.sections import sections, short
from pipeline.emit.booklet.writing import Writer
from pipeline.emit.fonts import uncovered
from pipeline.emit.press import Job, letters, printed
from pipeline.emit.press.link.catalog import About
from pipeline.model import Artifact, Edition


def emit(edition: Edition, means: Means = ALONE) -> Emission:
    """The booklet of an edition, or the problem of each text that no font can print."""
    jobs = jobs_of(edition)
    missing = uncovered("".join(letters(job.chunks) for job in jobs.values()), FACES)
    if missing:
        return Emission((), missing_glyphs(edition, missing))
    made = {path: printed(job, means) for path, job in jobs.items()}
    booklets = tuple(Artifact(path, data) for path, (data, _) in made.items())
    sheets = [for_printing(booklet, edition.program.printing, back_cover=True) for booklet in booklets]
    problems = (
        *(problem for _, found in made.values() for problem in found),
        *(problem for one in sheets for problem in one.problems),
    )
    return Emission((*booklets, *(file for one in sheets for file in one.artifacts)), tuple(dict.fromkeys(problems)))


def jobs_of(edition: Edition) -> Mapping[str, Job]:
    """What is to be printed, under the names of the files."""
    book, asked = compose(edition), edition.program.booklet
    form, cover = FORMATS[asked.paper], edition.program.event.theme.cover
    style = form.style + (f"\n:root {{ --deep: {cover} }}\n" if cover else "")
    writer = Writer(book, form.rooms)
    versions = {"booklet.pdf": sections, **({"booklet-short.pdf": short} if asked.short else {})}
    chunks = {path: tuple(writer.chunks(version, brief=version is short)) for path, version in versions.items()}
    return {path: Job(_about(book), these, style, FACES, form.furniture, writer.pictures) for path, these in chunks.items()}


def _about(book: Book) -> About:
    event = book.program.event
    time = book.edition.published if book.edition.dated else None
    return About(event.title, event.subtitle or event.title, book.words.languages.main, time)
