"""The feed as other people's readers see it: the same events, the same instants, the same words."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest

from pipeline.compare import compare
from pipeline.emit.calendar import emit
from pipeline.emit.calendar.feeds import RICH
from pipeline.model import Edition, Kind, Translation
from tests.builders import PUBLISHED, at, edition, event, program, sample_edition, sample_program, session
from tests.conformance.editions import two_editions
from tests.conformance.libical import Libical
from tests.conformance.referees import Reading, Readings, Referee, assert_lines_are_right, read_with_vobject, stated

# Zone, and wall times around its clock changes, past midnight, or where its offset is no whole hour; each session takes 90 minutes.
NIGHTS = {
    "Asia/Shanghai": ("2026-03-29 01:30", "2026-10-25 02:30", "2026-10-15 23:30", "2026-10-15 22:30"),
    "Europe/Berlin": (
        "2026-03-28 22:30",
        "2026-03-29 01:30",
        "2026-03-29 03:00",
        "2026-10-25 00:30",
        "2026-10-25 01:30",
        "2026-10-25 03:00",
    ),
    "America/New_York": ("2026-03-08 00:30", "2026-03-08 01:45", "2026-03-08 03:00", "2026-10-31 23:45", "2026-11-01 02:00"),
    "America/Santiago": ("2026-04-04 22:00", "2026-04-05 00:30", "2026-09-05 22:00", "2026-09-06 01:00", "2027-01-05 10:00"),
    "Australia/Lord_Howe": ("2026-04-05 00:30", "2026-04-05 02:00", "2026-10-04 01:15", "2026-10-04 02:30"),
    "Europe/Dublin": ("2025-12-31 23:30", "2026-03-29 00:30", "2026-07-01 10:00", "2026-10-25 02:00"),
    "Asia/Kolkata": ("2026-03-29 01:30", "2026-10-15 23:00"),
    "Pacific/Apia": ("2026-04-05 03:30", "2026-09-27 03:30", "2026-12-31 23:30"),
    "Africa/Casablanca": ("2026-02-14 23:30", "2026-02-15 02:30", "2026-03-22 01:30", "2026-03-22 04:30"),
    "UTC": ("2026-10-15 23:00",),
}
LONG = timedelta(minutes=90)


def feed_of(made: Edition) -> bytes:
    return emit(made).artifacts[0].data


def feeds_of(made: Edition) -> dict[str, bytes]:
    return {file.path: file.data for file in emit(made).artifacts if file.path.endswith(".ics")}


def read(feed: bytes, referee: Referee) -> Readings:
    """What the referee reads, without the descriptions."""
    return {uid: replace(reading, description=None) for uid, reading in referee(feed).items()}


def in_zone(name: str) -> Edition:
    """A conference in that zone with a session at each of its ``NIGHTS``."""
    zone = ZoneInfo(name)
    starts = [at(text, zone) for text in NIGHTS[name]]
    ends = [(start.astimezone(UTC) + LONG).astimezone(zone) for start in starts]
    sessions = [
        session(f"Session {number}", when=None, start=start, end=end, day=start.date())
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    return edition(of=program(*sessions, event_=event(timezone=zone)))


def in_two_languages() -> Edition:
    """The sample with a title in Chinese for each session, as published: with the conference's own entry."""
    sample = sample_program()
    sessions = (
        replace(one, language="en", stream="https://live.example/a,b;c", translations=(Translation("zh", f"“{one.id}” 一场"),))
        for one in sample.sessions
    )
    return compare(replace(sample, sessions=tuple(sessions)), None, PUBLISHED, {})[0]


@pytest.mark.parametrize("made", [sample_edition(), *two_editions()])
def test_referees_read_what_the_program_states(referee: Referee, made: Edition):
    assert read(feed_of(made), referee) == stated(made)


@pytest.mark.parametrize("zone", NIGHTS)
def test_referees_read_the_same_instants_in_every_zone(referee: Referee, zone: str):
    made = in_zone(zone)
    assert read(feed_of(made), referee) == stated(made)


@pytest.mark.parametrize("referee", ["vobject", "libical", "icaljs"], indirect=True)
def test_referees_that_read_the_feeds_own_zone_notice_a_wrong_one(referee: Referee):
    made = edition(session("Rivers"))
    # Under a name of its own, as vobject keeps the first zone of each name.
    wrong = feed_of(made).replace(b"TZOFFSETTO:+0800", b"TZOFFSETTO:+0700").replace(b"Asia/Shanghai", b"Elsewhere")
    starts = [reading.start for feed in (feed_of(made), wrong) for reading in referee(feed).values()]
    assert starts == [datetime(2026, 10, 15, 1, tzinfo=UTC), datetime(2026, 10, 15, 2, tzinfo=UTC)]


