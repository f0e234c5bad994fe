"""The text of program.toml: whatever the pages say, it is TOML that says the same."""

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.init.texts import quoted

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@settings(max_examples=40)
@given(st.one_of(TEXT, st.lists(TEXT)))
def test_texts_are_quoted(value):
    line = f"a = {quoted(value)}"

    assert tomllib.loads(line) == {"a": value}
    assert "\n" not in line
    assert "\r" not in line
