"""What a document says of itself: names of places, outline, labels of pages, title, language (ISO 32000-2, 7.7 and 12)."""

from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from pipeline.emit.press.link.plan import Plan
from pipeline.emit.press.objects import Heading, Place

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{claim}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>confbook</xmp:CreatorTool>
{dates}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """A document's title, subject and main language (a BCP 47 tag), and its time, if that is known."""

    title: str
    subject: str
    language: str
    time: datetime | None = None


def describe(pdf: Pdf, about: About, *, accessible: bool) -> None:
    """Title and language; where the tags are right, also that it is PDF/UA-1 (ISO 14289-1, 5 and 7.1)."""
    root = pdf.Root
    root.Lang = String(about.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLayout = Name.TwoPageRight
    dates = ""
    pdf.docinfo["/Title"], pdf.docinfo["/Subject"], pdf.docinfo["/Creator"] = about.title, about.subject, "confbook"
    if about.time:
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = f"{about.time:D:%Y%m%d%H%M%SZ}"
        stamp = f"{about.time:%Y-%m-%dT%H:%M:%SZ}"
        dates = f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n"
    claim = "<pdfuaid:part>1</pdfuaid:part>\n" if accessible else ""
    xmp = _XMP.format(claim=claim, title=escape(about.title), subject=escape(about.subject), dates=dates)
    root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


def label(pdf: Pdf, plan: Plan) -> None:
    """Labels of pages as they are printed (12.4.2)."""
    nums: list[object] = []
    at = 0
    for style, leaves in groupby(plan.leaves, key=lambda leaf: leaf.roman):
        nums += [at, Dictionary(S=Name("/r") if style else Name("/D"))]
        at += len(list(leaves))
    pdf.Root.PageLabels = Dictionary(Nums=Array(nums))


def name(pdf: Pdf, plan: Plan) -> None:
    """The tree of names that links go to (12.3.2.4), in the order of their bytes."""
    names: list[object] = []
    for anchor, place in sorted((_written(anchor), place) for anchor, place in plan.places.items()):
        names += [String(anchor), _destination(pdf, place)]
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(names))))


def _written(name: str) -> bytes:
    """A name as WeasyPrint writes it where it links to it: readers compare bytes."""
    return name.encode() if name.isascii() else BOM_UTF16_BE + name.encode("utf-16-be")


def outline(pdf: Pdf, plan: Plan) -> None:
    """The outline of all parts, its levels nested (12.3.3)."""
    with pdf.open_outline() as out:
        open_: list[tuple[int, OutlineItem]] = []
        for heading in _headings(plan):
            item = OutlineItem(heading.text, _destination(pdf, heading.place))
            while open_ and open_[-1][0] >= heading.level:
                open_.pop()
            (open_[-1][1].children if open_ else out.root).append(item)
            open_.append((heading.level, item))


def _headings(plan: Plan) -> Iterator[Heading]:
    for part, first in zip(plan.parts, plan.first, strict=True):
        for heading in part.object.outline:
            place = heading.place
            yield Heading(heading.level, heading.text, Place(first + place.page, place.x, place.y))


def _destination(pdf: Pdf, place: Place) -> Array:
    return Array([pdf.pages[place.page].obj, Name.XYZ, place.x, place.y, 0])
