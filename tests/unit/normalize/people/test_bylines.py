"""Lines that name people are read as a reader would read them."""

import pytest

from pipeline.diagnostics.pages import Placeholder
from pipeline.diagnostics.people import UnreadableName
from pipeline.normalize.people.bylines import NamedPerson, read_people
from pipeline.source import Located, Span


def located(text: str, column: int = 1) -> Located[str]:
    return Located(text, Span("page.md", 7, column, 7, column + len(text)))


def read(text: str) -> list[tuple[str, str | None]]:
    people, problems = read_people(located(text))
    assert problems == ()
    return [(person.name, person.affiliation) for person in people]


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("Yi Chang, Jilin University", "Yi Chang", "Jilin University"),
        ("Yundong Tu, Peking university", "Yundong Tu", "Peking university"),
        ("Xiangyu Chang, Xi'an Jiao Tong University", "Xiangyu Chang", "Xi'an Jiao Tong University"),
        ("Huazhe Xu, Institute of Interdisciplinary Information Sciences, Tsinghua University", "Huazhe Xu",
         "Institute of Interdisciplinary Information Sciences, Tsinghua University"),
        ("Zilin Li, School of Mathematics and Statistics, Northeast Normal University", "Zilin Li",
         "School of Mathematics and Statistics, Northeast Normal University"),
        ("Wenjia Wang, Hong Kong University of Science and Technology (Guangzhou)", "Wenjia Wang",
         "Hong Kong University of Science and Technology (Guangzhou)"),
        ("Tianyang Hu, Huawei Noah's Ark Lab", "Tianyang Hu", "Huawei Noah's Ark Lab"),
        ("Zhenguo Li, 华为诺亚方舟AI基础理论实验室", "Zhenguo Li", "华为诺亚方舟AI基础理论实验室"),
        ("Dong XIA, HKUST", "Dong XIA", "HKUST"),
        ("Prof. Dr. Anna Müller (ETH Zürich)", "Prof. Dr. Anna Müller", "ETH Zürich"),
        ("Ann Bell - MIT", "Ann Bell", "MIT"),
        ("Ann Bell, Ph.D., MIT", "Ann Bell", "MIT"),
        ("Lee, J. H., KAIST", "Lee, J. H.", "KAIST"),
        ("Anna Wang (王安娜), Jilin University", "Anna Wang (王安娜)", "Jilin University"),
        ("Li Ming (李明, 清华大学)", "Li Ming (李明)", "清华大学"),
        ("José García-López, Universidad de Chile", "José García-López", "Universidad de Chile"),
        ("张三（清华大学）", "张三", "清华大学"),
        ("张三，清华大学", "张三", "清华大学"),
        ("张三 清华大学 计算机系", "张三", "清华大学 计算机系"),
        ("清华大学 张三", "张三", "清华大学"),
        ("清华大学张三教授", "张三教授", "清华大学"),
        ("李四 教授, 北京大学", "李四 教授", "北京大学"),
        ("约翰·史密斯，牛津大学", "约翰·史密斯", "牛津大学"),
        ("佐藤 健太 (東京大学)", "佐藤 健太", "東京大学"),
        ("김철수, 서울대학교", "김철수", "서울대학교"),
        ("Wei Li5", "Wei Li", None),
        ("张三(主席)", "张三", None),
        ("张 三", "张 三", None),
        ("  Ann\n   Bell ", "Ann Bell", None),
        ("Ann Bell et al.", "Ann Bell", None),
        ("Plato", "Plato", None),
        ("School of Statistics, Renmin University", "School of Statistics, Renmin University", None),
        ("Tsinghua University, Jun Zhu", "Jun Zhu", "Tsinghua University"),
    ],
)  # fmt: skip
def test_one_person(text: str, name: str, affiliation: str | None):
    assert read(text) == [(name, affiliation)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Zhihuang Zhang and Shurong Zheng", [("Zhihuang Zhang", None), ("Shurong Zheng", None)]),
        ("Jun Zhu, Ruihua Song and Di He", [("Jun Zhu", None), ("Ruihua Song", None), ("Di He", None)]),
        ("Jun Zhu, Ruihua Song, Di He", [("Jun Zhu", None), ("Ruihua Song", None), ("Di He", None)]),
        ("A. Li, B. Wu & C. Xu", [("A. Li", None), ("B. Wu", None), ("C. Xu", None)]),
        ("Ann Bell / Carl Doe", [("Ann Bell", None), ("Carl Doe", None)]),
        ("Ann Bell / Disruption Network Lab", [("Ann Bell", "Disruption Network Lab")]),
        ("<b>Ann Bell</b>, Carl Doe et <i>Eva Fox</i>", [("Ann Bell", None), ("Carl Doe", None), ("Eva Fox", None)]),
        ("Ann Bell; Carl Doe, MIT; Eva Fox", [("Ann Bell", None), ("Carl Doe", "MIT"), ("Eva Fox", None)]),
        ("张三、李四", [("张三", None), ("李四", None)]),
        ("张三 李四 王五", [("张三", None), ("李四", None), ("王五", None)]),
        ("张三（清华大学）、李四（北京大学）", [("张三", "清华大学"), ("李四", "北京大学")]),
        ("王小明和李四，清华大学", [("王小明", "清华大学"), ("李四", "清华大学")]),
        ("Ann Bell and Bob Cole, X University", [("Ann Bell", "X University"), ("Bob Cole", "X University")]),
        ("Ann Bell, X University and Bob Cole, Y University", [("Ann Bell", "X University"), ("Bob Cole", "Y University")]),
        ("Ann Bell, X University, Bob Cole, Y University", [("Ann Bell", "X University"), ("Bob Cole", "Y University")]),
        (
            "Ann Bell (chair), Bob Cole (MIT) and Eva Fox (Google Brain)",
            [("Ann Bell", None), ("Bob Cole", "MIT"), ("Eva Fox", "Google Brain")],
        ),
        ("Ann Bell1,2 and Bob Cole2", [("Ann Bell", None), ("Bob Cole", None)]),
        ("Zhang and Zheng", [("Zhang", None), ("Zheng", None)]),
    ],
)
def test_several_people(text: str, people: list[tuple[str, str | None]]):
    assert read(text) == people


