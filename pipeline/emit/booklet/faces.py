"""The faces of the booklet, under the names its style sheet calls them.

English is read in Source Serif, at its optical size for small print; labels and tables are set in a slightly narrow Noto Sans. Chinese
is Noto Sans SC throughout, with the Latin letters of the same face (they are Source Sans) inside it, so that its quotation marks and
dashes are full-width in a Chinese run and proportional in a Latin one: which face comes first decides. The fallbacks hold what is
rarer, and are cut to that alone.
"""

from pipeline.emit.fonts import CHINESE, WESTERN, Face

_SERIF = "sourceserif4/SourceSerif4[opsz,wght].ttf"
_ITALIC = "sourceserif4/SourceSerif4-Italic[opsz,wght].ttf"
_SANS = "notosans/NotoSans[wdth,wght].ttf"
_SC = "notosanssc/NotoSansSC[wght].ttf"


#: How a chunk leaves room for page numbers (see ``emit/press/strip.py``): four of these narrow digits are as wide as three of a folio.
_DIGITS = "0123456789"


def _weight(family: str, package: str, file: str, weight: int, **axes: float) -> Face:
    return Face(family, package, file, weight, axes=(*axes.items(), ("wght", weight)))


#: Formulas, and what else of signs the text faces lack.
FORMULAS = Face("STIX Two Math", WESTERN, "stixtwomath/STIXTwoMath-Regular.ttf")

FACES: tuple[Face, ...] = (
    _weight("Source Serif 4", WESTERN, _SERIF, 400, opsz=9),
    _weight("Source Serif 4", WESTERN, _SERIF, 600, opsz=9),
    Face("Source Serif 4", WESTERN, _ITALIC, 400, "italic", axes=(("opsz", 9), ("wght", 400))),
    _weight("Source Serif 4 Display", WESTERN, _SERIF, 600, opsz=32),
    _weight("Noto Sans", WESTERN, _SANS, 400, wdth=90),
    _weight("Noto Sans", WESTERN, _SANS, 600, wdth=90),
    _weight("Noto Sans SC", CHINESE, _SC, 400),
    _weight("Noto Sans SC", CHINESE, _SC, 600),
    *(
        Face(family, WESTERN, _SANS, weight, axes=(("wdth", 62.5), ("wght", weight)), only=_DIGITS)
        for family in ("Page Number", "Page Number Flush")
        for weight in (400, 600)
    ),
    FORMULAS,
    Face("Noto Sans Symbols 2", WESTERN, "notosanssymbols2/NotoSansSymbols2-Regular.ttf", fallback=True),
    Face("Noto Sans TC", CHINESE, "notosanstc/NotoSansTC[wght].ttf", axes=(("wght", 400),), fallback=True),
    Face("Noto Sans JP", CHINESE, "notosansjp/NotoSansJP[wght].ttf", axes=(("wght", 400),), fallback=True),
    Face("Noto Sans KR", CHINESE, "notosanskr/NotoSansKR[wght].ttf", axes=(("wght", 400),), fallback=True),
)
