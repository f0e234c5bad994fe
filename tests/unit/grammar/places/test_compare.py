"""Pairs of texts and what is to be said of them: a table of our own, one from real programs, and what holds for any two."""

import csv
import re
import time
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pipeline.grammar.places.compare import Word, compare
from pipeline.grammar.places.fold import fold
from pipeline.grammar.places.forms import form
from pipeline.model import Venue

TABLE = Path(__file__).with_name("venues.txt")
ROWS = [
    tuple(line.rsplit(" | ", 2))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
PIECES = (
    "Main", "Hall", "Room", "Rm.", "Building", "Campus", "University", "of", "at", "in", "Saal", "Salle", "salón", "C-119", "C119A", "201", "2", "A", "B", "I-II", "III", "O", "0", "0.11", "2nd",
    "floor", "3F", "B1", "惟真", "唯真", "文史", "楼", "堂", "校区", "大学", "师范", "会议室", "报告厅", "第二", "十二", "三楼", "一", "号", "座", "室", "xx", "センター", "会議室", "호", "층", "회의실",
    "(", ")", "（", "）", ",", "，", "、", "/", "-", " - ", " | ", ":", "&", "and", "和", ".", " ", " ", " ", "#tag", "Zoom", "123-456-789", "Online", "腾讯会议", "extra", "TBA", "東", "é", '"', "1",
)  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
    st.text(max_size=30),
)


def word(one: str, other: str) -> str:
    return compare(one, other).word.value


@pytest.mark.parametrize(("left", "right", "verdict"), ROWS)
def test_the_table_of_pairs(left: str, right: str, verdict: str):
    assert (word(left, right), word(right, left)) == (verdict, verdict)


@pytest.mark.parametrize("text", sorted({text for left, right, _ in ROWS for text in (left, right)}))
def test_a_text_names_what_it_names(text: str):
    assert word(text, text) == "same"


@pytest.fixture
def gold(shared):
    with (shared / "gold" / "venues.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.corpus
def test_the_pairs_of_real_programs(gold):
    allowed = {"same": {"same", "offered"}}
    said = [(row["left"], row["right"], row["verdict"], word(row["left"], row["right"])) for row in gold]
    assert [found for found in said if found[3] not in allowed.get(found[2], {found[2]})] == []


@given(texts)
@settings(max_examples=300, deadline=None)
def test_any_text_names_what_it_names(text: str):
    assert word(text, text) == "same"


@given(texts, texts)
@settings(max_examples=500, deadline=None)
def test_what_is_said_of_two_does_not_hang_on_their_order(one: str, other: str):
    assert word(one, other) == word(other, one)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_width_and_case_do_not_matter(text: str):
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)
    assert form(wide) == form(text)


@example('MAIN"HALL"-"0AA"I-II', 64, "7")
@given(texts, st.integers(0, 200), st.sampled_from("7q龘"))
@settings(max_examples=1500, deadline=None)
def test_another_letter_or_digit_is_another_name(text: str, at: int, other: str):
    letters = [place for place, character in enumerate(text) if re.match("[A-Za-z0-9\u4e00-\u9fff]", character)]
    assume(letters)
    place = letters[at % len(letters)]
    changed = text[:place] + other + text[place + 1 :]
    assume(fold(changed) != fold(text))
    assert form(changed) != form(text)


@given(
    st.sampled_from(["Room {}", "{}", "文史楼{}", "Main Building, Room {}", "Hall A / Room {}", "{}호", "{}教室"]),
    st.integers(100, 9999),
    st.integers(100, 9999),
)
def test_two_numbers_are_two_rooms(pattern: str, one: int, other: int):
    assert (word(pattern.format(one), pattern.format(other)) == "same") == (one == other)
    assert word(pattern.format(one), pattern.format(f"{other}A")) != "same"


MAIN = Venue("main", "Main Hall", ("大礼堂", "Aula"))
SMALL = Venue("small", "Small Hall", ("小礼堂",))


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Aula", "大禮堂", Word.SAME),
        ("Aula", "main hall", Word.SAME),
        ("Aula", "小礼堂", Word.DIFFERENT),
        ("大礼堂", "Main Hall, Town House", Word.OFFERED),
        ("Aula", "Boat House", Word.UNSURE),
    ],
)
def test_aliases_are_known(one: str, other: str, verdict: Word):
    assert compare(one, other, (MAIN, SMALL)).word is compare(other, one, (SMALL, MAIN)).word is verdict


@pytest.mark.parametrize("piece", ["(", "()", "第", "大学", "Room ", "1,", "a-", "楼1", "#a", "- ", "一", "x", "I-", "省", "B1"])
def test_long_texts_take_no_long_time(piece: str):
    begin = time.process_time()
    text = piece * (4_000 // len(piece))
    compare(text, text + "A")
    assert time.process_time() - begin < 2


def test_hundreds_are_told_in_a_second():
    begin = time.process_time()
    for left, right, _ in ROWS:
        compare(left, right)
    assert time.process_time() - begin < 1
