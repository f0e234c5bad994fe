"""Talks told in a line each: which part is the person, and when nobody can tell."""

import pytest

from pipeline.config import Config
from pipeline.extract import extract_page
from pipeline.normalize import normalize
from pipeline.source import Located, Source, Span


def read(body: str, fields: str = "") -> list[str]:
    """Of a page of these lines each talk as ``09:00-09:30 title / names (institutes)``, then its problems as ``line name``."""
    drafts, found = extract_page(Source("p.md", f"---\ntitle: Rivers\ndate: 2026-10-15\n{fields}---\n{body}"))
    program, problems = normalize(drafts, Config(title=Located("C", Span("x"))), {}, timezone="Asia/Shanghai")
    assert program is not None
    shown = []
    for talk in program.sessions[0].talks:
        hours = f"{talk.start:%H:%M}" + (f"-{talk.end:%H:%M}" if talk.end else "") if talk.start else ""
        people = ", ".join(f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in talk.speakers)
        shown.append(f"{hours} {talk.title} / {people}")
    return [*shown, *(f"{p.span.line - 4} {p.kind()}" for p in (*found, *problems))]


@pytest.mark.parametrize(
    "form",
    [
        "{who}: {what}",
        "{who} ({where}): {what}",
        "**{who}** ({where}) – *{what}*",
        "| {who} | {what}",
        "{who} | {where} | {what}",
        "– {who}, {where} – {what}",
        "{what} ({who}, {where})",
        "{what} | {who}",
        "{what} — {who} ({where})",
        "“{what}” by {who}",
        "{who}, “{what}”",
        "{who} ({where}), *“{what}”*",
        "{who} ({where}), *{what}*",
        "{who} ({where}) {what}",
        "{what}. {who} ({where}).",
    ],
)
def test_a_division_that_holds_for_all_lines(form: str):
    people = (("Anna Brook", "Coastal University", "On the tides of June"), ("Wei Zhang", "Fen Institute", "Rivers and Lakes"))
    lines = [f"- {9 + at}:00 {form.format(who=who, where=where, what=what)}\n" for at, (who, where, what) in enumerate(people)]
    there = "{where}" in form
    said = [f"{9 + at:02}:00 {what} / {who}{f' ({where})' if there else ''}" for at, (who, where, what) in enumerate(people)]
    assert read("".join(lines)) == said


def test_paragraphs_and_broken_lines_and_other_languages():
    assert read("9:00–9:30 On Tides (Ann Brook)\n\n9:30–10:00 On Rivers (Peter Pond)\n") == [
        "09:00-09:30 On Tides / Ann Brook",
        "09:30-10:00 On Rivers / Peter Pond",
    ]
    assert read("9h00 Anna Bach : Les marées\n9h30 Pierre Roche : Les rivières\n") == [
        "09:00 Les marées / Anna Bach",
        "09:30 Les rivières / Pierre Roche",
    ]
    assert read("<p>09:00-09:30 张三（海岸大学）：潮汐<br>09:30-10:00 李四（河流研究所）：河流</p>") == [
        "09:00-09:30 潮汐 / 张三 (海岸大学)",
        "09:30-10:00 河流 / 李四 (河流研究所)",
    ]


def test_a_line_beside_them_without_a_name_is_a_title_and_one_that_may_be_a_name_is_reported():
    assert read(
        "- 9:00 Opening\n- 9:10 Anna Brook: On Tides\n- 9:40 Peter Pond: On Rivers\n- 10:10 Coffee Break\n- 10:30 Dan Ely\n- 11:00 Delta Foo: x\n"
    ) == [
        "09:00 Opening / ",
        "09:10 On Tides / Anna Brook",
        "09:40 On Rivers / Peter Pond",
        "10:10 Coffee Break / ",
        "11:00 x / Delta Foo",
        "5 unread-text",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "- 9:00 Slow Rivers: why water matters\n- 9:30 Deep Lakes: what lies below\n",
        "- 9:00 Getting Started: installing\n- 9:30 Going Further: plots\n",
        "- 9:00 Anna Brook – Coastal University\n- 9:30 Peter Pond – Fen University\n",
        "- 9:00 Anna Brook: Peter Pond\n- 9:30 Wei Zhang: Maria Rossi\n",
        "- 9:00 Coffee\n- 9:30 Lunch\n",
        "- 9:00 Opening: Welcome Address\n- 9:30 Discussion: Open Questions\n",
    ],
)
def test_lines_that_cannot_be_divided_are_reported(lines: str):
    assert read(lines) == ["1 unread-text", "2 unread-text"]


