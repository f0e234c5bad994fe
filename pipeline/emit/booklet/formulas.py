"""TeX between dollar signs → a formula as paper has it.

What needs one line and its scripts is set as text, which can be searched and copied; what needs more (fractions, roots, accents, limits,
matrices) is drawn by ziamath, in the same face. Both begin with the same MathML as the cards' formulas, in which only what is safe is
left. What cannot be read stays as its source is, which the cards' X502 reports.
"""

import warnings
from collections.abc import Iterator, Mapping
from html import escape
from types import MappingProxyType
from xml.etree import ElementTree as ET

from pipeline.emit.booklet.faces import FORMULAS
from pipeline.emit.booklet.pictures import Picture, named
from pipeline.emit.fonts import uncovered
from pipeline.emit.formulas import mathml
from pipeline.emit.typography import source_of_formula

_LINEAR = frozenset({"math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup"})
_SCRIPTS: Mapping[str, str] = MappingProxyType({"msub": "sub", "msup": "sup"})
_RELATIONS = frozenset("=<>≤≥≠≈∼≃≅≡∝∈∉⊂⊃⊆⊇→←↔⇒⇐⇔↦≪≫⊥⟂∣")
_OPERATORS = frozenset("+−-±∓×÷·∗∘∪∩∧∨⊕⊗∖⋆")
_OPENING = frozenset("([{⟨⌊⌈,;")
_THIN = "\u2009"
_SIZE = 10.0  # of a drawing's em, in the units of its viewBox
# What is larger no page holds: its source, which can be broken into lines, then says more.
_WIDEST, _HIGHEST = 60 * _SIZE, 40 * _SIZE


class Formulas:
    """Sets formulas for one book, and keeps the drawings that stand for some of them."""

    def __init__(self, scheme: str) -> None:
        """``scheme`` is how the book's own pictures are addressed."""
        self._scheme = scheme
        self._set: dict[str, str] = {}
        self.drawings: dict[str, Picture] = {}

    def __call__(self, tex: str) -> str:
        """The formula, given with its dollar signs, as safe HTML."""
        if tex not in self._set:
            self._set[tex] = self._written(tex)
        return self._set[tex]

    def _written(self, tex: str) -> str:
        read = mathml(tex)
        if read is None:
            return source_of_formula(tex)
        tree = ET.fromstring(read)  # noqa: S314 - our own, of elements and attributes that we list
        inside = _line(tree) if _is_linear(tree) else self._drawn(tree, tex)
        shape = "math set display" if tex.startswith("$$") else "math set"
        return f'<span class="{shape}" translate="no">{inside}</span>' if inside else source_of_formula(tex)

    def _drawn(self, tree: ET.Element, tex: str) -> str | None:
        """The drawing, on the text's baseline and as large as the text."""
        svg = None if uncovered(_text(tree), (FORMULAS,)) else _drawing(tree)
        if svg is None:
            return None
        _, top, width, height = map(float, ET.fromstring(svg).attrib["viewBox"].split())  # noqa: S314 - ziamath's, of our own tree
        if width > _WIDEST or height > _HIGHEST:
            return None
        picture = named(svg.encode(), round(width), round(height))
        self.drawings[picture.name] = picture
        place = f"width:{width / _SIZE:.4f}em;vertical-align:{-(top + height) / _SIZE:.4f}em"
        return f'<img src="{self._scheme}{picture.name}" alt="{escape(tex.strip("$"))}" style="{place}">'


def _drawing(tree: ET.Element) -> str | None:
    """An SVG of paths alone, or ``None``."""
    with warnings.catch_warnings():
        # It finds its font by a function that Python 3.11 and 3.12 call deprecated, and 3.13 does not any longer.
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.zmath import Math  # noqa: PLC0415 - reads its font, which books without such formulas need not wait for

    try:
        return str(Math(tree, size=_SIZE).svg())
    # Its parser and its font raise whatever an index or a lookup raises.
    except Exception:  # noqa: BLE001 - a formula that cannot be drawn must not stop a conference
        return None


def _is_linear(tree: ET.Element) -> bool:
    return all(node.tag in _LINEAR and "mathvariant" not in node.attrib and not _is_tall(node) for node in tree.iter())


def _is_tall(node: ET.Element) -> bool:
    """Whether it stacks what a line of text has side by side, or a sign grows with what it stands beside."""
    scripts = node.tag in _SCRIPTS and any(child.tag in _SCRIPTS for child in node.iter() if child is not node)
    return scripts or "minsize" in node.attrib or node.text in {"∑", "∏", "∫", "∮"}


def _line(tree: ET.Element) -> str:
    """The formula as a line of text, with the spaces that its signs have around them."""
    return "".join(_pieces(tree, "", spaced=True)).strip()


def _pieces(node: ET.Element, before: str, *, spaced: bool) -> Iterator[str]:
    """The text of an element that stands after the text ``before``; within scripts it is not ``spaced``."""
    if node.tag in _SCRIPTS:
        base, script = node
        yield from _pieces(base, before, spaced=spaced)
        yield f"<{_SCRIPTS[node.tag]}>{''.join(_pieces(script, '', spaced=False))}</{_SCRIPTS[node.tag]}>"
    elif len(node):
        for previous, child in zip((None, *node), node, strict=False):
            if spaced and previous is not None and _is_apart(previous, child):
                yield _THIN
            yield from _pieces(child, before, spaced=spaced)
            before = _text(child) or before
    elif node.tag == "mspace":
        yield _THIN
    elif node.tag == "mo":
        yield escape(_sign(_text(node).replace("-", "−"), before, spaced=spaced), quote=False)
    else:
        yield escape(_italic(_text(node)) if node.tag == "mi" else _text(node), quote=False)


def _sign(sign: str, before: str, *, spaced: bool) -> str:
    if spaced and sign in _RELATIONS:
        return f"\u00a0{sign} "
    if spaced and sign in _OPERATORS:
        return f"{_THIN}{sign}{_THIN}" if before and before[-1] not in _OPENING | _RELATIONS | _OPERATORS else sign
    return f"{sign}{_THIN}" if spaced and sign in {",", ";"} else sign


def _is_apart(one: ET.Element, other: ET.Element) -> bool:
    """Whether a function's name (log, cos) and what stands beside it need a space between them."""
    before, after = _text(one)[-1:], _text(other)[:1]
    return (_is_name(one) and after.isalnum()) or (_is_name(other) and (before.isalnum() or before == ")"))


def _is_name(node: ET.Element) -> bool:
    first = next((leaf for leaf in node.iter() if not len(leaf)), node)
    return first.tag == "mi" and len(_text(first)) > 1


def _text(node: ET.Element) -> str:
    return "".join(node.itertext())


def _italic(letter: str) -> str:
    """The letter as mathematics writes variables (MathML Core, C.1: italic mappings); capital Greek stays upright, as TeX has it."""
    if len(letter) > 1:
        return letter
    for first, last, italic in (("A", "Z", 0x1D434), ("a", "z", 0x1D44E), ("α", "ω", 0x1D6FC)):
        if first <= letter <= last:
            return "ℎ" if letter == "h" else chr(italic + ord(letter) - ord(first))
    return letter
