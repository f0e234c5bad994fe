"""A title in two languages → its halves: ``English title (中文标题)``, either way round, or divided by a stroke, a bar or a line's end.

Only where that is safe. Each half must be wholly of one script, long enough to be a title, and about as long as the other; what stands in
brackets must be no name, no institute, no place, and no remark on the session (``学生专场``, ``Invited Talk``).
"""

import re

from pipeline.grammar.places.place import Level
from pipeline.grammar.places.read import read_place
from pipeline.normalize.people.affiliations import is_institute
from pipeline.normalize.people.names import is_name, is_surely_name

_BRACKETS = re.compile(r"(.*\S)\s*(?:\(([^()（）]+)\)|（([^()（）]+)）|【([^【】]+)】)\s*", re.DOTALL)
_DIVIDED = re.compile(r"\s+[/|]\s+|\s*[／｜]\s*|\s*\n\s*")
_EASTERN = re.compile(r"[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS, _FEWEST_CHARACTERS = 3, 5
_LONGEST = 5  # characters for a word: 大数据 for data, but no abstract for a title

#: What is said of a session and not by its title.
_REMARK = re.compile(
    r"(?:特邀|邀请|主旨|大会|分组|口头|海报|学生|青年|线上|线下|中文|英文|双语|报告人|主持|主席|演讲人|主讲|时间|地点|第[一二三四五六七八九十\d]+|上午|下午|晚上|周[一二三四五六日]|星期)"
    r"|(?:专场|报告|分会场|分会|会场|论坛|讲座|授课|会议|环节|部分|上篇|下篇|[上中下]|[讲场届期])$"
)
_LATIN_REMARK = re.compile(
    r"(?:invited|keynote|plenary|contributed|online|virtual|hybrid|part|session|day|track|in|by|with|for|at|chair|chaired|host|hosted|speakers?|"
    r"moderat\w+|organi[sz]ed|cancel\w*|postponed|joint|special|student|parallel|poster|oral|see|chinese|english|including|continued)\b"
    r"|.*\b(?:session|talk|lecture|speech|workshop|forum|only|track|edition)$",
    re.IGNORECASE,
)


def halves(title: str) -> tuple[str, str] | None:
    """The two halves of a title in two languages, in their order, each on one line; ``None`` where it is not surely that."""
    bracketed = _BRACKETS.fullmatch(title.strip())
    parts = (
        (bracketed[1], next(part for part in bracketed.groups()[1:] if part)) if bracketed else tuple(_DIVIDED.split(title.strip()))
    )
    if len(parts) != len(("one", "other")):
        return None
    one, other = (" ".join(part.split()) for part in parts)
    eastern, western = (one, other) if _EASTERN.search(one) else (other, one)
    # Behind a title stands who speaks, in capitals as titles are.
    named = is_name(other) or is_surely_name(one)
    return (one, other) if not named and _are_one_title(eastern, western) else None


def _are_one_title(eastern: str, western: str) -> bool:
    """Whether a half in Chinese characters, kana or hangul can be the other one in another language."""
    characters = _EASTERN.findall(eastern)
    if _EASTERN.search(western) or len(characters) < len(_LETTERS.findall(eastern)):
        return False
    words = len(_WORD.findall(western))
    long = words >= _FEWEST_WORDS and len(characters) >= _FEWEST_CHARACTERS and words <= len(characters) <= words * _LONGEST
    numbers = [sorted(re.findall(r"\d+", half)) for half in (eastern, western)]
    same = not all(numbers) or numbers[0] == numbers[1]
    return long and same and not any(map(_is_something_else, (eastern, western)))


def _is_something_else(half: str) -> bool:
    """Whether it is an institute, a place or a remark."""
    if _REMARK.match(half) or _REMARK.search(half) or _LATIN_REMARK.match(half):
        return True
    parts = read_place(half).parts
    inside = bool(parts) and all(part.level is not Level.NAME for part in parts)
    return inside or (is_institute(half) and _is_short_institute(half))


def _is_short_institute(half: str) -> bool:
    """Whether an institute's word ends it: 华东师范大学, University of Lanwan; titles have such words within (Learning, Systems)."""
    return re.search(r"(?:大学|大學|学院|學院|研究所|研究院|公司|集团|实验室|中心|医院|学会|协会|系|院|所)$", half) is not None or (
        re.search(
            r"\b(?:university|college|institute|academy|school|laborator\w+|corporation|inc|ltd|department|universit\w+)\b",
            half,
            re.IGNORECASE,
        )
        is not None
    )
