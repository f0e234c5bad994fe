"""hours on a day → moments in the conference's zone.

Hours are the conference's own. An offset that says otherwise is reported; hours that the clocks skip do not exist.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pipeline.diagnostics import Problem
from pipeline.diagnostics.times import OffsetContradictsZone, SkippedHour
from pipeline.normalize.when.heard import Heard, Hours


def exact(day: date | None, hours: Hours | None, zone: ZoneInfo) -> tuple[datetime | None, datetime | None, tuple[Problem, ...]]:
    """Start and end, aware. Reports offset-contradicts-zone and skipped-hour."""
    if day is None or hours is None:
        return None, None, ()
    start, end = wall(day, hours.start), wall(hours.last or day, hours.end)
    skipped = [moment for moment in (start, end) if moment and not _exists(moment, zone)]
    span = hours.heard.clock.span
    problems = (
        *_contradictions(start, hours, zone),
        *(SkippedHour(span, f"{moment:%H:%M} on {moment:%Y-%m-%d}") for moment in skipped),
    )
    first, last = (moment.replace(tzinfo=zone) if moment and moment not in skipped else None for moment in (start, end))
    return first, last, problems


def wall(day: date, minute: int | None) -> datetime | None:
    """What the clock on the wall shows so many minutes after midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minute) if minute is not None else None


def told_here(heard: Sequence[Heard], day: date | None, zone: ZoneInfo) -> tuple[Sequence[Heard], Sequence[Heard]]:
    """Of hours said in several zones those of the conference's, with what says none, and the others: the same hours elsewhere."""
    zoned = [one for one in heard if one.reading.clock and (one.reading.offset is not None or one.reading.zone)]
    noon = wall(day, 12 * 60) if day else None
    if noon is None:
        return heard, ()
    elsewhere = [one for one in zoned if one.reading.zone != zone.key and one.reading.offset != minutes_east(zone, noon)]
    if len(elsewhere) == len(zoned):
        return heard, ()
    return [one for one in heard if one not in elsewhere], elsewhere


def minutes_east(zone: ZoneInfo, moment: datetime) -> int:
    """How far a zone's clocks are ahead of UTC."""
    return int((moment.replace(tzinfo=zone).utcoffset() or timedelta()).total_seconds() // 60)


def _exists(moment: datetime, zone: ZoneInfo) -> bool:
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == moment


def _contradictions(start: datetime | None, hours: Hours, zone: ZoneInfo) -> Iterator[Problem]:
    reading = hours.heard.reading
    if start is None or (reading.offset is None and not reading.zone):
        return
    used = minutes_east(zone, start)
    stated = reading.offset if reading.offset is not None else minutes_east(ZoneInfo(reading.zone or zone.key), start)
    if used != stated:
        span = hours.heard.words(hours.heard.reading.offset_extent).span
        yield OffsetContradictsZone(span, shown_offset(stated), zone.key, shown_offset(used))


def shown_offset(minutes: int) -> str:
    """``+08:00``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
