"""Near the grammar: what we print reads back, in each language too; and no text, however broken, breaks the reading."""

from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.grammar.times import Reading, Spread, notation, read_time
from pipeline.grammar.times.vocabulary import EAST_ASIAN, LANGUAGES, vocabulary

LAST = 48 * 60
MONTHS = {tag: list(get_month_names("wide", locale=tag).values()) for tag in ("en", "fr", "de", "es")}

languages = st.sampled_from([None, *LANGUAGES])
dates = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@st.composite
def ranges(draw):
    """Start and end in minutes after midnight, the end later and at most on the next day."""
    start = draw(st.integers(0, 24 * 60 - 1))
    return start, draw(st.integers(start + 1, min(start + 24 * 60, LAST - 1)))


def printed(minute: int) -> str:
    later = minute > 24 * 60
    hour = minute // 60 - (24 if later else 0)
    return f"{hour:02}:{minute % 60:02}{'+1' if later else ''}"


@st.composite
def notations(draw):
    """A date, a clock, both, with an offset or not, as :func:`notation` prints them."""
    day = draw(dates)
    when = draw(
        st.sampled_from(["", f"{day}", f"--{day:%m-%d}", f"--{day:%m-%d} {day:%a}", f"{day:%a}", f"{day}/{day.replace(year=2101)}"])
    )
    start, end = draw(ranges())
    clock = draw(
        st.sampled_from(["", printed(start), f"{printed(start)}-", f"-{printed(end)}", f"{printed(start)}-{printed(end)}"])
    )
    about = draw(st.booleans())
    clock = "-".join(f"~{part}" if part and about else part for part in clock.split("-"))
    offset = draw(st.sampled_from(["", "tz=+08:00", "tz=-03:30", "tz=+00:00"])) if clock else ""
    return " ".join(part for part in (when, clock, offset) if part) or "none: TBA"


@given(notations(), languages)
def test_what_is_printed_reads_back(text, language):
    # In East Asia a wave before a time is an open start: until then, not about then.
    assume("~" not in text or language not in EAST_ASIAN)
    assert notation(read_time(text, language)) == text


def clock_in(language: str, minute: int) -> str:
    hour, minutes = divmod(minute, 60)
    half, twelve = "ap"[hour >= 12], hour % 12 or 12
    return {
        "en": f"{twelve}:{minutes:02} {half}.m.",
        "zh": f"{hour}点{minutes:02}分" if minutes else f"{hour}点整",
        "ja": f"{hour:02}時{minutes:02}分",
        "ko": f"{'오후' if hour >= 12 else '오전'} {twelve}시 {minutes}분",
        "fr": f"{hour}h{minutes:02}",
        "de": f"{hour}.{minutes:02} Uhr",
        "es": f"{hour}:{minutes:02} h",
    }[language]


def day_in(language: str, day: date) -> str:
    name = MONTHS[language][day.month - 1] if language in MONTHS else ""
    return {
        "en": f"{name} {day.day}, {day.year}",
        "zh": f"{day.year}年{day.month}月{day.day}日",
        "ja": f"{day.year}年{day.month}月{day.day}日",
        "ko": f"{day.year}년 {day.month}월 {day.day}일",
        "fr": f"{day.day} {name} {day.year}",
        "de": f"{day.day}. {name} {day.year}",
        "es": f"{day.day} de {name} de {day.year}",
    }[language]


JOINS = {"en": " – ", "zh": "至", "ja": "〜", "ko": " ~ ", "fr": " à ", "de": " bis ", "es": " a "}


@pytest.mark.parametrize("language", LANGUAGES)
@given(dates, st.integers(6 * 60, 12 * 60 - 1), st.integers(13 * 60, 24 * 60 - 1))
def test_a_time_written_out_in_a_language_reads_as_that_time(language, day, start, end):
    text = f"{day_in(language, day)} {clock_in(language, start)}{JOINS[language]}{clock_in(language, end)}"
    expected = f"{day} {printed(start)}-{printed(end)}"
    assert [notation(read_time(text, hint)) for hint in (language, None)] == [expected, expected]


def check(text: str, reading: Reading) -> None:
    """What holds of every reading."""
    clock = reading.clock
    ends = [each.minute for each in (clock.start, clock.end) if each] if clock else []
    assert all(0 <= minute <= LAST for minute in ends)
    if not reading.doubts and reading.spread is not Spread.SPAN:
        assert ends == sorted(set(ends))
    assert all(day.exists for day in reading.dates)
    told = [reading.date_extent, reading.weekday_extent, reading.clock_extent, reading.offset_extent]
    extents = [*(extent for extent in told if extent), *reading.rest, *(doubt.extent for doubt in reading.doubts)]
    assert all(0 <= extent.start < extent.end <= len(text) for extent in extents)
    printed_reading = notation(reading)
    assert printed_reading == printed_reading.strip()
    assert reading.ambiguous is None or printed_reading.startswith("ambiguous: ")


_NUMBERS = [*map(str, range(62)), "00", "05", "09", "99", "2024", "0930", "20240823", "٩", "１４", "二十三"]
_SIGNS = [*":.,;/~+-–—'()[]|&=<>*_#` \n　：～〜→", "<br>", "&nbsp;", "--", "T", "Z", "+08:00", "PT20M", "--08-23", "https://a.b"]


def pieces(language: str) -> list[str]:
    known = vocabulary(language)
    return sorted({*known.spaced, *known.solid})


_WORDS = {language: pieces(language) for language in LANGUAGES}
near = st.one_of(
    st.from_regex(r"\A[0-9]{1,2}[:.：h][0-9]{2} ?(am|pm|a\.m\.|Uhr)?( ?[-–~〜] ?[0-9]{1,2}([:.][0-9]{2})? ?(pm|h)?)?\Z"),
    st.from_regex(r"\A(上午|下午|晚上)?\d{1,2}(:|点|時)\d{0,2}[-至~](上午|下午)?\d{1,2}(:\d\d)?\Z"),
    st.from_regex(r"\A\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?( \d\d:\d\d(:\d\d)?([+-]\d\d:?\d\d|Z)?)?\Z"),
    st.sampled_from(sorted(_WORDS)).flatmap(
        lambda language: st.lists(
            st.one_of(st.sampled_from(_NUMBERS), st.sampled_from(_SIGNS), st.sampled_from(_WORDS[language])), max_size=14
        ).map("".join)
    ),
    st.text(max_size=40),
)


@settings(max_examples=400)
@given(near, languages)
def test_any_text_near_the_grammar_is_read_or_doubtful_and_never_an_error(text, language):
    check(text, read_time(text, language))


@pytest.mark.parametrize(
    "piece", ["1 ", "1,", "-1", "9:50 - ", "(", "the ", "约", "周", "a-", "Fri, ", "June 2, ", "1日、", "<", "T00", "12 and "]
)
def test_a_megabyte_is_read_as_fast_as_a_page(piece):
    text = piece * (1_000_000 // len(piece))
    check(text, read_time(text))
