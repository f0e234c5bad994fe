"""Chinese numerals: ``二〇二四``, ``二十三``, ``廿五``, ``两``."""

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "廿": 20, "卅": 30}
CHARACTERS = "".join([*_DIGITS, *_TENS])
_TEN = 10


def value(numeral: str) -> int | None:
    """What a run of numeral characters counts; ``None`` where it counts nothing that a date or a time could hold."""
    if all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral)) if len(numeral) <= len("二〇二四") else None
    ten = next(index for index, character in enumerate(numeral) if character in _TENS)
    return _tens(numeral[:ten], _TENS[numeral[ten]], numeral[ten + 1 :])


def _tens(before: str, tens: int, after: str) -> int | None:
    """``二`` ``十`` ``三``: at most a digit on either side."""
    if len(before) > 1 or len(after) > 1 or after in _TENS or (before and tens != _TEN):
        return None
    return _DIGITS.get(before, 1) * tens + _DIGITS.get(after, 0)
