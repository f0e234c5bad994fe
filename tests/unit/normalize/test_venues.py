"""Texts that name one venue are one venue; what is only alike is reported, never merged."""

import csv
import time
from pathlib import Path

import pytest

from pipeline.diagnostics import Problem
from pipeline.diagnostics.venues import AmbiguousVenue, LikelyVenue, NearVenue, UnknownVenue
from pipeline.grammar.likeness import alike
from pipeline.model import Venue
from pipeline.normalize.venues import Venues, resolve_venues
from pipeline.source import Located, Span

WEIZHEN = "Weizhen Building，Ziyou Campus（自由校区惟真楼）"


def at(*texts: str) -> list[Located[str]]:
    return [Located(text, Span("page.md", line)) for line, text in enumerate(texts, 1)]


def resolve(texts: list[str], *listed: Venue) -> Venues:
    return resolve_venues(at(*texts), listed)


def ids(texts: list[str], *listed: Venue) -> list[str]:
    venues = resolve(texts, *listed)
    return [venues.id_of(text) for text in at(*texts)]


HALL = Venue("hall", "Main Hall", ("大礼堂",), "1 Quay", 1.0, 2.0)
BOATS = Venue("boats", "Boat House", ("船屋",))


@pytest.mark.parametrize(
    "text", ["Main Hall", "main  hall", " MAIN HALL. ", "Ｍain\u3000Hall", "大礼堂", "Main Hall（大礼堂）", "大礼堂 (Main Hall)"]
)
def test_a_listed_venue_is_known_by_all_its_names(text: str):
    assert resolve([text], BOATS, HALL) == Venues((BOATS, HALL), (), {text: "hall"})


def test_a_listed_name_with_more_in_brackets_is_another_venue():
    assert ids(["Main Hall (great room of 1900)"], HALL) == ["main-hall-great-room-of-1900"]


def test_the_id_of_a_listed_venue_is_made_fit_for_files():
    assert ids(["Main Hall", "Annex"], Venue("../CON", "Main Hall"), Venue("con", "Annex")) == ["con-1", "con-1-2"]


def test_a_listed_venue_without_id_gets_one():
    assert resolve([], Venue("", "文史楼201"), Venue("", "Wen Shi Lou 201")).venues == (
        Venue("wen-shi-lou-201", "文史楼201"),
        Venue("wen-shi-lou-201-2", "Wen Shi Lou 201"),
    )


def test_unknown_texts_become_venues_in_the_order_of_their_first_use_each_reported_once():
    venues = resolve(["Room 2", "Room 1", "room 2", "Main Hall"], HALL)
    assert venues.venues == (HALL, Venue("room-2", "Room 2"), Venue("room-1", "Room 1"))
    assert venues.problems == (UnknownVenue(Span("page.md", 1), "Room 2"), UnknownVenue(Span("page.md", 2), "Room 1"))
    assert [venues.id_of(text) for text in at("Room 2", "Room 1", "room 2", "Main Hall")] == ["room-2", "room-1", "room-2", "hall"]


def test_a_translation_in_brackets_is_another_name_of_the_venue():
    texts = ["自由校区惟真楼", "Weizhen Building, Ziyou Campus", WEIZHEN]
    venues = resolve(texts)
    assert [venue.name for venue in venues.venues] == ["自由校区惟真楼"]
    assert len(set(ids(texts))) == 1
    assert len(set(ids(texts[::-1]))) == 1


def test_what_stands_in_brackets_after_two_names_is_no_translation():
    assert len(set(ids(["Room 1 (惟真楼)", "Room 1 (文史楼)"]))) == 2
    assert len(set(ids(["Room A（惟真楼）", "Room A（文史楼）", "Room A"]))) == 3


def test_numbers_must_agree_in_a_translation():
    assert len(set(ids(["Room 201 (惟真楼)", "惟真楼"]))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("文史楼201", "文史楼203"),
        ("文史楼201", "文科楼201"),
        ("中国地质大学（武汉）", "中国地质大学（北京）"),
        ("Hall A", "Hall B"),
        ("第二会议室", "第十二会议室"),
        ("C-119", "C-119A"),
        ("唯真楼", "惟真楼"),
    ],
)
def test_what_differs_is_not_merged(one: str, other: str):
    assert len(set(ids([one, other]))) == 2


def test_a_probable_slip_is_reported_with_the_listed_name():
    listed = Venue("wz", "东北师范大学 惟真楼")
    assert resolve(["东北师范大学 唯真楼"], listed).problems == (
        NearVenue(Span("page.md", 1), "东北师范大学 唯真楼", "东北师范大学 惟真楼", None),
    )


