"""What follows on a program published before: revisions rise exactly where an attendee sees a change."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pipeline.compare import compare
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import ForeignEdition, RemovedSession, RenamedSession, ReusedIdentity, UnreadableEdition
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.model import Change, ChangeKind, Edition, Image, Program, Session, Status, Translation, When
from pipeline.source import Source, Span
from tests.builders import at, event, program, rich, role, sample_program, session, speaker, talk, venue

MAY = datetime(2026, 5, 1, 12, 30, 15, tzinfo=UTC)
JULY = datetime(2026, 7, 1, tzinfo=UTC)
AUGUST = datetime(2026, 8, 1, tzinfo=UTC)
ONE = session(
    "Rivers",
    "2026-10-15 09:00/10:00",
    talk(
        "Rivers",
        speaker("Ada Brook", "Delta", Image("/ada.png")),
        abstract=rich("Wet."),
        biography=rich("Walks."),
        slides="https://a.example/1",
    ),
    venue="hall",
    people=(role("chair", "Di Well", "Spring"),),
)
OTHER = session("Ponds", "2026-10-15 10:00/11:00", id="ponds")
HALL = venue("Main Hall", id="hall", aliases=("Hall",), address="1 Lakeside Road", latitude=43.0, longitude=125.0)


def published(edition: Edition) -> bytes:
    return program_json(edition, ()).data


def first_edition(made: Program, now: datetime | None = MAY) -> Edition:
    edition, problems = compare(made, None, now, {})
    assert problems == ()
    return edition


def versions(made: Program, previous: bytes, now: datetime | None = JULY) -> dict[str, tuple[int, datetime | None]]:
    """Each session's revision and time of change after the edition before."""
    edition, problems = compare(made, previous, now, {})
    assert problems == ()
    return {one.id: (one.revision, one.changed) for one in edition.program.sessions}


def of(*sessions: Session) -> Program:
    return program(*sessions, venues=(HALL,))


def test_a_first_edition_is_new_throughout():
    edition = first_edition(of(ONE, OTHER))
    assert [(one.revision, one.changed) for one in edition.program.sessions] == [(0, MAY), (0, MAY)]
    assert edition.published == MAY


def test_nothing_else_of_the_program_is_touched():
    edition = first_edition(sample_program())

    def bare(made: Program) -> Program:
        sessions = (replace(one, uid="", revision=0, created=None, changed=None) for one in made.sessions)
        return replace(made, sessions=tuple(sessions))

    assert bare(edition.program) == bare(sample_program())


def test_the_sources_are_handed_on():
    source = Source("a.md", "text")
    edition, _ = compare(of(ONE), None, MAY, {"a.md": source})
    assert edition.sources == {"a.md": source}


def test_the_time_of_an_edition_is_a_whole_second_in_utc():
    now = MAY.astimezone(ONE.start.tzinfo if ONE.start else None) + timedelta(microseconds=5)
    assert first_edition(of(ONE), now).published.isoformat() == MAY.isoformat()


def test_without_a_time_the_year_of_the_conference_begins():
    assert first_edition(of(ONE), None).published == datetime(2026, 1, 1, tzinfo=UTC)


def test_without_a_time_and_without_days_it_is_1980():
    assert first_edition(program(), None).published == datetime(1980, 1, 1, tzinfo=UTC)


def test_a_build_without_edits_gives_the_same_bytes():
    edition = first_edition(sample_program())
    again, problems = compare(sample_program(), published(edition), JULY, {})
    assert problems == ()
    assert again.published == edition.published
    assert published(again) == published(edition)
    assert emit(again) == emit(edition)


