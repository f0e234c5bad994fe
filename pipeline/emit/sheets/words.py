"""The words that stand on sheets and not in the booklet, in English and Chinese."""

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.emit.booklet.words import Wording

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "door-signs": ("Door signs", "会场门牌"),
    "posters": ("Day posters", "每日日程海报"),
    "run-sheets": ("Run sheets", "主持人流程单"),
    "speaker-slips": ("Speaker slips", "讲者提示卡"),
    "badges": ("Name badges", "胸卡"),
    "errata": ("Changes since printing", "印刷后变更"),
    "changed-since": ("This replaces what the printed program says", "以下内容以本页为准"),
    "no-changes": ("Nothing has changed since the program was printed.", "日程自印刷以来没有变更。"),
    "dropped": ("No longer in the program", "不再举行"),
    "room-online": ("This room today, with changes", "本会场日程及变更"),
    "day-online": ("This day with changes", "当日日程及变更"),
    "session-online": ("Your session, with changes", "本场日程及变更"),
    "speaker": ("Speaker", "讲者"),
    "tracks": ("Tracks", "专题"),
    "time": ("Time", "时间"),
    "minutes": ("Min.", "分钟"),
    "talk": ("Talk", "报告"),
    "room": ("Room", "会场"),
    "notes": ("Notes", "备注"),
    "session": ("Session", "场次"),
    "was": ("Printed", "印刷版"),
    "is": ("Now", "现为"),
    "talks-in": ("{talks} talks in {minutes} minutes", "{minutes}分钟，{talks}个报告"),
    "talk-in": ("1 talk in {minutes} minutes", "{minutes}分钟，1个报告"),
    "lasting": ("{minutes} minutes", "{minutes}分钟"),
    "within": ("in", "所属场次"),
})  # fmt: skip


def wording(languages: tuple[str, ...]) -> Wording:
    """The words for an event's languages (BCP 47 tags, the main one first)."""
    return Wording.of(languages, _WORDS)
