"""Objects → one PDF: pages in order, numbers put in, one subset of each face, one tree of tags, names, outline, labels.

As a linker does for programs: nothing is laid out again here, whatever pages have moved.
"""

import io
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf

from pipeline.emit.fonts import Face
from pipeline.emit.press.furniture import Furniture
from pipeline.emit.press.link import catalog, pages
from pipeline.emit.press.link.catalog import About
from pipeline.emit.press.link.embed import embedded
from pipeline.emit.press.link.lettering import Lettering
from pipeline.emit.press.link.plan import Leaf, Part, Plan, planned
from pipeline.emit.press.link.structure import Structure

#: How WeasyPrint's names of pictures begin; a hash of the picture's address follows, which is the same in all parts.
_PICTURE = "/i"


def link(parts: Sequence[Part], about: About, furniture: Furniture, faces: Sequence[Face]) -> bytes:
    """The document of these parts. ``faces`` are all that chunks were set in."""
    plan = planned(parts)
    lettering = Lettering(faces)
    for part in parts:
        for font in part.object.fonts:
            lettering.use(font)
    pdf = Pdf.new()
    structure = Structure(pdf)
    sources = [Pdf.open(io.BytesIO(part.object.pdf)) for part in parts]
    for leaf in plan.leaves:
        if leaf.part is None:
            pdf.add_blank_page(page_size=leaf.size)
        else:
            pdf.pages.append(sources[leaf.part].pages[leaf.page])
    for source, first in zip(sources, plan.first, strict=True):
        structure.add(source, pdf.pages[first : first + len(source.pages)])
    structure.finish()
    _fill(pdf, plan, furniture, lettering, faces)
    catalog.name(pdf, plan)
    catalog.outline(pdf, plan)
    return _finished(pdf, plan, about, accessible=True)


def dressed(bound: bytes, plan: Plan, about: About, furniture: Furniture, faces: Sequence[Face]) -> bytes:
    """A document whose pages are in one file already, with what stands around their text and what it says of itself.

    Its tags are WeasyPrint's own, and no PDF/UA.
    """
    pdf = Pdf.open(io.BytesIO(bound))
    _fill(pdf, plan, furniture, Lettering(faces), faces)
    return _finished(pdf, plan, about, accessible=False)


def _finished(pdf: Pdf, plan: Plan, about: About, *, accessible: bool) -> bytes:
    catalog.label(pdf, plan)
    catalog.describe(pdf, about, accessible=accessible)
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, min_version="1.7")
    return out.getvalue()


def _fill(pdf: Pdf, plan: Plan, furniture: Furniture, lettering: Lettering, faces: Sequence[Face]) -> None:
    """Contents of all pages, then the fonts that they turned out to need."""
    for page, leaf in zip(pdf.pages, plan.leaves, strict=True):
        _finish(pdf, page.obj, leaf, plan, furniture, lettering)
    fonts = embedded(pdf, faces, lettering)
    pictures: dict[str, Object] = {}
    for first in plan.first:
        resources = pdf.pages[first].obj.Resources  # all pages of a part have the same
        for key, font in fonts.items():
            resources.Font[key] = font
        for name in [*resources.get(Name.XObject, Dictionary()).keys()]:
            if name.startswith(_PICTURE):
                resources.XObject[name] = pictures.setdefault(name, resources.XObject[name])


def _finish(pdf: Pdf, page: Dictionary, leaf: Leaf, plan: Plan, furniture: Furniture, lettering: Lettering) -> None:
    shift = pages.offset(leaf, furniture)
    if leaf.part is None:
        return
    for box in (Name.MediaBox, Name.TrimBox, Name.BleedBox):
        left, bottom, right, top = (float(edge) for edge in page[box])
        page[box] = Array([left - shift, bottom, right - shift, top])
    wanted = [one for one in plan.parts[leaf.part].object.relocations if one.page == leaf.page]
    if wanted:
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(pages.relocated(content, wanted, plan, furniture, lettering))
    around = pages.surrounding(leaf, furniture, lettering)
    if around:
        page.Contents = Array([pdf.make_stream(around), page.Contents])
