"""The feeds → ``calendar/index.json``: what there is to subscribe to, for pages, buttons and monitors."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from pipeline.emit.calendar.entry import Entry
from pipeline.emit.calendar.feeds import Feed
from pipeline.model import Artifact


def index(feeds: Sequence[Feed], files: Sequence[Artifact], entries: Mapping[str, Entry]) -> Artifact:
    """Of each feed its path, title, number of events, the time of their newest change (``null`` of none) and the file's digest."""
    rows = [
        {
            "path": feed.path,
            "title": feed.title,
            "events": len(feed.uids),
            "changed": max((entries[uid].changed.isoformat() for uid in feed.uids), default=None),
            "sha256": sha256(file.data).hexdigest(),
        }
        for feed, file in zip(feeds, files, strict=True)
    ]
    text = json.dumps({"feeds": rows}, ensure_ascii=False, indent=1)
    # A title may hold a lone surrogate, which UTF-8 can't hold; escaped by a backslash it is JSON (RFC 8259, 7).
    return Artifact("calendar/index.json", f"{text}\n".encode(errors="backslashreplace"))
