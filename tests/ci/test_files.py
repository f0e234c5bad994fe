"""The files for CI services: valid by the services' own schemas, and nothing that others name reaches a shell as code."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from pipeline import __version__
from tests.ci.runner import ACTION, ROOT, STEPS

SCHEMAS = {
    "action.yml": ("vendor.github-actions",),
    "templates/ci/github.yml": ("vendor.github-workflows",),
    "templates/ci/gitlab.yml": ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}


@pytest.mark.parametrize("file", SCHEMAS)
def test_a_file_is_as_its_service_wants_it(file: str, missing):
    if find_spec("check_jsonschema") is None:
        missing("check-jsonschema is not installed here")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *SCHEMAS[file], str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_input_is_used_and_there():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])


def test_no_script_has_an_expression_in_it():
    assert [one["run"] for one in STEPS if "run" in one and "${{" in one["run"]] == []


def test_a_workflow_gives_no_more_rights_than_its_jobs_need():
    workflow = yaml.safe_load((ROOT / "templates/ci/github.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "program": {"contents": "read", "pull-requests": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    # A pull request's pages are read with its own rights: YAML reads the key "on" as true.
    assert set(workflow[True]) == {"pull_request", "push", "workflow_dispatch"}


@pytest.mark.parametrize("file", [file for file in SCHEMAS if file != "action.yml"])
def test_a_file_names_the_version_that_it_comes_with(file: str):
    assert set(re.findall(r"v(\d+\.\d+\.\d+)", Path(ROOT, file).read_text(encoding="utf-8"))) == {__version__}
