"""Which feeds there are, who stands in which, and what an entry says of what it was before."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from pipeline.compare import compare
from pipeline.contentlines import entries, unfolded, value
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.model import Edition, Kind, Person, Program, Session, Status, Track
from tests.builders import at, day, edition, event, program, rich, role, session, speaker, talk, venue

MAY = datetime(2026, 5, 1, tzinfo=UTC)
JULY = datetime(2026, 7, 1, tzinfo=UTC)
HALL = venue("Main Hall", id="hall", address="1 Lakeside Road")
FEN = venue("Fen Room", id="fen")
EVENT = event("Rivers", url="https://rain.example/2026")
ONE = session(
    "Rivers",
    "2026-10-15 09:00/10:00",
    talk("Rivers", speaker("Ada Brook"), abstract=rich("Wet.")),
    track="Water & Wind",
    venue="hall",
)
OTHER = session("Ponds", "2026-10-16 09:00/10:00", venue="fen", people=(role("chair", "Di Well"),))
ALL = "calendar/all.ics"


def of(*sessions: Session, **facts: object) -> Program:
    return program(*sessions, event_=replace(EVENT, **facts), venues=(HALL, FEN))  # type: ignore[arg-type]  # facts are the fields' own


def files(made: Edition) -> Mapping[str, bytes]:
    emission = emit(made)
    assert emission.problems == ()
    return {file.path: file.data for file in emission.artifacts}


def members(made: Edition) -> dict[str, list[str]]:
    """The ids of the sessions in each feed but those of single sessions."""
    found = {path: [uid.partition("@")[0] for uid in entries(data)] for path, data in files(made).items() if path.endswith(".ics")}
    return {path.removeprefix("calendar/"): ids for path, ids in found.items() if "/session/" not in path}


def after(*editions: Program) -> Edition:
    """The last of some editions, each published after the one before."""
    previous: bytes | None = None
    for number, made in enumerate(editions):
        last, _ = compare(made, previous, MAY if number == 0 else JULY, {}, accept_removals=True)
        previous = program_json(last, (), emit(last).artifacts).data
    return last


def shown(made: Edition, id_: str = "rivers") -> dict[str, str]:
    """The values of a session's entry in the feed of all."""
    entry = entries(files(made)[ALL])[f"{id_}@2026.rain.example"]
    return {line.partition(":")[0].partition(";")[0]: line.partition(":")[2] for line in entry}


# --- which feeds --------------------------------------------------------------------------------------------------------------


def test_the_set_of_feeds():
    assert members(edition(of=of(ONE, OTHER))) == {
        "all.ics": ["rivers", "ponds"],
        "all-rich.ics": ["rivers", "ponds"],
        "overview.ics": [],
        "day/2026-10-15.ics": ["rivers"],
        "day/2026-10-16.ics": ["ponds"],
        "speaker/ada-brook.ics": ["rivers"],
        "speaker/di-well.ics": ["ponds"],
        "track/water-wind.ics": ["rivers"],
        "venue/fen.ics": ["ponds"],
        "venue/hall.ics": ["rivers"],
    }
    assert {path for path in files(edition(of=of(ONE, OTHER))) if "/session/" in path} == {
        "calendar/session/rivers.ics",
        "calendar/session/ponds.ics",
    }


def test_breaks_are_in_no_feed():
    assert list(members(edition(session("Tea", kind=Kind.BREAK, venue="hall")))) == ["all.ics", "all-rich.ics", "overview.ics"]


def test_an_entry_is_the_same_in_all_feeds_but_for_the_readers_time():
    made = files(edition(of=of(ONE)))
    own = ("calendar/speaker/ada-brook.ics", "calendar/session/rivers.ics")
    for path, data in made.items():
        if path.endswith(".ics") and path not in ("calendar/all-rich.ics", "calendar/overview.ics"):
            (entry,) = entries(data).values()
            assert [line for line in entry if not line.startswith(("TRANSP", "X-MICROSOFT"))] == [
                line for line in entries(made[ALL])["rivers@2026.rain.example"] if not line.startswith(("TRANSP", "X-MICROSOFT"))
            ]
            assert value(entry, "TRANSP") == ("OPAQUE" if path in own else "TRANSPARENT")
            assert value(entry, "X-MICROSOFT-CDO-BUSYSTATUS") == ("BUSY" if path in own else "FREE")