VISIBLE: dict[str, Callable[[Session], Session]] = {
    "title": lambda one: replace(one, title="Streams"),
    "time": lambda one: replace(one, start=one.start and one.start + timedelta(minutes=5)),
    "day": lambda one: replace(one, start=None, end=None),
    "room": lambda one: replace(one, venue="other"),
    "track": lambda one: replace(one, track="Water"),
    "tag": lambda one: replace(one, tag="Keynote 1"),
    "status": lambda one: replace(one, status=Status.CANCELLED),
    "chair": lambda one: replace(one, people=(role("chair", "Di Weller", "Spring"),)),
    "abstract": lambda one: replace(one, abstract=rich("New.")),
    "talk's title": lambda one: replace(one, talks=(replace(one.talks[0], title="Brooks"),)),
    "talk's abstract": lambda one: replace(one, talks=(replace(one.talks[0], abstract=rich("Dry.")),)),
    "speaker's institute": lambda one: replace(one, talks=(replace(one.talks[0], speakers=(speaker("Ada Brook", "Fen"),)),)),
    "photo": lambda one: replace(
        one, talks=(replace(one.talks[0], speakers=(speaker("Ada Brook", "Delta", Image("/ada-2.png")),)),)
    ),
    "slides": lambda one: replace(one, talks=(replace(one.talks[0], slides=None),)),
    "no talks": lambda one: replace(one, talks=()),
}


@pytest.mark.parametrize("edit", VISIBLE.values(), ids=VISIBLE)
def test_a_change_that_attendees_see_is_a_new_revision_of_that_session_only(edit: Callable[[Session], Session]):
    before = published(first_edition(of(ONE, OTHER)))
    assert versions(of(edit(ONE), OTHER), before) == {"rivers": (1, JULY), "ponds": (0, MAY)}


INVISIBLE: dict[str, Callable[[Session], Session]] = {
    "place in the sources": lambda one: replace(one, source=Span("moved.md", 9)),
    "rank": lambda one: replace(one, order=7.0),
    "spelling of a known room": lambda one: replace(one, venue_text="Hall"),
    "a person's id": lambda one: replace(one, people=(replace(one.people[0], person="di-well-2"),)),
    "a talk's id": lambda one: replace(one, talks=(replace(one.talks[0], id="other"),)),
}


@pytest.mark.parametrize("edit", INVISIBLE.values(), ids=INVISIBLE)
def test_a_change_that_attendees_do_not_see_is_none(edit: Callable[[Session], Session]):
    before = published(first_edition(of(ONE, OTHER)))
    assert versions(of(edit(ONE), OTHER), before) == {"rivers": (0, MAY), "ponds": (0, MAY)}


@pytest.mark.parametrize("facts", [{"name": "Great Hall"}, {"address": None}, {"latitude": 43.5}])
def test_a_room_renamed_or_moved_is_a_change_of_each_session_in_it(facts: dict[str, Any]):
    before = published(first_edition(of(ONE, OTHER)))
    made = program(ONE, OTHER, venues=(replace(HALL, **facts),))
    assert versions(made, before) == {"rivers": (1, JULY), "ponds": (0, MAY)}


def test_another_alias_or_id_of_a_room_is_no_change():
    before = published(first_edition(of(ONE)))
    made = program(replace(ONE, venue="h"), venues=(replace(HALL, id="h", aliases=("Hall", "The hall")),))
    assert versions(made, before) == {"rivers": (0, MAY)}


def test_revisions_go_on_from_edition_to_edition():
    first = first_edition(of(ONE))
    second, _ = compare(of(VISIBLE["title"](ONE)), published(first), JULY, {})
    third = versions(of(ONE, OTHER), published(second), JULY + timedelta(days=1))
    assert third == {"rivers": (2, JULY + timedelta(days=1)), "ponds": (0, JULY + timedelta(days=1))}


def test_a_change_is_always_later_than_the_last_one():
    before = published(first_edition(of(ONE), JULY))
    edition, problems = compare(of(VISIBLE["title"](ONE)), before, MAY, {})
    assert problems == ()
    assert edition.program.sessions[0].changed == JULY + timedelta(seconds=1)
    assert edition.published == JULY + timedelta(seconds=1)


def test_an_edition_is_never_earlier_than_the_one_before():
    before = published(first_edition(of(ONE, OTHER), JULY))
    edition, _ = compare(of(ONE, OTHER, session("New")), before, MAY, {})
    assert [(one.id, one.changed) for one in edition.program.sessions] == [("rivers", JULY), ("ponds", JULY), ("new", MAY)]
    assert edition.published == JULY


