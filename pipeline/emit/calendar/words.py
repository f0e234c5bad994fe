"""The words of ours in a feed, in its language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """All fixed words of a feed, in the ``language`` of that tag. ``{}`` stands for what is filled in; each role has a form for one person and one for more."""

    language: str
    program: str
    overview: str
    streams: str
    stream: str
    conference: str
    cancelled: str
    cancelled_notice: str
    postponed: str
    postponed_notice: str
    conference_postponed_notice: str
    moved: str
    time_unknown: str
    title_unknown: str
    speaker: tuple[str, str]
    chair: tuple[str, str]
    host: tuple[str, str]
    organizer: tuple[str, str]
    panelist: tuple[str, str]


_ENGLISH = Words(
    language="en",
    program="The program of {}",
    overview="Overview",
    streams="Live streams",
    stream="Live stream",
    conference="Conference",
    cancelled="Cancelled: {}",
    cancelled_notice="This session is cancelled.",
    postponed="Postponed: {}",
    postponed_notice="This session is postponed. Its new time is to be announced.",
    conference_postponed_notice="The conference is postponed. Its new days are to be announced.",
    moved="Moved from: {}",
    time_unknown="{} (time to be announced)",
    title_unknown="Title to be announced",
    speaker=("Speaker: {}", "Speakers: {}"),
    chair=("Chair: {}", "Chairs: {}"),
    host=("Host: {}", "Hosts: {}"),
    organizer=("Organizer: {}", "Organizers: {}"),
    panelist=("Panelist: {}", "Panelists: {}"),
)

_CHINESE = Words(
    language="zh",
    program="{}日程",
    overview="概览",
    streams="直播",
    stream="直播",
    conference="会议",
    cancelled="已取消：{}",
    cancelled_notice="本场活动已取消。",
    postponed="已延期：{}",
    postponed_notice="本场活动延期，新的时间待定。",
    conference_postponed_notice="会议延期，新的日期待定。",
    moved="原定：{}",
    time_unknown="{}（时间待定）",
    title_unknown="题目待定",
    speaker=("报告人：{}", "报告人：{}"),
    chair=("主席：{}", "主席：{}"),
    host=("主持人：{}", "主持人：{}"),
    organizer=("组织者：{}", "组织者：{}"),
    panelist=("嘉宾：{}", "嘉宾：{}"),
)


def words(language: str) -> Words:
    """The words for a BCP 47 tag: Chinese for any Chinese, English for any other."""
    return _CHINESE if primary(language) == "zh" else _ENGLISH


def primary(tag: str) -> str:
    """The language of a BCP 47 tag without its script and region."""
    return tag.lower().partition("-")[0]
