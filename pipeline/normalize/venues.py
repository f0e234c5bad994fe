"""venue texts → venues: which of the places that pages name are the same, and which are listed in ``program.toml``.

Two texts name one venue where they are the same but for case, spaces and the width of brackets and commas, or where one is in brackets
after the other in another script: ``Weizhen Building（惟真楼）``. Nothing is merged by likeness: what is only alike is reported.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.diagnostics import Problem
from pipeline.diagnostics.venues import AmbiguousVenue, NearVenue, UnknownVenue
from pipeline.model import Venue
from pipeline.normalize.likeness import alike
from pipeline.normalize.slugs import distinct, slug
from pipeline.source import Located, Span

_BILINGUAL = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]\s*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


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


def resolve_venues(texts: Iterable[Located[str]], listed: Sequence[Venue]) -> Venues:
    """The venues that some texts name. A listed venue without an id gets one from its name.

    Reports, once for each venue at its first place: unknown-venue, near-venue for what is almost another one's name, ambiguous-venue.
    """
    used: dict[str, Located[str]] = {}
    for text in texts:
        used.setdefault(text.value, text)
    forms = _all_forms(used)
    places = [_listed(venue) for venue in listed]
    problems: list[Problem] = []
    named: dict[str, _Place] = {}
    # Those that give a translation first: what another page calls by one of the two names only is then known already.
    for words in sorted(forms, key=lambda words: -len(forms[words])):
        found = [place for form in forms[words] for place in places if form in place.texts]
        problems += _ambiguous(used[words], found)
        named[words] = found[0] if found else _Place({})
        places += [] if found else [named[words]]
        taken = {form for place in places for form in place.texts}
        named[words].texts |= {form: name for form, name in forms[words].items() if form not in taken}
    unlisted = _in_order_of_use(used, named)
    problems += [_unknown(place, [*places[: len(listed)], *unlisted[:at]]) for at, place in enumerate(unlisted)]
    places = [*places[: len(listed)], *unlisted]
    ids = distinct({number: _wanted_id(place) for number, place in enumerate(places)})
    made = {id(place): ids[number] for number, place in enumerate(places)}
    return Venues(
        tuple(_venue(place, made[id(place)]) for place in places),
        tuple(problems),
        {text: made[id(place)] for text, place in named.items()},
    )


def _in_order_of_use(used: Mapping[str, Located[str]], named: Mapping[str, _Place]) -> list[_Place]:
    """The venues that are not listed, each with the name and place of its first use."""
    found: list[_Place] = []
    for text in used.values():
        place = named[text.value]
        if not place.listed and all(place is not other for other in found):
            place.name, place.span = " ".join(text.value.split()), text.span
            found.append(place)
    return found


def fold(text: str) -> str:
    """What is equal for two spellings of one venue: no case, width, accents, spaces, nor punctuation at its end."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = unicodedata.normalize("NFC", re.sub(r"[\u0300-\u036f]", "", decomposed))
    return re.sub(r"[\s\u200b]+", "", plain).rstrip(".,;:。、!")


def _pair(text: str) -> tuple[str, str] | None:
    """A name and its translation in brackets, if the two are in different scripts and speak of the same numbers."""
    found = _BILINGUAL.fullmatch(text.strip())
    if not found:
        return None
    one, other = found.groups()
    scripts = bool(_HAN.search(one)) != bool(_HAN.search(other)) and all(map(_LETTER.search, (one, other)))
    return (one, other) if scripts and _numbers(one) == _numbers(other) else None


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", unicodedata.normalize("NFKC", text)))


def _folded(pair: tuple[str, str]) -> tuple[str, str]:
    return fold(pair[0]), fold(pair[1])


def _translations(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The pairs, folded, that are translations: where a name has two of them in brackets, at least one tells something else."""
    different = frozenset(map(_folded, pairs))
    ones, others = [one for one, _ in different], [other for _, other in different]
    return frozenset((one, other) for one, other in different if ones.count(one) == 1 and others.count(other) == 1)


def _all_forms(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """Under each text the names it gives, each under its folded form: the whole, then name and translation."""
    pairs = {text: _pair(text) for text in texts}
    translations = _translations(pair for pair in pairs.values() if pair)
    return {
        text: {fold(words): " ".join(words.split()) for words in (text, *(pair if pair and _folded(pair) in translations else ()))}
        for text, pair in pairs.items()
    }


def _listed(venue: Venue) -> _Place:
    texts: dict[str, str] = {}
    for name in (venue.name, *venue.aliases):
        texts = {fold(words): words for words in (name, *(_pair(name) or ()))} | texts
    return _Place(texts, venue.name, listed=venue)


def _wanted_id(place: _Place) -> str:
    return (place.listed.id if place.listed else "") or slug(place.name, "venue")


def _venue(place: _Place, id_: str) -> Venue:
    if place.listed:
        return replace(place.listed, id=id_)
    return Venue(id_, place.name, tuple(words for form, words in place.texts.items() if form != fold(place.name)))


def _ambiguous(text: Located[str], found: Sequence[_Place]) -> list[Problem]:
    others = [place for place in found if place is not found[0]]
    return [AmbiguousVenue(text.span, text.value, found[0].name, others[0].name)] if others else []


def _unknown(place: _Place, others: Sequence[_Place]) -> Problem:
    """Of a venue that is not listed; ``others`` are those that are, and those that pages name before it."""
    for other in others:
        near = next((words for words in other.texts.values() if any(alike(words, own) for own in place.texts.values())), None)
        if near:
            return NearVenue(place.span, place.name, near, None if other.listed else other.span)
    return UnknownVenue(place.span, place.name, tuple(words for form, words in place.texts.items() if form != fold(place.name)))
