"""The JSON Schemas: right as schemas, in step with the reader, and true of what is written and published."""

import json
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pipeline import schema
from pipeline.build import build, check
from pipeline.cli import main
from pipeline.compare import compare
from pipeline.config import read_config
from pipeline.diagnostics import examples
from pipeline.emit import calendar
from pipeline.emit.data import program_json
from pipeline.extract.front_matter.params import NAMES
from pipeline.settings import TABLES
from pipeline.source import Source

ROOT = Path(__file__).parents[2]


class Yaml12(yaml.SafeLoader):
    """Types as editors see them, by YAML 1.2: ``2026-10-15`` and ``14:00`` are text."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":int", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), list("-+0123456789"))


def slips(name: str, document: object) -> list[str]:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(schema.SCHEMAS[name](), format_checker=checker)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def toml(text: str) -> Any:
    return json.loads(json.dumps(tomllib.loads(text), default=str))


def parts(node: object) -> list[dict[str, Any]]:
    """Every schema within a schema."""
    if isinstance(node, list):
        return [part for item in node for part in parts(item)]
    return [node, *(part for item in node.values() for part in parts(item))] if isinstance(node, dict) else []


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_it_is_a_schema_of_draft_2020_12_and_its_examples_follow_it(name):
    whole = schema.SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(whole)
    told = [part for part in parts(whole) if isinstance(part.get("examples"), list) and "description" in part]
    assert len(told) > 1
    for part in told:
        own = {**part, "$defs": whole.get("$defs", {})}
        assert [list(jsonschema.Draft202012Validator(own).iter_errors(example)) for example in part["examples"]] == [[]]


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_the_command_prints_the_file_that_is_shipped(name, capsys):
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == (ROOT / "schemas" / schema.FILES[name]).read_text(encoding="utf-8")


# --- program.toml ---


def test_the_demonstration_conference_s_configuration_follows_it():
    assert slips("program", toml((ROOT / "content/program.toml").read_text(encoding="utf-8"))) == []
    assert slips("program", toml(examples.CONFIGURATION)) == []


def test_every_setting_s_example_is_read_without_a_problem():
    lines = []
    for name, table in TABLES.items():
        lines += [f"[[{name}]]" if table.many else f"[{name}]"]
        lines += [f"{key} = {json.dumps(setting.example, ensure_ascii=False)}" for key, setting in table.settings.items()]
    text = "\n".join(lines)
    config, problems = read_config(Source("program.toml", text), None)
    # A token that stands in a schema is nobody's secret: whoever copies it is told.
    assert ([problem.kind() for problem in problems], slips("program", toml(text))) == (["weak-token"], [])
    assert (len(config.venues), len(config.tracks), len(config.waivers), len(config.days)) == (1, 1, 1, 2)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ('[event]\ntitle = "T"\n', "$.event: 'timezone' is a required property"),
        ('[event]\ntimezone = "Z"\nadress = "x"\n', "$.event: Additional properties are not allowed ('adress' was unexpected)"),
        (
            '[event]\ntimezone = "Z"\n[[tracks]]\nname = "A"\ncolor = "red"\n',
            "$.tracks[0].color: 'red' does not match '^#[0-9a-fA-F]{6}$'",
        ),
        (
            '[event]\ntimezone = "Z"\n[[venues]]\nname = "A"\nlatitude = 100\n',
            "$.venues[0].latitude: 100 is greater than the maximum of 90",
        ),
        (
            '[event]\ntimezone = "Z"\n[[waivers]]\ncode = "V301"\nuntil = 2026-10-01\n',
            "$.waivers[0]: 'reason' is a required property",
        ),
    ],
)
def test_what_is_reported_of_a_configuration_an_editor_reports_as_well(text, slip):
    assert slips("program", toml(text)) == [slip]


# --- front matter ---


def _front_matter(path: Path) -> Any:
    text = path.read_text(encoding="utf-8-sig")
    return yaml.load(text.split("---")[1], Loader=Yaml12) if text.startswith("---") else {}  # noqa: S506 - a safe loader


PAGES = sorted((ROOT / "content/sessions").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_demonstration_conference_s_pages_follow_it(path):
    assert slips("front-matter", _front_matter(path)) == []


def test_every_name_that_is_read_is_known():
    properties = schema.SCHEMAS["front-matter"]()["properties"]
    assert set(properties) == {*NAMES, "talks"}
    assert [name for name in properties if not properties[name]["description"]] == []


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ["a", {"b": "c"}]},
        {"title": "T", "speakers": [{"affiliation": "no name"}]},
        {"title": "T", "talks": {"title": "not a list"}},
        {"title": "T", "talks": [{"title": "T", "start": {"hour": 9}}]},
    ],
)
def test_what_cannot_be_read_is_noticed(fields):
    assert slips("front-matter", fields) != []


# --- program.json ---


def test_a_published_program_follows_it():
    outcome = check(ROOT / "content")
    assert outcome.program is not None
    edition, problems = compare(outcome.program, None, datetime(2026, 9, 21, tzinfo=UTC), outcome.sources)
    published = program_json(edition, (*outcome.problems, *problems), calendar.emit(edition).artifacts)
    facts = json.loads(published.data)
    assert [len(facts[part]) > 0 for part in ("sessions", "feeds", "problems")] == [True, True, True]
    assert slips("output", facts) == []


def test_a_poor_program_follows_it(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "program.toml").write_text('[event]\ntimezone = "UTC"\n', encoding="utf-8")
    (site / "a.md").write_text("---\ntitle: A\ndate: 2026-10-15\ntalks: [B]\n---\n", encoding="utf-8")
    build(site, tmp_path / "output")
    facts = json.loads((tmp_path / "output/program.json").read_text(encoding="utf-8"))
    assert slips("output", facts) == []
    assert slips("output", {**facts, "sessions": [{**facts["sessions"][0], "title": ""}]}) == [
        "$.sessions[0].title: '' should be non-empty"
    ]
