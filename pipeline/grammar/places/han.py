"""Folded Chinese, Japanese or Korean text without spaces → parts: 东北师范大学自由校区惟真楼101."""

import re

from pipeline.grammar.places.codes import read_codes
from pipeline.grammar.places.latin import floor
from pipeline.grammar.places.place import Level, Member, Part
from pipeline.grammar.places.words import HAN, LEVEL

_KINDS = tuple(HAN)
_FLOOR = r"""(?<![东南西北教\d])(?P<up>\d+)(?:楼(?!群)|层|阶|f(?![a-z]))|(?:地下|负|b)(?P<down>\d*)(?:层|楼|阶|f(?![a-z]))|b(?P<cellar>\d)(?=[^\W\d_a-z])(?![座栋棟教号室])
    |지하\s*(?P<under>\d*)층|(?P<over>\d+)층|地下(?P<bare>(?=[^\W\d_a-z]))"""
_PART = re.compile(
    rf"(?P<stem>.*?)(?:(?P<floor>{_FLOOR})|" + "|".join(f"(?P<k{at}>{words})" for at, words in enumerate(HAN.values())) + ")",
    re.VERBOSE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?P<stem>.*?)(?P<code>(?<![a-z])(?:[a-z]{1,3}-?)?\d+(?:[.\-]\d+)*[a-z]?|(?<![a-z])[a-z])")
# Short names of universities, before more: 上海交大闵行校区.
_SHORT = re.compile(r"[\u4e00-\u9fff]{1,3}?(?:师|交|理工|农|医|科|工|林|外|财|民|邮)大(?=[\u4e00-\u9fff])(?![学楼厦道街厅堂会礼])")
# Short words of kind: 三教 is 第三教学楼.
_LONG = {"教": "教学楼"}
_TELLING = frozenset({"building", "center", "hall", "theater", "lecture hall", "hotel"})
_STEMMED = ("教学", "实验", "办公", "学术", "国际", "学生", "体育", "交流", "活动", "会议", "会展", "阶梯", "大")


def read_han(text: str) -> list[Part]:
    """The parts that a text without spaces names, in its order: the outer ones first, as these languages do."""
    parts: list[Part] = []
    short = _SHORT.match(text)
    if short:
        parts.append(Part(Level.NAME, "", frozenset((Member(short[0]),))))
    at = short.end() if short else 0
    while found := _PART.match(text, at):
        parts += _part(found)
        at = found.end()
    return [*parts, *_rest(text[at:])]


def _part(found: re.Match[str]) -> list[Part]:
    stem = found["stem"]
    if found["floor"]:
        return [*_rest(stem), floor(_floor(found))]
    kind, word = next((kind, found[f"k{at}"]) for at, kind in enumerate(_KINDS) if found[f"k{at}"])
    numbered = _NUMBERED.fullmatch(re.sub(r"(?<=\d)号$", "", stem))
    stem, code = (numbered["stem"], numbered["code"]) if numbered else (stem, "")
    stem = "教学" if stem == "教" else stem
    word = _LONG.get(word, word)
    stem += _said(word) if kind in _TELLING and word != "大楼" else ""
    codes = read_codes(code) or {code}
    return [Part(LEVEL[kind], kind, frozenset(Member(stem.strip("-"), code) for code in codes), word)]


def _said(word: str) -> str:
    """What a word of kind says beside the kind: 教学楼 is a 楼 for 教学."""
    return next((said for said in _STEMMED if word.startswith(said) and len(word) > len(said)), "")


def _floor(found: re.Match[str]) -> str:
    up = found["up"] or found["over"]
    if up:
        return str(int(up))
    below = found["down"] or found["cellar"] or found["under"] or "1"
    return f"-{int(below)}"


def _rest(text: str) -> list[Part]:
    """What names no kind: a room's number, or a name."""
    text = text.strip("- ")
    if not text:
        return []
    codes = read_codes(text)
    if codes:
        return [Part(Level.ROOM, "", frozenset(Member("", code) for code in codes))]
    numbered = _NUMBERED.fullmatch(text)
    stem, code = (numbered["stem"].strip("- "), numbered["code"]) if numbered else (text, "")
    return [Part(Level.NAME, "", frozenset(Member(stem, one) for one in read_codes(code) or {code}))]
