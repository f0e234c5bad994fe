"""Prints documents of many pages: chunks of HTML are compiled, each by itself, and then linked into one PDF.

chunks ─compile▶ objects ─link▶ PDF

A chunk is compiled as a module of a program is: alone, a pure function of its text and of the faces and pictures it uses, into an object
that says what it defines (anchors, headings) and what it needs (names, page numbers, glyphs). The linker joins objects. It lays nothing
out: page numbers are put into places that were left for them, so an edit compiles one chunk again, whatever pages move.

`chunk`, `furniture`: what a document gives. `typesetter`: WeasyPrint with nothing in reach. `weasy`: what it is made to do beyond its
public interface; `trial`: whether that works. `compile`, `strip`: chunk → object. `objects`: the values. `key`: under which they are kept.
`pool`: workers. `link/`: objects → PDF. `whole`: the slow way, where the trial fails.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from importlib.metadata import version

from pipeline.diagnostics.output import UnfamiliarWeasyprint
from pipeline.emit import Means
from pipeline.emit.fonts import Face, cut_faces
from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.furniture import Furniture
from pipeline.emit.press.key import keyed
from pipeline.emit.press.link import dressed, link
from pipeline.emit.press.link.catalog import About
from pipeline.emit.press.link.plan import Part
from pipeline.emit.press.objects import Object, dumped, loaded
from pipeline.emit.press.pool import compiled_all
from pipeline.emit.press.typesetter import Kit, complain
from pipeline.emit.press.weasy import UnfamiliarError
from pipeline.emit.press.whole import bound
from pipeline.source import Span

_TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
# What a press adds to the texts: numbers, marks of what is cut short, hyphens.
_ADDED = "".join(map(chr, range(0x20, 0x7F))) + "–—…·•‐→"


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be printed: its chunks in order, and what all of them are set with. ``pictures`` are under the names HTML calls them."""

    about: About
    chunks: tuple[Chunk, ...]
    style: str
    faces: tuple[Face, ...]
    furniture: Furniture
    pictures: Mapping[str, bytes]


def printed(job: Job, means: Means) -> tuple[bytes, tuple[UnfamiliarWeasyprint, ...]]:
    """The document as PDF, the same bytes whatever the means, and what must be said of how it was made."""
    try:
        objects = objects_of(job, means)
    except UnfamiliarError as error:
        data, plan = bound(job.chunks, Kit(job.style, cut_faces(letters(job.chunks), job.faces), job.pictures))
        problem = UnfamiliarWeasyprint(Span("program.toml"), version("weasyprint"), str(error))
        return dressed(data, plan, job.about, job.furniture, job.faces), (problem,)
    return linked(job, objects), ()


def linked(job: Job, objects: Sequence[Object]) -> bytes:
    """The document as PDF, of the objects of its chunks."""
    complain(said for one in objects for said in one.said)
    parts = [Part(chunk, made) for chunk, made in zip(job.chunks, objects, strict=True)]
    return link(parts, job.about, job.furniture, job.faces)


def letters(chunks: Iterable[Chunk]) -> str:
    """All characters that chunks may print."""
    return "".join(unescape(_TAG.sub(" ", chunk.html)) for chunk in chunks) + _ADDED


def objects_of(job: Job, means: Means) -> Sequence[Object]:
    """The objects of all chunks: those that are kept, and those that are made now, and kept."""
    keys = keyed([chunk.html for chunk in job.chunks], job.style, job.faces, job.pictures)
    kept = {key: _kept(key, means) for key in keys}
    new = {key: chunk for key, chunk in zip(keys, job.chunks, strict=True) if kept[key] is None}
    kit = Kit(job.style, cut_faces(letters(new.values()), job.faces, numbered=True) if new else (), job.pictures)
    made = dict(zip(new, compiled_all([chunk.html for chunk in new.values()], kit, means.workers), strict=True))
    for key, one in made.items():
        if means.store is not None:
            means.store.put(key, dumped(one))
    return [made.get(key) or kept[key] for key in keys]  # type: ignore[misc]  # what is not kept is made


def _kept(key: str, means: Means) -> Object | None:
    data = None if means.store is None else means.store.get(key)
    return None if data is None else loaded(data)