@pytest.mark.parametrize("one", [replace(ONE, status=Status.CANCELLED), replace(ONE, start=None, end=None)])
def test_what_does_not_take_place_for_sure_takes_nobodys_time(one: Session):
    (entry,) = entries(files(edition(of=of(one)))["calendar/session/rivers.ics"]).values()
    assert (value(entry, "TRANSP"), value(entry, "X-MICROSOFT-CDO-BUSYSTATUS")) == ("TRANSPARENT", "FREE")


def test_a_feed_is_named_after_what_it_holds_and_has_its_colour():
    made = files(edition(of=of(ONE, tracks=(Track("Water & Wind", "#0000fe"),))))
    lines = unfolded(made["calendar/track/water-wind.ics"])
    assert "NAME:Rivers · Water & Wind" in lines
    assert lines[: lines.index("BEGIN:VTIMEZONE")].count("COLOR:blue") == 1
    assert "SOURCE;VALUE=URI:https://rain.example/2026/calendar/track/water-wind.ics" in lines


def test_somebody_who_does_not_agree_has_no_feed():
    made = of(ONE)
    shy = replace(made, people=(Person("ada-brook", "Ada Brook", calendar=False),))
    assert "speaker/ada-brook.ics" not in members(edition(of=shy))


def test_whoever_does_not_agree_any_longer_has_an_empty_feed():
    made = of(ONE)
    shy = replace(made, people=(Person("ada-brook", "Ada Brook", calendar=False),))
    assert members(after(made, shy))["speaker/ada-brook.ics"] == []


def test_a_feed_that_was_published_once_never_vanishes():
    later = after(
        of(ONE, OTHER), of(replace(ONE, track="Wind", venue="fen"), OTHER), of(replace(ONE, track=None, venue="fen"), OTHER)
    )
    found = members(later)
    assert (found["track/water-wind.ics"], found["track/wind.ics"], found["venue/hall.ics"]) == ([], [], [])
    assert found["venue/fen.ics"] == ["rivers", "ponds"]
    assert b"BEGIN:VTIMEZONE" in files(later)["calendar/venue/hall.ics"]


def test_the_feed_of_a_session_goes_on_under_its_old_id():
    later = after(of(ONE), of(replace(ONE, id="streams", formerly=("rivers",))))
    made = files(later)
    assert entries(made["calendar/session/rivers.ics"]) == entries(made["calendar/session/streams.ics"])
    assert list(entries(made["calendar/session/rivers.ics"])) == ["rivers@2026.rain.example"]


def test_a_removed_session_stays_in_every_feed_that_held_it():
    found = members(after(of(ONE, OTHER), of(OTHER)))
    holding = {path for path, ids in found.items() if "rivers" in ids}
    assert holding == {
        "all.ics",
        "all-rich.ics",
        "day/2026-10-15.ics",
        "track/water-wind.ics",
        "venue/hall.ics",
        "speaker/ada-brook.ics",
    }


def test_the_index_lists_each_feed_with_its_digest():
    made = files(edition(of=of(ONE)))
    rows = json.loads(made["calendar/index.json"])["feeds"]
    assert [row["path"] for row in rows] == [path for path in made if path.endswith(".ics")]
    assert [row["sha256"] for row in rows] == [sha256(made[row["path"]]).hexdigest() for row in rows]
    assert rows[0] == {**rows[0], "title": "Rivers", "events": 1, "changed": "2026-09-01T08:00:00+00:00"}


def test_the_rich_feed_has_the_room_and_the_speakers():
    lines = unfolded(files(edition(of=of(ONE)))["calendar/all-rich.ics"])
    start = lines.index("BEGIN:VLOCATION")
    assert lines[start : lines.index("END:VEVENT")] == [
        "BEGIN:VLOCATION",
        "UID:hall.venue.rivers@2026.rain.example",
        "NAME:Main Hall",
        "DESCRIPTION:1 Lakeside Road",
        "END:VLOCATION",
        "BEGIN:PARTICIPANT",
        "UID:ada-brook.speaker.rivers@2026.rain.example",
        "PARTICIPANT-TYPE:SPEAKER",
        "SUMMARY:Ada Brook",
        "END:PARTICIPANT",
    ]


