"""Finished feeds → what is wrong with them. They are read again as bytes, before anything is published, by none of the code that wrote them.

No validator there is would do: most of the faults that break a phone's calendar are seen by none. What stands in several feeds
is looked at once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
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

_EVENT = b"\r\nBEGIN:VEVENT\r\n", b"\r\nEND:VEVENT\r\n"
_ZONE = b"\r\nBEGIN:VTIMEZONE\r\n", b"\r\nEND:VTIMEZONE\r\n"
# In an event of ours what differs from feed to feed stands last: its claim on the reader's time, and the components in it.
_OWN = b"\r\nTRANSP:"
_NEEDED = frozenset(word for word, one in COMPONENTS["VEVENT"].properties.items() if one.needed)
_LAST_REVISION = 2**31 - 1
_OCTETS = 75


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
class _Piece:
    """What is kept of a part of a feed that was looked at, for where it comes again: some of its values, and what is wrong with it."""

    names: frozenset[str] = frozenset()
    uid: str = ""
    zone: str = ""
    status: str = ""
    faults: tuple[str, ...] = ()


#: How a piece is looked at.
_Look = Callable[[bytes], _Piece]
#: Pieces that were looked at, by how and by their digests.
_Known = dict[tuple[_Look, bytes], _Piece]


def lint(files: Iterable[Artifact]) -> Iterator[Problem]:
    """Reports broken-feed, the first fault of each kind in each feed: at the event, or at the start for what is no event's."""
    known: _Known = {}
    for file in files:
        first: dict[str, int] = {}
        for line, fault in _faults(file.data, known):
            first.setdefault(fault, line)
        # What is told is published too: the path of a personal feed is not.
        path = file.path if is_public_feed(file.path) else PERSONAL
        yield from (BrokenFeed(Span(path, line, 1, line, 1), fault) for fault, line in first.items())


def _faults(data: bytes, known: _Known) -> Iterator[tuple[int, str]]:
    """What is wrong with a feed, each with its line. ``known`` are parts of feeds that were looked at."""
    if not data.startswith(b"BEGIN:VCALENDAR\r\n") or not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        yield 1, "it is not one VCALENDAR from its first octet to its last"
    frame, events = _divided(data, _EVENT)
    frame, found = _divided(frame, _ZONE)
    zones = [_looked_at(part, known, _zone_piece) for _, part in found]
    yield from ((1, fault) for one in (_frame_piece(frame), *zones) for fault in one.faults)
    names = {one.zone for one in zones}
    if not zones:
        yield 1, "it has no VTIMEZONE"
    uids: set[str] = set()
    for start, part in events:
        event, faults = _event(part, known)
        faults += [f"the UID {event.uid} stands twice"] if event.uid in uids else []
        faults += [f"the zone {event.zone} has no VTIMEZONE"] if event.zone and event.zone not in names else []
        uids.add(event.uid)
        if faults:
            line = data.count(b"\n", 0, start) + 2
            yield from ((line, fault) for fault in faults)


def _divided(data: bytes, marks: tuple[bytes, bytes]) -> tuple[bytes, list[tuple[int, bytes]]]:
    """The data without the components between two such lines, and what stands in each, with where it begins."""
    begin, end = marks
    rest, parts, at = [], [], 0
    while (start := data.find(begin, at)) >= 0 and (stop := data.find(end, start + len(begin) - 2)) >= 0:
        rest.append(data[at:start])
        parts.append((start, data[start + len(begin) : stop + 2]))
        # The line end before the component stays for the next one to begin with.
        at = stop + len(end) - 2
    return b"".join([*rest, data[at:]]), parts


def _looked_at(part: bytes, known: _Known, look: _Look) -> _Piece:
    key = look, blake2b(part, digest_size=16).digest()
    piece = known.get(key)
    if piece is None:
        piece = known[key] = look(part)
    return piece


def _event(part: bytes, known: _Known) -> tuple[_Piece, list[str]]:
    """Of what stands in an event that which is the same in all feeds, and all that is wrong with the event."""
    facts, mark, own = part.partition(_OWN)
    event = _looked_at(facts + b"\r\n" if mark else facts, known, _facts_piece)
    claim = _looked_at(mark[2:] + own, known, _claim_piece)
    faults = [*event.faults, *claim.faults]
    faults += [f"{word} stands twice in VEVENT" for word in sorted(event.names & claim.names)]
    faults += [f"VEVENT has no {word}" for word in sorted(_NEEDED - event.names - claim.names)]
    if not faults and not _agree(event.status, claim.status):
        faults.append("STATUS, TRANSP and X-MICROSOFT-CDO-BUSYSTATUS do not agree")
    return event, faults


def _agree(status: str, claim: str) -> bool:
    """Whether an event with this STATUS may take up the reader's time as its claim says, in both of its forms."""
    return claim == ":TRANSPARENT:FREE" or (claim == ":OPAQUE:BUSY" and status == ":CONFIRMED")


def _frame_piece(part: bytes) -> _Piece:
    return _Piece(faults=tuple(_read(part).all_faults))


def _zone_piece(part: bytes) -> _Piece:
    block = _read(b"BEGIN:VTIMEZONE\r\n" + part + b"END:VTIMEZONE\r\n", "VCALENDAR")
    return _Piece(zone=block.parts[0].values.get("TZID", "")[1:], faults=tuple(block.all_faults))


def _facts_piece(part: bytes) -> _Piece:
    block = _read(part, "VEVENT")
    values = block.values
    # Where a form is wrong already, values cannot be compared.
    faults = tuple(block.all_faults) or tuple(_contradictions(values))
    zone = _zone(values.get("DTSTART", ""))
    return _Piece(frozenset(values), values.get("UID", "")[1:], zone, values.get("STATUS", ""), faults)


def _claim_piece(part: bytes) -> _Piece:
    block = _read(part, "VEVENT")
    claim = block.values.get("TRANSP", "") + block.values.get("X-MICROSOFT-CDO-BUSYSTATUS", "")
    return _Piece(frozenset(block.values), status=claim, faults=tuple(block.all_faults))


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
    if not data.count(b"\r\n") == data.count(b"\r") == data.count(b"\n"):
        yield "a line ends with CR or LF alone"
    if max(map(len, lines), default=0) > _OCTETS:
        yield "a line has more than 75 octets"
    if not all(map(bytes.strip, lines)):
        yield "a line is blank"
    # The line end within a character that a fold cuts makes it none.
    if not _is_utf8(data):
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


def _zone(value: str) -> str:
    return value[len(";TZID=") : value.index(":")] if value.startswith(";TZID=") else ""
