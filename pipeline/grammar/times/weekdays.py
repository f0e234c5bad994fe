"""Weekdays against dates: what the reconciler needs where a year is missing or a weekday is wrong."""

from datetime import date, timedelta

from pipeline.grammar.times.values import PartialDate

_WEEK = 7


def weekday_matches(partial: PartialDate, year: int) -> bool:
    """Whether the date exists in ``year`` and falls on its weekday there; a date without a weekday need only exist.

    A year written in ``partial`` must be ``year`` itself. ``False`` where month or day are not written.
    """
    if partial.month is None or partial.day is None or partial.year not in (None, year):
        return False
    if not PartialDate(year, partial.month, partial.day).exists:
        return False
    return partial.weekday is None or date(year, partial.month, partial.day).weekday() == partial.weekday


def nearest_matching(day: date, weekday: int) -> date:
    """The date nearest to ``day`` that falls on ``weekday`` (Monday = 0): ``day`` itself, or up to three days away."""
    ahead = (weekday - day.weekday()) % _WEEK
    return day + timedelta(days=ahead if ahead <= _WEEK // 2 else ahead - _WEEK)
