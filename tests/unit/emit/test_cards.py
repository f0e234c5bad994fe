"""The cards: what they say, read back; that hostile text stays text; that the same program gives the same bytes."""

import io
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from babel.messages.extract import extract_from_file
from PIL import Image as Raster
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.emit.cards import emit
from pipeline.emit.cards.pages import initials
from pipeline.emit.cards.phrases import phrases
from pipeline.emit.tracks import accents
from pipeline.model import Edition, Image, Kind, Naming, Program, RichText, Session, Status, Translation
from pipeline.resources import templates
from tests.builders import (
    PUBLISHED,
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
    venue,
)

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil\x00\u2028'\""


def files(of: Edition) -> dict[str, bytes]:
    emission = emit(of)
    assert emission.problems == ()
    return {artifact.path: artifact.data for artifact in emission.artifacts}


def page(of: Edition, path: str = "index.html") -> LexborHTMLParser:
    return LexborHTMLParser(files(of)[path].decode())


def only(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    [found] = tree.css(selector)
    return found


def words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(only(tree, 'script[type="application/ld+json"]').text())
    return data


@pytest.fixture(scope="module")
def sample() -> Mapping[str, bytes]:
    return files(sample_edition())


@pytest.fixture(scope="module")
def home(sample: Mapping[str, bytes]) -> LexborHTMLParser:
    return LexborHTMLParser(sample["index.html"].decode())


# --- what is published --------------------------------------------------------------------------------------------------------


def test_a_page_for_each_session_and_the_home_page(sample: Mapping[str, bytes]):
    pages = {path for path in sample if path.endswith(".html")}
    assert pages == {"index.html", *(f"sessions/{session.id}.html" for session in sample_program().sessions)}


def test_the_same_program_gives_the_same_bytes():
    assert emit(sample_edition()) == emit(sample_edition())


def test_every_relative_link_leads_to_a_published_file_and_an_id_in_it(sample: Mapping[str, bytes]):
    elsewhere = {"calendar/all.ics", "booklet.pdf", "program.json"}
    trees = {path: LexborHTMLParser(data.decode()) for path, data in sample.items() if path.endswith(".html")}
    ids = {path: {node.attributes.get("id") for node in tree.css("[id]")} for path, tree in trees.items()}
    broken = [
        (path, link)
        for path, tree in trees.items()
        for link in _links(tree)
        if not _leads(path, link, sample.keys() | elsewhere, ids)
    ]
    assert broken == []


def _links(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[href], [src]"):
        link = node.attributes.get("href") or node.attributes.get("src") or ""
        if urlsplit(link).scheme not in {"http", "https", "webcal"}:
            yield link


def _leads(page_: str, link: str, published: set[str], ids: Mapping[str, set[str | None]]) -> bool:
    parts = urlsplit(link)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page_), parts.path)) if parts.path else page_
    return target in published and (not parts.fragment or parts.fragment in ids[target])


