"""Hostile content shows harmless text: on every page, in every attribute, in the data for programs."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.model import Edition, RichText, Section, TextPage
from tests.builders import PUBLISHED, edition, event, person, program, rich, role, session, speaker, talk, venue
from tests.pages import files, linked_data, only, page, pages, words

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil\x00\u2028'\""


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
    somebody = person(HOSTILE, HOSTILE, aliases=(HOSTILE, f"王{HOSTILE}"), url="javascript:alert(1)", id="p")
    text = TextPage("words", HOSTILE, (Section(HOSTILE, rich(HOSTILE)),))
    of = program(one, event_=about, venues=(venue(HOSTILE, id="v", address=HOSTILE),), people=(somebody,))
    return files(Edition(replace(of, texts=(text,)), PUBLISHED))


def test_hostile_text_is_text(hostile: Mapping[str, bytes]):
    for path, tree in pages(hostile).items():
        assert tree.css("script:not([type='application/ld+json'], [src]), img, iframe, [onerror], [style]") == [], path
        assert [node.attributes["src"] for node in tree.css("script[src]")] == ["../" * path.count("/") + "assets/cards.en.js"], (
            path
        )
        assert [
            link for node in tree.css("[href]") if urlsplit(link := node.attributes["href"] or "").scheme not in {"", "https"}
        ] == [], path
        assert "\x00" not in hostile[path].decode(), path
        for node in tree.css("h1 bdi"):
            assert "<script>alert(1)</script>" in words(node), path


def test_hostile_text_does_not_end_the_linked_data(hostile: Mapping[str, bytes]):
    data = linked_data(LexborHTMLParser(hostile["sessions/s.html"].decode()))
    assert (data["name"], data["location"]["name"]) == (HOSTILE, HOSTILE)
    assert "\u2028" not in re.findall(r"ld\+json.*", hostile["sessions/s.html"].decode())[0]


def test_turns_of_direction_stay_inside_the_text_they_are_in(hostile: Mapping[str, bytes]):
    for path in pages(hostile):
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
