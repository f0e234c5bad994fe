"""One clock as written.

    face    := [NEXT_DAY] [ABOUT] [PART [":"]] [ABOUT] dial suffix*
    dial    := spoken | NOON | MIDNIGHT | digits
    digits  := hour ":" mm [":" ss] | hour "." mm | hour HOUR [minutes] | hhmm | hour
    minutes := HALF | QUARTER | mm [MINUTE] | AND HALF | LESS QUARTER
    spoken  := HALF PAST hour | HALF hour | minutes (PAST | LESS | TO) hour        -- half past nine, halb zehn, quarter to 10
    suffix  := PART | HOUR | NOON | MIDNIGHT | "c.t." | NEXT_DAY | "+1" | ABOUT | offset
"""

from pipeline.normalize.times import offsets
from pipeline.normalize.times.cursor import Cursor
from pipeline.normalize.times.phrases import Face, Form, Offset
from pipeline.normalize.times.tokens import AM, MIDNIGHT, NOONTIME, PM, Kind, Part, Token
from pipeline.normalize.times.values import Extent

_LAST_HOUR = 30  # of the 30-hour clock, in which 25:30 is half past one of the next day
_MINUTES = 60
_TWO = 2
_NOON = 12
_BEFORE_THE_HOUR = (20, 25)
#: Units that go with a 24-hour clock; 点, 時, 시 and o'clock are said of twelve hours as well.
_EXACT_UNITS = frozenset({"h", "hr", "hrs", "hs", "uhr", "heures", "heure", "horas", "hora"})
_NOWHERE = Extent(0, 0)


def face(c: Cursor) -> Face | None:
    """One clock with all that is attached to it; ``None`` where there is none. A broken one (``99:99``) is one, marked so."""
    start = c.index
    next_day = c.take(Kind.NEXT_DAY) is not None
    about = _about(c)
    part = _part_before(c)
    about = _about(c) or about
    found = _spoken(c) or _word(c) or _digits(c)
    if found is None or (found.form is Form.BARE and _is_name(c, start)):
        c.index = start
        return None
    found = found._replace(part=part or found.part, about=about, next_day=next_day)
    found = _suffixes(c, found)
    return found._replace(extent=c.extent(start))


def _about(c: Cursor) -> bool:
    """``ca.``, ``约``."""
    found = c.take(Kind.ABOUT) is not None
    if found:
        c.take(Kind.DOT)
    return found


def _part_before(c: Cursor) -> Part | None:
    """下午 2 点, 上午：9:50, AM 9:00."""
    token = c.take(Kind.PART)
    if token is None:
        return None
    if c.at(Kind.COLON) and c.peek(1).kind is Kind.NUMBER and (c.peek(2).kind is Kind.COLON or len(c.peek(1).text) < _TWO):
        c.take(Kind.COLON)
    return token.value if isinstance(token.value, Part) else None


def _is_name(c: Cursor, start: int) -> bool:
    """Whether the bare number before the cursor is a name: ``Room 3``, ``3D``, ``A-10``, ``№ 5``, ``第3``."""
    before = c.tokens[start - 1] if start and start != c.done else None
    following = c.peek()
    if before is not None and before.kind is Kind.NAMED and not (c.glued(Kind.DASH, Kind.NUMBER)):
        return True
    if before is not None and before.kind is Kind.WORD and c.tokens[start].glued:
        return True
    if before is not None and before.kind is Kind.DASH and before.glued and c.tokens[start].glued and start > 1:
        return c.tokens[start - 2].kind is Kind.WORD
    return following.kind is Kind.WORD and following.glued


def _word(c: Cursor) -> Face | None:
    start = c.index
    c.skip(Kind.FILLER)
    if c.take(Kind.NOON):
        return Face(_NOON, 0, Form.WORDS, _NOWHERE, exact=True)
    if c.take(Kind.MIDNIGHT):
        return Face(_NOON, 0, Form.WORDS, _NOWHERE, part=MIDNIGHT)
    c.index = start
    return None


