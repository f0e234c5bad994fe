"""GNOME's evolution-data-server with one subscription, and what it tells programs that ask for the entries."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from tests.conformance.referees import Readings, reading

NAME = "evolution-data-server"
#: A subscription, looked at every minute.
_SOURCE = """\
[Data Source]
DisplayName=Conference
Enabled=true
Parent=webcal-stub
[Calendar]
BackendName=webcal
Selected=true
[Refresh]
Enabled=true
IntervalMinutes=1
[Security]
Method=none
[Authentication]
Host={host}
Port={port}
Method=none
[WebDAV Backend]
ResourcePath={path}
"""


def version() -> str:
    """As Debian says."""
    command = ["dpkg-query", "--show", "--showformat", "${Package} ${Version}", "evolution-data-server"]
    return subprocess.check_output(command, text=True)


@contextmanager
def subscribed(address: str, folder: Path) -> Iterator["Store"]:
    """What it has in store, while it runs."""
    parts = urlsplit(address)
    source = folder / "config" / "evolution" / "sources" / "conference.source"
    source.parent.mkdir(parents=True)
    source.write_text(_SOURCE.format(host=parts.hostname, port=parts.port, path=parts.path))
    homes = {f"XDG_{name.upper()}_HOME": str(folder / name) for name in ("config", "cache", "data")}
    # Debian's own Python, which has the bindings of GNOME.
    command = ["dbus-run-session", "--", "/usr/bin/python3", str(Path(__file__).with_name("ask_evolution.py"))]
    environment = {**os.environ, **homes, "HOME": str(folder), "GSETTINGS_BACKEND": "memory"}
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=nowhere) as process:
        assert process.stdin
        assert process.stdout
        yield Store(process.stdin, process.stdout)
        process.stdin.close()


class Store:
    """The entries, as a program of the desktop gets them."""

    def __init__(self, asks: IO[bytes], answers: IO[bytes]) -> None:
        self._asks, self._answers = asks, answers

    def read(self) -> Readings:
        """The entries that it has now."""
        self._asks.write(b"?\n")
        self._asks.flush()
        events: list[dict[str, Any]] = json.loads(self._answers.readline())
        return {event["uid"]: reading(event) for event in events}
