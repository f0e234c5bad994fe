"""Chinese names in Latin letters: which words are pinyin, and whether a name in characters is read as one in letters.

Hanyu Pinyin without tones, as in names (ISO 7098): ``许志钦`` is ``Xu Zhiqin``. Characters have several readings (``行``: xing, hang),
so a spelling is right where any of them gives it.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from itertools import product

from pipeline.grammar.readings import readings
from pipeline.normalize.people.surnames import OTHER_SPELLINGS, PINYIN, READING, SYLLABLES, surname

_MOST_READINGS = 200


class Spelling(StrEnum):
    """How a name in Latin letters stands to one in Chinese characters."""

    SAME = "same"  # its pinyin, whatever the order and the hyphens, perhaps with another given name: Zhi-Qin John Xu
    SHORT = "short"  # its initials: Z. Xu
    OTHER = "other"  # pinyin, but of another name
    UNKNOWN = "unknown"  # no pinyin, so nothing can be said: John Xu, Tsz-Kin Chan


def spelling(latin: str, han: str) -> Spelling:
    """How the name in Latin letters (without titles) stands to the one in Chinese characters."""
    family, given = surname(han), han[len(surname(han)) :]
    words = _words(latin)
    families, givens = set(_readings(family)), set(_readings(given))
    for size in (1, 2):  # the characters of a compound surname may stand as two words
        for name, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            if rest and "".join(name) in families:
                return _given(rest, givens)
    known = bool(words) and {words[0], words[-1]} & OTHER_SPELLINGS.get(family, frozenset())
    return Spelling.OTHER if is_pinyin(latin) and not known else Spelling.UNKNOWN


def is_pinyin(latin: str) -> bool:
    """Whether the name is one in pinyin: a surname first or last, two or three words, and nothing but syllables."""
    words = _words(latin)
    return 1 < len(words) <= _MOST_WORDS and all(map(_is_syllables, words)) and bool({words[0], words[-1]} & PINYIN)


def family_first(latin: str) -> bool:
    """Whether a name in pinyin begins with its surname, for certain: ``Zhang San``, but not ``Wei Li``."""
    words = _words(latin)
    return is_pinyin(latin) and words[0] in PINYIN and words[-1] not in PINYIN


def family_readings(han: str) -> tuple[str, ...]:
    """All readings of the surname of a name in characters."""
    return tuple(dict.fromkeys(_readings(surname(han))))


def in_pinyin(han: str) -> str:
    """A name in characters in the usual reading, ``许志钦`` as ``Xu Zhiqin``."""
    family, given = surname(han), han[len(surname(han)) :]
    usual = f"{next(_readings(family)).title()} {next(_readings(given)).title()}"
    return re.sub("[vV]", lambda letter: "ü" if letter[0] == "v" else "Ü", usual).strip()


def _given(words: list[str], givens: set[str]) -> Spelling:
    """How the words of a given name stand to the readings of one."""
    runs = {"".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    if runs & givens:
        return Spelling.SAME
    initials = "".join(words)
    if all(len(word) == 1 for word in words) and any(_begins(initials, given) for given in givens):
        return Spelling.SHORT
    return Spelling.OTHER if all(map(_is_syllables, words)) else Spelling.UNKNOWN


def _begins(initials: str, given: str) -> bool:
    """Whether the initials are those of a given name's syllables, or of its first."""
    return given.startswith(initials) or any(
        first[0] + second[0] == initials for first, second in _halves(given) if {first, second} <= SYLLABLES
    )


def _halves(given: str) -> Iterator[tuple[str, str]]:
    return ((given[:at], given[at:]) for at in range(1, len(given)))


def _readings(han: str) -> Iterator[str]:
    """All readings of some characters, joined; the usual one first. Of a surname with a reading of its own, that one first."""
    if han in READING:
        yield READING[han].lower()
    for number, chosen in enumerate(product(*readings(han))):
        if number >= _MOST_READINGS:
            return
        yield "".join(chosen).replace("ü", "v")
        # ü is written v, u or yu.
        if any("v" in syllable for syllable in chosen):
            yield "".join(chosen).replace("v", "u")
            yield "".join(chosen).replace("v", "yu")


def _words(latin: str) -> list[str]:
    """The words of a name in lower case without marks; hyphens and apostrophes join (``Zhi-Qin``, ``Xi'an``)."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", latin).casefold().replace("ü", "v"))
    return re.findall(r"[a-z]+", re.sub(r"[\u0300-\u036f'’‘-]", "", folded))


def _is_syllables(word: str) -> bool:
    """Whether a word can be cut into at most three syllables of pinyin."""
    reach = {0: 0}
    for start in range(len(word)):
        if start in reach and reach[start] < _MOST_WORDS:
            for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(word)) + 1):
                if word[start:end] in SYLLABLES:
                    reach[end] = min(reach.get(end, _MOST_WORDS), reach[start] + 1)
    return len(word) in reach


_MOST_WORDS, _LONGEST_SYLLABLE = 3, 6
