"""The gold table of real and constructed spellings beside the checkout: certain values exactly, ambiguous ones as a doubt."""

import csv

import pytest

from pipeline.normalize.times import notation, read_time

#: Rows whose value is not in the string, with what the string alone says.
LEFT_OUT = {
    # The value names a second date, of the program's day, that the reader of the XML knows and the time does not.
    '<date>2024-12-28T00:15:00+01:00</date> inside <day date="2024-12-27">': "2024-12-28 00:15 tz=+01:00",
    # About what a YAML parser makes of it. Ours keeps the text, and the text is a time.
    "9:50 (unquoted in YAML 1.1)": "09:50",
    "12:30 (unquoted in YAML 1.1)": "12:30",
}


@pytest.fixture
def rows(shared):
    with (shared / "gold" / "times.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.corpus
@pytest.mark.parametrize("hinted", [True, False], ids=["with the language", "without it"])
def test_every_row_of_the_gold_table_is_read(rows, hinted):
    wrong = []
    for row in rows:
        expected = LEFT_OUT.get(row["spelling"], row["normalized"])
        found = notation(read_time(row["spelling"], row["language"] if hinted else None))
        right = found.startswith("ambiguous: ") if "ambiguous: " in expected else found == expected
        if not right:
            wrong.append((row["spelling"], row["language"], expected, found))
    assert wrong == []


@pytest.mark.corpus
def test_rows_left_out_are_rows_of_the_table(rows):
    assert LEFT_OUT.keys() <= {row["spelling"] for row in rows}
