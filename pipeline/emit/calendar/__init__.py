"""edition → the feeds people subscribe to (RFC 5545 and RFC 7986): ``calendar/all.ics`` and those that hold a part of it.

``appointments`` says what stands in the calendar, ``entry`` writes one event, once for all feeds of a language, ``banner`` the conference
itself; ``feeds`` says which feeds there are, ``feed`` writes one, ``languages`` turns an edition into a further language; ``index`` lists
the feeds, ``entries`` hands the cards the entries one by one, ``lint`` reads feeds again. ``description`` is the text a person reads in an
entry, ``words`` the words of ours in it, ``rich`` its components, ``zones`` the VTIMEZONE, ``colors`` the colours; ``text`` makes any text
safe.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.calendar.appointments import Appointment, appointments
from pipeline.emit.calendar.banner import banner_entry
from pipeline.emit.calendar.colors import colors
from pipeline.emit.calendar.entries import PATH, one_by_one
from pipeline.emit.calendar.entry import Entry, Style, entry
from pipeline.emit.calendar.feed import Frame, frame, written, zone_of
from pipeline.emit.calendar.feeds import Feed, feeds, personal_feeds
from pipeline.emit.calendar.index import index
from pipeline.emit.calendar.languages import in_language
from pipeline.emit.calendar.lint import lint
from pipeline.emit.calendar.words import words
from pipeline.emit.calendar.zones import utc
from pipeline.emit.feed_languages import folder, further_languages
from pipeline.model import Artifact, Edition


def emit(edition: Edition, _means: Means = ALONE) -> Emission:
    """All feeds, their index, and the entries one by one. Reports broken-feed, which would be a fault of ours."""
    main = _written(edition, edition.program.event.languages[0] if edition.program.event.languages else "en")
    sets = [main, *(_written(in_language(edition, tag), tag, folder(tag)) for tag in further_languages(edition))]
    public = tuple(feed for one in sets for feed in one.feeds)
    files = tuple(one.file(feed) for one in sets for feed in one.feeds)
    secret = tuple(map(main.file, personal_feeds(edition, main.appointments)))
    empty = main.file(Feed(PATH, edition.program.event.title)).data
    listed = index(public, files, main.entries), one_by_one(main.appointments, main.entries, empty)
    return Emission((*files, *secret, *listed), tuple(lint((*files, *secret))))


@dataclass(frozen=True, slots=True)
class _Set:
    """The feeds of one language, and what they are written of."""

    edition: Edition
    style: Style
    frame: Frame
    appointments: tuple[Appointment, ...]
    entries: Mapping[str, Entry]
    feeds: tuple[Feed, ...]

    def file(self, feed: Feed) -> Artifact:
        """A feed as it is published."""
        return written(feed, self.entries, self.edition.program.event, self.style, self.frame)


def _written(edition: Edition, language: str, place: str = "") -> _Set:
    event, said = edition.program.event, words(language)
    listed = appointments(edition)
    zone = zone_of(edition, listed)
    style = Style(said, colors(event.tracks), zoned=zone is not None)
    entries = {one.session.uid: entry(one, edition, style) for one in listed}
    if edition.banner:
        entries[edition.banner.uid] = banner_entry(edition.banner, event, said)
    known = feeds(edition, listed, said, place)
    return _Set(edition, style, frame(event, said, zone or utc()), listed, entries, known)