def test_a_session_that_comes_back_after_an_edition_without_it_is_reinstated():
    first = first_edition(of(ONE, OTHER))
    second, _ = compare(of(OTHER), published(first), JULY, {})
    third, problems = compare(of(ONE, OTHER), published(second), AUGUST, {})
    assert problems == ()
    assert {one.id: (one.revision, one.created, one.changed) for one in third.program.sessions} == {
        "rivers": (2, MAY, AUGUST),
        "ponds": (0, MAY, MAY),
    }
    assert [change.kind for change in third.changes] == [ChangeKind.REMOVED, ChangeKind.REINSTATED]
    assert third.removed == ()


# --- what changed -------------------------------------------------------------------------------------------------------------


def following(
    before: Edition, *sessions: Session, now: datetime | None = JULY, accept_removals: bool = False
) -> tuple[Edition, tuple[Problem, ...]]:
    return compare(of(*sessions), published(before), now, {}, accept_removals=accept_removals)


def changed(before: Edition, *sessions: Session) -> list[tuple[str, ChangeKind, object, object]]:
    """The changes of an edition that follows: title, kind, old and new."""
    edition, problems = following(before, *sessions)
    assert problems == ()
    return [(change.title, change.kind, change.old, change.new) for change in edition.changes]


def moved(one: Session, minutes: int) -> Session:
    assert one.start
    assert one.end
    by = timedelta(minutes=minutes)
    talks = tuple(replace(each, start=each.start and each.start + by, end=each.end and each.end + by) for each in one.talks)
    return replace(one, start=one.start + by, end=one.end + by, talks=talks)


TIMED = session(
    "Streams",
    "2026-10-15 09:00/10:00",
    talk("Upper", speaker("Ada Brook"), when="2026-10-15 09:00/09:30"),
    talk("Lower", speaker("Bo Lake"), when="2026-10-15 09:30/10:00"),
    venue="hall",
)


def when(one: Session) -> When:
    return When(one.day, one.start, one.end)


KINDS: dict[str, tuple[Session, ChangeKind, object, object]] = {
    "time, its talks with it": (moved(TIMED, 30), ChangeKind.TIME, when(TIMED), when(moved(TIMED, 30))),
    "room": (
        replace(TIMED, venue=None, venue_text="Foyer"),
        ChangeKind.ROOM,
        "Main Hall, 1 Lakeside Road",
        "Foyer",
    ),
    "title": (replace(TIMED, title="Creeks"), ChangeKind.TITLE, "Streams", "Creeks"),
    "people": (
        replace(TIMED, talks=(replace(TIMED.talks[0], speakers=(speaker("Cy Pond", "Fen"),)), TIMED.talks[1])),
        ChangeKind.PEOPLE,
        ("Ada Brook", "Bo Lake"),
        ("Cy Pond (Fen)", "Bo Lake"),
    ),
    "text": (replace(TIMED, abstract=rich("Wet.")), ChangeKind.TEXT, "Upper\n\nLower", "Upper\n\nLower\n\nWet."),
    "details": (replace(TIMED, track="Water"), ChangeKind.DETAILS, (), ("track: Water",)),
    "cancelled": (replace(TIMED, status=Status.CANCELLED), ChangeKind.CANCELLED, "confirmed", "cancelled"),
}


@pytest.mark.parametrize(("now", "kind", "old", "new"), KINDS.values(), ids=KINDS)
def test_a_change_says_what_it_was_and_what_it_is(now: Session, kind: ChangeKind, old: object, new: object):
    assert changed(first_edition(of(TIMED, OTHER)), now, OTHER) == [(now.title, kind, old, new)]


def test_the_title_and_times_of_an_only_talk_change_with_the_session():
    alone = session("Ponds", "2026-10-15 09:00/10:00", talk("Ponds", when="2026-10-15 09:00/10:00"))
    assert [kind for _, kind, *_ in changed(first_edition(of(alone)), moved(alone, 60))] == [ChangeKind.TIME]
    retitled = replace(alone, title="Pools", talks=(replace(alone.talks[0], title="Pools"),))
    assert [kind for _, kind, *_ in changed(first_edition(of(alone)), retitled)] == [ChangeKind.TITLE]
    longer = replace(alone, end=at("2026-10-15 11:00"), talks=(replace(alone.talks[0], end=at("2026-10-15 11:00")),))
    assert [kind for _, kind, *_ in changed(first_edition(of(alone)), longer)] == [ChangeKind.TIME]


