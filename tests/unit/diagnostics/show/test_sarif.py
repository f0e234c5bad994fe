"""Problems as SARIF 2.1.0."""

import json
from typing import Any

from pipeline.diagnostics.catalogue import KINDS, explanation
from pipeline.diagnostics.program import DuplicateIdentity
from pipeline.diagnostics.show import Report, show
from pipeline.source import Span


def _run(report: Report) -> dict[str, Any]:
    log = json.loads(show(report, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_rules_are_the_catalogue(report):
    driver = _run(report())["tool"]["driver"]

    assert [rule["id"] for rule in driver["rules"]] == [kind.code for kind in KINDS]
    assert driver["rules"][KINDS.index(DuplicateIdentity)] == {
        "id": "S406",
        "name": "DuplicateIdentity",
        "shortDescription": {"text": "Two sessions have one identity."},
        "fullDescription": {"text": explanation(DuplicateIdentity)},
        "defaultConfiguration": {"level": "error"},
    }


def test_columns_count_code_points(report):
    assert _run(report())["columnKind"] == "unicodeCodePoints"


def test_a_result_names_its_rule_and_its_places(report, duplicate):
    (result,) = _run(report(duplicate))["results"]

    assert result == {
        "ruleId": "S406",
        "ruleIndex": KINDS.index(DuplicateIdentity),
        "level": "error",
        "message": {
            "text": "another session has the identity 'rivers' already\n"
            "give one of the two pages an 'id' of its own in its front matter, or rename its file"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/sessions/x.md"},
                    "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 5},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/sessions/a%2C%20b.md"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
                },
            }
        ],
    }


def test_addresses_are_percent_encoded(report):
    def uri(path: str, root: str) -> str:
        problem = DuplicateIdentity(Span(path), "x", Span("x.md"))
        (result,) = _run(report(problem, root=root))["results"]
        return str(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])

    assert uri("会议/a b#1?.md", "content") == "content/%E4%BC%9A%E8%AE%AE/a%20b%231%3F.md"
    assert uri("x:y.md", "") == "x%3Ay.md"
    assert uri("x.md", "/srv/site") == "file:///srv/site/x.md"
    assert uri("../config.toml", "site/content") == "site/config.toml"
