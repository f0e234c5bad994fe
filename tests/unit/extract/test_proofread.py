"""Garbled letters, hidden characters, labels, links and formulas: the slips are reported, and what is like them is not."""

import pytest

from pipeline.extract import extract_page
from pipeline.source import Source


def told(abstract: str) -> list[str]:
    page = f"---\ntitle: T\ndate: 2026-10-15\n---\n{abstract}\n"
    return [f"{problem.span.line}:{problem.span.column} {problem.kind()}" for problem in extract_page(Source("page.md", page))[1]]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("ZoÃ© lives.", "5:3 garbled-text"),
        ("It is Zoéâ€™s.", "5:10 garbled-text"),
        ("鏃堕棿 of day", "5:1 garbled-text"),
        ("Zo\ufffd lives.", "5:3 garbled-text"),
        ("Ada \u202eBrook", "5:5 hidden-character"),
        ("See [this](htps://example.org).", "5:12 unusable-link"),
        ("See [this](https//example.org).", "5:12 unusable-link"),
        ("One\n\n$a and $b$.", "7:1 broken-formula"),
        ("It is $x_{1$ here.", "5:7 broken-formula"),
    ],
)
def test_a_slip_is_reported_where_it_is(text, reported):
    assert told(text) == [reported]


@pytest.mark.parametrize(
    "text",
    [
        "“LE CAFÉ”, „TSCHÜSS“, À la carte, Å. Ö–Ä, São Tomé, Đặng Bảo Ngọc",
        "从账本、石头和歌谣出发，谈沿海先民如何在没有方程的年代计算大海。",
        "It costs $5 or $20 million, and \\$7.",
        "It costs $5, and $x$ is free.",
        "$$\na\\{b\n$$\n\nand $c$, $\\left\\{ d \\right.$",
        "[mail](mailto:a@example.org) [there](/x) [here](#y) [b](HTTP://example.org)",
        "Data: we have some. Tile: a stone. Host: nobody. Post: a letter. Item: one.",
    ],
)
def test_what_is_like_a_slip_is_not_reported(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("label", "right"),
    [
        ("Tilte", "Title"),
        ("ABSTARCT", "ABSTRACT"),
        ("Session Chiar", "Session Chair"),
        ("speeker", "speaker"),
        ("Venuee", None),
        ("Locution", "Location"),
    ],
)
def test_a_label_is_read_as_the_one_that_was_meant(label, right):
    page = Source("page.md", f"---\ntitle: T\n---\n<div>{label}: Something Said</div>\n")
    assert [problem.fix.replacement for problem in extract_page(page)[1] if problem.kind() == "misspelt-label" and problem.fix] == (
        [right] if right else []
    )