def test_a_first_edition_changes_nothing_and_a_later_session_is_new():
    first = first_edition(of(ONE))
    assert first.changes == ()
    assert changed(first, ONE, OTHER) == [("Ponds", ChangeKind.NEW, None, "Ponds")]


def test_changes_are_kept_from_edition_to_edition_under_the_uid():
    second, _ = following(first_edition(of(TIMED)), moved(TIMED, 30))
    third, _ = following(second, replace(moved(TIMED, 30), title="Creeks"), now=AUGUST)
    uid = "streams@example-conference.invalid"
    assert third.changes == (
        Change(uid, ChangeKind.TIME, "Streams", when(TIMED), when(moved(TIMED, 30)), 1, JULY),
        Change(uid, ChangeKind.TITLE, "Creeks", "Streams", "Creeks", 2, AUGUST),
    )
    assert third.last_change(third.program.sessions[0], ChangeKind.TIME) == third.changes[0]
    assert third.last_change(third.program.sessions[0], ChangeKind.ROOM) is None


def test_the_second_pass_of_a_doubled_hour_is_another_time():
    berlin = event(timezone=ZoneInfo("Europe/Berlin"))
    one = session(when=None, start=at("2026-10-25 02:30", berlin.timezone), day=date(2026, 10, 25))
    assert one.start
    made, later = (program(each, event_=berlin) for each in (one, replace(one, start=one.start.replace(fold=1))))
    assert versions(later, published(first_edition(made))) == {"a-session": (1, JULY)}


@pytest.mark.parametrize(
    "facts", [{"languages": ("zh",)}, {"timezone": ZoneInfo("Asia/Taipei")}], ids=["main language", "zone of the same hours"]
)
def test_entries_written_anew_are_a_revision_of_all(facts: dict[str, Any]):
    made = of(ONE, OTHER)
    before = published(first_edition(made))
    now = replace(made, event=replace(made.event, **facts))
    assert versions(now, before) == {"rivers": (1, JULY), "ponds": (1, JULY)}


def test_the_first_releases_files_are_read_and_all_entries_written_anew():
    document = json.loads(published(first_edition(of(ONE))))
    for key in ("format", "removed", "changes", "feeds"):
        del document[key]
    for key in ("uid", "formerly", "created"):
        del document["sessions"][0][key]
    edition, problems = compare(of(ONE), json.dumps(document).encode(), JULY, {})
    assert problems == ()
    (one,) = edition.program.sessions
    assert (one.uid, one.revision, one.created) == ("rivers@example-conference.invalid", 1, MAY)


# --- who is who ---------------------------------------------------------------------------------------------------------------


def test_a_uid_outlives_the_address_of_the_conference():
    made = of(ONE)
    before = published(first_edition(made))
    edition, _ = compare(replace(made, event=replace(made.event, url="https://new.example")), before, JULY, {})
    assert [one.uid for one in edition.program.sessions] == ["rivers@example-conference.invalid"]


def test_a_page_that_says_what_it_was_is_the_same_session():
    edition, problems = following(first_edition(of(ONE, OTHER)), replace(ONE, id="streams", formerly=("rivers",)), OTHER)
    assert problems == ()
    assert [(one.id, one.uid, one.revision) for one in edition.program.sessions] == [
        ("streams", "rivers@example-conference.invalid", 1),
        ("ponds", "ponds@example-conference.invalid", 0),
    ]
    assert [(change.kind, change.old, change.new) for change in edition.changes] == [
        (ChangeKind.DETAILS, ("page: rivers",), ("page: streams",))
    ]
    assert edition.removed == ()


def test_a_page_of_another_name_is_recognised_and_the_line_to_add_is_told_until_it_is_there():
    renamed = replace(ONE, id="streams", title="Rivers!", talks=(replace(ONE.talks[0], title="Rivers!"),))
    second, problems = following(first_edition(of(ONE, OTHER)), renamed, OTHER)
    assert problems == (RenamedSession(renamed.source, "streams", "rivers", ("title", "speakers", "text", "hours", "room")),)
    assert problems[0].help.startswith("add this line to its fields: formerly: rivers\n")
    assert next((one.uid, one.formerly, one.revision) for one in second.program.sessions) == (
        "rivers@example-conference.invalid",
        ("rivers",),
        1,
    )
    assert [change.kind for change in second.changes] == [ChangeKind.TITLE, ChangeKind.DETAILS]
    third, problems = following(second, renamed, OTHER)
    assert problems == (RenamedSession(renamed.source, "streams", "rivers"),)
    assert published(third) == published(second)
    _, problems = following(third, replace(renamed, formerly=("rivers",)), OTHER)
    assert problems == ()


