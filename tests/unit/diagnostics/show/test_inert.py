"""Texts of pages in Markdown: they are shown as they are, and do nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline.diagnostics.show.inert import inert

MARKDOWN = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
# What GitHub's own filters look for in the text that its Markdown leaves.
CALLS = re.compile(r"@\w|#\d|GH-\d|://|www\.\w|:[a-z+-][a-z0-9_+-]*:|\$", re.IGNORECASE)
PIECES = st.lists(
    st.sampled_from(
        [
            "`",
            "``",
            "*",
            "**",
            "_",
            "[x](y)",
            "<!--",
            "-->",
            "<b>",
            "&lt;",
            "&#64;",
            "~~",
            "|",
            "\\",
            "$a$",
            "![](z)",
            "- ",
            "1. ",
            "x",
        ]
    )
)


def shown(markdown: str) -> str:
    """What a reader sees of a list's item."""
    html = MARKDOWN.render(f"- seen: {markdown}.")
    inside = re.fullmatch(r"<ul>\n<li>seen: (.*)\.</li>\n</ul>\n", html)
    assert inside, html
    text = inside[1].replace("<span>$</span>", "$").replace("\u200b", "")
    assert "<" not in text, html
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


@given(PIECES.map("".join) | st.text(st.characters(codec="ascii", exclude_categories=["C"])))
def test_a_text_is_shown_as_it_is(text: str):
    assert shown(inert(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "@everybody",
        "#12",
        "octo/repo#12",
        "gh-12",
        "https://evil.example",
        "www.evil.example",
        "mail@evil.example",
        ":tada:",
        "$x$ and $$y$$",
        "@a@b ##1 ::x::y",
    ],
)
def test_nobody_is_called_and_nothing_linked(text: str):
    # What stands in an element of its own is no part of the text around it.
    html = MARKDOWN.render(f"- seen: {inert(text)}").replace("<span>$</span>", "")
    assert CALLS.findall(html) == []
    assert shown(inert(text)) == text


def test_a_text_stays_on_its_line_and_is_not_endless():
    assert inert("a\n\n- b\r\n\tc") == "a - b c"
    assert inert("x" * 1000) == "x" * 300 + "…"


def test_what_would_turn_or_steer_the_text_is_made_visible():
    assert "\u202e" not in inert("a\u202eb")
    assert "\x1b" not in inert("a\x1b[31mb")
