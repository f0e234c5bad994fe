"""The words of ours in a feed, in the conference's main language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """All fixed words of a feed. ``{}`` stands for what is filled in; each role has a form for one person and one for more."""

    program: str
    cancelled: str
    cancelled_notice: str
    postponed: str
    postponed_notice: str
    moved: str
    time_unknown: str
    title_unknown: str
    speaker: tuple[str, str]
    chair: tuple[str, str]
    host: tuple[str, str]
    organizer: tuple[str, str]
    panelist: tuple[str, str]


_ENGLISH = Words(
    program="The program of {}",
    cancelled="Cancelled: {}",
    cancelled_notice="This session is cancelled.",
    postponed="Postponed: {}",
    postponed_notice="This session is postponed. Its new time is to be announced.",
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
    program="{}日程",
    cancelled="已取消：{}",
    cancelled_notice="本场活动已取消。",
    postponed="已延期：{}",
    postponed_notice="本场活动延期，新的时间待定。",
    moved="原定：{}",
    time_unknown="{}（时间待定）",
    title_unknown="题目待定",
    speaker=("报告人：{}", "报告人：{}"),
    chair=("主席：{}", "主席：{}"),
    host=("主持人：{}", "主持人：{}"),
    organizer=("组织者：{}", "组织者：{}"),
    panelist=("嘉宾：{}", "嘉宾：{}"),
)


def words(languages: tuple[str, ...]) -> Words:
    """The words for BCP 47 tags, the main language first: Chinese where that is Chinese, English for any other."""
    return _CHINESE if languages and languages[0].lower().split("-")[0] == "zh" else _ENGLISH
