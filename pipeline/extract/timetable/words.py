"""What in a timetable looks like a room, a name, an institute. Nothing here says what they are; it says how to read on."""

import re

from pipeline.grammar.places.place import Level
from pipeline.grammar.places.read import read_place

_LONGEST = 120  # of a head: a longer text is prose
_MOST_WORDS = 4  # of a room's name
_NOBODY = re.compile(
    r"all|everyone|everybody|anyone|participants|attendees|students|speakers|organizers|organisers|committee|staff|team|"
    r"teams|various|several|none|n/a|alle|tous|toutes|todos|todas|全体|全员|全員|大家|各位|전체"
)
_CODE = re.compile(r"[A-Z]{0,2}[-. ]?\d{1,4}(?:[-.]\d{1,3})?[A-Za-z]?")
_HOUSE = Level.HOUSE
# Names as they are written: capitals, particles, initials; two to four Chinese characters; kana and kanji with a space between.
_LATIN_NAME = re.compile(
    r"(?:(?:Prof|Dr|Mr|Ms|Mrs|Pr|M|Mme)\.?\s+)*[A-ZÀ-ÞŁŚŻŽČŠ][\w.'’-]*(?:\s+(?:(?:de|da|di|du|del|della|van|von|der|den|le|la|el|al|bin|ten|dos|y|zu)\s+)*"
    r"[A-ZÀ-ÞŁŚŻŽČŠ][\w.'’-]*){1,3}"
)
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff]{2,4}|[々\u3400-\u9fff\u3040-\u30ff]{1,4}[\s\u3000][々\u3400-\u9fff\u3040-\u30ff]{1,5}|[\uac00-\ud7a3]{2,4}"
)
_BY = re.compile(r"(?:by|von|par|por)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,，、;；&/]|\s(?:and|et|und|y)\s)\s*")
_BRACKET = re.compile(r"(?<=\S)\s*[(（\[]([^()（）\[\]]*)[)）\]]")
_INSTITUTE = re.compile(
    r"\b(?:univ|institut|college|academy|laborator|school of|department|faculty|hospital|hochschule|école|ecole|cnrs|inria|inrae)|"
    r"大学|大學|学院|學院|研究院|研究所|研究科|研究室|研究会|研究センター|科学院|公司|中心|医院|대학|연구",
    re.IGNORECASE,
)


def is_room(text: str) -> bool:
    """Whether a text reads as a room or house."""
    if not text or len(text) > _LONGEST:
        return False
    place = read_place(text)
    return place.online is not None or any(
        part.level >= _HOUSE and part.kind and (part.named or len(place.parts) == 1) for part in place.parts
    )


def is_room_heading(text: str) -> bool:
    """Whether a heading is a room, and no words about something that is ``building`` something."""
    return is_place(text, sure=True) or (is_room(text) and len(text.split()) <= _MOST_WORDS)


def is_place(text: str, *, sure: bool = False) -> bool:
    """Whether a text is a place and nothing else; with ``sure`` each of its parts must say what sort of place it is."""
    place = read_place(text)
    return is_room(text) and (not sure or place.online is not None or all(part.kind for part in place.parts))


def is_room_code(text: str) -> bool:
    """Whether a text may be a room's number, as a column of a grid is headed (``B201``, ``3.14``)."""
    return _CODE.fullmatch(text) is not None


def is_institute(text: str) -> bool:
    """Whether a text has words that only institutes have."""
    return len(text) <= _LONGEST and _INSTITUTE.search(text) is not None


def looks_like_names(text: str) -> bool:
    """Whether a text has the look of one name or several, institutes in brackets aside."""
    pieces = [piece for piece in _AND.split(_BRACKET.sub("", text).strip()) if piece]
    return bool(pieces) and all(_LATIN_NAME.fullmatch(piece) or _HAN_NAME.fullmatch(piece) for piece in pieces)


def is_byline(text: str, *, below: bool = False) -> bool:
    """Whether a line is surely one of names: the look of names, with institutes in brackets or a title before.

    ``below`` says that it stands under a title: then anything in capitals will do in brackets, or "by" before the names.
    """
    if below and (by := _BY.match(text)):
        return looks_like_names(text[by.end() :])
    brackets = _BRACKET.findall(text)
    of_institutes = bool(brackets) and all(
        is_institute(inside) or inside.isupper() or (below and inside[:1].isupper() and not any(map(str.isdigit, inside)))
        for inside in brackets
    )
    sure = of_institutes or re.match(r"(?:Prof|Dr)\.?\s", text) is not None or _HAN_NAME.fullmatch(text.strip()) is not None
    return sure and looks_like_names(text)


def is_nobody(text: str) -> bool:
    """Whether what stands in a name's place is nobody in particular: ``All``, ``Participants``, 全体."""
    return _NOBODY.fullmatch(text.strip().lower()) is not None
