"""A reading, printed in the short notation of tests, problem messages and ``read-time``.

``2024-08-23 09:50-11:35`` · ``--08-23 Fri`` without a year · ``Thu 14:30-14:45`` · ``12:00-`` and ``-17:30`` open · ``23:00-01:00+1``
past midnight · ``Day 2`` of the program · ``--06-02,--06-03`` a list · ``2024-08-22/2024-08-24`` a range · ``--12-31 22:00/--01-01 01:00`` one stretch ·
``~09:00`` about · ``tz=+02:00`` · ``PT20M`` · ``none: TBA`` · ``ambiguous: why``. What is printed as a date or a time reads back.
"""

from pipeline.grammar.times.values import Clock, ClockRange, PartialDate, Reading, Spread

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HOUR = 60
_DAY = 24 * _HOUR


def notation(reading: Reading) -> str:
    """One line for a reading; ``none: no time`` where the text says nothing of a time."""
    if reading.ambiguous:
        return f"ambiguous: {reading.ambiguous}"
    if not reading.dates and reading.clock is None:
        return _without_date(reading)
    zone = _offset(reading.offset) if reading.offset is not None else reading.zone
    parts = [_span(reading)] if reading.spread is Spread.SPAN else [_dates(reading), reading.clock and _clocks(reading.clock)]
    return " ".join(part for part in [*parts, zone and f"tz={zone}"] if part)


def _without_date(reading: Reading) -> str:
    if reading.duration is not None:
        return f"PT{reading.duration}M"
    return f"none: {reading.absence.value if reading.absence else 'no time'}"


def _dates(reading: Reading) -> str:
    between = "/" if reading.spread is Spread.RANGE else ","
    return between.join(_date(day) for day in reading.dates)


def _span(reading: Reading) -> str:
    clock = reading.clock or ClockRange(None)
    first, last = reading.dates
    ends = ((first, clock.start), (last, clock.end))
    return "/".join(" ".join(part for part in (_date(day), at and _clock(at)) if part) for day, at in ends)


def _date(day: PartialDate) -> str:
    """A full date needs no weekday: where it has a wrong one, the reading is ambiguous."""
    weekday = _WEEKDAYS[day.weekday] if day.weekday is not None and day.full is None else ""
    nth = f"Day {day.nth}" if day.nth is not None else ""
    said = " ".join(part for part in (nth, _numbers(day), weekday) if part)
    if day.part is None:
        return said
    return f"{said}, {day.part.value}" if day.month is None and day.day is not None else f"{said} {day.part.value}".strip()


def _numbers(day: PartialDate) -> str:
    if day.month is None:
        return f"day {day.day}" if day.day is not None else ""
    year = f"{day.year:04}" if day.year is not None else "-"
    return f"{year}-{day.month:02}" + (f"-{day.day:02}" if day.day is not None else "")


def _clocks(clock: ClockRange) -> str:
    start = _clock(clock.start) if clock.start else ""
    end = _clock(clock.end) if clock.end else ""
    return f"{start}-{end}" if clock.open or clock.end else start


def _clock(clock: Clock) -> str:
    """Midnight is 24:00 of the day that it ends; what is later than that is the next day's."""
    hours, minutes = divmod(clock.minute, _HOUR)
    later = clock.minute > _DAY
    return f"{'~' if clock.about else ''}{hours - 24 if later else hours:02}:{minutes:02}{'+1' if later else ''}"


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), _HOUR)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
