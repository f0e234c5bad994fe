"""The notation of examples: what is drawn, what is removed, what is completed."""

import pytest

from pipeline.diagnostics.examples import CONFIGURATION, Example, as_drawn, read
from pipeline.source import Source, Span


def _files(example: Example) -> dict[str, str]:
    return {source.path: source.text for source in example.files}


def test_a_line_of_carets_points_at_the_line_above_and_is_no_part_of_the_page():
    example = read("---\ntitle: Rivers\n       ^^^^^^\nvenue: Hall\n^^^^^  ^^^^\n---\n")

    assert _files(example)["page.md"] == "---\ntitle: Rivers\nvenue: Hall\n---\n"
    assert example.drawn == (
        Span("page.md", 2, 8, 2, 14),
        Span("page.md", 3, 1, 3, 6),
        Span("page.md", 3, 8, 3, 12),
    )


def test_carets_stand_under_what_a_terminal_shows():
    assert read("---\ntitle: 河流 B\n       ^^^^ ^\n---\n").drawn == (Span("page.md", 2, 8, 2, 10), Span("page.md", 2, 11, 2, 12))


def test_carets_may_point_behind_the_end_of_a_line():
    assert read("---\ntitle:\n       ^\n---\n").drawn == (Span("page.md", 2, 8, 2, 9),)


def test_an_equals_line_begins_another_file():
    example = read("---\ntitle: A\n---\n== b/c.md\n---\ntitle: B\n       ^\n---\n== program.toml\n[event]\n")

    assert _files(example) == {"page.md": "---\ntitle: A\n---\n", "b/c.md": "---\ntitle: B\n---\n", "program.toml": "[event]\n"}
    assert example.drawn == (Span("b/c.md", 2, 8, 2, 9),)


def test_fields_without_fences_are_completed_and_the_drawing_moves_with_them():
    example = read("title: Streams\n       ^^^^^^^\n")

    assert _files(example)["page.md"] == (
        "---\ntitle: Streams\ndate: 2026-10-15\nstart: 09:00\nend: 10:30\nvenue: Main Hall\n---\n"
    )
    assert example.drawn == (Span("page.md", 2, 8, 2, 15),)


@pytest.mark.parametrize("field", ["when: 9-10", "date: 2026-10-15", "summary: Thursday"])
def test_a_page_that_says_when_gets_no_other_time(field):
    assert _files(read(field))["page.md"] == f"---\n{field}\ntitle: Rivers\nvenue: Main Hall\n---\n"


def test_a_body_gets_a_front_matter():
    example = read("<div>Hello</div>\n     ^^^^^\n")

    assert _files(example)["page.md"] == (
        "---\ntitle: Rivers\ndate: 2026-10-15\nstart: 09:00\nend: 10:30\nvenue: Main Hall\n---\n<div>Hello</div>\n"
    )
    assert example.drawn == (Span("page.md", 8, 6, 8, 11),)


def test_a_configuration_alone_gets_a_page_without_a_venue():
    assert _files(read("== program.toml\n[event]\n")) == {
        "program.toml": "[event]\n",
        "page.md": "---\ntitle: Rivers\ndate: 2026-10-15\nstart: 09:00\nend: 10:30\n---\n",
    }


def test_pages_alone_get_a_configuration():
    assert _files(read("---\n---\n"))["program.toml"] == CONFIGURATION


def test_a_span_is_drawn_on_its_first_line_with_one_caret_at_least():
    source = Source("a.md", "one\ntwo\n")

    assert as_drawn(Span("a.md", 1, 2, 1, 2), source) == Span("a.md", 1, 2, 1, 3)
    assert as_drawn(Span("a.md", 1, 2, 2, 1), source) == Span("a.md", 1, 2, 1, 4)
