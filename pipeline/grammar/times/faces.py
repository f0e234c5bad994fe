"""One clock as written.

face    := [NEXT_DAY] [ABOUT] [PART [":"]] [ABOUT] dial suffix*
dial    := spoken | NOON | MIDNIGHT | digits
digits  := hour ":" mm [":" ss] | hour "." mm | hour HOUR [minutes] | hhmm | hour
minutes := HALF | QUARTER | mm [MINUTE] | AND HALF | LESS QUARTER
spoken  := HALF PAST hour | HALF hour | minutes (PAST | LESS | TO) hour        -- half past nine, halb zehn, quarter to 10
suffix  := PART | HOUR | NOON | MIDNIGHT | "c.t." | NEXT_DAY | "+1" | ABOUT | offset
"""

from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.numerals import CHARACTERS
from pipeline.grammar.times.phrases import NOWHERE, Face, Form
from pipeline.grammar.times.spoken import minutes, spoken, word
from pipeline.grammar.times.suffixes import EXACT_UNITS, SHORT_UNITS, suffixes, take_dot
from pipeline.grammar.times.tokens import Kind, Part, Token

_LAST_HOUR = 30  # of the 30-hour clock, in which 25:30 is half past one of the next day
_DAY = 24
_MINUTES = 60
_TWO = 2
_NOON = 12


def face(c: Cursor) -> Face | None:
    """One clock with all that is attached to it; ``None`` where there is none. A broken one (``99:99``) is one, marked so."""
    start = c.index
    next_day = c.take(Kind.NEXT_DAY) is not None
    about = _about(c)
    part = _part_before(c)
    about = _about(c) or about
    found = spoken(c) or word(c) or _digits(c)
    if found is None or (found.form is Form.BARE and _is_name(c, start)):
        c.index = start
        return None
    found = found._replace(part=part or found.part, about=about, next_day=next_day)
    found = suffixes(c, found)
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
            return Face(0, minutes.number, Form.COLON, NOWHERE, broken=True)
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
    return Face(token.number, 0, Form.BARE, NOWHERE, padded=_padded(token), exact=token.number > _NOON)


def _compact(c: Cursor, token: Token) -> Face | None:
    """``0930``, ``930am``; behind an ISO ``T`` also ``093000``."""
    tee = c.index > 1 and c.tokens[c.index - 2].kind is Kind.TEE
    number = token.number // 100 if tee and len(token.text) == _TWO * 3 else token.number
    hour, minute = divmod(number, 100)
    broken = not _valid(hour, minute)
    if len(token.text) <= _TWO * 2 and c.at(Kind.PART) and c.peek().glued:
        return Face(hour, minute, Form.COLON, NOWHERE, broken=broken)
    if len(token.text) == _TWO * 2 or number != token.number:
        return Face(hour, minute, Form.COMPACT, NOWHERE, padded=True, exact=tee, broken=broken)
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
        NOWHERE,
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
    """``9.50``; not ``0.49``, ``1.2.3``, ``9.75`` nor ``30.03``: nobody writes the hours after midnight so."""
    minutes = c.peek(1)
    after = c.peek(2), c.peek(3)
    version = after[0].kind is Kind.DOT and after[0].glued and after[1].kind is Kind.NUMBER and after[1].glued
    if version or minutes.number >= _MINUTES or token.number > _DAY or token.text == "0":
        return None
    c.index += 2
    hour = token.number
    return Face(hour, minutes.number, Form.DOTTED, NOWHERE, padded=_padded(token), exact=hour > _NOON or hour == 0)


def _unit(c: Cursor, token: Token) -> Face | None:
    """``9h30``, ``9 Uhr 30``, ``九点半``, ``9時30分``, ``las 9 horas``."""
    unit = c.take(Kind.HOUR)
    if unit is None or token.number > _LAST_HOUR:
        return None
    hour, minute = token.number, 0
    found = _minutes_after(c, unit)
    if found is not None:
        hour, minute = divmod(hour * _MINUTES + found, _MINUTES)
    if found is None and token.text[0] in CHARACTERS and c.at(Kind.WORD) and c.peek().glued:
        return None  # 两点建议, 同一时期: a count of things
    take_dot(c, after=unit.text.lower() in SHORT_UNITS)
    exact = unit.text.lower() in EXACT_UNITS or hour > _NOON or hour == 0
    return Face(
        hour,
        minute,
        Form.UNIT,
        NOWHERE,
        exact=exact,
        padded=_padded(token),
        broken=not _valid(hour, minute) or hour < 0 or (found or 0) >= _MINUTES,
    )


def _minutes_after(c: Cursor, unit: Token) -> int | None:
    """The minutes behind a unit of hours; negative behind *moins* and *menos*."""
    token = c.peek()
    if token.kind is Kind.NUMBER and c.peek(1).kind is Kind.MINUTE:
        c.index += 2
        return token.number
    if (
        token.kind is Kind.NUMBER
        and len(token.text) == _TWO
        and (token.glued or unit.text.lower() not in ("点", "點"))
        and c.peek(1).kind
        not in (
            Kind.MONTH,
            Kind.COLON,
            Kind.MONTH_UNIT,
            Kind.HOUR,
            Kind.DOT,
        )
    ):
        c.index += 1
        return token.number
    return minutes(c)
