"""Stretches of time that something is taken for, and which of them overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from pipeline.check.places import place
from pipeline.diagnostics.program import Slot
from pipeline.model import Session, Talk
from pipeline.source import Span


@dataclass(frozen=True, slots=True)
class Booking:
    """A session's time, or that of one of its talks. ``role`` is what somebody does there; empty where a room is booked.

    ``said`` is where the page names what is booked: the room, or the person.
    """

    session: Session
    slot: Slot
    said: Span
    role: str = ""


def moment(time: datetime) -> datetime:
    """The time in UTC: local times of one zone compare by their clocks, and a clock set back shows an hour twice."""
    return time.astimezone(UTC)


def slot(of: Session | Talk) -> Slot | None:
    """The time that a session or a talk takes; ``None`` where it is not known, or runs backwards (another rule says so)."""
    if of.start is None or of.end is None or moment(of.end) <= moment(of.start):
        return None
    return Slot(of.title or "untitled talk", of.start, of.end, of.source, place(of, "start"), place(of, "end"))


def overlaps(bookings: Iterable[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Every two bookings that share some time, the one that begins first in front; touching ones share none.

    One sweep over the sorted starts: n·log n, plus the pairs it finds.
    """
    running: list[Booking] = []
    for booking in sorted(bookings, key=lambda one: moment(one.slot.start)):
        running = [earlier for earlier in running if moment(earlier.slot.end) > moment(booking.slot.start)]
        yield from ((earlier, booking) for earlier in running)
        running.append(booking)