def _digits(c: Cursor) -> Face | None:
    start = c.index
    c.skip(Kind.FILLER)
    token = c.take(Kind.NUMBER)
    if token is not None:
        return _after_hour(c, token)
    if c.at(Kind.COLON) and c.peek(1).kind is Kind.NUMBER and c.peek(1).glued and _opens_clock(c, start):
        c.take(Kind.COLON)
        minutes = c.take(Kind.NUMBER)
        if minutes is not None and len(minutes.text) == _TWO and not c.at(Kind.COLON):
            return Face(0, minutes.number, Form.COLON, _NOWHERE, broken=True)
    c.index = start
    return None


def _opens_clock(c: Cursor, start: int) -> bool:
    """Whether a colon here must belong to a clock whose hour is missing: ``上午：00-11:00``."""
    before = c.tokens[start - 1] if start else None
    return before is None or before.kind in (Kind.PART, Kind.DASH, Kind.TILDE) or c.tokens[c.index - 1].kind is Kind.PART


def _after_hour(c: Cursor, token: Token) -> Face | None:
    """What follows the hour decides what it is."""
    if c.glued(Kind.COLON, Kind.NUMBER):
        return _colon(c, token)
    if token.text.isascii() and token.text.isdecimal() and len(token.text) > _TWO:
        return _compact(c, token)
    if c.at(Kind.HOUR):
        return _unit(c, token)
    if c.glued(Kind.DOT, Kind.NUMBER) and len(c.peek(1).text) == _TWO and len(token.text) <= _TWO:
        return _dotted(c, token)
    if token.number > _LAST_HOUR:
        return None
    return Face(token.number, 0, Form.BARE, _NOWHERE, padded=_padded(token), exact=token.number > _NOON)


def _compact(c: Cursor, token: Token) -> Face | None:
    """``0930``, ``930am``; behind an ISO ``T`` also ``093000``."""
    tee = c.index > 1 and c.tokens[c.index - 2].kind is Kind.TEE
    number = token.number // 100 if tee and len(token.text) == _TWO * 3 else token.number
    hour, minute = divmod(number, 100)
    if len(token.text) == _TWO * 2 or number is not token.number:
        return Face(hour, minute, Form.COMPACT, _NOWHERE, padded=True, exact=tee, broken=not _valid(hour, minute))
    if len(token.text) == _TWO + 1 and c.at(Kind.PART) and c.peek().glued:
        return Face(hour, minute, Form.COLON, _NOWHERE, broken=not _valid(hour, minute))
    return None


def _padded(token: Token) -> bool:
    return token.text.startswith("0") and len(token.text) == _TWO


def _valid(hour: int, minute: int) -> bool:
    return minute < _MINUTES and hour <= _LAST_HOUR and (hour, minute) <= (_LAST_HOUR, 0)


def _colon(c: Cursor, token: Token) -> Face | None:
    minutes = c.peek(1)
    if len(minutes.text) != _TWO or len(token.text) > _TWO:
        return None
    tee = c.index > 1 and c.tokens[c.index - 2].kind is Kind.TEE
    c.index += 2
    seconds = _seconds(c)
    hour = token.number
    return Face(
        hour,
        minutes.number,
        Form.COLON,
        _NOWHERE,
        padded=_padded(token),
        exact=tee or seconds or hour > _NOON or hour == 0,
        broken=not _valid(hour, minutes.number),
    )


def _seconds(c: Cursor) -> bool:
    """``:00`` and ``.000`` behind the minutes."""
    if not (c.glued(Kind.COLON, Kind.NUMBER) and len(c.peek(1).text) == _TWO):
        return False
    c.index += 2
    if c.glued(Kind.DOT, Kind.NUMBER):
        c.index += 2
    return True


def _dotted(c: Cursor, token: Token) -> Face | None:
    """``9.50``; not ``0.49``, ``1.2.3`` nor ``9.75``."""
    minutes = c.peek(1)
    after = c.peek(2), c.peek(3)
    version = after[0].kind is Kind.DOT and after[0].glued and after[1].kind is Kind.NUMBER and after[1].glued
    if version or minutes.number >= _MINUTES or token.number > _LAST_HOUR or token.text == "0":
        return None
    c.index += 2
    hour = token.number
    return Face(hour, minutes.number, Form.DOTTED, _NOWHERE, padded=_padded(token), exact=hour > _NOON or hour == 0)


