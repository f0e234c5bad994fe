"""Is a room promised twice?"""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.bookings import Booking, overlaps, slot
from pipeline.diagnostics.program import DoubleBooking
from pipeline.model import Kind, Program, Status


def double_booking(program: Program) -> Iterator[DoubleBooking]:
    """Two sessions in one venue at one time. Cancelled ones and breaks take no room, and posters hang beside posters."""
    rooms: dict[str, list[Booking]] = defaultdict(list)
    for session in program.sessions:
        taken = slot(session)
        if session.venue and taken and session.status is Status.CONFIRMED and session.kind is not Kind.BREAK:
            rooms[session.venue].append(Booking(session, taken))
    for venue, bookings in rooms.items():
        room = program.venue_of[venue].name if venue in program.venue_of else venue
        for earlier, later in overlaps(bookings):
            if not earlier.session.kind is later.session.kind is Kind.POSTER:
                yield DoubleBooking(later.slot.span, room, later.slot, earlier.slot)
