"""offset := ZONE [sign hours [":" minutes]] | sign hhmm | sign hh ":" mm — what a clock's zone looks like."""

from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.phrases import Offset
from pipeline.grammar.times.tokens import Kind

_FURTHEST = 14 * 60
_WESTERNMOST = -12
_HALF = 30
_WESTERN_HALVES = (-2, -3, -4, -9)
_HHMM = len("0800")
_HH = len("08")


def zone(c: Cursor) -> Offset | None:
    """A zone by its name, alone or with hours: ``CEST``, ``(GMT+2)``, ``UTC+08:00``, ``北京时间``."""
    start = c.index
    c.take(Kind.OPEN)
    named = c.take(Kind.ZONE)
    if named is None or not isinstance(named.value, int | str) or (named.text == "Z" and not named.glued):
        c.index = start
        return None
    value = named.value
    if value == 0 and c.at(Kind.PLUS, Kind.DASH) and c.peek(1).kind is Kind.NUMBER:
        hours = _signed(c)
        value = "" if hours is None else hours
    extent = c.extent(start)
    _close(c, start)
    return Offset(value, extent)


def numeric(c: Cursor, *, minus: bool) -> Offset | None:
    """Digits alone: ``+0800``, ``+08:00``, ``+08``; with a minus only where that is no range, which ``minus`` says."""
    start = c.index
    c.take(Kind.OPEN)
    sign, digits = c.peek(), c.peek(1)
    colon = c.peek(2).kind is Kind.COLON and c.peek(3).kind is Kind.NUMBER
    long = len(digits.text) == _HHMM or (len(digits.text) == _HH and (colon or sign.kind is Kind.PLUS))
    spaced = not sign.glued and digits.glued and len(digits.text) == _HHMM
    if (
        digits.kind is Kind.NUMBER
        and digits.glued
        and long
        and (sign.kind is Kind.PLUS or (sign.kind is Kind.DASH and (minus or spaced)))
    ):
        minutes = _signed(c)
        if minutes is not None:
            extent = c.extent(start)
            _close(c, start)
            return Offset(minutes, extent, bare=True)
    c.index = start
    return None


def _signed(c: Cursor) -> int | None:
    """Sign NUMBER [":" NUMBER], in minutes; nothing is taken where that is no offset on Earth."""
    start = c.index
    sign = -1 if c.at(Kind.DASH) else 1
    c.take(Kind.PLUS, Kind.DASH)
    number = c.take(Kind.NUMBER)
    if number is None:
        c.index = start
        return None
    hours, minutes = divmod(number.number, 100) if len(number.text) == _HHMM else (number.number, 0)
    if len(number.text) <= _HH and c.glued(Kind.COLON, Kind.NUMBER):
        c.take(Kind.COLON)
        token = c.take(Kind.NUMBER)
        minutes = token.number if token else 0
    total = hours * 60 + minutes
    # What goes on with seconds is a clock: 10:00:00-10:45:30.
    if not _is_kept(sign * hours, minutes) or c.glued(Kind.COLON, Kind.NUMBER):
        c.index = start
        return None
    return sign * total


def _is_kept(hours: int, minutes: int) -> bool:
    """Whether some place on Earth keeps, or kept of late, an offset of so much; west of Greenwich halves of hours are rare."""
    if hours < 0:
        return hours >= _WESTERNMOST and (minutes == 0 or (minutes == _HALF and hours in _WESTERN_HALVES))
    return hours * 60 + minutes <= _FURTHEST and minutes in (0, 15, 30, 45)


def _close(c: Cursor, start: int) -> None:
    """The closing bracket of a zone that began with an opening one."""
    if c.tokens[start].kind is Kind.OPEN:
        c.take(Kind.CLOSE)
