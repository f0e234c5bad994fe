"""The feed of all sessions, property by property."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]  # comes with icalendar, without annotations
from icalendar import Calendar

from pipeline.emit.calendar import emit
from pipeline.emit.calendar.text import block, escaped, folded, line
from pipeline.emit.calendar.zones import timezone
from pipeline.model import Edition, Kind, Status, Track, Translation, Venue
from tests.builders import PUBLISHED, at, edition, event, program, rich, role, sample_edition, session, speaker, talk

LATER = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)


def text_of(made: Edition) -> str:
    """The feed with its folded lines made whole."""
    return emit(made).artifacts[0].data.decode().replace("\r\n ", "")


def lines_of(made: Edition, component: str = "VEVENT") -> list[str]:
    """The content lines of the first such component, those of components inside it left out."""
    lines = text_of(made).split("\r\n")
    start = lines.index(f"BEGIN:{component}")
    inside = lines[start + 1 : lines.index(f"END:{component}", start)]
    first_child = next((index for index, one in enumerate(inside) if one.startswith("BEGIN:")), len(inside))
    return inside[:first_child]


def description_of(made: Edition) -> str:
    """The text of the only event, read back."""
    (found,) = Calendar.from_ical(emit(made).artifacts[0].data).walk("VEVENT")
    return str(found["DESCRIPTION"])


def properties(made: Edition, *names: str) -> list[str]:
    """The first event's content lines of these properties."""
    return [one for one in lines_of(made) if one.startswith(tuple(f"{name}{mark}" for name in names for mark in ":;"))]


# --- the calendar -------------------------------------------------------------------------------------------------------------


def test_the_feed_of_all_comes_first_and_nothing_is_wrong_with_any():
    emission = emit(sample_edition())
    assert emission.artifacts[0].path == "calendar/all.ics"
    assert emission.problems == ()


def test_the_calendar_says_what_it_is_and_nothing_that_a_build_would_change():
    made = edition(
        of=program(session(), event_=event("Days; of, Rain", url="https://rain.example/2026", subtitle="Wet", place="Hilo"))
    )
    assert lines_of(made, "VCALENDAR") == [
        "VERSION:2.0",
        "PRODID:-//confbook//confbook//EN",
        "CALSCALE:GREGORIAN",
        r"DESCRIPTION:The program of Days\; of\, Rain. Wet. Hilo",
        r"X-WR-CALDESC:The program of Days\; of\, Rain. Wet. Hilo",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "URL:https://rain.example/2026/",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-TIMEZONE:Asia/Shanghai",
        r"NAME:Days\; of\, Rain",
        r"X-WR-CALNAME:Days\; of\, Rain",
        "LAST-MODIFIED:20260901T080000Z",
        "SOURCE;VALUE=URI:https://rain.example/2026/calendar/all.ics",
    ]


def test_the_feed_was_modified_when_its_newest_session_was():
    made = edition(session("Old", changed=PUBLISHED), session("New", changed=LATER))
    assert "LAST-MODIFIED:20261001T120000Z" in lines_of(made, "VCALENDAR")


@pytest.mark.parametrize("url", [None, "", "mailto:a@b.example", "javascript:alert(1)", "https://", "https://[", "https://a..b/"])
def test_without_a_web_address_there_are_no_links(url: str | None):
    made = edition(of=program(session(), event_=event(url=url)))
    assert "URL" not in text_of(made)
    assert "SOURCE" not in text_of(made)
    assert "UID:a-session@example-conference.invalid" in lines_of(made)


def test_an_address_with_other_letters_is_written_in_ascii():
    made = edition(of=program(session(), event_=event(url="https://会议.example/春 天/")))
    assert properties(made, "URL", "UID") == [
        "UID:a-session@e6-98-a5-20-e5-a4-a9.xn--6oqu09l.example",
        "URL:https://xn--6oqu09l.example/%E6%98%A5%20%E5%A4%A9/sessions/a-session.html",
    ]


def test_breaks_and_sessions_without_a_day_are_left_out():
    made = edition(session("Tea", kind=Kind.BREAK), session("Some day", None), session("Kept"))
    assert text_of(made).count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Kept" in lines_of(made)


def test_a_feed_without_events_still_has_its_zone():
    assert "BEGIN:VEVENT" not in text_of(edition())
    assert lines_of(edition(), "VTIMEZONE") == ["TZID:Asia/Shanghai"]


