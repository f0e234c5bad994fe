"""The printed booklet, read back by poppler and pypdf: its texts, its numbers, its fonts, its bytes."""

import io
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import groupby, pairwise, product
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

from pipeline.build import check
from pipeline.emit.booklet import emit
from pipeline.model import Booklet, Edition, Paper, RichText, Status
from tests.builders import PUBLISHED, edition, event, picture, program, rich, role, sample_edition, session, speaker, talk

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ("mlstat-2023", "mlstat-2024")


def printed(made: Edition) -> bytes:
    emission = emit(made)
    assert emission.problems == ()
    files = {artifact.path: artifact.data for artifact in emission.artifacts}
    assert files.keys() - {"booklet-press.pdf"} == {"booklet.pdf", "booklet-print.pdf"}
    return files["booklet.pdf"]


def read(site: Path, timezone: str | None = None) -> Edition:
    outcome = check(site, timezone=timezone)
    assert outcome.program
    return Edition(outcome.program, PUBLISHED, outcome.sources)


def hostile() -> Edition:
    """What pages should not have and do."""
    crowd = [speaker(f"Person Number {n}", "University " * 4, picture() if n % 3 else None) for n in range(40)]
    evil = '<script>alert(1)</script> & "quotes"'
    html = '<p>See <img src="file:///etc/passwd" alt="map"> <a href="#nowhere">x</a> <a href="page.md">y</a> <a href="//evil.example/">z</a></p>'
    rooms = [session(f"In room {n}", "2026-10-15 10:00/11:00", venue=f"room-{n}", id=f"in-{n}") for n in range(12)]
    return edition(
        of=program(
            session(evil, "2026-10-15 09:00/10:00", talk("w" * 200, *crowd, abstract=rich("")), id="evil", track=evil),
            *rooms,
            session(
                "Marks",
                None,
                id="marks",
                abstract=rich("e\u0301 Å\u0301 \u202ereversed\u202c a\u200db\ufe0f $x_1$ $$\\frac{a}{b}$$"),
            ),
            session("Links", "2026-10-15 11:00/12:00", id="links", abstract=RichText("", html, "See map x y z")),
            session("长" * 120, "2026-10-15 11:00/11:01", id="long", people=(role("host", "H" * 90, "A" * 90),)),
            event_=event(evil, subtitle="s" * 300, url="https://a.example/" + "u" * 200, logo=picture(size=(1, 1))),
        )
    )


def on(paper: Paper, made: Edition) -> Edition:
    """The edition with its booklet on other paper."""
    return replace(made, program=replace(made.program, booklet=Booklet(paper)))


CASES: dict[str, Callable[[Path], Edition]] = {
    "sample": lambda _: sample_edition(),
    "hostile": lambda _: hostile(),
    "pocket": lambda _: on(Paper.A6, hostile()),
    "empty": lambda _: edition(of=program()),
    "demonstration": lambda _: read(ROOT / "content"),
    **{name: lambda shared, name=name: read(shared / "corpus" / name, "Asia/Shanghai") for name in CORPORA},  # type: ignore[misc]  # the default binds the name
}


#: Millimetres.
SIZES = {Paper.A5: (148, 210), Paper.A6: (105, 148)}


class Book:
    """A booklet and what readers find in it."""

    def __init__(self, made: Edition, file: Path) -> None:
        self.edition = made
        self.size = SIZES[made.program.booklet.paper]
        self.data = printed(made)
        self.file = file
        file.write_bytes(self.data)
        self.reader = PdfReader(io.BytesIO(self.data))


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.corpus) if name in CORPORA else name for name in CASES]
)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Book:
    shared = request.getfixturevalue("shared") if request.param in CORPORA else ROOT
    return Book(CASES[request.param](shared), tmp_path_factory.mktemp("book") / "booklet.pdf")


def squashed(text: str) -> str:
    """The text without blanks and hyphens, which line breaks add and take away."""
    return re.sub(r"[\s\u00ad\u200b-\u200d\u202a-\u202e\ufe0f\u2010\u2011-]+", "", unicodedata.normalize("NFKC", text))


# --- texts --------------------------------------------------------------------------------------------------------------------


