"""Two texts → a verdict: whether they name the same place.

Only what is *written* in another way is the same place: room words, numerals, hyphens, width, spaces, variant characters, the two names
of a bilingual pair. What is probably the same is offered to the organisers, never merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.grammar.likeness import alike
from pipeline.grammar.places.codes import strong
from pipeline.grammar.places.fold import fold
from pipeline.grammar.places.forms import forms, key, respaced
from pipeline.grammar.places.names import abbreviates, relate_names
from pipeline.grammar.places.online import relate_online
from pipeline.grammar.places.parts import relate_parts
from pipeline.grammar.places.place import Level, Part, Place
from pipeline.grammar.places.read import read_place
from pipeline.grammar.places.relation import Relation, worst
from pipeline.model import Venue

_WHOLES = (Level.NAME, Level.INSTITUTION, Level.FACULTY, Level.CAMPUS, Level.COMPLEX)


class Word(StrEnum):
    """What can be said of two texts. ``OFFERED``: probably the same; ``CONTAINS``: one is in the other, either way round."""

    SAME = "same"
    OFFERED = "offered"
    CONTAINS = "contains"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of two texts, and why.

    ``slip`` is whether one is probably a misspelling of the other; ``guess`` whether nothing speaks for them but that nothing speaks
    against.
    """

    word: Word
    reason: str
    slip: bool = False
    guess: bool = False


_STRONGEST = (Word.SAME, Word.OFFERED, Word.CONTAINS, Word.DIFFERENT, Word.UNSURE)


def compare(one: str, other: str, listed: Sequence[Venue] = ()) -> Verdict:
    """Whether two texts name the same place, by themselves or as names of venues that are ``listed``."""
    ours, theirs = (_listed(text, listed) for text in (one, other))
    if ours and theirs:
        if any(venue is another for venue in ours for another in theirs):
            return Verdict(Word.SAME, "both are names of one venue of program.toml")
        return Verdict(Word.DIFFERENT, "they are two venues of program.toml")
    names = [name for venue in ours for name in (venue.name, *venue.aliases)] or [one]
    others = [name for venue in theirs for name in (venue.name, *venue.aliases)] or [other]
    verdicts = [_compare(a, b) for a in dict.fromkeys((one, *names)) for b in dict.fromkeys((other, *others))]
    return min(verdicts, key=lambda verdict: _STRONGEST.index(verdict.word))


def _listed(text: str, listed: Sequence[Venue]) -> list[Venue]:
    wanted = set(forms(text))
    return [venue for venue in listed if any(wanted & set(forms(name)) for name in (venue.name, *venue.aliases))]


def _compare(one: str, other: str) -> Verdict:
    ours, theirs = forms(one), forms(other)
    shared = set(ours) & set(theirs)
    if shared:
        against = not shared & {next(iter(ours)), next(iter(theirs))} and _against(ours, theirs)
        return (
            Verdict(Word.DIFFERENT, "their translations differ") if against else Verdict(Word.SAME, "they are written in two ways")
        )
    if respaced(one) == respaced(other):
        return Verdict(Word.OFFERED, "but for spaces and hyphens they are one")
    verdicts = [compare_places(read_place(a), read_place(b)) for a in ours.values() for b in theirs.values()]
    best = min(verdicts, key=lambda verdict: _STRONGEST.index(verdict.word))
    # A room word misspelt (厅, 庭) makes a name look like the house of the other.
    if best.word in (Word.UNSURE, Word.CONTAINS) and alike(fold(one), fold(other)):
        return Verdict(Word.OFFERED, Relation.SLIP.value, slip=True)
    return best