# --- what it was before -------------------------------------------------------------------------------------------------------


def first_line(made: Edition) -> str:
    return shown(made)["DESCRIPTION"].partition(r"\n")[0]


@pytest.mark.parametrize(
    ("now", "line"),
    [
        (replace(ONE, start=at("2026-10-15 11:00"), end=at("2026-10-15 12:00")), "Moved from: 09:00–10:00"),
        (
            replace(ONE, start=at("2026-10-16 09:00"), end=at("2026-10-16 10:00"), day=day("2026-10-16")),
            "Moved from: 2026-10-15 09:00–10:00",
        ),
        (replace(ONE, venue="fen"), r"Moved from: Main Hall\, 1 Lakeside Road"),
        (
            replace(ONE, venue="fen", start=at("2026-10-15 09:30")),
            r"Moved from: 09:00–10:00\, Main Hall\, 1 Lakeside Road",
        ),
        (replace(ONE, start=None, end=None), "Moved from: 09:00–10:00"),
        (replace(ONE, title="Streams"), "Rivers — Ada Brook"),
        (replace(ONE, status=Status.CANCELLED), "This session is cancelled."),
    ],
)
def test_the_first_line_says_from_where_it_was_moved(now: Session, line: str):
    assert first_line(after(of(ONE), of(now))) == line


def test_it_is_said_until_it_moves_again():
    early, late = (replace(ONE, start=at(f"2026-10-15 0{hour}:00")) for hour in (7, 8))
    assert first_line(after(of(ONE), of(early), of(early, OTHER))) == "Moved from: 09:00–10:00"
    assert first_line(after(of(ONE), of(early), of(late))) == "Moved from: 07:00–10:00"


def test_a_time_or_an_end_or_a_room_that_is_announced_is_no_move():
    pending = replace(ONE, start=None, end=None, venue=None)
    assert first_line(after(of(pending), of(ONE))) == "Speaker: Ada Brook"
    assert first_line(after(of(replace(ONE, end=None)), of(ONE))) == "Speaker: Ada Brook"


def test_a_session_that_loses_its_day_is_postponed_at_its_old_time():
    pending = replace(ONE, day=None, start=None, end=None)
    made = shown(after(of(ONE), of(pending)))
    assert [made[name] for name in ("SUMMARY", "STATUS", "DTSTART", "SEQUENCE")] == [
        "Postponed: Rivers",
        "CANCELLED",
        "20261015T090000",
        "1",
    ]
    assert made["DESCRIPTION"].startswith("This session is postponed.")
    again = shown(after(of(ONE), of(pending), of(replace(ONE, start=at("2026-10-15 13:00"), end=at("2026-10-15 14:00")))))
    assert [again[name] for name in ("SUMMARY", "STATUS", "DTSTART", "SEQUENCE")] == ["Rivers", "CONFIRMED", "20261015T130000", "2"]


def test_a_session_that_never_had_a_day_is_in_no_feed_of_all():
    assert members(after(of(replace(ONE, day=None, start=None, end=None))))["all.ics"] == []


def test_a_removed_session_is_cancelled_with_its_time_and_place_and_links_to_the_program():
    made = shown(after(of(ONE, OTHER), of(OTHER)))
    assert made == {
        **made,
        "SUMMARY": "Cancelled: Rivers",
        "STATUS": "CANCELLED",
        "DTSTART": "20261015T090000",
        "LOCATION": r"Main Hall\, 1 Lakeside Road",
        "SEQUENCE": "1",
        "CREATED": "20260501T000000Z",
        "URL": "https://rain.example/2026/",
        "DESCRIPTION": r"This session is cancelled.\n\nSpeaker: Ada Brook\n\nhttps://rain.example/2026/",
    }


def test_braces_in_a_title_are_the_titles_own():
    assert shown(edition(of=of(replace(ONE, title="{} {x}", status=Status.CANCELLED))))["SUMMARY"] == "Cancelled: {} {x}"
