"""edition → the posters: the timetable of each day, all rooms side by side."""

from collections.abc import Iterator

from pipeline.emit.booklet.words import Wording
from pipeline.emit.grid import grids, loose
from pipeline.emit.sheets.codes import code
from pipeline.emit.sheets.lines import line
from pipeline.emit.sheets.signs import days, used_marks
from pipeline.emit.sheets.things import Poster
from pipeline.model import Edition

#: As many rooms as leave a column of A3 wide enough for words; more are divided into tables one below the other.
ROOMS = 14


def posters(edition: Edition, words: Wording) -> Iterator[Poster]:
    """A poster for each day that has sessions."""
    program = edition.program
    for day, sessions in days(edition, words):
        lines = tuple(line(session, program, words) for session in sessions)
        page = code(program.event, f"days/{day.date.isoformat()}.html")
        yield Poster(day, grids(lines, ROOMS), loose(lines), used_marks(edition, sessions), page, sessions[0].source)
