"""``action.yml``: each step's script runs as GitHub's runner would run it, on a small site, against a published conference."""

from pathlib import Path

import pytest

from tests.ci.runner import ACTION, PAGE, STEPS, Job, evaluated, filled, step

DEFAULTS = {f"inputs.{name}": str(about.get("default", "")) for name, about in ACTION["inputs"].items()}


@pytest.fixture
def job(checkout: Path, action: Path) -> Job:
    """A prepared job on a checkout."""
    made = Job(checkout, {**DEFAULTS, "inputs.publish": "false"})
    assert made.run(step("prepare"), action) == 0
    return made


def write(job: Job, **facts: str) -> None:
    (job.folder / "content/rivers.md").write_text(PAGE.format(**facts))


def build(job: Job, action: Path, **inputs: str) -> int:
    job.context |= {f"inputs.{name}": value for name, value in inputs.items()}
    return job.run(step("build"), action)


def test_the_caches_have_places_and_a_key(job: Job):
    made = {name: job.context[f"steps.prepare.outputs.{name}"] for name in ("packages", "made", "lock")}
    temp = job.folder / ".runner/temp/confbook"
    assert (made["packages"], made["made"], len(made["lock"])) == (str(temp / "packages"), str(temp / "made"), 40)
    caches = [one["with"] for one in STEPS if one.get("uses", "").startswith("actions/cache@")]
    assert [filled(one["path"], job.context) for one in caches] == [made["packages"], made["made"]]


def test_a_pull_request_before_anything_is_online_is_a_proof(job: Job, action: Path):
    assert build(job, action) == 0
    assert job.commands() == []
    assert (job.folder / "output/index.html").is_file()
    assert "This is the first edition: 1 session" in job.summary
    assert Path(job.context["steps.build.outputs.report"]).read_text() == job.summary


def test_nothing_online_publishes_only_if_it_is_said_to_be_the_first(job: Job, action: Path):
    assert build(job, action, publish="true") == 1
    ((name, properties, message),) = job.commands()
    assert (name, properties.rpartition(",")[2]) == ("error", "title=E806 unreachable-edition")
    assert "build with --first" in message
    assert not (job.folder / "output").exists()
    assert "❌ Nothing can be published: 1 error." in job.summary
    assert build(job, action, publish="true", first="true") == 0
    assert (job.folder / "output/program.json").is_file()


def test_what_changes_is_told_and_pages_command_nobody(job: Job, action: Path):
    assert build(job, action, publish="true", first="true") == 0
    (job.folder / "output").rename(job.folder.parent / "live/2026")
    write(job, title='"Rivers @all ##[error]3 %0A::error::4"', start="10:00", venue='"::error::5 ##[add-mask]6"')
    assert build(job, action, publish="false", first="false", strict="true") == 1
    taken = {(name, properties.partition(",")[0]) for name, properties, _ in job.commands()}
    assert taken == {("warning", "file=content/rivers.md")}
    assert build(job, action, strict="false") == 0
    told = job.summary.partition("### What attendees will see change")[2].partition("###")[0]
    assert told.split("\n")[2:4] == [
        r"- **Rivers @&#8203;all \#&#8203;\#&#8203;\[error\]3 %0A::&#8203;error::4**",
        "  - Other time: 2026-10-15 09:00–12:00 → 10:00–12:00",
    ]


# --- when what is done ---

MAIN = {"github.ref_name": "main", "github.event.repository.default_branch": "main"}


@pytest.mark.parametrize(
    ("event", "publishes"),
    [
        ({**MAIN, "github.event_name": "push"}, True),
        ({**MAIN, "github.event_name": "workflow_dispatch"}, True),
        ({**MAIN, "github.event_name": "push", "github.ref_name": "draft"}, False),
        ({**MAIN, "github.event_name": "pull_request", "github.ref_name": "7/merge"}, False),
        ({"github.event_name": "schedule", "github.ref_name": "main"}, False),
    ],
)
def test_only_the_main_branch_publishes(event: dict[str, str], *, publishes: bool):
    (expression,) = (ACTION["inputs"]["publish"]["default"].strip().removeprefix("${{").removesuffix("}}"),)
    assert evaluated(expression, event) is publishes


@pytest.mark.parametrize(("head", "writes"), [("octo/waters", True), ("stranger/waters", False)])
def test_a_fork_gets_no_comment(head: str, *, writes: bool):
    pull = {"github.event_name": "pull_request", "github.repository": "octo/waters", "steps.build.outputs.report": "report.md"}
    context = {**DEFAULTS, **pull, "github.event.pull_request.head.repo.full_name": head}
    assert evaluated(step("comment.py")["if"], context) is writes


def test_a_proof_is_kept_and_an_edition_is_handed_to_pages():
    uploads = {one["uses"].partition("@")[0]: one["if"] for one in STEPS if "upload" in one.get("uses", "")}
    for publish in ("true", "false"):
        done = {name for name, condition in uploads.items() if evaluated(condition, {"inputs.publish": publish})}
        assert done == {"actions/upload-pages-artifact" if publish == "true" else "actions/upload-artifact"}