def test_the_same_edition_gives_the_same_bytes():
    assert emit(sample_edition()).artifacts == emit(sample_edition()).artifacts


# --- one event ----------------------------------------------------------------------------------------------------------------


def test_an_event_has_exactly_these_properties():
    venue = Venue("hall", "Main Hall", address="1 Lakeside Road, Changchun", latitude=43.86, longitude=-0.00005)
    one = session("Rivers", venue="hall", track="Water", revision=3, created=PUBLISHED, changed=LATER, id="rivers")
    known = event(url="https://rain.example", tracks=(Track("Water", "#0000fe"),))
    assert lines_of(edition(of=program(one, event_=known, venues=(venue,)))) == [
        "SUMMARY:Rivers",
        "DTSTART;TZID=Asia/Shanghai:20261015T090000",
        "DTEND;TZID=Asia/Shanghai:20261015T100000",
        "DTSTAMP:20261001T120000Z",
        "UID:rivers@rain.example",
        "SEQUENCE:3",
        "CATEGORIES:Water",
        "COLOR:blue",
        "CREATED:20260901T080000Z",
        "DESCRIPTION:https://rain.example/sessions/rivers.html",
        "GEO:43.860000;-0.000050",
        "LAST-MODIFIED:20261001T120000Z",
        r"LOCATION:Main Hall\, 1 Lakeside Road\, Changchun",
        "STATUS:CONFIRMED",
        "URL:https://rain.example/sessions/rivers.html",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ]


def test_without_a_track_the_category_is_the_kind():
    assert properties(edition(session(kind=Kind.KEYNOTE)), "CATEGORIES") == ["CATEGORIES:Keynote"]


def test_a_comma_in_a_track_does_not_make_two_categories():
    assert properties(edition(session(track="Rain, Snow")), "CATEGORIES") == [r"CATEGORIES:Rain\, Snow"]


def test_a_place_that_no_venue_is_known_for_is_named_as_written():
    assert properties(edition(session(venue_text="Foyer;\n left")), "LOCATION", "GEO") == [r"LOCATION:Foyer\; left"]


def test_where_there_is_nothing_to_say_no_property_says_it():
    assert properties(edition(session()), "DESCRIPTION", "LOCATION", "URL") == []


def test_an_id_with_other_letters_gives_an_ascii_uid():
    assert properties(edition(session(id="晚宴 1")), "UID") == ["UID:%E6%99%9A%E5%AE%B4%201@example-conference.invalid"]


def test_a_session_without_an_end_has_no_dtend():
    assert properties(edition(session(end=None)), "DTSTART", "DTEND") == ["DTSTART;TZID=Asia/Shanghai:20261015T090000"]


def test_a_session_that_ends_as_it_starts_has_no_dtend():
    assert properties(edition(session(end=at("2026-10-15 09:00"))), "DTEND") == []


def test_a_session_whose_time_is_unknown_is_a_tentative_day():
    assert properties(edition(session("Late", "2026-10-17")), "SUMMARY", "DTSTART", "DTEND", "STATUS", "TRANSP") == [
        "SUMMARY:Late (time to be announced)",
        "DTSTART;VALUE=DATE:20261017",
        "DTEND;VALUE=DATE:20261018",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
    ]


