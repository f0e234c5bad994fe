"""The press as a whole, on small documents: the same bytes by whatever means, and only what changed is compiled."""

import io
import os
import signal
from dataclasses import replace

import pytest
from pypdf import PdfReader

from pipeline.emit import ALONE, Means, MeansError
from pipeline.emit.booklet.faces import FACES
from pipeline.emit.booklet.formats import FORMATS
from pipeline.emit.fonts import cut_faces
from pipeline.emit.press import Job, pool, printed, weasy
from pipeline.emit.press.chunk import Chunk
from pipeline.emit.press.link.catalog import About
from pipeline.emit.press.objects import Object, dumped, loaded
from pipeline.emit.press.pool import compiled_all
from pipeline.emit.press.typesetter import Kit
from pipeline.emit.press.weasy import UnfamiliarError
from pipeline.model import Paper

STYLE = '@page { size: A6; margin: 15mm } body { font: 10pt "Source Serif 4" } .number { font-family: "Page Number" }'


def chunk(name: str, body: str) -> Chunk:
    return Chunk(name, f'<html lang="en"><title>Rivers</title><body>{body}', recto=name == "first")


def job(*texts: str) -> Job:
    body = [f'<h1 id="part-{number}" data-head="Part {number}">{text}</h1>' for number, text in enumerate(texts)]
    contents = "".join(
        f'<p><a href="#part-{number}">{text}</a> <a class="number" href="#part-{number}"></a>' for number, text in enumerate(texts)
    )
    chunks = (chunk("contents", contents), *(chunk(f"part {number}", text) for number, text in enumerate(body)))
    return Job(About("Rivers", "Rivers", "en"), chunks, STYLE, FACES, FORMATS[Paper.A5].furniture, {})


class Memory(dict[str, bytes]):
    """A store that counts what is put into it."""

    puts = 0

    def put(self, key: str, data: bytes) -> None:
        self.puts += 1
        self[key] = data


def pdf(document: Job, means: Means = ALONE) -> bytes:
    data, problems = printed(document, means)
    assert problems == ()
    return data


@pytest.fixture(scope="module")
def plain() -> bytes:
    return pdf(job("One", "Two", "Three"))


@pytest.mark.parametrize("workers", [2, 3, 9])
def test_more_workers_print_the_same(plain: bytes, workers: int):
    assert pdf(job("One", "Two", "Three"), Means(workers=workers)) == plain


def test_what_was_kept_prints_the_same(plain: bytes):
    store = Memory()
    cold, warm = (pdf(job("One", "Two", "Three"), Means(store)) for _ in range(2))
    assert (cold, warm, store.puts) == (plain, plain, 4)


def test_an_edit_compiles_one_chunk_and_what_names_it():
    store = Memory()
    pdf(job("One", "Two", "Three"), Means(store))
    edited = pdf(job("One", "Too", "Three"), Means(store))
    assert store.puts == 4 + 2
    assert edited == pdf(job("One", "Too", "Three"), ALONE)


def test_pages_that_move_compile_nothing():
    store = Memory()
    before = job("One", "Two", "Three")
    pdf(before, Means(store))
    contents, one, two, three = before.chunks
    moved = replace(before, chunks=(contents, one, replace(two, recto=True), replace(three, recto=True)))
    assert pdf(moved, Means(store)) == pdf(moved, ALONE)
    assert store.puts == 4


@pytest.mark.parametrize("harm", [lambda _: b"", lambda data: data[:-1], lambda data: data[:99] + b"x" + data[100:]])
def test_what_was_kept_badly_is_made_again(plain: bytes, harm):
    store = Memory()
    pdf(job("One", "Two", "Three"), Means(store))
    store.update({key: harm(data) for key, data in store.items()})
    assert pdf(job("One", "Two", "Three"), Means(store)) == plain
    assert store.puts == 8


def test_an_object_survives_being_kept():
    (made,) = compiled_all([job("One").chunks[0].html], kit("One"), 1)
    assert made.relocations
    assert made.fonts
    assert loaded(dumped(made)) == made


def test_an_object_depends_on_no_other_chunk_s_letters():
    html = job("One").chunks[0].html
    few, many = (compiled_all([html], kit(letters), 1) for letters in ("One", "All of One and 盐与海 𝑥"))
    assert few == many


def kit(text: str) -> Kit:
    return Kit(STYLE, cut_faces(text + "0123456789", FACES, numbered=True), {})


def test_a_worker_that_dies_is_an_error_and_no_wait(monkeypatch: pytest.MonkeyPatch):
    def die(*_: object) -> Object:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    monkeypatch.setattr(pool, "compiled", die)
    with pytest.raises(MeansError, match="-9"):
        compiled_all(["<p>a", "<p>b"], kit("ab"), 2)


def test_a_worker_that_is_dead_when_it_is_told_is_an_error_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pool, "_work", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(MeansError, match="-9"):
        compiled_all(["<p>a", "<p>b"], kit("ab"), 2)


def test_what_goes_wrong_in_a_worker_is_told(monkeypatch: pytest.MonkeyPatch):
    def fail(html: str, _: object) -> Object:
        raise ValueError(html)

    monkeypatch.setattr(pool, "compiled", fail)
    with pytest.raises(ValueError, match="<p>"):
        compiled_all(["<p>a", "<p>b"], kit("ab"), 2)


# --- a WeasyPrint that we do not know ------------------------------------------------------------------------------------------


def test_another_weasyprint_prints_the_same_the_slow_way(plain: bytes, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patched:
        patched.setattr("weasyprint.layout.inline.count_expandable_spaces", lambda _: 0)
        data, problems = printed(job("One", "Two", "Three"), ALONE)
    reason = "weasyprint.layout.inline.count_expandable_spaces is another function"
    assert [(problem.code, problem.reason) for problem in problems] == [("X530", reason)]
    slow, quick = (PdfReader(io.BytesIO(made)) for made in (data, plain))
    assert [page.extract_text().split() for page in slow.pages] == [page.extract_text().split() for page in quick.pages]
    assert slow.page_labels == quick.page_labels
    assert list(slow.named_destinations) == list(quick.named_destinations)


def test_a_page_that_comes_out_otherwise_is_noticed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(weasy, "_no_fonts", lambda *_: 1 / 0)
    with pytest.raises(UnfamiliarError, match="ZeroDivisionError"):
        compiled_all(["<p>a"], kit("a"), 1)


def test_a_function_that_is_gone_is_noticed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr("weasyprint.pdf.build_fonts_dictionary")
    with pytest.raises(UnfamiliarError, match=r"weasyprint\.pdf has no build_fonts_dictionary"):
        compiled_all(["<p>a"], kit("a"), 1)
