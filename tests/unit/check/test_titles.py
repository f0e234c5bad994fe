"""Titles and codes that do not tell sessions apart, or are not typeset as their language is; and what is left alone."""

import pytest

from pipeline.check.titles import code_of_several_sessions, full_width_sign, unnumbered_title
from pipeline.config import Config
from pipeline.extract import extract_page
from pipeline.model import Program
from pipeline.normalize import normalize
from pipeline.source import Located, Source, Span


def program(*pages: str) -> Program:
    """The program of pages, each the fields of its front matter, the title first."""
    sources = [Source(f"p{number}.md", f"---\n{fields}\n---\n") for number, fields in enumerate(pages, 1)]
    made, _ = normalize(
        [draft for source in sources for draft in extract_page(source)[0]],
        Config(title=Located("C", Span("x"))),
        {},
        timezone="Asia/Shanghai",
    )
    assert made is not None
    return made


def titles(*written: str) -> Program:
    return program(*(f'title: "{title}"' for title in written))


def test_a_code_that_two_sessions_have_is_told_at_the_later_one():
    found = code_of_several_sessions(program("title: Rivers\ntags: s1-1", "title: Lakes\ntags: S1-1", "title: Dams\ntags: s1-2"))
    assert [(str(each.span), each.other_title, str(each.other)) for each in found] == [("p2.md:3:7", "Rivers", "p1.md:3:7")]


@pytest.mark.parametrize("tag", ["k1", "statistics", "python3", "big-data", "covid-19", "x-ray"])
def test_words_and_single_numbers_are_no_codes(tag: str):
    assert list(code_of_several_sessions(program(f"title: Rivers\ntags: {tag}", f"title: Lakes\ntags: {tag}"))) == []


@pytest.mark.parametrize(
    "series", [("Panel: Dams", "Panel 2: Sills"), ("Panel Discussion – Dams", "panel discussion 2"), ("论坛：水", "论坛2：沙")]
)
def test_the_first_of_a_series_without_its_number_is_told(series: tuple[str, str]):
    found = unnumbered_title(titles(*series))
    assert [(each.title, each.other_title) for each in found] == [series]


@pytest.mark.parametrize(
    "others",
    [
        ("Panel 1: Dams", "Panel 2: Sills"),
        ("Panel: Dams", "Panel: Sills"),
        ("Panel: Dams", "Panel: Mud", "Panel 2: Sills"),
        ("Panel: Dams", "Panel 1: Mud", "Panel 2: Sills"),
        ("Keynote: Dams", "Panel 2: Sills"),
        ("Dams", "Dams 2"),
        ("Rivers: 2 shores", "Rivers 2040"),
        ("Panel 2: Sills",),
    ],
)
def test_other_titles_of_a_series_are_left_alone(others: tuple[str, ...]):
    assert list(unnumbered_title(titles(*others))) == []


def test_a_full_width_sign_among_latin_letters_is_told_where_it_stands():
    (found,) = full_width_sign(titles("Dams：A Survey"))
    assert (str(found.span), found.span.end_column, found.help) == ("p1.md:2:13", 14, "write ':'")


@pytest.mark.parametrize("title", ["大坝：综述", "AI：大坝", "ダム：調査", "댐： Dams", "Dams: A Survey", "2026：3", "（）"])
def test_signs_in_east_asian_titles_are_left_alone(title: str):
    assert list(full_width_sign(titles(title))) == []
