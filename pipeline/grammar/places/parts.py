"""How two parts of one level relate: two houses, two rooms, two lists of rooms."""

from functools import lru_cache

from pipeline.grammar.places.codes import number_of, relate_codes, strong
from pipeline.grammar.places.names import relate_names, squeezed
from pipeline.grammar.places.place import Level, Member, Part
from pipeline.grammar.places.relation import Relation, worst
from pipeline.grammar.places.translation import translated
from pipeline.grammar.places.words import NUMBERED

# A "room 3" may be any of these.
_ROOMS = frozenset({"room", "meeting room", "classroom", "seminar room", "laboratory", "aula", "reading room"})


@lru_cache(maxsize=8192)  # each venue of a program is compared with each other one, and they are in few houses
def relate_parts(one: Part, other: Part) -> Relation:
    """How two parts of the same level relate."""
    if len(one.members) > 1 or len(other.members) > 1:
        return _lists(one, other)
    codes, names = _codes(one, other), _names(one, other)
    if one.level is Level.FLOOR:
        return Relation.UNSURE if "g" in {one.one.code, other.one.code} and codes is Relation.DIFFERENT else codes
    if one.glosses != other.glosses and _called(one) & _called(other):
        return worst(Relation.LOOSE, codes)
    if codes is Relation.EQUAL and strong(one.one.code) and {one.kind, other.kind} <= NUMBERED:
        # The number says which room it is: names beside it may be anything.
        return {Relation.EQUAL: Relation.EQUAL, Relation.DIFFERENT: Relation.UNSURE}.get(names, worst(Relation.LOOSE, names))
    return worst(codes, names, _kinds(one, other), _glosses(one, other))


def _names(one: Part, other: Part) -> Relation:
    relation = relate_names(one.one.stem, other.one.stem)
    if relation is Relation.MAYBE and one.level is Level.ROOM and (one.one.stem + other.one.stem).isascii():
        return Relation.UNSURE  # rooms with names from all over the world are side by side
    stem = one.one.stem or other.one.stem
    if not (one.one.stem and other.one.stem) and stem and not (one.one.code or other.one.code or translated(stem)):
        return Relation.UNSURE  # "Auditorium" and "Auditorium Max": there may be more
    return relation


def _called(part: Part) -> frozenset[str]:
    """All that a part is called, with what stands in brackets."""
    return frozenset((squeezed(part.one.stem), *part.glosses)) - {""}


def _lists(one: Part, other: Part) -> Relation:
    ours, theirs = _members(one), _members(other)
    if ours == theirs:
        return worst(Relation.EQUAL, _kinds(one, other))
    if _kinds(one, other) is Relation.UNSURE:
        return Relation.UNSURE
    if ours < theirs:
        return Relation.LESS
    return Relation.MORE if theirs < ours else Relation.DIFFERENT


def _members(part: Part) -> frozenset[Member]:
    return frozenset(Member(squeezed(member.stem), number_of(member.code)) for member in part.members)


def _codes(one: Part, other: Part) -> Relation:
    ours, theirs = one.one.code, other.one.code
    if ours and theirs:
        return relate_codes(ours, theirs)
    if ours == theirs:
        return Relation.EQUAL
    if not (one.one.stem and other.one.stem):
        return Relation.UNSURE
    # A name with a letter or a small number more is one of several; the number on the door may be left out.
    if strong(ours or theirs):
        return Relation.LOOSE
    return Relation.LESS if ours else Relation.MORE


def _kinds(one: Part, other: Part) -> Relation:
    if one.kind == other.kind:
        if one.word == other.word or one.word.isascii() or other.word.isascii():
            return Relation.EQUAL if one.word == other.word else Relation.LOOSE
        return Relation.LOOSE if one.word.endswith(other.word) or other.word.endswith(one.word) else Relation.UNSURE
    if not one.kind or not other.kind:
        return Relation.LOOSE
    if one.level is Level.COMPLEX and not one.named and not other.named:
        return Relation.DIFFERENT
    plain = "room" in {one.kind, other.kind} and {one.kind, other.kind} <= _ROOMS
    return Relation.LOOSE if plain and one.named and other.named else Relation.UNSURE


def _glosses(one: Part, other: Part) -> Relation:
    if one.glosses == other.glosses:
        return Relation.EQUAL
    return Relation.UNSURE if one.glosses and other.glosses else Relation.LOOSE
