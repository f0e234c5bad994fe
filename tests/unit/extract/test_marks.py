"""Marks that a session is off, or was moved, beside its title."""

import pytest

from tests.drafts import read


@pytest.mark.parametrize(
    ("title", "status", "rest"),
    [
        ("[CANCELLED] On Tides", "[CANCELLED]", "On Tides"),
        ("[Canceled] On Tides", "[Canceled]", "On Tides"),
        ("'Cancelled: On Tides'", "Cancelled:", "On Tides"),
        ("CANCELLED On Tides", "CANCELLED", "On Tides"),
        ("CANCELLED – On Tides", "CANCELLED –", "On Tides"),
        ("On Tides (cancelled)", "(cancelled)", "On Tides"),
        ("On Tides (cancelled due to illness)", "(cancelled due to illness)", "On Tides"),
        ("On Tides - CANCELLED!", "- CANCELLED!", "On Tides"),
        ("【取消】潮汐", "【取消】", "潮汐"),
        ("潮汐（已取消）", "（已取消）", "潮汐"),
        ("已取消：潮汐", "已取消：", "潮汐"),
        ("ABGESAGT! Gezeiten", "ABGESAGT!", "Gezeiten"),
        ("Gezeiten (entfällt)", "(entfällt)", "Gezeiten"),
        ("'Annulé : Les marées'", "Annulé :", "Les marées"),
        ("Las mareas (cancelada)", "(cancelada)", "Las mareas"),
        ("【中止】潮汐", "【中止】", "潮汐"),
        ("[취소] 조수", "[취소]", "조수"),
        ("~~On Tides~~", "~~On Tides~~", "On Tides"),
        ("<s>On Tides</s>", "<s>On Tides</s>", "On Tides"),
    ],
)
def test_a_mark_beside_the_title_is_a_status(title: str, status: str, rest: str):
    lines = [line.split(" ", 1)[1] for line in read(f"---\ntitle: {title if title[0] != '[' else repr(title)}\n---\n").splitlines()]
    assert lines == [f"title: {rest}", f"status: {status}"]


@pytest.mark.parametrize(
    "title",
    [
        "Cancelled flights and tides",
        "取消订单的潮汐",
        "On Tides and cancelled flights",
        "Annulé par la mer",
        "Why (cancelled flights) matter",
    ],
)
def test_words_of_a_title_are_no_mark(title: str):
    assert read(f"---\ntitle: {title}\n---\n") == f"2:8 title: {title}"


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("'[POSTPONED] On Tides'", 9), ("On Tides (postponed)", 17), ("【延期】潮汐", 8), ("潮汐（改期）", 10), ("'NEW TIME: On Tides'", 9), ("Gezeiten (verschoben)", 17),
    ],
)  # fmt: skip
def test_a_move_is_reported_and_stays(title: str, mark: int):
    at = 9 if title[0] == "'" else 8
    assert read(f"---\ntitle: {title}\n---\n").splitlines() == [f"2:{at} title: {title.strip(chr(39))}", f"2:{mark} unclear-status"]


def test_lines_fields_headings_and_the_only_talk_say_so():
    assert read("---\ntitle: T\n---\n**CANCELLED**\n") == "2:8 title: T\n4:3 status: CANCELLED"
    said = "4:1 status: This talk has been cancelled due to illness."
    assert read("---\ntitle: T\n---\nThis talk has been cancelled due to illness.\n") == f"2:8 title: T\n{said}"
    assert read("---\ntitle: T\ncancelled: true\n---\n") == "2:8 title: T\n3:1 status: cancelled"
    assert read("---\ntitle: T\ncancelled: false\n---\n") == "2:8 title: T"
    assert read("# [CANCELLED] On Tides\n") == "1:15 heading: On Tides\n1:3 status: [CANCELLED]"
    one = read("---\ntitle: T\n---\n**Title:** On Tides (cancelled)\n")
    assert one == "2:8 title: T\n4:21 status: (cancelled)\ntalk\n  4:12 talk title: On Tides"


def test_a_line_among_several_talks_may_speak_of_one_of_them():
    talks = "**Speaker:** Ann Bell\n\n**Title:** On Tides\n\nCANCELLED\n\n**Speaker:** Ben Ford\n\n**Title:** On Ice (cancelled)\n"
    found = read(f"---\ntitle: T\n---\n{talks}").splitlines()
    assert ("status" in " ".join(found), found[-1]) == (False, "8:1 unread-text")
    assert "  12:12 talk title: On Ice (cancelled)" in found
