"""Clocks in words.

    spoken  := HALF PAST hour | HALF hour | minutes (PAST | LESS | TO) hour     half past nine, halb zehn, quarter to 10
             | NUMBER minutes                                                  nueve y media
    minutes := HALF | QUARTER | AND (HALF | QUARTER | NUMBER) | LESS (QUARTER | NUMBER)
"""

from pipeline.normalize.times.cursor import Cursor
from pipeline.normalize.times.phrases import NOWHERE, Face, Form
from pipeline.normalize.times.tokens import MIDNIGHT, Kind, Token

_HOUR = 60
_NOON = 12
_LAST_HOUR = 24
_BEFORE_THE_HOUR = (20, 25)


def spoken(c: Cursor) -> Face | None:
    """``half past nine``, ``quarter to 10``, ``halb zehn``, ``fünf nach neun``, ``nueve y media``."""
    start = c.index
    c.skip(Kind.FILLER)
    lead = c.take(Kind.HALF, Kind.QUARTER, Kind.NUMBER)
    if lead is None:
        c.index = start
        return None
    minutes = _HOUR // 2 if lead.kind is Kind.HALF else lead.number
    worded = not lead.text[:1].isdecimal()
    c.take(Kind.MINUTE)
    sign = _sign(c, lead)
    hour = c.take(Kind.NUMBER) if sign is not None else None
    if hour is not None and sign is not None and hour.number <= _LAST_HOUR and minutes < _HOUR and not c.at(Kind.COLON):
        c.take(Kind.HOUR)
        return Face(*divmod(hour.number * _HOUR + sign * minutes, _HOUR), Form.WORDS, NOWHERE)
    c.index = start + 1 if c.tokens[start] is lead else start
    if lead.kind is Kind.NUMBER and worded and lead.number <= _NOON and not c.east_asian:
        c.index = c.tokens.index(lead, start) + 1
        after = minutes(c)
        if after is not None and lead.text.isalpha():
            return Face(*divmod(lead.number * _HOUR + after, _HOUR), Form.WORDS, NOWHERE)
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


def word(c: Cursor) -> Face | None:
    """Noon and midnight."""
    start = c.index
    c.skip(Kind.FILLER)
    if c.take(Kind.NOON):
        return Face(_NOON, 0, Form.WORDS, NOWHERE, exact=True)
    if c.take(Kind.MIDNIGHT):
        return Face(_NOON, 0, Form.WORDS, NOWHERE, part=MIDNIGHT)
    c.index = start
    return None


def minutes(c: Cursor) -> int | None:
    """半, 一刻, *et demie*, *y cuarto*, *moins le quart*, *menos diez*."""
    start = c.index
    if c.take(Kind.HALF):
        return _HOUR // 2
    if quarter := c.take(Kind.QUARTER):
        return quarter.number
    less = c.take(Kind.LESS)
    if less or c.take(Kind.AND):
        c.skip(Kind.FILLER)
        if c.take(Kind.HALF):
            return _HOUR // 2
        token = c.take(Kind.QUARTER) or (c.take(Kind.NUMBER) if less or not c.peek().text.isdecimal() else None)
        if token is not None and token.number < _HOUR:
            return -token.number if less else token.number
    c.index = start
    return None
