"""Pages of words: their order, their ids, their sections, and that nothing dangerous is left in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import DraftText, Image, Section
from pipeline.normalize.text.pages import text_pages
from pipeline.normalize.text.rich import rich_text
from pipeline.source import Located, Source, Span


def draft(path: str, body: str = "", weight: str | None = None, title: str = "T") -> DraftText:
    at = Span(path)
    return DraftText(Source(path, body), Located(title, at), Located(weight, at) if weight else None, body)


def test_pages_with_a_weight_come_first_then_by_path():
    pages = text_pages(
        [draft("pages/a.md"), draft("pages/b.md", weight="10"), draft("pages/c.md", weight="2"), draft("x/a.md", weight="no")],
        {},
    )
    assert [page.id for page in pages] == ["c", "b", "a", "a-2"]


def sections(body: str) -> list[tuple[str | None, str | None]]:
    (page,) = text_pages([draft("pages/a.md", body)], {})
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
    (page,) = text_pages([draft("pages/a.md", evil, title="<i>T</i>")], {})
    assert (page.title, page.sections) == (
        "T",
        (Section(None, rich_text(r"\[x\](javascript:alert(1))", "markdown")), Section("H", None)),
    )


# --- tables and pictures ------------------------------------------------------------------------------------------------------

PLAN = Image("/plan.png", b"", "image/png", 30, 20)


def shown(body: str) -> list[tuple[str | None, str | None, str | None]]:
    """Of each section heading, HTML, and the words of the picture after it; there is one picture, ``/plan.png``."""
    (page,) = text_pages([draft("pages/a.md", body)], {("pages/a.md", "/plan.png"): PLAN})
    return [(one.heading, one.text.html if one.text else None, one.figure.alt if one.figure else None) for one in page.sections]


def test_a_table_stays_one():
    ((_, html, _),) = shown("| Room | Seats |\n|---|--:|\n| **Hall** | 420 |\n| [Attic](https://a.example) | |\n")
    assert html == (
        "<table>\n<thead>\n<tr><th>Room</th><th>Seats</th></tr>\n</thead>\n<tbody>\n<tr><td><strong>Hall</strong></td><td>420</td></tr>\n"
        '<tr><td><a href="https://a.example">Attic</a></td><td></td></tr>\n</tbody>\n</table>'
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr><td>a<p>b<ul><li>c</table>d", "<tbody>\n<tr><td>a<br>b<br>c</td></tr>\n</tbody>\n</table>\n<p>d</p>"),
        ("<table><tr><td>a<table><tr><td>b</table>c</table>", "<tbody>\n<tr><td>a<br>b<br>c</td></tr>\n</tbody>\n</table>"),
        ("<table><td colspan=2 rowspan=x>a<td colspan=9999 onclick=x()>b", '<tbody>\n<tr><td colspan="2">a</td><td colspan="100">b</td></tr>\n</tbody>\n</table>'),
        ("<table><tr><td><script>alert(1)</script><img src=x onerror=y><svg><a>x", ""),
        ("<ul><li>a<table><tr><th>b</th></tr></table></ul><p>c", "<thead>\n<tr><th>b</th></tr>\n</thead>\n</table></li>\n</ul>\n<p>c</p>"),
        ("<table><tr></tr></table>", ""),
    ],
)  # fmt: skip
def test_a_table_is_mended_and_harmless(html: str, expected: str):
    told = "".join(text or "" for _, text, _ in shown(html))
    assert told.partition("<table>\n")[2] == expected


def test_a_picture_ends_its_section():
    assert shown("## Way\n\nBefore ![the plan](/plan.png) after.\n\nMore. ![](/plan.png)\n\n![lost](/lost.png)") == [
        ("Way", "<p>Before after.</p>", "the plan"),
        (None, "<p>More.</p>", ""),
    ]


def test_a_picture_in_a_list_stands_after_it():
    assert shown("- one ![the plan](/plan.png)\n- two\n\nEnd.") == [
        (None, "<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "the plan"),
        (None, "<p>End.</p>", None),
    ]


@given(st.lists(st.sampled_from(["<table>", "</table>", "<tr>", "<td>", "<th>", "</td>", "<p>", "<ul>", "<li>", "</ul>", "<pre>", "</pre>", "<br>", "<b>", "x", " ", "<img src=/plan.png>", "<blockquote>", "</blockquote>"]), max_size=25))  # fmt: skip
def test_no_nesting_loses_a_word_or_a_picture(parts: list[str]):
    sections = shown("<div>" + "".join(parts) + "</div>")
    assert sum(html.count("x") for _, html, _ in sections if html) == parts.count("x")
    assert sum(alt is not None for _, _, alt in sections) == parts.count("<img src=/plan.png>")
