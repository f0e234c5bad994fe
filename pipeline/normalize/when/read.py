"""A page's statements of day and time → when it is, exactly, by the rules of ``time_rules.py`` and those of any fact (``evidence.py``).

A start without an end takes its end from a statement with the same start, and from nothing else: neither the next session nor the usual
length says when something is over. Times are read twice: first each page for itself; then, where hours are in doubt, with what is certain
``Around`` them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import zip_longest

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder
from pipeline.diagnostics.times import (
    AmbiguousTime,
    DatesDisagree,
    InferredTime,
    MissingDay,
    TimesDisagree,
    UnreadableTime,
)
from pipeline.grammar.times import Basis, DoubtKind, PartialDate, Spread
from pipeline.model import Fact, Finding, Statement
from pipeline.normalize.evidence import ALL_AGREE, FRONT_MATTER_FIRST, PLACEHOLDER, STATED_ONCE, by_rank, why_later
from pipeline.normalize.when.calendar import Calendar
from pipeline.normalize.when.day_rules import day_rule, weekday_mismatches, why_not
from pipeline.normalize.when.heard import Day, Heard, Hours, Words
from pipeline.normalize.when.moments import exact, told_here
from pipeline.normalize.when.postings import disbelieved, hear, near, undated
from pipeline.normalize.when.rules import (
    BOTH_ENDS,
    ONE_SENSE,
    ONLY_DAY,
    UNCLEAR,
    WHOLE_PROGRAM,
)
from pipeline.normalize.when.surroundings import Around, Settled, Slot, clock, settle

_MAY_SAY_NOTHING = frozenset({Fact.SUMMARY, Fact.HEADING})
_STANDS_IN = "a placeholder"
_SEVERAL_READINGS = frozenset({DoubtKind.ORDER, DoubtKind.HALF})


@dataclass(frozen=True, slots=True)
class When:
    """The day of the program, and from when to when (aware, in the conference's zone), as far as they are known.

    ``doubtful`` says that the rest of the program may tell more. Two are equal whose times are.
    """

    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    evidence: tuple[Finding, ...] = field(default=(), compare=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    doubtful: bool = field(default=False, compare=False)


def read_when(statements: Sequence[Statement], calendar: Calendar, day: date | None = None, around: Around | None = None) -> When:
    """When something is. ``day`` is the session's, for a talk that names none; its own statements then need no day.

    ``around`` is what the rest of the program says; without it hours in doubt are left open.
    """
    reader = _Reader(calendar, around)
    heard = reader.hear(statements)
    own = reader.day(heard, required=day is None)
    hours = reader.hours(heard, own or day)
    if hours and own is None and day is None:
        own = reader.only_day(hours)
    if hours and own is None and day is None and not reader.no_day:
        reader.problems.append(MissingDay(hours.heard.clock.span))
    start, end, problems = exact(own or day, hours, calendar.zone)
    return When(own or day, start, end, tuple(reader.evidence), (*reader.problems, *problems), reader.doubtful)


class _Reader:
    """Applies the rules to one session's or talk's statements, collecting what was found and the problems."""

    def __init__(self, calendar: Calendar, around: Around | None) -> None:
        self.calendar = calendar
        self.around = around
        self.problems: list[Problem] = []
        self.evidence: list[Finding] = []
        self.posted: list[Heard] = []
        self.no_day: list[tuple[Words, str]] = []
        self.no_hours: list[tuple[Words, str]] = []
        self.doubtful = False

    def hear(self, statements: Sequence[Statement]) -> list[Heard]:
        """What the statements say, the best first; placeholders and what can't be read state nothing."""
        heard = hear(by_rank(statements))
        for one in heard:
            words = one.words(None)
            fact, lost = ("date", self.no_day) if one.said.fact is Fact.DATE else ("time", self.no_hours)
            if one.reading.placeholder:
                self.problems.append(Placeholder(words.span, fact, words.value))
                lost.append((words, _STANDS_IN))
            elif one.reading.empty and one.said.fact not in _MAY_SAY_NOTHING:
                self.problems.append(UnreadableTime(words.span, words.value))
                lost.append((words, "it can't be read as a time"))
            for doubt in one.doubts(of_day=True):
                self._unclear(one.words(doubt.extent), doubt.why, self.no_day)
        return self._of_the_session([one for one in heard if not one.reading.empty])

    def _of_the_session(self, heard: list[Heard]) -> list[Heard]:
        """By posting-day: what is left without the ``date`` that is when the page was posted."""
        self.posted = self.calendar.posted(heard)
        self.no_day += [(one.words(None), "it is when the page was posted") for one in self.posted]
        return [one for one in heard if one not in self.posted]

    def _unclear(self, words: Words, why: str, lost: list[tuple[Words, str]]) -> None:
        self.problems.append(AmbiguousTime(words.span, words.value, why))
        lost.append((words, why))

    def _nothing(self, fact: str, lost: Sequence[tuple[Words, str]]) -> None:
        """Keeps why a fact is left open, where something was said of it."""
        if lost:
            rule = PLACEHOLDER if all(why == _STANDS_IN for _, why in lost) else UNCLEAR
            self.evidence.append(Finding(fact, None, rule, lost=tuple(lost)))

    # --- the day ---

    def day(self, heard: Sequence[Heard], *, required: bool) -> date | None:
        """By weekday-fits, within-the-conference, day-of-the-start, front-matter-first."""
        found = [day for one in heard if (day := self._day(one, required=required)) is not None]
        if not found:
            self.problems += [] if self.no_day[len(self.posted) :] else undated(self.posted)
            self._nothing("date", self.no_day)
            return None
        known = set(self.calendar.days)
        best = min(found, key=lambda one: (not one.fits, bool(known) and one.day not in known, not one.with_start))
        self.problems += disbelieved(self.posted, self.calendar.postings, best.day, best.heard.date.span)
        others = [one for one in found if one.day != best.day]
        self.problems += weekday_mismatches(found, best.day, self.calendar)
        self.problems += [
            DatesDisagree(one.heard.date.span, best.day, one.day, best.heard.date.span) for one in others if not one.means(best.day)
        ]
        lost = [(one.heard.date, why_not(one, best, self.calendar.days)) for one in others]
        read = [best, *(one for one in found if one.day == best.day and one is not best)]
        rule = day_rule(best, others, self.calendar.days, alone=len(read) == 1)
        texts = tuple(one.heard.date for one in read)
        self.evidence.append(Finding("date", str(best.day), rule, texts, (*lost, *self.no_day)))
        return best.day

    def only_day(self, hours: Hours) -> date | None:
        """By only-day."""
        if not (self.calendar.configured and len(self.calendar.days) == 1) or self.no_day:
            return None
        self.evidence.append(Finding("date", str(self.calendar.days[0]), ONLY_DAY, (hours.heard.clock,)))
        return self.calendar.days[0]

    def _day(self, one: Heard, *, required: bool) -> Day | None:
        if one.said.fact is Fact.END or not one.reading.dates or one.doubts(of_day=True):
            return None
        first = one.reading.dates[0]
        if one.said.fact in _MAY_SAY_NOTHING and (first := replace(first, nth=None)) == PartialDate():
            return None  # "Day 2" in a summary, or over a part of an abstract, may be of something else
        resolved = self.calendar.resolve(first, near=near(first, self.posted))
        if len(one.reading.dates) > 1 and one.reading.spread is not Spread.SPAN:
            self._unclear(one.date, "it names several days", self.no_day)
        elif resolved is not None:
            return Day(resolved, one, first.weekday in (None, resolved.weekday()))
        elif required or first.month is not None:
            self._unclear(one.date, "the year is not given" if first.month else "which day it is cannot be told", self.no_day)
        return None

    # --- the hours ---

    def hours(self, heard: Sequence[Heard], day: date | None) -> Hours | None:
        """By both-ends, front-matter-first."""
        heard, elsewhere = told_here(heard, day or next(iter(self.calendar.days), None), self.calendar.zone)
        self.no_hours += [(one.clock, "it is said of another time zone") for one in elsewhere]
        found = [hours for one in heard if (hours := self._hours(one)) is not None]
        starts = (one for one in found if one.heard.said.fact is Fact.START)
        ends = (one for one in found if one.heard.said.fact is Fact.END)
        ranges = [hours for start, end in zip_longest(starts, ends) for hours in self._from_fields(start, end)]
        ranges += [one for one in found if one.heard.said.fact not in (Fact.START, Fact.END)]
        if not ranges:
            self._nothing("start", self.no_hours)
            return None
        best = next((one for one in ranges if one.whole), ranges[0])
        others = [one for one in ranges if not one.agrees(best)]
        for one in others:
            place = one.ended if one.start in (None, best.start) else one.heard
            self.problems.append(TimesDisagree(place.clock.span, str(best), str(one), best.heard.said.text.span))
        self._note(best, [one for one in ranges if one is not best and one not in others], others)
        return best

    def _note(self, best: Hours, agreeing: Sequence[Hours], others: Sequence[Hours]) -> None:
        """Keeps how start and end were found; the day's midnight is not known here, so their values are clocks."""
        beaten = BOTH_ENDS if any(one.whole < best.whole for one in others) else FRONT_MATTER_FIRST
        rule = best.inferred or (beaten if others else ALL_AGREE if agreeing else STATED_ONCE)
        whys = ("it has one end alone" if one.whole < best.whole else why_later(one.heard.said, best.heard.said) for one in others)
        lost = (*((one.heard.clock, why) for one, why in zip(others, whys, strict=True)), *self.no_hours)
        for name, minute in (("start", best.start), ("end", best.end)):
            if minute is not None:
                sources = [best, *(one for one in agreeing if getattr(one, name) is not None)]
                read = tuple((one.heard if name == "start" else one.ended).clock for one in sources)
                self.evidence.append(Finding(name, clock(minute), rule, read, lost, inferred=best.inferred is not None))

    def _from_fields(self, start: Hours | None, end: Hours | None) -> Iterator[Hours]:
        """A start and an end that were said each for itself; an end before its start is asked of the rest of the program."""
        either = start or end
        if either is None:
            return
        first, last = start.start if start else None, end.start if end else None
        inferred = next((one.inferred for one in (start, end) if one and one.inferred), None)
        hours = Hours(first, last, either.heard, (end or either).heard, end.last if end else None, inferred)
        if (
            first is not None
            and last is not None
            and first >= last
            and hours.last is None
            and (settled := self._ask((first, last)))
        ):
            hours = replace(hours, start=settled.slot[0], end=settled.slot[1], inferred=WHOLE_PROGRAM)
            words = f"{hours.heard.clock.value} … {hours.ended.clock.value}"
            self.problems.append(InferredTime(hours.ended.clock.span, words, str(hours), settled.why))
        yield hours

    def _hours(self, one: Heard) -> Hours | None:
        """What one statement says of hours; doubts are settled by the rest of the program, or nothing is said."""
        said = one.reading.clock
        doubts = one.doubts(of_day=False)
        start = said.start.minute if said and said.start else None
        end = said.end.minute if said and said.end else None
        settled, against = None, ""
        if said and start is not None and end is not None and one.reading.spread is not Spread.SPAN:
            settled, against = self._settled((start, end), said.basis, [doubt.kind for doubt in doubts])
        if settled is None:
            whys = [(one.words(doubt.extent), doubt.why) for doubt in doubts] or [(one.clock, against)] * bool(against)
            for words, why in whys:
                self._unclear(words, why, self.no_hours)
            if said is None or whys:
                return None
        rule = WHOLE_PROGRAM if settled else ONE_SENSE if said and said.basis is Basis.INFERRED else None
        start, end = settled.slot if settled else (start, end)
        days = one.reading.dates
        later = one.said.fact is Fact.END or one.reading.spread is Spread.SPAN
        hours = Hours(start, end, one, one, self.calendar.resolve(days[-1]) if later and days else None, rule)
        if rule is not None:
            self.problems.append(InferredTime(one.clock.span, one.clock.value, str(hours), settled.why if settled else ""))
        return hours

    def _settled(self, slot: Slot, basis: Basis, doubts: Sequence[DoubtKind]) -> tuple[Settled | None, str]:
        """What the rest of the program makes of a range, and what it has against it where it makes nothing of it.

        It is asked where there are doubts that it can settle; where the words' one sense is far from the program's hours; and for a talk's
        hours without a.m. or p.m. that are outside its session.
        """
        if doubts:
            return (self._ask(slot) if all(kind in _SEVERAL_READINGS for kind in doubts) else None), ""
        if basis not in (Basis.UNMARKED, Basis.INFERRED):
            return None, ""
        self.doubtful = True
        if self.around is None:
            return None, ""
        if self.around.within:
            return (settle(slot, self.around) if self.around.objections(slot) else None), ""
        outside = self.around.outside(slot) if basis is Basis.INFERRED else ""
        settled = settle(slot, self.around) if outside else None
        return settled, f"{clock(slot[0])}–{clock(slot[1])} would be {outside}" if outside and not settled else ""

    def _ask(self, slot: Slot) -> Settled | None:
        self.doubtful = True
        return settle(slot, self.around) if self.around else None
