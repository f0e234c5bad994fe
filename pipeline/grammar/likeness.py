"""Whether two different names are so alike that one is probably a slip of the pen for the other."""

import re
import unicodedata

_HAN = re.compile(r"[\u3400-\u9fff]")
_COUNTING = re.compile(r"[〇零一二三四五六七八九十甲乙丙丁]")
_SHORT = 4


def alike(one: str, other: str) -> bool:
    """Whether the names sound the same in Chinese (唯真楼, 惟真楼), or differ in the letters of a single longer word.

    Numbers, single letters and short words tell rooms apart: where these differ, nothing is alike. Neither are 文史楼 and 文科楼.
    """
    words, others = _words(one), _words(other)
    if bool(_HAN.search(one)) != bool(_HAN.search(other)) or words == others:
        return False
    if _HAN.search(one):
        return _same_sound("".join(words), "".join(others))
    different = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    return len(words) == len(others) and len(different) == 1 and is_slip(*different[0])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def is_slip(one: str, other: str) -> bool:
    """Whether two longer words differ by one letter: another, one too many, or two that changed places."""
    if min(len(one), len(other)) < _SHORT or not (one.isalpha() and other.isalpha()):
        return False
    begin = _in_common(one, other)
    end = _in_common(one[begin:][::-1], other[begin:][::-1])
    a, b = one[begin : len(one) - end], other[begin : len(other) - end]
    return max(len(a), len(b)) == 1 or (len(a) == len("ab") and a == b[::-1])


def _in_common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _same_sound(one: str, other: str) -> bool:
    """Whether two strings have as many characters, and only Chinese ones differ, each from one of the same sound."""
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read from disk: only programs in Chinese need them

    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    counted = any(_COUNTING.match(character) for pair in different for character in pair)
    return not counted and all(_HAN.match(a) and _HAN.match(b) and anyascii(a) == anyascii(b) for a, b in different)
