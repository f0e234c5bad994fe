"""`confbook init` as a person meets it: in a folder, at a terminal and without one."""

import os
import pty
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from pipeline import __version__
from pipeline.build import check
from pipeline.cli import main
from pipeline.config import read_config
from pipeline.init.plan import Plan, Wanted, plan, write
from pipeline.init.show import next_steps
from pipeline.init.texts import workflow
from pipeline.refusal import PublishError
from pipeline.source import Source

ROOT = Path(__file__).resolve().parents[3]
HUGO = 'title = "Rivers 2026"\nbaseURL = "https://rivers.net/2026/"\n'
ABOUT = "---\ntitle: About\n---\n\n- Location: Kiel, Germany\n"
TALK = """\
---
title: {title}
date: {day}
start: 09:00
end: 10:00
venue: Boat House（船屋）
speaker: Ada Brook
---

An abstract about rivers.
"""
SETTINGS = """\
# The conference's program, for confbook: what the pages themselves do not say.
# Written by "confbook init"; it is yours now. The README explains every setting; "confbook schema program" lets an editor do so.

[event]
title = "Rivers 2026"
timezone = "Europe/Berlin"
languages = ["en"]
days = [2026-10-15, 2026-10-16]  # a session on another day is reported
# Where the cards are published: calendars link to it, and the next edition is compared with what stands there.
url = "https://rivers.net/2026/program/"  # hugo.toml:2, in a folder of the site
# subtitle = "…"
# place = "…"  # institution and city
# logo = "images/logo.png"

[content]
# The program's pages were found in ["content/talks"]. Only if that is wrong:
# sessions = ["sessions"]

# The venues that the pages name, with their other names. Take away the signs in front of those that you want to give an address, or a
# name of your own; join two that are one place. Once there is one here, a page that names a place not listed is reported.
#
# [[venues]]
# name = "Boat House（船屋）"
# aliases = ["Boat House", "船屋"]
# address = "…"
"""


@pytest.fixture
def hugo(tmp_path, monkeypatch):
    """The current folder, in it a repository that is a Hugo site with two talks, and a page that says where."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "TERM", "CI", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    files = {
        "site/hugo.toml": HUGO,
        "site/content/about.md": ABOUT,
        "site/content/talks/rivers.md": TALK.format(title="Rivers", day="2026-10-15"),
        "site/content/talks/lakes.md": TALK.format(title="Lakes", day="2026-10-16"),
        "site/.git/HEAD": "ref: refs/heads/main\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines that say what was found, each as its words."""
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines() if line.strip()]


def test_it_writes_the_settings_and_the_workflow_and_builds(hugo, capsys):
    before = _files(hugo)

    assert main(["init", "site", "--timezone", "Europe/Berlin"]) == 0
    after = _files(hugo)
    assert {name: data for name, data in after.items() if name in before} == before
    assert set(after) - set(before) == {"program.toml", ".github/workflows/program.yml"}
    assert after["program.toml"].decode() == SETTINGS
    assert Path("output/index.html").is_file()
    assert _told(capsys)[:10] == [
        "found a Hugo site (hugo.toml)",
        "program 2 pages in content/talks",
        "title Rivers 2026 (hugo.toml:1)",
        "time zone Europe/Berlin (--timezone)",
        "days 2026-10-15, 2026-10-16",
        "languages en",
        "venues Boat House（船屋）",
        "address https://rivers.net/2026/program/ (hugo.toml:2, in a folder of the site)",
        "writes site/program.toml",
        "writes site/.github/workflows/program.yml",
    ]


def test_without_a_terminal_the_guess_is_said_and_nothing_written(hugo, capsys):
    before = _files(hugo)

    assert main(["init", "site"]) == 2
    assert capsys.readouterr().err == (
        "confbook: nothing says in which time zone the conference takes place\n"
        "  help: add --timezone Europe/Berlin, if it is that one (content/about.md:5 says 'Germany')\n"
    )
    assert _files(hugo) == before


