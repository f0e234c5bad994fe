"""What a chunk is compiled to: what it defines, what it needs, and nothing that is the whole document's."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from pipeline.emit.booklet.faces import FACES
from pipeline.emit.fonts import cut_faces
from pipeline.emit.press.compile import compiled
from pipeline.emit.press.objects import Head, Object
from pipeline.emit.press.typesetter import Kit, Typesetter, typesetting

STYLE = """
@page { size: 100mm 50mm; margin: 5mm } html { font: 10pt/15pt "Source Serif 4", "Noto Sans SC" } body, p, h1 { margin: 0; font-weight: 400 }
h1 { font-size: 10pt; bookmark-level: 2 } .number { font-family: "Page Number" } b .number { font: 600 8pt "Page Number Flush" }
.even { text-align: justify } .next { break-before: page }
"""
LETTERS = "盐与海水潮汐的记忆，abcdefghijklmnopqrstuvwxyzTL 0123456789"


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with typesetting(Kit(STYLE, cut_faces(LETTERS, FACES, numbered=True), {})) as running:
        yield running


def made(typesetter: Typesetter, body: str) -> Object:
    return compiled(f'<html lang="en"><title>T</title><body>{body}', typesetter)


def test_page_numbers_are_left_open(typesetter: Typesetter):
    number = '<a class="number" href="#{0}"></a>'
    found = made(
        typesetter, f"<p>a {number.format('tide')}<p>b {number.format('t%20x')}<p class=next><b>{number.format('tide')}</b> c"
    )
    (first, second, third) = found.relocations
    assert [(one.page, one.anchor, one.weight, one.flush) for one in found.relocations] == [
        (0, "tide", 400, False),
        (0, "t x", 400, False),
        (1, "tide", 600, True),
    ]
    assert first.at < second.at
    assert (first.size, third.size) == pytest.approx((10 / 0.75, 8 / 0.75), abs=0.01)
    assert first.width == second.width
    assert found.links == ("t x", "tide")
    assert {font.family for font in found.fonts} == {"Source Serif 4"}


def test_what_a_chunk_defines(typesetter: Typesetter):
    found = made(typesetter, "<h1 id=a data-head=A>a</h1><article class=next data-head=B><p id=b>b</article>")
    assert [(name, place.page) for name, place in found.anchors] == [("a", 0), ("b", 1)]
    assert dict(found.anchors)["a"].y == pytest.approx((50 - 5) / 25.4 * 72, abs=0.01)
    assert [(one.level, one.text, one.place.page) for one in found.outline] == [(2, "a", 0)]
    assert found.heads == (Head(0, "A", session=False), Head(1, "B", session=True))
    assert [[round(length / 72 * 25.4, 2) for length in size] for size in found.sizes] == [[100, 50]] * 2


def file(found: Object) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(found.pdf))


def elements(pdf: pikepdf.Pdf, tag: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == tag]


def test_a_paragraph_holds_its_lines_and_knows_its_language(typesetter: Typesetter):
    pdf = file(made(typesetter, f'<p lang="zh-Hans">{"盐与海" * 12} <span lang="en">tides</span></p>'))
    (paragraph,) = elements(pdf, "/P")
    (run,) = elements(pdf, "/Span")
    assert (str(paragraph.Lang), str(run.Lang)) == ("zh-Hans", "en")
    assert [kid for kid in paragraph.K if not isinstance(kid, pikepdf.Object)] == [0, 1]


def test_an_item_that_goes_on_overleaf_has_a_body_there_too(typesetter: Typesetter):
    found = made(typesetter, "<ul><li>" + "tide and " * 120 + "</ul>")
    pdf = file(found)
    items = elements(pdf, "/LI")
    assert len(items) == len(found.sizes) > 1
    assert [{str(kid.S) for kid in item.K} for item in items] == [{"/Lbl", "/LBody"}, *[{"/LBody"}] * (len(items) - 1)]


def test_header_cells_say_what_they_head(typesetter: Typesetter):
    pdf = file(made(typesetter, "<table><tr><th>a<th>b<tr><th scope=row>c<td>d</table>"))
    assert [str(cell.A.Scope) for cell in elements(pdf, "/TH")] == ["/Column", "/Column", "/Row"]


@pytest.mark.parametrize("text", ["盐与海的记忆，" * 12, "盐与海 tide and 潮汐, " * 8])
def test_justified_chinese_ends_at_the_margin(typesetter: Typesetter, text: str):
    document = typesetter.lay(typesetter.read(f'<html lang="zh-Hans"><body><p class="even">{text}</p>'))
    paragraph = next(box for box in document.pages[0]._page_box.descendants() if box.element_tag == "p")  # noqa: SLF001  # to measure
    *full, _ = paragraph.children
    widths = [sum(box.width for box in line.children) for line in full]
    assert len(full) > 1
    # What follows the last character is not printed: a line is as much wider.
    assert widths == pytest.approx([paragraph.width] * len(full), abs=1.5)
