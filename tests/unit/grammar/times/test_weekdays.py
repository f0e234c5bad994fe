from datetime import date

import pytest

from pipeline.grammar.times import PartialDate, nearest_matching, weekday_matches


@pytest.mark.parametrize(
    ("partial", "year", "matches"),
    [
        (PartialDate(None, 8, 23, 4), 2024, True),
        (PartialDate(None, 8, 23, 4), 2023, False),
        (PartialDate(None, 8, 23), 2024, True),
        (PartialDate(2023, 8, 23), 2024, False),
        (PartialDate(None, 2, 29), 2023, False),
        (PartialDate(None, 2, 29, 3), 2024, True),
        (PartialDate(weekday=3), 2024, False),
        (PartialDate(None, 8), 2024, False),
    ],
)
def test_a_partial_date_matches_a_year(partial, year, matches):
    assert weekday_matches(partial, year) is matches


@pytest.mark.parametrize(
    ("weekday", "nearest"),
    [(5, date(2024, 8, 24)), (4, date(2024, 8, 23)), (6, date(2024, 8, 25)), (1, date(2024, 8, 27)), (2, date(2024, 8, 21))],
)
def test_the_nearest_such_weekday_is_at_most_three_days_away(weekday, nearest):
    assert nearest_matching(date(2024, 8, 24), weekday) == nearest
