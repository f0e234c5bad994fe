"""Problems as JSON."""

import json

from pipeline.diagnostics.show import show
from pipeline.source import Span


def test_every_fact_of_a_problem_is_there(report, sighting, duplicate):
    problem = sighting(Span("sessions/x.md", 1, 9, 1, 11), "河流")

    assert json.loads(show(report(problem, duplicate), "json")) == {
        "schema": "confbook/problems/1",
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "code": "Z901",
                "name": "sighting",
                "severity": "warning",
                "path": "content/sessions/x.md",
                "line": 1,
                "column": 9,
                "end_line": 1,
                "end_column": 11,
                "message": "saw '河流'",
                "help": "look again",
                "related": [],
            },
            {
                "code": "S406",
                "name": "duplicate-identity",
                "severity": "error",
                "path": "content/sessions/x.md",
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 5,
                "message": "another session has the identity 'rivers' already",
                "help": "give one of the two pages an 'id' of its own in its front matter, or rename its file",
                "related": [{"path": "content/sessions/a, b.md", "line": 3, "column": 5, "end_line": 3, "end_column": 9}],
            },
        ],
        "waived": [],
    }


def test_a_run_without_problems_is_an_empty_list(report):
    assert json.loads(show(report(), "json")) == {
        "schema": "confbook/problems/1",
        "errors": 0,
        "warnings": 0,
        "problems": [],
        "waived": [],
    }
