"""HTML and style → PDF, by WeasyPrint, with nothing in reach but the fonts and pictures handed over.

Neither files nor the network can be read: WeasyPrint asks for every address through :class:`_Shelf`, which knows the book's own things
under ``book:`` names and refuses all else. Nor do the machine's fonts get in: ``FONTCONFIG_FILE`` names an empty configuration while
fontconfig is read (each ``FontConfiguration`` reads it anew), so that a page looks the same everywhere.
"""

import ctypes.util
import gc
import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import ImageFile

from pipeline.emit.fonts import CutFace

#: How the book's own things are addressed in HTML and style: ``book:pictures/…``.
SCHEME = "book:"

_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}/cache</cachedir></fontconfig>
"""


@dataclass(frozen=True)
class Pages:
    """Pages that are laid out."""

    document: Any  # a weasyprint.Document; WeasyPrint has no types

    def __len__(self) -> int:
        """How many they are."""
        return len(self.document.pages)

    @cached_property
    def anchors(self) -> Mapping[str, int]:
        """The page, from 0, on which each anchor first stands."""
        first: dict[str, int] = {}
        for number, page in enumerate(self.document.pages):
            for name in page.anchors:
                first.setdefault(name, number)
        return first


class Press:
    """Lays out parts of a book with one set of fonts, and binds them into one file."""

    def __init__(self, style: str, faces: tuple[CutFace, ...], pictures: Mapping[str, bytes]) -> None:
        """Reads the style and the fonts once for all parts."""
        # 0.5 s, and only a booklet needs it; here, because it reads the fonts' configuration as it is imported.
        with _without_searching():
            from weasyprint import CSS  # noqa: PLC0415  # see above
            from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  # see above

        fonts = {f"fonts/{number}": face.data for number, face in enumerate(faces)}
        rules = "".join(_rule(face, number) for number, face in enumerate(faces))
        self._fetcher = _shelf({**fonts, **pictures})
        self._fonts = FontConfiguration()
        self._sheet = CSS(string=rules + style, font_config=self._fonts, url_fetcher=self._fetcher)

    def lay(self, html: str) -> Pages:
        """One part as pages."""
        from weasyprint import HTML  # noqa: PLC0415  # see __init__

        part = HTML(string=html, url_fetcher=self._fetcher, base_url=SCHEME)
        document = part.render(stylesheets=[self._sheet], font_config=self._fonts)
        for page in document.pages:
            # WeasyPrint makes a link of each box inside a link too: one for each line is right (PDF/UA-1, 7.18.5).
            page.links = [link for link in page.links if link[3].element_tag == "a"]
        return Pages(document)

    def bind(self, parts: Sequence[Pages], roman: int) -> bytes:
        """All parts as one PDF, titled as the first is; so many pages are numbered i, ii, …, those after them 1, 2, …"""
        pages = [page for part in parts for page in part.document.pages]
        anchors = repr([sorted(page.anchors.items()) for page in pages])
        identifier = sha256(anchors.encode()).hexdigest()[:32].encode()
        bound: bytes = (
            parts[0]
            .document.copy(pages)
            .write_pdf(pdf_identifier=identifier, finisher=lambda _, file: _finish(file.catalog, roman))
        )
        return bound


def _finish(catalog: Any, roman: int) -> None:  # noqa: ANN401  # pydyf has no types
    """Page labels as printed (ISO 32000-2, 12.4.2), the title rather than the file's name on the window (12.2)."""
    from pydyf import Array, Dictionary  # noqa: PLC0415  # comes with WeasyPrint

    labels = Array([0, Dictionary({"S": "/r"}), roman, Dictionary({"S": "/D"})])
    catalog["PageLabels"] = Dictionary({"Nums": labels})
    catalog["ViewerPreferences"] = Dictionary({"DisplayDocTitle": "true"})
    catalog["PageLayout"] = "/TwoPageRight"


@contextmanager
def _without_searching() -> Iterator[None]:
    """Lets Linux's own loader find Pango while WeasyPrint is imported.

    WeasyPrint tries each library under several systems' names. For a name that the loader does not know, cffi has ``ctypes`` search by
    starting ``ldconfig`` and a compiler, twenty times over: a third of a second, for names that are no Linux names.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 - the search, with nothing found
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def press(style: str, faces: tuple[CutFace, ...], pictures: Mapping[str, bytes]) -> Iterator[Press]:
    """A press for one book.

    What WeasyPrint has to say meanwhile goes to the user as Python warnings: there is nothing it should have to say.
    """
    with _without_machine_fonts(), _heard(), _unswept(), _strict_pillow():
        yield Press(style, faces, pictures)


def _rule(face: CutFace, number: int) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'src:url("{SCHEME}fonts/{number}")}}\n'
    )


def _shelf(things: Mapping[str, bytes]) -> Any:  # noqa: ANN401  # WeasyPrint has no types
    """WeasyPrint's way to whatever has an address: the book's own things, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415  # see pdf

    class Shelf(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Hands out the book's own things."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401  # WeasyPrint has no types
            """The thing of that name; anything else stops the rendering, as no template of ours asks for it."""
            del headers
            name = url.removeprefix(SCHEME)
            if name == url or name not in things:
                raise FatalURLFetchingError(f"a booklet may not read {url[:200]}")
            return URLFetcherResponse(url, things[name], Message())

    return Shelf()


@contextmanager
def _without_machine_fonts() -> Iterator[None]:
    before = os.environ.get("FONTCONFIG_FILE")
    with TemporaryDirectory(prefix="confbook-") as folder:
        file = Path(folder) / "fonts.conf"
        file.write_text(_FONTCONFIG.format(folder=folder), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _unswept() -> Iterator[None]:
    """Holds the cyclic garbage collector off: a layout is one big living web of boxes, and sweeping it is a tenth of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def _strict_pillow() -> Iterator[None]:
    """Undoes what the import of WeasyPrint does to Pillow everywhere: to show half of a picture that breaks off."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@contextmanager
def _heard() -> Iterator[None]:
    """Turns WeasyPrint's log into warnings, and its own warning that there are no fonts into nothing: that is what we want."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]  # all it is for
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "(No fonts configured|FontConfig cannot load)", UserWarning)
            yield
    finally:
        logger.removeHandler(handler)
    for message in dict.fromkeys(messages):
        warnings.warn(f"WeasyPrint: {message}", RuntimeWarning, stacklevel=3)
