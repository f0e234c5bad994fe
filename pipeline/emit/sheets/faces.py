"""The faces of sheets, which are read from afar: a narrow Noto Sans up to heavy weights beside Noto Sans SC; rare letters as in the booklet."""

from pipeline.emit.booklet.faces import FACES as BOOKLET
from pipeline.emit.fonts import CHINESE, WESTERN, Face

_SANS = "notosans/NotoSans[wdth,wght].ttf"
_SC = "notosanssc/NotoSansSC[wght].ttf"


def _sans(weight: int) -> Face:
    return Face("Noto Sans", WESTERN, _SANS, weight, axes=(("wdth", 85), ("wght", weight)))


def _sc(weight: int) -> Face:
    return Face("Noto Sans SC", CHINESE, _SC, weight, axes=(("wght", weight),))


FACES: tuple[Face, ...] = (
    *(_sans(weight) for weight in (400, 600, 800)),
    *(_sc(weight) for weight in (400, 600, 800)),
    # What has a glyph in the booklet must have one here: it is the booklet that reports those that are missing.
    *(face for face in BOOKLET if face.fallback),
    Face("Source Serif 4", WESTERN, "sourceserif4/SourceSerif4[opsz,wght].ttf", axes=(("opsz", 9), ("wght", 400)), fallback=True),
)