def test_with_its_first_id_again_it_is_still_the_same():
    second, _ = following(first_edition(of(ONE)), replace(ONE, id="streams"))
    third, problems = following(second, ONE)
    assert problems == ()
    assert [(one.uid, one.revision) for one in third.program.sessions] == [("rivers@example-conference.invalid", 2)]


def test_a_whole_program_whose_pages_have_other_names_is_recognised():
    many = [session(f"Talk {number}", "2026-10-15 09:00/10:00", talk(None, speaker(f"Ada {number}"))) for number in range(400)]
    renamed = [replace(one, id=f"x-{one.id}") for one in many]
    edition, problems = following(first_edition(of(*many)), *renamed)
    assert [one.uid.partition("@")[0] for one in edition.program.sessions] == [one.id for one in many]
    assert (len(problems), edition.removed) == (400, ())


def test_two_that_are_as_like_are_not_guessed():
    twins = [session("Tea", f"2026-10-1{day} 10:00/10:30", id=f"tea-{day}", venue="hall") for day in (5, 6)]
    third = session("Tea", "2026-10-17 10:00/10:30", id="tea", venue="hall")
    edition, _ = following(first_edition(of(*twins)), third)
    assert [one.uid for one in edition.program.sessions] == ["tea@example-conference.invalid"]
    assert [one.id for one in edition.removed] == ["tea-5", "tea-6"]


def test_the_hours_and_the_room_alone_make_no_kin():
    edition, _ = following(first_edition(of(ONE)), session("Ponds", "2026-10-15 09:00/10:00", id="ponds", venue="hall"))
    assert [change.kind for change in edition.changes] == [ChangeKind.NEW, ChangeKind.REMOVED]


def test_an_id_that_another_session_had_is_refused():
    second, _ = following(first_edition(of(ONE)), replace(ONE, id="streams", formerly=("rivers",)))
    other = session("Marshes", "2026-10-16 14:00/15:00", id="rivers")
    _, problems = following(second, replace(ONE, id="streams", formerly=("rivers",)), other)
    assert problems == (ReusedIdentity(other.source, "rivers", "Rivers"),)


def test_the_id_of_a_removed_session_is_refused_to_one_with_nothing_in_common():
    second, _ = following(first_edition(of(ONE, OTHER)), OTHER)
    other = session("Marshes", "2026-10-16 14:00/15:00", id="rivers")
    _, problems = following(second, other, OTHER)
    assert problems == (ReusedIdentity(other.source, "rivers", "Rivers"),)
    _, problems = following(second, replace(other, formerly=("rivers",)), OTHER)
    assert problems == ()


def talk_of(name: str, hour: int, id_: str) -> Session:
    """A session that shares nothing with those of other names and hours."""
    return session(name, f"2026-10-15 {hour:02}:00/{hour:02}:50", talk(name, speaker(f"Ada {name}")), id=id_, venue="hall")


def test_pages_that_change_their_contents_are_told_by_what_they_say():
    """Numbered pages, of which one is put in between: each entry stays with its session."""
    first = first_edition(of(talk_of("Rivers", 9, "s-1"), talk_of("Ponds", 10, "s-2"), talk_of("Lakes", 11, "s-3")))
    now = (talk_of("Rivers", 9, "s-1"), talk_of("Ponds", 10, "s-3"), talk_of("Lakes", 11, "s-4"))
    edition, problems = following(first, *now)
    assert [(one.id, one.uid.partition("@")[0]) for one in edition.program.sessions] == [
        ("s-1", "s-1"),
        ("s-3", "s-2"),
        ("s-4", "s-3"),
    ]
    assert [problem.kind() for problem in problems] == ["renamed-session", "renamed-session"]
    _, problems = following(edition, *now)
    assert [problem.kind() for problem in problems] == ["renamed-session", "renamed-session"]


