"""What the words of a timetable look like: hours, a day, a room, a strand, names. Nothing here says what they are; it says how to read on."""

import re
from itertools import pairwise

from pipeline.normalize.places.place import Level
from pipeline.normalize.places.read import read_place
from pipeline.normalize.times import read_time
from pipeline.source import Located, within

_LONGEST = 120  # of a head: a longer text is prose
MARKS = re.compile(r"[\W\d_]*")
_STRAND = re.compile(
    r"(?:track|stream|strand|session|parallel|room|salle|raum|sala|aula|stage|分会场|会场|专场|トラック|会場|세션|트랙)\s*(?:[a-z]|[ivx]+|\d+|[一二三四五六七八九十甲乙丙丁])"
    r"|(?:main|second|small|large)\s(?:track|stage|room|hall)|(?:主|第.)(?:会场|會場|会場)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:\w+\s+){0,3}(?:session|symposium|workshop|panel|tutorial|mini-?symposium|s[ée]ance|sitzung|sesi[óo]n)\b(?!s\b)|.*(?:分会|专场|专题|论坛|セッション|シンポジウム|세션)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"\b(?:program(?:me?|a|m)?|schedule|agenda|time-?table|at a glance|horario|cronograma|calendrier|emploi du temps|zeitplan|ablauf(?:plan)?|tagesordnung)\b"
    r"|raumplan|日程|议程|議程|流程|プログラム|タイムテーブル|스케줄|일정|프로그램",
    re.IGNORECASE,
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
_AND = re.compile(r"\s*(?:[,，、;；&/]|\s(?:and|et|und|y)\s)\s*")
_BRACKET = re.compile(r"(?<=\S)\s*[(（\[]([^()（）\[\]]*)[)）\]]")
_INSTITUTE = re.compile(
    r"\b(?:univ|institut|college|academy|laborator|school of|department|faculty|hospital|hochschule|école|ecole|cnrs|inria|inrae)|"
    r"大学|大學|学院|學院|研究院|研究所|研究科|研究室|研究会|研究センター|科学院|公司|中心|医院|대학|연구",
    re.IGNORECASE,
)


def is_hours(text: str) -> bool:
    """Whether a text is hours and nothing else: numbers and signs beside them (``[1] 13:10 - 13:40``) aside."""
    return hours_in(text) is not None


def hours_in(text: str) -> tuple[int, int] | None:
    """Where the hours stand in a text that is hours alone, or hours and a remark in brackets; ``None`` where it is more, or other."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    reading = read_time(text)
    if reading.clock is None or reading.dates or reading.clock_extent is None:
        return None
    rest = " ".join(text[piece.start : piece.end] for piece in reading.rest)
    remark = re.fullmatch(r"\s*[\[(（【][^\])）】]*[\])）】]?\s*", text[reading.clock_extent.end :], re.DOTALL)
    return (reading.clock_extent.start, reading.clock_extent.end) if MARKS.fullmatch(rest) or remark else None


def has_hours(text: str) -> bool:
    """Whether a text is hours, with or without the day."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    reading = read_time(text)
    return reading.clock is not None and all(MARKS.fullmatch(text[piece.start : piece.end]) for piece in reading.rest)


def has_clock(text: str) -> bool:
    """Whether a text says hours, whatever else it says."""
    return read_time(text).clock is not None


def is_dated(text: str) -> bool:
    """Whether a text is a day, with or without the hours."""
    return is_day(text) or (has_hours(text) and bool(read_time(text).dates))


def is_day(text: str) -> bool:
    """Whether a text names a day: a date, or a weekday of its own; and no hours."""
    if not text or len(text) > _LONGEST:
        return False
    reading = read_time(text)
    if reading.clock is not None or len(reading.dates) != 1:
        return False
    day = reading.dates[0]
    bare = all(MARKS.fullmatch(text[piece.start : piece.end]) for piece in reading.rest)
    return (day.month is not None and day.day is not None) or (day.weekday is not None and bare)


def is_room(text: str) -> bool:
    """Whether a text reads as a room or house."""
    if not text or len(text) > _LONGEST:
        return False
    place = read_place(text)
    return place.online is not None or any(
        part.level >= _HOUSE and part.kind and (part.named or len(place.parts) == 1) for part in place.parts
    )


def is_place(text: str, *, sure: bool = False) -> bool:
    """Whether a text is a place and nothing else; with ``sure`` each of its parts must say what sort of place it is."""
    place = read_place(text)
    return is_room(text) and (not sure or place.online is not None or all(part.kind for part in place.parts))


def is_room_code(text: str) -> bool:
    """Whether a text may be a room's number, as a column of a grid is headed (``B201``, ``3.14``)."""
    return _CODE.fullmatch(text) is not None


def is_strand(text: str) -> bool:
    """Whether a text reads as one of several parallel strands: ``Track 2``, 分会场一."""
    return len(text) <= _LONGEST and _STRAND.match(text) is not None


def is_institute(text: str) -> bool:
    """Whether a text has words that only institutes have."""
    return len(text) <= _LONGEST and _INSTITUTE.search(text) is not None


def looks_like_names(text: str) -> bool:
    """Whether a text has the look of one name or several, institutes in brackets aside."""
    pieces = [piece for piece in _AND.split(_BRACKET.sub("", text).strip()) if piece]
    return bool(pieces) and all(_LATIN_NAME.fullmatch(piece) or _HAN_NAME.fullmatch(piece) for piece in pieces)


def is_byline(text: str) -> bool:
    """Whether a line is surely one of names: the look of names, with institutes in brackets or a title before."""
    brackets = _BRACKET.findall(text)
    of_institutes = bool(brackets) and all(is_institute(inside) or inside.isupper() for inside in brackets)
    sure = of_institutes or re.match(r"(?:Prof|Dr)\.?\s", text) is not None or _HAN_NAME.fullmatch(text.strip()) is not None
    return sure and looks_like_names(text)


def ends_of(text: Located[str]) -> tuple[Located[str], Located[str]]:
    """The first and the last of the hours in a text, each at its place: the whole text twice where it names one."""
    marks = [
        0,
        *(match.end() for match in re.finditer(r"\s*(?:[-–—−~～〜→]+|至|から|\b(?:to|bis|à|a|until|till)\b)\s*", text.value)),
        len(text.value),
    ]
    parts = [(begin, end) for begin, end in pairwise(marks) if any(map(str.isdigit, text.value[begin:end]))]
    if len(parts) != 2:  # noqa: PLR2004 - from and to
        return text, text
    first, last = (Located(text.value[begin:end].strip(" -–—−~～〜→"), within(text, begin, end)) for begin, end in parts)
    return first, last


def minutes_of(text: str) -> tuple[int, int] | None:
    """From when to when, in minutes after midnight, where a text says both without a doubt."""
    reading = read_time(text)
    clock = reading.clock
    if clock is None or clock.start is None or clock.end is None or reading.doubts:
        return None
    return clock.start.minute, clock.end.minute


def is_program_name(title: str) -> bool:
    """Whether a page is called a program: ``Schedule``, ``Conference Programme``, 会议日程."""
    return _PROGRAM.search(title) is not None


def is_session_name(title: str) -> bool:
    """Whether a heading is called a session: ``Session 2: Trees``, 分会场一, ``Workshop on …``."""
    return is_strand(title) or _SESSION.match(title) is not None