def test_ids_are_unique_and_headings_descend_by_one(sample: Mapping[str, bytes]):
    for path, data in sample.items():
        if path.endswith(".html"):
            tree = LexborHTMLParser(data.decode())
            ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
            assert [id_ for id_, count in ids.items() if count > 1] == [], path
            levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
            assert levels[0] == 1, path
            assert levels.count(1) == 1, path
            assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_pages_load_nothing_from_elsewhere_and_hold_no_style_or_script(sample: Mapping[str, bytes]):
    for path, data in sample.items():
        if path.endswith(".html"):
            tree = LexborHTMLParser(data.decode())
            policy = only(tree, 'meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
            assert policy.startswith("default-src 'none'"), path
            assert "unsafe" not in policy, path
            assert tree.css("[style], style, script:not([type='application/ld+json'])") == [], path
            loaded = [node.attributes.get("src") or node.attributes.get("href") or "" for node in tree.css("[src], link[href]")]
            assert [link for link in loaded if urlsplit(link).scheme] == [], path
        if path.endswith(".css"):
            assert re.findall(r"url\(|@import", data.decode()) == [], path


# --- the facts, for people ----------------------------------------------------------------------------------------------------


def test_cards_stand_by_day_in_the_order_of_the_program(home: LexborHTMLParser):
    shown = {
        section.attributes["id"]: [card.attributes["id"] for card in section.css("article.card")] for section in home.css(".day")
    }
    assert shown == {
        (day.isoformat() if day else "to-be-announced"): [f"s-{session.id}" for session in sessions]
        for day, sessions in sample_program().by_day
    }


def test_parallel_sessions_share_a_row(home: LexborHTMLParser):
    rows = [[card.attributes["id"] for card in row.css("article")] for row in home.css("#\\32 026-10-15 .slot")]
    assert rows == [
        ["s-opening"],
        ["s-keynote-okafor"],
        ["s-coffee"],
        ["s-sparse-models", "s-forecasting-floods", "s-small-machines"],
        ["s-banquet"],
    ]


def test_dates_are_in_words_in_both_languages(home: LexborHTMLParser):
    assert words(only(home, "#\\32 026-10-15-title")) == "Thursday 15 October 2026 2026年10月15日 星期四"
    assert [words(date) for date in home.css(".hero .date")] == ["15–17 October 2026", "2026年10月15日至17日"]


def test_the_zone_is_named(home: LexborHTMLParser):
    assert "Asia/Shanghai (UTC+08:00)" in words(only(home, ".hero-facts"))


def test_a_zone_whose_offset_changes_during_the_program_is_named_without_it():
    from zoneinfo import ZoneInfo  # noqa: PLC0415  # the one test that leaves the sample's zone

    from tests.builders import at  # noqa: PLC0415  # as above

    paris = ZoneInfo("Europe/Paris")
    days = [("2026-10-24 09:00", "2026-10-24 10:00"), ("2026-10-25 09:00", "2026-10-25 10:00")]
    sessions = [
        session(start, None, id=f"s{index}", day=at(start).date(), start=at(start, paris), end=at(end, paris))
        for index, (start, end) in enumerate(days)
    ]
    tree = page(edition(of=program(*sessions, event_=event(timezone=paris))))
    assert words(only(tree, ".hero-facts")).endswith("Times Europe/Paris")


def test_a_card_says_what_when_where_and_who(home: LexborHTMLParser):
    assert words(only(home, "#s-sparse-models")) == (
        "Updated Tue 1 Sept Theory 理论 Sparse Models 10:30 – 12:00 Lake Hall 湖畔厅 ID Thresholds That Travel Ines Duarte"
        " 高维稀疏回归的推断 王思源 TR Title to be announced Tomas Reyes Chair 李明 Li Ming"
    )


def test_an_end_after_midnight_is_marked(home: LexborHTMLParser):
    assert words(only(home, "#s-banquet .card-time")) == "21:00 – 00:30 +1"


def test_a_session_after_midnight_stands_under_its_programs_day_with_a_mark():
    late = session("Night walk", "2026-10-16 00:30/01:00", day=session(when="2026-10-15").day)
    tree = page(edition(late))
    assert words(only(tree, "#\\32 026-10-15 .card-time")) == "00:30 +1 – 01:00 +1"


def test_what_is_special_is_said_in_words(home: LexborHTMLParser):
    states = {card.attributes["id"]: words(state) for card in home.css("article") for state in card.css(".state")}
    assert states == {
        "s-sparse-models": "Updated Tue 1 Sept",
        "s-small-machines": "Cancelled",
        "s-late-breaking": "Time to be announced",
        "s-student-workshop": "Day and time to be announced",
    }


def test_a_room_that_nobody_knows_is_to_be_announced_but_a_break_needs_none():
    tree = page(edition(session(id="talk"), session("Lunch", kind=Kind.BREAK, id="lunch")))
    assert [words(place) for place in tree.css(".card-place")] == ["Room to be announced"]


def test_each_tracks_name_stands_beside_its_colour(sample: Mapping[str, bytes], home: LexborHTMLParser):
    shown = {only(home, f"#s-{session.id} .track").text(): session.track for session in sample_program().sessions if session.track}
    assert shown == {"Theory 理论": "Theory 理论", "Applications": "Applications", "Computing": "Computing"}
    assert ".track-2 { --track: #9a4f00; }" in sample["assets/tracks.css"].decode()


def test_a_colour_that_is_none_is_not_copied_into_the_style():
    from pipeline.model import Track  # noqa: PLC0415  # for this test alone

    of = program(session(track="T"), event_=event(tracks=(Track("T", "red} body{display:none"),)))
    assert "body" not in files(edition(of=of))["assets/tracks.css"].decode()


def test_a_session_page_says_all(sample: Mapping[str, bytes]):
    tree = LexborHTMLParser(sample["sessions/keynote-okafor.html"].decode())
    assert words(only(tree, "main")) == (
        "Keynote 1 Learning When the World Shifts When Thursday 15 October 2026 2026年10月15日 星期四 09:00 – 10:00"
        " Asia/Shanghai (UTC+08:00) Where Lake Hall 湖畔厅 1 Lakeside Road, Changchun Map Host Jonas Brandt Institute of Applied Chance"
        " Maria Okafor University of Rivermouth Abstract A model fitted in spring meets an autumn that nobody sampled."
        " We bound the regret by $R_T \\le c\\sqrt{T}$ . 本报告讨论分布漂移下的在线学习。"
        " About the speaker Maria Okafor keeps bees and estimators. Slides"
    )


def test_a_session_page_leads_to_the_sessions_before_and_after(sample: Mapping[str, bytes]):
    tree = LexborHTMLParser(sample["sessions/coffee.html"].decode())
    assert {link.attributes["rel"]: link.attributes["href"] for link in tree.css(".turn a")} == {
        "prev": "keynote-okafor.html",
        "next": "sparse-models.html",
    }


def test_panelists_have_their_portraits():
    panel = session("Panel", "2026-10-15 09:00/10:00", kind=Kind.PANEL, people=(role("panelist", "Ada Example", "Somewhere"),))
    tree = page(edition(of=program(panel, people=(person("Ada Example", photo=picture()),))), "sessions/panel.html")
    assert [words(item) for item in tree.css(".speakers li")] == ["Ada Example Somewhere"]
    assert [image.attributes["width"] for image in tree.css(".speakers img")] == ["64"]


def test_a_talks_own_host_is_named_unless_the_session_has_the_same():
    host = role("host", "Ben Host")
    other = role("chair", "Cy Chair")
    tree = page(
        edition(session("S", "2026-10-15 09:00/10:00", talk("A", host=host), talk("B", host=other), people=(host,))),
        "sessions/s.html",
    )
    assert [words(line) for line in tree.css(".talk-host")] == ["Chair Cy Chair"]


def test_languages_are_marked(sample: Mapping[str, bytes]):
    tree = LexborHTMLParser(sample["sessions/sparse-models.html"].decode())
    assert only(tree, "html").attributes["lang"] == "en"
    unmarked = [
        node.text()
        for node in tree.css("bdi, p")
        if re.search("[\u4e00-\u9fff]", node.text()) and not node.css("[lang]") and not _in_chinese(node)
    ]
    assert unmarked == []


def _in_chinese(node: LexborNode | None) -> bool:
    while node is not None and node.tag != "html":
        if (node.attributes or {}).get("lang", "") == "zh-Hans":
            return True
        node = node.parent
    return False


def test_a_chinese_conference_has_a_chinese_interface():
    of = program(session("分会", "2026-10-15 09:00/10:00"), event_=event("会议", languages=("zh",)))
    tree = page(edition(of=of))
    assert only(tree, "html").attributes["lang"] == "zh-Hans"
    assert words(only(tree, ".days")) == "10月15日 周四"
    assert words(only(tree, ".actions")) == "订阅日历 会议手册（PDF）"


def test_every_word_of_the_interface_is_in_the_chinese_catalog():
    chinese = phrases("zh-Hans")
    untranslated = [
        found
        for file in sorted(templates("cards").glob("*.html"))
        for _, found, _, _ in extract_from_file("jinja2.ext:babel_extract", str(file), options={"trim_blocks": "true"})
        if (chinese.gettext(found) == found if isinstance(found, str) else chinese.ngettext(found[0], found[1], 1) in found)
    ]
    assert untranslated == []


def test_the_feeds_full_address_is_shown_where_the_events_address_is_known(home: LexborHTMLParser):
    assert only(home, ".actions .primary").attributes["href"] == "webcal://lakeside.example/2026/calendar/all.ics"
    assert words(only(home, ".address")) == "https://lakeside.example/2026/calendar/all.ics"
    plain = page(edition(session()))
    assert only(plain, ".actions .primary").attributes["href"] == "calendar/all.ics"


def test_an_empty_program_has_a_home_page():
    assert words(only(page(edition(of=Program(event()))), "h1")) == "Example Conference"


# --- the facts, for programs --------------------------------------------------------------------------------------------------


def test_the_linked_data_of_each_session_is_the_program(sample: Mapping[str, bytes]):
    of = sample_program()
    read = [_stated(linked_data(LexborHTMLParser(sample[f"sessions/{one.id}.html"].decode()))) for one in of.sessions]
    assert read == [_facts(of, one) for one in of.sessions]


def _facts(of: Program, one: Session) -> dict[str, object]:
    known = of.venue_of.get(one.venue or "")
    return {
        "day": one.day.isoformat() if one.day else None,
        "start": one.start.isoformat() if one.start else one.day.isoformat() if one.day else None,
        "end": one.end.isoformat() if one.end else None,
        "room": known.name if known else one.venue_text,
        "title": one.title,
        "cancelled": one.status is Status.CANCELLED,
        "roles": [(role_.role, role_.name, role_.affiliation) for role_ in one.people],
        "talks": [(item.title, [(who.name, who.affiliation) for who in item.speakers]) for item in one.talks],
    }


def _stated(data: dict[str, Any]) -> dict[str, object]:
    above = data["superEvent"]
    holders = [node for name in ("contributor", "organizer", "performer") for node in data.get(name, [])]
    return {
        "day": above["startDate"] if "superEvent" in above else None,
        "start": data.get("startDate"),
        "end": data.get("endDate"),
        "room": data.get("location", {}).get("name"),
        "title": data["name"],
        "cancelled": data["eventStatus"] == "https://schema.org/EventCancelled",
        "roles": [
            (node["roleName"], *_person(next(node[key] for key in node if key in {"contributor", "organizer", "performer"})))
            for node in holders
        ],
        "talks": [(item.get("name"), [_person(who) for who in item.get("performer", [])]) for item in data.get("subEvent", [])],
    }


def _person(node: dict[str, Any]) -> tuple[str, str | None]:
    return node["name"], node.get("affiliation", {}).get("name")


def test_the_home_pages_linked_data_lists_each_session_under_its_day(home: LexborHTMLParser):
    listed = [
        (event_["url"], day.get("startDate")) for day in linked_data(home)["subEvent"] for event_ in day.get("subEvent", [day])
    ]
    assert listed == [(f"sessions/{one.id}.html", one.day.isoformat() if one.day else None) for one in sample_program().sessions]


# --- colours ------------------------------------------------------------------------------------------------------------------

_INKS = [
    *(("ink", ground) for ground in ("paper", "surface", "accent-wash")),
    *(("ink-soft", ground) for ground in ("paper", "surface", "accent-wash")),
    *(("accent", ground) for ground in ("paper", "surface", "accent-wash")),
    ("stop", "stop-wash"),
    ("news", "news-wash"),
    ("on-brand", "brand"),
    ("on-brand-soft", "brand"),
    ("on-brand-soft", "brand-deep"),
    ("brand-deep", "spark"),
]


def colors(scheme: str) -> dict[str, str]:
    """The colour tokens of the style, those of the dark scheme over those of the light one."""
    light, dark = re.findall(r":root \{(.*?)\}", (templates("cards") / "assets" / "cards.css").read_text(), re.DOTALL)[:2]
    declared = light + (dark if scheme == "dark" else "")
    found = {
        name: value * 2 if len(value) == 3 else value
        for name, value in re.findall(r"--([\w-]+): #([0-9a-f]{3}|[0-9a-f]{6});", declared)
    }
    return {name: f"#{value}" for name, value in found.items()}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str):
    token = colors(scheme)
    ratios = {(ink, ground): round(contrast(token[ink], token[ground]), 1) for ink, ground in _INKS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accents_and_controls_stand_out_from_their_ground(scheme: str):
    sessions = [session(f"S{index}", "2026-10-15 09:00/10:00", track=f"T{index}") for index in range(8)]
    made = accents(program(*sessions)).values()
    marks = {accent.css: getattr(accent, scheme) for accent in made} | {"line-strong": colors(scheme)["line-strong"]}
    ratios = {(name, on): contrast(mark, colors(scheme)[on]) for name, mark in marks.items() for on in ("paper", "surface")}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 3} == {}


