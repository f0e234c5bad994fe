"""length := ISO | NUMBER HOURS [NUMBER MINUTE] | NUMBER ["." NUMBER] HOURS | NUMBER MINUTE | NUMBER "h" [NUMBER] | DURATION number."""

from pipeline.grammar.times import spoken
from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.phrases import Length
from pipeline.grammar.times.tokens import Kind, Token

_MINUTES = 60
#: Units of hours that lengths have as well as clocks; 点, 時 and Uhr are a clock's only.
UNITS = frozenset({"h", "hr", "hrs", "hs", "heure", "heures", "hora", "horas"})
_BEHIND_MINUTES = frozenset({Kind.END, Kind.CLOSE, Kind.COMMA, Kind.DOT})
_LONGEST = 7 * 24 * _MINUTES


def length(c: Cursor) -> Length | None:
    """A duration, labelled or with its unit; ``None`` where there is none."""
    start = c.index
    minutes = _iso(c) or _labelled(c) or _with_units(c)
    if not minutes or minutes > _LONGEST:
        c.index = start
        return None
    return Length(minutes, c.extent(start))


def _iso(c: Cursor) -> int | None:
    token = c.take(Kind.ISO_DURATION)
    return token.number if token else None


def _labelled(c: Cursor) -> int | None:
    """``duration: 30``, ``<duration>0:05</duration>``, ``时长：1小时``."""
    if not c.take(Kind.DURATION):
        return None
    c.skip(Kind.COLON, Kind.QUOTE, Kind.ABOUT, Kind.FILLER)
    units = _with_units(c)
    if units is not None:
        return units
    number = c.take(Kind.NUMBER)
    if number is None:
        return None
    minutes = number.number
    if c.glued(Kind.COLON, Kind.NUMBER):
        c.take(Kind.COLON)
        minutes = minutes * _MINUTES + c.peek().number
        c.index += 1
    return minutes


def _with_units(c: Cursor) -> int | None:
    start = c.index
    c.skip(Kind.ABOUT)
    first = c.take(Kind.NUMBER)
    if first is None or _ends_a_range(c, start):
        c.index = start
        return None
    total = _minutes(c, first) or _hours(c, first)
    if total is None:
        c.index = start
    return total


def _ends_a_range(c: Cursor, start: int) -> bool:
    """Whether it is the longer of two: ``15–20 min`` is no one length."""
    joins = (Kind.DASH, Kind.TILDE, Kind.TO, Kind.AND)
    return start > 1 and c.tokens[start - 1].kind in joins and c.tokens[start - 2].kind is Kind.NUMBER


def _minutes(c: Cursor, first: Token) -> int | None:
    """``20 min``, ``15+5 min``, ``20'``."""
    start = c.index
    total = first.number
    while c.take(Kind.PLUS):
        following = c.take(Kind.NUMBER)
        total += following.number if following else 0
    if c.take(Kind.MINUTE) or (c.glued(Kind.QUOTE) and c.take(Kind.QUOTE)):
        return total
    c.index = start
    return None


def _hours(c: Cursor, first: Token) -> int | None:
    """``1 hour 30 minutes``, ``1.5 hours``, ``1h30``, ``1 h 30``, ``deux heures et demie``, ``1个半小时``, ``2時間半``."""
    tenths = 0
    if c.at(Kind.DOT, Kind.COMMA) and c.glued(c.peek().kind, Kind.NUMBER) and len(c.peek(1).text) == 1:
        tenths = c.peek(1).number
        c.index += 2
    half = c.take(Kind.HALF)
    unit = c.take(Kind.HOURS) or (c.take(Kind.HOUR) if c.peek().text.lower() in UNITS else None)
    if unit is None:
        return None
    more = _MINUTES // 2 if half else max(spoken.minutes(c) or 0, 0)
    total = first.number * _MINUTES + tenths * _MINUTES // 10 + more
    minutes = c.peek()
    close = minutes.glued or (unit.text.lower() == "h" and len(minutes.text) == len("30") and c.peek(1).kind in _BEHIND_MINUTES)
    if minutes.kind is Kind.NUMBER and (c.peek(1).kind is Kind.MINUTE or close) and minutes.number < _MINUTES:
        c.index += 2 if c.peek(1).kind is Kind.MINUTE else 1
        total += minutes.number
    return total
