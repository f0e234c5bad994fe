"""The cover's ornament is the program itself: a band for each day, a bar for each session, time running to the right.

No two conferences have the same, and nobody has to draw it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from pipeline.emit.booklet.book import Day, Entry
from pipeline.model import Kind

#: The height of a bar and the gaps below a bar and below a day, in the units of ``Score.height``.
_BAR, _GAP, _PAUSE = 10, 4, 16
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Bar:
    """A session: left edge and width as parts of 1000, top in units; ``loud`` is one that all attend, ``soft`` a break."""

    x: float
    y: int
    width: float
    loud: bool
    soft: bool


@dataclass(frozen=True, slots=True)
class Score:
    """All bars, and the height they need at a width of 1000."""

    bars: tuple[Bar, ...]
    height: int
    bar: int = _BAR


def score(days: Sequence[Day]) -> Score:
    """The ornament of a program; without bars where nothing has a time."""
    timed = [[entry for entry in day.entries if entry.session.start] for day in days]
    spans = [_span(entry) for entries in timed for entry in entries]
    if not spans:
        return Score((), 0)
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    bars: list[Bar] = []
    top = 0
    for entries in filter(None, timed):
        lanes: list[int] = []
        for entry in entries:
            start, end = _span(entry)
            lane = next((number for number, free in enumerate(lanes) if free <= start), len(lanes))
            lanes[lane : lane + 1] = [end]
            x, right = (1000 * (moment - first) / (last - first) for moment in (start, end))
            kind = entry.session.kind
            bars.append(
                Bar(round(x, 1), top + lane * (_BAR + _GAP), round(right - x - 3, 1), kind is Kind.KEYNOTE, kind is Kind.BREAK)
            )
        top += len(lanes) * (_BAR + _GAP) + _PAUSE
    return Score(tuple(bars), top - _PAUSE - _GAP)


def _span(entry: Entry) -> tuple[int, int]:
    """The minutes of the day from start to end, at least half an hour; what ends on another day ends with its own."""
    start, end = entry.session.start, entry.session.end
    if start is None:
        raise ValueError("only what has a time stands in the ornament")
    begin = _minutes(start)
    finish = begin if end is None else _DAY if end.date() > start.date() else _minutes(end)
    return begin, max(finish, begin + 30)


def _minutes(moment: datetime) -> int:
    clock: time = moment.time()
    return clock.hour * 60 + clock.minute