# --- pictures -----------------------------------------------------------------------------------------------------------------


def photographed(photo: Image | None) -> Mapping[str, bytes]:
    return files(edition(session("S", "2026-10-15 09:00/10:00", talk("S", speaker("Ada Example", photo=photo)), id="s")))


def published(made: Mapping[str, bytes]) -> list[str]:
    return [path for path in made if path.startswith("photos/")]


def test_a_portrait_is_published_once_for_each_use_at_its_size():
    made = photographed(picture(size=(3000, 4000), kind="JPEG"))
    sizes = [Raster.open(io.BytesIO(made[path])).size for path in published(made)]
    assert sizes == [(270, 360), (144, 144)]


def test_a_photo_lies_the_right_way_up_and_keeps_no_metadata():
    out = io.BytesIO()
    exif = Raster.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "camera"
    Raster.new("RGB", (800, 400), "teal").save(out, "JPEG", exif=exif, comment=b"at home")
    made = photographed(Image("/a.jpg", out.getvalue(), "image/jpeg", 800, 400))
    [portrait, _] = [Raster.open(io.BytesIO(made[path])) for path in published(made)]
    assert portrait.size == (180, 360)
    assert dict(portrait.getexif()) == {}
    assert set(portrait.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_two_speakers_with_the_same_photo_share_the_file():
    talks = (talk("A", speaker("Ada A", photo=picture())), talk("B", speaker("Bo B", photo=picture(reference="/images/b.png"))))
    assert len(published(files(edition(session("S", "2026-10-15 09:00/10:00", *talks))))) == 2


@pytest.mark.parametrize("data", [None, b"", b"no picture", (picture(kind="PNG").data or b"")[:60]])
def test_initials_stand_in_for_a_photo_that_cannot_be_read(data: bytes | None):
    made = photographed(Image("/a.png", data))
    assert published(made) == []
    assert words(only(LexborHTMLParser(made["sessions/s.html"].decode()), ".initials")) == "AE"


def test_a_decompression_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Raster, "MAX_IMAGE_PIXELS", 100)
    assert published(photographed(picture(size=(12, 12)))) == []
    assert published(photographed(picture(size=(50, 50)))) == []


