"""Sheets of paper, and the smallest that holds two pages side by side. Lengths are points (1/72 inch), as PDF has them."""

from dataclasses import dataclass

#: Points in a millimetre.
MM = 72 / 25.4

# Two A5 pages are a millimetre narrower than A4; sizes of pages are rounded a little.
_TOLERANCE = 0.2 * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it lies for two pages side by side: wider than high."""

    name: str
    width: float
    height: float

    def holds(self, width: float, height: float) -> bool:
        """Whether something of that size lies on it."""
        return width <= self.width + _TOLERANCE and height <= self.height + _TOLERANCE


#: By name (ISO 216; ANSI/ASME Y14.1), the smaller ones first.
PAPERS: tuple[Paper, ...] = (
    Paper("A5", 210 * MM, 148 * MM),
    Paper("Letter", 11 * 72, 8.5 * 72),
    Paper("A4", 297 * MM, 210 * MM),
    Paper("Tabloid", 17 * 72, 11 * 72),
    Paper("A3", 420 * MM, 297 * MM),
)


def paper_for(width: float, height: float, wanted: str | None = None) -> Paper:
    """The sheet for two pages of that size: the one that is wanted where it holds them, else the smallest, else one made to measure."""
    fitting = [paper for paper in PAPERS if paper.holds(2 * width, height)]
    return next((paper for paper in fitting if paper.name == wanted), fitting[0] if fitting else Paper("", 2 * width, height))
