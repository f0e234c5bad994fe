"""Is a room promised twice?"""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.bookings import Booking, overlaps, slot
from pipeline.check.places import place
from pipeline.diagnostics.program import DoubleBooking
from pipeline.model import Kind, Program, Session, Status


def double_booking(program: Program) -> Iterator[DoubleBooking]:
    """Two sessions in one venue, or in venues that share a room, at one time.

    Cancelled ones and breaks take no room, and posters hang beside posters.
    """
    rooms: dict[str, list[Booking]] = defaultdict(list)
    for session in program.sessions:
        taken = slot(session)
        if session.venue and taken and session.status is Status.CONFIRMED and session.kind is not Kind.BREAK:
            for room in _rooms(program, session.venue):
                rooms[room].append(Booking(session, taken, place(session, "venue")))
    told: set[tuple[str, str]] = set()
    for bookings in rooms.values():
        for earlier, later in overlaps(bookings):
            pair = (earlier.session.id, later.session.id)
            if not earlier.session.kind is later.session.kind is Kind.POSTER and pair not in told:
                told.add(pair)
                yield DoubleBooking(
                    later.said, _name(program, earlier.session, later.session), later.slot, earlier.slot, earlier.said
                )


def _rooms(program: Program, venue: str) -> tuple[str, ...]:
    """The rooms of a venue where some are shared, else the venue itself."""
    return (program.venue_of[venue].rooms if venue in program.venue_of else ()) or (venue,)


def _name(program: Program, *sessions: Session) -> str:
    """What the room of two sessions is called: as the venue with fewer rooms."""
    venues = [session.venue for session in sessions if session.venue]
    venue = min(venues, key=lambda venue: len(_rooms(program, venue)))
    return program.venue_of[venue].name if venue in program.venue_of else venue
