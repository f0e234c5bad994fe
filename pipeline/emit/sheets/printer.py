"""Sheets of HTML → PDF, through the press: the only module here that knows it.

Each sheet is a chunk of its own, so what has been laid out once is kept, and several are laid out at once.
"""

from collections.abc import Mapping, Sequence

from pipeline.emit import Means
from pipeline.emit.press import Job, letters, linked, objects_of
from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.furniture import Furniture
from pipeline.emit.press.link.catalog import About
from pipeline.emit.press.objects import Object
from pipeline.emit.press.typesetter import SCHEME
from pipeline.emit.press.weasy import UnfamiliarError
from pipeline.emit.sheets.faces import FACES
from pipeline.resources import templates

__all__ = ["SCHEME", "Object", "Printer", "UnfamiliarError", "letters_of", "stays"]

_MM = 72 / 25.4
#: Sheets have no running heads, and no numbers of pages but their own.
_NOTHING = Furniture(numbers=("Noto Sans",))


class Printer:
    """Prints sheets that share their pictures."""

    def __init__(self, pictures: Mapping[str, bytes], means: Means) -> None:
        """``pictures`` are under the names HTML calls them."""
        self._style = (templates("sheets") / "sheets.css").read_text(encoding="utf-8")
        self._pictures, self._means = pictures, means

    def lay(self, sheets: Sequence[str]) -> Sequence[Object]:
        """Each sheet as pages."""
        return objects_of(self._job(About("", "", ""), sheets), self._means)

    def bind(self, about: About, sheets: Sequence[str], laid: Sequence[Object]) -> bytes:
        """All sheets as one PDF, tagged for readers that do not see them (PDF/UA-1)."""
        return linked(self._job(about, sheets), laid)

    def _job(self, about: About, sheets: Sequence[str]) -> Job:
        chunks = tuple(Chunk(f"sheet {number}", html, "none") for number, html in enumerate(sheets, start=1))
        return Job(about, chunks, self._style, FACES, _NOTHING, self._pictures)


def letters_of(sheets: Sequence[str]) -> str:
    """All characters that sheets may print."""
    return letters(Chunk("", html) for html in sheets)


def stays(laid: Object, number: int, height: float) -> bool:
    """Whether a thing stays in its room: from its anchor (``thing-1``) to that at its end (``end-1``) on one page, at most ``height`` millimetres."""
    places = dict(laid.anchors)
    start, end = places[f"thing-{number}"], places[f"end-{number}"]
    return start.page == end.page and start.y - end.y <= height * _MM
