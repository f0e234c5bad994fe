"""Dialect: a program kept as data, YAML or JSON, as site generators have it (``_data/program.yml``): days, rooms and sessions, nested::

    - day: Monday 12 May
      rooms:
        - name: Hall 1
          talks:
            - {time: 9:00-9:30, title: On Tides, author: Ada Brook}

Whatever states hours of its own is a session. What is said around it, of a day, a room or a track, holds for it: by the names of fields,
or by what a list is called (the ``name`` of one of the ``rooms`` is a room).
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from pipeline.extract.front_matter.params import NAMES, read_fields
from pipeline.extract.items import Item, TalkBlock
from pipeline.extract.label_words import RICH, fact_of
from pipeline.extract.timetable.entry import settled
from pipeline.extract.timetable.moments import is_day
from pipeline.extract.timetable.words import is_room
from pipeline.fields import Field, Fields, fold_key, items
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located

_HOURS = frozenset({Fact.WHEN, Fact.START, Fact.END})
#: What holds for all that stands below it.
_AROUND = frozenset({Fact.DATE, Fact.VENUE, Fact.TRACK})
#: What the name of each thing in a list is, by what the list is called.
_LISTS = {
    "rooms": Fact.VENUE,
    "venues": Fact.VENUE,
    "locations": Fact.VENUE,
    "tracks": Fact.TRACK,
    "streams": Fact.TRACK,
    "days": Fact.DATE,
}
#: What else fields of a program kept as data are called.
_NAMES = {
    "hour": Fact.WHEN,
    "hours": Fact.WHEN,
    "timelabel": Fact.WHEN,
    "timeslot": Fact.WHEN,
    "event": Fact.TITLE,
    "activity": Fact.TITLE,
}
_EDGES = {"from": Fact.START, "to": Fact.END}
_PROSE = 3  # words, that make a text one for readers
_TALKS = frozenset({"talks", "presentations", "papers", "contributions", "subtalks", "items"})


def read_sessions(value: Fields | Sequence[object]) -> Iterator[tuple[Item, ...]]:
    """The items of each session in a file of data."""
    yield from _walk(value, (), "")


def _walk(value: object, around: tuple[Statement, ...], called: str) -> Iterator[tuple[Item, ...]]:
    if isinstance(value, Fields):
        yield from _mapping(value, around, called)
    elif isinstance(value, tuple):
        yield from chain.from_iterable(_walk(item, around, called) for item in value)


def _mapping(fields: Fields, around: tuple[Statement, ...], called: str) -> Iterator[tuple[Item, ...]]:
    said = list(_statements(fields.fields))
    if any(one.fact in _HOURS for one in said) and any(one.fact is Fact.TITLE for one in said):
        yield _session(fields, said, around)
        return
    own = [one for one in said if one.fact in _AROUND]
    name = next((one for one in said if one.fact is Fact.TITLE), None)
    if name is not None and (fact := _LISTS.get(called)) and fact not in {one.fact for one in own}:
        own += [replace(name, fact=fact)] if fact is not Fact.DATE or is_day(name.text.value) else []
    around = _over(own, around)
    for field in fields.fields:
        if not isinstance(field.value, Located):
            keyed = _keyed(field.key, called)
            yield from _walk(field.value, _over(keyed, around), fold_key(field.key.value) if not keyed else "")


def _keyed(key: Located[str], called: str) -> list[Statement]:
    """What a key that is no field's name says of all under it: a day, a room (``Hall 1: […]``)."""
    name = fold_key(key.value)
    if name in _LISTS or name in _TALKS or name in NAMES:
        return []
    if is_day(key.value):
        return [Statement(Fact.DATE, key, Origin.BODY)]
    is_place = is_room(key.value) or _LISTS.get(called) is Fact.VENUE
    return [Statement(Fact.VENUE, key, Origin.BODY)] if is_place else []


def _over(own: Iterable[Statement], around: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """What holds further inside: what is said there, and what is said around it of other things."""
    own = tuple(own)
    said = {one.fact for one in own}
    return (*own, *(one for one in around if one.fact not in said))


def _statements(fields: Sequence[Field]) -> Iterator[Statement]:
    """What the fields state, but those that hold talks."""
    keys = {fold_key(field.key.value) for field in fields}
    for field in fields:
        name = fold_key(field.key.value)
        fact = _fact(name, keys)
        if fact is not None and name not in _TALKS and not (isinstance(field.value, tuple) and _holds_hours(field.value)):
            # What is kept as data is no page's front matter: its dates are those of sessions.
            for said in (one for one in read_fields(fact, [field]) if isinstance(one, Statement)):
                of_day = said.fact is Fact.WHEN and is_day(said.text.value)
                yield replace(said, fact=Fact.DATE if of_day else said.fact, origin=Origin.BODY)


def _fact(name: str, beside: AbstractSet[str]) -> Fact | None:
    """The fact that a field states. ``from`` and ``to`` are hours where both are there, an ``event`` a title where there is no other."""
    if name in _EDGES:
        return _EDGES[name] if _EDGES.keys() <= set(beside) else None
    fact = NAMES.get(name) or fact_of(name.replace("_", " ")) or _NAMES.get(name)
    return None if fact is Fact.TITLE and name in _NAMES and beside & {"title", "name"} else fact


def unread_fields(value: object) -> Iterator[Located[str]]:
    """Texts for readers, of some words, in fields of no known name: the first of each name."""
    seen: set[str] = set()
    waiting: list[object] = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, tuple):
            waiting += reversed(inner)
        elif isinstance(inner, Fields):
            keys = {fold_key(field.key.value) for field in inner.fields}
            for field in reversed(inner.fields):
                waiting.append(field.value)
            for field in inner.fields:
                name = fold_key(field.key.value)
                text = field.value
                prose = isinstance(text, Located) and len(text.value.split()) >= _PROSE
                if isinstance(text, Located) and prose and name not in seen and _fact(name, keys) is None and name not in _TALKS:
                    seen.add(name)
                    yield text


def _holds_hours(values: Sequence[object]) -> bool:
    """Whether a list is of sessions: ``schedule: [{time: …}]`` is no statement of a time."""
    return any(isinstance(value, Fields) and any(one.fact in _HOURS for one in _statements(value.fields)) for value in values)


def _session(fields: Fields, said: Sequence[Statement], around: tuple[Statement, ...]) -> tuple[Item, ...]:
    facts = {one.fact for one in said}
    dated = Fact.DATE in facts or any(one.fact in _HOURS and is_day(one.text.value) for one in said)
    above = [one for one in around if one.fact not in facts and not (dated and one.fact is Fact.DATE)]
    talks = [
        block
        for field in fields.fields
        if fold_key(field.key.value) in _TALKS
        for value in items(field.value)
        if (block := _talk(value)) is not None
    ]
    return (*settled(said), *above, *talks)


def _talk(value: Fields | Located[str]) -> TalkBlock | None:
    if isinstance(value, Located):
        return TalkBlock((Statement(Fact.TALK_TITLE, value, Origin.BODY),), value.span)
    said = tuple(replace(one, fact=Fact.TALK_TITLE) if one.fact is Fact.TITLE else one for one in _statements(value.fields))
    said = tuple(one for one in said if one.fact not in RICH or one.text.value.strip())
    return TalkBlock(said, said[0].text.span) if said else None
