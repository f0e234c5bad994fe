"""What the build hands to the scripts: the list of the program, the search index, words; and the one file that holds it all."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.emit.cards import search
from pipeline.emit.cards.listing import short_codes
from pipeline.emit.cards.scripts import PARTS
from pipeline.emit.javascript import assigned, literal
from pipeline.model import Program
from pipeline.resources import templates
from tests.builders import edition, event, person, program, rich, sample_edition, session, speaker, talk
from tests.pages import files, only

HOSTILE = "</script><script>alert(1)</script><!--\u202e\u2028\u2029\x00'\"\\"


def handed_over(text: bytes, name: str) -> Any:  # what JSON holds
    found = re.fullmatch(rf"\(self\.confbook\?\?=\{{\}}\)\.{name}=(.*);\n", text.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])


def source(name: str) -> str:
    return (templates("cards") / "scripts" / name).read_text(encoding="utf-8")


# --- data ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [HOSTILE, [HOSTILE], {"a": HOSTILE}, "\ud800", "x" * 1_000_000])
def test_a_literal_is_inert_in_html_and_the_same_to_json(value: object):
    text = literal(value)
    assert json.loads(text) == value
    assert re.findall("[<>\u2028\u2029\ud800-\udfff]", text) == []


def test_the_list_has_of_each_session_what_a_line_shows():
    listed = handed_over(files(sample_edition())["assets/program.en.js"], "program")
    [one] = [row for row in listed["sessions"] if row["id"] == "keynote-okafor"]
    assert {key: one[key] for key in ("kind", "people", "day", "start", "room")} == {
        "kind": "keynote",
        "people": "Maria Okafor",
        "day": "2026-10-15",
        "start": "2026-10-15T09:00:00+08:00",
        "room": "lake-hall",
    }
    assert listed["days"][0] == ["2026-10-15", "Thu 15 Oct", "Thursday 15 October 2026"]


def test_a_title_of_two_languages_says_which_part_is_in_which():
    of = program(session("Tea 茶歇", id="s"), event_=event(languages=("en", "zh")))
    made = files(edition(of=of))
    titles = [handed_over(made[f"assets/program.{tag}.js"], "program")["sessions"][0]["title"] for tag in ("en", "zh-Hans")]
    assert titles == [[["Tea ", "en"], ["茶歇", "zh-Hans"]], [["Tea", "en"], [" 茶歇", "zh-Hans"]]]


def test_a_code_means_the_same_session_in_every_edition():
    few, many = short_codes(["a", "b"]), short_codes(["a", "b", *(f"s{number}" for number in range(20_000))])
    assert {len(code) for code in few.values()} == {4}
    assert len(set(many.values())) == len(many)
    assert [many[id_].startswith(code) for id_, code in few.items()] == [True, True]


# --- search -------------------------------------------------------------------------------------------------------------------


def rows(*sessions: Any, **facts: Any) -> list[list[str]]:  # sessions and a program's facts
    return search.index(program(*sessions, **facts))


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Łukasz Ÿ", "łukasz y"), ("ＡＢＣ  d\n e", "abc d e"), ("a\u202eb\x00c", "abc"), ("Ångström", "angstrom")],
)
def test_folding(text: str, folded: str):
    assert search.fold(text) == folded


def test_titles_people_and_institutes_are_found_in_either_spelling():
    [row] = rows(session("Łuk", "2026-10-15 09:00/10:00", talk("Łuk", speaker("Søren Łoś", "Åbo Akademi")), id="s"))
    assert row[:4] == ["s", "łuk | luk", "søren łoś".replace("ś", "s") + " | łos søren | soren los | los soren", "abo akademi"]


def test_chinese_is_found_by_the_initials_of_its_pinyin_also_where_a_character_has_two_readings():
    [row] = rows(session("重庆的海岸", id="s"))
    assert {"zqdha", "cqdha"} <= set(row[4].split())


def test_everybody_is_found_by_all_their_names():
    somebody = person("王小明", id="p", aliases=("Xiaoming Wang",), sort_key="wang xiaoming")
    one = session("S", "2026-10-15 09:00/10:00", talk("S", speaker("王小明")), id="s")
    given = one.talks[0].speakers[0]
    of = Program(
        event(), people=(person("王小明", id=given.person, aliases=somebody.aliases, sort_key=somebody.sort_key),), sessions=(one,)
    )
    [row] = search.index(of)
    assert [name in row[2] for name in ("王小明", "xiaoming wang", "wang xiaoming")] == [True, True, True]
    assert "wxm" in row[4].split()


def test_of_an_abstract_each_word_stands_once_and_no_text_is_without_end():
    [row] = rows(session("S", id="s", abstract=rich("tide tide 潮线 " + "x" * 1_000_000 + " " + " ".join(map(str, range(9_999))))))
    words = row[5].split()
    assert words[:3] == ["tide", "潮线", "x" * 40]
    assert (len(words), len(row[5]) < 10_000) == (len(set(words)), True)


def test_a_titles_megabyte_does_not_fill_the_index():
    [row] = rows(session("潮" * 1_000_000, id="s"))
    assert sum(map(len, row)) < 100_000


# --- scripts ------------------------------------------------------------------------------------------------------------------


def test_no_script_makes_markup_of_text():
    """All elements are made one by one; so no text of an author's can become one."""
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\(\"on|\.style\.cssText"
    )
    assert [name for name in (*(f"{part}.js" for part in PARTS), "sw.js") if forbidden.search(source(name))] == []