def test_a_single_line_is_no_pattern():
    assert read("**Venue:** Hall\n\n- 9:00 Anna Brook: On Tides\n") == ["3 unread-text"]


def test_names_known_from_the_pages_fields_are_sure_and_not_named_twice():
    lines = "- 9:00 Ada Fjord: On the tides\n- 9:30 Cy Pond: On the rivers\n"
    assert read(lines) == ["1 unread-text", "2 unread-text"]
    assert read(lines, "speakers: [Ada Fjord, Cy Pond]\n") == ["09:00 On the tides / Ada Fjord", "09:30 On the rivers / Cy Pond"]


def test_headings_are_titles_or_who_speaks():
    people = "##### 10:00 – 10:30 Ming Li (Coast University)\n**Graphs that grow**\n\n##### 10:30 – 11:00 Fang Wang (Fen University)\n**Graphs that shrink**\n"
    assert read(people) == [
        "10:00-10:30 Graphs that grow / Ming Li (Coast University)",
        "10:30-11:00 Graphs that shrink / Fang Wang (Fen University)",
    ]
    lines = "#### Ming Li – Robust tides\n\nAbstract. We go.\n\n#### Fang Wang – Robust rivers\n\nAbstract. We come.\n"
    assert read(lines) == [" Robust tides / Ming Li", " Robust rivers / Fang Wang"]
    titles = "#### Robust tides\n\nAbstract. We go.\n\n#### Robust rivers\n\nAbstract. We come.\n"
    assert read(titles) == [" Robust tides / ", " Robust rivers / "]


def test_a_short_introduction_that_begins_with_the_speakers_name_is_the_biography():
    drafts, _ = extract_page(
        Source("p.md", "---\ntitle: T\n---\n题目：潮汐\n\n报告人：李明\n\n摘要：讨论潮汐。\n\n简介：李明，副教授。\n")
    )
    program, problems = normalize(drafts, Config(title=Located("C", Span("x"))), {}, timezone="Asia/Shanghai")
    assert program is not None
    talk = program.sessions[0].talks[0]
    assert (talk.abstract and talk.abstract.plain, talk.biography and talk.biography.plain) == ("讨论潮汐。", "李明，副教授。")
    assert problems == ()


def test_japanese_names_and_titles_in_corner_brackets():
    assert read("- 13:30-14:00　佐藤 太郎（海岸大学）「潮汐の数理」\n- 14:00-14:30　田中 花子（河川大学）「河川の数理」\n") == [
        "13:30-14:00 潮汐の数理 / 佐藤 太郎 (海岸大学)",
        "14:00-14:30 河川の数理 / 田中 花子 (河川大学)",
    ]


def test_the_sessions_hours_stay_the_sessions():
    lines = "**Time:** 13:30–15:00\n\n13:30 Anna Brook: On Tides\n\n14:00 Peter Pond: On Rivers\n"
    assert read(lines) == ["13:30 On Tides / Anna Brook", "14:00 On Rivers / Peter Pond"]
    headings = "**Time:** 10:00-11:00\n\n### 10:00-10:30 On tides\n\nAbstract: It comes.\n\n### 10:30-11:00 On rivers\n\nAbstract: It flows.\n"
    assert read(headings) == ["10:00-10:30 On tides / ", "10:30-11:00 On rivers / "]
