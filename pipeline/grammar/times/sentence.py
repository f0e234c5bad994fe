"""A whole text: phrases, and between them words that are not understood.

text   := {phrase | word}
phrase := TBA | AFTER | RECURRING | label | days | clocks | length | zone | PART | join
"""

from pipeline.grammar.times import offsets
from pipeline.grammar.times.clocks import clocks
from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.datelists import days
from pipeline.grammar.times.lengths import length
from pipeline.grammar.times.phrases import Mark, Phrase
from pipeline.grammar.times.tokens import Kind
from pipeline.grammar.times.values import Extent
from pipeline.grammar.times.vocabulary import fold
from pipeline.grammar.times.written import YEARS

_MARKS = (Kind.TBA, Kind.AFTER, Kind.RECURRING, Kind.EVERY, Kind.START, Kind.FINISH)
_NO_PHRASE = (Kind.WORD, Kind.NAMED, Kind.MARK, Kind.LABEL, Kind.COMMA)
_JOINS = (Kind.TO, Kind.UNTIL, Kind.DASH, Kind.TILDE, Kind.SLASH)
#: The words for a day before its number, and those behind it: by themselves, and after 第.
_DAYS_BEFORE = frozenset({"day", "tag", "jour", "journee", "dia", "jornada"})
_NTH = frozenset({"第", "제"})
_DAYS_BEHIND = (frozenset({"日目", "일차"}), frozenset({"天", "日", "日目", "일"}))
_MOST_DAYS = 31
#: What a text may hold beside its phrases without anything being missed.
_SILENT = frozenset(
    {
        *_JOINS,
        Kind.FILLER,
        Kind.LABEL,
        Kind.HOUR,
        Kind.FROM,
        Kind.BETWEEN,
        Kind.ONWARDS,
        Kind.UPTO,
        Kind.AND,
        Kind.COLON,
        Kind.DOT,
        Kind.COMMA,
        Kind.PLUS,
        Kind.QUOTE,
        Kind.OPEN,
        Kind.CLOSE,
        Kind.PIPE,
        Kind.MARK,
        Kind.TEE,
        Kind.ABOUT,
    }
)


def phrases(c: Cursor) -> tuple[list[Phrase], list[Extent]]:
    """All phrases of a text in order, and the stretches of it that are none."""
    found: list[Phrase] = []
    rest: list[Extent] = []
    joined = False
    while not c.at(Kind.END):
        start = c.index
        phrase = _phrase(c)
        if phrase is not None:
            found.append(phrase)
            c.done = c.index
            joined = joined and isinstance(phrase, Mark) and phrase.kind is Kind.TO
            continue
        c.index = start + 1
        token = c.tokens[start]
        if token.kind not in _SILENT:
            _add(rest, Extent(token.start, token.end), joined=joined)
            joined = True
    return found, rest


def _add(rest: list[Extent], extent: Extent, *, joined: bool) -> None:
    """Words with nothing but small words between them are one stretch."""
    if joined:
        rest[-1] = Extent(rest[-1].start, extent.end)
    else:
        rest.append(extent)


def _phrase(c: Cursor) -> Phrase | None:
    token = c.peek()
    if token.kind is Kind.MARK and token.text == "=" and c.peek(1).kind in (Kind.PLUS, Kind.DASH):
        c.index += 1
        found = offsets.numeric(c, minus=True)
        return found._replace(bare=False) if found else None
    if token.kind in _NO_PHRASE:
        return _nth_day(c)
    if token.kind in _MARKS:
        return _mark(c)
    if token.kind in (Kind.DURATION, Kind.ISO_DURATION):
        return length(c)
    if token.kind is Kind.ZONE or (token.kind is Kind.OPEN and c.peek(1).kind is Kind.ZONE):
        return offsets.zone(c)
    return _nth_day(c) or days(c) or clocks(c) or length(c) or _year(c) or _alone(c)


def _mark(c: Cursor) -> Mark | None:
    """A word that says something by itself. *After that* does so where it opens a text, *every* before a weekday."""
    token = c.peek()
    opens = c.index == 0 or c.tokens[c.index - 1].kind is Kind.OPEN
    c.index += 1
    if (token.kind is Kind.AFTER and not opens) or (token.kind is Kind.EVERY and not c.at(Kind.WEEKDAY)):
        return None
    return Mark(Kind.RECURRING if token.kind is Kind.EVERY else token.kind, Extent(token.start, token.end), token.value)


def _nth_day(c: Cursor) -> Mark | None:
    """``Day 2``, ``第二天``, ``2日目``: which day of the program; ``Day 2-3`` is none."""
    start = c.index
    named = c.take(Kind.NAMED)
    number = c.take(Kind.NUMBER)
    before = fold(named.text) if named else ""
    behind = c.peek().text if c.peek().glued and (not named or before in _NTH) else ""
    found = number is not None and (before in _DAYS_BEFORE or (behind in _DAYS_BEHIND[before in _NTH]))
    c.index += behind != ""
    several = (
        c.peek().glued and c.at(Kind.DASH, Kind.TILDE, Kind.DOT, Kind.SLASH) and c.peek(1).kind is Kind.NUMBER and c.peek(1).glued
    )
    several = several or c.follow(Kind.AND, Kind.NUMBER) or c.at(Kind.MONTH)
    if not found or several or number is None or not 1 <= number.number <= _MOST_DAYS:
        c.index = start
        return None
    return Mark(Kind.NTH_DAY, c.extent(start), number.number)


def _year(c: Cursor) -> Mark | None:
    """A year behind a comma or with its unit, apart from its date: ``Aug 22, 9:50–11:35, 2024``, ``2024年（8月22日）``."""
    before = c.tokens[c.index - 1].kind if c.index else None
    token = c.peek()
    if (
        token.kind is not Kind.NUMBER
        or token.number not in YEARS
        or not (before in (Kind.COMMA, Kind.OPEN) or c.peek(1).kind is Kind.YEAR_UNIT)
    ):
        return None
    c.index += 1
    c.take(Kind.YEAR_UNIT)
    return Mark(Kind.YEAR_UNIT, Extent(token.start, token.end), token.number)


def _alone(c: Cursor) -> Mark | None:
    """A part of the day or a join by itself; one character that begins a word (晚宴) is no part of the day."""
    token = c.take(Kind.PART, *_JOINS)
    if token is None:
        return None
    if token.kind is Kind.PART:
        compound = len(token.text) == 1 and c.peek().kind is Kind.WORD and c.peek().glued
        return None if compound else Mark(Kind.PART, Extent(token.start, token.end), token.value)
    return Mark(Kind.TO, Extent(token.start, token.end))
