"""Finished feeds → what is wrong with them. They are read again as bytes, before anything is published, by none of the code that wrote them.

No validator there is would do: most of the faults that break a phone's calendar are seen by none. Events that stand in several feeds
are looked at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from pipeline.addresses import PERSONAL, is_public_feed
from pipeline.contentlines import name, unfolded
from pipeline.diagnostics import Problem
from pipeline.diagnostics.output import BrokenFeed
from pipeline.emit.calendar.profile import COMPONENTS
from pipeline.model import Artifact
from pipeline.source import Span

_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_LAST_REVISION = 2**31 - 1
_EVENT = re.compile(rb"(?m)^BEGIN:VEVENT\r\n.*?^END:VEVENT\r\n", re.DOTALL)
# Lines end with CRLF, and neither stands alone.
_OCTETS = 75
# A line goes on in the midst of a character.
_CUT = re.compile(rb"\n[ \t][\x80-\xbf]")
_LONE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)")


@dataclass(frozen=True, slots=True)
class _Block:
    """A component as it stands in a file: what follows the names of its properties, its components, what is wrong with it."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)
    parts: "list[_Block]" = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def all_faults(self) -> Iterator[str]:
        """What is wrong with it and with the components in it."""
        yield from self.faults
        for part in self.parts:
            yield from part.all_faults


@dataclass(frozen=True, slots=True)
class _Event:
    """What is kept of an event that was looked at: who it is, the zone of its times, what is wrong with it."""

    uid: str
    zone: str | None
    faults: tuple[str, ...]


def lint(files: Iterable[Artifact]) -> Iterator[Problem]:
    """Reports broken-feed, the first fault of each kind in each feed: at the event, or at the start for what is no event's."""
    known: dict[bytes, _Event] = {}
    for file in files:
        first: dict[str, int] = {}
        for line, fault in _faults(file.data, known):
            first.setdefault(fault, line)
        # What is told is published too: the path of a personal feed is not.
        path = file.path if is_public_feed(file.path) else PERSONAL
        yield from (BrokenFeed(Span(path, line, 1, line, 1), fault) for fault, line in first.items())


def _faults(data: bytes, known: dict[bytes, _Event]) -> Iterator[tuple[int, str]]:
    """What is wrong with a feed, each with its line. ``known`` are events that were looked at."""
    if not data.startswith(b"BEGIN:VCALENDAR\r\n") or not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        yield 1, "it is not one VCALENDAR from its first octet to its last"
    frame = _read(_EVENT.sub(b"", data))
    yield from ((1, fault) for fault in frame.all_faults)
    zones = {part.values.get("TZID", "")[1:] for calendar in frame.parts for part in calendar.parts if part.kind == "VTIMEZONE"}
    if not zones:
        yield 1, "it has no VTIMEZONE"
    uids: set[str] = set()
    for match in _EVENT.finditer(data):
        digest = blake2b(match[0], digest_size=16).digest()
        event = known.get(digest)
        if event is None:
            event = known[digest] = _event(_read(match[0], "VCALENDAR"))
        faults = list(event.faults)
        faults += [f"the UID {event.uid} stands twice"] if event.uid in uids else []
        faults += [f"the zone {event.zone} has no VTIMEZONE"] if event.zone is not None and event.zone not in zones else []
        uids.add(event.uid)
        if faults:
            line = data.count(b"\n", 0, match.start()) + 1
            yield from ((line, fault) for fault in faults)


def _read(data: bytes, inside: str = "") -> _Block:
    """The components of these bytes, as the parts of one that they stand in."""
    top = _Block(inside, faults=list(_line_faults(data)))
    open_ = [top]
    for line in unfolded(data)[:-1]:
        block, word = open_[-1], name(line)
        rest = line[len(word) :]
        if word == "BEGIN":
            part = _Block(rest[1:])
            if block.kind not in COMPONENTS or part.kind not in COMPONENTS[block.kind].inside:
                block.faults.append(f"{part.kind} stands in {block.kind or 'the file'}")
            block.parts.append(part)
            open_.append(part)
        elif word == "END" and len(open_) > 1 and rest == f":{block.kind}":
            block.faults.extend(f"{block.kind} has no {absent}" for absent in _absent(block))
            open_.pop()
        else:
            _add(block, word, rest)
    if len(open_) > 1:
        top.faults.append(f"{open_[-1].kind} has no end")
    return top


