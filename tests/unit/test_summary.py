"""The closing summary, as a person reads it."""

from pipeline.build import Outcome
from pipeline.diagnostics.program import DayOutsideConference, DuplicateIdentity
from pipeline.model import Artifact
from pipeline.source import Span
from pipeline.summary import Run, summary
from tests import builders as make

PROGRAM = make.sample_program()
WARNINGS = tuple(
    DayOutsideConference(Span(path), "Rivers", make.day("2025-10-15"), make.day("2026-10-15"), make.day("2026-10-17"))
    for path in ("a.md", "b.md")
)
ERROR = DuplicateIdentity(Span("c.md"), "rivers", Span("a.md"))
ARTIFACTS = (
    Artifact("program.json", b"x" * 12_345),
    Artifact("calendar/all.ics", b"x" * 999),
    Artifact("index.html", b"x" * 1_500),
    Artifact("sessions/河流.html", b"x" * 600_000),
    Artifact("sessions/a.html", b"x" * 600_000),
    Artifact("booklet.pdf", b"x" * 2_340_000),
)


def test_a_build_without_problems():
    run = Run(Outcome((), program=PROGRAM, artifacts=ARTIFACTS), "output", 1.234)

    assert summary(run) == (
        "\n"
        "  Lakeside Statistics Days 2026  2026-10-15 to 2026-10-17\n"
        "\n"
        "  program   15 sessions, 10 talks, 8 speakers, 3 rooms, 3 days\n"
        "  output    program.json                12 kB\n"
        "            calendar/all.ics            999 B\n"
        "            index.html                   2 kB\n"
        "            sessions/         2 files  1.2 MB\n"
        "            booklet.pdf                2.3 MB\n"
        "\n"
        "  published in output with no problems, 1.23 s\n"
    )


def test_problems_are_counted_by_kind_errors_first():
    run = Run(Outcome((*WARNINGS, ERROR), program=PROGRAM), "output", 0.5)

    assert summary(run).splitlines()[3:] == [
        "  program   15 sessions, 10 talks, 8 speakers, 3 rooms, 3 days",
        "  problems  S406 duplicate-identity      error    1",
        "            S405 day-outside-conference  warning  2",
        "",
        "  nothing was published: 1 error, 2 warnings, 0.50 s",
    ]


def test_warnings_are_published():
    run = Run(Outcome(WARNINGS, program=PROGRAM, artifacts=ARTIFACTS), "output", 0.5)

    assert summary(run).splitlines()[-1] == "  published in output with 2 warnings, 0.50 s"


def test_strictness_is_named_where_it_decides():
    assert summary(Run(Outcome(WARNINGS, program=PROGRAM), "output", 0.5, strict=True)).splitlines()[-1] == (
        "  nothing was published: 2 warnings, which --strict forbids, 0.50 s"
    )
    assert summary(Run(Outcome((ERROR,), program=PROGRAM), "output", 0.5, strict=True)).splitlines()[-1] == (
        "  nothing was published: 1 error, 0.50 s"
    )


def test_a_check_names_no_output():
    assert summary(Run(Outcome(WARNINGS, program=PROGRAM), None, 0.5)).splitlines()[-1] == "  2 warnings, 0.50 s"
    assert summary(Run(Outcome((), program=PROGRAM), None, 0.5)).splitlines()[-1] == "  no problems, 0.50 s"


def test_pages_that_give_no_program():
    assert summary(Run(Outcome((ERROR,)), "output", 0.5)) == (
        "  problems  S406 duplicate-identity  error  1\n\n  nothing was published: 1 error, 0.50 s\n"
    )


def test_a_title_cannot_send_escape_sequences_to_the_terminal():
    program = make.program(make.session(when=None), event_=make.event("\x1b[2JConference"))

    assert summary(Run(Outcome((), program=program), None, 0.5)).splitlines()[1] == "  ␛[2JConference"


def test_colour_only_adds_escape_sequences():
    run = Run(Outcome((), program=PROGRAM, artifacts=ARTIFACTS), "output", 1.0)

    painted = summary(run, color=True)

    assert painted.splitlines()[-1] == "  \x1b[1;32mpublished in output with no problems\x1b[0m\x1b[2m, 1.00 s\x1b[0m"
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;32m"):
        painted = painted.replace(code, "")
    assert "\n".join(line.rstrip() for line in painted.splitlines()) + "\n" == summary(run)
