"""The booklet's own words, in English and Chinese; an event in another language gets the English ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from pipeline.emit.typography import Languages, date_in_words, date_range, short_date, weekday, zone_in_words
from pipeline.model import Kind

_WORDS: dict[str, tuple[str, str]] = {
    "contents": ("Contents", "目录"),
    "glance": ("Program at a Glance", "日程一览"),
    "practical": ("Finding Your Way", "会场指南"),
    "index": ("Index of People", "人名索引"),
    "how": ("How to Read This Booklet", "使用说明"),
    "how-zone": ("All times are {zone}.", "所有时间均为{zone}。"),
    "how-track": (
        "Coloured rules and squares mark a session’s track, whose name stands beside them.",
        "彩色线条与方块标示所属分会主题，旁边印有其名称。",
    ),
    "how-page": ("A number after a title is the page where more is said.", "标题后的数字是详细内容所在的页码。"),
    "how-cancelled": ("Does not take place; nothing else stands in for it.", "不再举行，也没有其他安排代替。"),
    "how-moved": (
        "What is struck out was announced before; what stands beside it holds.",
        "划去的是此前公布的内容，以旁边所印为准。",
    ),
    "how-open": ("Was not known yet when this booklet was made.", "制作本手册时尚未确定。"),
    "newer": ("Whatever has changed since stands at {address}.", "此后的变更见{address}。"),
    "faces": (
        "Set in Source Serif 4, Noto Sans and Noto Sans SC, free under the SIL Open Font License 1.1.",
        "字体为 Source Serif 4、Noto Sans 与 Noto Sans SC，依 SIL 开放字体许可证 1.1 使用。",
    ),
    "notes": ("Notes", "笔记"),
    "scan-cards": ("The program as it is today", "最新日程"),
    "scan-calendar": ("All sessions in your calendar", "订阅全部日程"),
    "moved": ("Moved", "已调整"),
    "day": ("Day {number}", "第{number}天"),
    "undated": ("Dates to Be Announced", "日期待定"),
    "time-tba": ("Time to be announced", "时间待定"),
    "room-tba": ("Room to be announced", "地点待定"),
    "title-tba": ("Title to be announced", "题目待定"),
    "cancelled": ("Cancelled", "已取消"),
    "biography": ("Biography", "个人简介"),
    "host": ("Host", "主持人"),
    "chair": ("Chair", "主席"),
    "organizer": ("Organizer", "组织者"),
    "panelist": ("Panelist", "嘉宾"),
    "hosts": ("Hosts", "主持人"),
    "chairs": ("Chairs", "主席"),
    "organizers": ("Organizers", "组织者"),
    "panelists": ("Panelists", "嘉宾"),
    "slides": ("Slides", "幻灯片"),
    "video": ("Video", "视频"),
    "part": ("Part {number} of {total}", "第{number}部分，共{total}部分"),
    "next-day": ("next day", "次日"),
    "edition": ("As of {date}", "更新于{date}"),
    "map": ("Map of the venue", "会场地图"),
    "program": ("Program", "会议手册"),
}

_KINDS: dict[Kind, tuple[str, str]] = {
    Kind.KEYNOTE: ("Keynote", "大会报告"),
    Kind.SESSION: ("Session", "分会场"),
    Kind.PANEL: ("Panel", "圆桌讨论"),
    Kind.TUTORIAL: ("Tutorial", "教程"),
    Kind.TALK: ("Talk", "报告"),
    Kind.POSTER: ("Posters", "海报"),
    Kind.BREAK: ("Break", "休息"),
    Kind.SOCIAL: ("Social", "社交活动"),
    Kind.OTHER: ("", ""),
}

_NO_MORE: Mapping[str, tuple[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in (a BCP 47 tag)."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Says things in the languages of one event, the main one first."""

    tags: tuple[str, ...]
    languages: Languages
    words: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, tags: tuple[str, ...], more: Mapping[str, tuple[str, str]] = _NO_MORE) -> "Wording":
        """The wording for an event's languages, each of them once; ``more`` are words beside the booklet's, in English and Chinese."""
        return cls(tuple(dict.fromkeys(tags)) or ("en",), Languages.of(tags), MappingProxyType({**_WORDS, **more}))

    def say(self, key: str, lang: str | None = None, **facts: object) -> Said:
        """One of the words in ``lang``, else in the main language."""
        return self._in(self.words[key], lang or self.languages.main, facts)

    def both(self, key: str, **facts: object) -> tuple[Said, ...]:
        """One of the words in each language of the event that has words of its own, for headings."""
        return _distinct(self._in(self.words[key], tag, facts) for tag in self.tags)

    def kind(self, kind: Kind) -> Said:
        """What a kind of session is called; empty for the kind ``other``."""
        return self._in(_KINDS[kind], self.languages.main, {})

    def day(self, day: date) -> tuple[Said, ...]:
        """A day with its weekday in each language of the event."""
        return _distinct(Said(date_in_words(day, tag), tag) for tag in self.tags)

    def short_day(self, day: date) -> Said:
        """A day in short, in the main language."""
        return Said(short_date(day, self.tags[0]), self.languages.main)

    def in_week(self, day: date) -> str:
        """A day among seven: its weekday, in the main language."""
        return weekday(day, self.tags[0])

    def days(self, first: date, last: date) -> tuple[Said, ...]:
        """A stretch of days in each language of the event."""
        return _distinct(Said(date_range(first, last, tag), tag) for tag in self.tags)

    def zone(self, moment: datetime) -> tuple[Said, ...]:
        """Which clock all times are told by, that of a moment, in each language of the event that has words of its own."""
        tags = dict.fromkeys(tag if tag.startswith("zh") else "en" for tag in self.tags)
        return tuple(self.say("how-zone", tag, zone=zone_in_words(moment, tag)) for tag in tags)

    def _in(self, pair: tuple[str, str], tag: str, facts: dict[str, object]) -> Said:
        chinese = tag.startswith("zh")
        return Said(pair[chinese].format(**facts), tag if chinese else "en")


def _distinct(said: Iterable[Said]) -> tuple[Said, ...]:
    return tuple({one.text: one for one in said}.values())
