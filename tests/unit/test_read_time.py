"""``read-time``: how a date or a time is understood, a line for each."""

import io
import sys

import pytest

from pipeline.cli import main


def run(capsys, *words: str) -> tuple[int, str, str]:
    return (main(["read-time", *words]), *capsys.readouterr())


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["9:50 a.m. — 11:35 a.m., Friday, Aug. 23, 2024"], 0, "2024-08-23 09:50-11:35"),
        (["--language", "zh", "8月23日 上午9:50-11:35"], 0, "--08-23 09:50-11:35"),
        (["Thursday 14:30-14:45"], 0, "Thu 14:30-14:45"),
        (["20 min"], 0, "PT20M"),
        (["TBA"], 0, "none: TBA"),
        (["11:15pm - 12:30pm"], 1, "ambiguous: 23:15-12:30 ends before it starts"),
        (["room 0.49"], 0, "none: no time"),
        (["--", "- 17:30"], 0, "-17:30"),
    ],
)
def test_a_text_is_printed_in_the_notation(words, code, said, capsys):
    assert run(capsys, *words) == (code, f"{said}\n", "")


@pytest.mark.parametrize(
    ("text", "zone", "against"),
    [
        ("14:00 CEST", "Asia/Shanghai", "+02:00 is not the time of Asia/Shanghai, which is +08:00"),
        ("14:00 GMT+5", "Europe/Berlin", "+05:00 is not the time of Europe/Berlin, which is +01:00 or +02:00"),
        ("Jan. 5, 2026, 14:00 CEST", "Europe/Berlin", "+02:00 is not the time of Europe/Berlin, which is +01:00"),
    ],
)
def test_an_offset_that_is_not_the_zones_is_told_beside_it(text, zone, against, capsys):
    code, out, err = run(capsys, "--zone", zone, text)
    assert (code, out.count("\n"), err) == (0, 1, f"confbook: {against}\n")


@pytest.mark.parametrize("text", ["14:00 CEST", "July 5, 2026, 14:00 CEST", "14:00", "TBA"])
def test_an_offset_that_the_zone_has_is_no_matter(text, capsys):
    assert run(capsys, "--zone", "Europe/Berlin", text)[2] == ""


def test_a_zone_that_there_is_not_is_wrong_usage(capsys):
    code, out, err = run(capsys, "--zone", "Mars/Olympus", "9:00")
    assert (code, out, err.splitlines()[0]) == (2, "", "confbook: there is no time zone 'Mars/Olympus'")


def test_lines_are_answered_line_for_line(capsys, monkeypatch):
    given = "zh\t8月23日 上午9:50\n\t11–1pm\r\n9:00\n\nen\t14:00-13:00\n".encode() + b"en\t\xff\xfe\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))
    code, out, err = run(capsys, "-")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "--08-23 09:50",
        "11:00-13:00",
        "09:00",
        "none: no time",
        "ambiguous: 14:00-13:00 ends before it starts",
        "none: no time",
    ]
