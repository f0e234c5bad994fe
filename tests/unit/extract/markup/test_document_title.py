"""Titles of pasted documents: those of another session are told, those of the page are nobody's business."""

import pytest

from pipeline.extract import extract_page
from pipeline.source import Source

PAGE = "---\ntitle: Rivers and Lakes\n---\n<html><head>\n{}\n</head><body>\n<p>Speaker: Ada Brook<br>Title: On Reeds</p>\n</body></html>\n"


def told(head: str) -> list[str]:
    _, problems = extract_page(Source("p.md", PAGE.format(head)))
    return [f"{problem.span.line}:{problem.span.column} {problem.kind()}" for problem in problems]


@pytest.mark.parametrize(
    "head", ["<title>Dams</title>", "<TITLE>\n  Dams\n</TITLE >", '<title lang="en">Lakes of the North</title>']
)
def test_the_title_of_another_page_is_told(head: str):
    assert told(head) == ["5:1 leftover-document-title"]


@pytest.mark.parametrize(
    "head",
    [
        "<title>Rivers and Lakes</title>", "<title>Rivers&nbsp;and Lakes | Waterways</title><!-- <title>Dams</title> -->", "<title>Rivers and Lakes - Waterways 2026</title>",
        "<title>On reeds</title>", "<title>Document</title>", "<title></title>", "<!-- <title>Dams</title> -->", "<svg><title>Dams</title></svg>",
    ],
)  # fmt: skip
def test_its_own_title_and_what_is_none_are_left_alone(head: str):
    assert told(head) == []


@pytest.mark.parametrize(("head", "fix"), [("<title>Dams</title>", "<title>Dams</title>"), ("<title>\nDams</title>", None)])
def test_it_is_taken_out_where_it_stands_on_one_line(head: str, fix: str | None):
    _, (problem,) = extract_page(Source("p.md", PAGE.format(head)))
    assert (problem.fix and (problem.fix.written, problem.fix.replacement)) == (fix and (fix, ""))


def test_what_stands_in_code_is_no_title():
    assert "leftover" not in " ".join(told("</head><body>\n\n`<title>Dams</title>`\n"))
