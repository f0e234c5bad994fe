"""What is broken in the markup is reported; what only looks so is not."""

import pytest

from pipeline.extract.markup.tags import broken_markup
from pipeline.source import Source


def broken(text: str) -> list[str]:
    return [f"{problem.span.line}:{problem.span.column} {problem.message}" for problem in broken_markup(Source("page.md", text), 0)]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("<div>\n  <b>One\n</div>", ["2:3 '<b>' is not closed"]),
        ("<div>\n  <div>\n  One\n</div>\n<div>\nTwo\n</div>", ["2:3 '<div>' is not closed"]),
        ("<!-- one\n<!-- two -->", ["1:1 '<!--' is not closed"]),
        ("<style>\n.a {}\n<div>One</div>", ["1:1 '<style' is not closed"]),
        ("<title>Dams\n\nOne", ["1:1 '<title' is not closed"]),
        ("<p>One</p>\n<template>\n\nTwo", ["2:1 '<template' is not closed"]),
        ('<iframe src="x">\n\nOne', ["1:1 '<iframe' is not closed"]),
        ('<div class="a>\n<p class="b">One</p></div>', ["1:1 '<div class=' does not end: a quote or a '>' is missing"]),
        ('<div class="a"\n<p>One</p></div>', ["1:1 '<div class=' does not end: a quote or a '>' is missing"]),
    ],
    ids=["bold", "by its margin", "comment", "style", "title", "template", "frame", "quote", "tag"],
)
def test_what_is_not_closed_is_reported_where_it_begins(text, reported):
    assert broken(text) == reported


@pytest.mark.parametrize(
    "text",
    [
        "<p>One\n<p>Two<br>\n<ul><li>Three<li>Four</ul>",
        "<DIV CLASS=a data-x='1' hidden>One</Div><img src=/a.png>",
        '<div\n  class="a"\n  title="2 > 1">One</div>',
        "$a<b$ and $x <p and y$, 3 <i> 2</i>",
        '{{< figure src="a.png" >}} {{<figure src="b.png">}} {% a <div> %}',
        '`<div>` and\n```\n<div class="a>\n```\n',
        "<div><div>\nOne\n</div></div>",
        "<div>\n    <div>\nOne\n</div>\n    </div>",
        "</div>\n<div>One</div>",
        "<!-- <style>a {}</style> <title>Dams</title> -->",
        "<!-- <div> --><style>a > b {}</style><script>if (a<b) '<div>'</script>",
        "<https://example.org/?a=b> 1 < 2",
    ],
)
def test_what_is_right_or_only_loosely_written_is_not_reported(text):
    assert broken(text) == []
