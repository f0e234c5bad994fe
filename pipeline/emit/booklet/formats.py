"""The papers that a booklet may have, and what each asks of the pages: their style sheets, and heads, folios and tabs around them.

Heads and folios are in the narrow sans of the labels: the day on the left, the session on the right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.emit.press.furniture import Furniture, Lines, Thumbs
from pipeline.model import Paper
from pipeline.resources import templates

_SANS = ("Noto Sans", "Noto Sans SC")
_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Format:
    """A paper: its style sheets beside the common one, as many rooms as leave a column of a timetable wide enough for words, and heads."""

    sheets: tuple[str, ...]
    rooms: int
    furniture: Furniture

    @property
    def style(self) -> str:
        """All its rules."""
        return "".join((templates("booklet") / sheet).read_text(encoding="utf-8") for sheet in ("booklet.css", *self.sheets))


def _furniture(margin: float, shift: float, head: float, folio: float, size: float) -> Furniture:
    """Heads in type of that ``size``. ``margin`` is the outer one, ``head`` and ``folio`` are baselines from the top, all in millimetres."""
    tab = size / 7.2 * _MM  # a millimetre of the tabs on A5
    return Furniture(
        numbers=_SANS,
        margin=margin * _MM,
        shift=shift * _MM,
        head=Lines(_SANS, weight=400, size=size, color="#5a6672", baseline=head * _MM),
        folio=Lines(_SANS, weight=600, size=size * 10 / 9, color="#16202b", baseline=folio * _MM),
        thumbs=Thumbs(
            Lines(_SANS, weight=600, size=size - 0.2, color="#ffffff", baseline=5 * tab + 2.5),
            ground="#16202b",
            width=5 * tab,
            height=10 * tab,
            top=30 * tab,
            step=12 * tab,
        ),
    )


FORMATS: Mapping[Paper, Format] = MappingProxyType({
    Paper.A4: Format(("wide.css", "a4.css"), 8, _furniture(19, 2, 18.4, 283, 7.8)),
    Paper.A5: Format(("a5.css",), 5, _furniture(14, 1.5, 14.4, 199.4, 7.2)),
    Paper.A6: Format(("a6.css",), 3, _furniture(8.5, 1, 10, 140.8, 5.8)),
    Paper.LETTER: Format(("wide.css", "letter.css"), 8, _furniture(21, 2, 17.4, 266.4, 7.8)),
})  # fmt: skip
