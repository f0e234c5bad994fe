"""venue texts → venues: which of the places that pages name are the same, and which are listed in ``program.toml``.

Two texts name one venue where only the way of writing differs (``places/forms.py``: ``Room 201``, ``201室``; 第二会议室, 会议室2), or where
one is in brackets after the other in another script: ``Weizhen Building（惟真楼）``. Nothing is merged by likeness: what is misspelt, or
probably the same (``places/compare.py``), is reported.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pipeline.diagnostics import Problem
from pipeline.diagnostics.venues import AmbiguousVenue, LikelyVenue, NearVenue, UnknownVenue
from pipeline.grammar.places.compare import Word, compare
from pipeline.grammar.places.forms import form, forms
from pipeline.grammar.places.rooms import rooms_of
from pipeline.model import Naming, Venue
from pipeline.slugs import distinct, slug
from pipeline.source import Located, Span

_FULL_STOP = re.compile(r"(?<=[^\W\d_]{5})\.$|(?<=\d)\.$|。$")


@dataclass(frozen=True, slots=True)
class Venues:
    """All venues: those listed, in their order, then the others in the order of their first use."""

    venues: tuple[Venue, ...]
    problems: tuple[Problem, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict, repr=False)

    def id_of(self, text: Located[str]) -> str:
        """The id of the venue that a text names; the text must be one of those these venues were made of."""
        return self.ids[text.value]


@dataclass(slots=True)
class _Place:
    """A venue in the making: the texts that name it, each under its folded form; where and as what it is first named."""

    texts: dict[str, str]
    name: str = ""
    span: Span = field(default=Span(""))
    listed: Venue | None = None
    translations: dict[str, str] = field(default_factory=dict)


def resolve_venues(
    texts: Iterable[Located[str]], listed: Sequence[Venue], translations: Mapping[str, Mapping[str, str]] = MappingProxyType({})
) -> Venues:
    """The venues that some texts name. A listed venue without an id gets one from its name.

    ``translations`` has, under a text, what it is in other languages, under their tags.

    Reports, once for each venue at its first place: unknown-venue, near-venue for what is almost another one's name, likely-venue for
    what is probably another name of it; and ambiguous-venue.
    """
    used: dict[str, Located[str]] = {}
    for text in texts:
        used.setdefault(text.value, text)
    names = {text: {**found, **_translated(translations.get(text, {}))} for text, found in _all_forms(used).items()}
    places = [_listed(venue) for venue in listed]
    problems: list[Problem] = []
    named: dict[str, _Place] = {}
    # Those that give a translation first: what another page calls by one of the two names only is then known already.
    for words in sorted(names, key=lambda words: -len(names[words])):
        found = [place for name in names[words] for place in places if name in place.texts]
        problems += _ambiguous(used[words], found)
        named[words] = found[0] if found else _Place({})
        places += [] if found else [named[words]]
        taken = {name for place in places for name in place.texts}
        named[words].texts |= {name: written for name, written in names[words].items() if name not in taken}
        named[words].translations |= {**translations.get(words, {}), **named[words].translations}
    unlisted = _in_order_of_use(used, named)
    doubtful = (_unknown(place, [*places[: len(listed)], *unlisted[:at]]) for at, place in enumerate(unlisted))
    # Where nothing is listed, nothing can be missing from the list.
    problems += [problem for problem in doubtful if listed or not isinstance(problem, UnknownVenue)]
    places = [*places[: len(listed)], *unlisted]
    ids = distinct({number: _wanted_id(place) for number, place in enumerate(places)})
    made = {id(place): ids[number] for number, place in enumerate(places)}
    return Venues(
        _sharing(_venue(place, made[id(place)]) for place in places),
        tuple(problems),
        {text: made[id(place)] for text, place in named.items()},
    )


def without_full_stop(text: Located[str]) -> Located[str]:
    """A venue's words without the full stop of a sentence behind them; that of an abbreviation (``Main Bldg.``) stays."""
    return Located(_FULL_STOP.sub("", text.value), text.span)


def _translated(names: Mapping[str, str]) -> Mapping[str, str]:
    """Names in other languages, each under its form."""
    return {form(name): " ".join(name.split()) for name in names.values()}


def _in_order_of_use(used: Mapping[str, Located[str]], named: Mapping[str, _Place]) -> list[_Place]:
    """The venues that are not listed, each with the name and place of its first use."""
    found: list[_Place] = []
    for text in used.values():
        place = named[text.value]
        if not place.listed and all(place is not other for other in found):
            place.name, place.span = " ".join(text.value.split()), text.span
            found.append(place)
    return found


def _all_forms(texts: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """Under each text the names it gives, each under its form: the whole, then name and translation.

    Where a name has two translations in brackets, at least one tells something else: neither is taken for one.
    """
    given = {text: forms(text) for text in texts}
    pairs = {tuple(found)[1:] for found in given.values() if len(found) > 1}
    counted = Counter(name for pair in pairs for name in pair)
    return {
        text: dict([*found.items()][:1]) if any(counted[name] > 1 for name in tuple(found)[1:]) else found
        for text, found in given.items()
    }


def _sharing(venues: Iterable[Venue]) -> tuple[Venue, ...]:
    """The venues, those that share a room with another one with their rooms."""
    made = tuple(venues)
    rooms = {venue.id: rooms_of((venue.name, *venue.aliases)) for venue in made}
    shared = Counter(room for own in rooms.values() for room in own)
    return tuple(
        replace(venue, rooms=tuple(sorted(rooms[venue.id]))) if any(shared[room] > 1 for room in rooms[venue.id]) else venue
        for venue in made
    )


def _listed(venue: Venue) -> _Place:
    texts: dict[str, str] = {}
    for name in (venue.name, *venue.aliases):
        texts = {**forms(name), **texts}
    return _Place(texts, venue.name, listed=venue)


def _wanted_id(place: _Place) -> str:
    return slug((place.listed.id if place.listed else "") or place.name, "venue")


def _venue(place: _Place, id_: str) -> Venue:
    namings = tuple(Naming(tag, place.translations[tag]) for tag in sorted(place.translations))
    if place.listed:
        return replace(place.listed, id=id_, translations=namings)
    return Venue(id_, place.name, _other_names(place), translations=namings)


def _other_names(place: _Place) -> tuple[str, ...]:
    return tuple(words for name, words in place.texts.items() if name != form(place.name))


def _ambiguous(text: Located[str], found: Sequence[_Place]) -> list[Problem]:
    others = [place for place in found if place is not found[0]]
    return [AmbiguousVenue(text.span, text.value, found[0].name, others[0].name)] if others else []


def _unknown(place: _Place, others: Sequence[_Place]) -> Problem:
    """Of a venue that is not listed; ``others`` are those that are, and those that pages name before it."""
    likely: list[tuple[_Place, str]] = []
    for other in others:
        for words in other.texts.values():
            verdicts = [compare(words, own) for own in place.texts.values()]
            if any(verdict.slip for verdict in verdicts):
                return NearVenue(place.span, place.name, words, None if other.listed else other.span)
            likely += [(other, words)] if any(verdict.word is Word.OFFERED and not verdict.guess for verdict in verdicts) else []
    if likely:
        other, words = likely[0]
        return LikelyVenue(place.span, place.name, words, None if other.listed else other.span)
    return UnknownVenue(place.span, place.name, _other_names(place))
