"""A web server as conferences have them: one feed, with its type, an ETag, and 304 for whoever has it already."""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pipeline.editions import FEED


class Web(ThreadingHTTPServer):
    """``feed`` is what it serves now; ``answers`` counts what it answered, by status."""

    feed = b""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: Counter[int] = Counter()


class _Handler(BaseHTTPRequestHandler):
    server: Web
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        feed = self.server.feed if self.path == f"/{FEED}" else b""
        tag = f'"{hashlib.sha256(feed).hexdigest()[:32]}"'
        status = 404 if not feed else 304 if self.headers.get("If-None-Match") == tag else 200
        body = feed if status == 200 else b""
        self.send_response(status)
        self.send_header("Content-Type", "text/calendar; charset=utf-8")
        self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.answers[status] += 1

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving() -> Iterator[Web]:
    """The server, while it runs."""
    with Web() as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        try:
            yield web
        finally:
            web.shutdown()
            thread.join()
