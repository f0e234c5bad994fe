"""A source line as a terminal shows it, with carets beneath the part that a problem speaks of."""

import unicodedata
from itertools import accumulate

from rich.cells import cell_len

_TAB = 4
_CONTEXT = 12  # columns left in front of the span where the line is too long to be shown whole
_ENOUGH = 600  # characters on either side of the span's start: more than any terminal is wide
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def safe(text: str) -> str:
    """The text with every character that would steer a terminal, or turn the writing's direction, made visible.

    Pages are untrusted: one could hold escape sequences that repaint the screen, or overrides that show it in another order.
    """
    return "".join(_visible(character) for character in text)


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line, and beneath it carets under the characters ``start`` to ``end`` (columns from 1, the end exclusive).

    Wide characters (Unicode Standard Annex 11) take two columns and get two carets, combining ones none. An empty span gets one caret.
    A line of more than ``width`` columns is cut to a window around the span, with an ellipsis where something is left out.
    """
    skipped = max(start - 1 - _ENOUGH, 0)
    line, start, end = line[skipped : start + _ENOUGH], start - skipped, end - skipped
    cells = _cells(line)
    edges = list(accumulate(map(cell_len, cells), initial=0))
    first = min(start - 1, len(cells))
    last = min(max(end - 1, first), len(cells))
    left, right = (0, len(cells)) if edges[-1] <= width else _window(edges, first, width)
    before = "…" if left else ""
    after = "…" if right < len(cells) else ""
    column = edges[first] - edges[left] + len(before)
    carets = max(edges[min(last, right)] - edges[first], 1)
    return before + "".join(cells[left:right]) + after, " " * column + "^" * carets


def _window(edges: list[int], first: int, width: int) -> tuple[int, int]:
    """The first and last cell of a window of at most ``width`` columns (two of them ellipses) that shows the cell ``first``."""
    earliest = max(edges[first] - min(_CONTEXT, width // 3), 0)
    if edges[-1] - earliest < width:
        earliest = edges[-1] - width + 2
    left = next(index for index, edge in enumerate(edges) if edge >= earliest)
    right = max(index for index, edge in enumerate(edges) if edge <= edges[left] + width - 2)
    return left, right


def _cells(line: str) -> list[str]:
    """What a terminal shows for each character of the line; a tab reaches to the next multiple of four columns."""
    cells: list[str] = []
    column = 0
    for character in line:
        cell = " " * (_TAB - column % _TAB) if character == "\t" else _visible(character)
        column += cell_len(cell)
        cells.append(cell)
    return cells


def _visible(character: str) -> str:
    if character < " ":
        return chr(0x2400 + ord(character))
    if character in _BIDIRECTIONAL or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
        return f"<U+{ord(character):04X}>"
    return character
