"""The bytes of a feed → its content lines, unfolded (RFC 5545, 3.1): what the gate and the linter read, without any library's leniency."""

import re
from collections.abc import Iterator, Mapping

_NAME = re.compile("[^:;]*")

#: The content lines of one event, in their order.
Entry = tuple[str, ...]


def unfolded(feed: bytes) -> list[str]:
    """The content lines, without their ends."""
    return feed.decode(errors="replace").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")


def name(line: str) -> str:
    """The property's name."""
    found = _NAME.match(line)
    return found[0] if found else ""


def value(entry: Entry, wanted: str) -> str | None:
    """The value of an entry's first such property, as it is written."""
    return next((line.partition(":")[2] for line in entry if name(line) == wanted), None)


def entries(feed: bytes) -> Mapping[str, Entry]:
    """The events of a feed under their UIDs."""
    return {value(entry, "UID") or "": entry for entry in _entries(unfolded(feed))}


def _entries(lines: list[str]) -> Iterator[Entry]:
    start = 0
    for number, line in enumerate(lines):
        if line == "BEGIN:VEVENT":
            start = number + 1
        elif line == "END:VEVENT":
            yield tuple(lines[start:number])