def test_a_transparent_picture_keeps_its_transparency():
    out = io.BytesIO()
    Raster.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    made = photographed(Image("/a.png", out.getvalue(), "image/png", 300, 300))
    assert [Raster.open(io.BytesIO(made[path])).mode for path in published(made)] == ["RGBA", "RGBA"]


def test_logo_and_map_are_on_the_home_page():
    of = program(
        session(venue="hall"),
        event_=event(logo=picture(size=(900, 300)), map=picture("#ffffff", (2000, 1000))),
        venues=(venue("Hall"),),
    )
    tree = page(edition(of=of))
    assert (only(tree, "img.logo").attributes["width"], only(tree, ".map img").attributes["width"]) == ("640", "1600")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Example", "AE"),
        ("王思源", "王"),
        ("李明 Li Ming", "李"),
        ("Plato", "P"),
        ("José Ángel Núñez", "JN"),
        ("—", "?"),
        ("", "?"),
        ("émile zola", "ÉZ"),
    ],
)
def test_initials(name: str, expected: str):
    assert initials(name) == expected


# --- hostile content ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile() -> Mapping[str, bytes]:
    evil = speaker(HOSTILE, HOSTILE)
    one = session(
        HOSTILE,
        "2026-10-15 09:00/10:00",
        talk(
            HOSTILE,
            evil,
            id="t",
            host=role("host", HOSTILE, HOSTILE),
            abstract=rich(HOSTILE),
            slides="javascript:alert(1)",
            video="data:text/html,x",
        ),
        talk("x" * 100_000, evil, id="long"),
        id="s",
        track=HOSTILE,
        tag=HOSTILE,
        venue="v",
        people=(role("panelist", HOSTILE, HOSTILE),),
        abstract=rich(HOSTILE),
    )
    about = event(HOSTILE, subtitle=HOSTILE, place=HOSTILE, url="javascript:alert(1)")
    return files(Edition(program(one, event_=about, venues=(venue(HOSTILE, id="v", address=HOSTILE),)), PUBLISHED))


