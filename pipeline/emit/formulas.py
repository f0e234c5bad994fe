r"""TeX between dollar signs → MathML, which browsers set and screen readers read, without a script.

latex2mathml gives a tree. Of that tree only elements and attributes of MathML Core (https://www.w3.org/TR/mathml-core/) are written
here, each text escaped: whatever ``\text{…}``, ``\href`` or ``\style`` hold stays text or goes. What it does not understand is no
formula to us either: the source is shown as it is. So it is with definitions of macros, which could grow without bound.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from types import MappingProxyType
from xml.etree.ElementTree import Element  # only the type: nothing is parsed

_LONGEST = 2_000
_MACROS = re.compile(r"\\(?:re|provide)?newcommand|\\[gex]?def(?![a-z])|\\let(?![a-z])|\\input|\\include|\\loop")
# Environments that have another name there.
_NAMES = re.compile(r"(?<=\{)(?:aligned|align|gathered|split|gather\*?|eqnarray\*?|multline\*?)(?=\})")
# A letter without braces gets an attribute that browsers do not know, rather than the letter of that alphabet.
_BARE = re.compile(r"(\\(?:math(?:bb|bf|cal|frak|scr|sf|rm|it|tt)|bm|boldsymbol))\s+([A-Za-z0-9])")
_ELEMENTS = frozenset({
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle", "mpadded", "mphantom", "merror",
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd",
})  # fmt: skip
_ATTRIBUTES = frozenset({
    "display", "displaystyle", "scriptlevel", "mathvariant", "stretchy", "fence", "form", "separator", "lspace", "rspace", "largeop",
    "movablelimits", "symmetric", "minsize", "maxsize", "accent", "accentunder", "linethickness", "width", "height", "depth", "voffset",
    "columnalign", "rowspan", "columnspan",
})  # fmt: skip
# Delimiters that it leaves as they are behind \bigl and its like, and signs that it takes for letters.
_DELIMITERS: Mapping[str, str] = MappingProxyType({
    r"\{": "{", r"\}": "}", r"\lbrace": "{", r"\rbrace": "}", r"\|": "‖", r"\Vert": "‖", r"\lVert": "‖", r"\rVert": "‖",
    r"\vert": "|", r"\lvert": "|", r"\rvert": "|", r"\langle": "⟨", r"\rangle": "⟩",
    r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉",
})  # fmt: skip
_SIGNS: Mapping[str, str] = MappingProxyType({"~": "∼", "±": "±", "⟂": "⟂", "⧵": "∖", "‖": "‖"})
_PLAIN = re.compile(r"[A-Za-z0-9.+\- ]{1,40}")


def mathml(tex: str) -> str | None:
    """``$x^2$`` or ``$$x^2$$`` as a ``<math>`` element; ``None`` where it cannot be read."""
    block = tex.startswith("$$")
    source = " ".join(tex.strip("$").split())
    if len(source) > _LONGEST or _MACROS.search(source) or not source.isprintable():
        return None
    return _written(_BARE.sub(r"\1{\2}", _NAMES.sub("align*", source)), "block" if block else "inline")


@lru_cache(4096)
def _written(source: str, display: str) -> str | None:
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415 - 30 ms that programs without formulas need not wait

    try:
        return "".join(_element(convert_to_element(source, display=display)))
    # It raises errors of its own for what is no TeX, and whatever comes of an index beyond the end or a text too deep.
    except Exception:  # noqa: BLE001 - an unreadable formula must not stop a conference
        return None


def _element(node: Element) -> Iterator[str]:
    if node.tag not in _ELEMENTS:
        raise ValueError(node.tag)
    text = unescape(node.text or "")
    tag = "mo" if node.tag == "mi" and text in _SIGNS else node.tag
    text = _SIGNS.get(text, text) if tag == "mo" else text
    text = _DELIMITERS.get(text, text) if "minsize" in node.attrib else text
    if (text.startswith("\\") and len(text) > 1) or (text == "&" and node.tag != "mtext"):
        raise ValueError(text)  # a command that is not known, or columns where there are none
    yield f"<{tag}{''.join(_attributes(node))}>{escape(text, quote=False)}"
    for child in node:
        yield from _element(child)
    yield f"</{tag}>"


def _attributes(node: Element) -> Iterator[str]:
    for name, value in node.attrib.items():
        if name in _ATTRIBUTES and _PLAIN.fullmatch(value):
            yield f' {name}="{value}"'
