"""edition → book: what the booklet prints, in the order it prints it, as plain values that a template only lays out.

Times become the words that stand on paper, sessions get the anchors that contents, timetables and index point at. No order, time or
identity is made here: all of it is the program's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.emit.booklet.words import Said, Wording
from pipeline.model import Edition, Image, Kind, Person, Program, Session, Speaker, Status, Talk, TextPage

_SLIM = {Kind.BREAK, Kind.SOCIAL, Kind.OTHER}


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody in a session's or a talk's heading: their part in words, name and affiliation."""

    part: Said | None
    people: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class TalkEntry:
    """A talk as printed. ``clock`` is ``None`` where it says no more than the session's; ``title`` is ``None`` where to be announced."""

    anchor: str
    talk: Talk
    lang: str
    clock: str | None
    host: Doer | None

    @property
    def title(self) -> str | None:
        """The talk's title."""
        return self.talk.title

    @property
    def portraits(self) -> tuple[Speaker, ...]:
        """The speakers who have a picture."""
        return tuple(one for one in self.talk.speakers if one.photo and one.photo.data)

    @property
    def crowd(self) -> bool:
        """Whether several speak and some have pictures, which then stand beside their names."""
        return len(self.talk.speakers) > 1 and bool(self.portraits)


@dataclass(frozen=True, slots=True)
class Entry:
    """A session as printed.

    ``sole`` is the talk that *is* the session (one talk of the same title, as on a keynote's page); then ``talks`` is empty.
    ``slim`` sessions have nothing to say but their line. ``head`` is the title as short as a running head needs it. ``was_clock`` and
    ``was_room`` are what was announced before, where it was moved.
    """

    anchor: str
    session: Session
    lang: str
    head: str
    clock: str | None
    room: str | None
    was_clock: str | None
    was_room: str | None
    kind: Said
    color: str | None
    doers: tuple[Doer, ...]
    sole: TalkEntry | None
    talks: tuple[TalkEntry, ...]

    @property
    def cancelled(self) -> bool:
        """Whether it was called off; it stays in the book, marked."""
        return self.session.status is Status.CANCELLED

    @property
    def moved(self) -> bool:
        """Whether it takes place at another time or in another room than was announced before."""
        return bool(self.was_clock or self.was_room)

    @property
    def slim(self) -> bool:
        """Whether one line says all."""
        bare = not (self.sole or self.talks or self.doers or self.session.abstract)
        return bare and self.session.kind in _SLIM

    @property
    def people(self) -> int:
        """How many the heading names: with many it may go on overleaf."""
        return len(self.session.people) + (len(self.sole.talk.speakers) if self.sole else 0)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names that a timetable shows beneath the title: of one who speaks alone, else none."""
        return tuple(one.name for one in self.sole.talk.speakers) if self.sole else ()


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the program, or what has no day yet (``date`` is ``None``)."""

    anchor: str
    number: int
    date: date | None
    names: tuple[Said, ...]
    short: Said
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One line of the index: where somebody appears, when, in which room, and as what (``None`` for a speaker)."""

    anchor: str
    when: str
    room: str | None
    part: Said | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """Somebody in the index, with all their appearances in program order; ``also`` is their name in the other script."""

    person: Person
    also: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A group of the index: a capital letter, or ``#`` for keys that begin with none."""

    name: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A page of words beside the program, as printed: ``head`` is its title as short as a running head needs it."""

    anchor: str
    page: TextPage
    lang: str
    head: str


@dataclass(frozen=True, slots=True)
class Book:
    """All that the booklet prints. The first of the pages of words welcomes; the others stand behind the program."""

    edition: Edition
    words: Wording
    dates: tuple[Said, ...]
    as_of: tuple[Said, ...]
    zone: tuple[Said, ...]
    days: tuple[Day, ...]
    letters: tuple[Letter, ...]
    texts: tuple[TextEntry, ...]

    @property
    def program(self) -> Program:
        """The facts it is made of."""
        return self.edition.program

    @property
    def open(self) -> bool:
        """Whether anything is to be announced."""
        return any(
            not entry.clock or not (entry.room or entry.slim) or any(talk.title is None for talk in entry.talks)
            for entry in self.entries
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All sessions, in the order of the book."""
        return tuple(entry for day in self.days for entry in day.entries)

    @property
    def figures(self) -> tuple[Image, ...]:
        """The pictures of the pages of words, each once."""
        shown = (section.figure for text in self.texts for section in text.page.sections)
        return tuple(dict.fromkeys(figure.image for figure in shown if figure))

    @property
    def pictures(self) -> Iterator[Image]:
        """The portraits, in the order of the book."""
        for entry in self.entries:
            for talk in (*((entry.sole,) if entry.sole else ()), *entry.talks):
                yield from (one.photo for one in talk.portraits if one.photo)
