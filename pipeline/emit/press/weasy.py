"""What WeasyPrint is made to do beyond its public interface: all such places, and why. They are tried on a page before they are relied on.

- ``pdf.build_fonts_dictionary``: chunks leave their fonts to the linker, which embeds each once (a sixth of the time of writing).
- ``pdf.tags._build_box_tree``: what HTML says of an element's language, and of the cells that a header is for, the file says too
  (ISO 14289-1, 7.2 and 7.5).
- ``layout.inline.justify_line``, ``count_expandable_spaces`` and ``text.line_break.Layout.set_text``: a justified line is stretched
  between Han characters as well as at spaces (CSS Text 3, 6.4; CLREQ, 3.1.3), where WeasyPrint knows spaces only.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from inspect import signature
from itertools import chain
from operator import attrgetter
from typing import Any

# Han characters, kana, and the punctuation that is as wide.
_WIDE = re.compile("[\u2e80-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]+")
# The functions that are replaced, with their parameters.
_FUNCTIONS = (
    ("pdf", "build_fonts_dictionary", "pdf fonts compress subset options"),
    ("pdf.tags", "_build_box_tree", "box parent pdf page_number nums annotations tags"),
    ("layout.inline", "justify_line", "context line extra_width"),
    ("layout.inline", "count_expandable_spaces", "box"),
    ("text.line_break", "Layout.set_text", "self text justify"),
)
# Functions of WeasyPrint's take and give its own values, which have no types.
_Any = Any


class UnfamiliarError(Exception):
    """WeasyPrint does not work as this module expects."""


@contextmanager
def extended() -> Iterator[None]:
    """WeasyPrint as the press needs it."""
    _recognize()
    from weasyprint import pdf  # noqa: PLC0415  # 0.5 s, see typesetter
    from weasyprint.layout import inline  # noqa: PLC0415  # as above
    from weasyprint.pdf import tags  # noqa: PLC0415  # as above
    from weasyprint.text import line_break  # noqa: PLC0415  # as above

    with ExitStack() as stack:
        stack.enter_context(_replaced(pdf, "build_fonts_dictionary", _no_fonts))
        stack.enter_context(_replaced(tags, "_build_box_tree", _telling(tags._build_box_tree)))  # noqa: SLF001  # what this module is for
        stack.enter_context(_replaced(inline, "justify_line", _justify_line))
        stack.enter_context(_replaced(inline, "count_expandable_spaces", _gaps))
        stack.enter_context(_replaced(line_break.Layout, "set_text", _stretching(line_break.Layout.set_text)))
        yield


def _recognize() -> None:
    """Whether all functions are there, with the parameters that we know."""
    for module, path, parameters in _FUNCTIONS:
        try:
            function = attrgetter(path)(import_module(f"weasyprint.{module}"))
        except (ImportError, AttributeError) as error:
            raise UnfamiliarError(f"weasyprint.{module} has no {path}") from error
        if list(signature(function).parameters) != parameters.split():
            raise UnfamiliarError(f"weasyprint.{module}.{path} is another function")


@contextmanager
def _replaced(holder: _Any, name: str, value: _Any) -> Iterator[None]:
    before = getattr(holder, name)
    setattr(holder, name, value)
    try:
        yield
    finally:
        setattr(holder, name, before)


def _no_fonts(*_: _Any) -> _Any:
    from pydyf import Dictionary  # noqa: PLC0415  # comes with WeasyPrint

    return Dictionary()


def _telling(build: _Any) -> _Any:
    from pydyf import String  # noqa: PLC0415  # comes with WeasyPrint

    def build_box_tree(box: _Any, *rest: _Any) -> _Any:
        inside = box.element is not None and box.element_tag not in {"html", "body"}
        language = box.element.get("lang") if inside else None
        for element in build(box, *rest):
            if language:
                element["Lang"] = String(language)
            if element["S"] == "/TH":
                element["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
            yield element

    return build_box_tree


def _justify_line(context: _Any, line: _Any, extra: float) -> None:
    """Spreads what is left of a line over its gaps; there is none after the last character."""
    from weasyprint.layout import inline  # noqa: PLC0415  # see extended

    texts = "".join(_texts(line))
    gaps = _count(texts) - bool(_WIDE.match(texts[-1:]))
    if gaps > 0:
        inline.add_word_spacing(context, line, extra / gaps, 0)


def _gaps(box: _Any) -> int:
    return sum(map(_count, _texts(box)))


def _texts(box: _Any) -> Iterator[str]:
    """The texts of a line or of what is in it."""
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415  # see extended

    if isinstance(box, boxes.TextBox):
        yield box.text
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        yield from chain.from_iterable(map(_texts, box.children))


def _count(text: str) -> int:
    return text.count(" ") + text.count("\u00a0") + sum(len(run) for run in _WIDE.findall(text))


def _stretching(set_text: _Any) -> _Any:
    from weasyprint.text.ffi import TO_UNITS, ffi, pango  # noqa: PLC0415  # see extended

    def set_justified_text(layout: _Any, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002  # as WeasyPrint has it
        set_text(layout, text, justify)
        runs = list(_WIDE.finditer(layout.text)) if justify and layout.justification_spacing else []
        if not runs:
            return
        attributes = pango.pango_layout_get_attributes(layout.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        own = layout.style["letter_spacing"]
        spacing = layout.justification_spacing + (0 if own == "normal" else own)
        for run in runs:
            attribute = pango.pango_attr_letter_spacing_new(int(spacing * TO_UNITS))
            attribute.start_index = len(layout.text[: run.start()].encode())
            attribute.end_index = attribute.start_index + len(run[0].encode())
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(layout.layout, attributes)

    return set_justified_text
