"""Waivers: what they accept, and what is said of waivers that are wrong, over or of no use."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.build import Outcome, build, check
from pipeline.cli import main
from pipeline.diagnostics import failed

EVENT = '[event]\ntitle = "Rivers"\ntimezone = "Asia/Shanghai"\n\n[[venues]]\nname = "Main Hall"\n'
PAGE = "---\ntitle: {title}\ndate: 2026-10-15\nstart: 09:00\nend: 10:00\nvenue: {venue}\n---\n"
GOOD = '[[waivers]]\ncode = "V301"\nreason = "a tent has no name"\nuntil = 2026-10-20\n'
TODAY = date(2026, 10, 1)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder ``content`` with two pages of one unknown venue, as the current folder's only one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    content = tmp_path / "content"
    content.mkdir()
    (content / "rivers.md").write_text(PAGE.format(title="Rivers", venue="Tent"), encoding="utf-8")
    (content / "lakes.md").write_text(PAGE.format(title="Lakes", venue="Boat"), encoding="utf-8")
    return content


def _checked(site: Path, waivers: str, today: date | None = TODAY) -> Outcome:
    (site / "program.toml").write_text(EVENT + waivers, encoding="utf-8")
    return check(site, today=today)


def _said(outcome: Outcome) -> list[str]:
    return [f"{one.code} {one.span.path}" for one in outcome.problems]


def _waived(outcome: Outcome) -> list[str]:
    return [f"{one.problem.code} {one.problem.span.path}" for one in outcome.waived]


BOTH = ["V301 lakes.md", "V301 rivers.md"]


def test_without_waivers_all_is_reported(site):
    assert (_said(_checked(site, "")), _waived(_checked(site, ""))) == (BOTH, [])


@pytest.mark.parametrize("code", ["V301", "v301", "unknown-venue"])
def test_a_kind_is_waived_by_its_code_or_name(site, code):
    outcome = _checked(site, GOOD.replace("V301", code))
    assert (_said(outcome), sorted(_waived(outcome))) == ([], BOTH)
    assert not failed(outcome.problems, strict=True)


@pytest.mark.parametrize(
    "narrowed",
    ['path = "rivers.md"', 'path = "content/rivers.md"', 'path = "r*.md"', "words = \"'Tent'\"", 'path = "*"\nwords = "Tent"'],
)
def test_a_path_and_words_narrow_it(site, narrowed):
    outcome = _checked(site, f"{GOOD}{narrowed}\n")
    assert (_said(outcome), _waived(outcome)) == (["V301 lakes.md"], ["V301 rivers.md"])


@pytest.mark.parametrize("narrowed", ['path = "rivers"', 'words = "tent"', 'path = "rivers.md"\nwords = "Boat"'])
def test_a_waiver_that_nothing_needs_is_a_problem(site, narrowed):
    outcome = _checked(site, f"{GOOD}{narrowed}\n")
    assert (_said(outcome), _waived(outcome)) == ([*BOTH[:1], "C610 program.toml", *BOTH[1:]], [])


def test_a_waiver_holds_through_its_last_day_and_is_a_problem_after_it(site):
    assert _said(_checked(site, GOOD, date(2026, 10, 20))) == []
    outcome = _checked(site, GOOD, date(2026, 10, 21))
    assert (_said(outcome), _waived(outcome)) == ([*BOTH[:1], "C609 program.toml", *BOTH[1:]], [])


def test_without_a_day_no_waiver_has_run_out(site):
    assert _said(_checked(site, GOOD, None)) == []


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        (GOOD.replace('reason = "a tent has no name"\n', ""), "this waiver has no 'reason'; it waives nothing"),
        ('[[waivers]]\ncode = "V301"\n', "this waiver has no 'reason' and no 'until'; it waives nothing"),
        (GOOD.replace("a tent has no name", " "), "this waiver has no 'reason'; it waives nothing"),
        (GOOD.replace("V301", "S406"), "S406 duplicate-identity cannot be waived: it is an error"),
        (GOOD.replace("V301", "C610"), "C610 unused-waiver cannot be waived: it judges the waivers themselves"),
        (GOOD.replace("V301", "V3O1"), "there is no kind of problem 'V3O1'"),
        (GOOD.replace("2026-10-20", '"next week"'), "'until' must be a day as 2026-11-30"),
    ],
)
def test_a_waiver_that_is_wrong_is_a_problem_and_waives_nothing(site, waiver, message):
    outcome = _checked(site, waiver)
    assert [one.message for one in outcome.problems if one.code.startswith("C")] == [message]
    assert [code for code in _said(outcome) if code.startswith("V")] == BOTH


def test_an_error_is_reported_whatever_is_waived(site):
    (site / "broken.md").write_text("---\ntitle: [Lakes\n---\n", encoding="utf-8")
    assert "P102 broken.md" in _said(_checked(site, GOOD.replace("V301", "P102")))


def test_a_published_program_does_not_state_what_is_waived(site, tmp_path):
    (site / "program.toml").write_text(EVENT + GOOD, encoding="utf-8")
    outcome = build(site, tmp_path / "output", strict=True, today=TODAY)
    facts = json.loads((tmp_path / "output/program.json").read_text(encoding="utf-8"))
    assert (sorted(_waived(outcome)), facts["problems"]) == (BOTH, [])


@pytest.mark.parametrize(("epoch", "said"), [("1790000000", ["V301", "V301"]), ("1800000000", ["C609"])])
def test_the_day_is_that_of_the_build(site, monkeypatch, capsys, epoch, said):
    (site / "program.toml").write_text(EVENT + GOOD, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    main(["check", "--quiet", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    found = [one["code"] for one in report["waived"]] or [one["code"] for one in report["problems"] if one["code"][0] == "C"]
    assert found == said


def test_reports_list_what_is_waived_with_its_reason(site, capsys):
    (site / "program.toml").write_text(EVENT + GOOD.replace("2026-10-20", "2999-01-01"), encoding="utf-8")
    main(["check", "--format", "json"])
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert report["problems"] == []
    assert [(one["path"], one["reason"], one["until"]) for one in report["waived"]] == [
        ("content/lakes.md", "a tent has no name", "2999-01-01"),
        ("content/rivers.md", "a tent has no name", "2999-01-01"),
    ]
    assert "  no problems, 2 waived, " in err
