"""Dates in digits.

    iso     := [year] sep mm sep dd | "--" mm "-" dd | yyyymmdd
    numeric := NUMBER sep NUMBER sep NUMBER | NUMBER "/" NUMBER | NUMBER "." NUMBER ["."]

Chinese, Japanese and Korean write the month before the day, French, German and Spanish after it; English has both.
"""

from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.tokens import Kind, Token
from pipeline.grammar.times.values import PartialDate
from pipeline.grammar.times.written import TWO, WEEKDAY_CHARACTERS, YEAR, YEARS, Written, year

_COMPACT = len("20240823")
_SEPARATORS = (Kind.DASH, Kind.SLASH, Kind.DOT)
#: Behind 5.27 these say that it is a date.
_AFTER_MONTH_DOT_DAY = (
    Kind.OPEN,
    Kind.WEEKDAY,
    Kind.PART,
    Kind.DASH,
    Kind.TILDE,
    Kind.END,
    Kind.COMMA,
    Kind.NUMBER,
    Kind.TO,
    Kind.UNTIL,
)


def iso(c: Cursor) -> Written | None:
    """``2024-08-23``, ``2024/8/23``, ``2024. 8. 23.``, ``--08-23``, ``20240823``: the year first or left out."""
    start = c.index
    if c.take(Kind.NO_YEAR):
        month, day_ = c.peek(), c.peek(2)
        c.index += 3
        return Written(None, month.number, day_.number, iso=True)
    first = c.take(Kind.NUMBER)
    if first is not None and len(first.text) == _COMPACT and first.text.isdecimal():
        found = Written(first.number // 10000, first.number // 100 % 100, first.number % 100, iso=True)
        if found.year in YEARS and PartialDate(found.year, found.month, found.day).exists:
            return found
    if first is not None and len(first.text) == YEAR and first.number in YEARS:
        separator = c.peek().kind
        rest = _two_numbers(c, separator, spaced=separator is Kind.DOT)
        if rest is not None:
            return Written(first.number, *rest, iso=separator is Kind.DASH)
    c.index = start
    return None


def _two_numbers(c: Cursor, separator: Kind, *, spaced: bool) -> tuple[int, int] | None:
    """Two more numbers behind their separators; Korean writes a space behind the dots, and one more dot at the end."""
    if separator not in _SEPARATORS or not c.follow(separator, Kind.NUMBER, separator, Kind.NUMBER):
        return None
    month, day_ = c.peek(1), c.peek(3)
    glued = all(c.peek(ahead).glued for ahead in range(4)) or (spaced and c.peek().glued and c.peek(2).glued)
    if not glued or len(month.text) > TWO or len(day_.text) > TWO:
        return None
    c.index += 4
    if separator is Kind.DOT and c.at(Kind.DOT) and c.peek().glued:
        c.take(Kind.DOT)
    return month.number, day_.number


def numeric(c: Cursor) -> Written | None:
    """``23.08.2024``, ``8/23``, ``5.27``, ``23.8.``: the year last or left out."""
    start = c.index
    first = c.take(Kind.NUMBER)
    found = None
    if first is not None and len(first.text) <= TWO and first.text.isdecimal() and _free(c, start):
        found = _three(c, first) or _two(c, first)
    if found is None:
        c.index = start
    return found


def _free(c: Cursor, start: int) -> bool:
    """Whether nothing before the number makes it a name or part of something longer: ``Room 5.27``, ``v1.10``, ``Part 1/2``."""
    before = c.tokens[start - 1] if start else None
    if before is None:
        return True
    if before.kind in (Kind.NAMED, Kind.NUMBER, Kind.COLON, Kind.SLASH) and (
        before.kind is not Kind.COLON or c.tokens[start].glued
    ):
        return False
    behind = c.tokens[start - 2] if start > 1 and before.kind is Kind.OPEN else before
    return behind.kind is not Kind.WORD or c.east_asian


def _three(c: Cursor, first: Token) -> Written | None:
    """``23.08.2024``, ``8/23/24``, ``06-03-2025``; Chinese, Japanese and Korean begin with the year."""
    separator = c.peek().kind
    if separator not in _SEPARATORS or not c.follow(separator, Kind.NUMBER, separator, Kind.NUMBER):
        return None
    second, third = c.peek(1), c.peek(3)
    long = len(third.text) == YEAR and third.number in YEARS
    tight = second.glued and third.glued
    glued = c.peek().glued and c.peek(2).glued and (tight or (long and separator is Kind.DOT))
    short = (
        len(third.text) == TWO
        and separator is not Kind.DASH
        and not (c.peek(4).kind is Kind.COLON and c.peek(4).glued and c.peek(5).kind is Kind.NUMBER and c.peek(5).glued)
    )
    if not glued or len(second.text) > TWO or not (long or short):
        return None
    c.index += 4
    if short and c.east_asian:
        return Written(2000 + first.number, second.number, third.number)
    return _order(c, third.number if long else 2000 + third.number, first.number, second.number, dotted=separator is Kind.DOT)


def _two(c: Cursor, first: Token) -> Written | None:
    separator, second = c.peek(), c.peek(1)
    if second.kind is not Kind.NUMBER or not separator.glued or len(second.text) > TWO or not second.text.isdecimal():
        return None
    if separator.kind is Kind.DOT and not _version(c):
        return _month_dot_day(c, first, second) if c.east_asian else _day_dot_month(c, first, second)
    if separator.kind is Kind.SLASH and second.glued and c.peek(2).kind is not Kind.SLASH:
        return _slashed(c, first, second)
    if separator.kind is Kind.DASH and second.glued and c.peek(2).kind is Kind.OPEN and c.peek(3).text in WEEKDAY_CHARACTERS:
        c.index += 2
        return Written(None, first.number, second.number)
    return None


def _version(c: Cursor) -> bool:
    return c.peek(2).kind is Kind.DOT and c.peek(2).glued and c.peek(3).kind is Kind.NUMBER and c.peek(3).glued


def _slashed(c: Cursor, first: Token, second: Token) -> Written | None:
    found = _order(c, None, first.number, second.number, dotted=False)
    if not PartialDate(None, found.month, found.day).exists or (
        c.peek(2).kind is Kind.WORD and c.peek(2).glued and c.peek(2).text.isascii()
    ):
        return None
    c.index += 2
    return found


def _month_dot_day(c: Cursor, first: Token, second: Token) -> Written | None:
    """``5.27（周五）``, ``5.28上午``, ``5.27-29`` in Chinese, Japanese and Korean; elsewhere such a number is a section or a version."""
    if not second.glued or not second.number or not PartialDate(None, first.number, second.number).exists:
        return None
    dated = c.peek(2).kind in _AFTER_MONTH_DOT_DAY
    if not dated and not c.plain:
        return None
    c.index += 2
    if c.at(Kind.DOT) and c.peek().glued:
        c.take(Kind.DOT)
    return Written(None, first.number, second.number, like_clock=len(second.text) == TWO and second.number % 5 == 0)


def _day_dot_month(c: Cursor, first: Token, second: Token) -> Written | None:
    """``23.08.``, ``23.08, Donnerstag``: the second dot makes it a date, or a weekday behind it."""
    dotted = c.peek(2).kind is Kind.DOT and c.peek(2).glued
    behind = c.peek(3) if c.peek(2).kind in (Kind.COMMA, Kind.OPEN) else c.peek(2)
    named = behind.kind is Kind.WEEKDAY and second.glued and len(second.text) == TWO
    if not (dotted or named) or not first.number or not PartialDate(None, second.number, first.number).exists:
        return None
    c.index += 3 if dotted else 2
    return Written(year(c), second.number, first.number)


def _order(c: Cursor, year_: int | None, first: int, second: int, *, dotted: bool) -> Written:
    """Which of two numbers is the month: the one that alone can be, else as the language has it; English has both."""
    month_first = Written(year_, first, second)
    day_first = Written(year_, second, first)
    if not PartialDate(year_, second, first).exists:
        return month_first
    if not PartialDate(year_, first, second).exists or c.language in ("fr", "de", "es"):
        return day_first
    if c.east_asian:
        return month_first
    return (day_first if dotted else month_first)._replace(swaps=first != second)
