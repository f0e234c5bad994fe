"""One date as written.

    day        := [weekday] (iso | units | month_first | numeric) after* | weekday after*
    iso        := [year] "-" mm "-" dd | "--" mm "-" dd | yyyymmdd
    units      := [NUMBER 年] NUMBER 月 [NUMBER [日]] | NUMBER 日
    month_first:= [year] MONTH NUMBER [ORDINAL] [year] | MONTH year
    numeric    := NUMBER sep NUMBER sep NUMBER | NUMBER "/" NUMBER | NUMBER "." NUMBER ["."]
    after      := weekday | "(" weekday ")" | "(" PART ")" | PART [dash PART]

Dates whose day stands before the month are in ``datelists``, since several days may share it.
"""

from typing import NamedTuple

from pipeline.normalize.times.cursor import Cursor
from pipeline.normalize.times.phrases import Day
from pipeline.normalize.times.tokens import Kind, Part, Token
from pipeline.normalize.times.values import Extent, PartialDate

YEARS = range(1900, 2200)
_YEAR = len("2024")
_COMPACT = len("20240823")
_TWO = 2
_SEPARATORS = (Kind.DASH, Kind.SLASH, Kind.DOT)
#: The weekdays that one character names in brackets behind a date.
_CHARACTERS = {character: index for week in ("月火水木金土日", "一二三四五六", "월화수목금토일") for index, character in enumerate(week)}
_BRACKET = 6  # tokens: 土・祝日


class Written(NamedTuple):
    """The numbers of a date. ``swaps``: day and month may have changed places. ``like_clock``: ``9.30``."""

    year: int | None
    month: int | None
    day: int | None
    iso: bool = False
    swaps: bool = False
    like_clock: bool = False


def day(c: Cursor) -> tuple[Day, bool] | None:
    """A date with its weekday and part of the day, or a weekday alone, and whether it is like a clock."""
    start = c.index
    weekday = weekday_before(c)
    opened = weekday is not None and c.take(Kind.OPEN) is not None
    written = _iso(c) or _units(c) or _month_first(c) or _numeric(c)
    if written is None:
        c.index = start
        return weekday_alone(c), False
    if opened:
        c.take(Kind.CLOSE)
    return finish(c, start, written, weekday), written.like_clock


def ahead(c: Cursor) -> bool:
    """Whether what comes is surely a date and no clock, as behind the dash of ``22:00 – 1 January``."""
    start = c.index
    c.take(Kind.WEEKDAY)
    found = (_iso(c) or _units(c) or _month_first(c)) is not None
    c.index = start
    if not found and c.take(Kind.NUMBER):
        c.take(Kind.DOT)
        ordinal(c)
        c.skip(Kind.FILLER, Kind.FROM)
        slashed = c.at(Kind.SLASH) and c.peek().glued and c.peek(1).kind is Kind.NUMBER and c.peek(1).glued
        found = c.at(Kind.MONTH) or slashed
    c.index = start
    return found


def finish(c: Cursor, start: int, written: Written, weekday: Token | None) -> Day:
    """The date of these numbers, with what stands behind it."""
    plain = PartialDate(written.year, written.month, written.day)
    swapped = PartialDate(written.year, written.day, written.month) if written.swaps else None
    token, parts = weekday, ()
    end = c.index
    for _ in range(3):
        token = token or _weekday_after(c)
        parts = parts or _parts(c)
        if c.index == end:
            break
        end = c.index
    number = token.number if token and token.kind is Kind.WEEKDAY else _CHARACTERS[token.text] if token else None
    part = parts[0].label if len(parts) == 1 else None
    return Day(
        date=PartialDate(plain.year, plain.month, plain.day, number, part) if plain.exists else PartialDate(weekday=number),
        extent=c.extent(start),
        weekday_extent=Extent(token.start, token.end) if token else None,
        swapped=PartialDate(swapped.year, swapped.month, swapped.day, number, part) if swapped else None,
        broken=not plain.exists,
        parts=parts,
        iso=written.iso,
    )


def weekday_before(c: Cursor) -> Token | None:
    """``Thursday,``, ``Fr.``, ``Samstag, den``: taken with what joins it to its date."""
    token = c.take(Kind.WEEKDAY)
    if token is not None:
        c.take(Kind.DOT)
        c.take(Kind.COMMA)
        c.skip(Kind.FILLER)
    return token


