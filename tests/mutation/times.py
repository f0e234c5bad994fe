"""Slips of days and hours."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.mutation.planting import Mutation, Page, Slip, added, each_line, mutation, removed

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = rf"\b({'|'.join(_WEEKDAYS)})\b"
_IN_WORDS = rf"{_WEEKDAY}, Oct\. (\d+), 2026"
_RANGE = r"\d+:\d\d [ap]\.m\. — \d+:\d\d [ap]\.m\."
_TALK_END = r"^(    )end: (\d\d):(\d\d)$"
_START, _END = r"^(\s*)start: (\d\d):(\d\d)$", r"^(\s*)end: (\d\d):(\d\d)$"


def _next_weekday(found: re.Match[str]) -> str:
    return _WEEKDAYS[(_WEEKDAYS.index(found[0]) + 1) % 7]


def _moved(days: int, *, weekday: bool) -> Callable[[re.Match[str]], str]:
    """The date so many days later, its weekday with it or not."""

    def change(found: re.Match[str]) -> str:
        day = date(2026, 10, int(found[2])) + timedelta(days)
        return f"{_WEEKDAYS[day.weekday()] if weekday else found[1]}, Oct. {day.day}, 2026"

    return change


def _stated_twice(page: Page) -> bool:
    """Whether a summary and a heading say the day."""
    return sum(bool(re.search(_IN_WORDS, line)) for line in page.lines) > 1


def _timed_twice(page: Page) -> bool:
    """Whether a summary and a label say the hours of the session."""
    return any(line.startswith("    Time: ") for line in page.lines)


def _at_night(page: Page) -> Iterator[Slip]:
    """The hours of an afternoon, twelve too few."""
    for number, (line, following) in enumerate(zip(page.lines, page.lines[1:], strict=False), 1):
        if (start := re.match(_START, line)) and (end := re.match(_END, following)) and _of_the_program(page) and start[2] == "14":
            yield Slip(page.path, number, (f"start: {_later(start, -720)}", f"end: {_later(end, -720)}"), 2)


def _exchanged(page: Page) -> Iterator[Slip]:
    """A start and an end that stand one under the other, exchanged; of whole sessions without talks that have times."""
    for number, (line, following) in enumerate(zip(page.lines, page.lines[1:], strict=False), 1):
        if (start := re.match(_START, line)) and (end := re.match(_END, following)) and not _timed_talks(page):
            swapped = (f"{start[1]}start: {end[2]}:{end[3]}", f"{end[1]}end: {start[2]}:{start[3]}")
            yield Slip(page.path, number, swapped, 2)


def _timed_talks(page: Page) -> bool:
    return any(re.match(r"\s+start:", line) for line in page.lines)


def _later(hour: re.Match[str], minutes: int) -> str:
    total = int(hour[2]) * 60 + int(hour[3]) + minutes
    return f"{total // 60:02}:{total % 60:02}"


def _of_the_program(page: Page) -> bool:
    return (
        page.session is not None
        and page.session.kind in ("session", "keynote", "talk", "tutorial", "panel")
        and not _timed_talks(page)
    )


def _overlapping(page: Page) -> Iterator[Slip]:
    """A talk that ends ten minutes after the next one has begun."""
    starts = [number for number, line in enumerate(page.lines, 1) if re.match(r"^    start:", line)]
    for number, line in enumerate(page.lines, 1):
        if line.startswith("    end:") and (end := re.match(_END, line)) and any(start > number for start in starts):
            yield Slip(page.path, number, (f"    end: {_later(end, 10)}",))


def _late(page: Page) -> Iterator[Slip]:
    """A session that begins ten minutes after its first talk."""
    for number, line in enumerate(page.lines, 1):
        if line.startswith("start:") and (start := re.match(_START, line)) and _timed_talks(page):
            yield Slip(page.path, number, (f"start: {_later(start, 10)}",))


MUTATIONS: tuple[Mutation, ...] = (
    # the day
    mutation("wrong weekday", each_line(_WEEKDAY + r"(?=, Oct\.)", _next_weekday), "weekday-date-mismatch"),
    mutation("wrong weekday in Chinese", each_line("（周四）|（周五）", "（周二）"), "weekday-date-mismatch"),
    mutation("day one too late", each_line(_IN_WORDS, _moved(1, weekday=False), where=_stated_twice), "weekday-date-mismatch"),
    mutation(
        "day one too early in Chinese",
        each_line("10月1[56]日", "10月14日"),
        "weekday-date-mismatch",
        "day-outside-conference",
    ),
    mutation("other day in the heading", each_line(rf"^{_IN_WORDS}", _moved(-1, weekday=True)), "dates-disagree"),
    mutation("other month", each_line(r"(day, )Oct\.", r"\1Nov.", where=_stated_twice), "weekday-date-mismatch"),
    mutation("last year", each_line(r"(day, Oct\. \d\d, )2026", r"\g<1>2025", where=_stated_twice), "weekday-date-mismatch"),
    mutation("last year in a field", each_line("^date: 2026-", "date: 2025-"), "day-outside-conference"),
    mutation("other month in a field", each_line("^date: 2026-10-", "date: 2026-11-"), "day-outside-conference"),
    mutation("30 February", each_line(r"^date: 2026-10-\d\d", "date: 2026-02-30"), "ambiguous-time"),
    mutation("month and day exchanged", each_line(r"^date: 2026-10-(\d\d)", r"date: 2026-\1-10"), "ambiguous-time"),
    mutation("a digit too many in a date", each_line(r"^(date: 2026-10-\d\d)", r"\g<1>5"), "unreadable-time"),
    mutation("two days for one session", each_line(r"^date: 2026-10-15", "date: 2026-10-15, 2026-10-16"), "ambiguous-time"),
    mutation("a second field of another day", added("^date: 2026-10-15", "day: 2026-10-16"), "dates-disagree"),
    mutation("day to be announced", each_line(r"^date: .*", "date: TBA"), "placeholder"),
    mutation("day forgotten", removed("^date: ", at=lambda line: line), "missing-day"),
    # the hours
    mutation("start and end exchanged", _exchanged, "end-before-start"),
    mutation("end before the start", each_line(_END, r"\1end: 05:\3", where=_of_the_program), "end-before-start"),
    mutation("impossible minutes", each_line(_START, r"\1start: \2:75"), "ambiguous-time"),
    mutation("impossible hour", each_line(_END, r"\1end: 25:61"), "ambiguous-time"),
    mutation("letter O for a nought", each_line(r"^(\s*start: \d)0(:)", r"\1O\2"), "unreadable-time"),
    mutation("letter l for a one", each_line(r"^(\s*)end: 1", r"\1end: l"), "unreadable-time"),
    mutation("start to be announced", each_line(_START, r"\1start: 待定"), "placeholder"),
    mutation("hours to be announced", each_line(r"^(time: ).*", r"\1TBA"), "placeholder"),
    mutation("hours to be announced under a label", each_line(rf"{_RANGE}$", "TBA"), "placeholder"),
    mutation("p.m. for a.m.", each_line(r"(Time: \d+:\d\d) a\.m\. — (\d+:\d\d) a\.m\.$", r"\1 p.m. — \2 a.m."), "inferred-time"),
    mutation("hours against the summary", each_line(r"^(    Time: \d+:\d\d [ap]\.m\. — \d+):\d\d", r"\1:55"), "times-disagree"),
    mutation(
        "summary against the hours",
        each_line(r'^(summary: "\d+:\d\d [ap]\.m\. — \d+):\d\d', r"\1:55", where=_timed_twice),
        "times-disagree",
    ),
    mutation("in the small hours", _at_night, "unlikely-hours"),
    mutation(
        "Greenwich time",
        each_line(_START, r"\1start: \2:\3Z", where=lambda page: not _timed_talks(page)),
        "offset-contradicts-zone",
    ),
    mutation("another zone", each_line(r"^time: \"(.*)\"", r'time: "\1 CEST"'), "offset-contradicts-zone"),
    # the talks' hours
    mutation(
        "talk that begins before its session", each_line(r"^    start: (\d)(\d):", r"    start: 0\2:"), "talk-outside-session"
    ),
    mutation(
        "talk that ends after its session", each_line(_TALK_END, lambda end: f"    end: {_later(end, 95)}"), "talk-outside-session"
    ),
    mutation("talk that ends before it begins", each_line(r"^    end: (\d)(\d):", r"    end: 0\2:"), "end-before-start"),
    mutation("talks that overlap", _overlapping, "overlapping-talks"),
    mutation("session that begins after its first talk", _late, "talk-outside-session"),
)
