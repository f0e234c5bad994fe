"""What a page hides: titles of pasted documents that are another session's, and the rest of a page behind what is never closed."""

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


@pytest.mark.parametrize(
    "opening", ["<title>Dams", "<style>", '<script src="a.js">', "<style></style><STYLE type='text/css'>", "<template>"]
)
def test_a_rest_that_is_hidden_is_told(opening: str):
    column = max(opening.lower().rfind(f"<{tag}") for tag in ("title", "style", "script", "template")) + 1
    assert told(opening) == [f"5:{column} hidden-rest"]


@pytest.mark.parametrize(
    "page",
    [
        "---\ntitle: Rivers\n---\n<p>Title: Reeds</p>\n<style>\n</div>\n",
        "---\ntitle: <style>\n---\n",
        "---\ntitle: A\n---\nAll about `<style>` and <scripts>\n",
        "---\ntitle: A\n---\n```\n<script>\n```\nand more\n",
        "---\ntitle: A\n---\n<!-- <style> -->\nWords",
    ],
)
def test_where_no_words_are_hidden_nothing_is_said(page: str):
    _, problems = extract_page(Source("p.md", page))
    assert [problem.kind() for problem in problems if problem.kind() == "hidden-rest"] == []
