"""edition → the feeds people subscribe to (RFC 5545 and RFC 7986): ``calendar/all.ics`` and those that hold a part of it.

``appointments`` says what stands in the calendar, ``entry`` writes one event, once for all feeds, ``feeds`` says which feeds there are,
``feed`` writes one, ``index`` lists them, ``entries`` hands the cards the entries one by one, ``lint`` reads feeds again. ``description`` is
the text a person reads in an entry, ``words`` the words of ours in it, ``rich`` its components, ``zones`` the VTIMEZONE, ``colors`` the
colours; ``text`` makes any text safe.
"""

from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.calendar.appointments import appointments
from pipeline.emit.calendar.colors import colors
from pipeline.emit.calendar.entries import PATH, one_by_one
from pipeline.emit.calendar.entry import Style, entry
from pipeline.emit.calendar.feed import frame, written, zone_of
from pipeline.emit.calendar.feeds import Feed, feeds
from pipeline.emit.calendar.index import index
from pipeline.emit.calendar.lint import lint
from pipeline.emit.calendar.words import words
from pipeline.emit.calendar.zones import utc
from pipeline.model import Artifact, Edition


def emit(edition: Edition, _means: Means = ALONE) -> Emission:
    """All feeds, their index, and the entries one by one. Reports broken-feed, which would be a fault of ours."""
    event = edition.program.event
    listed = appointments(edition)
    zone = zone_of(edition, listed)
    style = Style(words(event.languages), colors(event.tracks), zoned=zone is not None)
    entries = {one.session.uid: entry(one, edition, style) for one in listed}
    known = feeds(edition, listed)
    same = frame(event, style.words, zone or utc())
    files = tuple(Artifact(feed.path, written(feed, entries, event, style, same)) for feed in known)
    empty = written(Feed(PATH, event.title), entries, event, style, same)
    return Emission((*files, index(known, files, entries), one_by_one(listed, entries, empty)), tuple(lint(files)))
