"""Names of personal feeds: random ones pass, those that could be guessed are refused, and none is ever told."""

import random  # noqa: TID251 - many names; seeded below
from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.diagnostics.show import FORMS, Report, show
from pipeline.emit import EMITTERS
from pipeline.source import Located, Source, Span
from pipeline.tokens import hidden, weak_tokens, weakness

DIGITS = "5d0c1f92ab7734e8c0d96e1b2f48a37d"


def test_random_names_pass():
    source = random.Random(7)  # noqa: S311 - nothing is kept secret here
    assert {weakness(source.randbytes(16).hex()) for _ in range(20_000)} == {None}


@pytest.mark.parametrize(
    ("token", "fault"),
    [
        ("", "it is not 32 to 64 of the digits 0-9 and a-f"),
        ("ada-brook", "it is not 32 to 64 of the digits 0-9 and a-f"),
        (DIGITS[:-1], "it is not 32 to 64 of the digits 0-9 and a-f"),
        (DIGITS.upper(), "it is not 32 to 64 of the digits 0-9 and a-f"),
        (f"../{DIGITS}", "it is not 32 to 64 of the digits 0-9 and a-f"),
        ("0" * 32, "its digits are not random"),
        ("deadbeef" * 4, "its digits are not random"),
        ("0123456789abcdef" * 2, "its digits are not random"),
        (DIGITS[:16] * 2, "its digits are not random"),
        ("20261015090030121970010123595817", "its digits are not random"),
    ],
)
def test_names_that_can_be_guessed_are_refused(token: str, fault: str):
    assert weakness(token) == fault


def test_a_file_is_quoted_without_them():
    assert hidden(Source("program.toml", f'a = "{DIGITS}" # b'), (None, DIGITS)).text == f'a = "{"*" * 32}" # b'


# The token stands on a line with a slip, which is quoted.
CONFIGURATION = f"""\
people = [{{ name = "Ada Brook", calendar-token = "{DIGITS}", colour = "blue" }}]

[event]
title = "Waterways"
timezone = "Asia/Shanghai"
url = "https://waterways.example/2026"
"""


def test_a_token_is_the_name_of_one_file_and_stands_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.build.EMITTERS", tuple(one for one in EMITTERS if one[0] != "booklet"))
    site, output = tmp_path / "site", tmp_path / "output"
    site.mkdir()
    (site / "program.toml").write_text(CONFIGURATION)
    (site / "rivers.md").write_text("---\ntitle: Rivers\ndate: 2026-10-15\nstart: 9:00\nspeaker: Ada Brook\n---\n")
    outcome = build(site, output)
    assert [problem.kind() for problem in outcome.problems if problem.span.path == "program.toml"] == ["unknown-setting"]
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    personal = f"calendar/personal/{DIGITS}.ics"
    assert [path for path in files if DIGITS in path] == [personal]
    assert [path for path, data in files.items() if DIGITS.encode() in data.replace(b"\r\n ", b"")] == [personal]
    assert b"UID:rivers@" in files[personal]
    report = Report(outcome.problems, outcome.sources)
    assert [form for form, _ in FORMS if DIGITS in show(report, form)] == []
    assert "*" * 32 in show(report, "text")


def test_a_token_that_two_people_have_is_refused():
    tokens = [Located(DIGITS, Span("program.toml", line)) for line in (1, 2)]
    assert [(problem.span.line, problem.fault) for problem in weak_tokens(tokens)] == [(2, "it is another person's too")]