def test_both_passes_of_the_doubled_hour_are_told_apart(referee: Referee):
    zone = ZoneInfo("Europe/Berlin")
    first = at("2026-10-25 02:30", zone)
    second = first.replace(fold=1)
    made = edition(
        of=program(
            session("First pass", None, start=first, end=first + timedelta(minutes=15), day=first.date()),
            session("Second pass", None, start=second, end=at("2026-10-25 03:30", zone), day=first.date()),
            session("Across", None, start=first, end=second, day=first.date()),
            event_=event(timezone=zone),
        )
    )
    starts = [reading.start for reading in read(feed_of(made), referee).values()]
    assert sorted(map(str, starts)) == ["2026-10-25 00:30:00+00:00", "2026-10-25 00:30:00+00:00", "2026-10-25 01:30:00+00:00"]
    assert read(feed_of(made), referee) == stated(made)


def test_a_session_until_midnight_ends_at_the_next_day(referee: Referee):
    made = edition(session("Late", "2026-10-15 22:00/00:00"))
    assert b"DTEND;TZID=Asia/Shanghai:20261016T000000\r\n" in feed_of(made)
    assert [reading.end for reading in read(feed_of(made), referee).values()] == [datetime(2026, 10, 15, 16, tzinfo=UTC)]


@pytest.mark.parametrize("made", [sample_edition(), edition(), edition(session(kind=Kind.BREAK)), *map(in_zone, NIGHTS)])
def test_the_lines_are_right(made: Edition):
    assert_lines_are_right(feed_of(made))


@pytest.mark.parametrize("made", [sample_edition(), in_two_languages(), edition(session(kind=Kind.BREAK)), *map(in_zone, NIGHTS)])
def test_the_linters_are_silent_on_every_feed(made: Edition, icslint: ModuleType):
    emission = emit(made)
    assert emission.problems == ()
    assert [icslint.lint(data) for data in feeds_of(made).values()] == [[]] * len(feeds_of(made))


@pytest.mark.parametrize("made", [in_two_languages(), edition(), *map(in_zone, NIGHTS)])
def test_libical_finds_no_fault_in_any_feed(made: Edition, libical: Libical):
    found = {path: {*libical.faults(data)} for path, data in feeds_of(made).items()}
    # libical 3.0 knows PARTICIPANT, but not what a participant is.
    assert {fault for path in [*found] if path.endswith("all-rich.ics") for fault in found.pop(path)} <= {
        "Parse error in property name: PARTICIPANT-TYPE"
    }
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_referees_read_the_same_event_in_every_feed(referee: Referee):
    made = sample_edition()
    # vobject fails on components in an event.
    feeds = {path: data for path, data in feeds_of(made).items() if path != RICH or referee is not read_with_vobject}
    told = [(uid, reading) for data in feeds.values() for uid, reading in read(data, referee).items()]
    assert len(feeds) > 30
    assert set(told) == set(stated(made).items())


def test_referees_read_the_same_event_in_every_language_but_for_its_words(referee: Referee):
    made = in_two_languages()
    feeds = feeds_of(made)
    wording = {"CANCELLED": "已取消：{}", "TENTATIVE": "{}（时间待定）"}
    expected = {
        uid: replace(told, summary=wording.get(told.status, "{}").format(f"“{uid.partition('@')[0]}” 一场"))
        for uid, told in stated(made).items()
    }
    assert read(feeds["calendar/zh/all.ics"], referee) == expected


def test_referees_read_the_conferences_own_entry(referee: Referee):
    made = in_two_languages()
    assert made.banner
    read_ = read(feeds_of(made)["calendar/overview.ics"], referee)
    assert read_[made.banner.uid] == Reading(
        0, "CONFIRMED", date(2026, 10, 15), date(2026, 10, 18), "Lakeside Statistics Days 2026", "Changchun, China", None
    )
    assert len(read_) == 3


def test_no_hash_seed_zone_or_locale_changes_a_byte():
    script = (
        "import sys; from pipeline.emit.calendar import emit; from tests.builders import sample_edition;"
        "sys.stdout.buffer.write(emit(sample_edition()).artifacts[0].data)"
    )
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    )
    made = [
        subprocess.run([sys.executable, "-c", script], env={**os.environ, **setting}, stdout=subprocess.PIPE, check=True).stdout
        for setting in settings
    ]
    assert made == [feed_of(sample_edition())] * 2
