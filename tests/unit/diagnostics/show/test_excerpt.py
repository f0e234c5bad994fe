"""A source line in the terminal: carets stand under the characters they speak of, whatever the line is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipeline.diagnostics.show.excerpt import excerpt, safe


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "carets"),
    [
        ("title: Rivers", 8, 14, "title: Rivers", "       ^^^^^^"),
        ("title: 河流 B", 8, 10, "title: 河流 B", "       ^^^^"),
        ("河流: Hall", 5, 9, "河流: Hall", "      ^^^^"),
        ("\ttitle", 2, 7, "    title", "    ^^^^^"),
        ("ab\tcd", 4, 6, "ab  cd", "    ^^"),
        ("Cafe\u0301 au lait", 7, 9, "Cafe\u0301 au lait", "     ^^"),
        ("👩 speaks", 3, 9, "👩 speaks", "   ^^^^^^"),
        ("an empty span", 4, 4, "an empty span", "   ^"),
        ("the end", 8, 8, "the end", "       ^"),
        ("beyond", 30, 40, "beyond", "      ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_carets_stand_under_the_span(line, start, end, shown, carets):
    assert excerpt(line, start, end, 80) == (shown, carets)


def test_a_long_line_is_cut_to_a_window_around_the_span():
    line = "x" * 500 + "HERE" + "y" * 500

    shown, carets = excerpt(line, 501, 505, 40)

    assert shown == "…" + "x" * 12 + "HERE" + "y" * 22 + "…"
    assert carets == " " * 13 + "^^^^"


def test_a_long_line_is_shown_from_its_start_where_the_span_is_near_it():
    assert excerpt("HERE" + "y" * 500, 1, 5, 20) == ("HERE" + "y" * 14 + "…", "^^^^")


def test_a_long_line_is_shown_to_its_end_where_the_span_is_near_it():
    assert excerpt("x" * 500 + "HERE", 501, 505, 20) == ("…" + "x" * 14 + "HERE", " " * 15 + "^^^^")


def test_carets_of_a_span_wider_than_the_window_end_with_it():
    shown, carets = excerpt("x" * 500, 100, 400, 30)

    assert shown == "…" + "x" * 28 + "…"
    assert carets == " " * 11 + "^" * 18


@given(
    st.text(st.sampled_from("ab \t河流（é\u0301👩\x1b\u202e\x00"), max_size=400),
    st.integers(1, 401),
    st.integers(0, 400),
    st.integers(24, 120),
)
def test_no_line_is_wider_than_allowed_and_carets_stay_within_it(line, start, length, width):
    shown, carets = excerpt(line, start, start + length, width)

    assert cell_len(shown) <= width
    assert len(carets) <= cell_len(shown) + 1
    assert carets.strip() == "^" * len(carets.strip())


def test_an_enormous_line_takes_no_time():
    shown, carets = excerpt("<p>" * 1_000_000, 1_500_001, 1_500_003, 60)

    assert (cell_len(shown), carets) == (60, " " * 13 + "^^")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 文 é", "plain 文 é"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 and \x9b2J", "bell␇ and <U+009B>2J"),
        ("admin\u202etxt.exe", "admin<U+202E>txt.exe"),
        ("two\nlines\u2028three", "two␊lines<U+2028>three"),
        ("\udc80 from a file's name", "<U+DC80> from a file's name"),
    ],
)
def test_what_would_steer_the_terminal_is_made_visible(text, shown):
    assert safe(text) == shown
