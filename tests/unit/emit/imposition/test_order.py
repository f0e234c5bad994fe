"""Sheets that are folded one into the other read from the first page to the last."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.emit.booklet.imposition.order import Page, Sheet, order

#: The thickest signatures that the tests fold, in pages.
SIGNATURES = (4, 8, 16, 32, 64)


def folded(sheets: tuple[Sheet, ...]) -> list[Page]:
    """What a reader turns over: each signature's sheets laid one in the other, folded, the signatures one behind the other."""
    read: list[Page] = []
    for _, group in groupby(sheets, key=lambda sheet: sheet.signature):
        signature = list(group)
        # The right half of each front is a leaf whose other side is the left half of the back; then, from the inside, the left halves.
        for sheet in signature:
            read += [sheet.front[1], sheet.back[0]]
        for sheet in reversed(signature):
            read += [sheet.back[1], sheet.front[0]]
    return read


def test_eight_pages():
    assert order(8, 64) == (Sheet((8, 1), (2, 7), 0, 1), Sheet((6, 3), (4, 5), 1, 1))


@pytest.mark.parametrize("most", SIGNATURES)
def test_folded_sheets_read_from_the_first_page_to_the_last(most: int):
    for pages in range(4, 97):
        assert folded(order(pages, most)) == [*range(1, pages + 1), *([None] * (-pages % 4))]


@given(pages=st.integers(1, 2000), most=st.sampled_from(SIGNATURES))
def test_a_back_cover_stays_outside(pages: int, most: int):
    read = folded(order(pages, most, back_cover=True))

    assert [page for page in read if page] == list(range(1, pages + 1))
    assert read[-1] == pages


@given(pages=st.integers(1, 2000), most=st.sampled_from(SIGNATURES))
def test_signatures_are_as_few_and_as_equal_as_can_be(pages: int, most: int):
    sizes = [len(list(sheets)) for _, sheets in groupby(order(pages, most), key=lambda sheet: sheet.signature)]

    assert max(sizes) * 4 <= most
    assert max(sizes) - min(sizes) <= 1
    assert len(sizes) == -(-pages // most)


def test_depth_counts_the_sheets_around_from_each_signature_s_outside():
    assert [(sheet.signature, sheet.depth) for sheet in order(24, 12)] == [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
