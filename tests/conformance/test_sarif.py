"""SARIF logs against the schema of the OASIS standard."""

import json
from pathlib import Path

import jsonschema

from pipeline.build import check
from pipeline.diagnostics import examples
from pipeline.diagnostics.catalogue import KINDS
from pipeline.diagnostics.show import Report, show

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests/data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def slips(site: Path) -> list[str]:
    outcome = check(site, today=examples.TODAY)
    report = Report(outcome.problems, outcome.sources, outcome.waived, root="会议 site#1")
    return [error.message for error in VALIDATOR.iter_errors(json.loads(show(report, "sarif")))]


def test_the_schema_notices_slips():
    assert [error.message for error in VALIDATOR.iter_errors({"version": "2.1.0"})] == ["'runs' is a required property"]


def test_a_log_of_the_demonstration_conference_follows_the_standard():
    assert slips(ROOT / "content") == []


def test_a_log_of_every_kind_of_problem_follows_the_standard(tmp_path):
    """All examples in one site: errors, warnings, problems of whole files, with and without further places."""
    for kind in KINDS:
        for source in examples.read(kind.example).files if kind.example else ():
            path = tmp_path / (source.path if source.path == "program.toml" else f"{kind.code}/{source.path}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source.text, encoding="utf-8")

    assert slips(tmp_path) == []


def test_a_log_without_problems_follows_the_standard():
    assert list(VALIDATOR.iter_errors(json.loads(show(Report(()), "sarif")))) == []


def test_a_waived_warning_is_a_suppressed_result(tmp_path):
    (tmp_path / "page.md").write_text(
        "---\ntitle: A\ndate: 2026-10-15\nstart: 09:00\nend: 10:00\nvenue: Tent\n---\n", encoding="utf-8"
    )
    (tmp_path / "program.toml").write_text(
        '[event]\ntitle = "T"\ntimezone = "Asia/Shanghai"\n[[venues]]\nname = "Hall"\n'
        '[[waivers]]\ncode = "V301"\nreason = "a tent has no name"\nuntil = 2026-10-20\n',
        encoding="utf-8",
    )
    outcome = check(tmp_path, today=examples.TODAY)
    log = json.loads(show(Report(outcome.problems, outcome.sources, outcome.waived), "sarif"))

    assert list(VALIDATOR.iter_errors(log)) == []
    assert [(result["ruleId"], result.get("suppressions")) for result in log["runs"][0]["results"]] == [
        ("V301", [{"kind": "external", "justification": "a tent has no name (until 2026-10-20)"}])
    ]
