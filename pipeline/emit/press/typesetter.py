"""HTML and style → pages, by WeasyPrint, with nothing in reach but the fonts and pictures handed over.

Neither files nor the network can be read: WeasyPrint asks for every address through :class:`_Shelf`, which knows the document's own things
under ``book:`` names and refuses all else. Nor do the machine's fonts get in: ``FONTCONFIG_FILE`` names an empty configuration while
fontconfig is read (each ``FontConfiguration`` reads it anew), so that a page looks the same everywhere.
"""

import ctypes.util
import logging
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import ImageFile

from pipeline.emit.fonts import CutFace
from pipeline.emit.press.weasy import extended

#: How the document's own things are addressed in HTML and style: ``book:pictures/…``.
SCHEME = "book:"

_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}/cache</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Kit:
    """All that chunks are made of beside their text: a style sheet, the faces it names, and the pictures under their names."""

    style: str
    faces: tuple[CutFace, ...]
    pictures: Mapping[str, bytes]


class Typesetter:
    """Lays out HTML with one kit."""

    def __init__(self, kit: Kit) -> None:
        """Reads the style and the fonts once for all chunks."""
        # 0.5 s, and only a press needs it; here, because it reads the fonts' configuration as it is imported.
        from weasyprint import CSS  # noqa: PLC0415  # see above
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  # see above

        #: The families of the kit's faces.
        self.families = frozenset(face.family for face in kit.faces)
        fonts = {f"fonts/{number}": face.data for number, face in enumerate(kit.faces)}
        rules = "".join(_rule(face, number) for number, face in enumerate(kit.faces))
        self._fetcher = _shelf({**fonts, **kit.pictures})
        self._fonts = FontConfiguration()
        self._sheet = CSS(string=rules + kit.style, font_config=self._fonts, url_fetcher=self._fetcher)

    def read(self, html: str) -> Any:  # noqa: ANN401  # a weasyprint.HTML; WeasyPrint has no types
        """The HTML as a tree, which may still be changed."""
        from weasyprint import HTML  # noqa: PLC0415  # see __init__

        return HTML(string=html, url_fetcher=self._fetcher, base_url=SCHEME)

    def lay(self, tree: Any) -> Any:  # noqa: ANN401  # a weasyprint.Document
        """The tree as pages."""
        document = tree.render(stylesheets=[self._sheet], font_config=self._fonts)
        for page in document.pages:
            # WeasyPrint makes a link of each box inside a link too: one for each line is right (PDF/UA-1, 7.18.5).
            page.links = [link for link in page.links if link[3].element_tag == "a"]
        return document


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
def typesetting(kit: Kit, *, stock: bool = False) -> Iterator[Typesetter]:
    """A typesetter for one kit; if ``stock``, with WeasyPrint as it comes.

    What WeasyPrint has to say meanwhile goes to the user as Python warnings: there is nothing it should have to say.
    """
    with _without_machine_fonts(), _strict_pillow():
        with listening() as said, _without_searching():
            running = Typesetter(kit)
        complain(said)
        with nullcontext() if stock else extended():
            yield running


def _rule(face: CutFace, number: int) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'src:url("{SCHEME}fonts/{number}")}}\n'
    )


def _shelf(things: Mapping[str, bytes]) -> Any:  # noqa: ANN401  # WeasyPrint has no types
    """WeasyPrint's way to whatever has an address: the document's own things, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415  # see Typesetter

    class Shelf(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Hands out the document's own things."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401  # WeasyPrint has no types
            """The thing of that name; anything else stops the rendering, as no template of ours asks for it."""
            del headers
            name = url.removeprefix(SCHEME)
            if name == url or name not in things:
                raise FatalURLFetchingError(f"a document may not read {url[:200]}")
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
def _strict_pillow() -> Iterator[None]:
    """Undoes what the import of WeasyPrint does to Pillow everywhere: to show half of a picture that breaks off."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collects what WeasyPrint logs, but for its warning that there are no fonts: that is what we want."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]  # all it is for
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "(No fonts configured|FontConfig cannot load)", UserWarning)
            yield messages
    finally:
        logger.removeHandler(handler)


def complain(messages: Iterable[str]) -> None:
    """Says each as a Python warning."""
    for message in dict.fromkeys(messages):
        warnings.warn(f"WeasyPrint: {message}", RuntimeWarning, stacklevel=3)
