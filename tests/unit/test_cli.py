"""The command line as a person, a shell and a CI meet it."""

import errno
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import __version__
from pipeline.cli import main
from pipeline.diagnostics.catalogue import KINDS

ROOT = Path(__file__).resolve().parents[2]

CONFIGURATION = """\
[event]
title = "Waterways 2026"
timezone = "Asia/Shanghai"
days = [2026-10-15]

[[venues]]
name = "Main Hall"
"""
PAGE = """\
---
title: Rivers
date: {day}
start: 09:00
end: 10:30
venue: Main Hall
speaker: Ada Brook
---

An abstract about rivers.
"""
ERROR = "---\ntitle: [Lakes\n---\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The current folder, in it a site ``content`` with one sound page; no settings of the terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "TERM", "CI", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    content = tmp_path / "content"
    content.mkdir()
    (content / "program.toml").write_text(CONFIGURATION)
    (content / "rivers.md").write_text(PAGE.format(day="2026-10-15"))
    return content


@pytest.fixture
def warned(site):
    """The site with a page that is warned of: a day that the conference does not have."""
    (site / "rivers.md").write_text(PAGE.format(day="2026-10-16"))
    return site


@pytest.fixture
def broken(site):
    """The site with a page that is an error."""
    (site / "lakes.md").write_text(ERROR)
    return site


def _run(*words: str, **how: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pipeline", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, text=True, capture_output=True, check=False, env=environment, **how)  # type: ignore[call-overload,no-any-return]  # options of subprocess.run


# --- check ---


@pytest.mark.usefixtures("site")
def test_a_sound_site_is_good(capsys):
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1:4] == [
        "  Waterways 2026  2026-10-15",
        "",
        "  program   1 session, 1 talk, 1 speaker, 1 room, 1 day",
    ]
    assert err.splitlines()[0] == "reading pages …"


