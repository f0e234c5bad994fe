"""edition → ``calendar/all.ics``: the feed people subscribe to (RFC 5545 and RFC 7986).

``feed`` builds the calendar object, ``entry`` one event, ``description`` the text a person reads in it, ``words`` the words of ours
in it, ``zones`` the VTIMEZONE, ``addresses`` UIDs and links, ``text`` makes any text safe to stand in a feed. A feed is a selection
of sessions and a path: further feeds are further calls of ``feed.feed``.
"""

from pipeline.emit import Emission
from pipeline.emit.calendar.feed import feed
from pipeline.model import Artifact, Edition, Kind


def emit(edition: Edition) -> Emission:
    """``calendar/all.ics``: every session that has a day, breaks excluded, in program order."""
    path = "calendar/all.ics"
    sessions = tuple(session for session in edition.program.sessions if session.kind is not Kind.BREAK)
    return Emission((Artifact(path, feed(edition, sessions, path)),))
