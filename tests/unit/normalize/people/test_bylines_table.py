"""The lines of ``bylines.txt`` are read as they say, and a reader would."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.normalize.people.bylines import read_people
from pipeline.source import Located, Span


def cases() -> Iterator[tuple[str, list[str]]]:
    text, wanted = "", list[str]()
    for line in Path(__file__).with_name("bylines.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            wanted.append(line.strip())
        elif line and not line.startswith("#"):
            if text:
                yield text, wanted
            text, wanted = line, []
    yield text, wanted


@pytest.mark.parametrize(("text", "wanted"), list(cases()))
def test_the_line_names(text: str, wanted: list[str]):
    people, problems = read_people(Located(text, Span("page.md", 1, 1, 1, 1 + len(text))))
    named = [f"{person.name} | {person.affiliation}" if person.affiliation else person.name for person in people]
    assert [*named, *(f"? {problem.kind()}" for problem in problems)] == wanted


def test_there_are_many():
    assert len(list(cases())) >= 60
