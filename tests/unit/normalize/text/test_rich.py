"""Abstracts and biographies become safe text in three forms that say the same."""

import time

import pytest

from pipeline.model import RichText
from pipeline.normalize.text.characters import clean
from pipeline.normalize.text.rich import plain_text, rich_text


def html(source: str, markup: str | None = "html") -> str:
    text = rich_text(source, markup)
    return text.html if text else ""


def test_a_text_has_three_forms():
    assert rich_text("Rivers <b>bend</b>: $a_1&lt;b$&nbsp;<p>Why?<ul><li>Sand<li>Time</ul>", "html") == RichText(
        markdown="Rivers **bend**: $a_1<b$\n\nWhy?\n\n- Sand\n- Time",
        html="<p>Rivers <strong>bend</strong>: $a_1&lt;b$</p>\n<p>Why?</p>\n<ul>\n<li>Sand</li>\n<li>Time</li>\n</ul>",
        plain="Rivers bend: $a_1<b$\n\nWhy?\n\n- Sand\n- Time",
    )


@pytest.mark.parametrize(
    "source",
    [
        "",
        "  \n ",
        "&nbsp;",
        "<p> </p><br>",
        "<!-- TBA -->",
        "<img src=x>",
        "<script>1</script>",
        "\ufeff",
    ],
)
@pytest.mark.parametrize("markup", ["html", "markdown"])
def test_nothing_is_nothing(source: str, markup: str):
    assert rich_text(source, markup) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<i>a</i> <b>b</b> <cite>c</cite>", "<p><em>a</em> <strong>b</strong> <em>c</em></p>"),
        ("<div>a</div>b<section>c</section>", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
        ("<h3>Aim</h3>We walk.", "<p><strong>Aim</strong></p>\n<p>We walk.</p>"),
        ("a<br>b<br><br>c", "<p>a<br>b</p>\n<p>c</p>"),
        ("<b>a <i>b</b> c</i>", "<p><strong>a <em>b</em></strong><em> c</em></p>"),
        ("a<b> b </b>c", "<p>a <strong>b</strong> c</p>"),
        ("<b><p>a<p>b</b>", "<p><strong>a</strong></p>\n<p><strong>b</strong></p>"),
        ("H<sub>2</sub>O, x<sup>2</sup>, <tt>ls</tt>", "<p>H<sub>2</sub>O, x<sup>2</sup>, <code>ls</code></p>"),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", "<ol>\n<li>a<ul>\n<li>b</li>\n</ul></li>\n<li>c</li>\n</ol>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul></li>\n</ul>"),
        ("<ul>stray<li>a</ul>", "<ul>\n<li>stray</li>\n<li>a</li>\n</ul>"),
        ("<li>alone", "<p>alone</p>"),
        ("<blockquote>a<p>b</blockquote>c", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<p>a b</p>\n<p>c</p>"),
        ("<pre>\na\n  b <b>c</b>\n\n</pre>", "<pre>a\n  b c</pre>"),
        ("a <span style='color:red'>b</span> <font size=7>c</font>", "<p>a b c</p>"),
        ("x</p></div></ul>y", "<p>x</p>\n<p>y</p>"),
        ("a &amp; b &lt;c&gt; &eacute;", "<p>a &amp; b &lt;c&gt; é</p>"),
    ],
)
def test_html_is_reduced_to_what_a_text_needs(source: str, expected: str):
    assert html(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>x", "<img src=x onerror=alert(1)>x", "<b onclick='alert(1)'>x</b>", "<svg onload=alert(1)><script>alert(1)</script></svg>x",
        "<style>@import 'x'</style>x", "<iframe src='//evil.example'></iframe>x", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>x",
        "<object data=x></object>x", "<form action=//x><input value=1>x</form>", "<template><script>1</script></template>x", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>x",
        "<scr<script>ipt>1</script>x", "x<!-- <script>alert(1)</script> -->", "<a href='javascript:alert(1)'>x</a>", "<a href=' java\tscript:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>", "<a href='data:text/html,<script>1</script>'>x</a>", "<a href='vbscript:1'>x</a>", "<a href='//evil.example'>x</a>",
        "<a href='/local'>x</a>", "<a href='http://'>x</a>", "<base href='//evil.example'>x", "<meta http-equiv=refresh content=0>x", "<link rel=stylesheet href=x>x",
    ],
)  # fmt: skip
def test_nothing_dangerous_survives(source: str):
    for markup in ("html", "markdown"):
        made = html(source, markup)
        assert "x" in made
        assert not any(
            word in made for word in ("alert", "evil", "script:", "onerror", "onclick", "<script", "<style", "<a", "import")
        )


def test_links_to_the_web_and_to_mail_stay():
    assert html(
        "<a href='https://example.org/a?b=1&amp;c=ü' target=_blank onclick=x>there</a>, <a href=mailto:a@example.org>mail</a>"
    ) == ('<p><a href="https://example.org/a?b=1&amp;c=%C3%BC">there</a>, <a href="mailto:a@example.org">mail</a></p>')


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("深度\n    学习", "深度学习"),
        ("深度，\n学习", "深度，学习"),
        ("深度 学习", "深度 学习"),
        ("用 LLM\n学习", "用 LLM 学习"),
        ("deep\n   learning", "deep learning"),
        ("said “deep”\n“learning”", "said “deep” “learning”"),
        ("10\u00a0km", "10\u00a0km"),
        ("a\u00a0 b", "a b"),
        ("\u3000\u3000深度", "深度"),
        ("<b>深</b>\n<b>度</b>", "深度"),
    ],
)
def test_white_space_is_folded_and_chinese_lines_are_joined(source: str, expected: str):
    text = rich_text(source, "html")
    assert text
    assert text.plain == expected


