"""Folded words of a Latin script → parts: ``paccar hall room 291`` is a house and a room."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from pipeline.grammar.places.codes import read_codes, strong
from pipeline.grammar.places.place import Level, Member, Part
from pipeline.grammar.places.words import AND, ENDS, JOINING, LATIN, LEVEL, LONGEST, SHORT

_EDGES = ".,:;!?\"'"
_FLOOR = re.compile(
    r"""(?:floor|level|etage|piso|planta|stock|niveau)\s(?P<after>-?\d+)\b
    | (?P<before>-?\d+)(?:st|nd|rd|th|er|e|eme|o|a|f)?\.?\s?(?:floor|level|etage|piso|planta|stock|og|obergeschoss|f)\b
    | (?P<word>first|second|third|fourth|fifth)\sfloor\b
    | (?:basement(?:\s(?:level|floor))?|untergeschoss|ug|sous-sol|b(?=\d+f\b))\s?(?P<below>\d*)f?\b
    | (?P<ground>ground\s(?:floor|level)|erdgeschoss|eg\b|rez-de-chaussee|planta\sbaja)""",
    re.VERBOSE,
)
# Humboldt-Universität
_COMPOUND = re.compile(r"(?<=[a-z]{3})-(?=(?:" + "|".join(words[0] for words in LATIN if len(words) == 1) + r")\b)")
_WORDS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
_HALLS = frozenset(
    [
        "main",
        "large",
        "great",
        "grand",
        "big",
        "small",
        "little",
        "middle",
        "upper",
        "lower",
        "lecture",
        "central",
        "festival",
        "plenary",
        "ceremony",
        "new",
        "old",
    ]
)
_DOOR = re.compile(r"\d{2,}[a-z]?")  # the number of a room behind a house's name
_GROWN = re.compile(r"(?<![\w.\-])(lt|hs|rm)(?=\d)")
# A number of a house of two words in a row: "C 119".
_APART = re.compile(r"(?<![\w.\-])([a-z])[ -](\d{2,}[a-z]?)(?![\w])")


def read_latin(text: str) -> list[Part]:
    """The parts that some words name, in their order."""
    parts: list[Part] = []
    at = 0
    for found in _FLOOR.finditer(text):
        if found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] in ".-"):
            continue
        parts += _read(text[at : found.start()])
        parts.append(floor(_floor_of(found)))
        at = found.end()
    return parts + _read(text[at:])


def floor(code: str) -> Part:
    """A floor; ``-1`` is the first below the ground, ``g`` the ground floor where the first is above it."""
    return Part(Level.FLOOR, "floor", frozenset((Member("", code),)), "floor")


def _floor_of(found: re.Match[str]) -> str:
    if found["ground"]:
        return "g"
    if found["below"] is not None:
        return f"-{found['below'] or 1}"
    return _WORDS.get(found["word"] or "") or str(int(found["after"] or found["before"]))


def _read(text: str) -> list[Part]:
    words = (_plain(word) for word in _GROWN.sub(r"\1 ", _COMPOUND.sub(" ", text)).split())
    reader = _Reader([word for word in words if word and word not in JOINING])
    reader.run()
    return reader.parts


def _plain(word: str) -> str:
    return re.sub(r"^[ld]'(?=\w\w)", "", word.strip(_EDGES))


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing and the ``word`` for it, whether ``several`` are meant, and what of the word was its name (``haupt``)."""

    kind: str = ""
    word: str = ""
    several: bool = False
    size: int = 1
    before: tuple[str, ...] = ()


