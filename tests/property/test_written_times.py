"""Dates and hours as people write them in seven languages, in their usual forms and combined at will, read as just what was written."""

from collections.abc import Callable
from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.grammar.times import notation, read_time

MONTHS = {tag: list(get_month_names("wide", locale=tag).values()) for tag in ("en", "fr", "de", "es")}
DAYS = {
    "en": (["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], ["Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun."], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    "fr": (["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"], ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]),
    "de": (["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"], ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."]),
    "es": (["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"], ["Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo"]),
    "zh": (["星期" + day for day in "一二三四五六日"], ["周" + day for day in "一二三四五六日"], ["週" + day for day in "一二三四五六日"], ["礼拜" + day for day in "一二三四五六天"]),
    "ja": ([day + "曜日" for day in "月火水木金土日"], list("月火水木金土日")),
    "ko": ([day + "요일" for day in "월화수목금토일"], list("월화수목금토일")),
}  # fmt: skip


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def western(language: str, *forms: str) -> list[Callable[[date, str], str]]:
    """Makers of dates from forms in which ``w`` stands for the weekday, ``d`` for the day, ``m`` for the month, ``y`` for the year."""

    def maker(form: str) -> Callable[[date, str], str]:
        return lambda day, weekday: form.format(
            w=weekday, d=day.day, o=ordinal(day.day), dd=f"{day.day:02}", m=MONTHS[language][day.month - 1] if language in MONTHS else "",
            s=MONTHS["en"][day.month - 1][:3], n=day.month, nn=f"{day.month:02}", y=day.year,
        )  # fmt: skip

    return [maker(form) for form in forms]


#: For each language the forms of a date: with weekday and year, with the year alone, with the weekday alone, with neither.
DATES: dict[str, tuple[list[Callable[[date, str], str]], ...]] = {
    "en": (
        western("en", "{w}, {m} {d}, {y}", "{w}, {d} {m} {y}", "{w} {d} {m} {y}", "{m} {d}, {y} ({w})", "{w}, {m} {o}, {y}", "{w} {o} {m} {y}", "{w} the {o} of {m}, {y}", "{y}-{nn}-{dd} ({w})"),
        western("en", "{m} {d}, {y}", "{d} {m} {y}", "{m} {o}, {y}", "{o} {m} {y}", "{s} {d}, {y}", "{d} {s} {y}", "{y}-{nn}-{dd}", "{y}/{nn}/{dd}", "{d}-{s}-{y}"),
        western("en", "{w}, {m} {d}", "{w} {d} {m}", "{w}, {o} {m}", "{m} {d} ({w})"),
        western("en", "{m} {d}", "{d} {m}", "{m} {o}", "the {o} of {m}", "{s} {d}", "{d} {s}"),
    ),
    "fr": (
        western("fr", "{w} {d} {m} {y}", "{w}, {d} {m} {y}", "le {w} {d} {m} {y}", "{w} {dd}/{nn}/{y}"), western("fr", "{d} {m} {y}", "le {d} {m} {y}"),
        western("fr", "{w} {d} {m}", "le {w} {d} {m}"), western("fr", "{d} {m}", "le {d} {m}"),
    ),
    "de": (
        western("de", "{w}, {d}. {m} {y}", "{w}, den {d}. {m} {y}", "{w} {dd}.{nn}.{y}", "{w}, {d}.{n}.{y}", "am {w}, {d}. {m} {y}"), western("de", "{d}. {m} {y}", "{dd}.{nn}.{y}", "{d}. {n}. {y}", "am {d}. {m} {y}"),
        western("de", "{w}, {d}. {m}", "{w}, {d}.{n}.", "{w}, den {d}. {m}"), western("de", "{d}. {m}", "{dd}.{nn}.", "am {d}. {m}"),
    ),
    "es": (
        western("es", "{w} {d} de {m} de {y}", "{w}, {d} de {m} de {y}", "el {w} {d} de {m} de {y}", "{w} {d} de {m} del {y}"), western("es", "{d} de {m} de {y}", "{d} de {m}, {y}", "el {d} de {m} de {y}"),
        western("es", "{w} {d} de {m}", "{w}, {d} de {m}"), western("es", "{d} de {m}", "el {d} de {m}"),
    ),
    "zh": (
        western("zh", "{y}年{n}月{d}日（{w}）", "{y}年{n}月{d}日 {w}", "{y}年{nn}月{dd}日({w})", "{y}-{nn}-{dd} {w}", "{w}，{y}年{n}月{d}日", "{y}.{n}.{d}（{w}）"), western("zh", "{y}年{n}月{d}日", "{y}年{n}月{d}号", "{y}-{nn}-{dd}", "{y}.{n}.{d}", "{y}/{n}/{d}"),
        western("zh", "{n}月{d}日（{w}）", "{n}月{d}日{w}", "{w}，{n}月{d}日", "{n}月{d}号 {w}"), western("zh", "{n}月{d}日", "{n}月{d}号"),
    ),
    "ja": (
        western("ja", "{y}年{n}月{d}日（{w}）", "{y}年{n}月{d}日({w})", "{y}/{nn}/{dd}({w})"), western("ja", "{y}年{n}月{d}日", "{y}/{nn}/{dd}"),
        western("ja", "{n}月{d}日（{w}）", "{n}月{d}日({w})"), western("ja", "{n}月{d}日"),
    ),
    "ko": (
        western("ko", "{y}년 {n}월 {d}일 ({w})", "{y}년 {n}월 {d}일({w})", "{y}. {n}. {d}. ({w})", "{y}.{nn}.{dd}({w})"), western("ko", "{y}년 {n}월 {d}일", "{y}. {n}. {d}.", "{y}.{nn}.{dd}"),
        western("ko", "{n}월 {d}일 ({w})", "{n}월 {d}일({w})"), western("ko", "{n}월 {d}일"),
    ),
}  # fmt: skip


def halves(before: str, after: str, form: str) -> Callable[[int], str]:
    """Makers of times of a twelve-hour clock: ``{h}`` is 12 or 1 to 11, ``{z}`` 0 to 11, ``{x}`` the half's word."""
    return lambda minute: form.format(
        h=minute // 60 % 12 or 12,
        z=minute // 60 % 12,
        m=f"{minute % 60:02}",
        k=minute % 60,
        x=after if minute >= 12 * 60 else before,
    )


def whole(form: str) -> Callable[[int], str]:
    """Makers of times of a clock of 24 hours."""
    return lambda minute: form.format(h=minute // 60, hh=f"{minute // 60:02}", m=f"{minute % 60:02}", k=minute % 60)


CLOCKS: dict[str, list[Callable[[int], str]]] = {
    "en": [
        whole("{hh}:{m}"), whole("{h}:{m}"), halves("am", "pm", "{h}:{m}{x}"), halves("a.m.", "p.m.", "{h}:{m} {x}"), halves("AM", "PM", "{h}:{m} {x}"), halves("A.M.", "P.M.", "{h}:{m} {x}"),
        halves("am", "pm", "{h}.{m} {x}"), halves("a.m", "p.m", "{h}:{m} {x}"), halves("a. m.", "p. m.", "{h}:{m} {x}"),
    ],
    "fr": [whole("{h}h{m}"), whole("{h} h {m}"), whole("{hh}h{m}"), whole("{h}:{m}"), whole("{h}H{m}")],
    "de": [whole("{hh}:{m} Uhr"), whole("{h}.{m} Uhr"), whole("{hh}:{m}"), whole("{h}:{m} h")],
    "es": [whole("{hh}:{m}"), whole("{h}:{m} h"), whole("{h}:{m} hs."), whole("{h}.{m} h"), whole("{h}:{m} horas"), halves("a. m.", "p. m.", "{h}:{m} {x}"), halves("a.m.", "p.m.", "{h}:{m} {x}")],
    "zh": [whole("{h}:{m}"), whole("{hh}:{m}"), whole("{h}：{m}"), whole("{h}点{m}分"), whole("{h}時{m}分"), halves("上午", "下午", "{x}{h}:{m}"), halves("上午", "下午", "{x} {h}：{m}"), halves("上午", "下午", "{x}{h}点{m}分"), halves("上午", "下午", "{x}{h}时{m}分")],
    "ja": [whole("{hh}:{m}"), whole("{h}時{m}分"), whole("{h}：{m}"), halves("午前", "午後", "{x}{z}時{m}分"), halves("午前", "午後", "{x}{z}:{m}"), halves("AM", "PM", "{x}{h}:{m}")],
    "ko": [whole("{hh}:{m}"), whole("{h}시 {m}분"), halves("오전", "오후", "{x} {h}시 {m}분"), halves("오전", "오후", "{x} {h}:{m}"), halves("오전", "오후", "{x}{h}시{m}분")],
}  # fmt: skip
JOINS = {
    "en": [" - ", "-", " – ", "–", " — ", "—", " to ", " until ", " ~ "], "fr": [" - ", " – ", "-", " à ", " — "], "de": [" - ", "–", " – ", " bis ", "-"], "es": [" - ", "-", " – ", " a "],
    "zh": ["-", " - ", "—", "——", "～", "~", "至", " 至 ", "到", "–"], "ja": ["〜", "～", " - ", "-", "–", "から"], "ko": [" ~ ", "~", " - ", "-", "–"],
}  # fmt: skip
BETWEEN = {
    "en": [", ", " ", " at ", "; ", " | ", "\n"], "fr": [", ", " ", " à ", " – "], "de": [", ", " ", " um ", " | "], "es": [", ", " ", " a las "],
    "zh": [" ", "，", "", " | "], "ja": [" ", "、", "　"], "ko": [" ", ", "],
}  # fmt: skip
WIDE = str.maketrans(
    {
        **{chr(ord("0") + digit): chr(ord("０") + digit) for digit in range(10)},
        ":": "：",
        " ": "　",
        "-": "－",
        "(": "（",
        ")": "）",
    }
)
EAST_ASIAN = ("zh", "ja", "ko")

days = st.dates(date(2001, 1, 1), date(2099, 12, 31))
#: Of one half of the day each, so that no form leaves it open.
mornings, evenings = st.integers(6 * 60, 12 * 60 - 1), st.integers(13 * 60, 24 * 60 - 1)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def dated(draw: st.DrawFn, language: str) -> tuple[str, str]:
    """A date as it is written, and what it says."""
    day = draw(days)
    told = draw(st.integers(0, 3))
    words = draw(st.sampled_from(DATES[language][told]))(day, draw(st.sampled_from(DAYS[language]))[day.weekday()])
    return words, {0: f"{day}", 1: f"{day}", 2: f"--{day:%m-%d} {day:%a}", 3: f"--{day:%m-%d}"}[told]


@st.composite
def timed(draw: st.DrawFn, language: str) -> tuple[str, str]:
    """Hours as they are written, and what they say: a start, or a start and an end in one form."""
    start, end = draw(mornings), draw(evenings)
    form = draw(st.sampled_from(CLOCKS[language]))
    if draw(st.booleans()):
        return form(end), clock(end)
    return f"{form(start)}{draw(st.sampled_from(JOINS[language]))}{form(end)}", f"{clock(start)}-{clock(end)}"


@st.composite
def written(draw: st.DrawFn, language: str) -> tuple[str, str]:
    """A date, hours, or both in either order; in East Asia perhaps all in wide characters."""
    (date_words, date_said), (clock_words, clock_said) = draw(dated(language)), draw(timed(language))
    between = draw(st.sampled_from(BETWEEN[language]))
    assume(between or not (date_words[-1:].isdecimal() and clock_words[:1].isdecimal()))
    text, said = {
        "date": (date_words, date_said),
        "clock": (clock_words, clock_said),
        "both": (f"{date_words}{between}{clock_words}", f"{date_said} {clock_said}"),
        "turned": (f"{clock_words}, {date_words}", f"{date_said} {clock_said}"),
    }[draw(st.sampled_from(("date", "clock", "both", "both", "turned")))]
    wide = language in EAST_ASIAN and draw(st.booleans())
    return (text.translate(WIDE) if wide else text), said


@pytest.mark.parametrize("language", DATES)
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_what_is_written_in_a_language_is_what_is_read(language: str, data: st.DataObject):
    text, said = data.draw(written(language))
    assert notation(read_time(text, language)) == said


@pytest.mark.parametrize("language", DATES)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_without_its_language_it_is_read_alike_or_told_to_be_in_doubt(language: str, data: st.DataObject):
    text, said = data.draw(written(language))
    found = notation(read_time(text, None))
    # "Mo., 1.1." is a date, and no weekday without German.
    assert found.startswith(("ambiguous: ", "none: ")) or set(found.split()) <= set(said.split())
