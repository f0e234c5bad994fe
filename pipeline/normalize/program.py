"""readings → program: identities, order and the program's days; people and venues under their ids."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from pipeline.config import Config
from pipeline.diagnostics import Problem
from pipeline.diagnostics.configuration import MissingEventTitle
from pipeline.extract.pictures import Pictures
from pipeline.grammar.languages import tag_of
from pipeline.model import Event, Fact, Finding, Image, Program, Role, Session, Speaker, Talk, Translation
from pipeline.normalize.badges import bearers
from pipeline.normalize.evidence import FROM_TALKS, ONLY_TALK, carried
from pipeline.normalize.people.resolve import Mention, People
from pipeline.normalize.readings import PageReading, TalkReading
from pipeline.normalize.tracks import tracks_of
from pipeline.normalize.venues import Venues
from pipeline.slugs import distinct, slug
from pipeline.source import Located

UNTITLED = "Conference program"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def put_together(
    readings: Sequence[PageReading], people: People, venues: Venues, config: Config, pictures: Pictures, zone: ZoneInfo
) -> tuple[Program, tuple[Problem, ...]]:
    """The program of some readings. Reports missing-event-title, unknown-track, and unknown-bearer."""
    ids = _identities(readings)
    maker = _Maker(people, venues)
    sessions = sorted(
        (maker.session(reading, id_) for reading, id_ in zip(readings, ids, strict=True)),
        key=lambda session: _rank(session, venues),
    )
    tracks, problems = tracks_of(config.tracks, sessions)
    problems += () if config.title else (MissingEventTitle(config.place_of_event),)
    event = Event(
        title=config.title.value if config.title else UNTITLED,
        timezone=zone,
        subtitle=config.subtitle,
        place=config.place,
        url=config.url,
        languages=config.languages or _languages(sessions),
        days=config.days or tuple(sorted({session.day for session in sessions if session.day})),
        tracks=tracks,
        logo=_picture(config.logo, pictures),
        map=_picture(config.map, pictures),
    )
    badges, unknown = bearers(config.badges, people.people)
    printing = replace(config.printing, badges=badges)
    return Program(event, venues.venues, people.people, tuple(sessions), booklet=config.booklet, printing=printing), (
        *problems,
        *unknown,
    )


def mentions_of(readings: Sequence[PageReading]) -> tuple[Mention, ...]:
    """Everybody whom the readings name, in the order of the pages."""
    return tuple(mention for reading in readings for mention in _mentions(reading))


def _mentions(reading: PageReading) -> Iterator[Mention]:
    yield from (mention for _, mention in reading.roles)
    for talk in reading.talks:
        yield from (talk.host,) if talk.host else ()
        yield from talk.speakers


class _Maker:
    """Makes sessions and talks of readings, with people and venues under their ids."""

    def __init__(self, people: People, venues: Venues) -> None:
        self.people = people
        self.venues = venues

    def session(self, reading: PageReading, id_: str) -> Session:
        alone = len(reading.talks) == 1
        talks = tuple(self.talk(talk, reading, f"{id_}-{number}", alone=alone) for number, talk in enumerate(reading.talks, 1))
        start = reading.when.start or min((talk.start for talk in talks if talk.start), default=None)
        end = reading.when.end or (max((talk.end for talk in talks if talk.end), default=None) if not reading.when.start else None)
        return Session(
            id=id_,
            kind=reading.kind,
            title=reading.title,
            track=reading.track,
            tag=reading.tag,
            order=reading.order,
            day=reading.when.day or (start.date() if start else None),
            start=start,
            end=end,
            venue=self.venues.id_of(reading.venue) if reading.venue else None,
            venue_text=reading.venue.value if reading.venue else None,
            people=self.roles(reading, talks),
            talks=talks,
            abstract=reading.abstract,
            status=reading.status,
            stream=reading.stream,
            language=reading.language,
            translations=reading.translations,
            formerly=_former_ids(reading),
            by_title=bool(reading.draft.entry) and not reading.id,
            source=reading.span,
            evidence=tuple(
                replace(found, value=id_) if found.fact == "id" else found
                for found in _session_evidence(reading, talks, start, end)
            ),
        )

    def roles(self, reading: PageReading, talks: Sequence[Talk]) -> tuple[Role, ...]:
        """The session's role holders, and the hosts of its talks: each once in each role."""
        own = [self.role(name, mention) for name, mention in reading.roles]
        hosts = [talk.host for talk in talks if talk.host]
        first: dict[tuple[str, str], Role] = {}
        for role in (*own, *hosts):
            first.setdefault((role.role, role.person), role)
        return tuple(first.values())

    def role(self, name: str, mention: Mention) -> Role:
        return Role(name, self.people.id_of(mention), mention.name, mention.affiliation)

    def talk(self, talk: TalkReading, page: PageReading, id_: str, *, alone: bool) -> Talk:
        """A talk; the only one of its page has the page's times and, where it names none, the page's title."""
        return Talk(
            id=id_,
            title=talk.title or (page.title if alone else None),
            start=talk.when.start or (page.when.start if alone else None),
            end=talk.when.end or (page.when.end if alone and not talk.when.start else None),
            host=self.role("host", talk.host) if talk.host else None,
            speakers=tuple(
                Speaker(self.people.id_of(mention), mention.name, mention.affiliation, mention.photo) for mention in talk.speakers
            ),
            abstract=talk.abstract or (page.abstract if alone else None),
            biography=talk.biography,
            slides=talk.slides,
            video=talk.video,
            language=talk.language if talk.title or not alone else page.language,
            translations=_translations(talk, page) if alone else talk.translations,
            source=talk.span,
            evidence=_talk_evidence(talk, page, alone=alone),
        )


