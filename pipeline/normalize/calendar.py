"""What is known of the conference's time before its pages are read one by one: its zone, and its days as far as they are sure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from pipeline.model import Draft, Fact, Origin, Statement
from pipeline.normalize.times import PartialDate, read_time

#: The facts whose statements may speak of a day or of hours.
OF_TIME = frozenset({Fact.SUMMARY, Fact.WHEN, Fact.DATE, Fact.START, Fact.END, Fact.HEADING})
_SECONDS = re.compile(r"\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The conference's zone and days. ``configured`` says that its organisers listed the days, so that there are no others."""

    zone: ZoneInfo
    days: tuple[date, ...] = ()
    configured: bool = False

    def is_time(self, text: str) -> bool:
        """Whether a text speaks of a day or a time."""
        return not read_time(text).empty

    def resolve(self, partial: PartialDate) -> date | None:
        """The day that a date as far as it is written can only be (conference-day); ``None`` where it can be several, or none."""
        if partial.full is not None:
            return partial.full
        if partial.month is not None and partial.day is not None:
            years = sorted({day.year for day in self.days})
            found = [
                date(year, partial.month, partial.day) for year in years if PartialDate(year, partial.month, partial.day).exists
            ]
            found = [day for day in found if partial.weekday in (None, day.weekday())] or found
            return found[0] if len(found) == 1 else None
        within_days = [
            day
            for day in self.days
            if partial.weekday in (None, day.weekday()) and partial.day in (None, day.day) and partial.month in (None, day.month)
        ]
        return within_days[0] if len(within_days) == 1 else None


def calendar_of(drafts: Iterable[Draft], days: Sequence[date], zone: ZoneInfo) -> Calendar:
    """The conference's calendar: the configuration's days, else all that pages state in full and without contradiction.

    Time stamps count only where nothing else says a day.
    """
    if days:
        return Calendar(zone, tuple(days), configured=True)
    said = [said for draft in drafts for said in draft.statements if said.fact in OF_TIME]
    found = _days(one for one in said if not is_stamp(one)) or _days(said)
    return Calendar(zone, tuple(sorted(found)))


def is_stamp(said: Statement) -> bool:
    """Whether it is the date of a page as machines write it, with seconds: many sites keep there when the page was published."""
    return said.fact is Fact.DATE and said.origin is Origin.FRONT_MATTER and _SECONDS.search(said.text.value) is not None


def _days(statements: Iterable[Statement]) -> set[date]:
    days = (day for said in statements for day in read_time(said.text.value).dates if day.weekday_fits is not False)
    return {day.full for day in days if day.full is not None}