def test_hostile_text_is_text(hostile: Mapping[str, bytes]):
    for path in ("index.html", "sessions/s.html"):
        tree = LexborHTMLParser(hostile[path].decode())
        assert tree.css("script:not([type='application/ld+json']), img, [onerror]") == [], path
        assert [
            link for node in tree.css("[href]") if urlsplit(link := node.attributes["href"] or "").scheme not in {"", "https"}
        ] == []
        assert "\x00" not in hostile[path].decode(), path
        assert "<script>alert(1)</script>" in words(only(tree, "h1")), path


def test_hostile_text_does_not_end_the_linked_data(hostile: Mapping[str, bytes]):
    data = linked_data(LexborHTMLParser(hostile["sessions/s.html"].decode()))
    assert (data["name"], data["location"]["name"]) == (HOSTILE, HOSTILE)
    assert "\u2028" not in re.findall(r"ld\+json.*", hostile["sessions/s.html"].decode())[0]


def test_turns_of_direction_stay_inside_the_text_they_are_in(hostile: Mapping[str, bytes]):
    for path in ("index.html", "sessions/s.html"):
        text = re.sub(
            r"<script.*?</script>|<bdi[ >].*?</bdi>|<div class=\"prose\".*?</div>", "", hostile[path].decode(), flags=re.DOTALL
        )
        assert "\u202e" not in text, path


