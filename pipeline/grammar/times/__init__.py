"""What people write of dates and times → exact values. Text in; a :class:`Reading` out, for any text, without an exception.

Five steps, each a module or a few: ``lexer`` (text → tokens, with the words of seven languages from ``words/``), the grammar
(``sentence`` and the rules it calls: ``datelists`` and ``dates``, ``clocks`` and ``faces``, ``lengths``, ``offsets``: tokens → phrases),
``halves`` (which half of the day), ``compose`` with ``merge`` and ``spans`` (phrases → a reading), ``notation`` (a reading, printed).

Nothing is guessed in silence. What differs from the written words has the basis ``INFERRED``; what has two readings, or none, has a
:class:`Doubt`; what was not understood is in ``rest``. The conference's days, year and zone are not known here: ``--08-23 Fri`` and an
offset are for the caller to hold against them.
"""

from dataclasses import replace
from functools import lru_cache

from pipeline.grammar.times.compose import compose
from pipeline.grammar.times.cursor import Cursor
from pipeline.grammar.times.lexer import lex
from pipeline.grammar.times.notation import notation
from pipeline.grammar.times.sentence import phrases
from pipeline.grammar.times.values import (
    Absence,
    Basis,
    Clock,
    ClockRange,
    DayPart,
    Doubt,
    DoubtKind,
    Extent,
    PartialDate,
    Reading,
    Spread,
)
from pipeline.grammar.times.vocabulary import guess, vocabulary
from pipeline.grammar.times.weekdays import nearest_matching, weekday_matches

__all__ = [
    "Absence",
    "Basis",
    "Clock",
    "ClockRange",
    "DayPart",
    "Doubt",
    "DoubtKind",
    "Extent",
    "PartialDate",
    "Reading",
    "Spread",
    "nearest_matching",
    "notation",
    "read_time",
    "weekday_matches",
]

#: What stands further into a text is not about its time; it stays in ``rest``.
_LONGEST = 1000


@lru_cache(maxsize=4096)  # a line is asked for its time by several readers, and a timetable repeats itself
def read_time(text: str, language: str | None = None) -> Reading:
    """What a text says of a time.

    Args:
        text: As authors write it: labels, Markdown emphasis, tags and entities may be in it.
        language: A BCP 47 tag, as a hint; without it the script and the words decide.

    Returns:
        Dates, clock, offset and the rest, with offsets into ``text``. Only the first 1000 characters are looked at.
    """
    head = text[:_LONGEST]
    known = vocabulary(guess(head, language))
    cursor = Cursor(lex(head, known), known.language)
    found, rest = phrases(cursor)
    reading = compose(found, rest, plain=cursor.plain)
    if len(text) > _LONGEST:
        return replace(reading, rest=(*reading.rest, Extent(_LONGEST, len(text))))
    return reading
