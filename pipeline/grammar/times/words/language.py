"""The form of a language's table."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.grammar.times.tokens import Kind, Part


class Language(NamedTuple):
    """The words of one language. Spellings are divided by ``|``; case, accents and the dot of an abbreviation do not matter.

    Attributes:
        months: Twelve entries from January.
        weekdays: Seven entries from Monday.
        recurring: Seven entries from Monday, as *montags*; or none.
        numbers: Number words with their values.
        parts: Parts of the day with their spellings.
        words: All other kinds of words with their spellings.
        eras: Names of eras with the year before their first.
        quarters: Spellings of minutes, as *三刻* 45.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    parts: Mapping[Part, str]
    words: Mapping[Kind, str]
    numbers: Mapping[str, int] = {}
    quarters: Mapping[str, int] = {}
    recurring: tuple[str, ...] = ()
    eras: Mapping[str, int] = {}
