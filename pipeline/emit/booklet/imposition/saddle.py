"""``booklet.pdf`` → ``booklet-print.pdf``: two pages on each side of a sheet, in the order for folding.

To be printed on both sides, turned about the short edge, at full size: the file itself asks for that (ISO 32000-2, 12.2). It is for
paper alone: links, named destinations, the outline and the tags would lead about in a shuffled book, so they are left out.
"""

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf
from pikepdf import Page as PdfPage

from pipeline.emit.booklet.imposition.marks import GAP, LENGTH, crop_marks, fold_marks, numbers, step_mark
from pipeline.emit.booklet.imposition.order import Sheet, order
from pipeline.emit.booklet.imposition.paper import MM, Paper, paper_for
from pipeline.model import Printing

_OF_SCREENS = (
    "/Dests",
    "/MarkInfo",
    "/Metadata",
    "/Names",
    "/OpenAction",
    "/Outlines",
    "/PageLayout",
    "/PageMode",
    "/StructTreeRoot",
)


def imposed(booklet: bytes, printing: Printing, *, back_cover: bool = False) -> bytes:
    """The sheets, the front and the back of each as a page, labelled with the numbers of the two pages on it.

    Pages move towards the spine by ``printing.creep`` for each sheet around theirs, so that their margins are alike after the edge is
    cut. ``back_cover`` says whether the last page is one, which stays outside.
    """
    with Pdf.open(BytesIO(booklet)) as pdf:
        pages = list(pdf.pages)
        place = _place(pages[0], printing)
        forms = {number: _forms(page, number) for number, page in enumerate(pages, start=1)}
        sheets = order(len(pages), printing.signature, back_cover=back_cover)
        for sheet in sheets:
            for pair, is_front in ((sheet.front, True), (sheet.back, False)):
                side = pdf.add_blank_page(page_size=(place.paper.width, place.paper.height))
                left, right = (forms[number] if number else {} for number in pair)
                side.obj.Resources = Dictionary(XObject=Dictionary({**left, **right}))
                side.obj.Contents = pdf.make_stream(place.side(sheet, tuple(left), tuple(right), is_front=is_front).encode())
        del pdf.pages[: len(pages)]
        _for_paper(pdf, sheets)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def paper_of(booklet: bytes, printing: Printing) -> Paper:
    """The paper that a booklet is imposed on."""
    with Pdf.open(BytesIO(booklet)) as pdf:
        return _place(pdf.pages[0], printing).paper


class _Place:
    """Where on a sheet the two pages lie: against the spine in its middle."""

    def __init__(self, paper: Paper, width: float, height: float, creep: float) -> None:
        self.paper, self.creep = paper, creep
        self.width, self.height = width, height
        self.spine, self.bottom = paper.width / 2, (paper.height - height) / 2

    def side(self, sheet: Sheet, left: Sequence[str], right: Sequence[str], *, is_front: bool) -> str:
        """One side of a sheet as a content stream; ``left`` and ``right`` are the forms of its pages."""
        shift = sheet.depth * self.creep
        pages = self._page(left, self.spine - self.width, shift) + self._page(right, self.spine, -shift)
        return pages + (self._marks(sheet) if is_front else "")

    def _page(self, forms: Sequence[str], x: float, shift: float) -> str:
        window = numbers(x, self.bottom, self.width, self.height)
        drawn = " ".join(f"{form} Do" for form in forms)
        return f"q {window} re W n 1 0 0 1 {numbers(x + shift, self.bottom)} cm {drawn} Q\n" if forms else ""

    def _marks(self, sheet: Sheet) -> str:
        """Where to fold, where there is something to cut off where to cut, and which signature it is; on the outside only."""
        top, beside = self.bottom + self.height, self.bottom >= GAP + LENGTH
        marks = fold_marks(self.spine, self.bottom, top, outside=beside)
        if beside:
            marks += crop_marks((self.spine - self.width, self.bottom, self.spine + self.width, top))
        return marks + (step_mark(self.spine, top, sheet.signature) if sheet.depth == 0 and sheet.signature > 1 else "")


def _place(page: PdfPage, printing: Printing) -> _Place:
    _, _, width, height = _trim(page)
    return _Place(paper_for(width, height, printing.sheet.value if printing.sheet else None), width, height, printing.creep * MM)


def _trim(page: PdfPage) -> tuple[float, float, float, float]:
    """What is left of a page after cutting: left, bottom, width, height."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    return left, bottom, right - left, top - bottom


def _forms(page: PdfPage, number: int) -> dict[str, Object]:
    """A page as something to draw, its lower left corner at the origin (ISO 32000-2, 8.10): a form of each of its streams.

    They become forms as they are, which saves packing them again. So each must leave the graphics state as it was; the press's do.
    """
    left, bottom, width, height = _trim(page)
    content = page.obj.get("/Contents", Array())
    streams = tuple(content) if isinstance(content, Array) else (content,)
    for form in streams:
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([left, bottom, left + width, bottom + height])
        form.Matrix = Array([1, 0, 0, 1, -left, -bottom])
        form.Resources = page.resources
        if "/Group" in page.obj:
            form.Group = page.obj.Group
    return {f"/P{number}-{at}": form for at, form in enumerate(streams)}


def _for_paper(pdf: Pdf, sheets: tuple[Sheet, ...]) -> None:
    """The file's wishes to who prints it, and what each side is called."""
    for name in _OF_SCREENS:
        if name in pdf.Root:
            del pdf.Root[name]
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipShortEdge, PickTrayByPDFSize=True, PrintScaling=Name("/None")
    )
    sides = [pair for sheet in sheets for pair in (sheet.front, sheet.back)]
    labels = [entry for index, pair in enumerate(sides) for entry in (index, Dictionary(P=" + ".join(str(n or "–") for n in pair)))]
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
