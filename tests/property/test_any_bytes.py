"""Any bytes as a page: a program and problems in their places, or problems alone; and what has no error can be published.

Pages are made near the grammars: front matter of known and misspelt fields in three languages, bodies of the dialects' pieces.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.build import Outcome, build, check
from pipeline.diagnostics import failed

FIELDS = (
    "title", "summary", "date", "start", "end", "when", "time", "venue", "location", "speaker", "speakers", "host", "chair", "guests", "affiliation", "photo", "abstract", "biography", "kind", "status",
    "track", "tags", "weight", "id", "talks", "params", "slides", "video", "draft", "titel", "speekers", "sumary", "主持人", "时间", "地点", "event_start", "all_day", "date_end", "", "<<", "? [a]", "Title", "talk_title",
)  # fmt: skip
VALUES = (
    "", "~", "Tides", "9:50 a.m. — 11:35 a.m., Friday, Oct. 15, 2026", "2026-10-15", "14:00", "25:99", "11:15pm - 12:30pm", "2026-10-15T09:00:00Z", "0" * 400, "9" * 5000, "1e400", "-1", "true", "[]", "[a, [b, [c]]]",
    "{a: b}", "[{name: Ada Brook, photo: /a.png}, Ben Ford]", "&a [x, y]", "*a", "!!int 7", "!!python/object:os.system x", "!!binary aGk=", '"\\0"', '"\\ud800"', '"\\x1b[31m"', "'", '"', "|", ">\n  folded\n  text", "|\n  # Abstract\n  words",
    "TBA", "XXX University", "Ada Brook, Coast University", "许青 (澜湾大学)", "/images/a.png", "../../etc/passwd", "javascript:alert(1)", "<b>Tides</b>", "&amp; &#0; &nbsp", "a: b: c", "- a", "@x", "`x`", "%x", "\t", "\u2028", "\ufeff", "\x85", "cancelled",
    "[{title: One, start: 9:00}, Two, [Three], {title: {a: b}}]", "Main Hall", "惟真楼101、102", "\U0001f552", "\u202eedit", "e\u0301", "null",
)  # fmt: skip
PIECES = (
    '<div class="tip"><img class="icon" src="/icon/a.png"/>', '<div class="row"><div class="left">', '<div class="right">', '<div class="container"><div class="name-bar">', '<div class="session-header">', "</div>", "<table>", "<tr>",
    "<td rowspan=3>", '<td colspan="99999999999999999999">', "<td rowspan=-1>", "</table>", "<ul><li>", "</ul>", "<h4>", "<p>", "<br>", "<b>", "</b>", "<!--", "-->", "<style>", "<script>", "<title>x</title>", "<svg>", "<math>", "<s>", "<a href='x'>", "<img src=/a.png>",
    "|a|b|\n|-|-|\n|9:00|One|\n", "- **演讲人**：张三（清华大学）\n", "### 10:00-10:30 On Ice\n", "## Abstract\n", "## 个人简介\n", "------\n", "> ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "\x00", "\x0c", "\x0b", "```\n", "$$", "$x$", "{{< x >}}", "{% y %}", "1<p",
    "Time: 9:00-10:00, Oct. 15, 2026\n", "Location: Main Hall\n", "Host: Ada Brook, Coast University\n", "Speaker: Ben Ford\n", "Title: On Tides\n", "Abstract: The sea.\n", "CV: Ben Ford is a professor.\n", "报告人：许青\n", "Chair: A & B, C and D\n", "&#xD800;", "&lt", "[a](b)", "![](c.png)",
)  # fmt: skip

fields = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(VALUES)), max_size=10)
FRONT: dict[str, Callable[[list[tuple[str, str]]], str]] = {
    "yaml": lambda pairs: "---\n" + "".join(f"{name}: {value}\n" for name, value in pairs) + "---\n",
    "toml": lambda pairs: "+++\n" + "".join(f"{name or 'a.b'} = {value or '[[['}\n" for name, value in pairs) + "+++\n",
    "strings": lambda pairs: "+++\n" + "".join(f"{name} = '''{value}'''\n" for name, value in pairs) + "+++\n",
    "json": lambda pairs: "{" + ", ".join(f'"{name}": "{value}"' for name, value in pairs) + "}\n",
    "none": lambda _: "",
}
bodies = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """Front matter and body; perhaps with bytes that are no UTF-8 somewhere, or cut short."""
    front = FRONT[draw(st.sampled_from(sorted(FRONT)))](draw(fields))
    page = (front + draw(bodies)).encode("utf-8", "surrogatepass")
    at = draw(st.integers(0, len(page)))
    return {
        "as it is": page,
        "cut": page[:at],
        "broken": page[:at] + draw(st.binary(min_size=1, max_size=3)) + page[at:],
        "half a character": page[:at] + b"\xed\xa0\x80" + page[at:],
        "in UTF-16": page.decode("utf-8", "replace").encode("utf-16"),
    }[draw(st.sampled_from(("as it is",) * 6 + ("cut", "broken", "half a character", "in UTF-16")))]


def site(folder: Path, data: bytes) -> Path:
    (folder / "sessions").mkdir(exist_ok=True)
    (folder / "program.toml").write_text('[event]\ntitle = "C"\ntimezone = "Asia/Shanghai"\n\n[[venues]]\nname = "Main Hall"\n')
    (folder / "sessions/other.md").write_text(
        "---\ntitle: Other\ndate: 2026-10-15\nstart: 9:00\nend: 10:00\nspeaker: Ada Brook\n---\n"
    )
    (folder / "sessions/page.md").write_bytes(data)
    return folder


def hold(outcome: Outcome) -> None:
    """What holds of every outcome: each problem says something, at a place that there is."""
    assert outcome.problems or outcome.program is not None
    for problem in outcome.problems:
        assert problem.message
        assert problem.help
        for span in (problem.span, *problem.related):
            source = outcome.sources.get(span.path)
            if source is not None:
                assert 1 <= span.line <= span.end_line <= source.text.count("\n") + 1
                assert (span.line, span.column) <= (span.end_line, span.end_column)
                assert span.end_column <= len(source.line(span.end_line)) + 1


@given(pages())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_a_program_or_problems_in_their_places(tmp_path: Path, data: bytes):
    hold(check(site(tmp_path, data)))


@given(pages())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_has_no_error_is_published(tmp_path: Path, data: bytes):
    outcome = build(site(tmp_path, data), tmp_path / "output")
    hold(outcome)
    assert failed(outcome.problems, strict=False) or outcome.artifacts


@pytest.mark.parametrize(
    "data",
    [
        "---\n标题: 潮\x1b\n---\n".encode(),
        ("+++\ntitle = " + "[" * 900 + "]" * 900 + "\n+++\n").encode(),
        ("+++\ntitle = " + "9" * 5000 + "\n+++\n").encode(),
        ("+++\n" + "a." * 900 + "b = 1\n+++\n").encode(),
    ],
    ids=["a control character behind wide ones", "deep arrays", "a huge number", "a deep key"],
)  # fmt: skip
def test_what_once_broke_the_reading_is_a_problem(tmp_path: Path, data: bytes):
    outcome = check(site(tmp_path, data))
    hold(outcome)
    assert [(problem.span.path, problem.kind()) for problem in outcome.problems] == [("sessions/page.md", "broken-front-matter")]


def test_a_field_for_the_day_with_no_day_in_it_is_no_posting(tmp_path: Path):
    page = '---\ntitle: Tides\ndate: "2026-00-16"\n---\nDate: Friday, Oct. 16, 2026\nTime: 9:00-10:00\n'
    outcome = check(site(tmp_path, page.encode()))
    hold(outcome)
    assert [f"{problem.span.line} {problem.kind()}" for problem in outcome.problems] == ["3 ambiguous-time"]