def test_two_pages_that_change_their_names_say_so_once_and_for_all():
    first = first_edition(of(talk_of("Rivers", 9, "rivers"), talk_of("Ponds", 10, "ponds")))
    silent = [talk_of("Ponds", 10, "rivers"), talk_of("Rivers", 9, "ponds")]
    said = [replace(silent[0], formerly=("ponds",)), replace(silent[1], formerly=("rivers",))]
    for now in (said, silent):
        second, _ = following(first, *now)
        assert {one.title: one.uid.partition("@")[0] for one in second.program.sessions} == {"Rivers": "rivers", "Ponds": "ponds"}
        third, problems = following(second, *said)
        assert problems == ()
        assert published(third) == published(second)


def test_what_is_put_in_between_gets_an_identity_that_nobody_had():
    first = first_edition(of(talk_of("Panel", 9, "panel-1"), talk_of("Ponds", 10, "panel-2")))
    now = [talk_of("Marshes", 8, "panel-1"), talk_of("Panel", 9, "panel-2"), talk_of("Ponds", 10, "panel-3")]
    second, _ = following(first, *now)
    uids = {one.title: one.uid.partition("@")[0] for one in second.program.sessions}
    assert uids == {"Marshes": "panel-1-2", "Panel": "panel-1", "Ponds": "panel-2"}
    third, problems = following(second, *now)
    assert published(third) == published(second)
    assert problems[0] == RenamedSession(now[0].source, "panel-1", "panel-1-2")


def test_of_sessions_of_one_title_the_speakers_and_hours_say_who_is_who():
    def panel(name: str, hour: int, number: int) -> Session:
        return replace(talk_of(name, hour, f"panel-{number}"), title="Panel")

    first = first_edition(of(panel("Bo", 10, 1), panel("Cy", 11, 2)))
    edition, _ = following(first, panel("Flo", 8, 1), panel("Bo", 10, 2), panel("Cy", 11, 3))
    assert [one.uid.partition("@")[0] for one in edition.program.sessions] == ["panel-1-2", "panel-1", "panel-2"]
    edition, problems = following(first, panel("Flo", 8, 1), panel("Cy", 11, 2))
    assert ([one.uid.partition("@")[0] for one in edition.program.sessions], problems) == (["panel-1", "panel-2"], ())


def test_of_an_entry_of_a_timetable_nothing_is_asked_that_it_cannot_say():
    first = first_edition(of(replace(talk_of("Rivers", 9, "rivers"), by_title=True)))
    retitled = replace(talk_of("Rivers", 9, "brooks"), title="Brooks", by_title=True)
    second, problems = following(first, retitled)
    assert ([one.uid.partition("@")[0] for one in second.program.sessions], problems) == (["rivers"], ())
    assert following(second, retitled)[1] == ()


def test_an_id_that_is_given_to_a_session_with_nothing_in_common_is_refused():
    first = first_edition(of(talk_of("Rivers", 9, "rivers")))
    other = talk_of("Volcanoes", 15, "rivers")
    assert following(first, other)[1] == (ReusedIdentity(other.source, "rivers", "Rivers"),)
    edition, problems = following(first, replace(other, formerly=("rivers",)))
    assert ([one.revision for one in edition.program.sessions], problems) == ([1], ())
    edition, problems = following(first, replace(other, id="rivers-2"))
    assert [one.uid.partition("@")[0] for one in (*edition.program.sessions, *edition.removed)] == ["rivers-2", "rivers"]


@pytest.mark.parametrize(
    "now",
    [
        talk_of("Volcanoes", 9, "rivers"),
        replace(talk_of("Rivers", 15, "rivers"), talks=()),
        replace(talk_of("Volcanoes", 15, "rivers"), talks=()),
        session("To be announced", "2026-10-16", id="rivers"),
    ],
)
def test_a_page_whose_hours_stay_or_that_says_less_is_the_same_session(now: Session):
    first = first_edition(of(talk_of("Rivers", 9, "rivers")))
    edition, problems = following(first, now)
    assert ([one.revision for one in edition.program.sessions], problems) == ([1], ())
    _, problems = following(edition, talk_of("Rivers", 9, "rivers"))
    assert problems == ()


