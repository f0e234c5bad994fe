"""ical.js as a referee: one Node process (``icaljs.mjs``) reads all feeds, one after another."""

import base64
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from tests.conformance.referees import Reading, Readings, Referee

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
        return {event["uid"]: _reading(event) for event in json.loads(self._answers.readline())}


def _reading(event: dict[str, Any]) -> Reading:
    start = _moment(event["start"])
    assert start is not None
    words = (event[name] for name in ("summary", "location", "description"))
    return Reading(event["sequence"], event["status"], start, _moment(event["end"]), *words)


def _moment(written: str | None) -> date | None:
    if written is None:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
