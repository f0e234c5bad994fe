"""Any page is read or reported: pages near the grammar of all dialects, and what accidents make of them."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.build import Outcome, check
from pipeline.extract import extract_page
from pipeline.model import Session, Talk
from pipeline.source import Source

FRONT = (
    "", "---\n", "+++\n", "---\n---\n", "---\ntitle: Tides\n---\n", "---\ntitle: Tides\ndate: 2026-10-15\nstart: 9:00\nend: 10:00\n---\n",
    "---\ntitle: Tides\nsummary: '9:50 a.m. — 11:35 a.m., Friday, Oct. 15, 2026'\n---\n", '+++\ntitle = "Tides"\ndate = 2026-10-15\n+++\n',
    '{"title": "Tides", "date": "2026-10-15"}\n', "---\n- a\n- b\n---\n", "---\ntitle: [Tides, {a: b}]\nspeaker: {name: [Ada]}\n---\n",
    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nspeakers: [*c, *c]\n---\n", "---\ntitle: Tides\ntalks: [{title: One}, Two, [Three]]\n---\n",
    "---\ntitle: Tides\nspeakers:\n  - {name: Ada Brook, photo: /a.png}\n  - Ben Ford\nvenue: TBA\ndate_end: 2026-10-16\n---\n",
)  # fmt: skip
PIECES = (
    '<div class="tip">', '<div class="tip"><img class="icon" src="/icon/didian.png"/>', '<div class="row">', '<div class="left">', '<div class="right">',
    '<div class="container">', '<div class="name-bar">', '<div class="session-header">', '<span class="session-time">', '<div class="talk-title">',
    "</div>", "</span>", "<div>", "<p>", "</p>", "<br>", "<b>", "</b>", "<table>", "<tr>", "<td>", "<td rowspan=3>", '<td colspan="2">', "</td>", "</tr>",
    "</table>", "<dl>", "<dt>", "<dd>", "<ul>", "<li>", "</li>", "</ul>", "<h4>", "</h4>", "<hr>", "<s>", "</s>", "<o:p>", "<font color=red>",
    "<html><head><title>x</title></head><body>", "<!--", "-->", "<style>", "</style>", "<script>", "<template>", "<svg>", "<math>", "<select>", "<a href='x'>",
    "</a>", '<img src="/images/a.png" class="avatar">', "<img data-src=b.png>", "<img src>", "\n", "\n\n", "\n\n", "\r\n", "    ", "\t", "- ", "1. ", "> ", "# ", "### ", "## Abstract\n",
    "## 个人简介\n", "## Speakers\n\n", "### 10:00-10:30 On Ice\n", "**10:30-11:00 On Fire**\n", "------\n", "________", "| Time | Title | Speaker |\n|---|---|---|\n", "| 9:00 | One | Ada |\n",
    "Time: ", "时间：", "**Location:** ", "Location", "Host: ", "Session Chair: ", "Guests: ", "Speaker: ", "Speaker 2: ", "报告人：", "Title: ", "Title: Professor", "Abstract: ", "摘要：",
    "CV: ", "Affiliation: ", "Slides: ", "📍 ", "9:50 a.m. — 11:35 a.m.", "Oct. 15, 2026", "25:99", "Ada Brook, Coast University", "许青 (澜湾大学)", "TBA", "XXX University",
    "On Tides", "$x_1$", "$$\n", "`", "*", "_", "~~", "[a](b)", "![](c.png)", "&nbsp;", "&#0;", "&#xD800;", "&amp", "\u200b", "\ufeff", "\u202e", "\x00", "\x0b", "\x1b", "\ud800", "\U0001f552", "{{< x >}}", "{% y %}",
    "9:00-10:00, Location: Hall  Host: Ada；Chair：Ben", "word " * 30,
)  # fmt: skip
bodies = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Front matter and body, as they are or after an accident: cut short, doubled in part, or with two parts exchanged."""
    page = draw(st.sampled_from(FRONT)) + draw(bodies)
    first, second = sorted((draw(st.integers(0, len(page))), draw(st.integers(0, len(page)))))
    accident = draw(st.sampled_from(("none", "none", "cut", "double", "swap")))
    return {
        "none": page,
        "cut": page[:first] + page[second:],
        "double": page[:second] + page[first:],
        "swap": page[second:] + page[first:second] + page[:first],
    }[accident]