def test_every_part_is_in_the_script_and_every_file_is_a_part():
    there = {path.name for path in (templates("cards") / "scripts").iterdir()}
    assert there == {*(f"{part}.js" for part in PARTS), "sw.js", "words.json"}


def test_the_scripts_have_the_words_they_use_and_no_others():
    code = "".join(source(f"{part}.js") for part in PARTS)
    known = set(handed_over(files(edition(session()))["assets/cards.en.js"].split(b"\n")[0] + b"\n", "words"))
    called = set(re.findall(r"\bword\(\s*\"(\w+)\"", code)) | set(re.findall(r"\bword\([^()]*\? \"(\w+)\" : \"(?:\w+)\"", code))
    assert called - known == set()
    assert {name for name in known if not re.search(rf"\"{name}\"|words\.{name}\b", code)} == set()


def test_the_scripts_stay_small():
    """Of the 100 KB that a home page of 40 sessions may weigh, compressed, without photos."""
    import gzip  # noqa: PLC0415  # here alone

    assert len(gzip.compress(files(sample_edition())["assets/cards.en.js"])) < 25_000


# --- one file -----------------------------------------------------------------------------------------------------------------


def one_file(text: str) -> LexborHTMLParser:
    made = session(
        text,
        "2026-10-15 09:00/10:00",
        talk(text, speaker(text, text), abstract=rich(text)),
        id="s",
        track=text,
        abstract=rich(text),
    )
    return LexborHTMLParser(files(edition(of=program(made, event_=event(text))))["program.html"].decode())


@pytest.mark.parametrize("text", ["Plain", HOSTILE])
def test_the_one_file_allows_its_own_style_and_script_and_nothing_else(text: str):
    tree = one_file(text)
    policy = only(tree, 'meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    style, script = only(tree, "style").text(), only(tree, "script:not([type])").text()
    hashed = {
        name: f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for name, text in (("style-src", style), ("script-src", script))
    }
    assert parts == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        **hashed,
    }
    assert tree.css("link, script[src], img:not([src^='data:'])") == []


def test_the_one_file_has_every_session_and_links_only_within_itself_and_to_the_web():
    tree = LexborHTMLParser(files(sample_edition())["program.html"].decode())
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    of = sample_edition().program
    assert [node.attributes["data-session"] for node in tree.css(".card")] == [one.id for one in of.sessions]
    links = [node.attributes["href"] or "" for node in tree.css("[href]")]
    assert [link for link in links if not (link[1:] in ids if link.startswith("#") else link.startswith("https://"))] == []


def test_hostile_text_is_text_in_the_one_file():
    tree = one_file(HOSTILE)
    assert len(tree.css("script")) == 2  # linked data and ours
    assert "alert(1)</script>" in only(tree, "h1 bdi").text()


# --- install ------------------------------------------------------------------------------------------------------------------


def test_the_manifest_leads_to_files_that_are_there():
    made = files(sample_edition())
    for folder in ("", "zh/"):
        facts = json.loads(made[f"{folder}manifest.webmanifest"])
        icons = [(Path(folder) / icon["src"]).as_posix() for icon in facts["icons"]]
        assert [path for path in icons if str(Path(re.sub(r"zh/\.\./", "", path))) not in made] == []
        assert facts["lang"] == ("zh-Hans" if folder else "en")
        assert facts["start_url"] == "./index.html"


def test_hand_over_names_a_property():
    assert assigned("a", {"b": 1}) == '(self.confbook??={}).a={"b":1};\n'