def _unit(c: Cursor, token: Token) -> Face | None:
    """``9h30``, ``9 Uhr 30``, ``九点半``, ``9時30分``, ``las 9 horas``."""
    unit = c.take(Kind.HOUR)
    if unit is None or token.number > _LAST_HOUR:
        return None
    hour, minute = token.number, 0
    found = _minutes_after(c, unit)
    if found is not None:
        hour, minute = divmod(hour * _MINUTES + found, _MINUTES)
    exact = unit.text.lower() in _EXACT_UNITS or hour > _NOON or hour == 0
    return Face(hour, minute, Form.UNIT, _NOWHERE, exact=exact, padded=_padded(token), broken=not _valid(hour, minute) or (found or 0) >= _MINUTES)


def _minutes_after(c: Cursor, unit: Token) -> int | None:
    """The minutes behind a unit of hours; negative behind *moins* and *menos*."""
    token = c.peek()
    if token.kind is Kind.NUMBER and c.peek(1).kind is Kind.MINUTE:
        c.index += 2
        return token.number
    if token.kind is Kind.NUMBER and len(token.text) == _TWO and (token.glued or unit.text.lower() not in ("点", "點")) and c.peek(1).kind not in (
        Kind.MONTH,
        Kind.COLON,
        Kind.MONTH_UNIT,
        Kind.HOUR,
        Kind.DOT,
    ):
        c.index += 1
        return token.number
    return _spoken_minutes(c)


def _spoken_minutes(c: Cursor) -> int | None:
    """半, 一刻, *et demie*, *y cuarto*, *moins le quart*, *menos diez*."""
    start = c.index
    if c.take(Kind.HALF):
        return _MINUTES // 2
    if quarter := c.take(Kind.QUARTER):
        return quarter.number
    less = c.take(Kind.LESS)
    if less or c.take(Kind.AND):
        c.skip(Kind.FILLER)
        if c.take(Kind.HALF):
            return _MINUTES // 2
        token = c.take(Kind.QUARTER) or (c.take(Kind.NUMBER) if less or not c.peek().text.isdecimal() else None)
        if token is not None and token.number < _MINUTES:
            return -token.number if less else token.number
    c.index = start
    return None


def _spoken(c: Cursor) -> Face | None:
    """``half past nine``, ``quarter to 10``, ``halb zehn``, ``fünf nach neun``, ``nueve y media``."""
    start = c.index
    c.skip(Kind.FILLER)
    lead = c.take(Kind.HALF, Kind.QUARTER, Kind.NUMBER)
    if lead is None:
        c.index = start
        return None
    minutes = _MINUTES // 2 if lead.kind is Kind.HALF else lead.number
    worded = not lead.text[:1].isdecimal()
    c.take(Kind.MINUTE)
    sign = _sign(c, lead)
    hour = c.take(Kind.NUMBER) if sign is not None else None
    if hour is not None and sign is not None and hour.number <= _LAST_HOUR and minutes < _MINUTES and not c.at(Kind.COLON):
        c.take(Kind.HOUR)
        return Face(*divmod(hour.number * _MINUTES + sign * minutes, _MINUTES), Form.WORDS, _NOWHERE)
    c.index = start + 1 if c.tokens[start] is lead else start
    if lead.kind is Kind.NUMBER and worded and lead.number <= _NOON and not c.east_asian:
        c.index = c.tokens.index(lead, start) + 1
        after = _spoken_minutes(c)
        if after is not None and lead.text.isalpha():
            return Face(*divmod(lead.number * _MINUTES + after, _MINUTES), Form.WORDS, _NOWHERE)
    c.index = start
    return None


def _sign(c: Cursor, lead: Token) -> int | None:
    """Whether the leading minutes are counted past the hour (1) or before it (-1); ``None`` where they are no minutes.

    German *halb zehn* needs no word for it; *to* counts only behind a quarter or *twenty*, since *10 to 11* is a range.
    """
    if c.take(Kind.PAST):
        return 1
    countable = lead.kind is Kind.QUARTER or (lead.number in _BEFORE_THE_HOUR and not lead.text.isdecimal())
    if c.take(Kind.LESS) or (countable and c.take(Kind.TO)):
        return -1
    return -1 if lead.kind is Kind.HALF and c.language == "de" else None


