"""Linked documents, read back: pages to the left and the right, heads, numbers, links, and each thing once."""

import io
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from pipeline.emit import ALONE
from pipeline.emit.booklet.faces import FACES
from pipeline.emit.press import Job, printed
from pipeline.emit.press.chunk import Chunk, Numbering
from pipeline.emit.press.furniture import Furniture, Lines, Thumbs
from pipeline.emit.press.link.catalog import About

STYLE = """@page { size: 100pt 200pt; margin: 30pt 20pt } html { font: 10pt/12pt "Source Serif 4" } body, p, h1 { margin: 0 }
h1 { font-size: 10pt; bookmark-level: 1 } h2 { font-size: 10pt; bookmark-level: 2 } .number { font-family: "Page Number" } b .number { font: 8pt "Page Number Flush" }
p { break-after: page }"""
SANS = ("Noto Sans", "Noto Sans SC")
FURNITURE = Furniture(
    SANS,
    margin=15,
    shift=5,
    head=Lines(SANS, 400, 6, "#336699", 20),
    folio=Lines(SANS, 600, 6, "#000000", 190),
    thumbs=Thumbs(Lines(SANS, 600, 6, "#ffffff", 8), "#000000", width=8, height=12, top=30, step=50),
)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


def number(anchor: str) -> str:
    return f'<a class="number" href="#{anchor}"></a>'


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    shown = '<img src="book:dot" alt="a dot" width="9">'
    texts = {
        "cover": "<h1>Cover</h1>",
        "contents": f'<h1 data-head="Contents 目录">In it</h1>a {number("a")} b {number("b")} <b>{number("b")}</b> own {number("öwn")}<span id="öwn"></span>',
        "a": f'<h1 id="a" data-head="Day">A</h1><p>{shown}<h2>Under</h2>more',
        "b": f'<article id="b" data-head="Session"><h2>B</h2>{shown}</article>',
    }
    kinds: dict[str, Numbering] = {"cover": "none", "contents": "roman", "a": "arabic", "b": "arabic"}
    thumbs = {"a": 1, "b": 4}
    chunks = tuple(
        Chunk(name, f'<html lang="en"><title>T</title><body>{text}', kinds[name], recto=name == "a", thumb=thumbs.get(name))
        for name, text in texts.items()
    )
    data, problems = printed(
        Job(About("Rivers & <Rain>", "2026", "en"), chunks, STYLE, FACES, FURNITURE, {"dot": picture()}), ALONE
    )
    assert problems == ()
    return PdfReader(io.BytesIO(data))


def letters(text: str) -> list[str]:
    """What is printed, wherever it stands."""
    return sorted("".join(text.split()))


def test_pages_have_heads_numbers_and_folios(reader: PdfReader):
    expected = ["Cover", "Contents 目录 In it a 1 b 3 3 own ii ii", "Day 1 1 A", "Day 2 1 Under more", "Session 3 4 B"]
    assert [letters(page.extract_text()) for page in reader.pages] == [letters(text) for text in expected]
    assert reader.page_labels == ["i", "ii", "1", "2", "3"]


def test_text_stands_nearer_to_the_outer_edge(reader: PdfReader):
    assert [float(page.mediabox.left) for page in reader.pages] == [0, 5, -5, 5, -5]
    assert {(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages} == {(100, 200)}


def placed(page: Any) -> dict[str, tuple[float, float]]:
    """Where each word of a page begins, from its left and top edge."""
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, outer: Any, inner: Any, *_: object) -> None:
        if text.strip():
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            found[text.strip()] = (round(x - float(page.mediabox.left), 1), round(200 - y, 1))

    page.extract_text(visitor_text=visit)
    return found


def test_furniture_stands_at_the_outer_margin(reader: PdfReader):
    left, right = placed(reader.pages[3]), placed(reader.pages[4])
    assert (left["Day"], left["2"]) == ((15, 20), (15, 190))
    assert right["Session"][1] == 20
    assert right["Session"][0] + 6 * 0.5 * len("Session") == pytest.approx(85, abs=3)


def test_links_go_where_the_numbers_say(reader: PdfReader):
    pages = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    assert pages == {"a": 2, "b": 4, "öwn": 1}
    contents: Any = reader.pages[1]
    links = [str(link.get_object()["/Dest"]) for link in contents["/Annots"]]
    assert links == ["a", "b", "b", "öwn"]
    names: Any = reader.trailer["/Root"]
    written = [name.original_bytes for name in names["/Names"]["/Dests"]["/Names"][::2]]
    assert written == sorted(written)  # as readers look for them
    assert {link.get_object()["/Dest"].original_bytes for link in contents["/Annots"]} == set(written)


def test_the_outline_nests_over_chunks(reader: PdfReader):
    def named(items: Any) -> list[Any]:
        return [named(item) if isinstance(item, list) else item.title for item in items]

    assert named(reader.outline) == ["Cover", "In it", "A", ["Under", "B"]]


def test_a_picture_and_a_face_are_in_the_file_once(reader: PdfReader):
    kinds = [str(one.get("/Subtype")) for one in objects(reader) if hasattr(one, "get")]
    assert kinds.count("/Image") == 1
    names = [str(one["/BaseFont"])[8:] for one in objects(reader) if hasattr(one, "get") and one.get("/Subtype") == "/Type0"]
    assert sorted(names) == ["Noto-Sans", "Noto-Sans-Bold", "Noto-Sans-SC", "Source-Serif-4", "Source-Serif-4-Bold"]


def objects(reader: PdfReader) -> list[Any]:
    size: Any = reader.trailer["/Size"]
    return [reader.get_object(number) for number in range(1, size)]


def test_every_content_has_its_element(reader: PdfReader):
    root: Any = reader.trailer["/Root"]
    nums = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys = list(nums[::2])
    assert keys == sorted(set(keys))
    elements = dict(zip(keys, nums[1::2], strict=True))
    for page in reader.pages:
        assert all(one["/S"] for one in (entry.get_object() for entry in elements[page["/StructParents"]].get_object()))
        for link in page.get("/Annots") or ():
            assert elements[link.get_object()["/StructParent"]].get_object()["/S"] == "/Link"


def test_the_document_says_what_it_is(reader: PdfReader):
    root: Any = reader.trailer["/Root"]
    assert reader.metadata
    assert (reader.metadata.title, root["/Lang"]) == ("Rivers & <Rain>", "en")
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "Rivers &amp; &lt;Rain&gt;" in xmp
