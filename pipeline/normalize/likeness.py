"""Whether two different names are so alike that one is probably a slip of the pen for the other."""

import re
import unicodedata
from difflib import SequenceMatcher

_HAN = re.compile(r"[\u3400-\u9fff]")
_COUNTING = re.compile(r"[〇零一二三四五六七八九十甲乙丙丁]")
_SHORT = 4
_NEAR = 0.8


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
    return len(words) == len(others) and len(different) == 1 and _slip(*different[0])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _slip(one: str, other: str) -> bool:
    longer = min(len(one), len(other)) >= _SHORT and one.isalpha() and other.isalpha()
    return longer and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR


def _same_sound(one: str, other: str) -> bool:
    """Whether two strings have as many characters, and only Chinese ones differ, each from one of the same sound."""
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read from disk: only programs in Chinese need them

    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    counted = any(_COUNTING.match(character) for pair in different for character in pair)
    return not counted and all(_HAN.match(a) and _HAN.match(b) and anyascii(a) == anyascii(b) for a, b in different)
