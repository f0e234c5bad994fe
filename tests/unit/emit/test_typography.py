"""Text of two languages as markup, and dates in words."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.emit.typography import (
    Languages,
    Run,
    date_in_words,
    date_range,
    language_of,
    line,
    runs,
    short_date,
    typeset,
    typeset_html,
)
from tests.builders import day

CHINESE = Languages("zh-Hans")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Coffee", (Run("Coffee", "en"),)),
        ("Opening 开幕式", (Run("Opening ", "en"), Run("开幕式", "zh-Hans"))),
        ("2026年10月15日 星期四", (Run("2026年10月15日 星期四", "zh-Hans"),)),
        ("第 3 届", (Run("第 3 届", "zh-Hans"),)),
        ("GPT4模型", (Run("GPT4", "en"), Run("模型", "zh-Hans"))),
        ("见“附录”。 See", (Run("见“附录”。", "zh-Hans"), Run(" See", "en"))),
        ("Müller, Łukasz", (Run("Müller, Łukasz", "en"),)),
        ("日本のデータ", (Run("日本のデータ", "ja"),)),
        ("통계", (Run("통계", "ko"),)),
    ],
)
def test_text_is_cut_where_its_language_changes(text: str, expected: tuple[Run, ...]):
    assert runs(text) == expected


@pytest.mark.parametrize("text", ["Opening 开幕式 2026年, GPT4模型 & 5 “引” ²", "\u202eabc中", "a" * 1000 + "中" * 1000])
@pytest.mark.parametrize("languages", [Languages(), CHINESE])
def test_the_runs_joined_are_the_text(text: str, languages: Languages):
    assert "".join(run.text for run in runs(text, languages)) == text


def test_latin_words_are_foreign_in_a_chinese_text():
    assert typeset("R&D 研究", CHINESE) == '<span lang="en">R&amp;D</span> 研究'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Causal inference for all 因果", "en"),
        ("因果推断 with GANs", "zh-Hans"),
        ("日本のデータ", "ja"),
        ("2026", "en"),
        ("", "en"),
    ],
)
def test_a_text_is_in_the_language_most_of_it_is_in(text: str, expected: str):
    assert language_of(text) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("en", "zh"), Languages("en", "zh-Hans", "en")),
        (("zh", "en"), Languages("zh-Hans", "zh-Hans", "en")),
        (("zh-Hant",), Languages("zh-Hant", "zh-Hant", "en")),
        (("fr", "zh"), Languages("fr", "zh-Hans", "fr")),
        ((), Languages()),
    ],
)
def test_the_events_languages_say_what_han_and_latin_stand_for(tags: tuple[str, ...], expected: Languages):
    assert Languages.of(tags) == expected


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("the regret $R_T$ and $c\\sqrt{T}$", ["$R_T$", "$c\\sqrt{T}$"]),
        ("$$\\sum_i x_i$$", ["$$\\sum_i x_i$$"]),
        ("between $5 and $10", []),
        (r"costs \$5 to \$6", []),
        ("在 $n \\to \\infty$ 时", ["$n \\to \\infty$"]),
        ("$a < b$", ["$a < b$"]),
        ("$", []),
    ],
)
def test_formulas_are_told_apart_and_money_is_not_one(text: str, formulas: list[str]):
    assert [span.text() for span in LexborHTMLParser(f"<p>{typeset(text)}</p>").css(".math")] == formulas


def test_what_an_author_writes_stays_text():
    text = "</script><img src=x onerror=alert(1)> “中文” & $<b>$"
    tree = LexborHTMLParser(f"<p>{typeset(text)}</p>")
    assert tree.css("img, b, script") == []
    assert tree.text() == text


def test_the_elements_of_a_rich_text_stay_and_its_texts_are_marked():
    html = '<p>On 因果 &amp; $a &lt; b$ <a href="https://x.example/?a=1&amp;b=中>">链接</a></p>'
    assert typeset_html(html) == (
        '<p>On <span lang="zh-Hans">因果</span> &amp; <span class="math" translate="no">$a &lt; b$</span> '
        '<a href="https://x.example/?a=1&amp;b=中>"><span lang="zh-Hans">链接</span></a></p>'
    )


def test_a_line_has_no_breaks_controls_or_turns_of_direction():
    assert line(" A\u202e title\x00\n on\t lines\u2067 ") == "A title on lines"


@pytest.mark.parametrize("mark", ["a", "中", "中a", "。", "$", "$a", "<", '<"', "中 "])
def test_a_word_without_end_is_set_as_any_other(mark: str):
    text = mark * (100_000 // len(mark))
    assert LexborHTMLParser(f"<p>{typeset(text)}</p>").text() == text


@pytest.mark.parametrize(
    ("language", "words", "short"),
    [
        ("en", "Thursday 15 October 2026", "Thu 15 Oct"),
        ("zh", "2026年10月15日 星期四", "10月15日 周四"),
        ("zh-Hans", "2026年10月15日 星期四", "10月15日 周四"),
        ("en-US", "Thursday, October 15, 2026", "Thu, Oct 15"),
        ("fr", "jeudi 15 octobre 2026", "jeu. 15 oct."),
        ("x-unknown", "Thursday 15 October 2026", "Thu 15 Oct"),
    ],
)
def test_dates_in_words(language: str, words: str, short: str):
    assert (date_in_words(day("2026-10-15"), language), short_date(day("2026-10-15"), language)) == (words, short)


@pytest.mark.parametrize(
    ("first", "last", "language", "expected"),
    [
        ("2026-10-15", "2026-10-17", "en", "15–17 October 2026"),
        ("2026-10-30", "2026-11-02", "en", "30 Oct – 2 Nov 2026"),
        ("2026-10-15", "2026-10-15", "en", "Thursday 15 October 2026"),
        ("2026-10-15", "2026-10-17", "zh-Hans", "2026年10月15日至17日"),
        ("2026-12-31", "2027-01-02", "en", "31 Dec 2026 – 2 Jan 2027"),
    ],
)
def test_ranges_of_days_in_words(first: str, last: str, language: str, expected: str):
    assert date_range(day(first), day(last), language).replace("\u2009", " ") == expected
