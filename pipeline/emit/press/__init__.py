"""Prints documents of many pages: chunks of HTML are compiled, each by itself, and then linked into one PDF.

chunks ─compile▶ objects ─link▶ PDF

A chunk is compiled as a module of a program is: alone, a pure function of its text and of the faces and pictures it uses, into an object
that says what it defines (anchors, headings) and what it needs (names, page numbers, glyphs). The linker joins objects. It lays nothing
out: page numbers are put into places that were left for them, so an edit compiles one chunk again, whatever pages move.

`chunk`, `furniture`: what a document gives. `typesetter`: WeasyPrint with nothing in reach. `weasy`: what it is made to do beyond its
public interface. `compile`, `strip`: chunk → object. `objects`: the values. `link/`: objects → PDF.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.emit.fonts import Face, cut_faces
from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.compile import compiled
from pipeline.emit.press.furniture import Furniture
from pipeline.emit.press.link import link
from pipeline.emit.press.link.catalog import About
from pipeline.emit.press.link.plan import Part
from pipeline.emit.press.typesetter import Kit, typesetting


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be printed: its chunks in order, and what all of them are set with. ``pictures`` are under the names HTML calls them.

    ``letters`` are all characters that the chunks and the style sheet may print.
    """

    about: About
    chunks: tuple[Chunk, ...]
    style: str
    letters: str
    faces: tuple[Face, ...]
    furniture: Furniture
    pictures: Mapping[str, bytes]


def printed(job: Job) -> bytes:
    """The document as PDF."""
    kit = Kit(job.style, cut_faces(job.letters, job.faces, numbered=True), job.pictures)
    with typesetting(kit) as typesetter:
        parts = [Part(chunk, compiled(chunk.html, typesetter)) for chunk in job.chunks]
    return link(parts, job.about, job.furniture, job.faces)
