"""The countries, and the cities that time zones are called after, that a text names: in CLDR's words, in some languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from babel import Locale
from babel.core import get_global

#: The languages whose names of countries and cities are known: those in which dates are read.
_LANGUAGES = ("en", "zh", "ja", "ko", "fr", "de", "es")
#: What else countries are called.
_ALSO = MappingProxyType({
    "USA": "US", "U.S.A.": "US", "United States of America": "US", "UK": "GB", "U.K.": "GB", "England": "GB", "Scotland": "GB", "Wales": "GB",
    "Korea": "KR", "Czech Republic": "CZ", "Turkey": "TR", "The Netherlands": "NL", "Holland": "NL", "Hong Kong": "HK", "香港": "HK",
    "Macau": "MO", "Macao": "MO", "澳门": "MO", "中华人民共和国": "CN",
})  # fmt: skip
#: Names that are people's, or other places', more often than those of the country or the city: nothing is told by them.
_DOUBTFUL = frozenset(
    {
        "Jordan",
        "Chad",
        "Georgia",
        "Jersey",
        "Darwin",
        "Regina",
        "Phoenix",
        "Sofia",
        "Easter",
        "Christmas",
        "Navidad",
        "Norfolk",
        "Stanley",
        "Chatham",
    }
)
#: Of a country in several zones, that in which nearly all of its people live.
_MAIN = MappingProxyType({
    "AR": "America/Argentina/Buenos_Aires", "CL": "America/Santiago", "CN": "Asia/Shanghai", "CY": "Asia/Nicosia", "DE": "Europe/Berlin",
    "EC": "America/Guayaquil", "ES": "Europe/Madrid", "KZ": "Asia/Almaty", "MN": "Asia/Ulaanbaatar", "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland", "PG": "Pacific/Port_Moresby", "PS": "Asia/Hebron", "PT": "Europe/Lisbon", "UA": "Europe/Kyiv", "UZ": "Asia/Tashkent",
})  # fmt: skip


#: Cities of countries in several zones, beside those that Windows calls its zones after: most zones of tz have the name of a small town.
_CITIES = frozenset(
    {"America/Toronto", "America/Vancouver", "America/Winnipeg", "America/Edmonton", "America/Detroit", "Australia/Melbourne"}
)
_EASTERN = "\u2e80"  # the first character of the scripts that have no spaces between words, or endings to them


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166), and the zone of the city where a city is meant."""

    country: str
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a text names, and at which offsets."""

    place: Place
    start: int
    end: int


def places_in(text: str) -> Iterator[Named]:
    """The places that a text names, each time it does; of names that overlap the longest."""
    names, patterns = _names()
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Named(names[match[0]], *match.span())


def place_called(name: str) -> Place | None:
    """The country or the city of that name, letter case aside."""
    wanted = " ".join(name.split()).casefold()
    return next((place for known, place in _names()[0].items() if known.casefold() == wanted), None)


def zone_of_country(country: str) -> str | None:
    """The zone of a country: its only one, or that of nearly all of its people; ``None`` where it depends on the city."""
    zones = get_global("territory_zones").get(country, [])
    return zones[0] if len(zones) == 1 else _MAIN.get(country)


def country_of_tag(tag: str) -> str | None:
    """The country that a language tag names (``pt-BR``), or in which the language, or the script, is chiefly at home (CLDR's likely subtags)."""
    parts = re.split("[-_]", tag)
    region = next((part.upper() for part in parts[1:] if re.fullmatch(r"[A-Za-z]{2}", part)), None)
    likely = get_global("likely_subtags").get("_".join(part for part in parts if part.upper() != region), "")
    return region or likely.rpartition("_")[2] or None


@cache
def _names() -> tuple[Mapping[str, Place], tuple[re.Pattern[str], ...]]:
    """Every name and its place, and the patterns that find them: whole words in the scripts that have any, and the other scripts."""
    names: dict[str, Place] = {}
    countries = {country: zones for country, zones in get_global("territory_zones").items() if country not in ("001", "ZZ")}
    for locale in map(Locale.parse, _LANGUAGES):
        for country, zones in countries.items():
            names |= {_city(locale, zone): Place(country, zone) for zone in zones if _is_known(country, zone)}
            names |= {locale.territories[country]: Place(country)} if country in locale.territories else {}
    names |= {name: Place(country) for name, country in _ALSO.items()}
    names = {name: place for name, place in names.items() if name not in _DOUBTFUL}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    words = "|".join(re.escape(name) for name in longest_first if name < _EASTERN)
    eastern = "|".join(re.escape(name) for name in longest_first if name >= _EASTERN)
    return MappingProxyType(names), (re.compile(rf"(?<!\w)(?:{words})(?!\w)"), re.compile(eastern))


def _is_known(country: str, zone: str) -> bool:
    """Whether a zone has the name of a city that people know."""
    of_windows = zone in get_global("windows_zone_mapping").values()
    return zone_of_country(country) == zone or of_windows or zone in _CITIES


def _city(locale: Locale, zone: str) -> str:
    return str(locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "))