def test_a_cancelled_session_says_so_everywhere():
    made = edition(session("Rivers", "2026-10-15 09:00/10:00", abstract=rich("Wet."), status=Status.CANCELLED))
    names = ("SUMMARY", "DESCRIPTION", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
    assert properties(made, *names) == [
        "SUMMARY:Cancelled: Rivers",
        r"DESCRIPTION:This session is cancelled.\n\nWet.",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ]


def test_a_conference_whose_main_language_is_chinese_speaks_chinese():
    sessions = session("晚宴", status=Status.CANCELLED), session("讨论", "2026-10-17")
    made = edition(of=program(*sessions, event_=event("湖畔论坛", languages=("zh-Hans", "en"))))
    summaries = [one for one in text_of(made).split("\r\n") if one.startswith("SUMMARY")]
    assert summaries == ["SUMMARY:已取消：晚宴", "SUMMARY:讨论（时间待定）"]
    assert "X-WR-CALDESC:湖畔论坛日程" in lines_of(made, "VCALENDAR")


# --- the description ----------------------------------------------------------------------------------------------------------


def test_the_description_of_one_talk():
    one = session(
        "Rivers",
        "2026-10-15 09:00/10:00",
        talk("Rivers", speaker("Ada Brook", "Delta"), speaker("Bo Lake"), abstract=rich("Wet."), host=role("host", "Cy Pond")),
        people=(role("chair", "Di Well", "Spring"),),
    )
    assert description_of(edition(one)) == "Speakers: Ada Brook (Delta), Bo Lake\nChair: Di Well (Spring)\nHost: Cy Pond\n\nWet."


def test_the_description_of_several_talks():
    one = session(
        "Water",
        "2026-10-15 09:00/10:00",
        talk("Rivers", speaker("Ada Brook", "Delta"), when="2026-10-15 09:00/09:30", abstract=rich("Wet.", "Cold.")),
        talk(None, speaker("Bo Lake"), start=at("2026-10-15 09:30")),
        talk("Ponds", abstract=rich("Calm.")),
        people=(role("panelist", "Di Well"), role("panelist", "Ed Rill"), role("organizer", "Fi Burn")),
        abstract=rich("All of it."),
    )
    known = event(url="https://rain.example")
    assert description_of(edition(of=program(one, event_=known))) == (
        "Organizer: Fi Burn\nPanelists: Di Well, Ed Rill\n\n"
        "09:00–09:30 Rivers — Ada Brook (Delta)\n09:30 Title to be announced — Bo Lake\nPonds\n\n"
        "All of it.\n\nRivers\nWet.\n\nCold.\n\nPonds\nCalm.\n\n"
        "https://rain.example/sessions/water.html"
    )


def test_a_host_of_all_talks_is_named_once():
    host = role("host", "Cy Pond", "Delta")
    one = session("Water", "2026-10-15 09:00/10:00", talk("A", host=host), talk("B", host=host), people=(host,))
    assert description_of(edition(one)) == "Host: Cy Pond (Delta)\n\nA\nB"


def test_a_talk_with_a_name_of_its_own_is_named():
    one = session("Keynote 1", "2026-10-15 09:00/10:00", talk("Rivers", speaker("Ada Brook"), when="2026-10-15 09:00/10:00"))
    assert description_of(edition(one)) == "Rivers — Ada Brook"


# --- text ---------------------------------------------------------------------------------------------------------------------


def test_exactly_four_escapes():
    assert escaped('a\\b;c,d\ne:f"g\\Nh') == r'a\\b\;c\,d\ne:f"g\\Nh'


def test_a_line_is_one_line_of_printable_text():
    assert line("  a\r\nb\tc\u2028d\x00\x07e\u0085f\ufeff\udc80g  e\u0301 ") == "a b c defg é"


def test_a_block_keeps_its_lines_but_no_runs_of_blanks():
    assert block(["", " a \r\n\tb  c\r\n\r\n\r\n\r\nd", "\x00", "e\u2029f"]) == "a\nb c\n\nd\n\ne\nf"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("a" * 75, ["a" * 75]),
        ("a" * 76, ["a" * 75, " a"]),
        ("a" * 74 + "é" + "b" * 80, ["a" * 74, " é" + "b" * 72, " " + "b" * 8]),
        ("a" * 72 + "😀", ["a" * 72, " 😀"]),
        ("a" * 74 + r"\n", ["a" * 74, r" \n"]),
        ("a" * 73 + r"\\n", ["a" * 73 + r"\\", " n"]),
        ("a" * 74 + r"\\n", ["a" * 74, r" \\n"]),
    ],
)
def test_a_fold_cuts_neither_characters_nor_escapes(content: str, lines: list[str]):
    assert folded(content.encode()).decode().split("\r\n") == [*lines, ""]


# --- zones --------------------------------------------------------------------------------------------------------------------

