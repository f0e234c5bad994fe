"""What follows on a program published before: revisions rise exactly where an attendee sees a change."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.compare import compare
from pipeline.diagnostics import Problem
from pipeline.diagnostics.edition import ForeignEdition, UnreadableEdition
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.model import Edition, Image, Program, Session, Status, Translation
from pipeline.source import Source, Span
from tests.builders import event, program, rich, role, sample_program, session, speaker, talk, venue

MAY = datetime(2026, 5, 1, 12, 30, 15, tzinfo=UTC)
JULY = datetime(2026, 7, 1, tzinfo=UTC)
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
    bare = replace(edition.program, sessions=tuple(replace(one, revision=0, changed=None) for one in edition.program.sessions))
    assert bare == replace(
        sample_program(), sessions=tuple(replace(one, revision=0, changed=None) for one in sample_program().sessions)
    )


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
    edition, _ = compare(of(session("New")), before, MAY, {})
    assert [(one.id, one.changed) for one in edition.program.sessions] == [("new", MAY)]
    assert edition.published == JULY


def test_a_session_that_comes_back_unchanged_after_an_edition_without_it_is_new():
    first = first_edition(of(ONE, OTHER))
    second, _ = compare(of(OTHER), published(first), JULY, {})
    assert versions(of(ONE, OTHER), published(second), JULY) == {"rivers": (0, JULY), "ponds": (0, MAY)}


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
        (edited(lambda d: d["sessions"][0].update(revision=True)), "session 'rivers' has no usable revision number"),
        (edited(lambda d: d["sessions"][0].update(revision=-1)), "session 'rivers' has no usable revision number"),
        (edited(lambda d: d["sessions"][0].update(revision=2**31)), "session 'rivers' has no usable revision number"),
        (edited(lambda d: d["sessions"][0].update(changed=None)), "'changed' is no text"),
        (edited(lambda d: d["sessions"][0].update(changed="2026-05-01T00:00:00")), "session 'rivers' has no usable time of change"),
        (
            edited(lambda d: d["sessions"][0].update(changed="9999-12-31T23:59:59Z")),
            "session 'rivers' has no usable time of change",
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