def weekday_alone(c: Cursor) -> Day | None:
    """A weekday without a date, with its part of the day; what only looks like one is none."""
    start = c.index
    before = c.tokens[start - 1] if start else None
    token = c.take(Kind.WEEKDAY)
    if token is None or (token.text.isascii() and len(token.text) <= _YEAR and _is_a_word(c, before)):
        c.index = start
        return None
    if c.at(Kind.DOT) and c.peek().glued:
        c.take(Kind.DOT)
    extent = Extent(token.start, token.end)
    parts = _parts(c)
    return Day(PartialDate(weekday=token.number, part=parts[0].label if len(parts) == 1 else None), c.extent(start), extent, parts=parts)


def _is_a_word(c: Cursor, before: Token | None) -> bool:
    """Whether what looks like a short weekday is none: ``Sun Yat-sen``, ``Elton Sun``, ``so``."""
    return c.at(Kind.WORD, Kind.NAMED) or (before is not None and before.kind in (Kind.WORD, Kind.NAMED) and not c.at(Kind.NUMBER))


def _weekday_after(c: Cursor) -> Token | None:
    """``, Friday``, ``(Fri.)``, ``(金)``, ``(土・祝)``."""
    start = c.index
    c.take(Kind.COMMA)
    opened = c.take(Kind.OPEN)
    token = c.take(Kind.WEEKDAY)
    if token is not None and (opened or not c.at(Kind.MONTH)):
        c.take(Kind.DOT)
        if opened:
            _close(c)
        return token
    if opened and token is None and c.peek().text in _CHARACTERS:
        token = c.peek()
        c.index += 1
        if _close(c):
            return token
    c.index = start
    return None


def _close(c: Cursor) -> bool:
    """Passes over a closing bracket, and what little may stand before it; stays where there is none near."""
    start = c.index
    while c.index - start < _BRACKET and c.take(Kind.WORD, Kind.MARK, Kind.DAY_UNIT, Kind.COMMA):
        pass
    if c.take(Kind.CLOSE):
        return True
    c.index = start
    return False


def _parts(c: Cursor) -> tuple[Part, ...]:
    """Parts of the day that belong to a date and not to a clock: 5.28上午, 周五下午-晚上, Saturday (evening)."""
    start = c.index
    opened = c.take(Kind.OPEN)
    found = [token for token in [c.take(Kind.PART)] if token]
    while found and c.peek(1).kind is Kind.PART and c.take(Kind.DASH, Kind.TILDE, Kind.TO, Kind.UNTIL, Kind.AND):
        found += [token for token in [c.take(Kind.PART)] if token]
    to_clock = c.at(Kind.NUMBER, Kind.COLON, Kind.ABOUT, Kind.NOON)
    compound = c.at(Kind.WORD) and c.peek().glued and bool(found) and len(found[-1].text) == 1
    if (opened and not c.take(Kind.CLOSE)) or to_clock or compound:
        c.index = start
        return ()
    return tuple(token.value for token in found if isinstance(token.value, Part))


def _iso(c: Cursor) -> Written | None:
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
    if first is not None and len(first.text) == _YEAR and first.number in YEARS:
        separator = c.peek().kind
        rest = _two_numbers(c, separator, spaced=separator is Kind.DOT)
        if rest is not None:
            return Written(first.number, *rest, iso=separator is Kind.DASH)
    c.index = start
    return None


def _two_numbers(c: Cursor, separator: Kind, *, spaced: bool) -> tuple[int, int] | None:
    """sep NUMBER sep NUMBER; Korean writes a space behind the dots, and one more dot at the end."""
    if separator not in _SEPARATORS or not c.follow(separator, Kind.NUMBER, separator, Kind.NUMBER):
        return None
    month, day_ = c.peek(1), c.peek(3)
    glued = all(c.peek(ahead).glued for ahead in range(4)) or (spaced and c.peek().glued and c.peek(2).glued)
    if not glued or len(month.text) > _TWO or len(day_.text) > _TWO:
        return None
    c.index += 4
    if separator is Kind.DOT and c.at(Kind.DOT) and c.peek().glued:
        c.take(Kind.DOT)
    return month.number, day_.number


