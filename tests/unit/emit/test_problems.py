"""``problems.html``: all problems, with their lines, their remedies and the days they stand in; safe with any text."""

import base64
import re
from hashlib import sha256
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.build import build, check
from pipeline.cli import main
from pipeline.emit.problems import problems_page

ROOT = Path(__file__).parents[3]
EVENT = (
    '[event]\ntitle = "Rivers"\ntimezone = "Asia/Shanghai"\n\n[[venues]]\nname = "Main Hall"\n\n[[venues]]\nname = "Harbour Room"\n'
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


def fields(**given: str) -> str:
    return "".join(["---\n", *(f"{name}: {value}\n" for name, value in given.items()), "---\n"])


RIVERS = fields(title="Rivers", date="2026-10-15", start="09:00", end="10:30", venue="Main Hall", speaker="Ada Brook")


def shown(folder: Path, **pages: str) -> LexborHTMLParser:
    (folder / "program.toml").write_text(pages.pop("program", EVENT), encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return LexborHTMLParser(problems_page(check(folder).findings).data.decode())


def words(nodes: list[LexborNode]) -> list[str]:
    return [re.sub(r"\s+", " ", node.text()).strip() for node in nodes]


def bars(page: LexborHTMLParser, selector: str = ".bar") -> list[tuple[str | None, ...]]:
    return [
        (words(node.css("title"))[0], node.attributes["x"], node.attributes["width"], node.attributes["y"])
        for node in page.css(f"svg{selector}")
    ]


# --- the list ---


def test_a_problem_is_its_message_its_line_with_the_words_marked_and_the_remedy(tmp_path):
    page = shown(tmp_path, rivers=RIVERS.replace("Main Hall", "Main  Hall, TBA").replace("2026-10-15", "lateish"))
    (first, *_) = page.css(".problem")
    assert words(first.css(".kind, .place, .message")) == [
        "T201 unreadable-time",
        "line 3, column 7",
        "cannot read 'lateish' as a time",
    ]
    assert words(first.css(".line .number, .line code, .line mark")) == ["3", "date: lateish", "lateish"]
    assert words(first.css(".help p"))[0].startswith("write the day as 2026-10-15")
    assert words(page.css(".group h4")) == ["rivers.md"]


def test_errors_come_first_then_pages_in_order_and_numbers_count_on(tmp_path):
    page = shown(
        tmp_path,
        rivers=RIVERS.replace("Main Hall", "Tent"),
        lakes=fields(title="Lakes", date="2026-10-16", venue="Boat", chair="TBA"),
        ponds=fields(date="2026-10-16", venue="Main Hall"),
    )
    assert words(page.css("h1")) == ["1 error and 3 warnings"]
    assert words(page.css(".severity > h3, .severity h4")) == ["Errors 1", "ponds.md", "Warnings 3", "lakes.md", "rivers.md"]
    assert words(page.css(".problem .badge, .problem .kind")) == [
        *("1", "P107 missing-title"),
        *("2", "V301 unknown-venue"),
        *("3", "P108 placeholder"),
        *("4", "V301 unknown-venue"),
    ]


def test_lines_to_be_added_are_shown_as_such(tmp_path):
    page = shown(tmp_path, rivers=RIVERS.replace("Main Hall", "Tent"))
    assert words(page.css(".help pre code")) == ['[[venues]] name = "Tent"']


def test_a_second_place_is_shown_with_its_line(tmp_path):
    page = shown(tmp_path, rivers=RIVERS, lakes=RIVERS.replace("Rivers", "Lakes").replace("Ada", "Bo"))
    assert words(page.css(".also .place, .also mark")) == [
        *("rivers.md:4:8", "09:00"),
        *("lakes.md:6:8", "Main Hall"),
        *("lakes.md:4:8", "09:00"),
    ]


def test_without_problems_the_page_says_so(tmp_path):
    page = shown(tmp_path, rivers=RIVERS)
    assert (words(page.css("h1")), page.css(".problem, #problems, .kinds")) == (["No problems"], [])


def test_where_there_is_no_program_there_are_no_days(tmp_path):
    page = shown(tmp_path, program="[event\n", rivers=RIVERS)
    assert (words(page.css("h1"))[0].startswith("1 error"), page.css("svg")) == (True, [])


def test_waived_warnings_are_listed_with_their_reasons(tmp_path):
    waiver = '[[waivers]]\ncode = "V301"\nreason = "a tent has no name"\nuntil = 2026-10-20\n'
    page = shown(tmp_path, program=EVENT + waiver, rivers=RIVERS.replace("Main Hall", "Tent"))
    assert words(page.css("h1, #waived .message, #waived .help p")) == [
        "No problems",
        "venue 'Tent' is not listed in program.toml",
        "a tent has no name (until 2026-10-20)",
    ]


def test_every_filter_has_its_anchor_and_its_rule(tmp_path):
    page = shown(tmp_path, rivers=RIVERS.replace("Main Hall", "Tent").replace("Ada Brook", "TBA"))
    style = words(page.css("style"))[0]
    targets = [str(node.attributes["href"]) for node in page.css(".chip")]
    assert targets == ["#problems", "#only-P108", "#only-V301"]
    assert [page.css(target) != [] for target in targets] == [True] * 3
    assert [f"body:has({target}:target) :is(" in style for target in targets[1:]] == [True, True]


def test_every_link_goes_to_a_place_on_the_page():
    page = LexborHTMLParser(problems_page(check(ROOT / "content").findings).data.decode())
    identities = [node.attributes["id"] for node in page.css("[id]")]
    assert len(identities) == len(set(identities))
    assert {str(node.attributes["href"]) for node in page.css("[href]")} <= {f"#{identity}" for identity in identities}


# --- the days ---


def test_bars_are_true_to_time_and_rooms_in_the_order_of_the_program(tmp_path):
    page = shown(
        tmp_path,
        rivers=RIVERS,
        lakes=fields(title="Lakes", date="2026-10-15", start="11:00", end="13:00", venue="Harbour Room"),
        ponds=fields(title="Ponds", date="2026-10-15", start="12:00", end="12:30", venue="Main Hall", status="cancelled"),
    )
    assert words(page.css(".room bdi")) == ["Main Hall", "Harbour Room"]
    assert bars(page) == [
        ("09:00–10:30 Rivers", "0.0%", "37.5%", "4"),
        ("12:00–12:30 Ponds (cancelled)", "75.0%", "12.5%", "4"),
        ("11:00–13:00 Lakes", "50.0%", "50.0%", "4"),
    ]
    assert words(page.css(".axis text")) == ["09:00", "10:00", "11:00", "12:00", "13:00"]
    assert page.css(".clash") == []


def test_a_double_booking_is_drawn_in_two_lanes_and_marked_where_both_are(tmp_path):
    page = shown(
        tmp_path,
        rivers=RIVERS,
        lakes=fields(title="Lakes", date="2026-10-15", start="10:00", end="11:00", venue="Main Hall"),
    )
    assert bars(page) == [("09:00–10:30 Rivers", "0.0%", "75.0%", "4"), ("10:00–11:00 Lakes", "50.0%", "50.0%", "40")]
    (number,) = words(page.css(".problem.k-S401 .badge"))
    assert [mark[1:] for mark in bars(page, ".clash")] == [("50.0%", "25.0%", "4"), ("50.0%", "25.0%", "40")]
    assert words(page.css(".clash text")) == [number, number]


def test_somebody_in_two_places_is_marked_in_both_rooms(tmp_path):
    page = shown(tmp_path, rivers=RIVERS, lakes=RIVERS.replace("Rivers", "Lakes").replace("Main Hall", "Harbour Room"))
    assert words(page.css(".problem .kind")) == ["S402 person-in-two-places"]
    assert [mark[1:] for mark in bars(page, ".clash")] == [("0.0%", "75.0%", "4")] * 2


def test_a_talk_outside_its_session_is_marked_where_the_session_is_not(tmp_path):
    talks = "talks:\n  - title: Sources\n    speaker: Bo Brook\n    start: 08:30\n    end: 11:00\n"
    page = shown(tmp_path, rivers=f"{RIVERS[:-4].replace('speaker: Ada Brook', '')}{talks}---\n")
    assert bars(page) == [("09:00–10:30 Rivers", "33.333%", "50.0%", "4")]
    assert [mark[1:] for mark in bars(page, ".clash")] == [("16.667%", "16.666%", "4"), ("83.333%", "16.667%", "4")]


def test_a_party_past_midnight_is_drawn_on_its_day_and_an_open_end_half_an_hour_long(tmp_path):
    page = shown(
        tmp_path,
        party=fields(title="Party", date="2026-10-15", start="20:00", end="2026-10-16 01:00", venue="Main Hall"),
        walk=fields(title="Walk", date="2026-10-15", start="21:00"),
    )
    assert words(page.css(".day h3")) == ["Thursday 2026-10-15"]
    assert bars(page) == [("20:00–01:00 Party", "0.0%", "100.0%", "4"), ("21:00–? Walk", "20.0%", "10.0%", "4")]
    assert words(page.css(".room.pending")) == ["Room to be announced"]


def test_sessions_without_a_time_are_named(tmp_path):
    page = shown(
        tmp_path, rivers=RIVERS, lakes=fields(title="Lakes", date="2026-10-15"), ponds=fields(title="Ponds", venue="Main Hall")
    )
    assert words(page.css(".untimed")) == ["No time yet: Lakes", "Sessions: Ponds"]


# --- safety ---


@pytest.fixture
def hostile(tmp_path):
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    return shown(
        tmp_path,
        program=EVENT.replace('"Rivers"', f"'''{HOSTILE}'''")
        + f"[[waivers]]\ncode = 'V301'\nreason = '''{HOSTILE}'''\nuntil = 2026-10-20\nwords = 'Tent'\n",
        rivers=fields(title=quoted, date="2026-10-15", start="09:00", end="10:00", venue=quoted, chair=quoted),
        lakes=fields(title=quoted, date="2026-10-15", start="09:00", end="10:00", venue=quoted, time=quoted),
        ponds=fields(title=quoted, date="2026-10-15", venue="Tent"),
    )


def test_hostile_text_is_shown_as_text(hostile):
    assert hostile.css("script, img, iframe, object, embed, form, link, base") == []
    attributes = {name for node in hostile.css("*") for name in node.attributes}
    assert {name for name in attributes if name.startswith("on") or name in {"style", "src"}} == set()
    assert any(HOSTILE[:25] in text for text in words(hostile.css(".problem code")))


def test_only_its_own_style_may_be_applied_and_nothing_loaded(hostile):
    (policy,) = [node.attributes["content"] for node in hostile.css("meta[http-equiv]")]
    style = base64.b64encode(sha256(hostile.css("style")[0].text().encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def test_what_would_turn_the_writing_is_made_visible_and_long_lines_are_cut(tmp_path):
    page = shown(
        tmp_path, rivers=RIVERS + "\n<div>" + "x" * 5000 + "\u202e</div>\n", lakes=RIVERS.replace("Main Hall", "\u202etnet")
    )
    assert "\u202e" not in str(page.html)
    assert "<U+202E>tnet" in words(page.css("mark"))
    assert max(len(text) for text in words(page.css(".line code"))) < 400


# --- where it is written ---


def test_a_build_publishes_it_and_no_public_page_links_to_it(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "program.toml").write_text(EVENT, encoding="utf-8")
    (site / "rivers.md").write_text(RIVERS.replace("Main Hall", "Tent"), encoding="utf-8")
    outcome = build(site, tmp_path / "output")
    assert (tmp_path / "output/problems.html").read_bytes() == problems_page(outcome.findings).data
    pages = [path for path in (tmp_path / "output").rglob("*.html") if path.name != "problems.html"]
    assert [path for path in pages if b"problems.html" in path.read_bytes()] == []


def test_check_writes_it_also_where_errors_forbid_to_publish(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/program.toml").write_text(EVENT, encoding="utf-8")
    Path("content/lakes.md").write_text("---\ntitle: [Lakes\n---\n", encoding="utf-8")
    assert main(["check", "--quiet", "--html", "reports/today.html"]) == 1
    assert "P102 broken-front-matter" in Path("reports/today.html").read_text(encoding="utf-8")
    assert [path.name for path in Path("reports").iterdir()] == ["today.html"]
    capsys.readouterr()
    assert main(["check", "--quiet", "--html", "content/lakes.md"]) == 2
    assert "'content/lakes.md' is not the name of a .html file" in capsys.readouterr().err
