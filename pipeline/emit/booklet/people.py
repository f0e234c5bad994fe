"""The index: who appears where, in groups by letter."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from pipeline.emit.booklet.book import Day, Entry, IndexEntry, Letter, Mention, TalkEntry
from pipeline.emit.booklet.words import Wording
from pipeline.model import Person, Program, Role

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def letters(program: Program, words: Wording, days: tuple[Day, ...]) -> tuple[Letter, ...]:
    """Everybody who appears, in the program's order of people, grouped by the first letter of their sort key."""
    found: dict[str, dict[str, Mention]] = {}
    names = _names(days, words)
    for day in days:
        for entry in day.entries:
            for person, mention in _mentions(names[day.anchor], entry, words):
                found.setdefault(person, {}).setdefault(mention.anchor, mention)
    named = [IndexEntry(person, _also(person), tuple(found[person.id].values())) for person in program.people if person.id in found]
    return tuple(Letter(name, tuple(entries)) for name, entries in groupby(named, key=lambda one: _letter(one.person.sort_key)))


def _names(days: tuple[Day, ...], words: Wording) -> dict[str, str]:
    """What each day is called in a line of the index: its weekday, if that can be no other day of the program."""
    dates = [day.date for day in days if day.date]
    in_week = bool(dates) and dates[-1] - dates[0] < timedelta(days=7)
    return {day.anchor: words.in_week(day.date) if day.date and in_week else day.short.text for day in days}


def _also(person: Person) -> str | None:
    """What somebody is called in the other script, if pages say so: Han characters beside pinyin, or the other way round."""
    named = dict.fromkeys((*(one.name for one in person.translations if one.name), *person.aliases))
    han = bool(_HAN.search(person.name))
    return next((name for name in named if bool(_HAN.search(name)) is not han and name not in person.name), None)


def _letter(key: str) -> str:
    first = key[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _mentions(day: str, entry: Entry, words: Wording) -> Iterator[tuple[str, Mention]]:
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


def _mention(anchor: str, day: str, entry: Entry, talk: TalkEntry | None, role: Role | None, words: Wording) -> Mention:
    start = (talk and talk.talk.start) or entry.session.start
    when = f"{day} {start:%H:%M}" if start else day
    return Mention(anchor, when, entry.room, words.say(role.role) if role else None, entry.cancelled)
