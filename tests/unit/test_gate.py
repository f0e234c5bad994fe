"""The gate: silent where an edition follows on what was published, and shut for each way to break subscribers' calendars."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.compare import compare
from pipeline.compare.previous import Previous, read_previous
from pipeline.compare.rebase import rebased
from pipeline.diagnostics import Problem
from pipeline.editions import FEED, Published, whole_feeds
from pipeline.emit.calendar import emit
from pipeline.emit.data import program_json
from pipeline.gate import gate
from pipeline.model import Artifact, Edition, Kind, Program, Session, Status, Translation
from tests.builders import event, program, session, venue

MAY, JUNE, JULY = (datetime(2026, month, 1, tzinfo=UTC) for month in (5, 6, 7))
HALL = venue("Main Hall", id="hall")
ONE = session("Rivers", "2026-10-15 09:00/10:00", venue="hall")
OTHER = session("Ponds", "2026-10-15 10:00/11:00")
MOVED = replace(ONE, title="Streams")


def of(*sessions: Session) -> Program:
    return program(*sessions, event_=event("Rivers", url="https://rain.example/2026"), venues=(HALL,))


def edition(made: Program, before: Previous | bytes | None = None, now: datetime | None = MAY) -> Edition:
    made_, problems = compare(made, before, now, {}, accept_removals=True)
    assert problems == ()
    return made_


def data(made: Edition) -> bytes:
    return program_json(made, (), emit(made).artifacts).data


def published(made: Edition) -> Published:
    state = read_previous(data(made))
    assert isinstance(state, Previous)
    feeds = {file.path: file.data for file in emit(made).artifacts}
    return Published(state, {path: feeds[path] for path in whole_feeds(state.feeds)})


def found(made: Edition, before: Edition, artifacts: tuple[Artifact, ...] | None = None, now: datetime | None = None) -> list[str]:
    """The kinds of problems and whose they are."""
    problems = list(gate(made, emit(made).artifacts if artifacts is None else artifacts, [published(before)], now))
    return sorted(f"{problem.kind()} {getattr(problem, 'uid', '').partition('@')[0]}" for problem in problems)


def rewritten(made: Edition, edit: Callable[[bytes], bytes], path: str = FEED) -> tuple[Artifact, ...]:
    """The files of an edition, one of them edited."""
    return tuple(Artifact(file.path, edit(file.data)) if file.path == path else file for file in emit(made).artifacts)


EDITS: dict[str, Program] = {
    "none": of(ONE, OTHER),
    "retitled": of(MOVED, OTHER),
    "new": of(ONE, OTHER, session("New")),
    "cancelled": of(replace(ONE, status=Status.CANCELLED), OTHER),
    "removed": of(OTHER),
    "postponed": of(replace(ONE, day=None, start=None, end=None), OTHER),
    "to be announced": of(replace(ONE, start=None, end=None), OTHER),
    "a break now": of(replace(ONE, kind=Kind.BREAK), OTHER),
    "renamed": of(replace(ONE, id="streams", formerly=("rivers",)), OTHER),
    "another address": replace(of(ONE, OTHER), event=event("Rivers", url="https://wind.example")),
    "another language": replace(of(ONE, OTHER), event=replace(of().event, languages=("zh",))),
    "room renamed": program(ONE, OTHER, event_=of().event, venues=(replace(HALL, name="Great Hall"),)),
    "room with a place": program(ONE, OTHER, event_=of().event, venues=(replace(HALL, latitude=43.0, longitude=125.0),)),
}


@pytest.mark.parametrize("now", EDITS.values(), ids=EDITS)
def test_whatever_is_edited_an_edition_that_follows_passes(now: Program):
    first = edition(of(ONE, OTHER))
    second = edition(now, data(first), JUNE)
    assert found(second, first) == []
    third = edition(of(ONE, OTHER), data(second), JULY)
    assert found(third, second) == []
    assert found(third, first) == []


# --- the faults ---------------------------------------------------------------------------------------------------------------


def test_a_lost_state_is_refused():
    second = edition(of(MOVED, OTHER), data(edition(of(ONE, OTHER))), JUNE)
    assert found(edition(of(ONE, OTHER), None, JULY), second) == ["sunken-revision rivers"]
    assert found(edition(of(MOVED, OTHER), None, JULY), edition(of(ONE, OTHER))) == ["unannounced-change rivers"]


def test_a_lost_state_has_the_build_time_in_every_entry_and_that_alone_is_no_change():
    assert found(edition(of(ONE, OTHER), None, JULY), edition(of(ONE, OTHER))) == []


def test_a_dropped_entry_is_refused():
    assert found(edition(of(OTHER), None, JULY), edition(of(ONE, OTHER))) == ["lost-entry rivers"]


def test_an_id_that_is_used_for_another_session_is_refused():
    other = replace(OTHER, id="rivers", title="Volcanoes")
    assert found(edition(of(other), None, JULY), edition(of(ONE))) == ["unannounced-change rivers"]


def test_a_revision_for_nothing_is_refused():
    first = edition(of(ONE, OTHER))
    state = published(first).state
    one = replace(state.program.sessions[0], revision=3)
    edited = replace(state, program=replace(state.program, sessions=(one, *state.program.sessions[1:])))
    assert found(edition(of(ONE, OTHER), edited, JULY), first) == ["empty-revision rivers"]


def test_an_entry_that_is_written_otherwise_is_refused():
    """A renderer that changed, without a new FORMAT: the facts are the same, the bytes are not."""
    first = edition(of(ONE, OTHER))
    other = rewritten(first, lambda feed: feed.replace(b"SUMMARY:Rivers", b"SUMMARY:RIVERS"))
    assert found(edition(of(ONE, OTHER), data(first), JUNE), first, other) == ["unannounced-change rivers"]


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (lambda _: b"", "lost-entry"),
        (lambda feed: feed.replace(b"SEQUENCE:1", b"SEQUENCE:0"), "sunken-revision"),
        (lambda feed: feed.replace(b"UID:rivers@", b"UID:other@"), "lost-entry"),
    ],
)
def test_the_bytes_of_the_feed_are_looked_at_too(edit: Callable[[bytes], bytes], problem: str):
    second = edition(of(MOVED, OTHER), data(edition(of(ONE, OTHER))), JUNE)
    third = edition(of(MOVED, OTHER), data(second), JULY)
    assert f"{problem} rivers" in found(third, second, rewritten(second, edit))


@pytest.mark.parametrize(("old", "new"), [(b"CREATED", b"COLOR:blue\r\nCREATED"), (b"SUMMARY:", b"SUMMARY;LANGUAGE=en:")])
def test_a_colour_of_a_track_and_a_language_are_no_change(old: bytes, new: bytes):
    first = edition(of(ONE))
    marked = rewritten(first, lambda feed: feed.replace(old, new))
    assert found(edition(of(ONE), data(first), JUNE), first, marked) == []


def test_a_property_without_a_word_that_goes_is_no_change():
    first = edition(of(ONE))
    before = published(first)
    contact = replace(before, feeds={**before.feeds, FEED: before.feeds[FEED].replace(b"CREATED", b"CONTACT:\r\nCREATED")})
    assert list(gate(edition(of(ONE), data(first), JUNE), emit(first).artifacts, [contact], None)) == []


def in_chinese(title: str = "河流") -> Program:
    return replace(
        of(replace(ONE, translations=(Translation("zh", title),)), OTHER), event=replace(of(ONE).event, languages=("en", "zh"))
    )


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (lambda feed: feed.replace("河流".encode(), "河川".encode()), "unannounced-change rivers"),
        (lambda feed: feed.replace(b"SEQUENCE:1", b"SEQUENCE:0"), "sunken-revision rivers"),
        (lambda feed: feed.replace(b"UID:ponds@", b"UID:other@"), "lost-entry ponds"),
    ],
)
def test_feeds_in_further_languages_are_looked_at_too(edit: Callable[[bytes], bytes], problem: str):
    second = edition(in_chinese(), data(edition(in_chinese("江河"))), JUNE)
    third = edition(in_chinese(), data(second), JULY)
    assert found(third, second) == []
    assert found(third, second, rewritten(second, edit, "calendar/zh/all.ics")) == [problem]


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (lambda feed: feed.replace(b"UID:conference+days", b"UID:other"), "lost-entry conference+days"),
        (
            lambda feed: feed.replace(b"DTEND;VALUE=DATE:20261016", b"DTEND;VALUE=DATE:20261017"),
            "unannounced-change conference+days",
        ),
    ],
)
def test_the_conferences_own_entry_is_looked_at_too(edit: Callable[[bytes], bytes], problem: str):
    first = edition(of(ONE))
    assert found(edition(of(ONE), data(first), JUNE), first, rewritten(first, edit, "calendar/overview.ics")) == [problem]


def test_a_lost_state_of_the_conferences_own_entry_is_refused_and_healed():
    later = replace(of(ONE), event=replace(of(ONE).event, place="Hilo"))
    second = edition(later, data(edition(of(ONE))), JUNE)
    assert found(edition(later, None, JULY), second) == ["sunken-revision conference+days"]
    assert found(edition(later, None, JULY), edition(of(ONE))) == ["unannounced-change conference+days"]
    state = rebased(published(edition(of(ONE))).state, published(second).state)
    assert found(edition(later, state, JULY), second) == []


def test_a_session_may_leave_the_overview():
    social = edition(of(replace(ONE, kind=Kind.SOCIAL)))
    assert found(edition(of(ONE), data(social), JUNE), social) == []


def test_removed_sessions_may_go_when_the_conference_is_over():
    second = edition(of(OTHER), data(edition(of(ONE, OTHER))), JUNE)
    over = edition(of(OTHER), data(second), datetime(2026, 11, 20, tzinfo=UTC))
    assert over.removed == ()
    assert found(over, second) == ["lost-entry rivers"]
    assert found(over, second, now=datetime(2026, 11, 14, tzinfo=UTC)) == ["lost-entry rivers"]
    assert found(over, second, now=datetime(2026, 11, 20, tzinfo=UTC)) == []


def test_every_problem_forbids_to_publish_and_says_how_to_heal_it():
    problems: list[Problem] = list(gate(edition(of(OTHER)), (), [published(edition(of(ONE)))], None))
    assert {problem.severity.value for problem in problems} == {"error"}
    assert all("--rebase-on" in problem.help for problem in problems)


# --- healing ------------------------------------------------------------------------------------------------------------------


def test_a_state_that_was_lost_is_healed_from_what_is_published():
    live = edition(of(MOVED, OTHER), data(edition(of(ONE, OTHER))), JUNE)
    healed = edition(of(MOVED, replace(OTHER, title="Pools")), published(live).state, JULY)
    assert [(one.id, one.revision, one.created) for one in healed.program.sessions] == [("rivers", 1, MAY), ("ponds", 1, MAY)]
    assert found(healed, live) == []


def test_a_state_that_is_older_is_healed_from_what_is_published():
    first = edition(of(ONE, OTHER))
    live = edition(of(MOVED, OTHER), data(first), JUNE)
    state = rebased(published(first).state, published(live).state)
    healed = edition(of(replace(MOVED, title="Brooks"), OTHER), state, JULY)
    assert [(one.id, one.revision) for one in healed.program.sessions] == [("rivers", 2), ("ponds", 0)]
    assert found(healed, live) == []


def test_a_revision_that_was_never_published_does_not_sink_either():
    first = edition(of(ONE))
    local = edition(of(MOVED), data(edition(of(replace(ONE, title="Brooks")), data(first), JUNE)), JULY)
    state = rebased(published(local).state, published(first).state)
    healed = edition(of(replace(ONE, title="Creeks")), state, JULY + timedelta(days=1))
    assert [(one.revision, one.created) for one in healed.program.sessions] == [(3, MAY)]


def test_what_only_one_of_the_two_knows_is_kept():
    first = edition(of(ONE))
    local = edition(of(ONE, OTHER), data(first), JUNE)
    state = rebased(published(local).state, published(first).state)
    assert [one.id for one in state.program.sessions] == ["rivers", "ponds"]
    assert [change.title for change in state.changes] == ["Ponds"]
