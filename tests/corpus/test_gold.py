"""The real conferences beside the checkout, held against labels made by hand. Skipped, aloud, where they are not there."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.build import Outcome, build, check

SETS = ("seed", "mlstat-2023", "mlstat-2024")


def read(shared: Path, name: str) -> Outcome:
    return check(shared / "corpus" / name, timezone="Asia/Shanghai")


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_the_facts_are_those_of_the_labels_and_none_is_wrong(shared: Path, tmp_path: Path, name: str):
    outcome = build(shared / "corpus" / name, tmp_path / "output", timezone="Asia/Shanghai")
    assert outcome.artifacts
    command = [
        sys.executable,
        str(shared / "score.py"),
        str(tmp_path / "output/program.json"),
        str(shared / "gold" / name),
        "--min",
        "0.99",
    ]
    run = subprocess.run([*command, "--verbose"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert [line for line in run.stdout.splitlines() if ": wrong: " in line] == []


@pytest.mark.corpus
def test_the_seed_pages_slips_are_reported_where_they_stand(shared: Path):
    found = [f"{p.span.line}:{p.span.column} {p.kind()}" for p in read(shared, "seed").problems]
    assert found == [
        "8:1 weekday-date-mismatch",
        "8:1 dates-disagree",
        "25:15 unknown-venue",
        "31:25 placeholder",
        "36:9 missing-photo",
        "41:13 placeholder",
        "56:9 misplaced-picture",
        "1:1 missing-event-title",
    ]


@pytest.mark.corpus
def test_the_embodied_page_disagrees_with_itself_on_its_end(shared: Path):
    problems = [p for p in read(shared, "mlstat-2024").problems if p.kind() == "times-disagree"]
    assert [(p.span.path, p.span.line, p.span.column, p.message) for p in problems] == [
        ("content/Schedule/sessions/Embodied AI.md", 21, 11, "the page also says 15:45–16:15; 15:45–17:45 is used")
    ]
