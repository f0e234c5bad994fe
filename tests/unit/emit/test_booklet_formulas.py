"""Formulas on paper: what is set as text, what is drawn, and what stays as it is written."""

import re
from xml.etree import ElementTree as ET

import pytest

from pipeline.emit.booklet.formulas import Formulas


def line(tex: str) -> str:
    """The formula's inside, its thin spaces as ``_`` and those that break no line as ``~``."""
    found = re.fullmatch(r'<span class="math set" translate="no">(.*)</span>', Formulas("book:")(tex))
    assert found
    return found[1].replace("\u2009", "_").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("$n$", "𝑛"),
        ("$h$", "ℎ"),
        (r"$\Delta$", "Δ"),
        ("$A_k$", "𝐴<sub>𝑘</sub>"),
        ("$10^{-6}$", "10<sup>−6</sup>"),
        ("$x=-1$", "𝑥~= −1"),
        (r"$p_c = 0.57 \pm 0.02$", "𝑝<sub>𝑐</sub>~= 0.57_±_0.02"),
        (r"$L \sim \varepsilon^{1-D}$", "𝐿~∼ 𝜀<sup>1−𝐷</sup>"),
        (r"$\beta\in(0,1]$", "𝛽~∈ (0,_1]"),
        (r"$O(\log^2 d)$", "𝑂(log<sup>2</sup>_𝑑)"),
        (r"$a\cos(x)$", "𝑎_cos(𝑥)"),
        (r"$\ell_1\text{-norm}$", "ℓ<sub>1</sub>-norm"),
        (r"$q\in\mathbb{N}$", "𝑞~∈ ℕ"),
        ("$a<b$", "𝑎~&lt; 𝑏"),
    ],
)
def test_what_needs_one_line_is_text(tex: str, text: str):
    assert line(tex) == text


@pytest.mark.parametrize(
    "tex", [r"$\sqrt{gh}$", r"$\hat n$", r"$d_0^{\Delta}$", r"$$\sum_{k=1}^K \frac{a_k}{2}$$", r"$\bigl\| x \bigr\|$"]
)
def test_what_needs_more_is_drawn_on_the_baseline(tex: str):
    setter = Formulas("book:")
    html = setter(tex)
    ((name, picture),) = setter.drawings.items()
    drawing = ET.fromstring(picture.data)  # noqa: S314 - our own
    _, top, width, height = map(float, drawing.attrib["viewBox"].split())
    shape = "math set display" if tex.startswith("$$") else "math set"
    place = f"width:{width / 10:.4f}em;vertical-align:{-(top + height) / 10:.4f}em"
    image = f'<img src="book:{name}" alt="{tex.strip("$")}" style="{place}">'
    assert html == f'<span class="{shape}" translate="no">{image}</span>'
    assert top < 0 < top + height
    kinds = {node.tag.rpartition("}")[2] for node in drawing.iter()}
    assert "path" in kinds
    assert kinds <= {"svg", "symbol", "path", "use", "rect", "g"}


@pytest.mark.parametrize(
    "tex",
    [
        r"$\unheardof{x}$",
        r"$\frac{\text{汉}}{2}$",
        r"$\frac{x}{\hspace{99999999em}}$",
        "$" + r"\sqrt{" * 300 + "x" + "}" * 300 + "$",
        "$" + "x_{" * 300 + "x" + "}" * 300 + "$",
    ],
)
def test_what_cannot_be_set_is_printed_as_it_is_written(tex: str):
    setter = Formulas("book:")
    assert setter(tex) == f'<span class="math" translate="no">{tex}</span>'
    assert setter.drawings == {}


def test_a_formula_brings_no_markup_with_it():
    html = Formulas("book:")(r"$\text{<script>alert(1)</script>} \frac{1}{2}$")
    assert "<script" not in html
