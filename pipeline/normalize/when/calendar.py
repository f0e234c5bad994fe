"""What is known of the conference's time before its pages are read one by one: its zone, and its days as far as they are sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from pipeline.grammar.times import PartialDate, read_time
from pipeline.model import Draft
from pipeline.normalize.when.heard import Heard
from pipeline.normalize.when.postings import Postings, days_of, hear, is_made, names, page_dates, postings_of, states_day


@dataclass(frozen=True, slots=True)
class Calendar:
    """The conference's zone and days. ``configured`` says that its organisers listed the days, so that there are no others.

    ``postings`` says what the field ``date`` is on its pages.
    """

    zone: ZoneInfo
    days: tuple[date, ...] = ()
    configured: bool = False
    postings: Postings = field(default_factory=Postings, compare=False)

    def is_time(self, text: str) -> bool:
        """Whether a text speaks of a day or a time."""
        return not read_time(text).empty

    def posted(self, heard: Sequence[Heard]) -> list[Heard]:
        """By posting-day: which of a page's statements are when it was posted, and say nothing of its session."""
        dates = page_dates(heard)
        others = [one for one in heard if one not in dates and states_day(one)]
        known = set(self.days) & days_of(dates)
        if not dates or any(names(one, dates) for one in others):
            return []
        if not others:
            made = [one for one in dates if is_made(one) and not (known and self.configured)]
            return dates if self.postings.general and not known else made
        if self.configured and known and not set(self.days) & days_of(others):
            return []
        return dates if self.postings.usual or not known else []

    def resolve(self, partial: PartialDate, *, near: Iterable[date] = ()) -> date | None:
        """The day that a date as far as it is written can only be (conference-day); ``None`` where it can be several, or none.

        ``near`` are further days whose years it may be in.
        """
        if partial.full is not None:
            return partial.full
        if partial.month is not None and partial.day is not None:
            years = sorted({day.year for day in (*self.days, *near)})
            found = [
                date(year, partial.month, partial.day) for year in years if PartialDate(year, partial.month, partial.day).exists
            ]
            found = [day for day in found if partial.weekday in (None, day.weekday())] or found
            return found[0] if len(found) == 1 else None
        if partial.nth is not None and not self.configured:
            return None
        within_days = [
            day
            for number, day in enumerate(self.days, 1)
            if partial.nth in (None, number)
            and partial.weekday in (None, day.weekday())
            and partial.day in (None, day.day)
            and partial.month in (None, day.month)
        ]
        return within_days[0] if len(within_days) == 1 else None


def calendar_of(drafts: Sequence[Draft], days: Sequence[date], zone: ZoneInfo) -> Calendar:
    """The conference's calendar: the configuration's days, else all that pages state in full and without contradiction.

    A page's ``date`` that may be when it was posted counts where nothing else says a day.
    """
    postings = postings_of(drafts)
    if days:
        return Calendar(zone, tuple(days), configured=True, postings=postings)
    pages = [hear(draft.statements) for draft in drafts]
    sure = [one for heard in pages for one in heard if postings.is_sure(one, heard)]
    found = days_of(sure) or days_of(one for heard in pages for one in heard)
    return Calendar(zone, tuple(sorted(found)), postings=postings)
