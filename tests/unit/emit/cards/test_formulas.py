r"""TeX as MathML: what is set, and that nothing but mathematics comes of it."""

import re

import pytest

from pipeline.emit.cards.formulas import mathml
from pipeline.emit.cards.words import formula


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("$x^2$", '<math display="inline"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>'),
        ("$$a<b$$", '<math display="block"><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>'),
        (r"$\mathbb R$", '<math display="inline"><mrow><mi>ℝ</mi></mrow></math>'),
        (r"$\text{a & b}$", '<math display="inline"><mrow><mtext>a\xa0&amp;\xa0b</mtext></mrow></math>'),
    ],
)
def test_formulas_are_set(tex: str, expected: str):
    assert mathml(tex) == expected


@pytest.mark.parametrize(
    "tex",
    [
        r"$\unheardof{x}$",
        "$a & b$",
        "$x_1_2$",
        "$" + "{" * 5_000 + "$",
        "$" + "x" * 10_000 + "$",
        r"$\newcommand{\a}{\a\a}\a$",
        r"$\def\a{\a\a}\a$",
        "$a\u202eb$",
    ],
)
def test_what_cannot_be_read_is_shown_as_it_is_written(tex: str):
    assert mathml(tex) is None
    assert re.fullmatch(r'<span class="math" translate="no">[^<]*</span>', formula(tex))


@pytest.mark.parametrize(
    "tex",
    [
        r"$\text{<img src=x onerror=alert(1)>}$",
        r"$<script>alert(1)</script>$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{background:url(//evil)}{x}$",
        r"$\class{evil}{x}$",
        r"$\color{red;background:url(//evil)}{x}$",
        r"$\hspace{1em' onclick='alert(1)}x$",
        r'$\rule{1em" onclick="alert(1)}{1em}x$',
    ],
)
def test_nothing_but_mathematics_comes_of_a_formula(tex: str):
    markup = formula(tex)
    tags = re.findall(r"<([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>", markup)
    assert {name for name, _ in tags} <= {"math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mstyle", "mpadded", "span"}
    assert [attributes for _, attributes in tags if re.search("href|style=|onclick|onerror|url", attributes)] == []
    assert len(re.findall("<", markup)) == len(tags) + len(re.findall("</[a-z]+>", markup))
