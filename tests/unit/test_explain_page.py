"""``explain-page``: how a page was read, as a person reads it on a terminal."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.cli import main

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "explain_page"
PAGE = "content/sessions/rivers.md"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The current folder, in it a copy of the golden site."""
    shutil.copytree(GOLDEN / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return tmp_path


@pytest.mark.usefixtures("site")
def test_each_fact_is_told_with_what_was_read_and_where_by_which_rule_and_what_lost(capsys):
    assert main(["explain-page", PAGE]) == 0
    assert capsys.readouterr() == ((GOLDEN / "expected.txt").read_text(encoding="utf-8"), "")


@pytest.mark.usefixtures("site")
def test_colours_change_nothing_else(capsys):
    main(["explain-page", PAGE])
    plain = capsys.readouterr().out
    main(["explain-page", PAGE, "--color", "always"])
    painted = capsys.readouterr().out
    assert painted.count("\x1b[") > 100
    bare = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.usefixtures("site")
def test_the_site_can_be_named(capsys):
    assert main(["explain-page", PAGE, "--site", "content"]) == 0
    assert capsys.readouterr().out.startswith("content/sessions/rivers.md\n\nthe session\n")


def test_a_page_of_a_hugo_site_is_found_in_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "content" / "schedule"
    pages.mkdir(parents=True)
    (tmp_path / "hugo.toml").write_text('title = "W"\ntimeZone = "Asia/Shanghai"\n')
    (pages / "rivers.md").write_text("---\ntitle: Rivers\ndate: 2026-10-15\n---\n")
    assert main(["explain-page", str(pages / "rivers.md")]) == 0
    assert capsys.readouterr().out.splitlines()[3].split() == ["title", "Rivers", "2:8", "stated-once"]


def test_a_page_alone_is_a_site(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("rivers.md").write_text("---\ntitle: Rivers\ntime: 11–1pm\ndate: 2026-10-15\n---\n")
    assert main(["explain-page", "rivers.md"]) == 1
    assert " error C601 missing-timezone: " in capsys.readouterr().out
    assert main(["explain-page", "rivers.md", "--timezone", "Asia/Shanghai"]) == 0
    hours = next(line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("  hours"))
    assert hours == ["hours", "11:00–13:00", "3:7", "one-sense,", "inferred"]


def test_an_error_on_the_page_is_told_with_it(site, capsys):
    (site / PAGE).write_text("---\ntitle: [Rivers\n---\n")
    (site / "content/sessions/lakes.md").write_text("---\ntitle: Lakes\n---\n")
    assert main(["explain-page", PAGE]) == 1
    out = capsys.readouterr().out
    assert "No session was made of this page" in out
    assert " error P102 " in out


def test_another_pages_problems_are_not_told(site, capsys):
    (site / "content/sessions/lakes.md").write_text("---\ntitle: [Lakes\n---\n")
    assert main(["explain-page", PAGE]) == 0
    assert "lakes.md" not in capsys.readouterr().out


def test_what_would_steer_a_terminal_is_made_visible(site, capsys):
    (site / PAGE).write_text('---\ntitle: "Rivers \\e[31m\\u202e"\ndate: 2026-10-15\n---\n')
    main(["explain-page", PAGE])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("words", [["nowhere.md"], ["content"], ["content/program.toml"], [PAGE, "--site", "content/sessions/no"]])
def test_what_is_no_page_of_a_site_is_wrong_usage(words, capsys):
    assert main(["explain-page", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("confbook: "), "\n  help: " in err) == ("", True, True)


def test_what_a_page_says_in_each_language_is_told(site, capsys):
    (site / PAGE).write_text("---\ntitle: Rivers\ntitle_zh: 河流\ndate: 2026-10-15\n---\n")
    assert main(["explain-page", PAGE]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()[3:5]] == [
        ["title", "Rivers", "2:8", "stated-once"],
        ["title", "河流", "3:11", "in-each-language,", "zh"],
    ]


def test_a_translation_is_explained_with_the_session_that_it_translates(site, capsys):
    (site / PAGE.replace(".md", ".zh.md")).write_text("---\ntitle: 河流\n---\n")
    assert main(["explain-page", PAGE.replace(".md", ".zh.md")]) == 0
    assert ["title", "河流", "2:8", "in-each-language,", "zh"] in [line.split() for line in capsys.readouterr().out.splitlines()]
