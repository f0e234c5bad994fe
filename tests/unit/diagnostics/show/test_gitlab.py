"""Problems as GitLab's report on code quality."""

import json

from pipeline.diagnostics.show import show
from pipeline.source import Span


def test_a_problem_is_a_finding(report, sighting):
    (finding,) = json.loads(show(report(sighting(Span("sessions/x.md", 2, 11, 2, 15), "2ish")), "gitlab"))
    assert len(finding.pop("fingerprint")) == 64
    assert finding == {
        "description": "saw '2ish' (look again)",
        "check_name": "Z901 sighting",
        "severity": "minor",
        "location": {"path": "content/sessions/x.md", "lines": {"begin": 2}},
    }


def test_an_error_is_critical(report, duplicate):
    (finding,) = json.loads(show(report(duplicate), "gitlab"))
    assert finding["severity"] == "critical"


def test_a_finding_is_known_again_where_its_line_has_moved_and_each_is_its_own(report, sighting):
    def fingerprints(*lines: int) -> list[str]:
        problems = [sighting(Span("sessions/x.md", line, 1, line, 2), "2ish") for line in lines]
        return [one["fingerprint"] for one in json.loads(show(report(*problems), "gitlab"))]

    before, after = fingerprints(1, 2), fingerprints(7, 9)
    assert before == after
    assert len({*before}) == 2


def test_without_problems_it_is_an_empty_list(report):
    assert json.loads(show(report(), "gitlab")) == []
