"""edition → the speaker slips: one for each speaker and talk, by name, as they are handed out."""

from collections.abc import Iterator

from pipeline.emit.booklet.words import Wording
from pipeline.emit.sheets.codes import code
from pipeline.emit.sheets.lines import clock, halves, name_of, room_of, takes_place, titles
from pipeline.emit.sheets.signs import days
from pipeline.emit.sheets.things import Slip
from pipeline.model import Edition


def slips(edition: Edition, words: Wording) -> tuple[Slip, ...]:
    """The slips in the order of the index of people, those of one person in the order of the program."""
    rank = {person.id: number for number, person in enumerate(edition.program.people)}
    made = sorted(_slips(edition, words), key=lambda pair: rank[pair[0]])
    return tuple(slip for _, slip in made)


def _slips(edition: Edition, words: Wording) -> Iterator[tuple[str, Slip]]:
    """Each slip with the id of whose it is."""
    program = edition.program
    day_of = {day.date: day for day, _ in days(edition, words)}
    for session in takes_place(program):
        room, page = room_of(session, program), code(program.event, f"sessions/{session.id}.html")
        for talk in session.talks:
            for one in talk.speakers:
                yield (
                    one.person,
                    Slip(
                        name_of(program.person_of[one.person], one.name, one.affiliation),
                        titles(talk, words),
                        titles(session, words) if talk.title != session.title else (),
                        day_of.get(session.day) if session.day else None,
                        clock(talk.start or session.start, talk.end if talk.start else session.end, words),
                        halves(room, words) if room else (),
                        page,
                        talk.source,
                    ),
                )