def test_whoever_is_not_what_it_was_taken_for_can_say_so():
    """What the help of renamed-session says, also once the edition is published in which it was taken for the other."""
    first = first_edition(of(talk_of("Rivers", 9, "rivers")))
    taken = replace(talk_of("Rivers", 9, "streams"), title="Streams")
    second, (problem,) = following(first, taken)
    assert isinstance(problem, RenamedSession)
    assert problem.help.endswith("\nif it is another session, say so with an id that is new: id: streams-2, formerly: streams-2")
    said = replace(taken, id="streams-2", formerly=("streams-2",))
    for before in (first, second):
        edition, problems = following(before, said)
        assert [problem.kind() for problem in problems] == ["removed-session"]
        assert [one.uid.partition("@")[0] for one in (*edition.program.sessions, *edition.removed)] == ["streams-2", "rivers"]
        assert following(edition, said)[1] == ()


# --- sessions that no page states any longer ----------------------------------------------------------------------------------


def test_a_removed_session_is_kept_cancelled_and_told_once():
    second, problems = following(first_edition(of(ONE, OTHER)), OTHER)
    assert problems == (RemovedSession(WHOLE, "Rivers", "sessions/rivers.md"),)
    (gone,) = second.removed
    assert (gone.uid, gone.status, gone.revision, gone.created, gone.changed) == (
        "rivers@example-conference.invalid",
        Status.CANCELLED,
        1,
        MAY,
        JULY,
    )
    assert (gone.start, gone.venue_text) == (ONE.start, "Main Hall, 1 Lakeside Road")
    assert [(change.kind, change.title) for change in second.changes] == [(ChangeKind.REMOVED, "Rivers")]
    third, problems = following(second, OTHER, now=AUGUST)
    assert problems == ()
    assert (third.removed, third.changes) == (second.removed, second.changes)
    assert published(third) == published(second)


def test_an_accepted_removal_is_not_told():
    _, problems = following(first_edition(of(ONE, OTHER)), OTHER, accept_removals=True)
    assert problems == ()


@pytest.mark.parametrize(
    ("now", "kept"), [(datetime(2026, 11, 14, tzinfo=UTC), 1), (datetime(2026, 11, 15, tzinfo=UTC), 0), (None, 1)]
)
def test_it_is_kept_until_the_conference_is_over_for_30_days(now: datetime | None, kept: int):
    second, _ = following(first_edition(of(ONE, OTHER)), OTHER)
    third, _ = following(second, OTHER, now=now)
    assert len(third.removed) == kept


# --- previous files that can't be used ----------------------------------------------------------------------------------------

WHOLE = Span("program.json")


def only_problem(previous: bytes) -> Problem:
    """The problem with these bytes; the edition is then as if there were none."""
    edition, problems = compare(of(ONE), previous, MAY, {})
    assert edition == first_edition(of(ONE))
    (problem,) = problems
    return problem


def edited(edit: Callable[[dict[str, Any]], object]) -> bytes:
    document = json.loads(published(first_edition(of(ONE, OTHER))))
    edit(document)
    return json.dumps(document).encode()


def with_uid(uid: str, document: dict[str, Any]) -> None:
    document["sessions"][0]["uid"] = uid