def _units(c: Cursor) -> Written | None:
    start = c.index
    year = month = day_ = None
    era = c.take(Kind.ERA)
    if c.follow(Kind.NUMBER, Kind.YEAR_UNIT):
        year = c.peek().number + (era.number if era else 0)
        c.index += 2
    if c.follow(Kind.NUMBER, Kind.MONTH_UNIT):
        month = c.peek().number
        c.index += 2
    if c.follow(Kind.NUMBER, Kind.DAY_UNIT) and (month or _day_stands_alone(c)):
        day_ = c.peek().number
        c.index += 2
    elif month and c.at(Kind.NUMBER) and _is_day(c):
        day_ = c.peek().number
        c.index += 1
    if (year is not None and year not in YEARS) or (month is None and (year or day_ is None)) or (day_ is None and year is None):
        c.index = start
        return None
    return Written(year, month, day_)


def _day_stands_alone(c: Cursor) -> bool:
    """``16日全天`` is a day of the month; ``3号楼``, ``2日间`` are not."""
    return c.peek(1).text in ("日", "일") and c.peek(2).kind in (Kind.PART, Kind.WEEKDAY, Kind.OPEN, Kind.NUMBER, Kind.END, Kind.TILDE, Kind.DASH)


def _is_day(c: Cursor) -> bool:
    """Whether the number here can be a day of a month, and is not the hour of a clock."""
    token, following = c.peek(), c.peek(1)
    clock = following.kind is Kind.COLON and following.glued and c.peek(2).kind is Kind.NUMBER and c.peek(2).glued
    dotted = following.kind is Kind.DOT and following.glued and c.peek(2).kind is Kind.NUMBER and c.peek(2).glued
    return len(token.text) <= _TWO and not clock and not dotted and following.kind not in (Kind.HOUR, Kind.MINUTE, Kind.HOURS)


def _month_first(c: Cursor) -> Written | None:
    start = c.index
    lead = c.take(Kind.NUMBER) if c.peek(1).kind is Kind.MONTH and c.peek().number in YEARS else None
    c.take(Kind.COMMA) if lead else None
    month = c.take(Kind.MONTH)
    if month is None:
        c.index = start
        return None
    c.take(Kind.DOT)
    c.take(Kind.DASH) if c.glued(Kind.DASH, Kind.NUMBER) else None
    c.skip(Kind.FILLER)
    if c.at(Kind.NUMBER) and _is_day(c):
        number = c.peek().number
        c.index += 1
        ordinal(c)
        return Written(lead.number if lead else year(c), month.number, number)
    found = lead.number if lead else year(c)
    if found is None:
        c.index = start
        return None
    return Written(found, month.number, None)


def ordinal(c: Cursor) -> None:
    """Passes over ``th``, ``er``, ``º``."""
    if c.at(Kind.ORDINAL) and c.peek().glued:
        c.take(Kind.ORDINAL)


def year(c: Cursor) -> int | None:
    """``2024``, ``, 2024``, ``de 2024``, ``'24`` behind a day or month."""
    start = c.index
    c.take(Kind.COMMA)
    c.skip(Kind.FILLER, Kind.FROM)
    short = c.take(Kind.QUOTE) is not None
    token = c.take(Kind.NUMBER)
    clock = (c.at(Kind.COLON) and c.peek().glued) or c.at(Kind.HOUR, Kind.MINUTE)
    if token is not None and not clock and token.text.isdecimal():
        if short and len(token.text) == _TWO:
            return 2000 + token.number
        if len(token.text) == _YEAR and token.number in YEARS:
            c.take(Kind.YEAR_UNIT)
            return token.number
    c.index = start
    return None


def _numeric(c: Cursor) -> Written | None:
    start = c.index
    first = c.take(Kind.NUMBER)
    found = None
    if first is not None and len(first.text) <= _TWO and first.text.isdecimal() and free(c, start):
        found = _three(c, first) or _two(c, first, start)
    if found is None:
        c.index = start
    return found


