"""Names of a venue → the rooms it takes, for knowing that 惟真楼 101、102 and 惟真楼101 are not free for two sessions at once."""

from collections.abc import Iterable

from pipeline.grammar.places.codes import number_of, strong
from pipeline.grammar.places.forms import key
from pipeline.grammar.places.names import squeezed
from pipeline.grammar.places.place import Level, Place
from pipeline.grammar.places.read import read_place
from pipeline.grammar.places.words import NUMBERED


def rooms_of(names: Iterable[str]) -> frozenset[str]:
    """The rooms that a venue of some names takes, each in one form. None where it is no room, but a house."""
    return frozenset(room for name in names for room in _rooms(read_place(name)))


def _rooms(place: Place) -> list[str]:
    last = place.parts[-1] if place.parts else None
    if last is None or last.level is not Level.ROOM or not last.named:
        return []
    around = key(Place(place.parts[:-1], place.marks))
    members = [(squeezed(member.stem), number_of(member.code)) for member in last.members]
    word = "" if last.kind in NUMBERED and all(strong(code) for _, code in members) else last.word
    return [f"{around}|{stem}#{code}={word}" for stem, code in members]
