"""``date:`` in front matter: the session's day, or when the page was posted, as many generators keep it?

One page can't always decide, so all are asked: on how many the field is a day that their words name, and on how many it is another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.diagnostics import Problem
from pipeline.diagnostics.times import AmbiguousTime, DatesDisagree
from pipeline.grammar.times import PartialDate, read_time
from pipeline.model import Draft, Fact, Origin, Statement
from pipeline.normalize.when.heard import Heard
from pipeline.source import Span

#: The facts whose statements may speak of a day or of hours.
OF_TIME = frozenset({Fact.SUMMARY, Fact.WHEN, Fact.DATE, Fact.START, Fact.END, Fact.HEADING})
#: As machines write a date; one in words is written for readers.
_NUMBERS = re.compile(r"\d{4}[-/.]\d\d?[-/.]\d\d?(?!\d).*", re.DOTALL)
_SECONDS = re.compile(r"\d:\d\d:\d\d(?!\d)")
_POST = re.compile(r"(?:^|/)_(?:posts|drafts)/(\d{4}-\d\d-\d\d)-[^/]*$")
_MAY_BE_ABOUT = frozenset({Fact.HEADING, Fact.SUMMARY})
_YEAR = timedelta(days=365)
_PATTERN = 2  #: so many pages make a pattern


def hear(statements: Iterable[Statement]) -> list[Heard]:
    """What statements say of a day or of hours."""
    return [Heard(said, read_time(said.text.value)) for said in statements if said.fact in OF_TIME]


def page_dates(heard: Sequence[Heard]) -> list[Heard]:
    """The ``date`` fields that may be when a page was posted: to the second, or without hours in a field beside them."""
    fields = [one for one in heard if one.said.origin is Origin.FRONT_MATTER]
    hours = any(one.reading.clock is not None and not one.reading.dates for one in fields)
    dates = [one for one in fields if one.said.fact is Fact.DATE and _NUMBERS.fullmatch(one.said.text.value.strip())]
    return [one for one in dates if not hours or _SECONDS.search(one.said.text.value)]


@dataclass(frozen=True, slots=True)
class Postings:
    """On how many pages ``date`` is a day that the page states elsewhere, on how many the page states another, on how many none."""

    agreeing: int = 0
    differing: int = 0
    alone: int = 0

    @property
    def usual(self) -> bool:
        """Whether the field is rather when a page was posted."""
        return self.differing > self.agreeing

    def is_sure(self, one: Heard, heard: Sequence[Heard]) -> bool:
        """Whether what a statement of a page says of days is of the session: no time stamp, no ``date`` that may be the page's."""
        dates = page_dates(heard)
        alone = not self.usual and not any(states_day(other) for other in heard if other not in dates)
        return one not in dates or (alone and _SECONDS.search(one.said.text.value) is None)

    @property
    def certain(self) -> bool:
        """Whether it is so on all pages that tell, and these make a pattern."""
        return not self.agreeing and self.differing >= _PATTERN

    @property
    def general(self) -> bool:
        """Whether it is so, surely, on pages that do not tell as well: on most it is certain."""
        return self.certain and self.differing > self.alone


def postings_of(drafts: Iterable[Draft]) -> Postings:
    """What ``date`` is on the pages of a program."""
    answers = [_is_stated(heard) for draft in drafts if page_dates(heard := hear(draft.statements))]
    return Postings(answers.count(True), answers.count(False), answers.count(None))


def _is_stated(heard: Sequence[Heard]) -> bool | None:
    """Whether a page's ``date`` is a day that its other statements name; ``None`` where they name no day."""
    dates = page_dates(heard)
    others = [one for one in heard if one not in dates and states_day(one)]
    return any(names(one, dates) for one in others) if others else None


def states_day(one: Heard) -> bool:
    """Whether a statement names a day of a month, and nothing about it is doubtful but its year.

    A heading or a summary may speak of any day (``The flood of 1 November 1755``): one of the session's has hours or a weekday, or no
    other words.
    """
    if one.said.fact is Fact.END or one.doubts(of_day=True):
        return False
    telling = one.reading.clock is not None or any(day.weekday is not None for day in one.reading.dates)
    if one.said.fact in _MAY_BE_ABOUT and not telling and len(one.date.value) * 2 < len(one.said.text.value):
        return False
    return any(day.month and day.day and day.weekday_fits is not False for day in one.reading.dates)


def names(one: Heard, dates: Sequence[Heard]) -> bool:
    """Whether a statement names the day of one of these ``date`` fields, alone or among others."""
    days = one.reading.dates
    wanted = [day for posted in dates for day in posted.reading.dates]
    stretch = [day.full for day in days if day.full]
    within = any(day.full and min(stretch) <= day.full <= max(stretch) for day in wanted) if stretch else False
    return within or any(
        (day.month, day.day) == (other.month, other.day) and None in (day.year, other.year) for day in days for other in wanted
    )


def disbelieved(posted: Sequence[Heard], postings: Postings, used: date, used_at: Span) -> Iterator[Problem]:
    """Says which ``date`` was taken for the page's, where that is not plain."""
    for one in posted:
        day = next((stated.full for stated in one.reading.dates), None)
        if day is not None and not _is_plain(one, postings):
            yield DatesDisagree(one.date.span, used, day, used_at, posted=True)


def undated(posted: Sequence[Heard]) -> Iterator[Problem]:
    """Says that the day is open, where nothing but such a ``date`` says one."""
    for one in posted:
        why = (
            "a time to the second is when the page was made"
            if is_made(one)
            else "on the other pages this field is when the page was posted"
        )
        yield AmbiguousTime(one.date.span, one.date.value, why)


def _is_plain(one: Heard, postings: Postings) -> bool:
    """Whether it is so plainly when the page was posted that nobody need be told: to the second, as in a post's file name, as on all pages."""
    post = _POST.search(one.said.text.span.path)
    name = post is not None and one.said.text.value.strip().startswith(post[1])
    return name or postings.certain or _SECONDS.search(one.said.text.value) is not None


def is_made(one: Heard) -> bool:
    """Whether it is the moment when a page was made: nobody begins at 11:00:20."""
    seconds = _SECONDS.search(one.said.text.value)
    return seconds is not None and not seconds[0].endswith("00")


def near(partial: PartialDate, posted: Sequence[Heard]) -> Iterator[date]:
    """The days in whose years a date may be that names none: when its page was posted and, where a weekday can tell, a year later."""
    for day in days_of(posted):
        yield from (day, day + _YEAR) if partial.weekday is not None else (day,)


def days_of(heard: Iterable[Heard]) -> set[date]:
    """The days that statements give in full, whose weekdays fit."""
    days = (day for one in heard for day in one.reading.dates if day.weekday_fits is not False)
    return {day.full for day in days if day.full is not None}
