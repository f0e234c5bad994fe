"""A date beside a wrong weekday: whether the date is certain, and the right weekday as the page would write it.

``Mon.`` → ``Thu.``, ``MONDAY`` → ``THURSDAY``, 周一 → 周四.
"""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.grammar.times.vocabulary import EAST_ASIAN, LANGUAGES, fold

#: Days by one character, from Monday, and what may stand around it; 天 is Sunday's other one.
_SOLID = (
    ("一二三四五六日", re.compile(r"(周|週|星期|礼拜|禮拜)[一二三四五六日天]()")),
    ("月火水木金土日", re.compile(r"()[月火水木金土日](曜日?|)")),
    ("월화수목금토일", re.compile(r"()[월화수목금토일](요일|)")),
)


def is_certain(day: date, weekday: int, others: Sequence[date], days: Sequence[date]) -> bool:
    """Whether a date that does not fall on the weekday (Monday is 0) beside it is right all the same.

    ``others`` are the days that the page's other statements give, ``days`` the conference's where its organisers list them. The rules:
    no other statement gives another day, and the day is the conference's; and either one of them gives this day too, or the
    conference has no day of that weekday.
    """
    if any(other != day for other in others) or (days and day not in days):
        return False
    return bool(others) or (bool(days) and all(one.weekday() != weekday for one in days))


def renamed(written: str, weekday: int) -> str | None:
    """The name of a weekday (Monday is 0) in the language, the length and the case of ``written``; ``None`` where these are not sure."""
    for days, form in _SOLID:
        if found := form.fullmatch(written):
            return f"{found[1]}{days[weekday]}{found[2]}"
    word = written.removesuffix(".")
    names = {_like(name, word) for name in _names(fold(word), weekday)}
    return names.pop() + written[len(word) :] if len(names) == 1 else None


def _names(folded: str, weekday: int) -> set[str]:
    """In each language that has such a name for a weekday: the other day's, in full or as short as it goes."""
    names = set()
    for tag, language in LANGUAGES.items():
        spellings = [entry.split("|") for entry in language.weekdays] if tag not in EAST_ASIAN else []
        for entry in spellings:
            folded_entry = [fold(spelling) for spelling in entry]
            if folded in folded_entry:
                full = folded == folded_entry[0]
                names.add(spellings[weekday][0] if full else min(spellings[weekday], key=len))
    return names


def _like(name: str, word: str) -> str:
    """The name in capitals, with a capital, or in small letters, as the word."""
    return name.upper() if word.isupper() else name.capitalize() if word[:1].isupper() else name
