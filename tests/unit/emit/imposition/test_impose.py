"""Files to print from, measured: which page lies where on which sheet, what of it is seen, and where to fold and cut."""

import io
import re

import pytest
from pikepdf import Pdf
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ContentStream, DictionaryObject, NameObject, StreamObject

from pipeline.diagnostics.output import SmallSheet
from pipeline.emit.booklet.imposition import for_printing
from pipeline.emit.booklet.imposition.paper import PAPERS
from pipeline.model import Artifact, Printing
from pipeline.settings import SHEETS_OF_PAPER
from pipeline.source import Located, Span

MM = 72 / 25.4
A4, A5, A6, LETTER = (210, 297), (148, 210), (105, 148), (215.9, 279.4)


def book(pages: int, size: tuple[float, float] = A5, origin: float = 0) -> bytes:
    """A booklet whose page ``n`` is nothing but an ``n`` in its content, with its lower left corner at ``origin``."""
    writer = PdfWriter()
    width, height = (length * MM for length in size)
    for number in range(1, pages + 1):
        page = writer.add_blank_page(width, height)
        for box in (page.mediabox, page.trimbox):
            box.lower_left, box.upper_right = (origin, 0), (origin + width, height)
        stream = StreamObject()
        stream.set_data(f"% {number}\n0 0 m".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - pypdf has no public way to a page's content
        page[NameObject("/Resources")] = DictionaryObject()
    writer.add_outline_item(title="Everything", page_number=0)
    writer.add_named_destination(title="somewhere", page_number=0)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def printed(pages: int, size: tuple[float, float] = A5, origin: float = 0, **wishes: object) -> PdfReader:
    emission = for_printing(Artifact("booklet.pdf", book(pages, size, origin)), Printing(**wishes), back_cover=False)  # type: ignore[arg-type]  # fields' own
    assert emission.problems == ()
    return PdfReader(io.BytesIO(next(file.data for file in emission.artifacts if file.path == "booklet-print.pdf")))


def placed(sheet: PageObject, reader: PdfReader) -> dict[int, tuple[list[float], list[float]]]:
    """Under each page's number the window through which it is seen (x, y, width, height) and where its corner lies; in millimetres."""
    found = {}
    window: list[float] = []
    corner: list[float] = []
    for operands, operator in ContentStream(sheet["/Contents"], reader).operations:
        if operator == b"re":
            window = [float(value) / MM for value in operands]
        elif operator == b"cm":
            corner = [float(value) / MM for value in operands[4:]]
        elif operator == b"Do":
            form = sheet["/Resources"]["/XObject"][operands[0]]  # type: ignore[index]  # pypdf's objects are loosely typed
            number = int(re.findall(rb"% (\d+)", form.get_data())[0])
            found[number] = ([round(value, 2) for value in window], [round(value, 2) for value in corner])
    return found


def size_of(page: PageObject) -> tuple[int, int]:
    return round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)


def test_two_pages_lie_side_by_side_at_the_fold():
    reader = printed(8, creep=0)

    assert [placed(sheet, reader) for sheet in reader.pages] == [
        {
            left: ([0.5, 0, 148, 210], [0.5, 0]),
            right: ([148.5, 0, 148, 210], [148.5, 0]),
        }
        for left, right in ((8, 1), (2, 7), (6, 3), (4, 5))
    ]


def test_pages_move_towards_the_fold_for_each_sheet_around_theirs():
    reader = printed(12, creep=0.5)

    corners = [{number: corner[0] for number, (_, corner) in placed(sheet, reader).items()} for sheet in reader.pages]
    assert corners == [{12: 0.5, 1: 148.5}, {2: 0.5, 11: 148.5}, {10: 1.0, 3: 148.0}, {4: 1.0, 9: 148.0}, {8: 1.5, 5: 147.5}, {6: 1.5, 7: 147.5}]  # fmt: skip
    windows = {tuple(window) for sheet in reader.pages for window, _ in placed(sheet, reader).values()}
    assert windows == {(0.5, 0, 148, 210), (148.5, 0, 148, 210)}, "nothing of a page is printed beyond the fold"


def test_each_signature_begins_at_its_own_outside():
    reader = printed(16, signature=8, creep=1)

    corners = [placed(sheet, reader) for sheet in reader.pages[4:6]]
    assert [{number: corner[0] for number, (_, corner) in sheet.items()} for sheet in corners] == [{16: 0.5, 9: 148.5}, {10: 0.5, 15: 148.5}]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "sheet"), [(A6, (210, 148)), (A5, (297, 210)), (A4, (420, 297)), (LETTER, (432, 279)), ((50, 50), (210, 148)), ((400, 500), (800, 500))]
)  # fmt: skip
def test_the_sheet_is_the_smallest_that_holds_two_pages(page: tuple[float, float], sheet: tuple[int, int]):
    assert {size_of(side) for side in printed(4, page).pages} == {sheet}


