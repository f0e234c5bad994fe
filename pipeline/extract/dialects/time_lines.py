"""Dialect: a line of nothing but a day or hours, and perhaps a room after them, and what stands under it::

    Friday, 15 March 2024, 10:00–11:00, Room 5

    **[1] 13:10 - 13:40**
    Ada Brook
    Coast University
    On Tides

Nobody labels such a line, for nobody needs the label.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.items import Entry, Item, Prose, TalkBlock, TimeLine
from pipeline.extract.label_words import fact_of
from pipeline.extract.markup.tree import Element
from pipeline.extract.timetable.entry import entry, lines
from pipeline.extract.timetable.headings import is_of_deadlines
from pipeline.extract.timetable.moments import MARKS
from pipeline.extract.timetable.words import is_place
from pipeline.grammar.times import Reading, read_time
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_LONGEST = 160
_BEFORE = re.compile(r"(?:on|am|le|el|den|the|ce|den)?[\W\d_]*", re.IGNORECASE)
_AFTER = re.compile(r"[\s,，、;；:：|·/()（）\[\]–—−.-]*")
_PREPOSITION = re.compile(r"(?:in der|in|at|im|en|@)\s+", re.IGNORECASE)
_REMARK = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_DATED = re.compile(r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?=\s*[:：,|–—-]?\s+\D)")
_EVENT_OF = re.compile(
    r"(?:\S+\s){0,2}(?:s[ée]minaire|seminari?o?|[ck]ollo[qk]u(?:ium|e)|journal club|meet-?up|meeting|treffen|workshop|atelier|taller|reading group|組会|组会|讲座|セミナー|세미나)"
    r"\s*(?:du|vom|am|del?|on|of|,|–|—|-|:|：|\()?\s*(\S.*?)\)?",
    re.IGNORECASE,
)
_SEVERAL = 2


def read(element: Element) -> list[Item]:
    """The lines of a block that are times, with what stands under hours, and the text around them; nothing where no line is a time."""
    own = list(lines(element))
    marks = [_line(line) for line in own]
    starts = [number for number, mark in enumerate(marks) if mark]
    if not starts:
        return []
    items: list[Item] = [Prose(line) for line in own[: starts[0]]]
    for begin, end in pairwise((*starts, len(own))):
        if mark := marks[begin]:
            items += _with(mark, own[begin + 1 : end])
    return items


def _line(line: Element) -> TimeLine | None:
    words = line.words()
    statements = tuple(_statements(words)) if len(words.value) < _LONGEST else ()
    return TimeLine(statements, Prose(line)) if statements else None


def _statements(words: Located[str]) -> Iterator[Statement]:
    """When, and where if a place follows; nothing where anything else does."""
    text = words.value
    reading = read_time(text) if any(map(str.isdigit, text)) else Reading()
    by_day = any(day.month and day.day for day in reading.dates)
    if not by_day and (reading.clock is None or reading.clock.end is None):
        return
    extents = [one for one in (reading.date_extent, reading.weekday_extent, reading.clock_extent, reading.offset_extent) if one]
    first, last = min(one.start for one in extents), max(one.end for one in extents)
    last += len(re.match(r"[)）]*", text[last:])[0])  # type: ignore[index]  # it matches nothing at the least
    labelled = fact_of(text[:first]) in (Fact.WHEN, Fact.DATE)
    if not (labelled or _BEFORE.fullmatch(text[:first])) or any(
        not MARKS.fullmatch(text[one.start : min(one.end, last)]) for one in reading.rest if one.start >= first
    ):
        return
    where = _where(text, last)
    if where is None:
        return
    begin = 0 if by_day and not labelled else first
    yield Statement(Fact.WHEN, Located(text[begin:last], within(words, begin, last)), Origin.BODY)
    if where[0] < where[1]:
        yield Statement(Fact.VENUE, Located(text[slice(*where)], within(words, *where)), Origin.BODY)


def _where(text: str, at: int) -> tuple[int, int] | None:
    """Where in the text after the time a place stands; an empty run where nothing follows, ``None`` where anything else does."""
    start = at + len(_AFTER.match(text, at)[0])  # type: ignore[index]  # it matches nothing at the least
    if start == len(text) or _REMARK.fullmatch(text[at:].strip()):
        return at, at
    preposition = _PREPOSITION.match(text, start)
    begin = preposition.end() if preposition else start
    end = len(text.rstrip(" ."))
    apart = preposition is not None or bool(text[at:start].strip())
    return (begin, end) if is_place(text[begin:end], sure=not apart) else None


def _with(mark: TimeLine, below: Sequence[Element]) -> Iterator[Item]:
    """A line of time and the lines under it: an entry where they have a title; else each is for itself."""
    when = mark.statements[0]
    items = entry(Element("p", {}, tuple(_blocks(below)), below[0].source, below[0].start, below[-1].end)) if below else ()
    otherwise: tuple[TimeLine | Prose, ...] = (mark, *map(Prose, below))
    if items and read_time(when.text.value).clock is not None:
        yield Entry(_talk(mark.statements, items), tuple(item for item in items if isinstance(item, Prose)), otherwise)
    else:
        yield from otherwise


def _blocks(of: Sequence[Element]) -> Iterator[Element]:
    """The lines as blocks, so that each stays a line."""
    for line in of:
        yield Element("div", {}, line.children, line.source, line.start, line.end)


def _talk(when: Sequence[Statement], items: Sequence[Item]) -> TalkBlock:
    stated = [item for item in items if isinstance(item, Statement)]
    inner = [one for item in items if isinstance(item, TalkBlock) for one in item.statements]
    said = (_as_talk(one) for one in (*stated, *inner))
    return TalkBlock((*when, *dict.fromkeys(said)), when[0].text.span)


def _as_talk(said: Statement) -> Statement:
    return Statement(Fact.TALK_TITLE, said.text, said.origin, link=said.link) if said.fact is Fact.TITLE else said


def settle(items: Sequence[Item], *, clean: bool) -> Iterator[Item]:
    """On a page that is no timetable several entries are its talks; a line of time is the session's, or a talk's.

    Under a heading or a line of deadlines or registration such lines are text. So is a day without hours on a page that states no other fact;
    ``clean`` says that its front matter does.
    """
    flat = list(_talks_or_lines(items))
    told = clean or any(_tells(item) for item in flat)
    elsewhere = False
    for item in flat:
        words = _announcing(item)
        elsewhere = elsewhere if words is None else is_of_deadlines(words)
        if not isinstance(item, TimeLine):
            yield item
        elif elsewhere or not told:
            yield item.prose
        else:
            yield from item.statements


def _announcing(item: Item) -> str | None:
    """The words of an item that say what the lines after it are about: a heading's, or a text's before a colon."""
    if isinstance(item, Statement) and item.fact is Fact.HEADING:
        return item.text.value
    words = item.block.words().value if isinstance(item, Prose) else ""
    return words if words.endswith((":", "：")) else None


def day_of_title(title: Statement) -> Statement | None:
    """The day that a title begins with (``2024-10-17 Talk: …``), or that it calls an event's (``Séminaire du 15 mars 2024``)."""
    match = _DATED.match(title.text.value) or _EVENT_OF.fullmatch(title.text.value)
    reading = read_time(match[1]) if match else Reading()
    extent = reading.date_extent
    if match is None or extent is None or extent != (0, len(match[1])) or not any(day.full for day in reading.dates):
        return None
    return Statement(Fact.WHEN, Located(match[1], within(title.text, *match.span(1))), Origin.BODY)


def _talks_or_lines(items: Sequence[Item]) -> Iterator[Item]:
    several = sum(isinstance(item, Entry) for item in items) >= _SEVERAL
    for item in items:
        if isinstance(item, Entry):
            instead: tuple[Item, ...] = (item.talk, *item.unread)
            yield from instead if several else item.otherwise
        else:
            yield item


def _tells(item: Item) -> bool:
    """Whether an item states a fact of a session, or hours."""
    if isinstance(item, TimeLine):
        return any(read_time(said.text.value).clock is not None for said in item.statements)
    return isinstance(item, TalkBlock) or (isinstance(item, Statement) and item.fact is not Fact.HEADING)
