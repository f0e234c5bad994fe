"""A session → the components that RFC 9073 has for it: where, and who. They stand in ``all-rich.ics`` only.

Several readers of today lose or merge events that have them; aggregators know what to do.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pipeline.emit.calendar.text import escaped, folded, line
from pipeline.model import Session, Venue


def rich(session: Session, venue: Venue | None) -> bytes:
    """A VLOCATION for the room (7.2), a PARTICIPANT for each speaker (7.1)."""
    lines = (*(_location(session, venue) if venue else ()), *_participants(session))
    return b"".join(folded(one.encode()) for one in lines)


def _location(session: Session, venue: Venue) -> Iterator[str]:
    yield "BEGIN:VLOCATION"
    yield f"UID:{quote(venue.id, safe='')}.venue.{session.uid}"
    yield f"NAME:{_text(venue.name)}"
    if venue.address:
        yield f"DESCRIPTION:{_text(venue.address)}"
    if venue.latitude is not None and venue.longitude is not None:
        yield f"GEO:{venue.latitude:.6f};{venue.longitude:.6f}"
    yield "END:VLOCATION"


def _participants(session: Session) -> Iterable[str]:
    speakers = {speaker.person: speaker for talk in session.talks for speaker in talk.speakers}
    for person, speaker in speakers.items():
        name = f"{speaker.name}, {speaker.affiliation}" if speaker.affiliation else speaker.name
        yield from (
            "BEGIN:PARTICIPANT",
            f"UID:{quote(person, safe='')}.speaker.{session.uid}",
            "PARTICIPANT-TYPE:SPEAKER",
            f"SUMMARY:{_text(name)}",
            "END:PARTICIPANT",
        )


def _text(words: str) -> str:
    return escaped(line(words))
