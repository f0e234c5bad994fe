"""The cards as a reader has them: files in a folder, or behind a web server; and what a browser complains of while it shows them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from pipeline.emit import calendar, cards
from pipeline.emit.offline import worker
from pipeline.model import Edition

if TYPE_CHECKING:
    from playwright.sync_api import Page


def published(of: Edition, folder: Path) -> Path:
    """Cards, calendar and service worker in a folder, and stand-ins for the other outputs they link to."""
    made = (*calendar.emit(of).artifacts, *cards.emit(of).artifacts)
    for artifact in (*made, worker(made)):
        (folder / artifact.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / artifact.path).write_bytes(artifact.data)
    for path in ("booklet.pdf", "booklet-print.pdf", "program.json", "changes.html", "changes.atom"):
        (folder / path).touch()
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    """A server of files that keeps no log, and asks browsers to look whether a file has changed."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder on a web server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def complaints(page: "Page", heard: list[str]) -> None:
    """Fills the list with all that the browser says of a page, a violated policy among it, and all requests that leave the site or fail."""
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    # "Aborted" is the page's icon when the next page is opened before it has come.
    page.on(
        "requestfailed", lambda request: None if request.failure == "net::ERR_ABORTED" else heard.append(f"failed: {request.url}")
    )
    ours = ("file:", "http://127.0.0.1:", "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(ours) else heard.append(request.url))
    page.on("response", lambda answer: None if answer.status < 400 else heard.append(f"{answer.status}: {answer.url}"))
