"""What a site tells of where it takes place → a guess at its time zone, with the reason. A guess is only offered, never taken unasked.

``RULES`` are asked one after another which country is meant; the first in which more than half of what is said names one country decides.
In a country of several zones, a city that is named decides among them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.label_words import fact_of
from pipeline.init.places import Place, country_of_tag, places_in, zone_of_country
from pipeline.init.survey import Survey
from pipeline.model import Fact
from pipeline.normalize.translations.language import scripts_in
from pipeline.source import Source, Span

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LABEL = re.compile(r"[*_\s>#+•|-]{0,20}+([^:：*_]{2,40})[*_\s]{0,10}[:：]")
_ADDRESS = re.compile(r"(?:https?://|@)[\w.-]+?\.([a-z]{2})(?![\w.-])")
#: Countries that lend the end of their addresses to everybody.
_LENT = frozenset({"ai", "cc", "co", "eu", "fm", "gg", "gl", "io", "is", "la", "ly", "me", "sh", "so", "to", "tv"})
_OTHERWISE = {"uk": "GB"}
#: Scripts of one country, or nearly. Latin, Cyrillic and Arabic letters say nothing.
_SCRIPTS = ("Hani", "Kana", "Hang", "Thai", "Grek", "Hebr")
_DEFAULT_LANGUAGES = frozenset({"en", "en-us"})  # what generators write themselves
_THIRD = 3  # a script says something where more than a third of the words, or of the characters, are in it
_TENTH = 10  # of Japanese at least a tenth is kana


@dataclass(frozen=True, slots=True)
class Hint:
    """A place that something hints at; in which words, and where these stand."""

    place: Place
    words: str
    span: Span | None = None

    @property
    def reason(self) -> str:
        """As ``content/overview.md:12 says 'China'``; without a place the words alone."""
        return f"{self.span.path}:{self.span.line} says '{self.words}'" if self.span else self.words


@dataclass(frozen=True, slots=True)
class Guess:
    """The zone that is offered, ``None`` where nothing tells it; and why, in words (empty where there is nothing to say)."""

    zone: str | None = None
    reason: str = ""


def guess_zone(survey: Survey) -> Guess:
    """The likely time zone of a conference."""
    heard: list[Hint] = []
    for rule in RULES:
        hints = tuple(rule(survey))
        heard += hints
        if country := _most(hint.place.country for hint in hints):
            return _zone_in(country, heard)
    return Guess()


def _zone_in(country: str, heard: Sequence[Hint]) -> Guess:
    hints = [hint for hint in heard if hint.place.country == country]
    usual = zone_of_country(country)
    zone = _most(hint.place.zone for hint in hints if hint.place.zone) or usual
    telling = hints[0] if zone == usual else next(hint for hint in hints if hint.place.zone == zone)
    return Guess(zone, telling.reason)


def _most(names: Iterable[str]) -> str | None:
    """The name that more than half of them are."""
    counted = Counter(names)
    name, count = next(iter(counted.most_common(1)), ("", 0))
    return name if count * 2 > counted.total() else None


def _venues(survey: Survey) -> Iterator[Hint]:
    """The venues of the program's pages."""
    for venue in survey.venues:
        for named in places_in(venue.value):
            yield Hint(named.place, venue.value[named.start : named.end], venue.span)


def _labelled(survey: Survey) -> Iterator[Hint]:
    """Lines of the pages beside the program that are labelled as a place: ``- **Location**: …``."""
    for page in survey.beside:
        begin = 0
        for line in _seen(page).split("\n"):
            label = _LABEL.match(line)
            if label and fact_of(label[1].strip()) is Fact.VENUE:
                yield from _hints(page, line, begin)
            begin += len(line) + 1


def _told(survey: Survey) -> Iterator[Hint]:
    """Whatever else the pages beside the program say."""
    for page in survey.beside:
        yield from _hints(page, _seen(page))


def _addresses(survey: Survey) -> Iterator[Hint]:
    """The ends of addresses in the generator's configuration, and on the pages beside the program."""
    for page in (*filter(None, (survey.generator.config,)), *survey.beside):
        for match in _ADDRESS.finditer(page.text):
            if match[1] not in _LENT:
                country = _OTHERWISE.get(match[1], match[1].upper())
                yield Hint(Place(country), match[0].strip("@"), page.span(*match.span()))


def _language(survey: Survey) -> Iterator[Hint]:
    """The language that the generator is told, or the script that the program is written in."""
    tag = survey.generator.language
    if tag and tag.value.strip().lower().replace("_", "-") not in _DEFAULT_LANGUAGES:
        country = country_of_tag(tag.value.strip())
        yield from (Hint(Place(country), tag.value, tag.span),) if country else ()
        return
    scripts = Counter[str]()
    for page in survey.program:
        scripts.update(scripts_in(page.text))
    for script in _SCRIPTS:
        country = country_of_tag(f"und_{script}")
        if country and scripts[script] * _THIRD > scripts.total():
            japanese = script == "Hani" and scripts["Kana"] * _TENTH > scripts["Hani"]
            yield Hint(Place("JP" if japanese else country), "the letters that the pages are written in")


#: Where a country is told from, in the order in which it is believed.
RULES: tuple[Callable[[Survey], Iterator[Hint]], ...] = (_venues, _labelled, _told, _addresses, _language)


def _hints(page: Source, text: str, begin: int = 0) -> Iterator[Hint]:
    """The places in a piece of a page that begins at this offset."""
    for named in places_in(text):
        yield Hint(named.place, text[named.start : named.end], page.span(begin + named.start, begin + named.end))


def _seen(page: Source) -> str:
    """A page's text with its comments blank, each character in its place."""
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), page.text)
