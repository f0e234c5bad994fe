"""What a reading holds beside its notation: places in the text, how sure it is, and what was not understood."""

from datetime import date

import pytest

from pipeline.grammar.times import (
    Absence,
    Basis,
    Clock,
    ClockRange,
    DayPart,
    DoubtKind,
    Extent,
    PartialDate,
    Reading,
    Spread,
    notation,
    read_time,
)


def words(text: str, extent: Extent | None) -> str | None:
    return None if extent is None else text[extent.start : extent.end]


def test_a_full_line_is_all_there():
    assert read_time("9:50 a.m. — 11:35 a.m., Friday, Aug. 25, 2023") == Reading(
        dates=(PartialDate(2023, 8, 25, 4),),
        clock=ClockRange(Clock(9 * 60 + 50), Clock(11 * 60 + 35)),
        date_extent=Extent(24, 45),
        weekday_extent=Extent(24, 30),
        clock_extent=Extent(0, 22),
    )


@pytest.mark.parametrize(
    ("text", "dates", "weekday", "clock", "offset"),
    [
        (
            "When: Thursday (Nov 6), 9:15 am - 10:15am (CET), room 0.49",
            "Thursday (Nov 6)",
            "Thursday",
            "9:15 am - 10:15am (CET)",
            "(CET",
        ),
        ("8月23日(周五)上午9:50-11:35", "8月23日(周五)", "周五", "上午9:50-11:35", None),
        ("２０２４年８月２３日　１４：００～１５：３０", "２０２４年８月２３日", None, "１４：００～１５：３０", None),
        ("Fri<br>9&nbsp;am", "Fri", "Fri", "9&nbsp;am", None),
        ("Aug 22–24, 9:00–17:00", "Aug 22–24", None, "9:00–17:00", None),
    ],
)
def test_places_are_those_of_the_words(text, dates, weekday, clock, offset):
    reading = read_time(text)
    found = [
        words(text, each) for each in (reading.date_extent, reading.weekday_extent, reading.clock_extent, reading.offset_extent)
    ]
    assert found == [dates, weekday, clock, offset]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("9:50–11:35", []),
        ("Time: **9:50 – 11:35**, Friday", []),
        ("9:50–11:35 Room 101, Main Hall", ["Room 101, Main Hall"]),
        ("Keynote by Wei Li, 9:50, tea outside", ["Keynote by Wei Li", "tea outside"]),
        ("01. 欢迎致辞 (13:00-13:30)", ["01. 欢迎致辞"]),
        ("no time at all", ["no time at all"]),
        ("", []),
    ],
)
def test_what_is_not_understood_is_left_over(text, rest):
    assert [words(text, extent) for extent in read_time(text, "en").rest] == rest


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("9:50 a.m. – 11:35 a.m.", Basis.STATED),
        ("13:30-15:00", Basis.STATED),
        ("09:50-11:35", Basis.STATED),
        ("9:00 – 11:00 a.m.", Basis.SHARED),
        ("下午2:00-5:00", Basis.SHARED),
        ("9:50-11:35", Basis.UNMARKED),
        ("11–1pm", Basis.INFERRED),
        ("上午11:30-1:00", Basis.INFERRED),
        ("12:30 - 2:30", Basis.INFERRED),
        ("2:30 - 3:20", Basis.INFERRED),
        ("11:25 a.m. — 12:05 a.m.", Basis.INFERRED),
        ("14:00 a.m.", Basis.INFERRED),
        ("23:00-01:00", Basis.INFERRED),
        ("11:30 p.m. – 1 a.m.", Basis.INFERRED),
    ],
)
def test_an_inference_is_marked_as_one(text, basis):
    clock = read_time(text).clock
    assert clock is not None
    assert (clock.basis, clock.inferred) == (basis, basis is Basis.INFERRED)


