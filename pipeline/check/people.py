"""Is somebody expected in two places at once?"""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.bookings import Booking, overlaps, slot
from pipeline.check.places import place
from pipeline.diagnostics.program import PersonInTwoPlaces
from pipeline.model import Program, Session, Status


def person_in_two_places(program: Program) -> Iterator[PersonInTwoPlaces]:
    """Somebody in two sessions at one time, whatever they do there; told once for each two sessions.

    Within one session people may do several things, and in one room they are at one place: a room promised twice is the other
    rule's business.
    """
    diaries: dict[str, list[Booking]] = defaultdict(list)
    for session in program.sessions:
        if session.status is Status.CONFIRMED:
            for person, booking in _engagements(session):
                diaries[person].append(booking)
    for person, bookings in diaries.items():
        name = program.person_of[person].name if person in program.person_of else person
        told: set[tuple[str, str]] = set()
        for earlier, later in overlaps(bookings):
            pair = (earlier.session.id, later.session.id)
            if _apart(earlier.session, later.session) and pair not in told:
                told.add(pair)
                yield PersonInTwoPlaces(later.said, name, later.role, later.slot, earlier.role, earlier.slot, earlier.said)


def _apart(one: Session, other: Session) -> bool:
    return one.id != other.id and (one.venue is None or one.venue != other.venue)


def _engagements(session: Session) -> Iterator[tuple[str, Booking]]:
    """Who does what when: the session's people through all of it, a talk's through the talk where its time is known."""
    whole = slot(session)
    if whole:
        for role in session.people:
            yield role.person, Booking(session, whole, place(session, role.role, role.name), role.role)
    for talk in session.talks:
        taken = slot(talk) or whole
        if taken:
            for speaker in talk.speakers:
                yield speaker.person, Booking(session, taken, place(talk, "speaker", speaker.name), "speaker")
            if talk.host:
                yield talk.host.person, Booking(session, taken, place(talk, talk.host.role, talk.host.name), talk.host.role)
