"""Pages of words: their order, their ids, their sections, and that nothing dangerous is left in them."""

import pytest

from pipeline.model import DraftText, Section
from pipeline.normalize.text.pages import text_pages
from pipeline.normalize.text.rich import rich_text
from pipeline.source import Located, Source, Span


def draft(path: str, body: str = "", weight: str | None = None, title: str = "T") -> DraftText:
    at = Span(path)
    return DraftText(Source(path, body), Located(title, at), Located(weight, at) if weight else None, body)


def test_pages_with_a_weight_come_first_then_by_path():
    pages = text_pages(
        [draft("pages/a.md"), draft("pages/b.md", weight="10"), draft("pages/c.md", weight="2"), draft("x/a.md", weight="no")]
    )
    assert [page.id for page in pages] == ["c", "b", "a", "a-2"]


def sections(body: str) -> list[tuple[str | None, str | None]]:
    (page,) = text_pages([draft("pages/a.md", body)])
    return [(section.heading, section.text.plain if section.text else None) for section in page.sections]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("One.\n\nTwo.", [(None, "One.\n\nTwo.")]),
        ("Before.\n\n## A *b*\n\nAfter.\n\n### C\n", [(None, "Before."), ("A b", "After."), ("C", None)]),
        ("Title\n=====\nText", [("Title", "Text")]),
        ("```\n# no heading\n```", [(None, "# no heading")]),
        ("- # in a list\n", [(None, "- in a list")]),
        ("a\u2028b\n\n# H\n\nc", [(None, "a b"), ("H", "c")]),
    ],
)
def test_a_page_is_cut_at_its_headings(body: str, expected: list[tuple[str | None, str | None]]):
    assert sections(body) == expected


def test_texts_are_as_safe_as_abstracts():
    evil = "<script>alert(1)</script>[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n## <b onclick=alert(1)>H</b>\n"
    (page,) = text_pages([draft("pages/a.md", evil, title="<i>T</i>")])
    assert (page.title, page.sections) == (
        "T",
        (Section(None, rich_text(r"\[x\](javascript:alert(1))", "markdown")), Section("H", None)),
    )
