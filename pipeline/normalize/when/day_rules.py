"""Of several days that a page states: which rule decided between them, why the others lost, and weekdays that are not their date's."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from pipeline.diagnostics.times import WEEKDAYS, WeekdayDateMismatch
from pipeline.grammar.times import nearest_matching
from pipeline.model import Rule
from pipeline.normalize.evidence import ALL_AGREE, FRONT_MATTER_FIRST, STATED_ONCE, why_later
from pipeline.normalize.when.calendar import Calendar
from pipeline.normalize.when.heard import Day
from pipeline.normalize.when.rules import CONFERENCE_DAY, DAY_OF_START, WEEKDAY_FITS, WITHIN_CONFERENCE
from pipeline.normalize.when.weekdays import is_certain, renamed


def day_rule(best: Day, others: Sequence[Day], days: Collection[date], *, alone: bool) -> Rule:
    """The rule by which a day is believed before others; ``days`` are the conference's, ``alone`` says that one statement gives it."""
    if others:
        if any(best.fits and not one.fits for one in others):
            return WEEKDAY_FITS
        if any(best.day in days and one.day not in days for one in others):
            return WITHIN_CONFERENCE
        return DAY_OF_START if any(best.with_start and not one.with_start for one in others) else FRONT_MATTER_FIRST
    if best.heard.reading.dates[0].full is None:
        return CONFERENCE_DAY
    return STATED_ONCE if alone else ALL_AGREE


def why_not(one: Day, best: Day, days: Collection[date]) -> str:
    """Why a day is not believed."""
    if best.fits and not one.fits:
        return f"{one.day} is a {WEEKDAYS[one.day.weekday()]}"
    if best.day in days and one.day not in days:
        return f"{one.day} is no day of the conference"
    if best.with_start and not one.with_start:
        return "the start names another day"
    return why_later(one.heard.said, best.heard.said)


def weekday_mismatches(found: Sequence[Day], best: date, calendar: Calendar) -> Iterator[WeekdayDateMismatch]:
    """Weekdays that are not their date's, and what is right where the date is certain; ``best`` is the day in use."""
    days = calendar.days if calendar.configured else ()
    for one in found:
        if not one.fits:
            words, weekday = one.heard.words(one.heard.reading.weekday_extent), one.heard.reading.dates[0].weekday or 0
            others = [other.day for other in found if other.fits or other.day != one.day]
            right = renamed(words.value, one.day.weekday()) if is_certain(one.day, weekday, others, days) else None
            nearest = best if one.means(best) else nearest_matching(one.day, weekday)
            yield WeekdayDateMismatch(words.span, one.day, WEEKDAYS[weekday], nearest, words.value, right)
