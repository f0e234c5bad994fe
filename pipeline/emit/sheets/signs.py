"""edition → the door signs: one for each room and day, in the order of days and rooms."""

from collections.abc import Iterable, Iterator

from pipeline.emit.booklet.words import Wording
from pipeline.emit.sheets.codes import code
from pipeline.emit.sheets.lines import Mark, common_place, halves, line, marks
from pipeline.emit.sheets.things import Day, Sign
from pipeline.model import Edition, Session


def signs(edition: Edition, words: Wording) -> Iterator[Sign]:
    """A sign wherever something takes place in a room that is known."""
    program = edition.program
    place = common_place(program)
    codes = {venue.id: code(program.event, f"rooms/{venue.id}.html") for venue in program.venues}
    for day, sessions in days(edition, words):
        for venue in program.venues:
            own = tuple(session for session in sessions if session.venue == venue.id)
            if own:
                lines = tuple(line(session, program, words) for session in own)
                marks_ = used_marks(edition, own)
                yield Sign(
                    halves(venue.name.removeprefix(place).lstrip(), words), day, lines, marks_, codes[venue.id], own[0].source
                )


def days(edition: Edition, words: Wording) -> Iterator[tuple[Day, tuple[Session, ...]]]:
    """Each day of the program with its sessions."""
    for number, (day, sessions) in enumerate(edition.program.by_day, start=1):
        if day:
            yield Day(day, number, words.day(day), words.short_day(day)), sessions


def used_marks(edition: Edition, sessions: Iterable[Session]) -> tuple[tuple[str, Mark], ...]:
    """The tracks of some sessions, each with its mark, in the order of the tracks."""
    used = {session.track for session in sessions}
    return tuple((name, mark) for name, mark in marks(edition.program).items() if name in used)
