"""What is written as YAML is read back as it was, by our reader and by others, and looks as a person would write it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.front_matter.read import read_front_matter
from pipeline.mend.yaml import block, field, listed, scalar
from pipeline.source import Source


def read_back(lines: list[str]) -> str:
    fields, _, problems = read_front_matter(Source("page.md", "\n".join(("---", *lines, "---", ""))))
    text = fields.text("key")
    assert problems == ()
    return text.value if text else ""


@pytest.mark.parametrize(
    "text", ["Rivers", "Coffee & Tea 茶歇", "Ada Brook, Coastal University", "它's fine", "a#b", "10:30 sharp", "-5 degrees?"[1:]]
)
def test_plain_words_need_no_quotes(text: str):
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Tides: a history",
        "# one",
        "yes",
        "null",
        "2026",
        "2026-10-15",
        "14:00",
        "1e3",
        "- a",
        "[a]",
        "*a",
        "a #b",
        " a",
        "a ",
        "",
        '"a"',
        "a\tb",
        "~",
    ],
)
def test_what_other_readers_may_take_for_something_else_is_quoted(text: str):
    assert scalar(text).startswith('"')
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}


# Front matter holds text as it was cleaned: no controls, no lone surrogates.
clean = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff\ufffe\uffff"), min_size=1)


@given(clean)
def test_any_text_is_read_back(text: str):
    assert yaml.safe_load("\n".join(field("key", text))) == {"key": text}


@given(st.lists(clean.filter(lambda line: line.strip() == line), min_size=1).map("\n".join))
def test_any_lines_are_read_back(text: str):
    if text.strip():
        assert read_back(block("key", text)).rstrip("\n") == text


def test_long_texts_stand_in_blocks_as_they_are():
    assert block("abstract", "One line.\n\nAnother: with #, and 'quotes'.") == [
        "abstract: |",
        "  One line.",
        "",
        "  Another: with #, and 'quotes'.",
    ]


def test_lists_of_mappings_are_indented():
    assert listed("talks", [["title: A", "speakers:", "  - name: B"], ["title: C"]]) == [
        "talks:",
        "  - title: A",
        "    speakers:",
        "      - name: B",
        "  - title: C",
    ]
