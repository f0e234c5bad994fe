"""``booklet.pdf`` → ``booklet-press.pdf``: single pages with bleed and crop marks, for a print shop that imposes by itself."""

from io import BytesIO

from pikepdf import Array, ObjectStreamMode, Pdf

from pipeline.emit.booklet.imposition.marks import GAP, LENGTH, Box, crop_marks, numbers
from pipeline.emit.booklet.imposition.paper import MM


def with_bleed(booklet: bytes, bleed: float) -> bytes:
    """The same pages on larger ones (ISO 32000-2, 14.11.2).

    The TrimBox is the page as it was, the BleedBox reaches ``bleed`` millimetres further, and shows what the layout lets run over the
    edge; the MediaBox has room for crop marks. No coordinate changes, so links, destinations and tags stay where they are.
    """
    width = bleed * MM
    with Pdf.open(BytesIO(booklet)) as pdf:
        for page in pdf.pages:
            trim = _box(page.trimbox)
            bled, media = _grown(trim, width), _grown(trim, max(width, GAP) + LENGTH + GAP)
            page.obj.TrimBox, page.obj.BleedBox = Array(trim), Array(bled)
            page.obj.MediaBox = page.obj.CropBox = Array(media)
            # Before the page's content, which leaves its own coordinates behind.
            page.contents_add(f"{crop_marks(trim, width)}{_window(bled)} re W n\n".encode(), prepend=True)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def _box(box: Array) -> Box:
    left, bottom, right, top = (float(value) for value in box)
    return left, bottom, right, top


def _grown(box: Box, by: float) -> Box:
    left, bottom, right, top = box
    return left - by, bottom - by, right + by, top + by


def _window(box: Box) -> str:
    left, bottom, right, top = box
    return numbers(left, bottom, right - left, top - bottom)
