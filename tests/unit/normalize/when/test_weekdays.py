"""A date beside a wrong weekday: when the date is certain, and how the right weekday is written."""

from datetime import date

import pytest

from pipeline.normalize.when.weekdays import is_certain, renamed

MONDAY, THURSDAY = 0, 3
THURSDAY_15 = date(2026, 10, 15)
CONFERENCE = (date(2026, 10, 15), date(2026, 10, 16), date(2026, 10, 17))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Monday", "Thursday"), ("MONDAY", "THURSDAY"), ("monday", "thursday"), ("Mon", "Thu"), ("Mon.", "Thu."), ("Tues", "Thu"),
        ("周一", "周四"), ("星期天", "星期四"), ("禮拜一", "禮拜四"), ("月", "木"), ("月曜", "木曜"), ("日曜日", "木曜日"), ("월", "목"), ("월요일", "목요일"),
        ("Montag", "Donnerstag"), ("lundi", "jeudi"), ("lunes", "jueves"), ("miércoles", "jueves"),
    ],
)  # fmt: skip
def test_the_right_weekday_is_written_as_the_page_writes_its_own(written: str, right: str):
    assert renamed(written, THURSDAY) == right


@pytest.mark.parametrize("written", ["", "Lun.", "Moonday", "mañana"])
def test_a_word_of_no_language_or_of_several_is_not_renamed(written: str):
    assert renamed(written, THURSDAY) is None


def test_a_date_that_another_statement_gives_too_is_certain():
    assert is_certain(THURSDAY_15, MONDAY, [THURSDAY_15], ())


def test_a_date_is_certain_where_the_conference_has_no_such_weekday():
    assert is_certain(THURSDAY_15, MONDAY, [], CONFERENCE)


def test_a_date_alone_is_not_certain():
    assert not is_certain(THURSDAY_15, MONDAY, [], ())


def test_a_date_is_not_certain_where_the_weekday_may_be_right():
    friday = 4
    assert not is_certain(THURSDAY_15, friday, [], CONFERENCE)


def test_a_date_that_another_statement_contradicts_is_not_certain():
    assert not is_certain(THURSDAY_15, MONDAY, [THURSDAY_15, date(2026, 10, 16)], CONFERENCE)


def test_a_date_outside_the_conference_is_not_certain():
    outside = date(2026, 10, 22)
    assert not is_certain(outside, MONDAY, [outside], CONFERENCE)
