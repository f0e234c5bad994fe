"""What in a timetable looks like hours, a day, a part of a day. Nothing here says what they are; it says how to read on."""

import re
from itertools import pairwise

from pipeline.grammar.times import PartialDate, Reading, read_time
from pipeline.source import Located, within

_LONGEST = 120  # of a head: a longer text is prose
MARKS = re.compile(r"[\W\d_]*")
_SHORTEST_WEEKDAY = 4
_BEFORE_DAY = re.compile(r"[\W_]*(?:(?:conference|workshop|school|event|main|大会|会议|會議)\s*)?", re.IGNORECASE)
_AFTER_DAY = re.compile(r"\s*(?:[-–—:：|(（,，、/·*]|$)")


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
    """Whether a text names a day and no hours: a date; or, at its head, a weekday or which day of the program it is (``Day 2: Tides``)."""
    if not text or len(text) > _LONGEST:
        return False
    reading = read_time(text)
    if reading.clock is not None or len(reading.dates) != 1 or reading.date_extent is None:
        return False
    day, (start, end) = reading.dates[0], reading.date_extent
    if day.month is not None and day.day is not None:
        return True
    bare = all(MARKS.fullmatch(text[piece.start : piece.end]) for piece in reading.rest)
    word = text[start:end].isascii() and end - start < _SHORTEST_WEEKDAY  # Sun
    heads = not word and _BEFORE_DAY.fullmatch(text[:start]) is not None and _AFTER_DAY.match(text, end) is not None
    return (day.weekday is not None or day.nth is not None) and (bare or heads)


def is_day_without_date(text: str) -> bool:
    """Whether a text names a day by its weekday, or by which day of the program it is."""
    return is_day(text) and read_time(text).dates[0].month is None


def says_day(text: str) -> bool:
    """Whether a text says something of one day: a date or a part of one, ``23日上午``."""
    days = read_time(text).dates if 0 < len(text) <= _LONGEST else ()
    return len(days) == 1 and days[0] != PartialDate(part=days[0].part)


def is_part_of_day(text: str) -> bool:
    """Whether a text is a part of the day and nothing else: 上午, ``Afternoon``."""
    reading = read_time(text) if 0 < len(text) <= _LONGEST else Reading()
    day = reading.dates[0] if len(reading.dates) == 1 else PartialDate()
    return reading.clock is None and not reading.rest and day == PartialDate(part=day.part) and day.part is not None


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
