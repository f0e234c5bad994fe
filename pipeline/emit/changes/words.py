"""A change → words, in the conference's main language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.model import Change, ChangeKind, When


@dataclass(frozen=True, slots=True)
class Words:
    """All fixed words. ``kinds`` say what has changed; ``{}`` stands for what is filled in."""

    title: str
    none: str
    unknown: str
    kinds: Mapping[ChangeKind, str]


_ENGLISH = Words(
    title="Changes of the program",
    none="Nothing has changed since the program was first published.",
    unknown="to be announced",
    kinds=MappingProxyType({
        ChangeKind.NEW: "New",
        ChangeKind.TIME: "Other time",
        ChangeKind.ROOM: "Other room",
        ChangeKind.TITLE: "Other title",
        ChangeKind.PEOPLE: "Other people",
        ChangeKind.TEXT: "Other text",
        ChangeKind.DETAILS: "Other details",
        ChangeKind.CANCELLED: "Cancelled",
        ChangeKind.REINSTATED: "Takes place after all",
        ChangeKind.REMOVED: "Dropped",
    }),
)  # fmt: skip

_CHINESE = Words(
    title="日程变更",
    none="日程自首次发布以来没有变更。",
    unknown="待定",
    kinds=MappingProxyType({
        ChangeKind.NEW: "新增",
        ChangeKind.TIME: "时间变更",
        ChangeKind.ROOM: "地点变更",
        ChangeKind.TITLE: "题目变更",
        ChangeKind.PEOPLE: "人员变更",
        ChangeKind.TEXT: "内容变更",
        ChangeKind.DETAILS: "其他变更",
        ChangeKind.CANCELLED: "取消",
        ChangeKind.REINSTATED: "恢复举行",
        ChangeKind.REMOVED: "撤销",
    }),
)  # fmt: skip

_TOLD = frozenset({ChangeKind.TIME, ChangeKind.ROOM, ChangeKind.TITLE, ChangeKind.PEOPLE, ChangeKind.DETAILS})


def words(languages: tuple[str, ...]) -> Words:
    """The words for BCP 47 tags, the main language first: Chinese where that is Chinese, English for any other."""
    return _CHINESE if languages and languages[0].lower().split("-")[0] == "zh" else _ENGLISH


def was_and_is(change: Change, said: Words) -> tuple[str, str] | None:
    """What it was and what it is, in short words; ``None`` where the kind says it all, or texts are too long to be told."""
    if change.kind not in _TOLD:
        return None
    old, new = change.old, change.new
    if isinstance(old, When) and isinstance(new, When):
        # The new day is said where it is another one.
        return _when(old, said, day=True), _when(new, said, day=old.day != new.day)
    return _value(old, said), _value(new, said)


def _value(value: When | str | tuple[str, ...] | None, said: Words) -> str:
    if isinstance(value, When):
        return _when(value, said, day=True)
    if isinstance(value, tuple):
        return "; ".join(value) or "—"
    return value or said.unknown


def _when(when: When, said: Words, *, day: bool) -> str:
    hours = "–".join(f"{moment:%H:%M}" for moment in (when.start, when.end) if moment)
    return " ".join(filter(None, [str(when.day) if day and when.day else "", hours])) or said.unknown
