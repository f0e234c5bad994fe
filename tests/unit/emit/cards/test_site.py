"""The site as a whole: which pages there are, that every link leads somewhere, that no page loads what is not its own."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.emit.calendar import emit as emit_calendar
from pipeline.emit.cards import emit
from pipeline.emit.cards.crawlers import MOST, crawlers_files
from pipeline.emit.cards.guide import Guide
from pipeline.emit.cards.photos import Gallery
from pipeline.emit.cards.site import sites
from pipeline.model import Program
from pipeline.refusal import unsound
from tests.builders import edition, event, person, program, sample_edition, sample_program, session, venue
from tests.pages import files, links, page, pages, target, words

#: What other outputs publish, and cards link to.
ELSEWHERE = {
    "calendar/all.ics",
    "calendar/overview.ics",
    "booklet.pdf",
    "booklet-print.pdf",
    "program.json",
    "changes.html",
    "changes.atom",
}


@pytest.fixture(scope="module")
def sample() -> Mapping[str, bytes]:
    return files(sample_edition())


@pytest.fixture(scope="module")
def trees(sample: Mapping[str, bytes]) -> Mapping[str, LexborHTMLParser]:
    return pages(sample)


def test_each_language_has_the_same_pages(trees: Mapping[str, LexborHTMLParser]):
    of = sample_program()
    expected = {
        "index.html",
        "subscribe.html",
        "now.html",
        "mine.html",
        *(f"days/{name}.html" for name in ("2026-10-15", "2026-10-16", "2026-10-17", "to-be-announced")),
        *(f"sessions/{one.id}.html" for one in of.sessions),
        "people.html",
        *(f"people/{one.id}.html" for one in of.people),
        "rooms.html",
        *(f"rooms/{one.id}.html" for one in of.venues),
        "tracks.html",
        *(f"tracks/{name}.html" for name in ("theory-lilun", "applications", "computing")),
    }
    assert trees.keys() == expected | {f"zh/{path}" for path in expected}


def test_the_same_program_gives_the_same_bytes():
    assert emit(sample_edition()) == emit(sample_edition())


def test_every_relative_link_leads_to_a_published_file_and_an_id_in_it(
    sample: Mapping[str, bytes], trees: Mapping[str, LexborHTMLParser]
):
    ids = {path: {node.attributes.get("id") for node in tree.css("[id]")} for path, tree in trees.items()}
    feeds = {artifact.path for artifact in emit_calendar(sample_edition()).artifacts}
    broken = [
        (path, link)
        for path, tree in trees.items()
        for link in links(tree)
        if (to := target(path, link)) not in sample.keys() | ELSEWHERE | feeds
        or (urlsplit(link).fragment and urlsplit(link).fragment not in ids[to])
    ]
    assert broken == []


def test_the_feeds_that_are_linked_are_those_that_have_an_entry():
    shy = person("Jonas Brandt", calendar=False)
    of = replace(sample_program(), people=tuple(shy if one.id == shy.id else one for one in sample_program().people))
    linked = {target(path, link) for path, tree in pages(files(edition(of=of))).items() for link in links(tree)}
    made = {artifact.path for artifact in emit_calendar(edition(of=of)).artifacts if artifact.path.endswith(".ics")}
    assert {path for path in linked if path.endswith(".ics")} == made - {"calendar/all-rich.ics"}
    assert "calendar/speaker/jonas-brandt.ics" not in made


def test_every_page_of_a_language_is_reached_from_its_home_page_by_links(trees: Mapping[str, LexborHTMLParser]):
    for home in ("index.html", "zh/index.html"):
        reached, waiting = {home}, [home]
        while waiting:
            path = waiting.pop()
            found = {to for link in links(trees[path]) if (to := target(path, link)) in trees} - reached
            reached |= found
            waiting += found
        assert reached == trees.keys()


def test_every_page_leads_to_itself_in_the_other_language(trees: Mapping[str, LexborHTMLParser]):
    switched = {path: [target(path, a.attributes["href"] or "") for a in tree.css(".languages a")] for path, tree in trees.items()}
    assert switched == {path: [path.removeprefix("zh/") if path.startswith("zh/") else f"zh/{path}"] for path in trees}


def test_the_page_says_which_language_its_words_are_in(trees: Mapping[str, LexborHTMLParser]):
    assert {path: tree.css("html")[0].attributes["lang"] for path, tree in trees.items()} == {
        path: "zh-Hans" if path.startswith("zh/") else "en" for path in trees
    }


def test_words_of_another_language_are_marked(trees: Mapping[str, LexborHTMLParser]):
    """Walks the text: Han characters stand in Chinese, whatever the page is in."""
    unmarked = []
    for path, tree in trees.items():
        if not path.startswith("zh/"):
            for node in tree.css("body *"):
                own = "".join(child.text(deep=False) for child in node.iter(include_text=True) if child.tag == "-text")
                if re.search("[\u4e00-\u9fff]", own) and not _is_chinese(node):
                    unmarked.append((path, own))
    assert unmarked == []


def _is_chinese(node: LexborNode | None) -> bool:
    while node is not None:
        if language := (node.attributes or {}).get("lang"):
            return language == "zh-Hans"
        node = node.parent
    return False


def test_no_name_takes_the_place_of_another_page_or_is_a_device_of_windows():
    names = ("index", "Index", "people", "people.html", "..", "zh", "CON", "nul.", "\u00c9mile", "E\u0301mile")
    sessions = tuple(session(name, id=f"s{at}", track=name) for at, name in enumerate(names))
    people = tuple(person(name) for name in ("index", "people"))
    of = edition(of=program(*sessions, venues=(venue("index"),), people=people))
    paths = [artifact.path for made in (emit(of), emit_calendar(of)) for artifact in made.artifacts]
    assert unsound(paths) is None
    assert [path for path in paths if PurePosixPath(path).stem in {"con", "nul"}] == []
    assert {PurePosixPath(path).stem for path in paths if path.startswith("tracks/")} == {
        PurePosixPath(path).stem for path in paths if path.startswith("calendar/track/")
    }


def test_a_conference_of_one_language_has_no_switch():
    made = files(edition(of=program(session(), event_=event(languages=("de",)))))
    assert [path for path in made if path.startswith(("en/", "zh/"))] == []
    assert pages(made)["index.html"].css(".languages") == []


def test_a_chinese_conference_has_its_chinese_pages_at_the_root():
    of = program(session("分会", "2026-10-15 09:00/10:00"), event_=event("会议", languages=("zh", "en")))
    made = pages(files(edition(of=of)))
    assert made["index.html"].css("html")[0].attributes["lang"] == "zh-Hans"
    assert words(made["index.html"].css(".days")[0]) == "10月15日 周四"
    assert words(made["en/index.html"].css(".days")[0]) == "Thu 15 Oct"


def test_an_empty_program_has_pages_that_lead_somewhere():
    made = files(edition(of=Program(event())))
    assert [
        (path, link)
        for path, tree in pages(made).items()
        for link in links(tree)
        if target(path, link) not in made.keys() | ELSEWHERE
    ] == []


# --- structure ----------------------------------------------------------------------------------------------------------------


def test_ids_are_unique_and_headings_descend_by_one(trees: Mapping[str, LexborHTMLParser]):
    for path, tree in trees.items():
        ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
        assert [id_ for id_, count in ids.items() if count > 1] == [], path
        levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_pages_load_nothing_from_elsewhere_and_hold_no_style_or_script(
    sample: Mapping[str, bytes], trees: Mapping[str, LexborHTMLParser]
):
    for path, tree in trees.items():
        [policy] = [node.attributes["content"] or "" for node in tree.css('meta[http-equiv="Content-Security-Policy"]')]
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy, path
        assert tree.css("[style], style, script:not([type='application/ld+json'], [src])") == [], path
        loaded = [
            node.attributes.get("src") or node.attributes.get("srcset") or node.attributes.get("href") or ""
            for node in tree.css("[src], [srcset], link[href]:not([rel='canonical'], [rel='alternate'])")
        ]
        assert [link for link in loaded if urlsplit(link).scheme] == [], path
    for path in ("assets/cards.css", "assets/tracks.css"):
        assert re.findall(r"url\(|@import", sample[path].decode()) == [], path


def test_every_picture_has_its_size_so_that_nothing_moves(trees: Mapping[str, LexborHTMLParser]):
    assert [
        path for path, tree in trees.items() for image in tree.css("img") if not (image.attributes.get("width") or "").isdecimal()
    ] == []


def test_tables_have_a_caption_and_heads_with_a_scope(trees: Mapping[str, LexborHTMLParser]):
    tables = [table for tree in trees.values() for table in tree.css("table")]
    assert len(tables) == 2 * (2 + 1)  # the first two days have rooms side by side, the first is on the home page too
    assert [table for table in tables if len(table.css("caption")) != 1 or table.css("th:not([scope])")] == []


# --- for search engines -------------------------------------------------------------------------------------------------------


def test_a_sitemap_of_too_many_pages_is_cut_and_listed():
    of = edition(of=program(event_=event(url="https://c.example/2026")))
    (site,) = sites(Guide(of, Gallery.of(of.program)))
    paths = [f"sessions/{number}.html" for number in range(MOST + 1)]
    *maps, index, _ = crawlers_files(site, paths)
    assert [listed_in(one.data) for one in maps] == [
        [f"https://c.example/2026/{path}" for path in part] for part in (paths[:MOST], paths[MOST:])
    ]
    assert listed_in(index.data) == [f"https://c.example/2026/sitemap-{number}.xml" for number in (1, 2)]


def listed_in(sitemap: bytes) -> list[str | None]:
    root = ET.fromstring(sitemap)  # noqa: S314  # our own
    return [node.text for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_the_sitemap_lists_every_page(sample: Mapping[str, bytes], trees: Mapping[str, LexborHTMLParser]):
    listed = listed_in(sample["sitemap.xml"])
    assert listed == [f"https://lakeside.example/2026/{path}" for path in trees]
    assert sample["robots.txt"].decode().splitlines()[-1] == "Sitemap: https://lakeside.example/2026/sitemap.xml"


def test_a_page_names_its_address_and_those_in_other_languages(trees: Mapping[str, LexborHTMLParser]):
    tree = trees["zh/sessions/coffee.html"]
    address = "https://lakeside.example/2026/"
    assert [node.attributes["href"] for node in tree.css('link[rel="canonical"]')] == [f"{address}zh/sessions/coffee.html"]
    assert {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[hreflang]")} == {
        "en": f"{address}sessions/coffee.html",
        "zh-Hans": f"{address}zh/sessions/coffee.html",
    }


def test_without_the_events_address_nothing_claims_one():
    made = files(edition(session()))
    assert "sitemap.xml" not in made
    assert page(edition(session())).css('link[rel="canonical"], meta[property="og:url"]') == []
