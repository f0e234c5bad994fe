"""Dates that belong together.

    days    := group {join (group | number)} [year]
    group   := [weekday] NUMBER ["." | ORDINAL] {join [weekday] NUMBER ["." | ORDINAL]} MONTH [year] | day
    join    := dash | TO | UNTIL                     a range: August 22-24, 22.–24. August, 5月19日~21日
             | AND | "," | "/" | "," AND             a list: June 2 and 3, 8月23、24日

What a later date leaves out it has from the one before; a year that stands last is every one's.
"""

from pipeline.grammar.times.clocks import clocks
from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.dates import day, finish, weekday_alone, weekday_before
from pipeline.grammar.times.phrases import Day, Days, Form
from pipeline.grammar.times.tokens import Kind, Token
from pipeline.grammar.times.values import MONTH_LENGTHS, PartialDate, Spread
from pipeline.grammar.times.written import TWO, Written, ordinal, year

_RANGE = (Kind.DASH, Kind.TILDE, Kind.TO, Kind.UNTIL, Kind.ONWARDS)
_MOST = 31
_MOST_BEFORE_MONTH = 7


def days(c: Cursor) -> Days | None:
    """One date, a list or a range of them; ``None`` where there is none."""
    start = c.index
    c.skip(Kind.FROM, Kind.BETWEEN, Kind.FILLER)
    begin = c.index
    first = _group(c)
    if first is None:
        c.index = start
        return None
    found, spread, like_clocks = list(first.days), first.spread, first.like_clocks
    while len(found) < _MOST:
        more = _more(c, found[-1])
        if more is None:
            break
        joined, following = more
        like_clocks = like_clocks and following.like_clocks and joined is Spread.RANGE
        same = _same(found[-1], following.days[0]) if joined is None else None
        if same:
            found[-1] = same
            continue
        spread = (
            Spread.RANGE
            if joined is Spread.RANGE or following.spread is Spread.RANGE or (joined is None and found[-1].iso)
            else spread
        )
        found += following.days
    like_clocks = like_clocks and len(found) > 1
    c.take(Kind.UPTO)
    last_year = year(c) if found[-1].date.month and found[-1].date.year is None else None
    return Days(tuple(_completed(found, last_year)), spread if len(found) > 1 else Spread.EACH, c.extent(begin), like_clocks)


def _group(c: Cursor) -> Days | None:
    start = c.index
    found = _before_month(c)
    if found:
        return found
    c.index = start
    one = day(c)
    if one is None:
        return None
    return Days((one[0],), Spread.EACH, one[0].extent, one[1])


def _more(c: Cursor, last: Day) -> tuple[Spread | None, Days] | None:
    """A join and what it joins; the spread is ``None`` behind a slash, which joins a date and its translation too."""
    start = c.index
    token = c.take(*_RANGE, Kind.AND, Kind.COMMA, Kind.SLASH)
    if token is not None and not (last.parts and token.kind in _RANGE):
        spread = Spread.RANGE if token.kind in _RANGE else None if token.kind is Kind.SLASH else Spread.EACH
        if token.kind is Kind.COMMA:
            c.take(Kind.AND)
        c.skip(Kind.FILLER)
        group = _group_like(c, last) if not _clock_ahead(c) else None
        if group is not None:
            return spread, group
        c.index = c.tokens.index(token, start) + 1
        number = _number_after(c, last, token)
        if number is not None:
            return spread, Days((number,), Spread.EACH, number.extent)
    c.index = start
    return None


def _group_like(c: Cursor, last: Day) -> Days | None:
    """Dates behind a date, or a weekday behind a weekday."""
    if last.date.month is None and last.date.day is None:
        one = weekday_alone(c)
        return Days((one,), Spread.EACH, one.extent) if one else None
    group = _group(c)
    return group if group is not None and bool(last.date.month) == bool(group.days[0].date.month) else None


def _clock_ahead(c: Cursor) -> bool:
    """Whether a clock begins here: ``Aug 22 - 9:30``, ``May 2 – 3:30 PM``."""
    start = c.index
    found = clocks(c)
    c.index = start
    if found is None or found.vague:
        return False
    dotted = all(each.form is Form.DOTTED and each.part is None for each in (found.start, found.end) if each)
    return not (dotted and c.east_asian)


