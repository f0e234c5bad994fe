"""Statements, and others that say the same in another language → the first, each with what its counterpart says.

People are paired in their order, and with each what is said of them; other words by their fact, in their order. What is no text (times,
addresses), and words that only the others have, is kept as a statement of its own, to be weighed like any other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.diagnostics import Problem
from pipeline.diagnostics.languages import UnpairedTranslation
from pipeline.extract.front_matter.per_language import PEOPLE, WORDS
from pipeline.model import Fact, Rendering, Statement

_OF_A_PERSON = frozenset({Fact.AFFILIATION, Fact.PHOTO, Fact.URL})
#: What a page says of itself, and not of the session; and lines that nobody has divided yet into who and what.
_LEFT = frozenset({Fact.ID, Fact.ORDER, Fact.LANGUAGE, Fact.LINE})


@dataclass(slots=True)
class _Place:
    """A statement with what comes behind it."""

    said: Statement
    behind: list[Statement]


@dataclass(frozen=True, slots=True)
class _Person:
    """Where somebody is named, and the places of what is said of them there."""

    name: _Place
    facts: tuple[_Place, ...]


def attached(
    statements: Sequence[Statement], others: Iterable[Statement], language: str
) -> tuple[list[Statement], tuple[Problem, ...]]:
    """The statements with what others say in a language. Reports unpaired-translation where they name more people, or fewer."""
    places = [_Place(said, []) for said in statements]
    more = [_Place(replace(said, language=said.language or language), []) for said in others if said.fact not in _LEFT]
    left, problems = _pair_people(places, more, language)
    last = _Place(places[-1].said, []) if places else None
    for fact in dict.fromkeys(place.said.fact for place in left):
        own = [place for place in _others(places) if place.said.fact is fact]
        for number, other in enumerate(place for place in left if place.said.fact is fact):
            if fact in WORDS and number < len(own):
                _join(own[number], other, language)
            elif last:
                last.behind.append(other.said)
    paired = [said for place in places for said in (place.said, *place.behind)]
    return [*paired, *(last.behind if last else (place.said for place in left))], tuple(problems)


def _pair_people(places: list[_Place], more: list[_Place], language: str) -> tuple[list[_Place], list[Problem]]:
    """Joins the people that both name; what is left of the others, and what cannot be paired."""
    problems: list[Problem] = []
    used: list[_Place] = []
    ours, theirs = list(_people(places)), list(_people(more))
    for fact in dict.fromkeys(person.name.said.fact for person in theirs):
        mine = [person for person in ours if person.name.said.fact is fact]
        yours = [person for person in theirs if person.name.said.fact is fact]
        if not mine:
            continue
        used += [place for person in yours for place in (person.name, *person.facts)]
        if len(mine) == len(yours):
            for one, other in zip(mine, yours, strict=True):
                _join_person(one, other, language)
        else:
            at, main = yours[0].name.said.text.span, mine[0].name.said.text.span
            problems.append(UnpairedTranslation(at, fact.value, len(yours), len(mine), main))
    return [place for place in more if not any(place is one for one in used)], problems


def _join_person(one: _Person, other: _Person, language: str) -> None:
    _join(one.name, other.name, language)
    for fact in _OF_A_PERSON:
        mine = [place for place in one.facts if place.said.fact is fact]
        yours = [place for place in other.facts if place.said.fact is fact]
        if not mine:
            one.name.behind += [place.said for place in yours]
        elif fact in WORDS:
            for a, b in zip(mine, yours, strict=False):
                _join(a, b, language)


def _join(one: _Place, other: _Place, language: str) -> None:
    said = other.said
    own = Rendering(said.language or language, said.text, said.markup)
    one.said = replace(one.said, others=(*one.said.others, own, *said.others))


def _people(places: Iterable[_Place]) -> Iterator[_Person]:
    """Everybody named, with what is said of them until the next one is."""
    name: _Place | None = None
    facts: list[_Place] = []
    for place in places:
        if place.said.fact in PEOPLE:
            yield from (_Person(name, tuple(facts)),) if name else ()
            name, facts = place, []
        elif place.said.fact in _OF_A_PERSON:
            facts.append(place)
    yield from (_Person(name, tuple(facts)),) if name else ()


def _others(places: Iterable[_Place]) -> Iterator[_Place]:
    """The places of what is not said of somebody named before."""
    named = False
    for place in places:
        named = named or place.said.fact in PEOPLE
        if place.said.fact not in PEOPLE and not (named and place.said.fact in _OF_A_PERSON):
            yield place
