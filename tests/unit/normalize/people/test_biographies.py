"""Biographies say whom they are about."""

import pytest

from pipeline.model import RichText
from pipeline.normalize.people.biographies import introduced, subject
from pipeline.normalize.people.somebody import Mention
from pipeline.source import Located, Span


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("许志钦，上海交通大学自然科学研究院长聘教轨副教授。", "许志钦"),
        ("宋睿华博士，国家高层次人才特聘教授", "宋睿华"),
        ("许华哲博士现为清华大学交叉信息研究院助理教授", "许华哲"),
        ("马锐（1990-），吉林大学副教授", "马锐"),
        ("欧阳修是北宋政治家", "欧阳修"),
        ("Tingyu Mu is a research scientist at the Qinghe Marine Institute.", "Tingyu Mu"),
        ("Prof. Anna Müller received her doctorate in 1999.", "Anna Müller"),
        ("Rafael Quiñones Ibarra, professor of probability", "Rafael Quiñones Ibarra"),
    ],
)
def test_they_begin_with_the_name(text: str, name: str):
    assert subject(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "上海财经大学统计与管理学院助理教授。2024年博士毕业于北京大学。",
        "毕业于清华大学，现任教授",
        "曾任教授，博士生导师",
        "博士，副教授",
        "Professor of mathematics at the University of Oslo.",
        "She is a professor.",
        "The Institute is old.",
        "",
    ],
)
def test_or_not(text: str):
    assert subject(text) is None


def speaker(name: str) -> Mention:
    return Mention(name, None, None, None, Span("a.md", 4))


def test_the_name_is_the_speakers_and_knows_its_place():
    source = Located(" 许志钦，副教授。", Span("a.md", 9, 5, 9, 14))
    (one,) = introduced([speaker("Zhiqin Xu")], RichText("", "", "许志钦，副教授。"), source)
    assert one.about == Located("许志钦", Span("a.md", 9, 6, 9, 9))
    assert one.han == "许志钦"


def test_of_several_speakers_it_is_the_one_whose_name_it_is():
    source = Located("许志钦，副教授。", Span("a.md", 9, 5, 9, 13))
    speakers = introduced([speaker("Di He"), speaker("Zhiqin Xu")], RichText("", "", "许志钦，副教授。"), source)
    assert [one.han for one in speakers] == [None, "许志钦"]
    assert speakers[0].about is None