def _line_faults(data: bytes) -> Iterator[str]:
    lines = data.split(b"\r\n")[:-1]
    if _LONE_END.search(data):
        yield "a line ends with CR or LF alone"
    if max(map(len, lines), default=0) > _OCTETS:
        yield "a line has more than 75 octets"
    if not all(map(bytes.strip, lines)):
        yield "a line is blank"
    if _CUT.search(data) or not _is_utf8(data):
        yield "a line is no UTF-8, or a fold cuts a character"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _add(block: _Block, word: str, rest: str) -> None:
    """A property of the component, with what is wrong with it."""
    known = COMPONENTS[block.kind].properties.get(word) if block.kind in COMPONENTS else None
    if known is None:
        block.faults.append(f"{word or 'a line without a name'} stands in {block.kind or 'the file'}")
    elif known.form.fullmatch(rest) is None:
        block.faults.append(f"{word} of {block.kind} is not of its form")
    if word in block.values:
        block.faults.append(f"{word} stands twice in {block.kind}")
    block.values[word] = rest


def _absent(block: _Block) -> Iterator[str]:
    known = COMPONENTS[block.kind].properties if block.kind in COMPONENTS else {}
    yield from (word for word, one in known.items() if one.needed and word not in block.values)


def _event(top: _Block) -> _Event:
    """The only event of what was read, with all that is wrong with it."""
    values = next(iter(top.parts), top).values
    # Where a form is wrong already, values cannot be compared.
    faults = tuple(top.all_faults) or tuple(_contradictions(values))
    return _Event(values.get("UID", "")[1:], _zone(values.get("DTSTART", "")), faults)


def _contradictions(values: Mapping[str, str]) -> Iterator[str]:
    """What no single property shows."""
    start, end = _time(values.get("DTSTART")), _time(values.get("DTEND"))
    if ("DTSTART" in values and start is None) or ("DTEND" in values and end is None):
        yield "there is no such time"
    if start and end and (_kind(values["DTSTART"]) != _kind(values["DTEND"]) or end <= start):
        yield "DTEND is not a later time of the same kind as DTSTART"
    if values.get("DTSTAMP") != values.get("LAST-MODIFIED") or values.get("CREATED", "") > values.get("LAST-MODIFIED", ""):
        yield "DTSTAMP, CREATED and LAST-MODIFIED do not agree"
    if int(values.get("SEQUENCE", ":0")[1:]) > _LAST_REVISION:
        yield "SEQUENCE does not fit in 32 bits"
    busy = values.get("TRANSP") == ":OPAQUE"
    if busy != (values.get("X-MICROSOFT-CDO-BUSYSTATUS") == ":BUSY") or (busy and values.get("STATUS") != ":CONFIRMED"):
        yield "STATUS, TRANSP and X-MICROSOFT-CDO-BUSYSTATUS do not agree"
    latitude, _, longitude = values.get("GEO", ":0;0")[1:].partition(";")
    if abs(float(latitude)) > 90 or abs(float(longitude)) > 180:  # noqa: PLR2004  # degrees
        yield "GEO is no place on earth"


def _time(value: str | None) -> datetime | None:
    """The wall time that a DTSTART or DTEND states."""
    text = (value or "").rpartition(":")[2].rstrip("Z")
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")  # noqa: DTZ007  # a wall time
    except ValueError:
        return None


def _kind(value: str) -> str:
    return value[: value.rindex(":")] + value[-1:].strip("0123456789")


def _zone(value: str) -> str | None:
    return value[len(";TZID=") : value.index(":")] if value.startswith(";TZID=") else None
