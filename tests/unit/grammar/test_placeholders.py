"""Stand-ins for facts are told from facts."""

import pytest

from pipeline.grammar.placeholders import is_placeholder, without_placeholder

STAND_INS = [
    "TBA", "tba", "TBD", "TBC", "T.B.A.", "TBA/TBD", "(TBA)", "TBA.", "To be announced", "to be determined", "to be confirmed later",
    "will be announced soon", "Title to be announced", "Speaker TBA", "Speakers: TBD", "Keynote speaker TBA", "coming soon",
    "Abstract coming soon", "XXX", "xx", "XXXX University", "XXX University", "University of XXX", "Prof. XXX", "Room XX", "Dr. XX, XX University",
    "http://XXXXX", "https://xxx.com", "???", "？？", "?", "-", "—", "...", "……", "___", "N/A", "none", "not yet known", "待定", "时间待定",
    "题目待定", "待公布", "未定", "待通知", "另行通知", "尚未确定", "敬请期待", "某某", "某某大学", "XXX大学", "ＸＸＸ大学", "xx教授",
    "[时间待定 / Time TBD]", "地点：待定", "演讲人待定", "暂无", "无", "추후 공지", "미정", "à confirmer", "por definir", "\u00a0TBA\u3000",
]  # fmt: skip

FACTS = [
    "", "   ", "Xinxin Xu", "XXIX", "Room XX1", "Session XX", "Xi'an", "Xx1", "Dexxon Lab", "TBATS models", "Tba Hall 3", "Who knows???",
    "To be or not to be", "To be announced: the prize", "Weizhen Building", "惟真楼xx", "唯真楼", "某类问题的研究", "待定系数法", "未定义行为",
    "N/A values in data", "None of the above", "Jun Zhu", "无限维理解下的深度学习", "8月22日 周五下午（具体时间待定）", "Wenguang Sun, XXX University",
    "XXL models", "A - B", "9:00", "🎉", "C++", "Nina TBAeva", "University", "大学", "待", "https://example.org/xxx-talk",
]  # fmt: skip


@pytest.mark.parametrize("text", STAND_INS)
def test_a_stand_in_is_no_fact(text: str):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", FACTS)
def test_a_fact_is_no_stand_in(text: str):
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("唯真楼xx", "唯真楼"),
        ("东北师范大学 唯真楼 XX", "东北师范大学 唯真楼"),
        ("惟真楼xx室", "惟真楼"),
        ("惟真楼 待定", "惟真楼"),
        ("惟真楼（教室待定）", "惟真楼"),
        ("Weizhen Building, Room TBA", "Weizhen Building"),
        ("TBA, Weizhen Building", "Weizhen Building"),
        ("Main Hall [TBC]", "Main Hall"),
        ("Main Hall (east wing), Ziyou Campus", "Main Hall (east wing), Ziyou Campus"),
        ("Xinxin Xu", "Xinxin Xu"),
        ("XXX University", None),
        ("TBA", None),
        ("", None),
    ],
)
def test_what_is_known_remains(text: str, rest: str | None):
    assert without_placeholder(text) == rest
