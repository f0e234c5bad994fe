"""Compiles a page that has all that a press relies on, and looks at what came of it, before other pages are trusted to be right."""

import io

from pikepdf import Array, Dictionary, Pdf

from pipeline.emit.press.compile import compiled
from pipeline.emit.press.objects import Object
from pipeline.emit.press.strip import NUMBERS
from pipeline.emit.press.typesetter import Typesetter
from pipeline.emit.press.weasy import UnfamiliarError

_PAGE = """\
<html lang="en"><title>Trial</title>
<body style="font-size: 9pt; string-set: none">
<article id="tide" data-head="Tide"><h1 style="bookmark-level: 1">Tide</h1></article>
<p lang="de">Ebbe <a class="number" href="#tide" style="font-family: '{family}'"></a> <a href="#ebb">ebb</a></p>
</body></html>"""


def tried(typesetter: Typesetter) -> None:
    """Returns where all is as it should be. Anything else, whatever it is, is an ``UnfamiliarError``."""
    family = next((family for family in NUMBERS if family in typesetter.families), "")
    try:
        made = compiled(_PAGE.format(family=family), typesetter)
        found = _facts(made)
    except Exception as error:
        raise UnfamiliarError(f"{type(error).__name__}: {error}") from error
    expected = (["tide"], ["Tide"], ["Tide"], ["ebb"], ["tide"] if family else [], True, True, True)
    if found != expected:
        raise UnfamiliarError(f"a page came out as {found}, not {expected}")


def _facts(made: Object) -> tuple[object, ...]:
    """Names and texts that were found; whether all letters are known, no font is embedded, and the paragraph is in German, untagged by line."""
    with Pdf.open(io.BytesIO(made.pdf)) as pdf:
        elements = [one for one in pdf.objects if isinstance(one, Dictionary)]
        bare = not any("/FontFile2" in one and len(one.FontFile2.read_raw_bytes()) > 100 for one in elements)  # noqa: PLR2004 - none is as short
        (paragraph,) = (one for one in elements if one.get("/S") == "/P")
        spoken = str(paragraph.get("/Lang")) == "de" and isinstance(paragraph.K, Array) and isinstance(paragraph.K[0], int)
    letters = {letter for font in made.fonts for _, text in font.glyphs for letter in text}
    return (
        [name for name, _ in made.anchors],
        [one.text for one in made.outline],
        [one.text for one in made.heads],
        list(made.links),
        [one.anchor for one in made.relocations],
        letters >= set("TideEb"),
        bare,
        spoken,
    )
