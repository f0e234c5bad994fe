"""The gold table of real and constructed spellings beside the checkout: certain values exactly, ambiguous ones as a doubt."""

import csv
import re

import pytest

from pipeline.grammar.times import notation, read_time

#: What a value says besides the reading: what YAML 1.1 would make of the text, and a day that stands around it.
CONTEXT = re.compile(r"^\d+ as an int: | \(program day [\d-]+\)$")


@pytest.fixture
def rows(shared):
    with (shared / "gold" / "times.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.corpus
@pytest.mark.parametrize("hinted", [True, False], ids=["with the language", "without it"])
def test_every_row_of_the_gold_table_is_read(rows, hinted):
    wrong = []
    for row in rows:
        expected = CONTEXT.sub("", row["normalized"])
        found = notation(read_time(row["spelling"], row["language"] if hinted else None))
        right = found.startswith("ambiguous: ") if "ambiguous: " in expected else found == expected
        if not right:
            wrong.append((row["spelling"], row["language"], expected, found))
    assert wrong == []
