"""The numbers of a date, and the small pieces that all forms of dates share."""

from typing import NamedTuple

from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.tokens import Kind

YEARS = range(1900, 2200)
YEAR = len("2024")
TWO = 2
#: The weekdays that one character names in brackets behind a date.
WEEKDAY_CHARACTERS = {
    character: index for week in ("月火水木金土日", "一二三四五六", "월화수목금토일") for index, character in enumerate(week)
}


class Written(NamedTuple):
    """The numbers of a date. ``swaps``: day and month may have changed places. ``like_clock``: ``9.30``."""

    year: int | None
    month: int | None
    day: int | None
    iso: bool = False
    swaps: bool = False
    like_clock: bool = False


def year(c: Cursor) -> int | None:
    """``2024``, ``, 2024``, ``de 2024``, ``'24`` behind a day or month."""
    start = c.index
    c.take(Kind.COMMA)
    c.skip(Kind.FILLER, Kind.FROM)
    short = c.take(Kind.QUOTE) is not None
    token = c.take(Kind.NUMBER)
    clock = (c.at(Kind.COLON) and c.peek().glued) or c.at(Kind.HOUR, Kind.MINUTE)
    if token is not None and not clock and token.text.isdecimal():
        if short and len(token.text) == TWO:
            return 2000 + token.number
        if len(token.text) == YEAR and token.number in YEARS:
            c.take(Kind.YEAR_UNIT)
            return token.number
    c.index = start
    return None


def ordinal(c: Cursor) -> None:
    """Passes over ``th``, ``er``, ``º``."""
    if c.at(Kind.ORDINAL) and c.peek().glued:
        c.take(Kind.ORDINAL)
