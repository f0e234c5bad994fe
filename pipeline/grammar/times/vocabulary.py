"""All words of times that a text of one language may use: that language's first, then English, then the others' longer ones."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.grammar.times.tokens import Kind, Part
from pipeline.grammar.times.words import de, en, es, fr, ja, ko, zh, zones
from pipeline.grammar.times.words.language import Language

LANGUAGES: dict[str, Language] = {
    "en": en.LANGUAGE,
    "zh": zh.LANGUAGE,
    "ja": ja.LANGUAGE,
    "ko": ko.LANGUAGE,
    "fr": fr.LANGUAGE,
    "de": de.LANGUAGE,
    "es": es.LANGUAGE,
}
#: These write month before day, no spaces between words, and numbers beside units.
EAST_ASIAN = frozenset({"zh", "ja", "ko"})
#: What a text may borrow from a language that is not its own: words long enough to be no other's, that state a time.
_BORROWED = frozenset(
    {Kind.MONTH, Kind.WEEKDAY, Kind.PART, Kind.HOUR, Kind.TBA, Kind.UNTIL, Kind.TO, Kind.FROM, Kind.ABOUT, Kind.ONWARDS}
)
_SHORTEST_BORROWED = 4
_TELLING = 3
_FIRST_EAST_ASIAN = "\u2e80"
#: ``am 1. April``, ``am 12.5.``: in no other language is it a day.
_ON_A_DAY = re.compile(r"(?<!\d)(?<!\d )\bam (?:[A-Z][a-z]+[.,]* )?\d{1,2}\.(?:\s|\d{1,2}\.)")
_WORD = re.compile(r"[^\W\d_]+")


class Term(NamedTuple):
    """What a word is, and its value where its kind has one."""

    kind: Kind
    value: int | str | Part | None = None


class Vocabulary(NamedTuple):
    """Spellings with their terms. ``spaced`` is for scripts that divide words; ``longest`` counts words under the first of each.

    ``solid`` is for Chinese, Japanese and Korean; ``longest_solid`` counts characters.
    """

    language: str
    spaced: dict[str, Term]
    longest: dict[str, int]
    solid: dict[str, Term]
    longest_solid: int


def fold(word: str) -> str:
    """A spelling without case and accents: ``Août`` and ``aout`` are one."""
    if word.isascii():
        return word.lower()
    plain = word.replace("’", "'").casefold()
    return "".join(character for character in unicodedata.normalize("NFD", plain) if not unicodedata.combining(character))


def is_solid(character: str) -> bool:
    """Whether a letter belongs to a script that writes words without spaces (or, Korean, with particles joined to them)."""
    return character >= _FIRST_EAST_ASIAN


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words for texts of one of ``LANGUAGES``."""
    spaced: dict[str, Term] = {}
    solid: dict[str, Term] = {}
    for name in dict.fromkeys([language, "en", *LANGUAGES]):
        for spelling, term in _entries(LANGUAGES[name]):
            if is_solid(spelling[0]):
                solid.setdefault(spelling, term)
            elif name in (language, "en") or (len(spelling) >= _SHORTEST_BORROWED and term.kind in _BORROWED):
                spaced.setdefault(fold(spelling), term)
    for spelling, zone in (zones.ABBREVIATIONS | zones.NAMES).items():
        (solid if is_solid(spelling[0]) else spaced).setdefault(
            fold(spelling) if not is_solid(spelling[0]) else spelling, Term(Kind.ZONE, zone)
        )
    longest: dict[str, int] = {}
    for spelling in spaced:
        words = spelling.split(" ")
        longest[words[0]] = max(longest.get(words[0], 1), len(words))
    return Vocabulary(language, spaced, longest, solid, max(map(len, solid)))


def _entries(language: Language) -> Iterator[tuple[str, Term]]:
    """Each spelling of a language's table; where one has two meanings the first of these counts."""
    for kind, spellings in ((Kind.MONTH, language.months), (Kind.WEEKDAY, language.weekdays), (Kind.RECURRING, language.recurring)):
        for index, alternatives in enumerate(spellings):
            yield from _each(alternatives, Term(kind, index + 1 if kind is Kind.MONTH else index))
    for part, alternatives in language.parts.items():
        yield from _each(alternatives, Term(Kind.PART, part))
    for kind, alternatives in language.words.items():
        yield from _each(alternatives, Term(kind))
    for kind, values in ((Kind.QUARTER, language.quarters), (Kind.NUMBER, language.numbers), (Kind.ERA, language.eras)):
        for spelling, value in values.items():
            yield spelling, Term(kind, value)


def _each(alternatives: str, term: Term) -> Iterator[tuple[str, Term]]:
    for spelling in alternatives.split("|"):
        if spelling:
            yield spelling, term


def guess(text: str, hint: str | None) -> str:
    """The language of ``LANGUAGES`` to read in: the hint's (``zh-TW`` is ``zh``), else that of the script, else of the words."""
    named = (hint or "").replace("_", "-").split("-")[0].lower()
    if named in LANGUAGES:
        return named
    for character in text:
        if "\u3041" <= character <= "\u30fe":
            return "ja"
        if "\uac00" <= character <= "\ud7a3":
            return "ko"
    if any("\u3400" <= character <= "\u9fff" for character in text):
        return "zh"
    return _by_words(text)


def _by_words(text: str) -> str:
    """The Latin-script language that knows most words of the text; English on a tie."""
    words = {fold(word) for word in _WORD.findall(text)}
    known = {name: len(words & _own_words(name)) for name in ("en", "fr", "de", "es")}
    known["de"] += _ON_A_DAY.search(text) is not None
    return max(known, key=lambda name: known[name])


@cache
def _own_words(name: str) -> frozenset[str]:
    """Those that tell it from others; the two letters of *do* or *am* are many languages'."""
    entries = _entries(LANGUAGES[name])
    return frozenset(fold(spelling) for spelling, term in entries if len(spelling) >= _TELLING and term.kind is not Kind.NAMED)
