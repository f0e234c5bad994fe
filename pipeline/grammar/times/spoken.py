"""Clocks in words.

spoken  := HALF PAST hour | HALF hour | minutes (PAST | LESS | TO) hour     half past nine, halb zehn, quarter to 10
         | ["drei"] QUARTER hour                                           drei viertel zehn
         | NUMBER minutes                                                  nueve y media
minutes := HALF | QUARTER | AND (HALF | QUARTER | NUMBER) | LESS (QUARTER | NUMBER)
"""

from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.phrases import NOWHERE, Face, Form
from pipeline.grammar.times.tokens import MIDNIGHT, Kind, Token

_HOUR = 60
_NOON = 12
_LAST_HOUR = 24
_THREE = 3
_BEFORE_THE_HOUR = (20, 25)


def spoken(c: Cursor) -> Face | None:
    """A clock said in words; ``None`` where there is none."""
    start = c.index
    c.skip(Kind.FILLER)
    first = c.index
    found = _counted(c)
    if found is None:
        c.index = first
        found = _quarters(c) or _worded(c)
    if found is None:
        c.index = start
    return found


def _counted(c: Cursor) -> Face | None:
    """``half past nine``, ``quarter to 10``, ``halb zehn``, ``fünf nach neun``: minutes first."""
    lead = c.take(Kind.HALF, Kind.QUARTER, Kind.NUMBER)
    if lead is None:
        return None
    past = _HOUR // 2 if lead.kind is Kind.HALF else lead.number
    c.take(Kind.MINUTE)
    sign = _sign(c, lead)
    hour = c.take(Kind.NUMBER) if sign is not None else None
    if hour is None or sign is None or past >= _HOUR or not 1 <= hour.number <= _LAST_HOUR or c.at(Kind.COLON):
        return None
    c.take(Kind.HOUR)
    return Face(*divmod(hour.number * _HOUR + sign * past, _HOUR), Form.WORDS, NOWHERE)


def _quarters(c: Cursor) -> Face | None:
    """``viertel zehn``, ``drei viertel zehn``: in German, so much of the hour that ends at ten."""
    start = c.index
    three = c.follow(Kind.NUMBER, Kind.QUARTER) and c.peek().number == _THREE and c.take(Kind.NUMBER)
    quarter = c.take(Kind.QUARTER) if c.language == "de" else None
    hour = c.take(Kind.NUMBER) if quarter else None
    if quarter is None or hour is None or not 1 <= hour.number <= _LAST_HOUR or c.at(Kind.COLON):
        c.index = start
        return None
    c.take(Kind.HOUR)
    past = quarter.number * (_THREE if three else 1)
    return Face(*divmod((hour.number - 1) * _HOUR + past, _HOUR), Form.WORDS, NOWHERE)


def _worded(c: Cursor) -> Face | None:
    """``nueve y media``: the hour first, and without a unit, so that it must be a word itself."""
    hour = c.take(Kind.NUMBER)
    if hour is None or hour.text.isdecimal() or not 1 <= hour.number <= _NOON or c.east_asian:
        return None
    past = minutes(c)
    return None if past is None else Face(*divmod(hour.number * _HOUR + past, _HOUR), Form.WORDS, NOWHERE)


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
    """Minutes in words; negative behind *moins* and *menos*: 半, 一刻, *et demie*, *y cuarto*, *moins le quart*, *menos diez*."""
    start = c.index
    if c.take(Kind.HALF):
        return _HOUR // 2
    # German counts a quarter to the next hour: "drei viertel" is none after three.
    if c.language != "de" and (quarter := c.take(Kind.QUARTER)):
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
