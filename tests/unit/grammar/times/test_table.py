"""What people write, in seven languages: ``times.txt``, a table of written text, language and what it says."""

from pathlib import Path

import pytest

from pipeline.grammar.times import notation, read_time

LINES = [
    line.rsplit(" | ", 2)
    for line in (Path(__file__).parent / "times.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize(("text", "language", "expected"), LINES)
def test_written_text_says(text, language, expected):
    found = notation(read_time(text, language))
    assert found.partition(":")[0] == expected if expected == "ambiguous" else found == expected


def test_the_table_repeats_nothing():
    assert len({(text, language) for text, language, _ in LINES}) == len(LINES)
