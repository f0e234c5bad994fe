"""Text → tokens: what is a token, of which kind, and where."""

import pytest

from pipeline.grammar.times import numerals
from pipeline.grammar.times.lexer import lex
from pipeline.grammar.times.tokens import Kind
from pipeline.grammar.times.vocabulary import LANGUAGES, guess, vocabulary


def tokens(text: str, language: str = "en") -> list[tuple[Kind, str]]:
    return [(token.kind, token.text) for token in lex(text, vocabulary(language))[:-1]]


def test_markup_is_no_token():
    assert tokens("**9** <br/> ~~to~~ `10`\n----") == [(Kind.NUMBER, "9"), (Kind.TO, "to"), (Kind.NUMBER, "10")]


def test_full_width_forms_are_their_plain_ones_at_their_own_place():
    assert [(t.text, t.start) for t in lex("（９：５０）", vocabulary("zh"))] == [
        ("(", 0),
        ("9", 1),
        (":", 2),
        ("50", 3),
        (")", 5),
        ("", 6),
    ]


def test_a_code_is_one_word():
    assert tokens("C1.005 Aug22 h2") == [
        (Kind.WORD, "C1.005"),
        (Kind.MONTH, "Aug"),
        (Kind.NUMBER, "22"),
        (Kind.HOUR, "h"),
        (Kind.NUMBER, "2"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("a.m.", "de", Kind.PART),
        ("am", "de", Kind.FILLER),
        ("to be announced", "en", Kind.TBA),
        ("after", "en", Kind.FROM),
        ("jusqu'à", "fr", Kind.UNTIL),
        ("Août", "fr", Kind.MONTH),
        ("aout", "fr", Kind.MONTH),
        ("Aou\u0302t", "fr", Kind.MONTH),
        ("EST", "en", Kind.ZONE),
        ("est", "en", Kind.WORD),
        ("十三", "zh", Kind.NUMBER),
        ("周五", "en", Kind.WEEKDAY),
        ("추후 공지", "ko", Kind.TBA),
        ("&ndash;", "en", Kind.DASH),
        ("123456789", "en", Kind.WORD),
        ("٩", "en", Kind.MARK),
        ("https://example.org/9:00", "en", Kind.WORD),
    ],
)
def test_a_word_is_of_a_kind(text, language, kind):
    assert [found for found, _ in tokens(text, language)] == [kind]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二〇二四", 2024),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("二十三", 23),
        ("廿五", 25),
        ("两", 2),
        ("二二十", None),
        ("一二三四五", None),
        ("十十", None),
    ],
)
def test_chinese_numerals_count(numeral, value):
    assert numerals.value(numeral) == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_all_weekdays(language):
    known = vocabulary(language)
    terms = [*known.spaced.values(), *known.solid.values()]
    assert {term.value for term in terms if term.kind is Kind.WEEKDAY} == set(range(7))


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("9:00", None, "en"),
        ("9:00", "de-AT", "de"),
        ("9:00", "xx", "en"),
        ("月曜日から", None, "ja"),
        ("금요일", None, "ko"),
        ("周五", None, "zh"),
        ("Freitag um 9 Uhr", None, "de"),
        ("vendredi à midi", None, "fr"),
        ("viernes al mediodía", None, "es"),
        ("Friday at noon", None, "en"),
    ],
)
def test_the_language_is_the_hint_or_what_the_text_shows(text, hint, language):
    assert guess(text, hint) == language
