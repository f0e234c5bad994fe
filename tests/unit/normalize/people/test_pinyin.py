"""Chinese names in characters and in Latin letters: which spell the same."""

import pytest

from pipeline.normalize.people.pinyin import Spelling, family_first, in_pinyin, is_pinyin, spelling


@pytest.mark.parametrize(
    ("latin", "han"),
    [
        ("Zhiqin Xu", "许志钦"),
        ("Xu Zhiqin", "许志钦"),
        ("Zhi-Qin Xu", "许志钦"),
        ("Zhi Qin XU", "许志钦"),
        ("Zhi-Qin John Xu", "许志钦"),
        ("Hang Zhao", "赵行"),  # 行 is xing more often
        ("Guo Zeng", "曾国"),
        ("Xiongxin Shan", "单雄信"),
        ("Xiu Ouyang", "欧阳修"),
        ("Ou-Yang Xiu", "欧阳修"),
        ("Xiu Ou Yang", "欧阳修"),
        ("Wei Lü", "吕伟"),
        ("Wei Lv", "吕伟"),
        ("Wei Lyu", "吕伟"),
        ("Di He", "贺笛"),
        ("Rui Ma", "马锐"),
    ],
)
def test_these_are_one_name(latin: str, han: str):
    assert spelling(latin, han) is Spelling.SAME


@pytest.mark.parametrize(
    ("latin", "han"), [("Zhiqing Xu", "许志钦"), ("Yun Liu", "刘歆"), ("Zhihua Zhang", "许志钦"), ("Xu Zhi", "许志钦")]
)
def test_these_are_two(latin: str, han: str):
    assert spelling(latin, han) is Spelling.OTHER


@pytest.mark.parametrize("latin", ["Z. Xu", "Z.-Q. Xu", "Z Q Xu", "Xu Z."])
def test_initials_are_short(latin: str):
    assert spelling(latin, "许志钦") is Spelling.SHORT


@pytest.mark.parametrize(
    ("latin", "han"),
    [("John Xu", "许志钦"), ("Tsz-Kin Chan", "陈子健"), ("Chi Ming Chan", "陈志明"), ("Ming Lee", "李明"), ("Anna Müller", "许志钦"), ("Xu", "许志钦")],
)  # fmt: skip
def test_of_what_is_no_pinyin_nothing_is_said(latin: str, han: str):
    assert spelling(latin, han) is Spelling.UNKNOWN


def test_pinyin_has_a_surname_and_syllables():
    names = ["Zhiqin Xu", "Di He", "Sai Li", "Ann Bell", "Nová Řeka", "Volta Mouth", "Xu", "Haruka Minegishi", "Zhi-Qin John Xu"]
    assert [name for name in names if is_pinyin(name)] == ["Zhiqin Xu", "Di He", "Sai Li"]


def test_the_surname_comes_first_where_only_the_first_word_is_one():
    assert [name for name in ("Zhang San", "San Zhang", "Wei Li", "Xu Zhiqin", "Ann Bell") if family_first(name)] == [
        "Zhang San",
        "Xu Zhiqin",
    ]


def test_a_name_is_read_as_in_a_passport():
    assert [in_pinyin(name) for name in ("许志钦", "欧阳修", "曾国", "吕布")] == ["Xu Zhiqin", "Ouyang Xiu", "Zeng Guo", "Lü Bu"]
