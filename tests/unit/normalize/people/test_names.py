"""Names: what looks like one, which are the same, and where they stand in an index."""

import pytest

from pipeline.normalize.people.names import bare, identity, is_chinese_name, is_name, parts, sort_key, without_footnotes


@pytest.mark.parametrize(
    "text",
    ["Yi Chang", "Zhi-Qin John Xu", "Dong XIA", "J. K. Rowling", "Ludwig van Beethoven", "D'Arcy Wong", "Prof. Li", "Ms. Li", "许志钦", "欧阳修", "李四 教授", "张 三",
     "阿依古丽·买买提", "김철수", "Wei Li5", "Łukasz Kaiser", "Yundong Tu"],
)  # fmt: skip
def test_these_are_names(text: str):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["Jilin University", "ETH Zürich", "Google Brain", "Hong Kong", "Data Science", "清华大学", "计算机系", "华为", "Plato", "MIT", "9:00", "bring your boots", "What?",
     "a@b.org", "全体嘉宾们", "University of Oslo", "Northeast Normal", "Institute of Statistics and Big Data", ""],
)  # fmt: skip
def test_these_are_none(text: str):
    assert not is_name(text)


@pytest.mark.parametrize("names", [
    ("Zhi-Qin Xu", "Zhiqin Xu", "ZHIQIN XU", "Zhi Qin XU", "XU Zhiqin", "Prof. Zhiqin Xu", "Zhiqin  Xu, Ph.D.", "Xu, Zhiqin", "Ｚｈｉｑｉｎ Xu"),
    ("Anna Müller", "Prof. Dr. Anna Müller", "Anna Mu\u0308ller", "Anna Muller", "Anna Müller (chair)"),
    ("许志钦", "许 志钦", "许志钦教授", "许志钦 副教授"),
    ("J. K. Rowling", "J.K. Rowling", "J K Rowling"),
])  # fmt: skip
def test_spellings_of_one_name_are_equal(names: tuple[str, ...]):
    assert len({identity(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zhiqin Xu", "Zhiqing Xu"), ("Wei Li", "Li Wei"), ("Bin Liu", "Bing Liu"), ("许志钦", "许志欣"), ("が", "か")],
)
def test_other_names_are_not(one: str, other: str):
    assert identity(one) != identity(other)


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Zhiqin Xu", "Xu", "Zhiqin"),
        ("Dong XIA", "XIA", "Dong"),
        ("XIA Dong", "XIA", "Dong"),
        ("VAN DER BERG Jan", "VAN DER BERG", "Jan"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Lee, J. H.", "Lee", "J. H."),
        ("欧阳修", "欧阳", "修"),
        ("张 三", "张", "三"),
        ("Madonna", "Madonna", ""),
    ],
)
def test_the_family_name_is_found(name: str, family: str, given: str):
    assert parts(name) == (family, given)


def test_an_index_runs_by_family_name_in_latin_letters():
    names = ["许志钦", "曾国", "Anna Müller", "Zhiqing Xu", "Dong XIA", "单雄信", "Łukasz Kaiser", "查良镛", "Jan van der Berg"]
    assert sorted(names, key=sort_key) == [
        "Łukasz Kaiser",
        "Anna Müller",
        "单雄信",
        "Jan van der Berg",
        "Dong XIA",
        "许志钦",
        "Zhiqing Xu",
        "曾国",
        "查良镛",
    ]
    assert sort_key("许志钦") == "xu, zhiqin"
    assert sort_key("Prof. Zhi-Qin Xu") == "xu, zhiqin"


def test_titles_and_degrees_go():
    assert bare("Prof. Dr. Anna Müller, Ph.D. (chair)") == "Anna Müller"
    assert bare("李四教授") == "李四"
    assert bare("Dr") == "Dr"
    assert bare("Anna Müller, MA") == bare("Anna Müller M.A.") == "Anna Müller"
    assert bare("Rui Ma") == "Rui Ma"


@pytest.mark.parametrize("name", ["Wei Li5", "Wei Li1,2", "Wei Li*", "Wei Li†", "Wei Li¹", "Wei Li^{2}", "Wei Li [3]", "Wei Li"])
def test_footnote_marks_go(name: str):
    assert without_footnotes(name) == "Wei Li"


def test_a_chinese_name_begins_with_a_surname():
    assert [name for name in ("张三", "欧阳修远", "机器学习", "清华", "主持人", "诸葛亮") if is_chinese_name(name)] == [
        "张三",
        "欧阳修远",
        "诸葛亮",
    ]