@pytest.mark.usefixtures("warned")
def test_a_warning_is_shown_and_fails_only_strictly(capsys):
    assert main(["check"]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("content/rivers.md:")
    assert (
        ": warning S405 day-outside-conference: 'Rivers' is on 2026-10-16, which is no day of the conference (2026-10-15)\n" in out
    )
    assert main(["check", "--strict"]) == 1


@pytest.mark.usefixtures("broken")
def test_an_error_fails(capsys):
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("content/lakes.md:2:8: error P102 ")


@pytest.mark.usefixtures("warned")
def test_quiet_leaves_only_the_problems(capsys):
    main(["check", "--quiet"])
    out, err = capsys.readouterr()
    assert (out.count(" warning S405 "), out.splitlines()[-2][:8], err) == (1, "  help: ", "")


@pytest.mark.usefixtures("site")
def test_quiet_says_nothing_where_nothing_is_wrong(capsys):
    assert main(["check", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("warned")
def test_other_programs_get_nothing_but_their_form_on_standard_output(capsys):
    assert main(["check", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["S405"]
    assert err.endswith(" s\n")


@pytest.mark.usefixtures("warned")
def test_every_form_is_offered(capsys):
    for form, begin in (("text", "content/"), ("json", "{"), ("github", "::warning file=content/rivers.md,"), ("sarif", "{")):
        main(["check", "--quiet", "--format", form])
        assert capsys.readouterr().out.startswith(begin)


def test_paths_below_the_current_folder_are_named_from_it(warned, capsys):
    main(["check", str(warned), "--quiet"])
    assert capsys.readouterr().out.startswith("content/rivers.md:")


def test_paths_elsewhere_are_named_in_full(warned, capsys, monkeypatch, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    main(["check", str(warned), "--quiet"])
    assert capsys.readouterr().out.startswith(f"{warned}/rivers.md:")


@pytest.mark.usefixtures("site")
def test_the_time_zone_can_be_given(capsys):
    Path("content/program.toml").write_text('[event]\ntitle = "W"\n')
    assert main(["check"]) == 1
    assert " error C601 missing-timezone: " in capsys.readouterr().out
    assert main(["check", "--timezone", "Asia/Shanghai"]) == 0


# --- wrong usage ---


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["build"]):
        assert main(command) == 2
        assert capsys.readouterr() == (
            "",
            (
                "confbook: there is no folder 'content'\n"
                "  help: name the folder that holds the program's pages, as in 'confbook check path/to/site'\n"
            ),
        )


def test_a_file_is_wrong_usage(site, capsys):
    assert main(["check", str(site / "rivers.md")]) == 2
    assert capsys.readouterr().err.endswith("  help: name the folder that holds it: a program is a folder of pages\n")


@pytest.mark.parametrize(
    "words",
    [[], ["build", "--live", ""], ["biuld"], ["check", "--formt", "json"], ["check", "--format", "xml"], ["check", "a", "b"]],
)
def test_words_that_are_not_understood_are_wrong_usage(words, capsys):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert (out, err[:15]) == ("", "usage: confbook")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", "٣", "253402300800", "9" * 5000])
def test_a_build_time_that_is_none_is_wrong_usage(epoch, monkeypatch, capsys):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["build"]) == 2
    assert capsys.readouterr().err.startswith("confbook: SOURCE_DATE_EPOCH is '")


def test_the_version_and_help_are_good(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"confbook {__version__}\n"
    assert main(["--help"]) == 0
    assert {"build", "check", "explain", "tidy"} <= set(capsys.readouterr().out.split())


# --- explain ---


def test_a_kind_is_explained_with_what_is_said_of_its_example(capsys):
    assert main(["explain", "t202"]) == 0
    assert capsys.readouterr().out == (
        "T202 weekday-date-mismatch (warning)\n"
        "\n"
        "A date is written with a weekday that it does not fall on.\n"
        "\n"
        "One of the two is wrong. Readers who trust the weekday come on the wrong day. Where the page gives the same date elsewhere, or the\n"
        "conference has no such weekday, the date is right: then `check --fix` writes the weekday that it falls on, in the page's own words.\n"
        "\n"
        "Example\n"
        "\n"
        "    ---\n"
        "    title: Rivers\n"
        '    summary: "9:50 a.m. — 11:35 a.m., Monday, Oct. 15, 2026"\n'
        "                                      ^^^^^^\n"
        "    venue: Main Hall\n"
        "    ---\n"
        "\n"
        "warning: 2026-10-15 is a Thursday, not a Monday\n"
        "help: write Thursday, or, if Monday is right, the date is perhaps 2026-10-12\n"
    )


def test_a_name_does_as_well_as_a_code(capsys):
    main(["explain", "T202"])
    by_code = capsys.readouterr().out
    main(["explain", "weekday-date-mismatch"])
    assert capsys.readouterr().out == by_code


def test_without_a_code_all_kinds_are_listed(capsys):
    assert main(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [kind.code for kind in KINDS]


def test_an_unknown_code_is_wrong_usage_with_a_guess(capsys):
    assert main(["explain", "weekday-mismatch"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == ("", "confbook: there is no kind of problem 'weekday-mismatch'")
    assert "did you mean weekday-date-mismatch" in err


# --- build ---


@pytest.mark.usefixtures("warned")
def test_a_build_publishes_and_says_what(capsys):
    assert main(["build", "--output", "public"]) == 0
    out, err = capsys.readouterr()
    assert {"index.html", "program.json", "booklet.pdf", "calendar"} <= {path.name for path in Path("public").iterdir()}
    assert out.splitlines()[-1].startswith("  published in public with 1 warning, ")
    assert err.splitlines()[0] == "reading pages …"
    assert "content/rivers.md:" in err


@pytest.mark.usefixtures("broken")
def test_an_error_publishes_nothing(capsys):
    Path("output").mkdir()
    assert main(["build"]) == 1
    out, _ = capsys.readouterr()
    assert out.splitlines()[-1].startswith("  nothing was published: 1 error, ")
    assert list(Path("output").iterdir()) == []


@pytest.mark.usefixtures("warned")
def test_strictness_publishes_nothing(capsys):
    assert main(["build", "--strict"]) == 1
    assert "which --strict forbids" in capsys.readouterr().out
    assert not Path("output").exists()


@pytest.mark.usefixtures("site")
def test_a_folder_that_confbook_did_not_make_is_wrong_usage(capsys):
    Path("home").mkdir()
    Path("home/thesis.tex").write_text("years of work")
    assert main(["build", "--output", "home"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[1]) == ("", "  help: choose an empty or a new folder with --output, or empty this one yourself")
    assert Path("home/thesis.tex").read_text() == "years of work"


@pytest.mark.usefixtures("site")
def test_a_broken_edition_before_is_named_where_it_stands(capsys):
    Path("output").mkdir()
    Path("output/program.json").write_text('{"schema": ')
    assert main(["build"]) == 1
    assert capsys.readouterr().err.count("\noutput/program.json:1:12: error E801 ") == 1
    assert Path("output/program.json").read_text() == '{"schema": '


# --- terminals, pipes, signals ---


@pytest.mark.usefixtures("warned")
@pytest.mark.parametrize(
    ("words", "environment", "painted"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_a_terminal_gets_colours_unless_they_are_not_wanted(words, environment, painted):
    ours, theirs = pty.openpty()
    given = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment}
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        subprocess.run([sys.executable, "-m", "pipeline", "check", "--quiet", *words], stdout=theirs, env=given, check=True)
        os.close(theirs)
        shown = terminal.read(100_000)
    assert (b"\x1b[" in shown) is painted
    assert b"S405" in shown


@pytest.mark.usefixtures("warned")
def test_a_file_gets_no_colours_and_a_spinner_is_for_terminals_only():
    done = _run("check")
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.usefixtures("site")
def test_what_an_encoding_does_not_have_is_escaped():
    Path("content/program.toml").write_text(CONFIGURATION.replace("Waterways", "河流"), encoding="utf-8")
    Path("content/rivers.md").write_text(PAGE.format(day="2026-10-16").replace("Rivers", "河流"), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "pipeline", "check", "--quiet"]
    text = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    data = subprocess.run([*command, "--format", "json"], env=environment, capture_output=True, check=True).stdout
    assert b"'\\u6cb3\\u6d41' is on 2026-10-16" in text
    assert json.loads(data)["problems"][0]["message"].startswith("'河流' is on 2026-10-16")


@pytest.mark.usefixtures("warned")
def test_a_reader_that_goes_away_is_no_crash():
    command = [sys.executable, "-m", "pipeline", "check"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, b"Traceback" in said, b"BrokenPipe" in said) == (1, False, False)


@pytest.mark.usefixtures("warned")
def test_a_report_that_has_no_room_is_told():
    command = [sys.executable, "-m", "pipeline", "check", "--quiet"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            command, check=False, stdout=full, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True
        )
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        f"confbook: {os.strerror(errno.ENOSPC)}",
        "  help: make room on the disk, or where this is printed to, and run it again",
    ]


@pytest.mark.usefixtures("site")
def test_an_interrupted_build_ends_quietly_and_publishes_nothing():
    # Whoever runs the tests in the background may have told their children to take no notice of the signal.
    heed = "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); runpy.run_module('pipeline', run_name='__main__')"
    command = [sys.executable, "-c", heed, "build"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True
    ) as process:
        assert process.stderr is not None
        next(line for line in process.stderr if line == "making booklet …\n")
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    # Python dies of the signal itself where it came in the middle of an `exec`; a shell says 130 for both.
    assert process.returncode in {130, -signal.SIGINT}
    assert said == ""
    assert {path.name for path in Path().iterdir()} == {"content"}
