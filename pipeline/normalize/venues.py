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
    """A venue in the making: the texts that name it, each under its folded form, and where it is first named."""

    name: str
    texts: dict[str, str]
    span: Span | None = None
    listed: Venue | None = None


def resolve_venues(texts: Iterable[Located[str]], listed: Sequence[Venue]) -> Venues:
    """The venues that some texts name. A listed venue without an id gets one from its name.

    Reports, once for each venue at its first place: unknown-venue, near-venue for what is almost another one's name, ambiguous-venue.
    """
    used = tuple(texts)
    pairs = _pairs(text.value for text in used)
    places = [_listed(venue) for venue in listed]
    problems: list[Problem] = []
    named: dict[str, _Place] = {}
    for text in used:
        if text.value not in named:
            forms = _forms(text.value, pairs)
            found = [place for form in forms for place in places if form in place.texts]
            problems += _ambiguous(text, found)
            place = found[0] if found else _Place(" ".join(text.value.split()), {}, text.span)
            places += [] if found else [place]
            named[text.value] = place
            if len({id(place) for place in found}) <= 1:
                place.texts = {**{form: words for form, words in forms.items() if form not in place.texts}, **place.texts}
    problems += [_unknown(place, places) for place in places if not place.listed]
    ids = distinct({number: _wanted_id(place) for number, place in enumerate(places)})
    made = {id(place): ids[number] for number, place in enumerate(places)}
    return Venues(
        tuple(_venue(place, made[id(place)]) for place in places),
        tuple(problems),
        {text: made[id(place)] for text, place in named.items()},
    )


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


def _pairs(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The pairs, folded, that are translations: where a name has two of them in brackets, at least one tells something else."""
    pairs = {(fold(pair[0]), fold(pair[1])) for pair in map(_pair, texts) if pair}
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    return frozenset((one, other) for one, other in pairs if ones.count(one) == 1 and others.count(other) == 1)


def _forms(text: str, pairs: frozenset[tuple[str, str]]) -> dict[str, str]:
    """The names a text gives, each under its folded form: the whole, then name and translation."""
    pair = _pair(text)
    parts = pair if pair and (fold(pair[0]), fold(pair[1])) in pairs else ()
    return {fold(words): " ".join(words.split()) for words in (text, *parts)}


def _listed(venue: Venue) -> _Place:
    texts: dict[str, str] = {}
    for name in (venue.name, *venue.aliases):
        pair = _pair(name)
        texts |= {fold(words): words for words in (name, *(pair or ())) if fold(words) not in texts}
    return _Place(venue.name, texts, listed=venue)


def _wanted_id(place: _Place) -> str:
    return (place.listed.id if place.listed else "") or slug(place.name, "venue")


def _venue(place: _Place, id_: str) -> Venue:
    if place.listed:
        return replace(place.listed, id=id_)
    return Venue(id_, place.name, tuple(words for form, words in place.texts.items() if form != fold(place.name)))


def _ambiguous(text: Located[str], found: Sequence[_Place]) -> list[Problem]:
    others = [place for place in found if place is not found[0]]
    return [AmbiguousVenue(text.span, text.value, found[0].name, others[0].name)] if others else []


def _unknown(place: _Place, places: Sequence[_Place]) -> Problem:
    span = place.span or Span("")
    for other in places:
        if other is place:
            continue
        # Of two unlisted ones the later is reported, as if the first were right.
        earlier = other.listed is not None or places.index(other) < places.index(place)
        near = earlier and next(
            (words for words in other.texts.values() if any(alike(words, own) for own in place.texts.values())), None
        )
        if near:
            return NearVenue(span, place.name, near, other.span)
    return UnknownVenue(span, place.name, tuple(words for form, words in place.texts.items() if form != fold(place.name)))
