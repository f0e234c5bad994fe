"""The facts, for people: what a day, a session, a person, a room and the other pages say."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.emit.cards import render
from pipeline.emit.cards.phrases import phrases
from pipeline.model import Figure, Kind, Section, TextPage, Translation
from pipeline.resources import templates
from tests.builders import (
    at,
    edition,
    event,
    person,
    picture,
    program,
    rich,
    role,
    sample_edition,
    sample_program,
    session,
    speaker,
    talk,
)
from tests.pages import files, only, page, pages, words


@pytest.fixture(scope="module")
def sample() -> Mapping[str, LexborHTMLParser]:
    return pages(files(sample_edition()))


@pytest.fixture(scope="module")
def first_day(sample: Mapping[str, LexborHTMLParser]) -> LexborHTMLParser:
    return sample["days/2026-10-15.html"]


# --- a day as a list ----------------------------------------------------------------------------------------------------------


def test_cards_stand_on_their_days_page_in_the_order_of_the_program(sample: Mapping[str, LexborHTMLParser]):
    shown = {
        path.removeprefix("days/").removesuffix(".html"): [card.attributes["id"] for card in tree.css("article.card")]
        for path, tree in sample.items()
        if path.startswith("days/")
    }
    assert shown == {
        (day.isoformat() if day else "to-be-announced"): [f"s-{one.id}" for one in sessions]
        for day, sessions in sample_program().by_day
    }


def test_the_home_page_shows_the_first_day_as_its_own_page_does(
    sample: Mapping[str, LexborHTMLParser], first_day: LexborHTMLParser
):
    assert words(only(sample["index.html"], "#program")) == words(only(first_day, "#program"))


def test_parallel_sessions_share_a_row(first_day: LexborHTMLParser):
    assert [[card.attributes["id"] for card in row.css("article")] for row in first_day.css(".slot")] == [
        ["s-opening"],
        ["s-keynote-okafor"],
        ["s-coffee"],
        ["s-sparse-models", "s-forecasting-floods", "s-small-machines"],
        ["s-banquet"],
    ]


def test_days_are_links_and_the_one_that_is_shown_is_marked(first_day: LexborHTMLParser):
    assert [(words(a), a.attributes["href"], a.attributes.get("aria-current")) for a in first_day.css(".days a")] == [
        ("Thu 15 Oct", "../days/2026-10-15.html", "page"),
        ("Fri 16 Oct", "../days/2026-10-16.html", None),
        ("Sat 17 Oct", "../days/2026-10-17.html", None),
        ("To be announced", "../days/to-be-announced.html", None),
    ]


@pytest.mark.parametrize(
    ("tree", "day", "days"),
    [("", "Thursday 15 October 2026", "15–17 October 2026"), ("zh/", "2026年10月15日 星期四", "2026年10月15日至17日")],
)
def test_dates_are_in_words(sample: Mapping[str, LexborHTMLParser], tree: str, day: str, days: str):
    home = sample[f"{tree}index.html"]
    assert (words(only(home, ".day-head h2")), words(only(home, ".hero .date"))) == (day, days)


def test_the_zone_is_named(sample: Mapping[str, LexborHTMLParser]):
    assert words(only(sample["index.html"], ".hero .zone")) == "Asia/Shanghai (UTC+08:00)"


def test_a_zone_whose_offset_changes_during_the_program_is_named_without_it():
    paris = ZoneInfo("Europe/Paris")
    days = [("2026-10-24 09:00", "2026-10-24 10:00"), ("2026-10-25 09:00", "2026-10-25 10:00")]
    sessions = [
        session(start, None, id=f"s{index}", day=at(start).date(), start=at(start, paris), end=at(end, paris))
        for index, (start, end) in enumerate(days)
    ]
    assert words(only(page(edition(of=program(*sessions, event_=event(timezone=paris)))), ".hero .zone")) == "Europe/Paris"


def test_a_card_says_what_when_where_and_who(first_day: LexborHTMLParser):
    assert words(only(first_day, "#s-sparse-models")) == (
        "Moved Theory 理论 Sparse Models was Fri 16 Oct 08:30 – 10:00 , now 10:30 – 12:00 was Room 201 , now Lake Hall 湖畔厅 ID Thresholds That Travel Ines Duarte"
        " 高维稀疏回归的推断 王思源 TR Title to be announced Tomas Reyes Chair 李明 Li Ming"
    )


def test_scripts_know_a_session_by_its_data(first_day: LexborHTMLParser):
    data = {name: value for name, value in only(first_day, "#s-small-machines").attributes.items() if name.startswith("data-")}
    assert data == {
        "data-session": "small-machines",
        "data-kind": "session",
        "data-language": "en",
        "data-track": "computing",
        "data-room": "hall-b",
        "data-day": "2026-10-15",
        "data-start": "2026-10-15T10:30:00+08:00",
        "data-end": "2026-10-15T12:00:00+08:00",
        "data-cancelled": "",
    }


def test_an_end_after_midnight_is_marked(first_day: LexborHTMLParser):
    assert words(only(first_day, "#s-banquet .card-time")) == "21:00 – 00:30 +1"


def test_a_session_after_midnight_stands_under_its_programs_day_with_a_mark():
    late = session("Night walk", "2026-10-16 00:30/01:00", day=session(when="2026-10-15").day)
    assert words(only(page(edition(late), "days/2026-10-15.html"), ".card-time")) == "00:30 +1 – 01:00 +1"


def test_what_is_special_is_said_in_words(sample: Mapping[str, LexborHTMLParser]):
    states = {
        card.attributes["id"]: words(state)
        for path, tree in sample.items()
        if path.startswith("days/")
        for card in tree.css("article")
        for state in card.css(".state")
    }
    assert states == {
        "s-sparse-models": "Moved",
        "s-forecasting-floods": "New line-up Tue 1 Sept",
        "s-small-machines": "Cancelled",
        "s-late-breaking": "Time to be announced",
        "s-student-workshop": "Day and time to be announced",
    }


def test_a_room_that_nobody_knows_is_to_be_announced_but_a_break_needs_none():
    tree = page(edition(session(id="talk"), session("Lunch", kind=Kind.BREAK, id="lunch")))
    assert [words(place) for place in tree.css(".list .card-place")] == ["Room to be announced"]


def test_each_tracks_name_stands_beside_its_colour(first_day: LexborHTMLParser):
    for tracked in (".card .track", ".entry .track", ".legend .track"):
        assert {words(node) for node in first_day.css(tracked)} == {"Theory 理论", "Applications", "Computing"}


# --- a day as a timetable -----------------------------------------------------------------------------------------------------


def cells(tree: LexborHTMLParser) -> list[list[str]]:
    """The rows of the timetable: the hour, then the titles in each cell, with ``×columns`` and ``↓rows`` where it spans."""
    return [[_cell(cell) for cell in row.css("th, td")] for row in tree.css(".grid tr")]


def _cell(cell: LexborNode) -> str:
    spans = (("×", cell.attributes.get("colspan")), ("↓", cell.attributes.get("rowspan")))
    said = cell.css(".entry-title")
    text = "+".join(map(words, said)) if said else words(cell)
    return text + "".join(f"{sign}{number}" for sign, number in spans if number)


def test_rooms_stand_side_by_side_and_what_stands_alone_spans_them(first_day: LexborHTMLParser):
    assert cells(first_day) == [
        ["Time", "Lake Hall 湖畔厅", "Room 201", "报告厅 B"],
        ["08:30", "Opening 开幕式×3"],
        ["09:00", "Learning When the World Shifts×3"],
        ["10:00", "Coffee 茶歇×3"],
        ["10:30", "Sparse Models", "Forecasting Floods", "Tensors on Small Machines"],
        ["21:00", "Banquet 晚宴×3"],
    ]


def test_rows_are_true_to_time(sample: Mapping[str, LexborHTMLParser]):
    assert cells(sample["days/2026-10-16.html"])[3:] == [
        ["13:30", "Bayes by Hand: a Tutorial↓2", "Robust Means 稳健均值"],
        ["15:00", ""],
        ["16:00", "Posters×2"],
    ]


def test_what_lasts_beside_everything_has_the_last_column():
    tree = page(
        edition(
            session("Desk", "2026-10-15 08:00/12:00", kind=Kind.OTHER, venue_text="Foyer"),
            session("K", "2026-10-15 09:00/10:00", venue="a"),
            session("A", "2026-10-15 10:00/11:00", venue="a"),
            session("B", "2026-10-15 10:00/11:00"),
        )
    )
    assert cells(tree) == [
        ["Time", "a", "Room to be announced", "Alongside"],
        ["08:00", "", "", "Desk↓4"],
        ["09:00", "K×2"],
        ["10:00", "A", "B"],
        ["11:00", "", ""],
    ]
    assert [words(place) for place in tree.css(".entry-place")] == ["Foyer", "a"]


def test_both_views_of_a_day_have_the_same_sessions_and_people():
    days = pages(files(sample_edition()))
    for path in ("days/2026-10-15.html", "days/2026-10-16.html"):
        tree = days[path]
        listed, placed = (
            {node.attributes["data-session"]: node for node in tree.css(selector)} for selector in (".card", ".timetable .entry")
        )
        assert listed.keys() == placed.keys()
        for id_, card in listed.items():
            people = {words(name) for name in card.css(".name, .talk-speakers bdi, .card-role bdi")}
            assert {words(name) for name in placed[id_].css(".talk-speakers bdi, .entry-people bdi")} == people


def test_a_day_in_one_room_is_a_list_alone():
    tree = page(edition(session("A", "2026-10-15 09:00/10:00", venue="a"), session("B", "2026-10-15 10:00/11:00", venue="a")))
    assert (tree.css("table"), tree.css(".views"), len(tree.css(".card"))) == ([], [], 2)


# --- a session ----------------------------------------------------------------------------------------------------------------


def test_a_session_page_says_all(sample: Mapping[str, LexborHTMLParser]):
    main = only(sample["sessions/keynote-okafor.html"], "main")
    assert [words(math) for math in main.css("math")] == ["R T ≤ c T"]
    assert words(main) == (
        "Keynote 1 Learning When the World Shifts When Thursday 15 October 2026 09:00 – 10:00"
        " Asia/Shanghai (UTC+08:00) Where Lake Hall 湖畔厅 1 Lakeside Road, Changchun Map Lake Hall 湖畔厅"
        " Host Jonas Brandt , Institute of Applied Chance Add to calendar"
        " Maria Okafor , University of Rivermouth Abstract A model fitted in spring meets an autumn that nobody sampled."
        " We bound the regret by R T ≤ c T . 本报告讨论分布漂移下的在线学习。"
        " About the speaker Maria Okafor keeps bees and estimators. Slides"
    )


def test_a_session_leads_to_its_day_room_track_and_people(sample: Mapping[str, LexborHTMLParser]):
    links = {a.attributes["href"] for a in sample["sessions/forecasting-floods.html"].css("main a")}
    assert links == {
        "../days/2026-10-15.html",
        "../rooms/room-201.html",
        "../tracks/applications.html",
        "../people/aroha-ngata.html",
        "../people/sven-holm.html",
        "../people/lucie-moreau.html",
        "../sessions/sparse-models.html",
        "../sessions/small-machines.html",
        "../calendar/session/forecasting-floods.ics",
    }


def test_a_session_leads_to_what_takes_place_at_the_same_time(sample: Mapping[str, LexborHTMLParser]):
    beside = [node.attributes["data-session"] for node in sample["sessions/tutorial-bayes.html"].css(".beside .line")]
    assert beside == ["robust-means"]
    assert sample["sessions/keynote-okafor.html"].css(".beside") == []


def test_of_a_thousand_at_the_same_time_a_dozen_are_named():
    of = edition(*(session(f"S{n}", "2026-10-15 09:00/10:00") for n in range(200)))
    assert {len(tree.css(".beside .line")) for path, tree in pages(files(of)).items() if path.startswith("sessions/")} <= set(
        range(1, 13)
    )


def test_a_session_page_leads_to_the_sessions_before_and_after(sample: Mapping[str, LexborHTMLParser]):
    assert {link.attributes["rel"]: link.attributes["href"] for link in sample["sessions/coffee.html"].css(".turn a")} == {
        "prev": "keynote-okafor.html",
        "next": "sparse-models.html",
    }


def test_panelists_have_their_portraits():
    panel = session("Panel", "2026-10-15 09:00/10:00", kind=Kind.PANEL, people=(role("panelist", "Ada Example", "Somewhere"),))
    tree = page(edition(of=program(panel, people=(person("Ada Example", photo=picture()),))), "sessions/panel.html")
    assert [words(item) for item in tree.css(".speakers li")] == ["Ada Example , Somewhere"]
    assert [image.attributes["width"] for image in tree.css(".speakers img")] == ["64"]


def test_a_talks_own_host_is_named_unless_the_session_has_the_same():
    host, other = role("host", "Ben Host"), role("chair", "Cy Chair")
    of = edition(session("S", "2026-10-15 09:00/10:00", talk("A", host=host), talk("B", host=other), people=(host,)))
    assert [words(line) for line in page(of, "sessions/s.html").css(".talk-host")] == ["Chair Cy Chair"]


# --- people, rooms, tracks, words ---------------------------------------------------------------------------------------------


def test_people_stand_under_their_letters():
    people = (
        person("王思源", sort_key="wang, siyuan", aliases=("Siyuan Wang",)),
        person("Ada Brook", "Delta", sort_key="brook, ada"),
        person("Zoe Wu", sort_key="wu, zoe"),
    )
    of = program(session(), people=tuple(sorted(people, key=lambda one: one.sort_key)))
    tree = page(edition(of=of), "people.html")
    listed = {words(only(part, "h2")): [words(a) for a in part.css(".people a")] for part in tree.css(".letter")}
    assert listed == {"B": ["AB Ada Brook , Delta"], "W": ["王 王思源 Siyuan Wang", "ZW Zoe Wu"]}
    assert [words(a) for a in tree.css(".letters a")] == ["B", "W"]


def test_somebodys_page_says_where_they_appear_and_as_what():
    who = speaker("Ada Brook", "Delta")
    of = edition(
        session("Keynote", "2026-10-15 09:00/10:00", talk("Keynote", who, id="k", biography=rich("Was born."))),
        session("Waves", "2026-10-15 11:00/12:00", talk("On Foam", who, id="foam", when="2026-10-15 11:20/11:40"), talk("Other")),
        session("Panel", "2026-10-16 11:00/12:00", people=(role("panelist", "Ada Brook"), role("host", "Ada Brook"))),
    )
    main = only(page(of, "people/ada-brook.html"), "main")
    assert [words(line) for line in main.css("h1, .affiliation, .biography, .line-day, .line")] == [
        "Ada Brook",
        "Delta",
        "Was born.",
        "Thursday 15 October 2026",
        "Speaker 09:00 – 10:00 Keynote Room to be announced",
        "Speaker 11:20 – 11:40 On Foam Waves Room to be announced",
        "Friday 16 October 2026",
        "Panelist 11:00 – 12:00 Panel Room to be announced",
        "Host 11:00 – 12:00 Panel Room to be announced",
    ]
    assert [a.attributes["href"] for a in main.css(".line-title")][:2] == [
        "../sessions/keynote.html",
        "../sessions/waves.html#t-foam",
    ]


def test_a_rooms_page_says_the_way_and_what_is_on(sample: Mapping[str, LexborHTMLParser]):
    main = only(sample["rooms/lake-hall.html"], "main")
    assert words(only(main, ".venue-address")) == "1 Lakeside Road, Changchun"
    assert only(main, ".map-link").attributes["href"] == (
        "https://www.openstreetmap.org/?mlat=43.86&mlon=125.33#map=18/43.86/125.33"
    )
    expected = [one.id for one in sample_program().sessions if one.venue == "lake-hall"]
    assert [line.attributes["data-session"] for line in main.css(".line")] == expected


def test_a_tracks_page_lists_its_sessions(sample: Mapping[str, LexborHTMLParser]):
    lines = [line.attributes["data-session"] for line in sample["tracks/theory-lilun.html"].css(".line")]
    assert lines == ["sparse-models", "robust-means"]


def test_the_organisers_own_pages_are_in_the_menu():
    shown = Figure(picture(size=(3000, 1500)), "The way to the hall")
    text = TextPage("about", "About us", (Section(None, rich("We are."), shown), Section("History", rich("We were."))))
    of = edition(of=replace(program(session()), texts=(text,)))
    tree = page(of, "pages/about.html")
    assert words(only(tree, "main")) == "About us We are. History We were."
    plan = only(tree, ".figure img").attributes
    assert (plan["alt"], plan["width"], plan["height"]) == ("The way to the hall", "1344", "672")
    assert (plan["src"] or "").removeprefix("../") in files(of)
    assert [(words(a), a.attributes["href"]) for a in tree.css('.menu [aria-current="page"]')] == [
        ("About us", "../pages/about.html")
    ]


def test_now_has_each_rooms_sessions_in_order(sample: Mapping[str, LexborHTMLParser]):
    rooms = {
        room.attributes["data-room"]: [one.attributes["data-session"] for one in room.css(".now-session")]
        for room in sample["now.html"].css(".now-room")
    }
    assert rooms == {
        venue.id: [one.id for one in sample_program().sessions if one.venue == venue.id and one.start]
        for venue in sample_program().venues
    }
    assert len(sample["now.html"].css("svg.qr")) == 1


# --- subscribing --------------------------------------------------------------------------------------------------------------


def test_each_calendar_has_the_link_it_understands(sample: Mapping[str, LexborHTMLParser]):
    links = [a.attributes["href"] or "" for a in sample["zh/subscribe.html"].css(".ways a")]
    feed = "https://lakeside.example/2026/calendar/all.ics"
    assert links[0] == "webcal://lakeside.example/2026/calendar/all.ics"
    assert parse_qs(urlsplit(links[1]).query) == {"cid": [links[0]]}
    assert [parse_qs(urlsplit(link).query)["url"] for link in links[2:4]] == [[feed], [feed]]
    assert links[4:] == [links[0], links[0]]
    assert words(only(sample["zh/subscribe.html"], "#feed")) == feed


def test_each_language_offers_its_own_feed_and_links_to_the_others():
    one = session(language="en", translations=(Translation("zh", "一场"),))
    made = pages(files(edition(of=program(one, event_=event(url="https://a.example", languages=("en", "zh"))))))
    shown = {
        path: (words(only(made[path], "#feed")), [a.attributes["href"] for a in made[path].css(".selections a")])
        for path in ("subscribe.html", "zh/subscribe.html")
    }
    assert shown == {
        "subscribe.html": ("https://a.example/calendar/all.ics", ["calendar/overview.ics", "calendar/zh/all.ics"]),
        "zh/subscribe.html": ("https://a.example/calendar/zh/all.ics", ["../calendar/zh/overview.ics", "../calendar/all.ics"]),
    }


def test_without_the_events_address_there_is_the_file_alone():
    tree = page(edition(session()), "subscribe.html")
    assert (tree.css(".ways"), tree.css(".qr"), only(tree, "#feed").attributes["href"]) == ([], [], "calendar/all.ics")


# --- the interface ------------------------------------------------------------------------------------------------------------


def test_the_chinese_catalog_has_every_word_of_the_interface_and_no_other():
    files = (*sorted(templates("cards").glob("*.html")), templates("cards") / "scripts" / "words.json")
    messages = [
        *(
            one
            for file in files
            for one in extract_from_file("jinja2.ext:babel_extract", str(file), options={"trim_blocks": "true"})
        ),
        *extract_from_file("python", str(Path(render.__file__))),
    ]
    used = {found if isinstance(found, str) else found[0] for _, found, _, _ in messages}
    with (templates("cards") / "zh_Hans.po").open("rb") as file:
        catalog = read_po(file)
    assert {message.id if isinstance(message.id, str) else message.id[0] for message in catalog if message.id} == used
    assert [message.id for message in catalog if message.id and not message.string] == []
    assert phrases("zh-Hans").gettext("Rooms") == "会场"
