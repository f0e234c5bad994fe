"""Lines that name people, venues or nothing yet: whatever stands there is read or reported, and nothing takes long."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.grammar.placeholders import is_placeholder, without_placeholder
from pipeline.model import Venue
from pipeline.normalize.people.bylines import read_people
from pipeline.normalize.people.resolve import Mention, resolve_people
from pipeline.normalize.venues import resolve_venues
from pipeline.source import Located, Span

PIECES = (
    "Ann Bell", "Bob", "Li", "XIA Dong", "张三", "李四", "教授", "清华大学", "MIT", "X University", "Prof.", "Ph.D.", "TBA", "XXX University", "待定", "xx",
    ",", ", ", "，", ";", "、", " and ", " & ", "和", "(", ")", "（", "）", " / ", " - ", " ", "  ", "\n", ".", "1", "12", "*", "¹", "<b>", "</b>", "@", ":", "chair",
    "é", "e\u0301", "\u3000", "\u202e", "\x00", "김철수", "さくら", "·", "'", "-", "ß", "ǅ", "et al.", "等", "|", "http://x.y", "Room 201", "楼",
)  # fmt: skip
lines = st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=40))


def located(text: str, line: int = 1) -> Located[str]:
    return Located(text, Span("page.md", line, 1, line, 1 + len(text)))


@given(lines)
@example(",")
@example("|,")
@settings(max_examples=500, deadline=None)
def test_any_line_is_read_or_reported(text: str):
    people, problems = read_people(located(text), "https://example.org")
    if any(character.isalpha() for character in text):
        assert people or problems
    for person in people:
        assert person.name.strip() == person.name != ""
        assert person.affiliation != ""
        assert 1 <= person.span.column < person.span.end_column <= len(text) + 1
        assert not is_placeholder(person.name)
    for problem in problems:
        assert problem.message
        assert problem.help


@given(st.lists(st.tuples(lines, st.one_of(st.none(), lines))))
@settings(max_examples=200, deadline=None)
def test_everybody_named_is_somebody(named: list[tuple[str, str | None]]):
    mentions = [
        Mention(name.strip(), affiliation or None, None, None, Span("page.md", line))
        for line, (name, affiliation) in enumerate(named, 1)
        if name.strip()
    ]
    people = resolve_people(mentions)
    ids = [person.id for person in people.people]
    assert len(set(ids)) == len(ids)
    assert {people.id_of(mention) for mention in mentions} == set(ids)
    assert list(people.people) == sorted(people.people, key=lambda person: (person.sort_key, person.name, person.id))
    assert resolve_people(mentions[::-1]) == people


@given(st.lists(lines))
@settings(max_examples=200, deadline=None)
def test_every_text_names_one_venue(texts: list[str]):
    used = [located(text, line) for line, text in enumerate(texts, 1)]
    venues = resolve_venues(used, (Venue("listed", "Listed"),))
    ids = [venue.id for venue in venues.venues]
    assert len(set(ids)) == len(ids)
    assert {"listed", *(venues.id_of(text) for text in used)} == set(ids)
    assert len(venues.problems) == len(ids) - 1


@given(lines)
@settings(max_examples=300, deadline=None)
def test_what_is_left_of_a_value_is_no_placeholder(text: str):
    rest = without_placeholder(text)
    assert rest is None or not is_placeholder(rest)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "()",
        "((a)",
        "大学",
        "张三",
        "a, ",
        "A B and ",
        "x",
        "xx ",
        "TBA, ",
        "Dr. ",
        "1,",
        "（a）",
        "of ",
        "副教授",
        "to be ",
        "<b",
        "[",
        " - ",
    ],
)
def test_long_lines_take_no_long_time(piece: str):
    begin = time.process_time()
    text = piece * (4_000 // len(piece))
    read_people(located(text))
    without_placeholder(text)
    resolve_venues([located(text)], ())
    assert time.process_time() - begin < 2
