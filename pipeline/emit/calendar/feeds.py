"""edition → which feeds there are, and what stands in each.

| path | holds | takes up the reader's time |
|---|---|---|
| ``all.ics``, ``all-rich.ics`` | every session but breaks; the second with the components of RFC 9073 | no |
| ``overview.ics`` | the conference over all its days, and what is for everybody: registration, opening, socials | no |
| ``stream.ics`` | those that can be followed live, where there are any | no |
| ``day/2026-10-15.ics`` | those that begin on that day | no |
| ``track/<name>.ics``, ``venue/<id>.ics`` | those of the track, those in the room | no |
| ``speaker/<id>.ics`` | those where the person speaks, chairs, hosts or sits on the panel | yes |
| ``session/<id>.ics`` | the one session, also under the ids that it had before | yes |
| ``<language>/…`` | the same set in a further language | as there |
| ``personal/<token>.ics`` | as the person's own; known to nobody else, so it is listed nowhere, and gone with its token | yes |

An entry has the same UID, and in a language the same bytes but for its claim on the reader's time, in every feed. A session that moves
leaves a feed without a trace: it goes on in ``all.ics``. A feed that was published once never vanishes; one without a session is empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import addresses
from pipeline.emit import feed_paths
from pipeline.emit.calendar.appointments import Appointment
from pipeline.emit.calendar.words import Words
from pipeline.emit.feed_languages import folder_of
from pipeline.emit.tracks import track_names
from pipeline.model import Edition, Kind, Role, Session, Speaker

ALL = f"{feed_paths.FOLDER}/all.ics"
RICH = f"{feed_paths.FOLDER}/all-rich.ics"
OVERVIEW = f"{feed_paths.FOLDER}/overview.ics"
_OVERVIEW = {Kind.SOCIAL, Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is published, what it is called, whose entries it has (by UID, in order). ``track`` is the one it is of.

    ``rich``: its entries have the components of RFC 9073.
    """

    path: str
    title: str
    uids: tuple[str, ...] = ()
    busy: bool = False
    track: str | None = None
    rich: bool = False


def feeds(edition: Edition, appointments: Sequence[Appointment], words: Words, folder: str = "") -> tuple[Feed, ...]:
    """All feeds of a language, whose folder is given, that of all sessions first."""
    title = edition.program.event.title
    uids = tuple(one.session.uid for one in appointments)
    members: dict[str, list[str]] = {}
    headings: dict[str, Feed] = {}
    tracks = track_names(edition)
    for one in appointments:
        for heading in _feeds_of(one.session, edition, tracks, words):
            headings.setdefault(heading.path, heading)
            members.setdefault(heading.path, []).append(one.session.uid)
    parts = (replace(heading, uids=tuple(dict.fromkeys(members[path]))) for path, heading in headings.items())
    whole = (
        Feed(ALL, title, uids),
        Feed(RICH, title, uids, rich=True),
        Feed(OVERVIEW, f"{title} · {words.overview}", _overview(edition, appointments)),
    )
    found = {path: Feed(path, title) for path in edition.feeds if folder_of(path) == folder}
    found |= {feed.path: feed for feed in (_placed(one, folder) for one in (*whole, *parts))}
    first = [_placed(one, folder).path for one in whole]
    return tuple(found[path] for path in (*first, *sorted(found.keys() - set(first))))


def _placed(feed: Feed, folder: str) -> Feed:
    """The feed in the folder of its language."""
    return replace(feed, path=feed.path.replace("/", f"/{folder}", 1))


def personal_feeds(edition: Edition, appointments: Sequence[Appointment]) -> tuple[Feed, ...]:
    """The feeds that are somebody's alone, in the order in which they are listed."""
    title = edition.program.event.title
    return tuple(
        Feed(
            f"{addresses.PERSONAL}{one.token}.ics",
            f"{title} · {one.name}",
            tuple(each.session.uid for each in appointments if one.person in _people(each.session)),
            busy=True,
        )
        for one in edition.program.personal
    )


def _overview(edition: Edition, appointments: Sequence[Appointment]) -> tuple[str, ...]:
    """What everybody needs to know of: no session of a strand, whatever kind it is."""
    of_all = (one.session for one in appointments if one.session.kind in _OVERVIEW and not one.session.track)
    return (*((edition.banner.uid,) if edition.banner else ()), *(session.uid for session in of_all))


def _feeds_of(session: Session, edition: Edition, tracks: Mapping[str, str], words: Words) -> Iterator[Feed]:
    """The feeds that hold a session beside those that hold all."""
    title = edition.program.event.title
    if session.stream:
        yield Feed(f"{feed_paths.FOLDER}/stream.ics", f"{title} · {words.streams}")
    if session.day:
        yield Feed(feed_paths.of_day(session.day), f"{title} · {session.day}")
    if session.track:
        yield Feed(feed_paths.of_track(tracks[session.track]), f"{title} · {session.track}", track=session.track)
    if session.venue:
        venue = edition.program.venue_of.get(session.venue)
        yield Feed(feed_paths.of_room(session.venue), f"{title} · {venue.name if venue else session.venue_text or ''}")
    for person, name in _people(session).items():
        path = feed_paths.of_person(person)
        known = edition.program.person_of.get(person)
        # Of somebody whom no page names any longer the feed that there was says whether they agreed to it.
        if known.calendar if known else path in edition.feeds:
            yield Feed(path, f"{title} · {known.name if known else name}", busy=True)
    for name in (session.id, *session.formerly):
        yield Feed(feed_paths.of_session(name), f"{title} · {session.title}", busy=True)


def _people(session: Session) -> dict[str, str]:
    """Everybody who does something there: the names under the ids."""
    speakers = (speaker for talk in session.talks for speaker in talk.speakers)
    hosts = (talk.host for talk in session.talks if talk.host)
    doers: tuple[Role | Speaker, ...] = (*session.people, *hosts, *speakers)
    return {one.person: one.name for one in doers}
