"""A whole text: phrases, and between them words that are not understood.

text   := {phrase | word}
phrase := TBA | AFTER | RECURRING | label | days | clocks | length | zone | PART | join
"""

from pipeline.normalize.times import offsets
from pipeline.normalize.times.clocks import clocks
from pipeline.normalize.times.cursor import Cursor
from pipeline.normalize.times.datelists import days
from pipeline.normalize.times.lengths import length
from pipeline.normalize.times.phrases import Mark, Phrase
from pipeline.normalize.times.tokens import Kind
from pipeline.normalize.times.values import Extent
from pipeline.normalize.times.written import YEARS

_MARKS = (Kind.TBA, Kind.AFTER, Kind.RECURRING, Kind.START, Kind.FINISH)
_JOINS = (Kind.TO, Kind.UNTIL, Kind.DASH, Kind.TILDE, Kind.SLASH)
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
    # "After that" says when only where it opens a text; later on it tells a story.
    story = token.kind is Kind.AFTER and c.index > 0 and c.tokens[c.index - 1].kind is not Kind.OPEN
    if story or token.kind in (Kind.WORD, Kind.NAMED, Kind.MARK, Kind.LABEL, Kind.COMMA):
        return None
    mark = c.take(*_MARKS)
    if mark is not None:
        return Mark(mark.kind, Extent(mark.start, mark.end), mark.value)
    if token.kind in (Kind.DURATION, Kind.ISO_DURATION):
        return length(c)
    if token.kind is Kind.ZONE or (token.kind is Kind.OPEN and c.peek(1).kind is Kind.ZONE):
        return offsets.zone(c)
    return days(c) or clocks(c) or length(c) or _year(c) or _alone(c)


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