def test_at_a_terminal_enter_takes_the_guess(hugo):
    before = _files(hugo)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pipeline", "init", "site", "--dry-run"]
    with os.fdopen(ours, "wb", buffering=0) as keyboard:
        keyboard.write(b"\n")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
        done = subprocess.run(command, stdin=theirs, capture_output=True, env=environment, check=True)
        os.close(theirs)

    asked = "In which time zone does the conference take place? (content/about.md:5 says 'Germany') (Europe/Berlin)"
    assert done.stderr.decode().strip() == asked
    assert "".join(f"    {line}".rstrip() + "\n" for line in SETTINGS.splitlines()) in done.stdout.decode()
    assert _files(hugo) == before


@pytest.mark.usefixtures("hugo")
@pytest.mark.parametrize(("about", "reason"), [("Ann Arbor, USA", " (content/about.md:1 says 'USA')"), ("By the river", "")])
def test_where_nothing_tells_the_zone_none_is_proposed(capsys, about, reason):
    Path("site/content/about.md").write_text(about)

    assert main(["init", "site"]) == 2
    assert capsys.readouterr().err.splitlines()[1] == f"  help: add it, as in --timezone Europe/Berlin{reason}"


@pytest.mark.usefixtures("hugo")
def test_a_zone_that_the_generator_names_is_taken(capsys):
    Path("site/hugo.toml").write_text(HUGO + 'timeZone = "Europe/Oslo"\n')

    assert main(["init", "site", "--dry-run"]) == 0
    assert _told(capsys)[3] == "time zone Europe/Oslo (hugo.toml:3)"


def test_what_is_there_is_kept(hugo, capsys):
    (hugo / "program.toml").write_text('[event]\ntitle = "Ours"\ntimezone = "Asia/Tokyo"\n')
    (hugo / ".github/workflows").mkdir(parents=True)
    (hugo / ".github/workflows/program.yml").symlink_to("nowhere")
    before = _files(hugo)

    assert main(["init", "site", "--dry-run"]) == 0
    assert _told(capsys)[2:] == [
        "keeps site/program.toml, which is there",
        "keeps site/.github/workflows/program.yml, which is there",
    ]
    write(plan(hugo, Wanted()))
    assert _files(hugo) == before
    assert (hugo / ".github/workflows/program.yml").is_symlink()


@pytest.mark.parametrize("make", [lambda path: path.write_text("ours"), lambda path: path.symlink_to("nowhere")])
def test_a_file_that_has_come_meanwhile_is_not_written_over(hugo, make):
    planned = plan(hugo, Wanted(timezone="Europe/Berlin"))
    make(hugo / "program.toml")
    before = _files(hugo)

    with pytest.raises(PublishError, match=r"^cannot write .*program.toml: File exists$"):
        write(planned)
    assert _files(hugo) == before


def test_the_next_build_is_named_with_its_folders():
    told = next_steps(Plan((), (), ()), "a site", "out")

    assert told.splitlines()[-1] == "  From now on: confbook build 'a site' --output out"


