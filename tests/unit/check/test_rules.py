"""What the rules between sessions find, and what they leave alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check import RULES, check
from pipeline.diagnostics import Problem
from pipeline.diagnostics.program import (
    DayOutsideConference,
    DoubleBooking,
    DuplicateIdentity,
    EndBeforeStart,
    OverlappingTalks,
    PersonInTwoPlaces,
    Slot,
    TalkOutsideSession,
)
from pipeline.model import Kind, Session, Status
from pipeline.source import Span
from tests import builders as make

NINE, TEN = make.span("2026-10-15 09:00/10:30"), make.span("2026-10-15 10:00/11:00")


def _slot(title: str, when: tuple[datetime, datetime], path: str) -> Slot:
    return Slot(title, *when, *[Span(path)] * 3)


def _check(*sessions: Session, **facts: Any) -> tuple[Problem, ...]:
    return check(make.program(*sessions, **facts))


def test_the_sample_conference_has_nothing_wrong_with_it():
    assert check(make.sample_program()) == ()


def test_a_rule_stands_in_the_list_once():
    assert len(set(RULES)) == len(RULES)


# --- rooms ---


def test_two_sessions_in_one_room_at_once_are_a_double_booking():
    rivers = make.session("Rivers", "2026-10-15 09:00/10:30", venue="main-hall")
    streams = make.session("Streams", "2026-10-15 10:00/11:00", venue="main-hall")

    found = _check(rivers, streams, venues=(make.venue("Main Hall"),))

    assert found == (
        DoubleBooking(
            streams.source,
            "Main Hall",
            _slot("Streams", TEN, "sessions/streams.md"),
            _slot("Rivers", NINE, "sessions/rivers.md"),
            rivers.source,
        ),
    )
    assert found[0].message == "'Streams' (10:00–11:00) and 'Rivers' (09:00–10:30) are both in Main Hall on 2026-10-15"
    assert found[0].related == (rivers.source,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {"when": "2026-10-15 10:30/11:30"}, id="one after the other"),
        pytest.param({}, {"venue": "room-201"}, id="other rooms"),
        pytest.param({"venue": None}, {"venue": None}, id="rooms unknown"),
        pytest.param({}, {"when": "2026-10-15"}, id="time to be announced"),
        pytest.param({}, {"status": Status.CANCELLED}, id="one is cancelled"),
        pytest.param({"kind": Kind.BREAK}, {}, id="one is a break"),
        pytest.param({"kind": Kind.POSTER}, {"kind": Kind.POSTER}, id="posters beside posters"),
    ],
)
def test_no_double_booking(one, other):
    facts = {"when": "2026-10-15 09:00/10:30", "venue": "main-hall"}

    assert _check(make.session("Rivers", **facts | one), make.session("Streams", **facts | other)) == ()


def test_a_room_that_two_venues_share_is_booked_twice():
    both = replace(make.venue("Halls B and C"), rooms=("b", "c"))
    one = replace(make.venue("Hall C"), rooms=("c",))
    rivers = make.session("Rivers", "2026-10-15 09:00/10:30", venue=both.id)
    streams = make.session("Streams", "2026-10-15 10:00/11:00", venue=one.id)
    lakes = make.session("Lakes", "2026-10-15 10:00/11:00", venue="elsewhere")

    found = _check(rivers, streams, lakes, venues=(both, one))

    assert [problem.message for problem in found] == [
        "'Streams' (10:00–11:00) and 'Rivers' (09:00–10:30) are both in Hall C on 2026-10-15"
    ]


def test_two_sessions_in_the_same_two_rooms_are_told_of_once():
    both = replace(make.venue("Halls B and C"), rooms=("b", "c"))
    sessions = (make.session(title, "2026-10-15 09:00/10:30", venue=both.id) for title in ("Rivers", "Streams"))

    assert [type(problem) for problem in _check(*sessions, venues=(both,))] == [DoubleBooking]


def test_posters_beside_a_talk_are_a_double_booking():
    posters = make.session("Posters", "2026-10-15 09:00/10:30", venue="main-hall", kind=Kind.POSTER)
    streams = make.session("Streams", "2026-10-15 10:00/11:00", venue="main-hall")

    assert [type(problem) for problem in _check(posters, streams)] == [DoubleBooking]


def test_the_hour_that_a_clock_shows_twice_is_two_hours():
    zone = ZoneInfo("Europe/Berlin")  # 2026-10-25: 03:00 summer time becomes 02:00
    first = make.at("2026-10-25 02:00", zone)
    later = make.at("2026-10-25 02:00", zone).replace(fold=1)
    rivers = make.session("Rivers", None, start=first, end=make.at("2026-10-25 02:50", zone), venue="main-hall")
    streams = make.session("Streams", None, start=later, end=make.at("2026-10-25 02:50", zone).replace(fold=1), venue="main-hall")

    assert _check(rivers, streams) == ()


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6), st.sampled_from(("a", "b"))), max_size=12))
def test_no_overlap_is_missed_and_none_invented(times):
    stays = [(f"S{n}", room, _hour(start), _hour(start + length)) for n, (start, length, room) in enumerate(times)]

    found = _check(*(make.session(title, None, venue=room, start=start, end=end) for title, room, start, end in stays))

    pairs = {frozenset((problem.one.title, problem.other.title)) for problem in found if isinstance(problem, DoubleBooking)}
    assert len(pairs) == len(found)
    assert pairs == {
        frozenset((one, other))
        for n, (one, room, start, end) in enumerate(stays)
        for other, other_room, other_start, other_end in stays[n + 1 :]
        if room == other_room and start < other_end and other_start < end
    }


def _hour(number: int) -> datetime:
    return datetime(2026, 10, 15, tzinfo=UTC) + timedelta(hours=number)


# --- people ---

ADA = make.speaker("Ada Brook")


def test_somebody_in_two_places_at_once_is_told_with_both():
    rivers = make.session("Rivers", "2026-10-15 09:00/10:30", make.talk("Sources", ADA), venue="main-hall")
    streams = make.session("Streams", "2026-10-15 10:00/11:00", people=(make.role("chair", "Ada Brook"),), venue="room-201")

    found = _check(rivers, streams)

    assert found == (
        PersonInTwoPlaces(
            streams.source,
            "Ada Brook",
            "chair",
            _slot("Streams", TEN, "sessions/streams.md"),
            "speaker",
            _slot("Rivers", NINE, "sessions/rivers.md"),
            rivers.talks[0].source,
        ),
    )
    assert found[0].message == (
        "Ada Brook is in two places at once on 2026-10-15: chair at 'Streams' (10:00–11:00) and speaker at 'Rivers' (09:00–10:30)"
    )


def test_a_talk_counts_with_its_own_time():
    late = make.talk("Mouths", ADA, when="2026-10-15 10:00/10:30")
    rivers = make.session("Rivers", "2026-10-15 09:00/10:30", late, venue="main-hall")
    streams = make.session("Streams", "2026-10-15 09:00/10:00", make.talk("Sources", ADA), venue="room-201")

    assert _check(rivers, streams) == ()


def test_the_place_of_a_talk_that_clashes_is_the_talk():
    place = Span("sessions/streams.md", 12, 3, 12, 9)
    early = make.talk("Sources", ADA, when="2026-10-15 09:30/10:00", source=place)
    rivers = make.session("Rivers", "2026-10-15 09:00/10:30", people=(make.role("panelist", "Ada Brook"),))
    streams = make.session("Streams", "2026-10-15 09:30/10:30", early)

    (found,) = _check(rivers, streams)

    assert isinstance(found, PersonInTwoPlaces)
    assert (found.span, found.one.title) == (place, "Sources")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"when": "2026-10-15 10:30/11:30"}, id="one after the other"),
        pytest.param({"status": Status.CANCELLED}, id="one is cancelled"),
        pytest.param({"when": "2026-10-15"}, id="time to be announced"),
        pytest.param({"people": (make.role("chair", "Bo Lake"),)}, id="other people"),
    ],
)
def test_nobody_in_two_places(other):
    facts: dict[str, Any] = {"when": "2026-10-15 09:00/10:30", "people": (make.role("chair", "Ada Brook"),)}

    assert _check(make.session("Rivers", **facts), make.session("Streams", **facts | other)) == ()


def test_a_chair_may_speak_in_the_same_session():
    chaired = make.session("Rivers", "2026-10-15 09:00/10:30", make.talk("Sources", ADA), people=(make.role("chair", "Ada Brook"),))

    assert _check(chaired) == ()


def test_two_clashing_sessions_are_told_once_for_a_person_and_the_room_once():
    facts: dict[str, Any] = {
        "when": "2026-10-15 09:00/10:30",
        "people": (make.role("chair", "Ada Brook"), make.role("host", "Ada Brook")),
    }

    assert [type(p) for p in _check(make.session("Rivers", **facts), make.session("Streams", **facts))] == [PersonInTwoPlaces]
    facts["venue"] = "main-hall"
    assert [type(p) for p in _check(make.session("Rivers", **facts), make.session("Streams", **facts))] == [DoubleBooking]


# --- hours, days, identities ---


def test_a_talk_outside_its_session():
    place = Span("sessions/rivers.md", 8, 5, 8, 12)
    talk = make.talk("Mouths", when="2026-10-15 10:15/10:45", source=place)
    late = make.span("2026-10-15 10:15/10:45")
    session = make.session("Rivers", "2026-10-15 09:00/10:30", talk)

    found = _check(session)

    assert found == (TalkOutsideSession(place, Slot("Mouths", *late, *[place] * 3), _slot("Rivers", NINE, session.source.path)),)
    assert found[0].message == "talk 'Mouths' (10:15–10:45) is not within its session 'Rivers' (09:00–10:30)"
    assert _check(replace(session, status=Status.CANCELLED)) == ()
    assert _check(replace(session, end=make.at("2026-10-15 10:45"))) == ()


@pytest.mark.parametrize(
    ("other", "reported"),
    [
        pytest.param({"when": "2026-10-15 09:30/10:15"}, True, id="one after the other has begun"),
        pytest.param({"when": "2026-10-15 10:00/10:30"}, False, id="one after the other"),
        pytest.param({"when": "2026-10-15 09:00/10:00"}, False, id="at the same time"),
        pytest.param({"when": "2026-10-15 09:30/11:00"}, False, id="outside the session: told of already"),
        pytest.param({}, False, id="time to be announced"),
    ],
)
def test_talks_that_overlap(other, reported):
    talks = make.talk("Sources", when="2026-10-15 09:00/10:00"), make.talk("Mouths", **other)
    session = make.session("Rivers", "2026-10-15 09:00/10:30", *talks)

    assert (OverlappingTalks in [type(problem) for problem in _check(session)]) is reported
    assert OverlappingTalks not in [type(problem) for problem in _check(replace(session, kind=Kind.POSTER))]


def test_a_text_of_another_talk_is_told():
    words = make.rich("Where a river begins, it is hard to say that it has begun.")
    sources, mouths = make.talk("Sources", ADA, abstract=words), make.talk("Mouths", make.speaker("Eve Ford"), abstract=words)

    (found,) = _check(make.session("Rivers", "2026-10-15 09:00/10:30", sources, mouths))

    assert found.message == "talk 'Mouths' has the abstract of 'Sources'"
    assert _check(make.session("Rivers", "2026-10-15 09:00/10:30", sources, replace(mouths, speakers=sources.speakers))) == ()


@pytest.mark.parametrize("end", ["2026-10-15 09:00", "2026-10-15 08:00"])
def test_an_end_that_is_not_after_the_start(end):
    first, last = make.at("2026-10-15 09:00"), make.at(end)
    session = make.session("Rivers", None, start=first, end=last, day=make.day("2026-10-15"))

    found = _check(session)

    assert found == (EndBeforeStart(session.source, "Rivers", first, last, session.source),)
    assert found[0].message == f"'Rivers' ends at {end}, but begins at 2026-10-15 09:00"


def test_a_single_talk_with_its_sessions_times_is_not_told_again():
    backwards: dict[str, Any] = {"start": make.at("2026-10-15 09:00"), "end": make.at("2026-10-15 08:00")}
    session = make.session("Rivers", None, make.talk("Rivers", **backwards), **backwards)

    assert [type(p) for p in _check(session)] == [EndBeforeStart]


def test_a_session_past_midnight_is_in_order():
    assert _check(make.session("Banquet", "2026-10-15 21:00/00:30")) == ()


def test_a_day_that_the_conference_does_not_have():
    session = make.session("Rivers", "2025-10-15 09:00/10:30")
    event = make.event(days=(make.day("2026-10-15"), make.day("2026-10-16")))

    found = _check(session, event_=event)

    days = (make.day("2025-10-15"), make.day("2026-10-15"), make.day("2026-10-16"))
    assert found == (DayOutsideConference(session.source, "Rivers", *days),)
    assert found[0].message == "'Rivers' is on 2025-10-15, which is no day of the conference (2026-10-15 to 2026-10-16)"


def test_a_conference_of_one_day_is_named_by_it():
    found = _check(make.session("Rivers", "2025-10-15"), event_=make.event(days=(make.day("2026-10-15"),)))

    assert [p.message for p in found] == ["'Rivers' is on 2025-10-15, which is no day of the conference (2026-10-15)"]


@pytest.mark.parametrize("other", ["rivers", "Rivers", "RIVERS"])
def test_two_sessions_with_one_identity_are_an_error(other):
    first = make.session("Rivers", "2026-10-15 09:00/10:00", id="rivers", source=Span("a.md"))
    second = make.session("Streams", "2026-10-16 09:00/10:00", id=other, source=Span("b.md"))

    assert _check(first, second) == (DuplicateIdentity(Span("b.md"), other, Span("a.md")),)


def test_identities_that_differ_in_the_composition_of_an_accent_only_are_one():
    def named(id_: str, day: str) -> Session:
        return make.session("Cafe", f"2026-10-{day} 09:00/10:00", id=id_)

    assert [type(p) for p in _check(named("caf\u00e9", "15"), named("cafe\u0301", "16"))] == [DuplicateIdentity]


def test_problems_come_in_the_order_of_their_places():
    rivers = make.session("Rivers", "2026-10-15 09:00/10:30", venue="main-hall", source=Span("b.md"))
    streams = make.session("Streams", "2026-10-15 10:00/11:00", venue="main-hall", source=Span("a.md"))
    lakes = make.session("Lakes", "2026-10-15 10:15/11:00", venue="main-hall", source=Span("c.md"))

    assert [str(p.span) for p in _check(lakes, rivers, streams)] == ["a.md:1:1", "c.md:1:1", "c.md:1:1"]