@pytest.mark.parametrize(
    ("text", "kinds", "at"),
    [
        ("Fri, 11:15pm - 12:30pm", [DoubtKind.ORDER], "11:15pm - 12:30pm"),
        ("14:00-13:00", [DoubtKind.ORDER], "14:00-13:00"),
        ("00:00-00:00", [DoubtKind.LENGTH], "00:00-00:00"),
        ("10 to 11", [DoubtKind.HALF], "10 to 11"),
        ("10:00 a.m. – 12:00 a.m.", [DoubtKind.HALF], "10:00 a.m. – 12:00 a.m."),
        ("8月22日 下午-晚上", [DoubtKind.NO_HOURS], "8月22日 下午-晚上"),
        ("Room A, 99:99", [DoubtKind.BROKEN], "99:99"),
        ("2024-02-30 9:00", [DoubtKind.BROKEN], "2024-02-30"),
        ("9:00-10:00, 14:00-15:00", [DoubtKind.TIMES], "14:00-15:00"),
        ("Aug 23 (August 24)", [DoubtKind.DATES], "August 24"),
        ("8/9/2024", [DoubtKind.DAY_OR_MONTH], "8/9/2024"),
        ("2022-09-12 8:00 +0000", [DoubtKind.OFFSET], "+0000"),
        ("Mondays 14:00", [DoubtKind.RECURRING], "Mondays"),
    ],
)
def test_a_doubt_says_what_kind_and_where(text, kinds, at):
    doubts = read_time(text).doubts
    assert ([doubt.kind for doubt in doubts], words(text, doubts[0].extent)) == (kinds, at)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Friday, August 23, 2024", True),
        ("Sunday, Aug. 24, 2024", False),
        ("Friday, August 23", None),
        ("August 23, 2024", None),
        ("Thu Aug 22 – Fri Aug 23, 2024", True),
        ("Thu Aug 22 – Sat Aug 23, 2024", False),
    ],
)
def test_a_weekday_is_held_against_a_full_date(text, fits):
    assert read_time(text).weekday_fits is fits


def test_a_wrong_weekday_is_no_doubt_of_the_hours_but_not_silent():
    reading = read_time("9:00-10:00, Sunday, Aug. 24, 2024")
    assert (reading.doubts, reading.ambiguous) == ((), "2024-08-24 is a Saturday, not a Sunday")


def test_what_is_to_be_announced_is_a_placeholder_and_keeps_its_date():
    reading = read_time("8月22日（具体时间待定）")
    assert (reading.placeholder, reading.dates, notation(reading)) == (True, (PartialDate(None, 8, 22),), "--08-22")


@pytest.mark.parametrize(
    ("text", "absence"),
    [("TBD", Absence.TBA), ("[时间待定 / Time TBD]", Absence.TBA), ("danach: Ausklang", Absence.AFTER), ("9:00", None)],
)
def test_an_absence_is_named(text, absence):
    assert read_time(text).absence is absence


def test_a_time_is_not_absent_because_the_room_is():
    assert not read_time("14:00-15:00, room TBA").placeholder


@pytest.mark.parametrize(
    ("text", "spread", "days"),
    [
        ("June 2 and 3", Spread.EACH, 2),
        ("June 2–4", Spread.RANGE, 2),
        ("Dec 31, 22:00 – Jan 1, 01:00", Spread.SPAN, 2),
        ("June 2", Spread.EACH, 1),
    ],
)
def test_several_dates_say_how_they_belong_together(text, spread, days):
    reading = read_time(text)
    assert (reading.spread, len(reading.dates)) == (spread, days)


def test_the_year_turns_within_a_range():
    dates = read_time("Dec 30, 2024 – Jan 2").dates
    assert [day.full for day in dates] == [date(2024, 12, 30), date(2025, 1, 2)]


def test_a_part_of_the_day_alone_is_kept_as_such():
    assert read_time("5.28上午（周六）").dates == (PartialDate(None, 5, 28, 5, DayPart.AM),)


def test_a_zone_without_a_fixed_offset_has_its_name():
    reading = read_time("14:00 Pacific time")
    assert (reading.offset, reading.zone) == (None, "America/Los_Angeles")


@pytest.mark.parametrize(("text", "empty"), [("Sun Yat-sen University", True), ("C1.005", True), ("TBA", False), ("20 min", False)])
def test_a_text_without_a_time_is_empty(text, empty):
    assert read_time(text).empty is empty


def test_the_language_decides_which_number_is_the_month():
    readings = [notation(read_time("6/3/2025", language)) for language in ("fr", "zh", "en")]
    assert readings[:2] == ["2025-03-06", "2025-06-03"]
    assert readings[2].startswith("ambiguous: ")


@pytest.mark.parametrize("language", ["zh-TW", "zh_CN", "ZH", None])
def test_a_language_tag_may_have_regions_or_be_absent(language):
    assert notation(read_time("8/23(五)下午2:00", language)) == "--08-23 Fri 14:00"


def test_only_the_beginning_of_a_long_text_is_read():
    reading = read_time("9:50 " + "x" * 1_000_000 + " 10:50")
    assert (notation(reading), reading.rest[-1].end) == ("09:50", 1_000_011)
