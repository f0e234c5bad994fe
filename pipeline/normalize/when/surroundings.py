"""Which reading of hours in doubt the rest of the program leaves: one alone, or none is taken.

Hours of which one end has the wrong half of the day (``11:15pm - 12:30pm``) could be meant in a few ways: either end twelve hours on or
back. Each is held against what is certain elsewhere: the hours and the usual length of the program's other sessions, the other sessions
in the room, the order of the pages' weights; for a talk, its session's hours and the talks beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_DAY = 24 * 60
_HALF = 12 * 60
_MARGIN = 60  # minutes that something may lie outside the usual hours before that is held against it
_ENOUGH = 3  # others, fewer say nothing of what is usual
_MOST = 0.9  # of the others are not longer than what is usual

#: From when to when, in minutes after midnight of the day in question.
Slot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Around:
    """What is certain around hours in doubt; all in minutes after midnight of their day.

    Attributes:
        others: the hours of the program's other sessions, each on its own day.
        lengths: how long others of the same sort are.
        room: the hours of the other sessions in the room on that day.
        within: the session's hours, for a talk.
        after: it starts no earlier, as what is before it in order does, or ends, then.
        before: it ends (a talk), or starts, no later, as what is behind it in order starts then.
    """

    others: tuple[Slot, ...] = ()
    lengths: tuple[int, ...] = ()
    room: tuple[Slot, ...] = ()
    within: Slot | None = None
    after: int | None = None
    before: int | None = None

    @property
    def hours(self) -> Slot | None:
        """From when to when there is program on its days; ``None`` where too few sessions are known to say."""
        return (min(start for start, _ in self.others), max(end for _, end in self.others)) if len(self.others) >= _ENOUGH else None

    def usual(self, slot: Slot) -> bool:
        """Whether these are well within the hours: also without the earliest and the latest session, which may be slips themselves."""
        starts, ends = sorted(start for start, _ in self.others), sorted(end for _, end in self.others)
        return self.hours is not None and starts[1] <= slot[0] and slot[1] <= ends[-2]

    @property
    def longest(self) -> int | None:
        """The length that nine in ten do not exceed; ``None`` where too few are known."""
        ranked = sorted(self.lengths)
        return ranked[min(int(len(ranked) * _MOST), len(ranked) - 1)] if len(ranked) >= _ENOUGH else None

    @property
    def telling(self) -> bool:
        """Whether enough is known to decide anything."""
        return self.within is not None or (self.hours is not None and self.longest is not None)

    def outside(self, slot: Slot, margin: int = _MARGIN) -> str:
        """Which hours these are outside of: the session's, of a talk, or the program's by more than a margin; empty where of none."""
        bounds = self.within or self.hours
        allowed = 0 if self.within else margin
        if not bounds or (bounds[0] - allowed <= slot[0] and slot[1] <= bounds[1] + allowed):
            return ""
        return f"outside {'the session' if self.within else 'the program'}'s hours ({shown(bounds)})"

    def objections(self, slot: Slot, margin: int = 0) -> list[str]:
        """What speaks against these hours. ``margin``: minutes by which they may exceed the usual hours."""
        start, end = slot
        found = [outside] if (outside := self.outside(slot, margin)) else []
        if self.longest is not None and end - start > self.longest:
            found.append("longer than the others")
        found += [f"against {shown(other)} in the same room" for other in self.room if start < other[1] and other[0] < end][:1]
        if self.after is not None and start < self.after:
            found.append("earlier than what is before it in order")
        if self.before is not None and (end if self.within else start) > self.before:
            found.append("later than what is behind it in order")
        return found


@dataclass(frozen=True, slots=True)
class Settled:
    """The one reading that is left, and why the others are not."""

    slot: Slot
    why: str


def settle(written: Slot, around: Around) -> Settled | None:
    """The reading of these hours that the surroundings leave, if it is one alone; the hours as they are written are among them."""
    if not around.telling:
        return None
    possible = readings(*written)
    left = [slot for slot in possible if not around.objections(slot, _MARGIN)]
    if len(left) != 1 or around.objections(left[0]):
        return None
    against = dict.fromkeys(why for slot in possible if slot != left[0] for why in around.objections(slot)[:1])
    return Settled(left[0], " or ".join(against))


def readings(start: int, end: int) -> list[Slot]:
    """The hours that are meant if one or both ends may be in the other half of the day, the end perhaps in the night after."""
    starts = (start % _HALF, start % _HALF + _HALF)
    ends = [end % _HALF + half * _HALF for half in range(4)]
    return [(first, last) for first in starts for last in ends if first < last < first + _DAY]


def neighbours(slots: Sequence[Slot | None], *, apart: bool) -> list[tuple[int | None, int | None]]:
    """What comes before and behind each place in an order that the slots keep: the bounds that they set; none where they do not.

    ``apart``: they do not overlap, so that one starts when the one before it has ended.
    """
    known = [slot for slot in slots if slot is not None]
    edge = 1 if apart else 0
    if any(later[0] < earlier[edge] for earlier, later in pairwise(known)):
        return [(None, None)] * len(slots)
    before = _before([slot and slot[edge] for slot in slots])
    behind = _before([slot and slot[0] for slot in reversed(slots)])
    return list(zip(before, reversed(behind), strict=True))


def _before(minutes: Iterable[int | None]) -> list[int | None]:
    """For each place the last known minute before it."""
    found: list[int | None] = []
    last: int | None = None
    for minute in minutes:
        found.append(last)
        last = last if minute is None else minute
    return found


def shown(slot: Slot) -> str:
    """``09:00–18:00``."""
    return "–".join(clock(minute) for minute in slot)


def clock(minute: int | None) -> str:
    """``09:00``; the hours of the night after count on from 00:00, midnight itself is 24:00."""
    if minute is None:
        return "?"
    later = minute > _DAY
    return f"{minute // 60 - (24 if later else 0):02}:{minute % 60:02}"


def lengths(slots: Iterable[Slot]) -> tuple[int, ...]:
    """How long these are, in minutes."""
    return tuple(end - start for start, end in slots)