def test_settings_in_the_content_folder_are_kept_too(hugo):
    (hugo / "content/program.toml").write_text('[event]\ntitle = "Ours"\ntimezone = "Asia/Tokyo"\n')

    assert main(["init", "site", "--dry-run"]) == 0
    assert not (hugo / "program.toml").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--timezone", "Europe/Berlni"], "there is no time zone 'Europe/Berlni'"),
        (["--output", "site", "--timezone", "Europe/Berlin"], "the output folder {site} holds the site itself"),
    ],
)
def test_nothing_is_written_where_it_cannot_go_on(hugo, capsys, words, message):
    before = _files(hugo)

    assert main(["init", "site", *words]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == ("", f"confbook: {message.format(site=hugo)}")
    assert _files(hugo) == before


@pytest.mark.usefixtures("hugo")
def test_a_folder_without_a_program_is_left_alone(capsys):
    Path("empty").mkdir()

    assert main(["init", "empty"]) == 2
    assert capsys.readouterr().err.startswith("confbook: 'empty' has no pages of a program\n  help: ")
    assert list(Path("empty").iterdir()) == []


@pytest.mark.usefixtures("hugo")
def test_days_with_a_gap_are_only_suggested(capsys):
    Path("site/content/talks/lakes.md").write_text(TALK.format(title="Lakes", day="2025-10-16"))

    assert main(["init", "site", "--dry-run", "--timezone", "Europe/Berlin"]) == 0
    shown = capsys.readouterr().out
    assert "\n    # days = [2025-10-16, 2026-10-15]\n" in shown
    assert "\n    days" not in shown


@pytest.mark.usefixtures("hugo")
def test_days_that_no_page_names_are_an_example(capsys):
    for page in Path("site/content/talks").iterdir():
        page.write_text(TALK.format(title=page.stem, day="to be announced"))

    assert main(["init", "site", "--dry-run", "--timezone", "Europe/Berlin"]) == 0
    assert "\n    # days = [2026-10-15, 2026-10-16]  # a session on another day is reported\n" in capsys.readouterr().out


def test_to_write_down_what_was_found_changes_nothing(hugo):
    def said(site: Path) -> tuple[object, ...]:
        outcome = check(site, timezone="Europe/Berlin")
        assert outcome.program
        return outcome.program.sessions, outcome.program.event.days, outcome.program.event.languages, outcome.problems

    before = said(hugo)
    write(plan(hugo, Wanted(timezone="Europe/Berlin")))

    assert (hugo / "program.toml").is_file()
    assert said(hugo) == before


def test_what_pages_say_stays_within_its_line(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("sessions").mkdir()
    venue = r'venue: "Hall\n[event]\nurl = \"https://evil.net\" \x7f\u2028"'
    page = TALK.format(title="Rivers", day="2026-10-15").replace("venue: Boat House（船屋）", venue)
    Path("sessions/rivers.md").write_text(page, encoding="utf-8")
    title = '"]\ntimezone = "UTC"\x1b[2J'

    assert main(["init", "--timezone", "Europe/Berlin", "--title", title, "--dry-run"]) == 0
    assert "\x1b" not in capsys.readouterr().out
    write(plan(Path(), Wanted(timezone="Europe/Berlin", title=title)))
    text = Path("program.toml").read_text(encoding="utf-8")
    config, problems = read_config(Source("program.toml", text), None)
    assert problems == ()
    assert (config.title and config.title.value, config.url, config.venues) == (title, None, ())
    assert (config.timezone and config.timezone.value) == "Europe/Berlin"
    # And with the signs in front of the suggested venue taken away it is TOML as well.
    [begin] = [at for at, line in enumerate(text.splitlines()) if line == "# [[venues]]"]
    suggested = "\n".join(line.removeprefix("# ") for line in text.splitlines()[begin:])
    assert tomllib.loads(suggested)["venues"][0]["address"] == "…"


def test_folders_that_no_name_tells_are_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "about.md": "# Rivers\n\nWelcome.\n",
        "oct/rivers.md": TALK.format(title="Rivers", day="2026-10-15"),
    }.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")

    assert main(["init", "--timezone", "Europe/Berlin", "--dry-run"]) == 0
    assert '\n    sessions = ["oct"]  # the folders whose pages are the program\'s\n' in capsys.readouterr().out


@pytest.fixture
def lint(missing):
    """Holds a workflow against the schema of GitHub's workflows."""
    if find_spec("check_jsonschema") is None:
        missing("check-jsonschema is not installed here")

    def run(path):
        subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", path], check=True)
        return yaml.safe_load(path.read_text(encoding="utf-8"))

    return run


def test_a_site_that_publishes_itself_is_only_looked_at(tmp_path, lint):
    path = tmp_path / "program.yml"
    path.write_text(workflow("site", publishes_itself=True), encoding="utf-8")
    read = lint(path)

    assert (read[True], list(read["jobs"])) == ({"pull_request": None}, ["program"])  # "on" is a yes to YAML 1.1
    assert read["jobs"]["program"]["steps"][1] == {
        "uses": f"confbook/confbook@v{__version__}",
        "with": {"site": "site", "publish": "false"},
    }


def test_plain_pages_are_published_from_the_main_branch(tmp_path, lint):
    path = tmp_path / "program.yml"
    path.write_text(workflow("pages of ours", publishes_itself=False), encoding="utf-8")
    read = lint(path)

    assert read[True]["push"] == {"branches": ["main", "master"]}
    assert read["jobs"]["program"]["steps"][1]["with"] == {"site": "pages of ours", "first": "${{ inputs.first || false }}"}
    assert read["jobs"]["publish"]["needs"] == "program"


def test_the_workflow_is_the_one_that_the_documentation_shows():
    shown = (ROOT / "templates/ci/github.yml").read_text(encoding="utf-8")

    written = workflow("content", publishes_itself=False)
    assert written.replace('site: "content"', "site: content").replace("[main, master]", "[main]") == shown


@pytest.mark.parametrize("publishes_itself", [True, False])
def test_the_action_has_the_inputs_that_a_workflow_gives(publishes_itself):
    [given] = [
        step["with"]
        for step in yaml.safe_load(workflow(".", publishes_itself=publishes_itself))["jobs"]["program"]["steps"]
        if step["uses"].startswith("confbook/")
    ]

    assert set(given) <= set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])