def test_each_name_knows_its_place():
    people, _ = read_people(located("Jun Zhu, Ruihua Song and Di He", column=10))
    assert [person.span for person in people] == [
        Span("page.md", 7, 10, 7, 17),
        Span("page.md", 7, 19, 7, 30),
        Span("page.md", 7, 35, 7, 40),
    ]


def test_where_the_place_cannot_be_told_it_is_that_of_the_line():
    span = Span("page.md", 7, 1, 8, 5)
    people, _ = read_people(Located("Jun Zhu, Di He", span))
    assert [person.span for person in people] == [span, span]


def test_an_institute_that_is_a_placeholder_is_absent_and_reported_at_its_place():
    people, problems = read_people(located("Wenguang Sun, XXX University", column=11))
    assert people == (NamedPerson("Wenguang Sun", None, None, Span("page.md", 7, 11, 7, 23)),)
    assert problems == (Placeholder(Span("page.md", 7, 25, 7, 39), "affiliation", "XXX University"),)


def test_a_name_that_is_a_placeholder_is_nobody():
    assert read_people(located("TBA")) == ((), (Placeholder(Span("page.md", 7, 1, 7, 4), "name", "TBA"),))


@pytest.mark.parametrize(
    "text", ["14:00-15:00", "Bring your own boots to the field and walk with us along the river", "mail@example.org", "12"]
)
def test_what_is_no_name_is_reported(text: str):
    assert read_people(located(text)) == ((), (UnreadableName(located(text).span, text),))


def test_a_link_belongs_to_somebody_named_alone():
    (person,), _ = read_people(located("Xiangyu Chang, Xi'an Jiaotong University"), "http://xiangyuchang.example/")
    assert person.url == "http://xiangyuchang.example/"
    people, _ = read_people(located("Jun Zhu and Di He"), "http://panel.example/")
    assert [each.url for each in people] == [None, None]


@pytest.mark.parametrize("link", ["http://XXXXX", "javascript:alert(1)", "/people/x", ""])
def test_what_is_no_address_is_no_link(link: str):
    (person,), _ = read_people(located("Ann Bell"), link)
    assert person.url is None
