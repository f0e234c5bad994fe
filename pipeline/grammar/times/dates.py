"""One date as written.

    day         := [weekday] (iso | units | month_first | numeric) after* | weekday after*
    units       := [[ERA] NUMBER 年] NUMBER 月 [NUMBER [日]] | NUMBER 日
    month_first := [year] MONTH NUMBER [ORDINAL] [year] | MONTH year
    after       := weekday | "(" weekday ")" | "(" PART ")" | PART [dash PART]

Dates in digits are in ``numeric``. Dates whose day stands before the month are in ``datelists``, since several days may share it.
"""

from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.numeric import iso, numeric
from pipeline.grammar.times.phrases import Day
from pipeline.grammar.times.tokens import Kind, Part, Token
from pipeline.grammar.times.values import MONTH_LENGTHS, Extent, PartialDate
from pipeline.grammar.times.written import TWO, WEEKDAY_CHARACTERS, YEAR, YEARS, Written, ordinal, year

_BRACKET = 6  # tokens: 土・祝日


def day(c: Cursor) -> tuple[Day, bool] | None:
    """A date with its weekday and part of the day, or a weekday alone, and whether it is like a clock."""
    start = c.index
    weekday = weekday_before(c)
    opened = weekday is not None and c.take(Kind.OPEN) is not None
    written = iso(c) or _units(c) or _month_first(c) or numeric(c)
    if written is None:
        c.index = start
        alone = weekday_alone(c)
        return (alone, False) if alone else None
    if opened:
        c.take(Kind.CLOSE)
    return finish(c, start, written, weekday), written.like_clock


def ahead(c: Cursor) -> bool:
    """Whether what comes is surely a date and no clock, as behind the dash of ``22:00 – 1 January``."""
    start = c.index
    c.take(Kind.WEEKDAY)
    found = (iso(c) or _units(c) or _month_first(c)) is not None
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
    token = weekday
    parts: tuple[Part, ...] = ()
    end = c.index
    for _ in range(3):
        token = token or _weekday_after(c)
        parts = parts or _parts(c)
        if c.index == end:
            break
        end = c.index
    number = token.number if token and token.kind is Kind.WEEKDAY else WEEKDAY_CHARACTERS[token.text] if token else None
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
    if token is None or (token.text.isascii() and len(token.text) <= YEAR and _is_a_word(c, before)):
        c.index = start
        return None
    if c.at(Kind.DOT) and c.peek().glued:
        c.take(Kind.DOT)
    extent = Extent(token.start, token.end)
    number = _counted(c)
    parts = _parts(c)
    part = parts[0].label if len(parts) == 1 else None
    return Day(PartialDate(day=number, weekday=token.number, part=part), c.extent(start), extent, parts=parts)


def _counted(c: Cursor) -> int | None:
    """The day of a month that nobody names, behind its weekday: ``Wednesday 14th``, ``Friday the 16th``."""
    start = c.index
    c.take(Kind.COMMA)
    c.skip(Kind.FILLER)
    number = c.take(Kind.NUMBER)
    if number is not None and c.at(Kind.ORDINAL) and c.peek().glued and 0 < number.number <= max(MONTH_LENGTHS):
        c.take(Kind.ORDINAL)
        if not c.at(Kind.MONTH, Kind.FILLER, Kind.FROM, Kind.WORD, Kind.NAMED):
            return number.number
    c.index = start
    return None


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
    if opened and token is None and c.peek().text in WEEKDAY_CHARACTERS:
        token = c.peek()
        c.index += 1
        if c.at(Kind.CLOSE, Kind.COMMA, Kind.MARK) and _close(c):
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
    return c.peek(1).text in ("日", "일") and c.peek(2).kind in (
        Kind.PART,
        Kind.WEEKDAY,
        Kind.OPEN,
        Kind.NUMBER,
        Kind.END,
        Kind.TILDE,
        Kind.DASH,
    )


def _is_day(c: Cursor) -> bool:
    """Whether the number here can be a day of a month, and is not the hour of a clock."""
    token, following = c.peek(), c.peek(1)
    clock = following.kind is Kind.COLON and following.glued and c.peek(2).kind is Kind.NUMBER and c.peek(2).glued
    dotted = following.kind is Kind.DOT and following.glued and c.peek(2).kind is Kind.NUMBER and c.peek(2).glued
    return len(token.text) <= TWO and not clock and not dotted and following.kind not in (Kind.HOUR, Kind.MINUTE, Kind.HOURS)


def _month_first(c: Cursor) -> Written | None:
    start = c.index
    led = c.peek(1).kind is Kind.MONTH or (c.peek(1).kind is Kind.COMMA and c.peek(2).kind is Kind.MONTH)
    lead = c.take(Kind.NUMBER) if led and c.peek().number in YEARS else None
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
