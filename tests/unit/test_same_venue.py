"""What the command says of two venues."""

import io
import sys

import pytest

from pipeline.cli import main

CONFIGURATION = """\
[event]
title = "Waterways 2026"
timezone = "Asia/Shanghai"

[[venues]]
name = "Boat House"
aliases = ["J222"]
"""


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Room 201", "201", "same"),
        ("唯真楼", "惟真楼", "offered"),
        ("惟真楼", "惟真楼101", "contains"),
        ("文史楼", "文科楼", "different"),
        ("Room O", "Room 0", "unsure"),
        ("J222", "Boat House", "unsure"),
    ],
)
def test_one_word_is_printed(capsys, one, other, verdict):
    assert main(["same-venue", one, other]) == 0
    assert capsys.readouterr() == (f"{verdict}\n", "")


def test_lines_are_answered_with_lines(capsys, monkeypatch):
    lines = "Room 201\t201\r\n\n文史楼\t文科楼\nonly one\n".encode() + b"\xff\t\xff\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert main(["same-venue", "-"]) == 0
    assert capsys.readouterr() == ("same\nsame\ndifferent\nunsure\nsame\n", "")


def test_aliases_of_a_site_are_known(capsys, tmp_path):
    (tmp_path / "program.toml").write_text(CONFIGURATION, encoding="utf-8")
    assert main(["same-venue", "J 222", "boat house", "--site", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("same\n", "")


def test_one_venue_alone_is_wrong_usage(capsys):
    assert main(["same-venue", "Room 201"]) == 2
    assert "only one venue is named" in capsys.readouterr().err
