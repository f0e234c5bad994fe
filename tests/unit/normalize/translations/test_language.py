"""Which language a text is in, by its script and by what is said of it; titles in two languages, and those that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.languages import called, tag_of
from pipeline.normalize.translations.bilingual import halves
from pipeline.normalize.translations.language import can_be_in, language_of, title_language

# --- tags ---


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("en", "en"),
        ("ZH", "zh"),
        ("zh_cn", "zh-CN"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("zn", None),
        ("id", None),
        ("english", None),
        ("en-", None),
        ("", None),
    ],
)
def test_a_tag_in_its_usual_form(word, tag):
    assert tag_of(word) == tag


@pytest.mark.parametrize(("word", "tag"), [("Chinese", "zh"), ("中文", "zh"), ("cn", "zh"), ("jp", "ja"), ("klingon", None)])
def test_what_else_languages_are_called(word, tag):
    assert called(word) == tag


# --- by script ---


@pytest.mark.parametrize(
    ("text", "languages", "tag"),
    [
        ("Why do rivers bend?", (), "en"),
        ("Pourquoi les rivières serpentent", (), "en"),  # words are not guessed at
        ("Pourquoi les rivières serpentent", ("fr",), "fr"),
        ("Why do rivers bend?", ("zh", "de"), "de"),
        ("河流为什么弯曲", (), "zh"),
        ("河流为什么弯曲", ("en", "zh-Hant"), "zh-Hant"),
        ("会場", ("ja", "en"), "ja"),
        ("河流为什么弯曲，这个问题从来没有人能够完全回答清楚", ("ja", "en"), "zh"),  # so long, and not a kana
        ("川はなぜ曲がるのか", (), "ja"),
        ("강은 왜 굽이치는가", ("en",), "ko"),
        ("Почему реки извиваются", (), None),
        ("Почему реки извиваются", ("en", "uk"), "uk"),
        ("基于 Transformer 的大语言模型", (), "zh"),
        ("Mean curvature flow: $\\text{半}$ of it", (), "en"),
        ("12:30", ("en",), None),
        ("", (), None),
    ],
)
def test_a_text_s_language(text, languages, tag):
    assert language_of(text, languages) == tag


@pytest.mark.parametrize(
    ("title", "tag"), [("Salt and Sea 盐与海的故事", "en"), ("盐与海 The Salt and the Sea", "zh"), ("Transformer 的数学理论", "zh")]
)
def test_a_title_in_two_languages_is_in_its_first(title, tag):
    assert title_language(title) == tag


@pytest.mark.parametrize(
    ("text", "tag", "can"),
    [
        ("河流", "en", False),
        ("河流", "ja", True),
        ("DeepSeek", "zh", True),
        ("Rivers of Sand and Mud", "zh", False),
        ("Rivers of Sand and Mud", "fr", True),
        ("2026", "ko", True),
    ],
)
def test_a_text_can_be_in_a_language_whose_script_it_has(text, tag, can):
    assert can_be_in(text, tag) == can


# --- halves of a title ---

ENGLISH = "Semi-implicit Functional Gradient Flow"
CHINESE = "半隐式函数型梯度流"


@pytest.mark.parametrize("form", ["{} ({})", "{}（{}）", "{} 【{}】", "{} / {}", "{} | {}", "{}｜{}", "{}\n{}"])
def test_a_title_in_two_languages_has_two_halves(form):
    assert halves(form.format(ENGLISH, CHINESE)) == (ENGLISH, CHINESE)
    english = "Semi-implicit functional gradient flow"
    assert halves(form.format(CHINESE, english)) == (CHINESE, english)


@pytest.mark.parametrize(
    "title",
    [
        "Deep Learning (深度学习) for Rivers",
        "Session A (甲)",
        "Opening (开幕式)",
        "Statistics of Large Data (北京大学统计科学中心)",
        "The Mathematics of Rivers (第二会议室)",
        "Foundations of Deep Learning (特邀报告人报告)",
        "Statistical Learning for Big Data (青年学者专场)",
        "A Fireside Chat (张三丰)",
        "红树林的数学理论 (Invited Talk in English)",
        "红树林的数学理论 (Ada Brook)",
        "红树林的数学理论 (Zhi-Qin John Xu)",
        "红树林的数学理论 (University of Lanwan)",
        "红树林的数学理论 (Part Two of Three)",
        "The Rise of Rivers (and Their Fall)",
        "Rivers / Their Rise and Their Fall",
        "大语言模型 (LLM) 的数学基础 (Mathematical Foundations of LLMs)",
        "Rivers in 2025 and Before (2026年以前的河流)",
        "Rivers and Sand and Mud (河流为什么弯曲这个问题从来没有人能够完全回答清楚我们试一试)",
        "Reading the Gauges 读懂验潮站",
        "Rivers of Sand | 沙之河流 | Ríos",
        "河流的记忆 (川の記憶について)",
        "",
        "()",
    ],
)
def test_what_is_not_surely_two_titles_is_one(title):
    assert halves(title) is None


LATIN = st.from_regex(r"\A[A-Za-z][A-Za-z ,:-]{0,60}\Z")
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20)
MIXED = st.text(st.sampled_from("ab河流 ()（）/|-1\n"), max_size=40)


@given(st.sampled_from(["{} ({})", "{} / {}", "{}\n{}"]), LATIN, LATIN)
def test_halves_in_one_script_are_a_subtitle(form, one, other):
    assert halves(form.format(one, other)) is None


@given(LATIN, HAN, LATIN)
def test_what_goes_on_after_the_brackets_is_one_title(one, other, rest):
    assert halves(f"{one} ({other}) {rest}") is None


@given(LATIN, st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=4))
def test_few_characters_are_no_title(one, other):
    assert halves(f"{one} ({other})") is None


@given(MIXED | st.text())
def test_halves_are_of_two_scripts_and_all_of_the_title(title):
    found = halves(title)
    if found:
        one, other = found
        assert title.split()[0].startswith(one.split()[0])
        assert other.split()[-1] in title
        assert {bool(set(half) & set("".join(map(chr, range(0x4E00, 0x9FFF))))) for half in found} == {True, False}
