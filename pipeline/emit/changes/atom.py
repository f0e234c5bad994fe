"""edition → ``changes.atom``: its changes as news (RFC 4287), an entry for each session and edition."""

import re
from datetime import UTC, datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

from pipeline import addresses
from pipeline.emit.changes.groups import Group, by_edition
from pipeline.emit.changes.words import Words, was_and_is, words
from pipeline.model import Edition

_NAMESPACE = "http://www.w3.org/2005/Atom"
# What no XML may hold (XML 1.0, 2.2).
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(edition: Edition, path: str, page: str) -> bytes:
    """The feed. Identities are tags (RFC 4151) made of the sessions' UIDs, so they outlive an address."""
    event, said = edition.program.event, words(edition.program.event.languages)
    feed = ET.Element("feed", {"xmlns": _NAMESPACE})
    _add(feed, "id", _tag(addresses.uid(event, "changes")))
    _add(feed, "title", f"{event.title} · {said.title}")
    _add(feed, "updated", _time(max((change.changed for change in edition.changes), default=edition.published)))
    _add(ET.SubElement(feed, "author"), "name", event.title)
    for relation, target in (("self", path), ("alternate", page)):
        if address := addresses.page(event, target):
            ET.SubElement(feed, "link", {"rel": relation, "href": address})
    pages = {session.uid: f"sessions/{session.id}.html" for session in edition.program.sessions}
    for _, groups in by_edition(edition.changes):
        for group in groups:
            link = addresses.page(event, pages.get(group[-1].uid, page))
            _add_entry(feed, group, said, link)
    ET.indent(feed, " ")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_entry(feed: ET.Element, group: Group, said: Words, link: str | None) -> None:
    last = group[-1]
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", f"{_tag(last.uid)}/{last.revision}")
    _add(entry, "title", f"{', '.join(said.kinds[change.kind] for change in group)}: {last.title}")
    _add(entry, "updated", _time(last.changed))
    if link:
        ET.SubElement(entry, "link", {"rel": "alternate", "href": link})
    lines = [f"{said.kinds[change.kind]}: {told[0]} → {told[1]}" for change in group if (told := was_and_is(change, said))]
    if lines:
        _add(entry, "summary", "\n".join(lines))


def _add(element: ET.Element, name: str, text: str) -> None:
    ET.SubElement(element, name).text = _NO_CHARACTER.sub("", text)


def _tag(uid: str) -> str:
    name, _, realm = uid.rpartition("@")
    return f"tag:{realm},2000:{quote(name)}"


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
