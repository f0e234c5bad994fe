"""Real calendars subscribe to a feed and follow it from one edition to the next: ``.venv/bin/python -m tests.clients [NAME …]``.

For the night, or before a release: it takes two minutes. Needs, on Debian::

    apt-get install thunderbird evolution-data-server gir1.2-ecal-2.0 python3-gi dbus

Each client subscribes over HTTP to the feed of May, looks once more in vain (a 304), and then finds that of July, in which sessions
were moved, housed elsewhere, retitled, cancelled, reinstated, removed and added. After each it must have what the program states:
UID, SEQUENCE, STATUS, start, end, SUMMARY and LOCATION of every event. Printed is what was seen; what differs ends it with 1.
"""

import argparse
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Protocol

from pipeline.editions import FEED
from pipeline.emit.calendar import emit
from pipeline.model import Edition
from tests.clients import evolution, thunderbird
from tests.clients.web import serving
from tests.conformance.editions import two_editions
from tests.conformance.referees import Readings, stated

CLIENTS = {"thunderbird": thunderbird, "evolution": evolution}
_LONGEST = 150
_PAUSE = 1


def main() -> int:
    """Prints what each client saw, and returns 1 where one of them saw something else than is stated."""
    parser = argparse.ArgumentParser(prog="tests.clients", description="Lets real calendars follow a feed.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"of {', '.join(CLIENTS)}; all, where there is none")
    names = parser.parse_args().names or list(CLIENTS)
    with ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(_follow, (CLIENTS[name] for name in names)))
    for outcome in outcomes:
        print("\n".join(outcome.said))
    return 0 if all(outcome.right for outcome in outcomes) else 1


class _Store(Protocol):
    """What a client has in store."""

    def read(self) -> Readings:
        """The entries that it has now."""


@dataclass
class _Outcome:
    """What there is to say of a client, line by line, and whether it saw what is stated."""

    said: list[str]
    right: bool = True

    def add(self, line: str, *, right: bool) -> None:
        """One more step."""
        self.said.append(f"  {line}")
        self.right &= right


def _follow(client: ModuleType) -> _Outcome:
    outcome = _Outcome([client.version()])
    may, july = two_editions()
    with TemporaryDirectory() as folder, serving() as web:
        web.feed = _feed(may)
        with client.subscribed(f"http://127.0.0.1:{web.server_port}/{FEED}", Path(folder)) as store:
            _await(may, "May", store, outcome)
            seconds = _seconds_until(lambda: web.answers[304] > 0)
            outcome.add(f"looked again after {seconds:.0f} s; answers: {dict(web.answers)}", right=web.answers[304] > 0)
            web.feed = _feed(july)
            _await(july, "July", store, outcome)
            outcome.add(f"answers in the end: {dict(web.answers)}", right=web.answers[200] > 1)
    return outcome


def _feed(edition: Edition) -> bytes:
    return emit(edition).artifacts[0].data


def _await(edition: Edition, month: str, store: _Store, outcome: _Outcome) -> None:
    """Waits until the client has what this edition states, or for as long as it is given."""
    of = stated(edition)
    seconds = _seconds_until(lambda: store.read() == of)
    read = store.read()
    outcome.add(f"edition of {month}, after {seconds:.0f} s: {_verdict(read, of)}", right=read == of)


def _seconds_until(done: Callable[[], bool]) -> float:
    """How long it took; the longest that is waited for, where it did not come."""
    began = time.monotonic()
    while not done() and time.monotonic() - began < _LONGEST:
        time.sleep(_PAUSE)
    return time.monotonic() - began


def _verdict(read: Readings, of: Readings) -> str:
    """All right, or each event that differs."""
    wrong = [uid for uid in {**of, **read} if of.get(uid) != read.get(uid)]
    return "\n".join(
        [
            f"{len(of) - len(wrong)} of {len(of)} events as stated",
            *(f"    {uid}\n      stated {of.get(uid)}\n      seen   {read.get(uid)}" for uid in wrong),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