@pytest.mark.parametrize("math", ["$a_1 b_2$", "$O(\\log^2 d)$", "$$\\frac{a}{b} * c_*$$", "$x < y \\& z$", "$\\{a\\}$", "$\\$5$"])
@pytest.mark.parametrize("markup", ["html", "markdown", None])
def test_tex_survives(math: str, markup: str | None):
    text = rich_text(f"So {math.replace('<', '&lt;').replace('&z', '&amp;z') if markup == 'html' else math}, *if*_a_.", markup)
    assert text
    assert text.plain.startswith(f"So {math}, ")
    assert f"So {math}, " in text.markdown
    assert math.replace("&", "&amp;").replace("<", "&lt;") in text.html


def test_other_signs_of_tex_become_dollars():
    assert html(r"\(a_1\) and \[b_2\]") == "<p>$a_1$ and $$b_2$$</p>"


def test_displayed_tex_of_several_lines_is_one_paragraph():
    assert (
        html("We show\n\n$$\na\n- b\n= c\n$$\n\nfor all.", "markdown") == "<p>We show</p>\n<p>$$ a - b = c $$</p>\n<p>for all.</p>"
    )


def test_money_is_no_tex():
    text = rich_text("from $5 to $10", "html")
    assert text
    assert text.markdown == r"from \$5 to \$10"


def test_markdown_is_rendered():
    source = "# Aim\n\nA *b* **c** `d` [e](https://example.org).\\\nf\n\n1. g\n2. h\n\n> i\n\n```\nj  k\n```\n\n<b onclick=x>l</b> <script>m</script>"
    assert html(source, "markdown") == (
        '<p><strong>Aim</strong></p>\n<p>A <em>b</em> <strong>c</strong> <code>d</code> <a href="https://example.org">e</a>.<br>f</p>\n'
        "<ol>\n<li>g</li>\n<li>h</li>\n</ol>\n<blockquote>\n<p>i</p>\n</blockquote>\n<pre>j  k</pre>\n<p><strong>l</strong></p>"
    )


def test_plain_text_stays_plain():
    assert rich_text("1 < 2 & *no* <b>\n\nsecond\nline", None) == RichText(
        markdown="1 < 2 & \\*no\\* \\<b>\n\nsecond line",
        html="<p>1 &lt; 2 &amp; *no* &lt;b&gt;</p>\n<p>second line</p>",
        plain="1 < 2 & *no* <b>\n\nsecond line",
    )


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("- nor this", "\\- nor this"),
        ("> nor a quote", "\\> nor a quote"),
        ("a<br>=== b", "a\\\n\\=== b"),
        ("snake_case and _this_", "snake_case and \\_this\\_"),
        ("&amp;copy; AT&amp;T", "\\&copy; AT&T"),
        ("!<a href='https://a.example'>b</a>", "\\![b](https://a.example)"),
        ("<a href='https://a.example/(b)'>c</a>", "[c](<https://a.example/(b)>)"),
        ("<code>a`b</code>", "``a`b``"),
        ("<code>`</code>", "`` ` ``"),
        ("<b>中文，</b>后", "<strong>中文，</strong>后"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ol><li><p>a<p>b</ol>", "1. a\n\n   b"),
    ],
)
def test_markdown_means_what_it_shows(source: str, markdown: str):
    text = rich_text(source, "html")
    assert text
    assert text.markdown == markdown
    assert rich_text(markdown, "markdown") == text


def test_a_title_loses_its_markup():
    assert plain_text("<b>Deep</b>&nbsp;learning &amp; <i>rivers</i>\n<script>x</script>") == "Deep learning & rivers"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\x00b\x1bc\x7fd\ufeffe\ud800f", "abcdef"),
        ("a\tb\r\nc", "a\tb\r\nc"),
        ("ab\u202ecd\u202c", "abcd"),
        ("a\u2067שלום\u2069b", "a\u2067שלום\u2069b"),
        ("a\u2067b", "ab"),
        ("a\u2069\u2067b", "ab"),
        ("e\u0301", "é"),
        ("\ufa19社 e\u0301", "\ufa19社 é"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ],
)
def test_characters_that_no_text_has_go(source: str, expected: str):
    assert clean(source) == expected


def test_entities_cannot_bring_them_back():
    assert html("a&#x202e;b&#0;c") == "<p>ab\ufffdc</p>"


@pytest.mark.parametrize(
    "source",
    ["<b>x" * 20_000, "<div>" * 50_000 + "x", "<ul><li>x" * 10_000, "<blockquote>x" * 10_000, '<a b="' * 20_000 + "x", "<!--" * 20_000, "\\(" * 50_000, "$$a " * 20_000,
     "".join(f"<font color=c{number}>" for number in range(5_000)) + "<p>x" * 5_000],
    ids=["b", "div", "lists", "quotes", "quotation", "comment", "tex", "dollars", "formatting"],
)  # fmt: skip
def test_hostile_nesting_takes_no_long_time(source: str):
    begin = time.process_time()
    rich_text(source, "html")
    assert time.process_time() - begin < 5  # seconds; the naive ways take minutes
