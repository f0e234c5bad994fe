"""The numbers and letters of rooms: ``C-119``, ``201``, ``0.11``, ``III``, ``A–C``; which are one, and which are only alike."""

import re

from pipeline.grammar.places.fold import roman
from pipeline.grammar.places.relation import Relation

_CODE = re.compile(r"(?:[a-z]{1,4}-?)?\d+(?:[.\-]\d+)*[a-z]?(?:-?\d+)?|[a-z]")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er|eme|e|º|ª|°)")
_RANGE = re.compile(r"([a-z])-([a-z])|(\d+)-(\d+)|([xvi]+)-([xvi]+)")
_STRONG = 3  # digits: a number of a room rather than one that counts rooms
_LIKE = str.maketrans("oil", "011")
_MOST = 30  # rooms in a range


def read_code(word: str) -> str | None:
    """The code that a folded word is, in its one form; ``None`` for other words: ``C-119`` is ``c119``, ``2nd`` is ``2``."""
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return ordinal[1]
    if roman(word) is not None or _CODE.fullmatch(word):
        return re.sub(r"(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])", "", word)
    return None


def read_codes(word: str, *, several: bool = False) -> frozenset[str]:
    """The codes that a word stands for: more than one in a range (``I-II``, ``101-103``). Empty for other words.

    ``1-3`` may be room 3 of house 1, unless ``several`` are spoken of.
    """
    found = _RANGE.fullmatch(word)
    if found:
        made = _between(found, several=several)
        if made:
            return made
    code = read_code(word)
    return frozenset((code,)) if code else frozenset()


def _between(found: re.Match[str], *, several: bool) -> frozenset[str]:
    one, last, low, high, first, second = found.groups()
    if first and second and (begin := roman(first)) and (end := roman(second)) and begin < end:
        return frozenset(str(value) for value in range(begin, end + 1))
    if one and one < last:
        return frozenset(chr(code) for code in range(ord(one), ord(last) + 1))
    if low and (several or len(low) == len(high) >= _STRONG) and 0 < int(high) - int(low) < _MOST:
        return frozenset(str(value) for value in range(int(low), int(high) + 1))
    return frozenset()


def strong(code: str) -> bool:
    """Whether it is the number of one room of a house (``201``, ``C119``, ``0.11``), not one that counts some (``2``, ``A``, ``III``)."""
    digits = sum(character.isdigit() for character in code)
    return digits >= _STRONG or (digits > 0 and any(character.isalpha() or character in ".-" for character in code))


def relate_codes(one: str, other: str) -> Relation:
    """How two codes relate; either may be of several characters. ``C119A`` is another room than ``C119``, ``409-2`` a part of 409."""
    if one == other:
        return Relation.EQUAL
    if number_of(one) == number_of(other):
        return Relation.LOOSE
    if one.translate(_LIKE) == other.translate(_LIKE):
        return Relation.UNSURE
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if re.fullmatch(re.escape(shorter) + r"[-.]\d+", longer):
        return Relation.LESS if longer is one else Relation.MORE
    # The letter or number of the house may be left out.
    house = strong(shorter) and re.fullmatch(r"(?:[a-z]+|[a-z]*\d+-)" + re.escape(shorter), longer)
    return Relation.UNSURE if house else Relation.DIFFERENT


def number_of(code: str) -> str:
    """Roman as plain numbers, without zeros in front: ``I`` may be a letter, so this is not its one form."""
    value = roman(code)
    return str(value) if value else re.sub(r"^0+(?=\d)(?!0?\.)", "", code)