def _translations(talk: TalkReading, page: PageReading) -> tuple[Translation, ...]:
    """What the only talk of its page is in other languages: its own words, and those of the page where it states none."""
    own = {one.language: one for one in talk.translations}
    for one in page.translations:
        title = one.title if not talk.title else None
        abstract = one.abstract if not talk.abstract else None
        if title or abstract:
            mine = own.get(one.language, Translation(one.language))
            own[one.language] = replace(mine, title=mine.title or title, abstract=mine.abstract or abstract)
    return tuple(own[tag] for tag in sorted(own))


def _session_evidence(
    reading: PageReading, talks: Sequence[Talk], start: datetime | None, end: datetime | None
) -> tuple[Finding, ...]:
    """How the session's facts were found; times that it does not state are its first and last talks'."""
    own = reading.when.evidence
    first = next((talk for talk in talks if talk.start == start), None) if start and not reading.when.start else None
    last = next((talk for talk in talks if talk.end == end), None) if end and not reading.when.end else None
    of_talks = (
        *(carried(first.evidence, "start", FROM_TALKS) if first else ()),
        *(carried(last.evidence, "end", FROM_TALKS) if last else ()),
    )
    taken = {found.fact for found in of_talks}
    return (*reading.evidence, *(found for found in own if found.fact not in taken), *of_talks)


def _talk_evidence(talk: TalkReading, page: PageReading, *, alone: bool) -> tuple[Finding, ...]:
    """How the talk's facts were found; those that the only talk has of its page by the rule for that."""
    own = (*talk.evidence, *talk.when.evidence)
    if not alone:
        return own
    taken = {
        "title": not talk.title,
        "start": not talk.when.start,
        "end": not talk.when.end and not talk.when.start,
        "abstract": not talk.abstract,
    }
    of_page = [carried((*page.evidence, *page.when.evidence), fact, ONLY_TALK) for fact, is_taken in taken.items() if is_taken]
    replaced = {found.fact for findings in of_page for found in findings if found.value is not None}
    kept = (found for found in own if found.fact not in replaced)
    return (*kept, *(found for findings in of_page for found in findings if found.value is not None))


def _identities(readings: Sequence[PageReading]) -> tuple[str, ...]:
    """The session's id of each reading: its ``id`` field, else its file's name or, of an entry of a timetable, its title.

    Where two would be alike they are told apart by the page's folder, those of a timetable by their day, and then by their number on it.
    """
    names = [slug(reading.id or _name(reading), "session") for reading in readings]
    # A file's name gives way to no other page's ``id``: duplicate-identity is told.
    times, unnamed = Counter(names), Counter(name for reading, name in zip(readings, names, strict=True) if not reading.id)
    told = [
        name if reading.id or (times if reading.draft.entry else unnamed)[name] == 1 else slug(_full_name(reading), "session")
        for reading, name in zip(readings, names, strict=True)
    ]
    entries = distinct(
        {number: name for number, name in enumerate(told) if readings[number].draft.entry and not readings[number].id}
    )
    return tuple(entries.get(number, name) for number, name in enumerate(told))


def _former_ids(reading: PageReading) -> tuple[str, ...]:
    """The ids under which the page says that its session was published before."""
    stated = (said.text.value for said in reading.draft.statements if said.fact is Fact.FORMERLY)
    return tuple(dict.fromkeys(slug(text, "session") for text in stated))


def _name(reading: PageReading) -> str:
    return reading.title if reading.draft.entry else _stem(reading.draft.path)


def _full_name(reading: PageReading) -> str:
    if reading.draft.entry:
        return f"{reading.title[:40]} {reading.when.day or ''}"
    return f"{PurePosixPath(reading.draft.path).parent.name} {_stem(reading.draft.path)}"


def _stem(path: str) -> str:
    """A page's name without its ending and its language (``rivers.zh.md``), its folder's where it is but the index of that."""
    page = PurePosixPath(path)
    stem, _, language = page.stem.rpartition(".")
    name = stem if stem and language.islower() and tag_of(language) else page.stem
    return page.parent.name if name == "index" else name


def _rank(session: Session, venues: Venues) -> tuple[bool, date, bool, float, float, int, str]:
    """Where a session stands in the program: by day, time, the page's own order, room, id; what is to be announced comes last."""
    return (
        session.day is None,
        session.day or date.max,
        session.start is None,
        session.start.timestamp() if session.start else 0,
        session.order if session.order is not None else float("inf"),
        next((rank for rank, venue in enumerate(venues.venues) if venue.id == session.venue), len(venues.venues)),
        session.id,
    )


def _languages(sessions: Sequence[Session]) -> tuple[str, ...]:
    """English, Chinese or both, by the script of the titles, the more frequent first."""
    titles = [title for session in sessions for title in (session.title, *(talk.title for talk in session.talks)) if title]
    chinese = sum(1 for title in titles if _HAN.search(title))
    if not chinese:
        return ("en",)
    if chinese == len(titles):
        return ("zh",)
    return ("zh", "en") if chinese * 2 > len(titles) else ("en", "zh")


def _picture(reference: Located[str] | None, pictures: Pictures) -> Image | None:
    return pictures.get((reference.span.path, reference.value)) if reference else None
