"""HTML and style → PDF, by WeasyPrint, with nothing in reach but the fonts and pictures handed over.

Neither files nor the network can be read: WeasyPrint asks for every address through :class:`_Shelf`, which knows the book's own things
under ``book:`` names and refuses all else. Nor do the machine's fonts get in: ``FONTCONFIG_FILE`` names an empty configuration while
fontconfig is read (each ``FontConfiguration`` reads it anew), so that a page looks the same everywhere.
"""

import logging
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.emit.fonts import CutFace

#: How the book's own things are addressed in HTML and style: ``book:pictures/…``.
SCHEME = "book:"

_FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def pdf(html: str, style: str, faces: tuple[CutFace, ...], pictures: Mapping[str, bytes]) -> bytes:
    """The pages as PDF, the same bytes for the same input.

    What WeasyPrint has to say about them goes to the user as a Python warning: there is nothing it should have to say.
    """
    fonts = {f"fonts/{number}": face.data for number, face in enumerate(faces)}
    rules = "".join(_rule(face, number) for number, face in enumerate(faces))
    with _without_machine_fonts(), _heard():
        # 0.4 s, and only a booklet needs it; in here because it reads the fonts' configuration as it is imported.
        from weasyprint import CSS, HTML  # noqa: PLC0415  # see above
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  # see above

        fetcher = _shelf({**fonts, **pictures})
        configuration = FontConfiguration()
        sheet = CSS(string=rules + style, font_config=configuration, url_fetcher=fetcher)
        identifier = sha256(html.encode()).hexdigest()[:32].encode()
        made: bytes = HTML(string=html, url_fetcher=fetcher, base_url=SCHEME).write_pdf(
            stylesheets=[sheet], font_config=configuration, pdf_identifier=identifier
        )
    return made


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