def _against(ours: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    """Whether two bilingual names share one half, and the others cannot be one: "Main Hall (大礼堂)", "Main Hall (小礼堂)"."""
    halves, others = [*ours][1:], [*theirs][1:]
    apart = [(a, b) for a in halves if a not in others for b in others if b not in halves]
    return any(compare_places(read_place(ours[a]), read_place(theirs[b])).word is Word.DIFFERENT for a, b in apart)


def compare_places(one: Place, other: Place) -> Verdict:
    """Whether two places are the same, or how they lie."""
    if one.bare or other.bare:
        return Verdict(Word.SAME if one.bare and other.bare else Word.UNSURE, "no place is named")
    if _described(one, other) or _described(other, one):
        return Verdict(Word.OFFERED, "the one may be the number of the other", guess=True)
    relation = relate_online(one, other) if one.online or other.online else _Match(one, other).relation()
    if relation is Relation.EQUAL and key(one) != key(other):
        relation = Relation.LOOSE
    return Verdict(_WORDS[relation], relation.value, slip=relation is Relation.SLIP)


class _Match:
    """Pairs the parts of two places, and sums up."""

    def __init__(self, one: Place, other: Place) -> None:
        self.one, self.other = one, other
        self.ours, self.theirs = list(one.parts), list(other.parts)
        self.relations: list[Relation] = []
        self.matched: list[Level] = []

    def relation(self) -> Relation:
        """How the places relate, by all that their parts do."""
        self.pair()
        self.short_names()
        self.conflicts()
        if self.one.tags & self.other.tags:
            self.matched.append(Level.NAME)
        relation = worst(
            *self.relations,
            *self.marks(),
            *self.alone(self.ours, self.theirs, Relation.MORE),
            *self.alone(self.theirs, self.ours, Relation.LESS),
        )
        if not self.matched and relation is not Relation.DIFFERENT:
            relation = Relation.UNSURE
        return relation

    def pair(self) -> None:
        """Takes out what both name: first what is surely one, then what probably is; names that tell no level go with any."""
        relations = {(mine, theirs): self.relate(mine, theirs) for mine, theirs in self.across()}
        for wanted in ({Relation.EQUAL}, {Relation.LOOSE, Relation.SLIP, Relation.LESS, Relation.MORE}, {Relation.UNSURE}):
            for (mine, theirs), relation in relations.items():
                if relation in wanted and mine in self.ours and theirs in self.theirs:
                    self.take(mine, theirs, relation)

    def relate(self, mine: Part, theirs: Part) -> Relation:
        if mine.level is theirs.level or mine.kind == theirs.kind == "hall":  # which may be a house or a room
            return relate_parts(mine, theirs)
        shared = {mine.one.stem, *mine.glosses} & {theirs.one.stem, *theirs.glosses} - {""}
        either = Level.NAME in {mine.level, theirs.level} and mine.one.code == theirs.one.code
        return Relation.LOOSE if shared and either else Relation.DIFFERENT

    def take(self, mine: Part, theirs: Part, relation: Relation) -> None:
        self.ours.remove(mine)
        self.theirs.remove(theirs)
        self.relations.append(relation)
        self.matched.append(max(mine.level, theirs.level))

    def short_names(self) -> None:
        """东北师大 beside 东北师范大学."""
        for mine, theirs in self.across():
            short, full = sorted((mine, theirs), key=lambda part: part.level)
            relation = abbreviates(short.one.stem, full.one.stem + full.word)
            if short.level is Level.NAME and full.level is Level.INSTITUTION and relation is not Relation.DIFFERENT:
                self.take(mine, theirs, relation)

    def across(self) -> list[tuple[Part, Part]]:
        return [(mine, theirs) for mine in self.ours for theirs in self.theirs]

    def conflicts(self) -> None:
        """What stands at one level on both sides, and is not one: another place, or another name of it."""
        for mine, theirs in self.across():
            if mine in self.ours and theirs in self.theirs and mine.level is theirs.level:
                relation = relate_parts(mine, theirs)
                self.ours.remove(mine)
                self.theirs.remove(theirs)
                self.relations.append(relation)

    def marks(self) -> Iterator[Relation]:
        """What tells places of one name apart."""
        if self.one.marks != self.other.marks:
            both = bool(self.one.marks and self.other.marks)
            inner = max(self.matched, default=Level.NAME)
            yield Relation.DIFFERENT if both or inner not in {Level.INSTITUTION, Level.FACULTY} else Relation.UNSURE
        if self.one.tags != self.other.tags:
            yield Relation.DIFFERENT if self.one.tags and self.other.tags and not self.matched else Relation.LOOSE
        if self.one.remarks != self.other.remarks:
            yield Relation.LOOSE
        if self.one.open != self.other.open:
            yield Relation.LESS if self.one.open else Relation.MORE

    def alone(self, parts: Sequence[Part], opposite: Sequence[Part], around: Relation) -> Iterator[Relation]:
        """What only one side names: an inner part makes that side a place within the other, an outer one says where it is."""
        deepest = max(self.matched, default=Level.NAME)
        for part in parts:
            inner = part.level >= deepest and not (
                deepest is Level.NAME and (part.level in {*_WHOLES, Level.FLOOR} or self.one.tags & self.other.tags)
            )
            unplaced = [theirs for theirs in opposite if Level.NAME in {part.level, theirs.level}]
            against = [relate_names(part.one.stem, theirs.one.stem) for theirs in unplaced]
            if [relation for relation in against if relation is not Relation.LOOSE]:
                yield worst(*against)
            elif inner and any(theirs.level > deepest for theirs in opposite):
                yield Relation.UNSURE
            else:
                yield around.mirrored if inner else Relation.LOOSE


def _described(code: Place, words: Place) -> bool:
    """Whether one is a room's number alone, the other describes a room in a house: J222, "Big lecture hall in Humanisten"."""
    if len(code.parts) != 1 or len(words.parts) == 1 or not words.parts or any(words.at(Level.FLOOR)):
        return False
    number, room = code.parts[0], words.parts[-1]
    numbered = strong(number.one.code) and number.one.code[0].isalpha() and not number.kind
    return number.level is room.level is Level.ROOM and numbered and bool(room.kind and room.one.stem) and not room.one.code


_WORDS = {
    Relation.EQUAL: Word.SAME,
    Relation.LOOSE: Word.OFFERED,
    Relation.SLIP: Word.OFFERED,
    Relation.MAYBE: Word.OFFERED,
    Relation.LESS: Word.CONTAINS,
    Relation.MORE: Word.CONTAINS,
    Relation.UNSURE: Word.UNSURE,
    Relation.DIFFERENT: Word.DIFFERENT,
}
