"""Says what is understood of a time, in the notation of ``grammar/times/notation.py``: for trying how one may be written."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.grammar.times import Reading, notation, read_time
from pipeline.normalize.when.moments import shown_offset

_ANY_YEAR = 2026  # offsets are asked of a year's summer and winter where the text names no date


def understood(text: str, language: str | None = None) -> tuple[str, Reading]:
    """A text in the notation, and the reading that it prints. ``language``: a BCP 47 tag, where it is known."""
    reading = read_time(text, language)
    return notation(reading), reading


def understood_line(line: str) -> str:
    """As :func:`understood`, of ``language<TAB>text``; without a tab it is all text."""
    language, tab, text = line.partition("\t")
    return understood(text, language.strip() or None)[0] if tab else understood(line)[0]


def zone_named(name: str) -> ZoneInfo | None:
    """The IANA time zone of that name, if there is one."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def contradiction(reading: Reading, zone: ZoneInfo) -> str | None:
    """What is wrong between the offset that a text states and a zone, in words; ``None`` where nothing is."""
    if reading.offset is None:
        return None
    possible = _offsets(reading, zone)
    if reading.offset in possible:
        return None
    used = " or ".join(shown_offset(offset) for offset in possible)
    return f"{shown_offset(reading.offset)} is not the time of {zone.key}, which is {used}"


def _offsets(reading: Reading, zone: ZoneInfo) -> list[int]:
    """The zone's offsets, in minutes, at the time that is read, or in each month of the year where it has no date."""
    day = next((day.full for day in reading.dates if day.full), None)
    start = reading.clock.start if reading.clock else None
    minutes = timedelta(minutes=start.minute if start else 0)
    days = [day] if day else [date(_ANY_YEAR, month, 1) for month in range(1, 13)]
    moments = (datetime.combine(one, time(), zone) + minutes for one in days)
    return sorted({int((moment.utcoffset() or timedelta()).total_seconds() // 60) for moment in moments})
