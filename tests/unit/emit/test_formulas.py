r"""TeX as MathML: what is set, and that nothing but mathematics comes of it."""

import re

import pytest

from pipeline.diagnostics.output import UnreadableFormula
from pipeline.emit.cards import emit
from pipeline.emit.cards.words import formula
from pipeline.emit.formulas import mathml
from pipeline.model import Edition
from pipeline.source import Source, Span
from tests.builders import PUBLISHED, program, rich, session, talk


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("$x^2$", '<math display="inline"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>'),
        ("$$a<b$$", '<math display="block"><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></math>'),
        (r"$\mathbb R$", '<math display="inline"><mrow><mi>ℝ</mi></mrow></math>'),
        (r"$a \pm b$", '<math display="inline"><mrow><mi>a</mi><mo>±</mo><mi>b</mi></mrow></math>'),
        (r"$\big\{$", '<math display="inline"><mrow><mo minsize="1.2em" maxsize="1.2em">{</mo></mrow></math>'),
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


def test_a_formula_that_cannot_be_read_is_reported_once_where_it_stands():
    tex = r"$\unheardof x$"
    one = session("S", "2026-10-15 09:00/10:00", talk(f"On {tex}", abstract=rich(f"Let {tex} be $x^2$."), id="t"), id="s")
    page = Source("sessions/s.md", "---\ntitle: S\n---\nLet $\\unheardof\nx$ be $x^2$.\n")
    emission = emit(Edition(program(one), PUBLISHED, {page.path: page}))
    assert emission.problems == (UnreadableFormula(Span("sessions/s.md", 4, 5, 5, 3), tex),)


def test_a_formula_of_a_page_that_is_written_otherwise_is_reported_at_its_session():
    one = session("S", "2026-10-15 09:00/10:00", abstract=rich(r"Let $\unheardof x$ be."), id="s")
    assert [problem.span for problem in emit(Edition(program(one), PUBLISHED)).problems] == [one.source]