class _Reader:
    """Goes through the words once: names gather until a word says of what kind it was that they name."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.parts: list[Part] = []
        self.stem: list[str] = []
        self.at = 0

    def run(self) -> None:
        while self.at < len(self.words):
            found = self.kind(self.at)
            if found:
                self.stem += found.before
                self.at += found.size
                self.emit(found)
            elif not self.code():
                self.stem.append(self.words[self.at])
                self.at += 1
        self.rest()

    def kind(self, at: int) -> "_Kind | None":
        """The kind that the words from a place on name."""
        for size in range(min(LONGEST, len(self.words) - at), 0, -1):
            words = tuple(self.words[at : at + size])
            single = (*words[:-1], words[-1].removesuffix("s"))
            for form in (words, single):
                if form in LATIN:
                    return _Kind(LATIN[form], " ".join(SHORT.get(word, word) for word in form), form != words, size)
        word = self.words[at] if at < len(self.words) else ""
        end = next((end for end in ENDS if word.endswith(end) and len(word) > len(end) + 1), None)
        return _Kind(ENDS[end], SHORT.get(end, end), before=(word.removesuffix(end),)) if end else None

    def emit(self, of: "_Kind") -> None:
        """A part of what has gathered and of the codes that follow."""
        codes = self.following(several=of.several)
        stems = self.stems(several=of.several)
        level = LEVEL[of.kind]
        if not codes and stems != [""]:
            stems, codes = self.numbered(stems)
        room = level is Level.HOUSE and stems != [""] and not set(stems[0].split()) <= _HALLS
        if room and not codes and len(stems) == 1:  # 60 Evans Hall
            first, _, rest = stems[0].partition(" ")
            stems, codes = ([rest], frozenset((first,))) if rest and _DOOR.fullmatch(first) else (stems, codes)
        if room and codes and all(strong(code) or _DOOR.fullmatch(code) for code in codes):
            self.add(level, of, stems, frozenset())
            self.add(Level.ROOM, _Kind(), [""], codes)
        else:
            hall = of.kind == "hall" and (codes or stems == [""] or set(stems[0].split()) <= _HALLS)
            self.add(Level.ROOM if hall else level, of, stems, codes)

    def numbered(self, stems: list[str]) -> tuple[list[str], frozenset[str]]:
        """A number at the end of the name is the thing's: "2nd lecture hall", "A building"."""
        if len(stems) > 1:
            return stems, frozenset()
        *words, last = stems[0].split()
        codes = read_codes(last)
        return ([" ".join(words)], codes) if codes else (stems, codes)

    def following(self, *, several: bool) -> frozenset[str]:
        """The codes that the next words are, with "and" between them."""
        codes: set[str] = set()
        while self.at < len(self.words):
            joined = bool(codes) and self.words[self.at] in AND and self.at + 1 < len(self.words)
            word = self.pair(self.at) if not codes and self.pair(self.at) else self.words[self.at + joined]
            found = read_codes(word, several=several)
            if not found or (codes and not joined):
                break
            codes |= found
            self.at += 1 + joined + (word == self.pair(self.at))
        return frozenset(codes)

    def pair(self, at: int) -> str:
        """A letter and a number apart, as one code: "C 119"."""
        found = _APART.fullmatch(" ".join(self.words[at : at + 2]))
        house = bool(self.parts) and self.parts[-1].level is Level.HOUSE
        return f"{found[1]}{found[2]}" if found and not house else ""

    def stems(self, *, several: bool) -> list[str]:
        """The name that has gathered; several where several are spoken of: "Sauganash & Wolf Point Ballrooms"."""
        words, self.stem = self.stem, []
        names = re.split(r" (?:&|and|und|et|\+) ", " ".join(words)) if several else [" ".join(words)]
        return [name for name in names if name] or [""]

    def code(self) -> bool:
        """Takes a number of a room that no word announces: "C1.005", "0.11 Cape Town"."""
        word = self.pair(self.at) or self.words[self.at]
        codes = read_codes(word)
        last = self.at + 1 >= len(self.words)
        if not codes or not (last or all(map(strong, codes))) or self.before_kind():
            return False
        joined = self.at > 0 and self.words[self.at - 1] in AND and self.parts and not self.stem[1:]
        self.at += 2 if word == self.pair(self.at) else 1
        stem = " ".join(self.stem)
        self.stem = []
        if joined and self.parts[-1].level is Level.ROOM:
            before = self.parts.pop()
            self.parts.append(replace(before, members=before.members | {Member(before.one.stem, code) for code in codes}))
        else:
            self.add(Level.ROOM if all(map(strong, codes)) or not stem else Level.NAME, _Kind(), [stem], codes)
        return True

    def before_kind(self) -> bool:
        """Whether the word after this one says what is numbered: "2nd lecture hall", "A building". A room's number begins anew."""
        after = self.kind(self.at + 1)
        return after is not None and not strong(self.words[self.at])

    def add(self, level: Level, of: "_Kind", stems: Sequence[str], codes: frozenset[str]) -> None:
        members = {Member(stem, code) for stem, code in product(stems, codes or ("",))}
        self.parts.append(Part(level, of.kind, frozenset(members), of.word))

    def rest(self) -> None:
        """What is left names the thing before it, where that has no name yet (Salle Turing, University of Washington)."""
        stem = " ".join(self.stem)
        if not stem:
            return
        last = self.parts[-1] if self.parts else None
        if last and not last.one.stem and len(last.members) == 1 and (not last.one.code or strong(last.one.code)):
            self.parts[-1] = replace(last, members=frozenset((Member(stem, last.one.code),)))
        else:
            self.parts.append(Part(Level.NAME, "", frozenset((Member(stem),))))
