"""Tells a value from a stand-in for one: ``TBA``, ``XXX University``, ``待定``, ``[时间待定 / Time TBD]``.

What only holds the place of a fact is no fact; who reads such a value reports it and leaves the fact out.
"""

import re
import unicodedata

_DECIDED = r"(?:announced|determined|confirmed|decided|advised|defined|added|updated|invited|published|filled(?:\sin)?)"
# "Not known yet", in the words of program pages. "Session XX" is the twentieth, and nobody is called "XX1" for want of a name.
_STAND_IN = re.compile(
    rf"""(?<![a-z0-9])(?:
        t\.?\s?b\.?\s?[acd]
      | (?:(?:will|yet|still)\s)?(?:to\s)?be\s{_DECIDED}(?:\s(?:soon|later))?
      | not\syet\s(?:known|available|{_DECIDED}) | (?:coming|available)\ssoon | n/a | none | null
      | (?<!session\s)(?<!part\s)(?<!day\s)x{{2,}}
      | a\sdefinir | por\s(?:definir|confirmar|anunciar) | à\s(?:définir|confirmer|préciser|venir)
      | wird\s(?:noch\s)?bekannt\s?gegeben
    )(?![a-z0-9])
    | (?:尚|还|還)?(?:待|未)(?:定|公布|通知|确认|確認|确定|確定|补充|補充|更新|邀请|邀請|安排|告知|発表) | 另行通知 | 敬请期待 | 某+
    | 暂(?:无|未定|缺) | 調整中 | 後日発表 | 추후\s?(?:공지|발표|공개) | 미정""",
    re.VERBOSE,
)
# What a stand-in may stand beside without stating anything: "Speaker TBA", "XXX University", "http://XXXXX".
_FRAME = re.compile(
    r"""(?<![a-z])(?:
        https?:// | www | com | edu | org | cn | e?mail | the | an? | of | is | are | will | and | or
      | (?:speaker|title|abstract|bio|biography|name|time|date|place|venue|room|location|hall|building|host|chair|session|talk|topic|detail)s?
      | (?:keynote|invited|guest|panel|exact|precise|more|further|information|affiliation|organi[sz]er|moderator|panelist)s?
      | university | college | institut(?:e|ion) | school | department | dept | faculty | company | lab(?:oratory)? | academy | prof(?:essor)? | dr | mr | ms
    )(?![a-z])
    | 具体 | 详细 | 信息 | 时间 | 時間 | 日期 | 地点 | 地點 | 题目 | 題目 | 标题 | 报告 | 摘要 | 简介 | 嘉宾 | 演讲 | 讲者 | 人 | 主持 | 主席 | 姓名 | 单位
    | 大学 | 大學 | 学院 | 學院 | 研究所 | 研究院 | 公司 | 教授 | 老师 | 博士 | 先生 | 女士 | 会议室 | 教室 | 报告厅 | 楼 | 室 | 无""",
    re.VERBOSE,
)
_PART = re.compile(r"\s*[,，;；、]\s*")
_BRACKET = re.compile(r"\s*(?:\(([^()]*)\)|（([^（）]*)）|\[([^\[\]]*)\]|【([^【】]*)】)")
# 惟真楼xx, 惟真楼xx室, 惟真楼 待定: the house is known, the room is not.
_OPEN_ROOM = re.compile(r"(?<=[\u3400-\u9fff])\s*(?:[xX×Ｘｘ]{2,}(?:室|教室|会议室|號|号)?|待定|未定|TB[ACD])$")


def is_placeholder(text: str) -> bool:
    """Whether the text states nothing but that something is not known yet. Empty text states nothing at all: ``False``."""
    folded = _folded(text)
    if not folded:
        return False
    if folded.startswith("lorem ipsum"):
        return True
    if all(unicodedata.category(character).startswith("P") for character in folded):
        return True
    rest, stand_ins = _STAND_IN.subn(" ", folded)
    if not stand_ins:
        return folded == "无"
    return not any(character.isalnum() for character in _FRAME.sub(" ", rest))


def without_placeholder(text: str) -> str | None:
    """The text less the parts that only hold a place: ``惟真楼xx`` is ``惟真楼``; ``None`` where nothing is left.

    Parts are what stands in brackets, between commas, or at the end of a Chinese name of a house. Other text comes back as it is.
    """
    kept = _BRACKET.sub(lambda found: "" if is_placeholder("".join(filter(None, found.groups()))) else found[0], text)
    for part in _PART.split(kept):
        if is_placeholder(part):
            kept = re.sub(rf"{re.escape(part)}\s*[,，;；、]\s*|\s*[,，;；、]\s*{re.escape(part)}", "", kept, count=1)
    kept = _OPEN_ROOM.sub("", kept.strip()).strip()
    return None if not kept or is_placeholder(kept) else kept


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
