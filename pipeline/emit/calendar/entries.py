"""The entries one by one, for the cards: a script puts those of a reader's own choice into a file for their calendar.

They are the very entries of the feeds, with the same UIDs and revision numbers, so that a calendar that has both takes them for one event
and keeps the newer. As in the feed of one person, they take up the reader's time: these are sessions that somebody means to attend.
"""

from collections.abc import Mapping, Sequence

from pipeline.emit.calendar.appointments import Appointment
from pipeline.emit.calendar.entry import Entry
from pipeline.emit.javascript import assigned
from pipeline.model import Artifact

PATH = "calendar/entries.js"
_END = "END:VCALENDAR\r\n"
#: What only a calendar that one subscribes to may say of itself.
_OF_A_FEED = ("SOURCE;", "REFRESH-INTERVAL;", "X-PUBLISHED-TTL:")


def one_by_one(appointments: Sequence[Appointment], entries: Mapping[str, Entry], empty: bytes) -> Artifact:
    """``confbook.calendar``: what stands before the entries, each session's id and entry, and what stands after.

    ``empty`` is a feed without an entry. Sessions that no page states any longer are left out: nobody can choose them.
    """
    rows = [
        [one.session.id, b"".join(entries[one.session.uid].written(busy=True)).decode()]
        for one in appointments
        if not one.session.removed
    ]
    value = {"head": _of_a_file(empty.decode().removesuffix(_END)), "entries": rows, "foot": _END}
    return Artifact(PATH, assigned("calendar", value).encode())


def _of_a_file(head: str) -> str:
    """The head without what a file cannot keep: that it renews itself. A folded line goes with its continuations."""
    kept: list[str] = []
    gone = False
    for line in head.split("\r\n"):
        gone = line.startswith(_OF_A_FEED) or (gone and line.startswith(" "))
        if not gone:
            kept.append(line)
    return "\r\n".join(kept)