def test_of_two_unlisted_names_the_later_is_reported_as_a_slip():
    problems: tuple[Problem, ...] = resolve(["Weizhen Building 1", "Weizhen Buildng 1"]).problems
    assert problems == (NearVenue(Span("page.md", 2), "Weizhen Buildng 1", "Weizhen Building 1", Span("page.md", 1)),)


def test_words_that_name_two_listed_venues_are_reported():
    assert resolve(["Main Hall（船屋）"], HALL, BOATS).problems == (
        AmbiguousVenue(Span("page.md", 1), "Main Hall（船屋）", "Main Hall", "Boat House"),
    )


def test_the_help_shows_the_lines_to_add():
    (problem,) = resolve([WEIZHEN], HALL).problems
    assert problem.help.endswith(
        '[[venues]]\nname = "Weizhen Building，Ziyou Campus（自由校区惟真楼）"\naliases = ["Weizhen Building，Ziyou Campus", "自由校区惟真楼"]'
    )


@pytest.mark.parametrize(
    ("one", "other"), [("唯真楼", "惟真楼"), ("思羣堂", "思群堂"), ("東校區", "东校区"), ("Sydney Room", "Sidney Room")]
)
def test_slips_are_alike(one: str, other: str):
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("文史楼", "文科楼"),
        ("逸夫第一会议厅", "逸夫第二会议厅"),
        ("Room 201", "Room 210"),
        ("Hall A", "Hall B"),
        ("Ballroom I", "Ballroom II"),
        ("Upper Deck", "Lower Deck"),
        ("Northeast Wing", "Northwest Wing"),
        ("一楼", "乙楼"),
        ("Weizhen", "惟真"),
        ("Main Hall", "Main Hall"),
    ],
)
def test_other_places_are_not(one: str, other: str):
    assert not alike(one, other)


@pytest.mark.corpus
def test_no_two_places_of_the_gold_table_are_merged_that_are_not_one(shared: Path):
    with (shared / "gold" / "venues.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    merged = [
        (row["left"], row["right"])
        for row in rows
        if row["right"] and row["verdict"] != "same" and len(set(ids([row["left"], row["right"]]))) == 1
    ]
    assert merged == []


@pytest.mark.parametrize(
    "texts",
    [
        ["Room 201", "201", "Rm. 201", "Raum ２０１"],
        ["第二会议室", "会议室2", "會議室二"],
        ["C-119", "Auditorio C119.", "c 119"],
        ["思羣堂", "思群堂"],
        ["Room 201, Main Building", "Main Building - Room 201", "Room 201 (Main Building)"],
        ["惟真楼 101、102", "惟真楼101/102"],
    ],
)
def test_what_is_only_written_in_another_way_is_one_venue(texts: list[str]):
    assert len(set(ids(texts))) == 1


def test_what_is_probably_another_name_is_reported():
    problems = resolve(["华东师范大学普陀校区 思羣堂", "Siqun Hall, Putuo Campus"]).problems
    assert problems == (
        LikelyVenue(Span("page.md", 2), "Siqun Hall, Putuo Campus", "华东师范大学普陀校区 思羣堂", Span("page.md", 1)),
    )


def test_a_house_is_not_the_room_in_it_and_nothing_is_said_of_that():
    assert [type(problem) for problem in resolve(["惟真楼", "惟真楼101"], HALL).problems] == [UnknownVenue, UnknownVenue]


def test_where_no_venue_is_listed_none_is_missing_from_the_list():
    assert resolve(["惟真楼", "Room 2"]).problems == ()


def test_venues_that_share_a_room_know_it():
    rooms = {
        venue.name: venue.rooms for venue in resolve(["惟真楼 101、102", "惟真楼101", "惟真楼103", "Hall B & C", "Hall C"]).venues
    }
    assert len(set(rooms["惟真楼 101、102"]) & set(rooms["惟真楼101"])) == 1
    assert set(rooms["Hall C"]) < set(rooms["Hall B & C"])
    assert rooms["惟真楼103"] == ()


def test_rooms_of_two_houses_are_not_shared():
    assert [venue.rooms for venue in resolve(["惟真楼 101、102", "文史楼101", "惟真楼"]).venues] == [(), (), ()]


def test_two_hundred_venues_are_told_apart_in_time():
    begin = time.process_time()
    resolve([f"惟真楼{100 + number}" if number % 2 else f"Weizhen Building {number}, Room {number * 7}" for number in range(200)])
    assert time.process_time() - begin < 10
