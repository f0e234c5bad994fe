"""How many pages → which of them meet on which side of which sheet, so that the folded sheets read from 1 to the last.

Sheets of one signature lie one in the other and are folded together; a thick book has several signatures, one behind the other. The
back of a sheet is seen when it is turned about its short edge: behind the left half is the right one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

#: A page by its place in the booklet, from 1; ``None`` is a blank one.
Page = int | None

_FOLDED = 4  # pages of a sheet that is folded once


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the pages on the left and on the right of its front and of its back.

    ``depth`` is how many sheets of its signature lie around it, ``signature`` the number of that, from 1.
    """

    front: tuple[Page, Page]
    back: tuple[Page, Page]
    depth: int
    signature: int


def order(pages: int, most: int, *, back_cover: bool = False) -> tuple[Sheet, ...]:
    """The sheets of a booklet, each signature from the outside to the inside.

    Args:
        pages: how many the booklet has, at least 1.
        most: the pages of the thickest signature, a multiple of 4. More pages are divided into signatures as equal as can be.
        back_cover: whether the last page is to stay outside: blank pages come before it, else after it.
    """
    filled = _filled(pages, back_cover=back_cover)
    ends = list(accumulate(_sizes(len(filled) // _FOLDED, most // _FOLDED), initial=0))
    return tuple(
        sheet
        for number, (start, end) in enumerate(pairwise(ends), start=1)
        for sheet in _nested(filled[start * _FOLDED : end * _FOLDED], number)
    )


def _filled(pages: int, *, back_cover: bool) -> list[Page]:
    """All pages and the blank ones that complete the last sheet."""
    numbers: list[Page] = list(range(1, pages + 1))
    blank: list[Page] = [None] * (-pages % _FOLDED)
    return [*numbers[:-1], *blank, numbers[-1]] if back_cover else [*numbers, *blank]


def _sizes(sheets: int, most: int) -> list[int]:
    """The sheets of each signature: as few signatures as can be, the thicker ones first."""
    count = -(-sheets // most)
    return [sheets // count + (number < sheets % count) for number in range(count)]


def _nested(pages: Sequence[Page], signature: int) -> Iterator[Sheet]:
    for depth in range(len(pages) // _FOLDED):
        first, last = 2 * depth, len(pages) - 1 - 2 * depth
        yield Sheet((pages[last], pages[first]), (pages[first + 1], pages[last - 1]), depth, signature)
