"""From when to when, as written.

    clocks := [lead] face [ONWARDS] [join face [UPTO]] | (UNTIL | dash) face | face UPTO
    join   := dash | TO | UNTIL | "|" | AND (behind BETWEEN)
    lead   := FROM | BETWEEN

A bare number is a clock only beside a clock that is none (``9 – 10:30``, ``11–1pm``), so that page and room numbers are not read.
"""

from pipeline.grammar.times import dates
from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.faces import face
from pipeline.grammar.times.lengths import UNITS
from pipeline.grammar.times.phrases import Clocks, Face, Form
from pipeline.grammar.times.tokens import Kind
from pipeline.grammar.times.values import Extent

_DASHES = (Kind.DASH, Kind.TILDE)
_JOINS = (*_DASHES, Kind.TO, Kind.UNTIL, Kind.PIPE)
#: Behind these an open end is meant, not a heading that follows a dash.
_ENDS = (Kind.END, Kind.LABEL, Kind.CLOSE, Kind.PIPE, Kind.TBA, Kind.COMMA)
_SMALL = 6
_YEARS = range(1900, 2100)


def clocks(c: Cursor) -> Clocks | None:
    """A range, an open one, or a single clock; ``None`` where there is none."""
    start = c.index
    found = _only_end(c) or _from_start(c)
    if found is None:
        c.index = start
    return found


def _only_end(c: Cursor) -> Clocks | None:
    """``– 17:30``, ``bis 17:30``, ``17:30まで``."""
    start = c.index
    lead = c.take(Kind.UNTIL) or (c.take(*_DASHES) if _dash_opens(c) else None)
    about = lead is not None and lead.text == "~" and not c.east_asian
    wave = c.take(Kind.TILDE) if lead is not None and lead.text == "-" else None
    end = face(c)
    if end is None or not end.firm or not (lead or c.take(Kind.UPTO)):
        c.index = start
        return None
    end = end._replace(about=end.about or wave is not None)
    if about or (lead is not None and c.at(*_JOINS) and _second(c) is not None):
        c.index = start
        return None
    c.take(Kind.UPTO)
    return Clocks(None, end, open=True, extent=c.extent(start))


def _dash_opens(c: Cursor) -> bool:
    """Whether a dash here can stand for an open start: first of all, or in brackets; a list's ``- `` only before a lone clock."""
    before = c.tokens[c.index - 1] if c.index else None
    if before is not None and before.kind not in (Kind.OPEN, Kind.PIPE, Kind.COLON, Kind.WEEKDAY, Kind.NUMBER):
        return False
    if before is not None and before.kind in (Kind.WEEKDAY, Kind.NUMBER):
        # "2024-08-23 -17:30": the dash clings to the clock and not to the date
        return not c.peek().glued and c.peek(1).glued
    return c.peek(1).glued or c.peek().text != "-" or c.plain


def _from_start(c: Cursor) -> Clocks | None:
    start = c.index
    lead = c.take(Kind.FROM, Kind.BETWEEN)
    about = c.take(Kind.TILDE) if not c.east_asian or c.peek().text == "~" else None
    first = face(c)
    if first is None:
        return None
    first = first._replace(about=first.about or about is not None)
    onwards = c.take(Kind.ONWARDS) is not None
    after_first = c.index
    second = _second(c, between=lead is not None and lead.kind is Kind.BETWEEN, onwards=onwards)
    if second is not None:
        return _pair(c, start, first, second)
    c.index = after_first
    return _single(c, start, first, open_end=onwards or (lead is not None and lead.kind is Kind.FROM))


def _second(c: Cursor, *, between: bool = False, onwards: bool = False) -> Face | None:
    """The clock behind a join; the cursor may be anywhere if there is none."""
    if between and c.take(Kind.AND):
        return face(c)
    if onwards:
        c.take(Kind.COMMA, *_DASHES)
    elif c.take(*_JOINS) is None:
        return None
    c.skip(Kind.UNTIL, Kind.TO)
    if dates.ahead(c):
        return None
    about = c.at(Kind.TILDE) and c.take(Kind.TILDE)
    found = face(c)
    if found is None or (c.tokens[c.index - 1].kind is Kind.PIPE and not found.firm):
        return None
    return found._replace(about=found.about or bool(about))


