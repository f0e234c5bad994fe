"""Whether two different names may be one: misspelt, translated, romanized, shortened."""

import re
from functools import cache

from pipeline.grammar.likeness import alike
from pipeline.grammar.places.fold import has_han
from pipeline.grammar.places.relation import Relation
from pipeline.grammar.places.translation import english, spelled, translated

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_FINALS = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u", "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u", "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u", "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un", "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve", "l": "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve",
    "[gkh]": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang", "[jqx]": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "[zcs]h": "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang", "[zcs]": "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
    "r": "e ao ou an en ang eng ong i u uo ui uan un", "y": "a e ao ou an in ang ing i ong u ue uan un o", "w": "a o ai ei an en ang eng u", "": "a ai an ang ao e ei en eng er o ou",
}  # fmt: skip
_PINYIN = re.compile("(?:" + "|".join(f"{initial}(?:{finals.replace(' ', '|')})" for initial, finals in _FINALS.items()) + "){1,4}")
_ROAD = re.compile(r"(?:路|街|道|\b(?:road|street|avenue))$")
# What a long name can do without, as in 国际学术(研究)中心.
_DISPENSABLE = frozenset(["研究", "国际", "学术", "国际学术", "交流", "综合", "会议", "教育", "文化", "教学", "实验"])
_OWNERS = ("国立", "私立", "公立", "市立", "省立", "县立")
_LEFT = 3  # characters that a name without those must have
_SHORT = 4  # characters of a short name


def relate_names(one: str, other: str) -> Relation:
    """How two folded names relate, of which either may be empty: what one place is called besides its kind and number."""
    if squeezed(one) == squeezed(other):
        return Relation.EQUAL
    if not one or not other:
        return Relation.LOOSE
    cjk = bool(_CJK.search(one)), bool(_CJK.search(other))
    if cjk[0] != cjk[1]:
        if spelled(one) & spelled(other):
            return Relation.LOOSE
        return Relation.UNSURE if _romanized(other if cjk[0] else one) else Relation.MAYBE
    if alike(one, other):
        return Relation.SLIP
    return _chinese(one, other) if cjk[0] else _latin(one, other)


def squeezed(name: str) -> str:
    """The name without what spellings of it differ in: spaces, hyphens, apostrophes."""
    return re.sub(r"[\s\-'.]+", "", name) or name


def _chinese(one: str, other: str) -> Relation:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    left_out = _left_out(longer, shorter)
    if (len(shorter) >= _LEFT and left_out in _DISPENSABLE) or longer in {left_out + shorter for left_out in _OWNERS}:
        return Relation.LOOSE
    if (_ROAD.search(one) is None) != (_ROAD.search(other) is None):
        return Relation.MAYBE
    return Relation.DIFFERENT


def _left_out(longer: str, shorter: str) -> str:
    """The one stretch that the longer has more; empty if they differ in another way."""
    size = len(longer) - len(shorter)
    return next((longer[at : at + size] for at in range(len(shorter) + 1) if longer[:at] + longer[at + size :] == shorter), "")


def _latin(one: str, other: str) -> Relation:
    if english(one) == english(other):
        return Relation.LOOSE
    if (_ROAD.search(one) is None) != (_ROAD.search(other) is None) or _romanized(one) != _romanized(other):
        return Relation.MAYBE
    words, others = set(one.split()), set(other.split())
    if words < others or others < words or _initials(one) == squeezed(other) or _initials(other) == squeezed(one):
        return Relation.UNSURE
    return Relation.DIFFERENT


def _romanized(name: str) -> bool:
    """Whether a name may be Chinese in Latin letters, and is nothing else: beside it an English name may be its translation."""
    words = name.split()
    return (
        all(_PINYIN.fullmatch(word) for word in words)
        and not any(translated(word) for word in words)
        and len(squeezed(name)) >= _SHORT
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


# --- short names of universities ----------------------------------------------------------------------------------------------

_LONG = {
    "师大": "师范大学", "理工": "理工大学", "农大": "农业大学", "医大": "医科大学", "科大": "科技大学", "工大": "工业大学", "林大": "林业大学", "外大": "外国语大学", "财大": "财经大学",
    "交大": "交通大学", "民大": "民族大学", "体大": "体育大学", "邮大": "邮电大学", "海大": "海洋大学", "石大": "石油大学", "中医大": "中医药大学",
}  # fmt: skip
#: Short names that are one university's alone, by its own statutes or everybody's use.
_OWN = {
    "北大": "北京大学", "清华": "清华大学", "复旦": "复旦大学", "浙大": "浙江大学", "武大": "武汉大学", "厦大": "厦门大学", "中科大": "中国科学技术大学", "国科大": "中国科学院大学",
    "上海交大": "上海交通大学", "上交大": "上海交通大学", "西安交大": "西安交通大学", "哈工大": "哈尔滨工业大学", "北航": "北京航空航天大学", "北师大": "北京师范大学", "北理工": "北京理工大学",
    "南开": "南开大学", "同济": "同济大学", "川大": "四川大学", "兰大": "兰州大学", "吉大": "吉林大学", "国防科大": "国防科技大学", "東大": "东京大学", "东大": "",
}  # fmt: skip


@cache
def abbreviates(short: str, full: str) -> Relation:
    """How a short name (东北师大) relates to a university's: ``LOOSE`` if it is its own, ``UNSURE`` if others have it too (中大)."""
    if not has_han(short) or len(short) >= len(full):
        return Relation.DIFFERENT
    if _OWN.get(short) == full:
        return Relation.LOOSE
    # With the whole of the name's own part left, as in 东北师大; 华师大 may be 华东, 华中 or 华南师范大学.
    for end, words in _LONG.items():
        if short.endswith(end) and short.removesuffix(end) + words == full and len(short) > len(end) + 1:
            return Relation.LOOSE
    return Relation.UNSURE if len(short) <= _SHORT + 1 and _within(short, full) else Relation.DIFFERENT


def _within(short: str, full: str) -> bool:
    """Whether the characters of the one stand in the other in this order."""
    at = iter(full)
    return all(character in at for character in short)
