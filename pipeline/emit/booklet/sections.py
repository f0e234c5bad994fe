"""The booklet's sections in their order: each is a template with its own facts, and becomes a chunk of the press."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.emit.booklet.book import Book, Day, Entry
from pipeline.emit.press.chunk import Numbering

#: As many talks as about ten pages hold: less to lay out again after an edit, against a page's foot left empty now and then.
_TALKS = 20


@dataclass(frozen=True, slots=True)
class Section:
    """A template, what it is given beside the book, and how its pages are numbered."""

    name: str
    template: str
    numbering: Numbering
    recto: bool = False
    thumb: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def sections(book: Book, *, timetables: bool, practical: bool) -> Iterator[Section]:
    """All sections. Page 1 is the first of the first day, or of what follows where there is none."""
    yield Section("cover", "cover.html", "none")
    yield Section("imprint", "imprint.html", "roman")
    yield from _texts(book, slice(0, 1), "roman")
    yield Section("contents", "contents.html", "roman")
    if timetables:
        yield Section("glance", "glance.html", "roman")
    yield from _from_the_right(_body(book, practical=practical))
    yield Section("notes", "notes.html", "none")
    yield Section("back cover", "back-cover.html", "none")


def short(book: Book, *, timetables: bool, practical: bool) -> Iterator[Section]:
    """Those of the short version, to be folded of a few sheets: who speaks where and when, without what they say."""
    yield Section("cover", "cover.html", "none")
    if timetables:
        yield Section("glance", "glance.html", "roman")
    if book.days:
        facts = {"days": tuple((day, day.entries, True) for day in book.days)}
        yield Section("days", "day.html", "arabic", recto=True, facts=facts)
    if practical:
        yield Section("practical", "practical.html", "arabic")
    yield Section("back cover", "back-cover.html", "none")


def _from_the_right(body: Iterator[Section]) -> Iterator[Section]:
    """The first of them on a right-hand page."""
    for number, section in enumerate(body):
        yield section if number else replace(section, recto=True)


def _body(book: Book, *, practical: bool) -> Iterator[Section]:
    for day in book.days:
        for number, entries in enumerate(_groups(day)):
            facts = {"days": ((day, entries, number == 0),)}
            yield Section(f"{day.anchor}/{number + 1}", "day.html", "arabic", thumb=day.number, facts=facts)
    yield from _texts(book, slice(1, None), "arabic")
    if practical:
        yield Section("practical", "practical.html", "arabic")
    if book.letters:
        yield Section("index", "index.html", "arabic")


def _texts(book: Book, which: slice, numbering: Numbering) -> Iterator[Section]:
    """Pages of words: the first one welcomes, and stands at the front."""
    for text in book.texts[which]:
        yield Section(text.anchor, "text.html", numbering, facts={"text": text})


def _groups(day: Day) -> Iterator[tuple[Entry, ...]]:
    """A day's sessions in groups that hold about as many talks."""
    group: list[Entry] = []
    talks = 0
    for entry in day.entries:
        if talks >= _TALKS:
            yield tuple(group)
            group, talks = [], 0
        group.append(entry)
        talks += 0 if entry.slim else max(1, len(entry.talks))
    yield tuple(group)