def _pair(c: Cursor, start: int, first: Face, second: Face) -> Clocks | None:
    c.take(Kind.UPTO)
    forms = {first.form, second.form}
    found = Clocks(
        first, second, open=False, extent=c.extent(start), vague=forms == {Form.BARE} and not (first.firm or second.firm)
    )
    number_of_a_word = first.form is Form.BARE and start > 0 and c.tokens[start - 1].kind is Kind.WORD and _goes_on(c)
    mixed = Form.COMPACT in forms and forms & {Form.COLON, Form.DOTTED, Form.BARE}
    if number_of_a_word or mixed:
        return None
    if first.firm or second.firm:
        return found
    accepted = (
        (forms == {Form.DOTTED} and not _named_before(c, start))
        or (forms == {Form.COMPACT} and not _years(first, second) and not (first.broken or second.broken))
        or (forms == {Form.BARE} and c.plain and not c.at(Kind.HOURS, Kind.MINUTE))
    )
    return found if accepted else None


def _years(first: Face, second: Face) -> bool:
    """``2022-2024``"""
    return all(each.hour * 100 + each.minute in _YEARS for each in (first, second))


def _goes_on(c: Cursor) -> bool:
    """Whether the second clock is itself the start of a range, and the bare number before it no clock: ``Tutorial 2 – 9:30-10:00``."""
    index = c.index
    found = c.take(*_DASHES, Kind.TO) is not None and face(c) is not None
    c.index = index
    return found


def _named_before(c: Cursor, start: int) -> bool:
    return start > 0 and c.tokens[start - 1].kind in (Kind.NAMED, Kind.NUMBER)


def _single(c: Cursor, start: int, only: Face, *, open_end: bool) -> Clocks | None:
    if not only.firm and not _stands_alone(c, start, only):
        return None
    if _is_length(c, start, only) and not open_end:
        return None
    extent = c.extent(start)
    open_end = open_end or _open_end(c)
    return Clocks(only, None, open=open_end, extent=Extent(extent.start, c.tokens[c.index - 1].end))


def _stands_alone(c: Cursor, start: int, only: Face) -> bool:
    """Whether a weak form is a clock by its surroundings: ``13.00`` alone or beside a day, ``0930`` behind a label."""
    before = c.tokens[start - 1] if start else None
    if only.form is Form.COMPACT:
        return not only.broken and before is not None and before.kind in (Kind.START, Kind.FINISH, Kind.TEE)
    if only.form is Form.BARE:
        return only.padded and before is not None and before.kind is Kind.TEE
    return not _named_before(c, start) and (
        c.plain or (before is not None and before.kind in (Kind.WEEKDAY, Kind.FROM, Kind.START))
    )


def _is_length(c: Cursor, start: int, only: Face) -> bool:
    """Whether ``2h`` or ``1h30`` alone is a length rather than an hour of the night; ``2 Uhr`` is a time."""
    unit = any(token.kind is Kind.HOUR and token.text.lower() in UNITS for token in c.tokens[start : c.index])
    return unit and c.tokens[start].kind is Kind.NUMBER and only.form is Form.UNIT and 0 < only.hour < _SMALL and not only.padded


def _open_end(c: Cursor) -> bool:
    """``09:00 –``, ``19:00 |   |``, ``14:00〜 懇親会``; not ``9:00 – Opening`` nor ``22:00 – Jan 1``."""
    start = c.index
    if c.follow(Kind.PIPE, Kind.PIPE):
        c.index += 1
        return True
    dash = c.take(*_DASHES, Kind.UNTIL, Kind.TO)
    if dash is None:
        return False
    wave = dash.kind is Kind.TILDE and not c.at(Kind.NUMBER, Kind.MONTH, Kind.WEEKDAY)
    if c.at(*_ENDS) or c.peek().text == "?" or wave:
        c.take(Kind.TBA)
        return True
    c.index = start
    return False