def free(c: Cursor, start: int) -> bool:
    """Whether nothing before the number makes it a name or part of something longer: ``Room 5.27``, ``v1.10``, ``Part 1/2``."""
    before = c.tokens[start - 1] if start else None
    if before is None:
        return True
    if before.kind in (Kind.NAMED, Kind.NUMBER, Kind.COLON, Kind.SLASH) and (before.kind is not Kind.COLON or c.tokens[start].glued):
        return False
    behind = c.tokens[start - 2] if start > 1 and before.kind is Kind.OPEN else before
    return behind.kind is not Kind.WORD or c.east_asian


def _three(c: Cursor, first: Token) -> Written | None:
    """``23.08.2024``, ``8/23/24``, ``06-03-2025``; Chinese, Japanese and Korean begin with the year."""
    separator = c.peek().kind
    if separator not in _SEPARATORS or not c.follow(separator, Kind.NUMBER, separator, Kind.NUMBER):
        return None
    second, third = c.peek(1), c.peek(3)
    long = len(third.text) == _YEAR and third.number in YEARS
    tight = second.glued and third.glued
    glued = c.peek().glued and c.peek(2).glued and (tight or (long and separator is Kind.DOT))
    short = len(third.text) == _TWO and separator is not Kind.DASH and not (c.peek(4).kind is Kind.COLON and c.peek(4).glued)
    if not glued or len(second.text) > _TWO or not (long or short):
        return None
    c.index += 4
    if short and c.east_asian:
        return Written(2000 + first.number, second.number, third.number)
    return _order(c, third.number if long else 2000 + third.number, first.number, second.number, dotted=separator is Kind.DOT)


def _two(c: Cursor, first: Token, start: int) -> Written | None:
    separator, second = c.peek(), c.peek(1)
    if second.kind is not Kind.NUMBER or not separator.glued or not second.glued or len(second.text) > _TWO or not second.text.isdecimal():
        if not (separator.kind is Kind.DOT and separator.glued and second.kind is Kind.NUMBER and c.peek(2).kind is Kind.DOT and c.peek(2).glued):
            return None
    if separator.kind is Kind.SLASH and c.peek(2).kind is not Kind.SLASH:
        return _slashed(c, first, second)
    if separator.kind is Kind.DOT and not _version(c):
        return _month_dot_day(c, first, second) if c.east_asian else _day_dot_month(c, first, second)
    if separator.kind is Kind.DASH and c.east_asian and c.peek(2).kind is Kind.OPEN and c.peek(3).text in _CHARACTERS:
        c.index += 2
        return Written(None, first.number, second.number)
    del start
    return None


def _version(c: Cursor) -> bool:
    return c.peek(2).kind is Kind.DOT and c.peek(2).glued and c.peek(3).kind is Kind.NUMBER and c.peek(3).glued


def _slashed(c: Cursor, first: Token, second: Token) -> Written | None:
    found = _order(c, None, first.number, second.number, dotted=False)
    if not PartialDate(None, found.month, found.day).exists or (c.peek(2).kind is Kind.WORD and c.peek(2).glued and c.peek(2).text.isascii()):
        return None
    c.index += 2
    return found


def _month_dot_day(c: Cursor, first: Token, second: Token) -> Written | None:
    """``5.27（周五）``, ``5.28上午``, ``5.27-29`` in Chinese, Japanese and Korean; elsewhere such a number is a section or a version."""
    if not second.number or not PartialDate(None, first.number, second.number).exists:
        return None
    following = c.peek(2)
    dated = following.kind in (Kind.OPEN, Kind.WEEKDAY, Kind.PART, Kind.DASH, Kind.TILDE, Kind.END, Kind.COMMA, Kind.NUMBER, Kind.TO, Kind.UNTIL)
    if not dated and not c.plain:
        return None
    c.index += 2
    if c.at(Kind.DOT) and c.peek().glued:
        c.take(Kind.DOT)
    return Written(None, first.number, second.number, like_clock=len(second.text) == _TWO and second.number % 5 == 0)


def _day_dot_month(c: Cursor, first: Token, second: Token) -> Written | None:
    """``23.08.``: the second dot makes it a date, or a weekday before it."""
    dotted = c.peek(2).kind is Kind.DOT and c.peek(2).glued and first.number
    if not dotted or not PartialDate(None, second.number, first.number).exists:
        return None
    c.index += 3
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