SUMMER = date(2026, 5, 20), date(2026, 8, 5)


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("Asia/Shanghai", []),
        ("Asia/Kolkata", []),
        ("Europe/Berlin", ["DTSTART:20251026T030000 BYDAY=-1SU;BYMONTH=10", "DTSTART:20250330T020000 BYDAY=-1SU;BYMONTH=3"]),
        ("America/New_York", ["DTSTART:20251102T020000 BYDAY=1SU;BYMONTH=11", "DTSTART:20250309T020000 BYDAY=2SU;BYMONTH=3"]),
        # Standard time is the winter's, whatever the law in Dublin calls it.
        ("Europe/Dublin", ["DTSTART:20251026T020000 BYDAY=-1SU;BYMONTH=10", "DTSTART:20250330T010000 BYDAY=-1SU;BYMONTH=3"]),
    ],
)
def test_clock_changes_are_yearly_rules_that_begin_at_the_old_clocks_time(zone: str, rules: list[str]):
    component = timezone(ZoneInfo(zone), *SUMMER)
    assert component is not None
    written = [part.to_ical().decode().split("\r\n") for part in component.subcomponents if "RRULE" in part]
    assert [f"{part[1]} {part[2].removeprefix('RRULE:FREQ=YEARLY;')}" for part in written] == rules


@pytest.mark.parametrize(
    "zone",
    [
        "Asia/Shanghai",
        "Europe/Berlin",
        "America/New_York",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Africa/Cairo",
    ],
)
def test_a_zone_gives_every_wall_time_its_offset(zone: str):
    component = timezone(ZoneInfo(zone), *SUMMER)
    assert component is not None
    # Under another name, so that the reader can't know it from elsewhere.
    reader = tzical(StringIO(component.to_ical().decode().replace(f"TZID:{zone}", "TZID:Nowhere"))).get("Nowhere")
    moments = [at(f"{SUMMER[0]} 00:30", ZoneInfo(zone)) + timedelta(hours=11 * step) for step in range(165)]
    assert [moment.utcoffset() for moment in moments] == [moment.replace(tzinfo=reader).utcoffset() for moment in moments]


def test_a_zone_without_rules_across_its_clock_change_is_left_to_utc():
    zone = ZoneInfo("Africa/Casablanca")
    assert timezone(zone, date(2026, 2, 14), date(2026, 3, 22)) is None
    one = session(when=None, start=at("2026-02-14 10:00", zone), end=at("2026-03-22 10:00", zone), day=date(2026, 2, 14))
    made = edition(of=program(one, event_=event(timezone=zone)))
    assert properties(made, "DTSTART", "DTEND") == ["DTSTART:20260214T090000Z", "DTEND:20260322T090000Z"]
    assert lines_of(made, "VTIMEZONE") == ["TZID:UTC"]


def test_a_wall_time_in_the_doubled_hour_is_written_in_utc():
    zone = ZoneInfo("Europe/Berlin")
    one = session(
        when=None, start=at("2026-10-25 01:30", zone), end=at("2026-10-25 02:30", zone).replace(fold=1), day=date(2026, 10, 25)
    )
    made = edition(of=program(one, event_=event(timezone=zone)))
    assert properties(made, "DTSTART", "DTEND") == ["DTSTART:20261024T233000Z", "DTEND:20261025T013000Z"]


def test_a_session_that_never_changed_is_as_old_as_the_edition():
    made = replace(edition(session(changed=None)), published=LATER)
    assert properties(made, "DTSTAMP", "LAST-MODIFIED") == ["DTSTAMP:20261001T120000Z", "LAST-MODIFIED:20261001T120000Z"]


# --- languages ---


def test_titles_and_abstracts_in_other_languages_come_last_each_language_in_its_paragraph():
    one = talk(
        "Sand",
        id="sand",
        translations=(Translation("fr", title="Sable"), Translation("zh", title="沙", abstract=rich("沙子。"))),
    )
    two = session(
        "Rivers",
        "2026-10-15 09:00/10:00",
        one,
        talk("Mud", id="mud"),
        abstract=rich("Why?"),
        translations=(Translation("zh", title="河流", abstract=rich("为什么？")),),
    )
    assert description_of(edition(two)).split("\n\n")[-3:] == ["Why?", "Sable", "河流\n为什么？\n沙\n沙子。"]
    assert properties(edition(two), "SUMMARY") == ["SUMMARY:Rivers"]


def test_what_the_only_talk_shares_with_its_session_is_said_once():
    shared = (Translation("zh", title="河流", abstract=rich("为什么？")),)
    one = session("Rivers", "2026-10-15 09:00/10:00", talk("Rivers", translations=shared), translations=shared)
    assert description_of(edition(one)) == "河流\n为什么？"
