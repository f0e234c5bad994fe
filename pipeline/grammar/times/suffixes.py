"""What stands behind a clock and belongs to it.

suffix := PART | "(" PART ")" | HOUR | NOON | MIDNIGHT | "c.t." | NEXT_DAY | "+1" | ABOUT | offset
"""

from pipeline.grammar.times import offsets
from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.phrases import Face, Form, Offset
from pipeline.grammar.times.tokens import AM, MIDNIGHT, NOONTIME, PM, Kind, Part, Token

#: Units that go with a 24-hour clock; 点, 時, 시 and o'clock are said of twelve hours as well.
EXACT_UNITS = frozenset({"h", "hr", "hrs", "hs", "uhr", "heures", "heure", "horas", "hora"})
#: Those that are written with a dot as well.
SHORT_UNITS = frozenset({"h", "hr", "hrs", "hs"})
_LETTERS = {"a": AM, "p": PM}


def suffixes(c: Cursor, found: Face) -> Face:
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
        exact = found.exact or token.text.lower() in EXACT_UNITS
        take_dot(c, after=token.text.lower() in SHORT_UNITS)
        return found._replace(exact=exact, form=Form.UNIT)
    if c.take(Kind.CUM_TEMPORE) or (c.follow(Kind.OPEN, Kind.CUM_TEMPORE, Kind.CLOSE) and _pass(c, 3)):
        return found._replace(cum_tempore=True)
    if (token.kind is Kind.ABOUT and not _numbered(c)) and c.take(Kind.ABOUT):
        return found._replace(about=True)
    if found.firm and _next_day(c):
        return found._replace(next_day=True)
    offset = _offset(c, found) if found.firm or found.exact else None
    return found._replace(offset=offset) if offset else None


def _pass(c: Cursor, tokens: int) -> bool:
    c.index += tokens
    return True


def _numbered(c: Cursor) -> bool:
    return c.peek(1).kind is Kind.NUMBER


def _part_after(c: Cursor, found: Face) -> Part | None:
    """``9 am``, ``9:10a``, ``11 Uhr vormittags``, ``12 noon``. In German a spaced *am* is a preposition."""
    if found.part is not None:
        return None
    token = c.peek()
    if found.form is Form.COLON and token.glued and token.text.lower() in _LETTERS and not c.peek(1).glued:
        c.index += 1
        return _LETTERS[token.text.lower()]
    if token.kind is Kind.FILLER and token.glued and token.text.lower() == "am":
        c.index += 1
        return AM
    if token.kind in (Kind.NOON, Kind.MIDNIGHT) and found.form is not Form.WORDS:
        c.index += 1
        return NOONTIME if token.kind is Kind.NOON else MIDNIGHT
    start = c.index
    c.take(Kind.OPEN)
    hour = c.tokens[start - 1]
    word = c.take(Kind.PART)
    opened = c.tokens[start].kind is Kind.OPEN
    if (
        word is None
        or not isinstance(word.value, Part)
        or _opens_another(c, word)
        or _prose(hour, word)
        or (opened and not c.take(Kind.CLOSE))
    ):
        c.index = start
        return None
    # a.m and p.m without the last dot, or with one more: "2:00 am."
    take_dot(c, after=word.value in (AM, PM))
    return word.value


def take_dot(c: Cursor, *, after: bool) -> None:
    """Passes over the dot of an abbreviation, if one is ``after`` which it may stand; not one between numbers."""
    if after and c.peek().kind is Kind.DOT and c.peek().glued and c.peek(1).kind is not Kind.NUMBER:
        c.take(Kind.DOT)


def _prose(hour: Token, word: Token) -> bool:
    """Whether a number word stands before its noun: *une soirée*; it takes *du soir* to make it an hour."""
    return (
        hour.kind is Kind.NUMBER
        and hour.text.isalpha()
        and hour.text.isascii()
        and " " not in word.text
        and word.value not in (AM, PM)
    )


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
    last = c.tokens[max(0, c.index - 8) : c.index]
    kinds = [token.kind for token in last]
    if kinds[-2:] == [Kind.DOT, Kind.NUMBER]:  # fractions of a second
        kinds = kinds[:-2]
    return Kind.TEE in kinds or kinds[-5:] == [Kind.NUMBER, Kind.COLON, Kind.NUMBER, Kind.COLON, Kind.NUMBER]
