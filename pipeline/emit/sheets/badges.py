"""edition → the name badges of those whom ``program.toml`` lists: nobody's name is put on one unasked."""

from collections.abc import Iterator

from pipeline.emit.booklet.words import Wording
from pipeline.emit.sheets.lines import name_of, takes_place
from pipeline.emit.sheets.things import Badge
from pipeline.model import Edition, Program
from pipeline.source import Span


def badges(edition: Edition, words: Wording) -> Iterator[Badge]:
    """The badges in the order of the list, each with all that the program has its bearer do."""
    program = edition.program
    for person in edition.program.printing.badges:
        roles = tuple(words.say(role) for role in dict.fromkeys(_roles(person, program)))
        yield Badge(name_of(program.person_of[person]), roles, Span("program.toml"))


def _roles(person: str, program: Program) -> Iterator[str]:
    for session in takes_place(program):
        yield from ("speaker" for talk in session.talks for one in talk.speakers if one.person == person)
        yield from (role.role for role in session.people if role.person == person)