def test_on_larger_paper_the_pages_lie_in_its_middle():
    wanted = Located("A4", Span("program.toml", 1, 1, 1, 3))
    reader = printed(4, A6, sheet=wanted)

    assert {size_of(side) for side in reader.pages} == {(297, 210)}
    assert placed(reader.pages[0], reader) == {4: ([43.5, 31, 105, 148], [43.5, 31]), 1: ([148.5, 31, 105, 148], [148.5, 31])}


def test_paper_that_is_too_small_is_reported():
    at = Span("program.toml", 8, 10, 8, 12)
    emission = for_printing(Artifact("booklet.pdf", book(4)), Printing(sheet=Located("A5", at)), back_cover=False)

    assert emission.problems == (SmallSheet(at, "A5", "A4"),)


def test_a_page_may_begin_anywhere():
    reader = printed(4, origin=-7)
    form = reader.pages[0]["/Resources"]["/XObject"]["/P1-0"]  # type: ignore[index]  # pypdf's objects are loosely typed

    assert [round(float(value)) for value in form["/BBox"]] == [-7, 0, round(148 * MM - 7), round(210 * MM)]
    assert [round(float(value)) for value in form["/Matrix"]] == [1, 0, 0, 1, 7, 0]


def test_a_page_of_several_streams_is_drawn_whole():
    with Pdf.open(io.BytesIO(book(4))) as pdf:
        pdf.pages[0].contents_add(b"% 100 0 m", prepend=True)
        out = io.BytesIO()
        pdf.save(out)
    reader = PdfReader(
        io.BytesIO(for_printing(Artifact("booklet.pdf", out.getvalue()), Printing(), back_cover=False).artifacts[0].data)
    )
    front = reader.pages[0]

    drawn = [operands[0] for operands, operator in ContentStream(front["/Contents"], reader).operations if operator == b"Do"]
    assert drawn == ["/P4-0", "/P1-0", "/P1-1"]
    forms = front["/Resources"]["/XObject"]  # type: ignore[index]  # pypdf's objects are loosely typed
    assert [forms[name].get_data().split(b"\n")[0] for name in drawn[1:]] == [b"% 100 0 m", b"% 1"]


def test_the_file_asks_to_be_turned_about_the_short_edge_and_not_to_be_scaled():
    wishes = printed(4).trailer["/Root"]["/ViewerPreferences"]  # type: ignore[index]  # pypdf's objects are loosely typed

    assert (wishes["/Duplex"], wishes["/PrintScaling"]) == ("/DuplexFlipShortEdge", "/None")


def test_sides_are_called_by_their_pages_and_lead_nowhere():
    reader = printed(6)

    assert reader.page_labels == ["– + 1", "2 + –", "6 + 3", "4 + 5"]
    assert (list(reader.outline), reader.named_destinations) == ([], {})


def test_for_a_print_shop_pages_have_room_for_bleed_and_marks():
    emission = for_printing(Artifact("booklet.pdf", book(2)), Printing(bleed=3), back_cover=False)
    reader = PdfReader(io.BytesIO(next(file.data for file in emission.artifacts if file.path == "booklet-press.pdf")))

    for page in reader.pages:
        boxes = [[round(float(value) / MM, 1) for value in box] for box in (page.trimbox, page.bleedbox, page.mediabox)]
        assert boxes == [[0, 0, 148, 210], [-3, -3, 151, 213], [-10, -10, 158, 220]]
        lines = re.findall(
            r"(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) (-?[\d.]+) l S", ContentStream(page["/Contents"], reader).get_data().decode()
        )
        marks = [[round(float(value) / MM) for value in line] for line in lines]
        assert len(marks) == 8
        assert [mark for mark in marks if -3 < mark[0] < 151 and -3 < mark[1] < 213] == [], "no mark is on the bleed"
        assert {mark[0] for mark in marks if mark[0] == mark[2]} == {0, 148}
        assert {mark[1] for mark in marks if mark[1] == mark[3]} == {0, 210}
    assert [item.title for item in reader.outline] == ["Everything"]  # type: ignore[union-attr]  # an item, no list of them


def test_without_a_print_shop_there_is_no_file_for_it():
    assert [file.path for file in for_printing(Artifact("booklet.pdf", book(4)), Printing(), back_cover=False).artifacts] == [
        "booklet-print.pdf"
    ]


def test_the_same_booklet_gives_the_same_bytes():
    assert for_printing(Artifact("booklet.pdf", book(10)), Printing(bleed=3), back_cover=False) == for_printing(
        Artifact("booklet.pdf", book(10)), Printing(bleed=3), back_cover=False
    )


def test_the_papers_are_those_that_program_toml_may_ask_for():
    assert tuple(paper.name for paper in PAPERS) == SHEETS_OF_PAPER
