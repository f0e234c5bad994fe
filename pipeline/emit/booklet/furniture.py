"""Heads, folios and tabs of the booklet's pages (A5): the day on the left, the session on the right, in the narrow sans of its labels."""

from pipeline.emit.press.furniture import Furniture, Lines, Thumbs

_SANS = ("Noto Sans", "Noto Sans SC")
_MM = 72 / 25.4

FURNITURE = Furniture(
    numbers=_SANS,
    margin=14 * _MM,
    shift=1.5 * _MM,
    head=Lines(_SANS, weight=400, size=7.2, color="#5a6672", baseline=15 * _MM - 1.6),
    folio=Lines(_SANS, weight=600, size=8, color="#16202b", baseline=(210 - 18 + 5) * _MM + 6.8),
    thumbs=Thumbs(
        Lines(_SANS, weight=600, size=7, color="#ffffff", baseline=5 * _MM + 2.5),
        ground="#16202b",
        width=5 * _MM,
        height=10 * _MM,
        top=30 * _MM,
        step=12 * _MM,
    ),
)
