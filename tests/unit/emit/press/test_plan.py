"""Which pages a document has, how they are numbered, and what their heads say."""

from dataclasses import replace

import pytest

from pipeline.emit.press.chunk import Chunk, Numbering
from pipeline.emit.press.link.plan import Part, Plan, planned, roman
from pipeline.emit.press.objects import Head, Object, Place


def part(numbering: Numbering, pages: int, *heads: Head, recto: bool = False, **anchors: int) -> Part:
    places = tuple((name, Place(page, 0, 0)) for name, page in anchors.items())
    made = Object(b"", ((10, 20),) * pages, places, (), heads, (), (), ())
    return Part(Chunk("", "", numbering, recto=recto), made)


def labels(plan: Plan) -> list[str]:
    return [leaf.label for leaf in plan.leaves]


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (89, "lxxxix"), (1994, "mcmxciv")]
)
def test_pages_before_the_first_have_roman_numbers(number: int, numeral: str):
    assert roman(number) == numeral


def test_page_1_is_on_the_right_after_an_empty_page_if_need_be():
    plan = planned([part("none", 1), part("roman", 2), part("arabic", 2, recto=True)])
    assert labels(plan) == ["i", "ii", "iii", "iv", "1", "2"]
    assert [leaf.part for leaf in plan.leaves] == [0, 1, 1, None, 2, 2]
    assert [leaf.recto for leaf in plan.leaves] == [True, False] * 3
    assert [leaf.bare for leaf in plan.leaves] == [True, False, False, True, False, False]


def test_no_empty_page_comes_where_none_is_needed():
    assert labels(planned([part("roman", 2), part("arabic", 1, recto=True)])) == ["i", "ii", "1"]


def test_pages_without_a_number_count_on():
    assert labels(planned([part("roman", 1), part("arabic", 1), part("none", 2), part("arabic", 1)])) == ["i", "1", "2", "3", "4"]


def test_an_anchor_is_on_the_first_page_that_has_it():
    plan = planned([part("roman", 1), part("roman", 3, a=2), part("arabic", 1, a=0, b=0)])
    assert (plan.places["a"].page, plan.label("a"), plan.label("b")) == (3, "iv", "1")


def test_a_link_to_nowhere_is_no_document():
    lost = replace(part("arabic", 1), object=replace(part("arabic", 1).object, links=("nowhere",)))
    with pytest.raises(LookupError, match="nowhere"):
        planned([lost])


def heads(*parts: Part) -> list[tuple[str, str]]:
    return [(leaf.left, leaf.right) for leaf in planned(parts).leaves]


def test_a_head_stays_until_the_next_and_the_first_of_a_page_shows():
    found = heads(
        part("arabic", 3, Head(0, "Day 1", session=False), Head(0, "A", session=True), Head(0, "B", session=True)),
        part("arabic", 2, Head(0, "C", session=True), Head(1, "Day 2", session=False)),
    )
    assert found == [("Day 1", "A"), ("Day 1", "B"), ("Day 1", "B"), ("Day 1", "C"), ("Day 2", "Day 2")]


def test_a_new_day_ends_the_session_before():
    found = heads(part("arabic", 2, Head(0, "A", session=True), Head(1, "Day 2", session=False)), part("arabic", 1))
    assert found == [("", "A"), ("Day 2", "Day 2"), ("Day 2", "Day 2")]
