"""Whatever a page holds as an abstract, what is published of it is safe, and the same in all forms."""

import re

import nh3
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.normalize.text.rich import ELEMENTS, SCHEMES, rich_text

TAGS = (
    "p", "div", "br", "b", "i", "em", "strong", "sub", "sup", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "a", "table", "tr", "td", "span",
    "img", "script", "style", "svg", "math", "title", "textarea", "iframe", "template", "form", "font", "dl", "dt", "dd", "hr", "plaintext", "select",
)  # fmt: skip
ATTRIBUTES = (
    "", ' href="https://example.org/a?b=1&copy=2"', " href='javascript:alert(1)'", ' href="http://ü.example/(x)_y*"', " onclick=alert(1)", ' href="//x.y"',
    ' href="JaVa&#10;Script:alert(1)"', ' style="x"', ' href="mailto:a@b.c"', " href=data:text/html,x", ' href="https://[::1"', ' title="><script>"',
    ' href="http://a.b/%zz%41&amp;lt;`"',
)  # fmt: skip
WORDS = (
    "a", "Zeit", "中文", "，", "。", " ", "\n", "  ", "\u00a0", "\u3000", "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "!", "#", "# ", "-", "- ", "+ ",
    "1. ", "1) ", "=", "===", "---", ">", "<", "&", "&amp;", "&lt;", "&copy", "&#42;", "$", "$$", "$a_1 b_2$", "$$x<y$$", "$5", "\\", "\\(", "\\)", "~~", "~",
    "|", "|-|", ":-", ":", "\t", "    ", "http://x.y", "x_y", "5", "é", "e\u0301", "\u202e", "\x00", "\ufeff", "\ud800", "“", "…", "👍🏽", "\u200b", "[x]: y", "![",
    "&#x202e;", "&NewLine;", "\\\n", "\u2028", "\x85", "```", "~~~", "神", "-- ", "$\\$", "<!--", "-->", "<![CDATA[", "]]>", "<?", "</",
)  # fmt: skip

fragments = st.one_of(
    st.sampled_from(WORDS),
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
)
texts = st.lists(fragments, max_size=25).map("".join)
markups = st.sampled_from(("html", "markdown", None))


@given(texts, markups)
@example("<b>a<br></b><i>b</i>*c", "html")
@example("$$x$$ and $y$ in 2024", "html")
@settings(max_examples=400, deadline=None)
def test_markdown_and_html_say_the_same(source: str, markup: str | None):
    text = rich_text(source, markup)
    if text is None:
        return
    assert rich_text(text.markdown, "markdown") == text
    assert rich_text(text.html, "html") == text


@given(texts, markups)
@settings(max_examples=300, deadline=None)
def test_what_is_published_is_safe(source: str, markup: str | None):
    text = rich_text(source, markup)
    if text is None:
        return
    tree = LexborHTMLParser(f"<!DOCTYPE html><body>{text.html}").body
    assert tree is not None
    for node in tree.traverse(include_text=False):
        assert node.tag in {*ELEMENTS, "body"}
        assert set(node.attributes) <= ({"href"} if node.tag == "a" else set())
        if node.tag == "a":
            assert (node.attributes["href"] or "").split(":")[0].lower() in SCHEMES
    assert text.html == nh3.clean(
        text.html, tags=set(ELEMENTS), attributes={"a": {"href"}}, url_schemes=set(SCHEMES), link_rel=None
    )


@given(texts, markups)
@settings(max_examples=200, deadline=None)
def test_plain_text_is_the_words_and_no_controls(source: str, markup: str | None):
    text = rich_text(source, markup)
    if text is None:
        return
    assert text.plain.strip()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u202a-\u202e]", text.plain + text.html + text.markdown)
    text.markdown.encode()