def built(folder: Path, texts: dict[str, str]) -> Outcome:
    (folder / "sessions").mkdir(exist_ok=True)
    (folder / "program.toml").write_text('[event]\ntitle = "C"\ntimezone = "Asia/Shanghai"\n', encoding="utf-8")
    for path in (folder / "sessions").iterdir():
        path.unlink()
    for name, text in texts.items():
        (folder / "sessions" / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return check(folder)


@given(pages())
@settings(max_examples=250, deadline=None)
def test_any_page_gives_a_draft_and_problems_that_can_be_shown(page: str):
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")  # as the reading end does
    source = Source("page.md", page)
    drafts, problems = extract_page(source)
    said = [said for draft in drafts for said in draft.said]
    for span in (*(problem.span for problem in problems), *(statement.text.span for statement in said)):
        assert 1 <= span.line <= span.end_line <= page.count("\n") + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_column <= len(source.line(span.end_line)) + 1
    assert all(problem.message and problem.help for problem in problems)


@given(st.lists(pages(), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_site_gives_a_program_or_problems(tmp_path: Path, texts: list[str]):
    outcome = built(tmp_path, {f"{number}.md": text for number, text in enumerate(texts)})
    assert outcome.problems or outcome.program is not None


@given(
    st.permutations(
        [FRONT[4] + "Time: 9:00-10:00, Oct. 15, 2026\n\nSpeaker: Ada Brook", FRONT[5] + "Host: Ben Ford", FRONT[6], FRONT[13]]
    )
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_the_files_makes_no_difference(tmp_path: Path, texts: list[str]):
    """Pages under other names, so in another order: the same program but for the names."""

    def facts(outcome: Outcome) -> list[object]:
        assert outcome.program is not None
        sessions = outcome.program.sessions
        return sorted(
            [
                (s.title, str(s.start), str(s.end), s.venue_text, [r.name for r in s.people], [len(t.speakers) for t in s.talks])
                for s in sessions
            ],
            key=repr,
        )

    ordered = built(tmp_path, {f"{number}.md": text for number, text in enumerate(sorted(texts))})
    names = [person.name for person in ordered.program.people] if ordered.program else []
    shuffled = built(tmp_path, {f"{number}.md": text for number, text in enumerate(texts)})
    assert facts(shuffled) == facts(ordered)
    assert [person.name for person in shuffled.program.people] == names if shuffled.program else not names


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 10_000 + "x",
        "<div>\n\n" * 2_000 + "x",
        "<b>" * 10_000 + "x",
        "<ul><li>" * 3_000,
        "<table><tr><td>" * 2_000,
        "<blockquote><p>" * 3_000,
        '<div class="tip">Host: Ada' * 1_500,
        '<div class="row"><div class="left">A<div class="right">Title: x' * 800,
        '<div class="container"><div class="name-bar">A</div><div>' * 1_000,
        "## Abstract\n\n" + "<div>" * 5_000 + "x",
        ">" * 5_000,
        "".join("  " * depth + "- a\n" for depth in range(300)),
        "[" * 20_000,
        "*a " * 10_000,
        "<!--" * 10_000,
        "<" * 50_000,
        "&" * 50_000,
        "x" * 1_000_000,
        "a: " * 100_000,
        "Host: a, " * 20_000,
        "Host: a<br>" * 5_000,
        "Host: Ada Brook\n\n" * 3_000,
        "- Speaker: Ada\n- Title: One\n" * 2_000,
        "|Time|Title|\n|-|-|\n" + "|9:00|One|\n" * 2_000,
        "<table>" + "<tr><td rowspan=999 colspan=999>a" * 500,
        "时间：" * 30_000,
        "\u3000报告人 " * 10_000,
        "{{<" * 10_000,
        "9:00-10:00 " * 10_000,
    ],
    ids=lambda body: f"{len(body)} {body[:12]!r}",
)
def test_deep_long_and_hostile_pages_are_read_in_bounded_time(body: str):
    begin = time.process_time()
    for page in (FRONT[4] + body, FRONT[5] + body):
        drafts, _ = extract_page(Source("page.md", page))
        assert drafts
    assert time.process_time() - begin < 12


@pytest.mark.parametrize(
    ("piece", "count"), [("word ", 30_000), ("x", 100_000), ("潮 ", 8_000), ("Ada, ", 8_000), ("9:00 ", 3_000)]
)
def test_fields_without_end_are_read_in_bounded_time(tmp_path: Path, piece: str, count: int):
    (tmp_path / "program.toml").write_text('[event]\ntitle = "C"\ntimezone = "Asia/Shanghai"\n', encoding="utf-8")
    fields = (f'{name}: "{piece * count}"\n' for name in ("title", "venue", "speaker", "track", "time"))
    (tmp_path / "a.md").write_text(f"---\n{''.join(fields)}date: 2026-10-15\n---\n", encoding="utf-8")
    begin = time.process_time()
    assert check(tmp_path).program is not None
    assert time.process_time() - begin < 12


# --- languages ---

KEYS = ("title", "abstract", "venue", "track", "tag", "speaker", "speakers", "chair", "affiliation", "biography", "date", "time", "talks", "name", "lang", "photo")  # fmt: skip
TONGUES = ("", "_zh", "-en", "_fr", "_zn", "_zh_hant", "_chinese")
WORDS = st.sampled_from(
    (
        "Rivers",
        "河流",
        "Rivers of Sand (沙之河流的记忆)",
        "Wei Li, Quay University",
        "李伟，码头大学",
        "TBA",
        "",
        "9:00-10:00",
        "2026-10-15",
        "zh",
    )
)


def _values(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    keys = st.one_of(st.sampled_from(("en", "zh", "zn", "zh-Hant", "name")), st.sampled_from(KEYS))
    return st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4))


fields = st.dictionaries(
    st.builds(str.__add__, st.sampled_from(KEYS), st.sampled_from(TONGUES)), st.recursive(WORDS, _values, max_leaves=8), max_size=8
)


@given(st.lists(fields, min_size=1, max_size=2))
@settings(max_examples=300, deadline=None)
def test_fields_in_any_languages_are_read_or_reported(tmp_path_factory: pytest.TempPathFactory, found: list[dict[str, object]]):
    names = ("rivers.md", "rivers.zh.md")
    texts = (f"{json.dumps({'title': 'Rivers', **page}, ensure_ascii=False)}\n" for page in found)
    outcome = built(tmp_path_factory.mktemp("site"), dict(zip(names, texts, strict=False)))
    assert outcome.program
    assert len(outcome.program.sessions) <= 1
    for session in outcome.program.sessions:
        items: tuple[Session | Talk, ...] = (session, *session.talks)
        for item in items:
            assert [one.language for one in item.translations] == sorted({one.language for one in item.translations})
            assert all(one.title is None or one.title != item.title for one in item.translations)