def test_a_truncated_file_is_an_error_at_its_end():
    data = published(first_edition(of(ONE)))
    cut = data[: data.index(b'"sessions"')]
    place = Span("program.json", *[cut.count(b"\n") + 1, 2] * 2)
    assert only_problem(cut) == UnreadableEdition(place, "Expecting property name enclosed in double quotes")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff{}", "it is no UTF-8 text"),
        (b"[]", "it is no JSON object"),
        (b"[" * 100_000, "it is nested too deeply"),
        (
            edited(lambda d: d["sessions"][0].update(talks="deep")).replace(b'"deep"', b"[" * 990 + b"]" * 990),
            "it is nested too deeply",
        ),
        (edited(lambda d: d.pop("venues")), "'venues' is no list of objects"),
        (edited(lambda d: d.update(sessions={})), "'sessions' is no list of objects"),
        (edited(lambda d: d["sessions"].append(1)), "'sessions' is no list of objects"),
        (edited(lambda d: d["sessions"][0].update(id=None)), "'id' is no text"),
        (edited(lambda d: d["sessions"].append(d["sessions"][0])), "two sessions have the same id"),
        (edited(lambda d: d["sessions"][0].update(id="../../rivers")), "'id' cannot be the name of a file"),
        (edited(lambda d: d["sessions"][0].update(id="x" * 300)), "'id' cannot be the name of a file"),
        (edited(lambda d: d["sessions"][0].update(formerly=["a", "b/c"])), "'formerly' cannot be the name of a file"),
        (edited(lambda d: d["sessions"][0].update(venue="")), "'venue' cannot be the name of a file"),
        (edited(lambda d: d["sessions"][0]["people"][0].update(person="a\\b")), "'person' cannot be the name of a file"),
        *(
            (edited(partial(with_uid, uid)), "'uid' is no usable UID")
            for uid in ("a\r\nb@x", "a b@x", "é@x", "a,b@x", "", "x" * 256)
        ),
        (
            edited(lambda d: d["sessions"][0].update(created="2027-01-01T00:00:00Z")),
            "session 'rivers' was changed before it was created",
        ),
        (edited(lambda d: d["sessions"][0].update(revision=True)), "session 'rivers' has no usable revision number"),
        (edited(lambda d: d["sessions"][0].update(revision=-1)), "session 'rivers' has no usable revision number"),
        (edited(lambda d: d["sessions"][0].update(revision=2**31)), "session 'rivers' has no usable revision number"),
        (edited(lambda d: d["sessions"][0].update(changed=None)), "'changed' is no text"),
        (edited(lambda d: d["sessions"][0].update(changed="2026-05-01T00:00:00")), "'changed' is no usable time"),
        (
            edited(lambda d: d["sessions"][0].update(changed="9999-12-31T23:59:59Z")),
            "'changed' is no usable time",
        ),
    ],
)
def test_a_broken_file_is_an_error(data: bytes, reason: str):
    assert only_problem(data) == UnreadableEdition(WHOLE, reason)


def test_a_number_too_long_to_read_is_an_error():
    problem = only_problem(b'{"schema": ' + b"1" * 5000 + b"}")
    assert isinstance(problem, UnreadableEdition)


@pytest.mark.parametrize(
    ("schema", "remedy"),
    [
        ("confbook/program/2", "build with the confbook that made it, or a newer one; or choose another output folder"),
        ("other/1", "confbook did not make this file: move it away, or choose another output folder"),
    ],
)
def test_a_file_of_another_schema_is_an_error_that_says_what_to_do(schema: str, remedy: str):
    problem = only_problem(edited(lambda d: d.update(schema=schema)))
    assert problem == ForeignEdition(WHOLE, schema, "confbook/program/1")
    assert (
        problem.message == f"the program.json published before has the schema '{schema}'; this confbook reads 'confbook/program/1'"
    )
    assert problem.help == remedy


def test_an_unreadable_edition_says_what_to_do():
    problem = only_problem(b"{}[")
    assert problem.message == "the program.json published before cannot be read: Extra data"
    assert problem.help.startswith("put back the program.json that was published last; or, ")


def test_a_conference_in_another_year_has_another_time():
    made = replace(of(ONE), event=event(days=()))
    assert first_edition(made, None).published == datetime(1980, 1, 1, tzinfo=UTC)


def test_an_edition_is_dated_only_where_its_time_was_given():
    program = sample_program()
    given = datetime(2026, 9, 2, tzinfo=UTC)
    assert [compare(program, None, now, {})[0].dated for now in (given, None)] == [True, False]


def test_a_title_in_another_language_is_seen_and_the_language_of_a_title_is_not():
    before = published(first_edition(of(ONE)))
    told = replace(ONE, translations=(Translation("zh", title="河流"),))
    assert versions(of(replace(ONE, language="en")), before)[ONE.id][0] == 0
    assert versions(of(told), before)[ONE.id][0] == 1


def test_an_edition_from_before_there_were_translations_is_no_other():
    document = json.loads(published(first_edition(of(ONE))))
    items = [*document["sessions"], *(talk for one in document["sessions"] for talk in one["talks"])]
    for item in [*items, *document["venues"], *document["people"]]:
        del item["translations"]
    assert versions(of(ONE), json.dumps(document).encode())[ONE.id][0] == 0
