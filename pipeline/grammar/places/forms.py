"""Texts of one place → one form: what is equal here is one venue. And the names that a bilingual text gives."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from pipeline.grammar.places.codes import strong
from pipeline.grammar.places.fold import fold
from pipeline.grammar.places.names import squeezed
from pipeline.grammar.places.place import Level, Part, Place
from pipeline.grammar.places.read import CJK, read_place
from pipeline.grammar.places.words import NUMBERED, PLAIN

_BILINGUAL = re.compile(r"([^()（）]+?)\s*[(（]([^()（）]+)[)）]\s*")
_RESPACED = re.compile(rf"(?<=[^\W\d])[\s\-]+(?=\d)|(?<=\d)[\s\-]+(?=[^\W\d])|(?<={CJK.pattern})\s+(?={CJK.pattern})")
_LETTER = re.compile(r"[^\W\d_]")


def key(place: Place) -> str:
    """The one form of a place: the same for two places only where nothing but the way of writing differs."""
    parts = sorted(_part(part) for part in place.parts)
    online = f"@{place.online.service}@{place.online.number}@{place.online.more}" if place.online else ""
    others = (place.marks, place.remarks, place.tags)
    return "/".join((*parts, online, *("+".join(sorted(words)) for words in others), "?" if place.open else "")).rstrip("/")


def _part(part: Part) -> str:
    members = sorted((squeezed(member.stem), member.code) for member in part.members)
    numbered = part.level is Level.ROOM and part.kind in NUMBERED and all(strong(code) for _, code in members)
    word = "" if numbered or (part.word in PLAIN and part.named) else part.word
    return f"{part.level.value}:{','.join(f'{stem}#{code}' for stem, code in members)}={word}" + "".join(
        f"({gloss})" for gloss in sorted(part.glosses)
    )


@lru_cache(maxsize=4096)  # each venue of a program is compared with each other one
def forms(text: str) -> Mapping[str, str]:
    """The names that a text gives, each under its form: the whole, and a name and its translation in brackets."""
    pair = _pair(text)
    return MappingProxyType({form(name): " ".join(name.split()) for name in (text, *(pair or ()))})


def form(text: str) -> str:
    """The one form of a text."""
    place = read_place(text)
    return key(place) or f"={fold(text)}"


@lru_cache(maxsize=4096)  # as above
def respaced(text: str) -> str:
    """The folded text without spaces and hyphens between a letter and a digit, and without spaces between Chinese characters."""
    return _RESPACED.sub("", fold(text))


def _pair(text: str) -> tuple[str, str] | None:
    """A name and its translation in brackets: in different scripts, of the same numbers, as far inside one as the other."""
    found = _BILINGUAL.fullmatch(text.strip())
    if not found:
        return None
    one, other = found.groups()
    if bool(CJK.search(one)) == bool(CJK.search(other)) or not all(map(_LETTER.search, (one, other))):
        return None
    ours, theirs = read_place(one), read_place(other)
    if ours.online or theirs.online or ours.remarks or theirs.remarks or _numbers(one) != _numbers(other):
        return None
    inside = [place.parts[-1] for place in (ours, theirs) if place.parts]
    halls = all(part.kind == "hall" for part in inside)  # which may be houses or rooms
    return (one, other) if halls or len({part.level for part in inside} - {Level.NAME}) <= 1 else None


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", fold(text)))