def _before_month(c: Cursor) -> Days | None:
    """One or more days before the month's name: ``23 August 2024``, ``22.–24. August``, ``2, 3 and 4 June``, ``Thu 22 – Sat 24 August``."""
    numbers: list[tuple[int, Token, Token | None]] = []
    spread = Spread.EACH
    while len(numbers) < _MOST_BEFORE_MONTH:
        start = c.index
        weekday = weekday_before(c)
        c.skip(Kind.FILLER)
        number = c.take(Kind.NUMBER)
        if number is None or len(number.text) > TWO or not number.number:
            return None
        c.take(Kind.DOT)
        ordinal(c)
        numbers.append((start, number, weekday))
        join = c.take(Kind.DASH, Kind.TILDE, Kind.TO, Kind.UNTIL, Kind.AND, Kind.COMMA, Kind.SLASH)
        if join is None or c.at(Kind.MONTH):
            break
        if join.kind is Kind.COMMA:
            c.take(Kind.AND)
        spread = spread if join.kind in (Kind.AND, Kind.COMMA, Kind.SLASH) else Spread.RANGE
    c.skip(Kind.FILLER, Kind.FROM, Kind.DASH)
    month = c.take(Kind.MONTH) or _month_number(c, numbers[-1][1], several=len(numbers) > 1)
    named = numbers[0][0] > 0 and c.tokens[numbers[0][0] - 1].kind is Kind.NAMED
    if month is None or (named and (c.at(Kind.NUMBER) or len(numbers) > 1)):  # the 2 of "Room 2 - June 16" is the room's
        return None
    c.take(Kind.DOT)
    c.take(Kind.DASH) if c.glued(Kind.DASH, Kind.NUMBER) else None
    its_year = year(c)
    first = numbers[0][0]
    made = [
        finish(c if number is numbers[-1][1] else _Still(c), first, Written(its_year, month.number, number.number), weekday)
        for _, number, weekday in numbers
    ]
    return Days(tuple(made), spread, c.extent(first))


def _month_number(c: Cursor, last: Token, *, several: bool) -> Token | None:
    """The month in digits behind several days: ``23.–25.8.2024``; nothing else is written with a dot behind each."""
    dotted = several and c.tokens[c.index - 1].kind is Kind.DOT and c.tokens[c.index - 2] is last
    token, following = c.peek(), c.peek(1)
    if (
        dotted
        and token.kind is Kind.NUMBER
        and token.glued
        and following.kind is Kind.DOT
        and 1 <= token.number <= len(MONTH_LENGTHS)
    ):
        return c.take(Kind.NUMBER)
    return None


class _Still(Cursor):
    """A cursor that finds nothing more to take."""

    def __init__(self, c: Cursor) -> None:
        super().__init__(c.tokens, c.language)
        self.index = c.index

    def take(self, *_kinds: Kind) -> Token | None:
        return None


def _number_after(c: Cursor, last: Day, join: Token) -> Day | None:
    """A day alone behind a date of the same month: ``August 22-24``, ``June 2 and 3``, ``19日~21日``."""
    start = c.index
    if last.date.day is None or _clock_ahead(c):
        return None
    weekday = weekday_before(c)
    c.skip(Kind.FILLER)
    number = c.take(Kind.NUMBER)
    if number is None or len(number.text) > TWO or c.at(Kind.MONTH, Kind.MONTH_UNIT, Kind.HOUR, Kind.HOURS, Kind.MINUTE):
        return None
    marked = c.take(Kind.DAY_UNIT) or (c.at(Kind.ORDINAL) and c.peek().glued and c.take(Kind.ORDINAL))
    loose = join.kind in (Kind.COMMA, Kind.AND, Kind.SLASH)
    if (
        not marked
        and (c.at(Kind.WORD, Kind.NAMED, Kind.PART) or (c.at(Kind.COLON) and c.peek().glued))
        and (loose or c.peek().glued)
    ):
        return None
    if not number.number or number.number > _MOST:
        return None
    return finish(c, start, Written(last.date.year, last.date.month, number.number), weekday)


def _same(one: Day, other: Day) -> Day | None:
    """The two as one, where they are a date and its translation."""
    a, b = one.date, other.date
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday))
    if any(None not in pair and pair[0] != pair[1] for pair in pairs) or (a.day is None) != (b.day is None):
        return None
    year_, month, day_, weekday = (first if first is not None else second for first, second in pairs)
    return one._replace(
        date=PartialDate(year_, month, day_, weekday, a.part or b.part),
        weekday_extent=one.weekday_extent or other.weekday_extent,
        swapped=None if other.swapped is None else one.swapped,
    )


def _completed(found: list[Day], last_year: int | None) -> list[Day]:
    """Each date with its year: a year before is carried on, a year at the end is carried back, and December before January counts."""
    years = [one.date.year for one in found]
    if last_year is not None:
        years[-1] = last_year
    for index in range(1, len(found)):
        before = years[index - 1]
        if years[index] is None and before is not None:
            years[index] = before + _turns(found[index - 1], found[index])
    for index in range(len(found) - 2, -1, -1):
        after = years[index + 1]
        if years[index] is None and after is not None:
            years[index] = after - _turns(found[index], found[index + 1])
    return [_in_year(one, its_year) for one, its_year in zip(found, years, strict=True)]


def _turns(earlier: Day, later: Day) -> int:
    """1 where the year turns between two dates."""
    return int((earlier.date.month or 0) > (later.date.month or 0) > 0)


def _in_year(one: Day, its_year: int | None) -> Day:
    if its_year is None or one.date.year is not None or not one.date.month:
        return one
    dated = PartialDate(its_year, one.date.month, one.date.day, one.date.weekday, one.date.part)
    swapped = one.swapped and PartialDate(its_year, one.swapped.month, one.swapped.day, one.swapped.weekday, one.swapped.part)
    return (
        one._replace(date=dated, swapped=swapped, broken=False)
        if dated.exists
        else one._replace(date=PartialDate(weekday=one.date.weekday), broken=True)
    )
