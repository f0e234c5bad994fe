"""`check --fix` and `tidy` as a person meets them on the command line."""

from pathlib import Path

import pytest

from pipeline.cli import main

CONFIGURATION = '[event]\ntitle = "Waterways 2026"\ntimezone = "Asia/Shanghai"\n\n[[venues]]\nname = "Main Hall"\n'
PAGE = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
---

Monday, Oct. 15, 2026
------

<div class="tip">Localtion: Main Hall</div>
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/program.toml").write_text(CONFIGURATION, encoding="utf-8")
    page = tmp_path / "site/page.md"
    page.write_text(PAGE, encoding="utf-8")
    return page


def test_fix_tells_what_it_mended_then_what_is_left(page: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--fix", "--quiet", "site"]) == 0

    assert capsys.readouterr().out == (
        "fixed 2 slips\n"
        "  site/page.md:6:1: 'Monday' → 'Thursday' (weekday-date-mismatch)\n"
        "  site/page.md:9:18: 'Localtion' → 'Location' (misspelt label)\n\n"
    )
    assert page.read_text(encoding="utf-8") == PAGE.replace("Monday", "Thursday").replace("Localtion", "Location")
    assert main(["check", "--fix", "--quiet", "site"]) == 0
    assert capsys.readouterr().out == ""


def test_a_report_for_programs_is_not_disturbed(page: Path, capsys: pytest.CaptureFixture[str]):
    assert page.exists()
    assert main(["check", "--fix", "--quiet", "--format", "github", "site"]) == 0

    shown = capsys.readouterr()
    assert (shown.out, shown.err.splitlines()[0]) == ("", "fixed 2 slips")


def test_without_fix_nothing_is_changed(page: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--quiet", "site"]) == 0

    assert "fixed" not in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == PAGE


def test_tidy_shows_a_diff_and_writes_only_when_asked(page: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["tidy", "site/page.md"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("--- a/site/page.md\n+++ b/site/page.md\n@@ ")
    assert shown.err == ""
    assert page.read_text(encoding="utf-8") == PAGE

    assert main(["tidy", "--write", "site/page.md"]) == 0
    assert capsys.readouterr().out == shown.out
    assert page.read_text(encoding="utf-8").startswith("---\ntitle: Rivers\nkind: session\ndate: 2026-10-15\n")

    assert main(["tidy", "site/page.md"]) == 0
    assert capsys.readouterr().out == ""


def test_a_page_that_cannot_be_tidied_is_a_problem(page: Path, capsys: pytest.CaptureFixture[str]):
    page.write_text("---\ntitle: [Rivers\n---\n", encoding="utf-8")

    assert main(["tidy", "site/page.md"]) == 1
    assert capsys.readouterr().err == "site/page.md: left as it is: it has errors; 'check' says which\n"


def test_no_page_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    assert main(["tidy", "nowhere.md"]) == 2
    assert capsys.readouterr().err.startswith("confbook: there is no page 'nowhere.md'\n  help: ")
