"""The text of a setting → its value; raises ``ValueError`` where it is none of its sort (see ``settings.Sort``)."""

import re

from pipeline.settings import FONT_FILES, FONTS, MOST_MILLIMETRES


def color(text: str) -> str:
    """A colour as ``#1b6ca8``, in lower case."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError
    return text.lower()


def font(text: str) -> str:
    """A kind of font, or the path of a font file."""
    text = text.strip()
    if text.lower() in FONTS:
        return text.lower()
    if not text.lower().endswith(FONT_FILES):
        raise ValueError
    return text


def millimetres(text: str) -> float:
    """A length."""
    value = float(text)
    if not 0 <= value <= MOST_MILLIMETRES:
        raise ValueError
    return value


def fourfold(text: str) -> int:
    """A number of pages that fill sheets folded once."""
    value = int(text)
    if value <= 0 or value % 4:
        raise ValueError
    return value
