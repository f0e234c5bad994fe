"""A session, a talk, a person as sheets print them: hours, titles in each language, names in both scripts, the mark of a track."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from string import ascii_uppercase

from pipeline.emit.booklet.words import Said, Wording
from pipeline.emit.tracks import accents
from pipeline.emit.typography import full_tag, language_of, runs
from pipeline.model import Kind, Person, Program, Session, Status, Talk

_FLOWING = frozenset({Kind.BREAK, Kind.SOCIAL})
_WORDS_OF_A_LINE = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells a track also in grey: a letter, in a frame of the track's colour (``#rrggbb``)."""

    letter: str
    color: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name as the page writes it, and the same in the other script where the program gives one, else by its sound."""

    own: str
    other: str | None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A session on a sign or a poster; ``clock`` and ``room`` are ``None`` where they are to be announced."""

    session: Session
    room: str | None
    clock: str | None
    titles: tuple[Said, ...]
    kind: Said
    names: tuple[str, ...]
    mark: Mark | None

    @property
    def cancelled(self) -> bool:
        """Whether it was called off; it stays, marked."""
        return self.session.status is Status.CANCELLED

    @property
    def quiet(self) -> bool:
        """Whether it is a break or a social event, which nobody looks for."""
        return self.session.kind in _FLOWING


def line(session: Session, program: Program, words: Wording) -> Line:
    """A session's line."""
    speakers = (one.name for talk in session.talks for one in talk.speakers)
    panel = (role.name for role in session.people if role.role == "panelist")
    return Line(
        session,
        room_of(session, program),
        clock(session.start, session.end, words),
        titles(session, words),
        words.kind(session.kind),
        tuple(dict.fromkeys((*speakers, *panel))),
        marks(program).get(session.track or ""),
    )


def marks(program: Program) -> Mapping[str, Mark]:
    """Under each track's name its mark; the letters are in the order of the tracks, and numbers where the alphabet is at its end."""
    colors = {name: accent.light for name, accent in accents(program).items()}
    return {name: Mark(_letter(number), color) for number, (name, color) in enumerate(colors.items())}


def titles(item: Session | Talk, words: Wording) -> tuple[Said, ...]:
    """The titles in each language, that in the event's main language first; none where it is to be announced."""
    if item.title is None:
        return ()
    if not item.other_titles:
        return halves(item.title, words)
    language = full_tag(item.language or "") or language_of(item.title, words.languages)
    every = (Said(item.title, language), *(Said(one.title or "", full_tag(one.language)) for one in item.other_titles))
    return tuple(sorted(every, key=lambda said: said.lang != words.languages.main))


def halves(name: str, words: Wording) -> tuple[Said, ...]:
    """A name or a title in two scripts (``Tide Hall 观潮堂``) apart, the main language's first; any other whole."""
    parts = runs(name, words.languages)
    apart = len(parts) == len({part.language for part in parts}) == 2 and " " in (parts[0].text[-1], parts[1].text[0])  # noqa: PLR2004 - two halves
    if apart and all(_WORDS_OF_A_LINE.search(part.text) for part in parts):
        said = (Said(part.text.strip(), part.language) for part in parts)
        return tuple(sorted(said, key=lambda half: half.lang != words.languages.main))
    return (Said(name, language_of(name, words.languages)),)


def name_of(person: Person, written: str | None = None, affiliation: str | None = None) -> Name:
    """A person's name; ``written`` and ``affiliation`` as a page has them."""
    own = written or person.name
    language = language_of(own)
    given = [*(one.name for one in person.translations if one.name), person.name, *person.aliases]
    other = next((name for name in given if language_of(name) != language), None)
    return Name(own, other or _sound(person, own), affiliation or person.affiliation)


def _sound(person: Person, own: str) -> str | None:
    """How a name in Chinese characters is read, family name first, from what the index sorts it by."""
    return person.sort_key.replace(",", "").title() if language_of(own).startswith("zh") else None


def room_of(session: Session, program: Program) -> str | None:
    """The venue's name without the place that all venues have in common, else the place as the page has it."""
    if session.venue is None:
        return session.venue_text
    return program.venue_of[session.venue].name.removeprefix(common_place(program)).lstrip()


def common_place(program: Program) -> str:
    """The words with which the names of all venues begin, as those of an institution or a campus; empty where there are none."""
    names = [venue.name.split(" ")[:-1] for venue in program.venues]
    common = takewhile(lambda words: len(set(words)) == 1, zip(*names, strict=False))
    return " ".join(words[0] for words in common) if len(names) > 1 else ""


def clock(start: datetime | None, end: datetime | None, words: Wording) -> str | None:
    """``09:00–10:30``; an end on another day says so; ``None`` without a start."""
    if start is None:
        return None
    later = f" ({words.say('next-day').text})" if end and end.date() > start.date() else ""
    return f"{start:%H:%M}–{end:%H:%M}{later}" if end else f"{start:%H:%M}"


def minutes(start: datetime | None, end: datetime | None) -> int | None:
    """How long something lasts; ``None`` where the program does not say both ends."""
    return round((end - start).total_seconds() / 60) if start and end else None


def _letter(number: int) -> str:
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)


def takes_place(program: Program) -> Iterator[Session]:
    """The sessions that were not called off, in the program's order."""
    return (session for session in program.sessions if session.status is not Status.CANCELLED)