def _suffixes(c: Cursor, found: Face) -> Face:
    """Takes all that belongs to the clock before the cursor, in any order."""
    while True:
        taken = _suffix(c, found)
        if taken is None:
            return found
        found = taken


def _suffix(c: Cursor, found: Face) -> Face | None:
    token = c.peek()
    part = _part_after(c, found)
    if part is not None:
        return found._replace(part=part)
    if token.kind is Kind.HOUR and found.form is not Form.UNIT and c.take(Kind.HOUR):
        exact = found.exact or token.text.lower() in _EXACT_UNITS
        return found._replace(exact=exact, form=Form.UNIT)
    if c.take(Kind.CUM_TEMPORE):
        return found._replace(cum_tempore=True)
    if (token.kind is Kind.ABOUT and not _numbered(c)) and c.take(Kind.ABOUT):
        return found._replace(about=True)
    if found.firm and _next_day(c):
        return found._replace(next_day=True)
    offset = _offset(c, found) if found.firm or found.exact else None
    return found._replace(offset=offset) if offset else None


def _numbered(c: Cursor) -> bool:
    return c.peek(1).kind is Kind.NUMBER


def _part_after(c: Cursor, found: Face) -> Part | None:
    """``9 am``, ``11 Uhr vormittags``, ``12 noon``. In German a spaced *am* is a preposition."""
    if found.part is not None:
        return None
    token = c.peek()
    if token.kind is Kind.FILLER and token.glued and token.text.lower() == "am":
        c.index += 1
        return AM
    if token.kind in (Kind.NOON, Kind.MIDNIGHT) and found.form is not Form.WORDS:
        c.index += 1
        return NOONTIME if token.kind is Kind.NOON else MIDNIGHT
    start = c.index
    c.take(Kind.OPEN)
    word = c.take(Kind.PART)
    between = c.peek()
    opened = c.tokens[start].kind is Kind.OPEN
    if word is None or not isinstance(word.value, Part) or _opens_another(c, word) or (opened and not c.take(Kind.CLOSE)):
        c.index = start
        return None
    # a.m and p.m without the last dot, or with one more: "2:00 am."
    if between.kind is Kind.DOT and between.glued and word.value in (AM, PM) and c.peek(1).kind is not Kind.NUMBER:
        c.take(Kind.DOT)
    return word.value


def _opens_another(c: Cursor, word: Token) -> bool:
    """Whether the part of the day is rather that of a clock which follows: ``14:00 下午 3:00``."""
    return not word.text.isascii() and c.east_asian and c.at(Kind.NUMBER, Kind.ABOUT)


def _next_day(c: Cursor) -> bool:
    """``+1``, ``(+1)``, ``(次日)``, ``+1 day``."""
    start = c.index
    opened = c.take(Kind.OPEN)
    if c.take(Kind.NEXT_DAY) is None:
        one = c.peek(1)
        if not (c.take(Kind.PLUS) and one.kind is Kind.NUMBER and one.text == "1" and c.take(Kind.NUMBER)) or c.at(Kind.COLON):
            c.index = start
            return False
    elif not opened and c.at(Kind.NUMBER, Kind.PART, Kind.ABOUT):
        c.index = start
        return False
    if opened:
        c.take(Kind.CLOSE)
    return True


def _offset(c: Cursor, found: Face) -> Offset | None:
    if found.offset is None:
        return offsets.zone(c) or offsets.numeric(c, minus=found.exact and _after_seconds(c))
    start = c.index
    again = offsets.zone(c)
    if again is not None and again.value == found.offset.value:
        return found.offset
    c.index = start
    return None


def _after_seconds(c: Cursor) -> bool:
    """Whether seconds or an ISO ``T`` stand before: then a minus is an offset's, not a range's."""
    last = c.tokens[max(0, c.index - 6) : c.index]
    kinds = [token.kind for token in last]
    return Kind.TEE in kinds or kinds[-5:] == [Kind.NUMBER, Kind.COLON, Kind.NUMBER, Kind.COLON, Kind.NUMBER]
