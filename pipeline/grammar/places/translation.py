"""Chinese and European names in terms of each other: by a few plain words (North, 北), and by sound (Siqun, 思群)."""

import re
from functools import cache
from types import MappingProxyType

from pipeline.grammar.places.fold import fold

_WORDS = (
    "main 主 haupt principal|north 北 nord norte|south 南 sud süd sur|east 东 ost este est|west 西 oeste ouest|old 旧 老 alt alte vieux antiguo viejo|new 新 neu neue nouveau nouvelle nuevo nueva|"
    "central 中央 中心 zentral centrale|large 大 big gross grosser grosse grand grande great 그랜드|small 小 klein kleiner petit petite pequeño pequeña|middle 中 mittlerer|upper 上 ober oberer superior|"
    "lower 下 unter unterer inferior|northeast 东北|northwest 西北|southeast 东南|southwest 西南|east+china 华东|central+china 华中|south+china 华南|north+china 华北|china 中国|beijing 北京 peking|shanghai 上海|"
    "normal 师范|technology 科技 工业 technique tecnología|science+and+technology 科学技术|science 科学 理科 wissenschaft sciences ciencias|engineering 工程 工学 ingenieurwesen ingeniería|teaching 教学|"
    "administration 行政 办公 administrative administrativo verwaltung|academic 学术|international 国际 internacional internationale|exchange 交流|conference 会议 convention congress|"
    "exhibition 会展 展览|experiment 实验|student 学生|activity 活动|library 图书|information 信息|mathematics 数学 math maths mathematik mathématiques matemáticas|physics 物理|chemistry 化学|"
    "life+science 生命科学|economics 经济|law 法学|medical 医科 医学|agricultural 农业|forestry 林业|finance 财经|geosciences 地质|jiaotong 交通|"
    "lecture 演讲|report 报告|meeting 会议|multi-function 多功能|comprehensive 综合|art 艺术|humanities 人文|liberal+arts 文科|history 历史"
)
_ENGLISH = MappingProxyType(
    {
        fold(word): names.split()[0].replace("+", " ")
        for names in _WORDS.split("|")
        for word in names.replace("+", " ").split(" ")
        if len(names.split()) > 1 and word in names.split()
    }
)
_HAN = re.compile(
    "|".join(sorted((word for word in _ENGLISH if not word.isascii()), key=lambda word: (-len(word), word))) + "|.", re.DOTALL
)
_LIKE = MappingProxyType({"great": "large", "convention": "conference", "congress": "conference", "meeting": "conference"})


def translated(word: str) -> bool:
    """Whether a word is one of those that are known to translate others."""
    return word in _ENGLISH or word in _ENGLISH.values()


def english(name: str) -> tuple[str, ...]:
    """A folded European name with its plain words in English, in an order of no language."""
    return tuple(sorted(_ENGLISH.get(word, word) for word in name.split()))


@cache
def spelled(name: str) -> frozenset[str]:
    """The ways in which a folded name may be written in Latin letters, without spaces: in English, and by sound."""
    if name.isascii():
        return frozenset({"".join(sorted(english(name))), re.sub(r"[\s\-']", "", name)})
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read from disk: only names in two scripts need them

    words = _HAN.findall(re.sub(r"\s", "", name))
    sounds = [anyascii(word).lower() if word not in _ENGLISH else _ENGLISH[word] for word in words]
    plain = "".join(anyascii(character).lower() for character in name if not character.isspace())
    gathered = _gathered(words)
    return frozenset({"".join(sorted(gathered)), "".join(sounds).replace(" ", ""), plain})


def _gathered(words: list[str]) -> list[str]:
    """The words in English; characters that are none of them, by their sound, run together as one romanizes them."""
    from anyascii import anyascii  # noqa: PLC0415 - as above

    found: list[str] = []
    open_ = False
    for word in words:
        if word in _ENGLISH:
            found += _ENGLISH[word].split()
            open_ = False
        elif open_:
            found[-1] += anyascii(word).lower()
        else:
            found.append(anyascii(word).lower())
            open_ = True
    return found
