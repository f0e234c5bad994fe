"""ical.js as a referee: one Node process (``icaljs.mjs``) reads all feeds, one after another."""

import base64
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.conformance.referees import Readings, Referee, reading

HERE = Path(__file__).parent
#: Where npm puts it.
PACKAGE = HERE / "node_modules" / "ical.js"


@contextmanager
def running(node: str) -> Iterator[Referee]:
    """The referee, while its process runs."""
    with subprocess.Popen([node, str(HERE / "icaljs.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        yield _Process(process.stdin, process.stdout)
        process.stdin.close()


class _Process:
    """The process, by the two ends that are ours."""

    def __init__(self, asks: IO[bytes], answers: IO[bytes]) -> None:
        self._asks, self._answers = asks, answers

    def __call__(self, feed: bytes) -> Readings:
        self._asks.write(base64.b64encode(feed) + b"\n")
        self._asks.flush()
        return {event["uid"]: reading(event) for event in json.loads(self._answers.readline())}
