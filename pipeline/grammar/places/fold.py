"""What is equal for two spellings of one place: no case, width, accents, variant characters, nor ways to write a number."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_GAP = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−－﹣", "-") | dict.fromkeys("’‘`´ʼ′", "'") | dict.fromkeys("“”„«»″「」『』《》", '"') | {"〇": "零"}
)
_DIGITS = {character: digit for digit, character in enumerate("零一二三四五六七八九")} | {"两": 2, "廿": 20}
_NUMERAL = "零一二三四五六七八九十百两廿"
# A numeral is taken whole: no part of a long row of them is tried by itself.
# A numeral is one before what is counted, after 第, or where it ends a name: 三元楼 and 八一楼 are names.
_COUNTED = re.compile(
    rf"第([{_NUMERAL}]++)|제(?=\d)|(?<![{_NUMERAL}])([{_NUMERAL}]++)(?=号|楼|层|阶|栋|棟|座|教(?![室授学育师堂])|期|会议|会場|会场|报告|教室|教学|展厅|研修|演讲|讲)"
    rf"|(?<=\()([{_NUMERAL}]++)(?=\))|(?<=[室厅楼馆场])([{_NUMERAL}]++)(?=$|[\s(,、])|第(?=\d)"
)
_ROMAN = re.compile(r"(?<![a-z0-9])(?:x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})(?![a-z0-9])")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


def fold(text: str) -> str:
    """The text in lower case without accents, in simplified characters, with plain digits, single spaces and plain dashes."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES)
    decomposed = unicodedata.normalize("NFKD", text.replace("n°", "no "))
    text = unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))
    if _HAN.search(text):
        text = numerals(_converter().convert(text))
    return _GAP.sub(" ", text).strip()


def numerals(text: str) -> str:
    """The text with the Chinese numbers that count something in digits, and without the 第 before them."""

    def digits(found: re.Match[str]) -> str:
        words = next(filter(None, found.groups()), "")
        if not words:
            return ""
        value = number(words)
        return found[0] if value is None else str(value)

    return _COUNTED.sub(digits, text)


def number(words: str) -> int | None:
    """The value of a Chinese number up to 999; ``None`` for digits in a row (八一), which are rather a name."""
    total, digit = 0, None
    for character in words:
        if character in "十百":
            total += (1 if digit is None else digit) * (10 if character == "十" else 100)
            digit = None
        elif digit:
            return None
        else:
            digit = _DIGITS[character]
    return total + (digit or 0)


def roman(text: str) -> int | None:
    """The value of a Roman number up to 29, in small letters."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def has_han(text: str) -> bool:
    """Whether there are Chinese characters in it."""
    return bool(_HAN.search(text))


@cache
def _converter() -> "OpenCC":
    """Traditional to simplified characters. Reads its dictionaries, in some 10 ms: only programs with Chinese need it."""
    from opencc import OpenCC  # noqa: PLC0415 - see above

    return OpenCC("t2s")