def test_a_rich_texts_own_elements_are_kept():
    text = RichText("*a*", '<p><em>a</em> <a href="https://x.example/">b</a></p>', "a b")
    tree = page(edition(session(id="s", abstract=text)), "sessions/s.html")
    assert only(tree, ".prose").inner_html == '<p><em>a</em> <a href="https://x.example/">b</a></p>'


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("https://x.example/a.pdf", "https://x.example/a.pdf"),
        ("slides/a.pdf", "https://c.example/2026/slides/a.pdf"),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_only_addresses_of_the_web_are_linked(written: str, linked: str | None):
    of = program(
        session("S", "2026-10-15 09:00/10:00", talk("S", slides=written), id="s"), event_=event(url="https://c.example/2026")
    )
    links = [node.attributes["href"] for node in page(edition(of=of), "sessions/s.html").css(".links a")]
    assert links == ([linked] if linked else [])


# --- languages ---

RIVERS = session(
    "Rivers",
    "2026-10-15 09:00/10:00",
    talk("Les rivières", speaker("Wei Li"), id="rivers-1", language="fr", translations=(Translation("zh", title="河"),)),
    id="rivers",
    language="en",
    abstract=rich("Why?"),
    translations=(Translation("zh", title="河流", abstract=replace(rich("为什么？"), language="zh")),),
)


def test_titles_abstracts_and_names_in_other_languages_are_quiet_lines_with_their_language():
    people = (person("Wei Li", translations=(Naming("en", "Wei Li"), Naming("zh", "李伟"))),)
    of = edition(of=program(RIVERS, event_=event(languages=("en", "zh")), people=people))
    tree = page(of, "sessions/rivers.html")
    assert [(node.attributes["lang"], words(node)) for node in tree.css(".other-title")] == [("zh-Hans", "河流"), ("zh-Hans", "河")]
    assert [(node.attributes.get("lang"), words(node)) for node in tree.css(".prose")] == [(None, "Why?"), ("zh-Hans", "为什么？")]
    assert [(node.attributes["lang"], words(node)) for node in tree.css(".other-name")] == [("zh-Hans", "李伟")]
    assert [(node.attributes["lang"], words(node)) for node in page(of).css(".card .other-title")] == [("zh-Hans", "河流")]
    data = linked_data(tree)
    assert (data["alternateName"], data["subEvent"][0]["performer"][0]["alternateName"]) == (["河流"], ["李伟"])


def test_a_title_in_the_letters_of_another_language_has_that_language():
    heading = only(page(edition(RIVERS), "sessions/rivers.html"), ".talk h2")
    assert '<span lang="fr">Les rivières</span>' in (heading.html or "")


def test_a_title_in_two_languages_is_not_said_twice():
    halves = (Translation("en", title="Rivers"), Translation("zh", title="河流"))
    one = session("Rivers (河流)", "2026-10-15 09:00/10:00", id="rivers", language="en", translations=halves)
    assert page(edition(one), "sessions/rivers.html").css(".other-title") == []
