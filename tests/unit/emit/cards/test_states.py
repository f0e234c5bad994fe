"""What a session's card says of its changes: where it was before, what is news, and for how long."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.listing import program as listed
from pipeline.emit.cards.photos import Gallery
from pipeline.emit.cards.site import sites
from pipeline.emit.cards.states import News, State, states
from pipeline.model import Change, ChangeKind, Edition, Session, Status, When
from tests.builders import PUBLISHED, at, change, day, edition, program, session, venue
from tests.pages import only, page, words

HALL = venue("Hall", address="1 Quay Road")
BEFORE = When(day("2026-10-14"), at("2026-10-14 08:00"), at("2026-10-14 09:00"))


def changed(*changes: Change, of: Session | None = None, dated: bool = True) -> Edition:
    """The edition of one session, in the hall, and another one beside it, with these changes."""
    beside = session("Ebbs", "2026-10-15 09:00/10:00", venue="attic")
    made = edition(of=program(of or talk(), beside, venues=(HALL, venue("Attic"))))
    return replace(made, changes=changes, dated=dated)


def talk(**facts: object) -> Session:
    return session("Tides", id="tides", uid="tides@example-conference.invalid", **{"venue": "hall", **facts})  # type: ignore[arg-type]  # facts are the fields' own


def made(kind: ChangeKind, old: When | str | None = None, new: When | str | None = None, changed: datetime = PUBLISHED) -> Change:
    return change(talk(), kind, old, new, changed)


NOW = When(talk().day, talk().start, talk().end)
MOVED = made(ChangeKind.TIME, BEFORE, NOW, PUBLISHED - timedelta(days=300))
ELSEWHERE = made(ChangeKind.ROOM, "Attic", "Hall, 1 Quay Road", PUBLISHED - timedelta(days=300))


def test_where_it_was_is_said_however_long_ago_it_was_moved():
    assert states(changed(MOVED, ELSEWHERE)) == {"tides": State(BEFORE, "Attic")}


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("Hall", None),  # the same room, which has got an address
        ("Hall, 2 Quay Road", None),
        ("Attic", "Attic"),
        ("Hall of Mirrors, 9 Hill", "Hall of Mirrors, 9 Hill"),  # a room that is no longer known
        (None, None),
    ],
)
def test_a_room_with_another_address_is_no_other_room(old: str | None, said: str | None):
    assert states(changed(made(ChangeKind.ROOM, old, "Hall, 1 Quay Road"))).get("tides", State()).was_in == said


def test_a_room_is_called_by_its_name_alone():
    of = talk(venue="attic")
    assert states(changed(made(ChangeKind.ROOM, "Hall, 1 Quay Road", "Attic"), of=of))["tides"].was_in == "Hall"


@pytest.mark.parametrize(
    ("kinds", "news"),
    [
        ((ChangeKind.NEW, ChangeKind.TITLE), News.NEW),
        ((ChangeKind.REINSTATED,), News.BACK),
        ((ChangeKind.PEOPLE, ChangeKind.TITLE), News.TITLE),
        ((ChangeKind.TEXT, ChangeKind.PEOPLE), News.PEOPLE),
        ((ChangeKind.TEXT,), News.UPDATED),
        ((ChangeKind.DETAILS,), News.UPDATED),
        ((ChangeKind.REWRITTEN,), None),
        ((ChangeKind.TIME, ChangeKind.DETAILS), None),  # its talks moved with it
        ((ChangeKind.TIME, ChangeKind.TEXT), News.UPDATED),
    ],
)
def test_the_greatest_news_is_told(kinds: tuple[ChangeKind, ...], news: News | None):
    assert states(changed(*map(made, kinds))).get("tides", State()).news == news


@pytest.mark.parametrize(("age", "dated", "told"), [(7, True, True), (8, True, False), (0, False, True), (1, False, False)])
def test_news_is_old_after_a_week_and_undated_with_the_next_edition(age: int, dated: bool, told: bool):  # noqa: FBT001  # parameters
    then = PUBLISHED - timedelta(days=age)
    state = states(changed(made(ChangeKind.TITLE, "Ebb", "Tides", then), dated=dated)).get("tides", State())
    assert (state.news is News.TITLE, state.since) == (told, then if told and dated else None)


def test_what_is_cancelled_says_only_that():
    off = changed(MOVED, made(ChangeKind.CANCELLED), of=talk(status=Status.CANCELLED))
    assert states(off) == {}
    assert words(only(page(off), "#s-tides")) == "Cancelled Session Tides 09:00 – 10:00 Hall"


@pytest.mark.parametrize(
    ("path", "selector", "said"),
    [
        ("index.html", "#s-tides .card-facts", "was Wed 14 Oct 08:00 – 09:00 , now 09:00 – 10:00 was Attic , now Hall"),
        ("days/2026-10-15.html", "#timetable .entry-was", "was Wed 14 Oct 08:00 – 09:00 was Attic"),
        ("sessions/tides.html", ".facts dl", "was Wed 14 Oct 08:00 – 09:00 , now 09:00 – 10:00"),
        ("sessions/tides.html", ".page-head", "Moved Session Tides"),
        ("rooms/hall.html", ".line", "was Wed 14 Oct 08:00 – 09:00 , now 09:00 – 10:00 Tides Moved was Attic Hall"),
        (
            "now.html",
            "[data-room=hall] .now-session",
            "Thu 15 Oct was Wed 14 Oct 08:00 – 09:00 , now 09:00 – 10:00 Tides Moved was Attic",
        ),
        (
            "program.html",
            "#s-tides .card-head",
            "Moved Session Tides was Wed 14 Oct 08:00 – 09:00 , now 09:00 – 10:00 was Attic , now Hall",
        ),
    ],
)
def test_every_page_that_shows_a_session_strikes_out_where_it_was(path: str, selector: str, said: str):
    tree = page(changed(MOVED, ELSEWHERE), path)
    assert said in words(only(tree, selector))
    assert [words(gone) for gone in tree.css(f"{selector} s")] in (["Wed 14 Oct 08:00 – 09:00", "Attic"], [])


def test_scripts_know_where_it_was():
    moved = changed(MOVED, ELSEWHERE)
    (site,) = sites(Guide(moved, Gallery.of(moved.program)))
    assert [one.get("was") for one in listed(site)["sessions"]] == ["Wed 14 Oct 08:00–09:00, Attic", None]  # type: ignore[attr-defined]  # a list
