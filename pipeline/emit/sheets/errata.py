"""edition → the errata: what is otherwise than in the edition that was printed, by day, in the order of the program."""

from collections.abc import Iterator

from pipeline.emit.booklet.words import Wording
from pipeline.emit.changes.words import was_and_is
from pipeline.emit.changes.words import words as words_of_changes
from pipeline.emit.sheets.lines import clock, line, titles
from pipeline.emit.sheets.things import Day, Erratum
from pipeline.model import ChangeKind, Correction, Edition, Program

#: The errata of a day; of what has no day under ``None``.
OfDay = tuple[Day | None, tuple[Erratum, ...]]


def errata(edition: Edition, words: Wording) -> Iterator[tuple[OfDay, ...]]:
    """One sheet with the errata of all days; there is one too where nothing has changed."""
    yield tuple(_days(edition, words))


def _days(edition: Edition, words: Wording) -> Iterator[OfDay]:
    corrections = edition.corrections or ()
    found = sorted({one.session.day for one in corrections if one.session.day})
    for day in (*found, *([None] if any(one.session.day is None for one in corrections) else [])):
        own = tuple(_erratum(one, edition.program, words) for one in corrections if one.session.day == day)
        yield (Day(day, 0, words.day(day), words.short_day(day)) if day else None), own


def _erratum(one: Correction, program: Program, words: Wording) -> Erratum:
    session, said = one.session, words_of_changes(words.tags)
    told = tuple((said.kinds[change.kind], was_and_is(change, said)) for change in one.changes)
    new = any(change.kind is ChangeKind.NEW for change in one.changes)
    return Erratum(
        clock(session.start, session.end, words), titles(session, words), line(session, program, words) if new else None, told
    )
