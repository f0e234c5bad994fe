"""The report on a run, as a pull request shows it."""

from pathlib import Path

import pytest

from pipeline.build import Outcome
from pipeline.cli import main
from pipeline.diagnostics.edition import ReusedIdentity
from pipeline.diagnostics.show import Report
from pipeline.emit import EMITTERS
from pipeline.report import run_report
from pipeline.source import Span
from pipeline.summary import Run

CONFIGURATION = (
    '[event]\ntitle = "Waters @all"\ntimezone = "Asia/Shanghai"\ndays = [2026-10-15]\n\n[[venues]]\nname = "Main Hall"\n'
)
PAGE = (
    "---\ntitle: {title}\ndate: 2026-10-15\nstart: {start}\nend: 12:00\nvenue: {venue}\nspeaker: Ada {title}\n---\n\nOn {title}.\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, in it a site with a page; builds of it make no booklet, which takes the most time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pipeline.build.EMITTERS", tuple(one for one in EMITTERS if one[0] != "booklet"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "content").mkdir()
    (tmp_path / "content/program.toml").write_text(CONFIGURATION)
    write("Rivers")
    return tmp_path


def write(title: str, start: str = "09:00", venue: str = "Main Hall") -> None:
    Path("content", f"{title.lower()}.md").write_text(PAGE.format(title=title, start=start, venue=venue))


def report(*words: str) -> list[str]:
    main([*words, "--quiet", "--report", "made/report.md"])
    return Path("made/report.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.usefixtures("site")
def test_a_first_edition_says_so():
    assert report("build") == [
        "## Waters @&#8203;all",
        "",
        "✅ No problems.",
        "",
        "### What attendees will see change",
        "",
        "This is the first edition: 1 session, and no edition before it to compare with.",
    ]


@pytest.mark.usefixtures("site")
def test_changes_are_those_since_the_edition_before():
    report("build")
    write("Rivers", start="08:00")
    report("build")
    write("Ponds", start="08:30", venue="Moor")
    told = r'if the name is right, add to program.toml:<br>\[\[venues\]\]<br>name = "Moor"'
    assert report("build")[2:] == [
        "⚠️ 1 warning.",
        "",
        "### What attendees will see change",
        "",
        "- **Ponds**",
        "  - New",
        "",
        "### Problems",
        "",
        f"- ⚠️ **V301** content/ponds.md:6:8: venue 'Moor' is not listed in program.toml<br>{told}",
    ]
    assert "Nothing." in report("build")


@pytest.mark.usefixtures("site")
def test_where_nothing_can_be_published_only_the_problems_are_told():
    Path("content/lakes.md").write_text("---\ntitle: [Lakes\n---\n")
    said = report("build")
    assert said[:5] == ["## Waters @&#8203;all", "", "❌ Nothing can be published: 1 error.", "", "### Problems"]
    assert said[6].startswith("- ❌ **P102** content/lakes.md:2:8: ")


@pytest.mark.usefixtures("site")
def test_warnings_that_are_forbidden():
    write("Ponds", venue="Moor")
    assert report("check", "--strict")[2] == "❌ Nothing can be published: 1 warning, which is forbidden here."


def test_a_report_has_a_largest_size_and_errors_come_first():
    problems = tuple(ReusedIdentity(Span("a.md", line), "@" * 400, "x") for line in range(1, 1000))
    made = run_report(Run(Outcome(problems), None, 0.0), Report(problems)).data.decode()
    assert len(made) < 30_000
    assert made.endswith(f"… and {999 - made.count('E805')} more lines.\n")
