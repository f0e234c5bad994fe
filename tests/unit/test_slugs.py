"""Slugs are safe everywhere, readable, and depend on nothing but their text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.slugs import distinct, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Main Hall", "main-hall"),
        ("Xi'an Jiao Tong University", "xian-jiao-tong-university"),
        ("许志钦", "xu-zhi-qin"),
        ("Panel 2: 大模型LLM的历程", "panel-2-da-mo-xing-llm-de-li-cheng"),
        ("Łukasz Müller", "lukasz-muller"),
        ("Жуковский", "zhukovskiy"),
        ("  --a__b--  ", "a-b"),
        ("CON", "con-1"),
        ("com1", "com1-1"),
        ("???", "fallback"),
        ("", "fallback"),
    ],
)
def test_a_slug_spells_its_text(text: str, expected: str):
    assert slug(text, "fallback") == expected


def test_a_long_text_is_cut_between_words():
    assert slug("Weizhen Building, Ziyou Campus, Northeast Normal University, Changchun", "x") == (
        "weizhen-building-ziyou-campus-northeast-normal-university"
    )
    assert slug("a" * 100, "x") == "a" * 60


def test_the_last_resort_is_a_word():
    assert slug("…", "?") == "untitled"


@given(st.text(), st.text())
def test_any_text_gives_a_safe_slug(text: str, fallback: str):
    made = slug(text, fallback)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= 62
    assert slug(made, "x") == made


def test_equal_slugs_are_numbered_in_order():
    assert distinct({"p": "li", "q": "li", "r": "wu", "s": "li"}) == {"p": "li", "q": "li-2", "r": "wu", "s": "li-3"}


def test_a_number_that_is_taken_is_not_given_again():
    assert distinct({"p": "li", "q": "li", "r": "li-2"}) == {"p": "li", "q": "li-3", "r": "li-2"}
