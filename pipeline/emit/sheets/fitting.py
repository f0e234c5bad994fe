"""How large type may be so that each thing stays in its room: it shrinks in steps, and nothing is ever cut."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from unicodedata import east_asian_width

L = TypeVar("L")

# The advance of a letter of the bold sans serif, in its size: generous, as a word that is a little too wide runs over the edge.
_ADVANCE = 0.6
# What stays together in a line: no blank, no hyphen, no Han character in it.
_WORD = re.compile(r"[^\s\-–/\u2e80-\uffef]+")


@dataclass(frozen=True, slots=True)
class Laid(Generic[L]):
    """Things that are laid out together, and for each whether it stays in its room."""

    pages: L
    fits: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Fit(Generic[L]):
    """Things as they are laid out in the end, each in type of its size (points)."""

    sizes: tuple[float, ...]
    laid: Laid[L]


#: Lays out groups of things, each group under its number: for each thing the size of its type.
Lay = Callable[[Mapping[int, tuple[float, ...]]], Mapping[int, Laid[L]]]


def fitted(groups: Sequence[Sequence[Sequence[float]]], lay: Lay[L]) -> tuple[Fit[L], ...]:
    """Groups of things, each thing in the largest of its sizes (the larger first, at least one) in which it fits, else in the smallest."""
    found: dict[int, Fit[L]] = {}
    tried = {number: tuple(sizes[0] for sizes in group) for number, group in enumerate(groups)}
    while tried:
        laid = lay(tried)
        found |= {number: Fit(sizes, laid[number]) for number, sizes in tried.items()}
        smaller = {number: _smaller(groups[number], fit) for number, fit in found.items() if number in tried}
        tried = {number: sizes for number, sizes in smaller.items() if sizes != tried[number]}
    return tuple(found[number] for number in range(len(groups)))


def _smaller(group: Sequence[Sequence[float]], fit: Fit[L]) -> tuple[float, ...]:
    """The sizes with the next smaller one, if there is one, for each thing that does not fit."""
    return tuple(
        size if fits else next((smaller for smaller in sizes if smaller < size), size)
        for sizes, size, fits in zip(group, fit.sizes, fit.laid.fits, strict=True)
    )


def fitting_words(sizes: Sequence[float], texts: Iterable[str], width: Callable[[float], float]) -> tuple[float, ...]:
    """The sizes in which the longest word of some texts fits a line, which has a ``width`` in points for each size; the smallest at least."""
    longest = max((letters(word) for text in texts for word in _WORD.findall(text)), default=0)
    return tuple(size for size in sizes if longest * size * _ADVANCE <= width(size)) or (sizes[-1],)


def letters(text: str) -> int:
    """How wide a text is, in Latin letters; a full-width character counts double."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