def test_a_folder_is_no_expression_and_no_yaml(tmp_path, lint):
    path = tmp_path / "program.yml"
    path.write_text(workflow("a ${{ github.token }}\n  - \"b' #", publishes_itself=False), encoding="utf-8")

    assert lint(path)["jobs"]["program"]["steps"][1]["with"]["site"] == "a ${{ '${{' }} github.token }}\n  - \"b' #"


@pytest.mark.usefixtures("hugo")
@pytest.mark.parametrize(("folder", "site"), [("site", "."), ("site/content", "content")])
def test_the_workflow_names_the_folder_from_the_repository(folder, site):
    found = plan(Path(folder), Wanted(timezone="Europe/Berlin"))

    [(path, text)] = [(path, text) for path, text in found.files if path.suffix == ".yml"]
    assert path == Path("site/.github/workflows/program.yml").resolve()
    assert yaml.safe_load(text)["jobs"]["program"]["steps"][1]["with"]["site"] == site


@pytest.mark.usefixtures("hugo")
@pytest.mark.parametrize(("gitlab", "wanted"), [(True, True), (False, False)])
def test_there_need_be_no_workflow(gitlab, wanted):
    if gitlab:
        Path("site/.gitlab-ci.yml").write_text("build: {}\n")
    found = plan(Path("site"), Wanted(timezone="Europe/Berlin", workflow=wanted))

    assert [path.as_posix() for path, _ in found.files] == ["site/program.toml"]


@pytest.mark.corpus
def test_a_real_conference_is_asked_one_question(shared, monkeypatch, capsys):
    questions: list[object] = []

    def answer(prompt: object = "") -> str:
        questions.append(prompt)
        return ""

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    assert main(["init", str(shared / "corpus/mlstat-2024"), "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert len(questions) == 1
    for line in (
        'title = "MLSTAT 2024"',
        'timezone = "Asia/Shanghai"',
        "days = [2024-08-22, 2024-08-23, 2024-08-24]  # a session on another day is reported",
        '# The program\'s pages were found in ["content/Schedule/sessions"]. Only if that is wrong:',
    ):
        assert f"\n    {line}\n" in shown
