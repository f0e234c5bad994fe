"""Names in short, and names in two scripts."""

import pytest

from pipeline.emit.cards.words import initials, letter, other_name
from tests.builders import person


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Example", "AE"),
        ("王思源", "王"),
        ("李明 Li Ming", "李"),
        ("Plato", "P"),
        ("José Ángel Núñez", "JN"),
        ("—", "?"),
        ("", "?"),
        ("émile zola", "ÉZ"),
    ],
)
def test_initials(name: str, expected: str):
    assert initials(name) == expected


@pytest.mark.parametrize(("key", "expected"), [("wang, siyuan", "W"), ("", "#"), ("3com", "#"), ("étienne", "#")])
def test_people_are_listed_under_the_first_letter_of_their_sort_key(key: str, expected: str):
    assert letter(person("X", sort_key=key)) == expected


@pytest.mark.parametrize(
    ("name", "aliases", "expected"),
    [
        ("王思源", ("Wang Siyuan",), "Wang Siyuan"),
        ("Zhiqin Xu", ("Zhi-Qin Xu", "许志钦"), "许志钦"),
        ("Ada Example", ("A. Example",), None),
    ],
)
def test_the_name_in_the_other_script_is_one_that_the_program_gives(name: str, aliases: tuple[str, ...], expected: str | None):
    assert other_name(person(name, aliases=aliases)) == expected
