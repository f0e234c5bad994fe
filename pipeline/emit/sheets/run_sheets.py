"""edition → the run sheets: what a chair needs on the table, for each session in which somebody speaks."""

from collections.abc import Iterator

from pipeline.emit.booklet.words import Said, Wording
from pipeline.emit.sheets.lines import clock, line, minutes, name_of, takes_place, titles
from pipeline.emit.sheets.signs import days
from pipeline.emit.sheets.things import Item, Part, RunSheet
from pipeline.model import Edition, Program, Role, Session, Talk


def run_sheets(edition: Edition, words: Wording) -> Iterator[RunSheet]:
    """A run sheet for each session that takes place and has talks or people."""
    program = edition.program
    day_of = {day.date: day for day, _ in days(edition, words)}
    for session in takes_place(program):
        if session.talks or session.people:
            yield RunSheet(
                line(session, program, words),
                day_of.get(session.day) if session.day else None,
                tuple(_parts(session.people, program, words)),
                tuple(_item(talk, session, program, words) for talk in session.talks),
                _lasting(session, words),
            )


def _item(talk: Talk, session: Session, program: Program, words: Wording) -> Item:
    own = (talk.start, talk.end) != (session.start, session.end) or len(session.talks) == 1
    names = tuple(name_of(program.person_of[one.person], one.name, one.affiliation) for one in talk.speakers)
    return Item(
        clock(talk.start, talk.end, words) if own else None,
        minutes(talk.start, talk.end) if own else None,
        titles(talk, words),
        names,
    )


def _parts(roles: tuple[Role, ...], program: Program, words: Wording) -> Iterator[Part]:
    for part in dict.fromkeys(role.role for role in roles):
        names = tuple(name_of(program.person_of[role.person], role.name, role.affiliation) for role in roles if role.role == part)
        yield Part(words.say(part if len(names) == 1 else f"{part}s"), names)


def _lasting(session: Session, words: Wording) -> Said | None:
    """How long the session is, and how many talks that is for."""
    length, talks = minutes(session.start, session.end), len(session.talks)
    if length is None:
        return None
    return words.say("lasting" if not talks else "talk-in" if talks == 1 else "talks-in", minutes=length, talks=talks)
