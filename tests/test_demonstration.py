"""The demonstration conference: it reports the slips that were planted in it, and nothing else."""

from pathlib import Path

from pipeline.build import check

CONTENT = Path(__file__).parents[1] / "content"

PLANTED = [
    "sessions/bores-bars-and-breaking-waves.md:40:5 leftover-document-title",
    "sessions/bores-bars-and-breaking-waves.md:87:36 placeholder",
    "sessions/counting-birds-counting-mud.md:85:9 misplaced-picture",
    "sessions/keynote-what-the-tide-remembers.md:8:1 dates-disagree",
    "sessions/keynote-what-the-tide-remembers.md:8:1 weekday-date-mismatch",
    "sessions/keynotes-sills-and-deltas.md:75:5 placeholder",
    "sessions/living-with-the-line.md:77:13 person-in-two-places",
    "sessions/power-from-the-moon.md:26:15 near-venue",
    "sessions/power-from-the-moon.md:40:5 leftover-document-title",
]


def test_each_planted_slip_is_reported_and_nothing_else():
    assert sorted(f"{problem.span} {problem.kind()}" for problem in check(CONTENT).problems) == PLANTED


def test_it_is_the_conference_that_it_is_meant_to_be():
    program = check(CONTENT).program
    assert program is not None
    assert [(str(day), len(sessions)) for day, sessions in program.by_day] == [
        ("2026-10-15", 15),
        ("2026-10-16", 12),
        ("2026-10-17", 13),
    ]
    kinds = {session.kind.value for session in program.sessions}
    assert kinds == {"keynote", "session", "panel", "tutorial", "talk", "poster", "break", "social", "other"}
    assert [session.id for session in program.sessions if session.status == "cancelled"] == ["kites-over-the-surf"]
    assert [session.id for session in program.sessions if session.start is None] == ["last-high-water"]