def test_every_text_is_printed_whole(book: Book, tool: Callable[[str], str]):
    # Without running heads, folios and tabs, which stand between two halves of a sentence that goes on overleaf.
    width, height = (round(size / 25.4 * 72) for size in book.size)
    sides, head, foot = width // 14, height // 12, height // 18
    body = ("-x", str(sides), "-W", str(width - 2 * sides), "-y", str(head), "-H", str(height - head - foot))
    found = subprocess.run([tool("pdftotext"), "-raw", *body, book.file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    text = squashed(found)
    assert [fact for fact in facts(book.edition) if squashed(fact) not in text] == []


def facts(made: Edition) -> Iterator[str]:
    """Every text of the program; of long ones, each sentence."""
    of = made.program
    yield from filter(None, [of.event.title, of.event.subtitle, of.event.place, of.event.url])
    for one in of.sessions:
        yield one.title
        yield from filter(
            None, [one.track if not one.track or one.people or one.talks else None, None if one.venue else one.venue_text]
        )
        for doer in one.people:
            yield from filter(None, [doer.name, doer.affiliation])
        yield from sentences(one.abstract)
        for item in one.talks:
            yield item.title or "Title to be announced"
            for who in item.speakers:
                yield from filter(None, [who.name, who.affiliation])
            yield from sentences(item.abstract)
            yield from sentences(item.biography)

    for page in of.texts:
        yield page.title
        for part in page.sections:
            yield from filter(None, [part.heading])
            yield from sentences(part.text)


def sentences(text: RichText | None) -> Iterator[str]:
    plain = unescape(re.sub(r"<[^>]*>", "\n", text.html)) if text else ""
    # Formulas are set or drawn.
    yield from filter(None, map(str.strip, re.split(r"(?<=[.。!?])\s+|\n|\$\$[^$]*\$\$|\$[^$]*\$", plain)))


def test_what_is_cancelled_or_open_says_so(book: Book):
    text = squashed("".join(page.extract_text() for page in book.reader.pages))
    sessions = book.edition.program.sessions
    assert ("Cancelled" in text) is any(one.status is Status.CANCELLED for one in sessions)
    assert (squashed("Time to be announced") in text) is any(one.start is None for one in sessions)


# --- numbers ------------------------------------------------------------------------------------------------------------------


def test_every_page_number_is_that_of_the_page_its_link_goes_to(book: Book, tool: Callable[[str], str]):
    numbers = list(printed_numbers(book, tool("pdftotext")))
    assert [(words, label) for words, label in numbers if words != label] == []
    listed = sum(bool(one.talks or one.people or one.abstract) for one in book.edition.program.sessions)
    assert len(numbers) >= listed


def printed_numbers(book: Book, pdftotext: str) -> Iterator[tuple[str, str]]:
    """The text of each second link to one place, which is the page number after the words, and the label of the page it goes to."""
    destinations = {name: book.reader.get_destination_page_number(place) for name, place in book.reader.named_destinations.items()}
    boxes = subprocess.run([pdftotext, "-bbox", book.file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    for page, found in zip(book.reader.pages, boxes.split("<page ")[1:], strict=True):
        words = [
            (float(x), float(y), float(right), float(bottom), unescape(word))
            for x, y, right, bottom, word in re.findall(
                r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', found
            )
        ]
        inner = [link for link in links(page) if "/Dest" in link]
        for link in [last for *before, last in (list(group) for _, group in groupby(inner, key=itemgetter("/Dest"))) if before]:
            left, one, right, other = (float(edge) for edge in link["/Rect"])
            left, right = (edge - float(page.mediabox.left) for edge in (left, right))
            low, high = sorted((one, other))
            top = float(page.mediabox.height) - high
            inside = [
                word
                for x, y, x2, y2, word in words
                if left - 1 < x and x2 < right + 1 and top - 1 < (y + y2) / 2 < top + high - low + 1
            ]
            target = destinations[str(link["/Dest"])]
            assert target is not None
            yield " ".join(inside), book.reader.page_labels[target]


def links(page: Any) -> Iterator[Any]:
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        if annotation["/Subtype"] == "/Link":
            yield annotation


def test_every_link_lands_or_leads_out(book: Book):
    places = set(book.reader.named_destinations)
    for page in book.reader.pages:
        for link in links(page):
            if "/Dest" in link:
                assert str(link["/Dest"]) in places
            else:
                assert re.match(r"https?://|mailto:", str(link["/A"]["/URI"]))


def test_every_session_and_day_can_be_linked_to(book: Book):
    anchors = {f"session-{one.id}" for one in book.edition.program.sessions}
    anchors |= {f"day-{day.isoformat()}" if day else "day-undated" for day, _ in book.edition.program.by_day}
    assert anchors <= set(book.reader.named_destinations)


def test_page_one_is_on_the_right_and_roman_pages_come_before_it(book: Book):
    labels = book.reader.page_labels
    first = labels.index("1") if "1" in labels else len(labels)  # an empty program has front matter alone
    assert first % 2 == 0 or "1" not in labels
    assert labels[0] == "i"
    assert labels[first:] == [str(number) for number in range(1, len(labels) - first + 1)]


def test_the_outline_lists_days_and_sessions(book: Book):
    titles = [squashed(item.title) for item in flat(book.reader.outline)]
    for one in book.edition.program.sessions:
        assert any(squashed(one.title) in title for title in titles)


def flat(outline: Any) -> Iterator[Any]:
    for item in outline:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


# --- glyphs and fonts ---------------------------------------------------------------------------------------------------------


def test_no_glyph_is_the_empty_box(book: Book):
    assert [number for number, page in enumerate(book.reader.pages) for codes in shown(page, book.reader) if 0 in codes] == []


def shown(page: Any, reader: PdfReader) -> Iterator[list[int]]:
    """The glyph numbers that each text operator shows: codes of two bytes (ISO 32000-2, 9.7.5.2, Identity-H)."""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in {b"Tj", b"TJ"}:
            pieces = operands[0] if operator == b"TJ" else operands
            data = b"".join(getattr(piece, "original_bytes", b"") for piece in pieces)
            yield [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]


def test_every_font_is_an_embedded_subset_of_ours(book: Book):
    ours = ("Source-Serif-4", "Noto-Sans", "STIX-Two-Math")
    for font in fonts(book.reader):
        descendant = font["/DescendantFonts"][0].get_object()
        data = descendant["/FontDescriptor"]["/FontFile2"].get_object().get_data()
        outlines = TTFont(io.BytesIO(data))["loca"].locations
        assert sum(one != other for one, other in pairwise(outlines)) < 3000
        assert str(font["/BaseFont"]).partition("+")[2].startswith(ours)


def fonts(reader: PdfReader) -> list[Any]:
    found: dict[int, Any] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            found[font.indirect_reference.idnum] = font.get_object()
    return list(found.values())


# --- the file -----------------------------------------------------------------------------------------------------------------


def test_the_file_says_what_it_is(book: Book):
    event = book.edition.program.event
    catalog: Any = book.reader.trailer["/Root"]
    assert book.reader.metadata
    assert book.reader.metadata.title == event.title
    assert book.reader.metadata.creation_date == PUBLISHED
    assert catalog["/Lang"] == {"zh": "zh-Hans"}.get(event.languages[0], event.languages[0])
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"] is not False
    assert {(round(page.mediabox.width / 72 * 25.4), round(page.mediabox.height / 72 * 25.4)) for page in book.reader.pages} == {
        book.size
    }


def test_the_file_is_sound(book: Book, tool: Callable[[str], str]):
    subprocess.run([tool("qpdf"), "--check", book.file], check=True, capture_output=True)


def test_it_can_be_read_aloud(book: Book, tool: Callable[[str], str], verapdf: Sequence[str]):
    """As veraPDF checks it: PDF/UA-1 (ISO 14289-1)."""
    done = subprocess.run([tool("java"), *verapdf, book.file], capture_output=True, text=True, check=True)
    first, *broken = done.stdout.splitlines()
    assert broken == []
    assert int(first.split(" checks")[0]) > 100


def test_nothing_runs_off_the_page(book: Book, tool: Callable[[str], str]):
    boxes = subprocess.run([tool("pdftotext"), "-bbox", book.file, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    edges = [(float(x), float(right)) for x, right in re.findall(r'<word xMin="(.*?)" yMin=".*?" xMax="(.*?)" yMax', boxes)]
    assert [edge for edge in edges if edge[0] < 0 or edge[1] > book.size[0] / 25.4 * 72] == []


SCRIPT = """
import sys
sys.path[:0] = [{root!r}]
from pipeline.emit.booklet import emit
from tests.builders import sample_edition
sys.stdout.buffer.write(emit(sample_edition()).artifacts[0].data)
"""


def test_the_same_edition_gives_the_same_bytes_everywhere(tmp_path: Path):
    here = printed(sample_edition())
    assert printed(sample_edition()) == here
    for seed, zone in product(("0", "4711"), ("Pacific/Apia",)):
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "HOME": str(tmp_path)}
        script = SCRIPT.format(root=str(ROOT))
        made = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, check=True)
        assert made.stdout == here


def test_another_text_is_another_file():
    first, second = (printed(edition(session(title))) for title in ("A", "B"))
    ids = [PdfReader(io.BytesIO(data)).trailer["/ID"] for data in (first, second)]
    assert first != second
    assert ids[0] != ids[1]
    assert replace(sample_edition(), published=PUBLISHED) == sample_edition()
