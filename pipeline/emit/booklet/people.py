"""The index: who appears where, in groups by letter."""

from collections.abc import Iterator
from itertools import groupby

from pipeline.emit.booklet.book import Day, Entry, IndexEntry, Letter, Mention, TalkEntry
from pipeline.emit.booklet.words import Wording
from pipeline.model import Program, Role


def letters(program: Program, words: Wording, days: tuple[Day, ...]) -> tuple[Letter, ...]:
    """Everybody who appears, in the program's order of people, grouped by the first letter of their sort key."""
    found: dict[str, dict[str, Mention]] = {}
    for day in days:
        for entry in day.entries:
            for person, mention in _mentions(day, entry, words):
                found.setdefault(person, {}).setdefault(mention.anchor, mention)
    named = [IndexEntry(person, tuple(found[person.id].values())) for person in program.people if person.id in found]
    return tuple(Letter(name, tuple(entries)) for name, entries in groupby(named, key=lambda one: _letter(one.person.sort_key)))


def _letter(key: str) -> str:
    first = key[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _mentions(day: Day, entry: Entry, words: Wording) -> Iterator[tuple[str, Mention]]:
    """Each appearance in a session: speakers at their talk, everybody else at the session's heading."""
    talks = (entry.sole,) if entry.sole else entry.talks
    for talk in talks:
        for speaker in talk.talk.speakers:
            anchor = entry.anchor if talk is entry.sole else talk.anchor
            yield speaker.person, _mention(anchor, day, entry, talk, None, words)
        if talk.talk.host:
            yield talk.talk.host.person, _mention(entry.anchor, day, entry, None, talk.talk.host, words)
    for role in entry.session.people:
        yield role.person, _mention(entry.anchor, day, entry, None, role, words)


def _mention(anchor: str, day: Day, entry: Entry, talk: TalkEntry | None, role: Role | None, words: Wording) -> Mention:
    start = (talk and talk.talk.start) or entry.session.start
    when = f"{day.short.text} {start:%H:%M}" if start else day.short.text
    return Mention(anchor, when, entry.room, words.say(role.role) if role else None, entry.cancelled)
