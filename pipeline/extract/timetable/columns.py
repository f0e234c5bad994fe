"""What the columns of a table of hours state: what their heads say, else what their cells look like."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extract.label_words import fact_of
from pipeline.extract.markup.geometry import Cell, Grid
from pipeline.extract.markup.heads import column_fact
from pipeline.extract.markup.tree import unstruck
from pipeline.extract.timetable.headings import is_strand
from pipeline.extract.timetable.moments import has_hours, is_day, is_part_of_day
from pipeline.extract.timetable.words import is_room, looks_like_names
from pipeline.grammar.kinds import is_pause
from pipeline.grammar.times import read_time
from pipeline.model import Fact

_FEWEST = 2
_EDGES = (Fact.START, Fact.END)
_MOST = 0.7  # of a column's cells, that make it one of rooms or names
_HEADED = 2  # so many heads that say what they head make a row of heads


@dataclass(frozen=True, slots=True)
class Columns:
    """The fact of each column; the zone that the head of one of hours names; columns that say how long something is.

    ``titles`` says that a head calls the titles titles: then no name stands in them.
    """

    facts: Mapping[int, Fact]
    zones: Mapping[int, str] = field(default_factory=dict)
    lengths: frozenset[int] = frozenset()
    titles: bool = False

    def of(self, fact: Fact) -> int | None:
        """The first column of a fact."""
        return next((x for x, own in self.facts.items() if own is fact), None)


def columns_of(grid: Grid) -> Columns | None:
    """The columns of a table; ``None`` where none is of hours, or none can be of titles."""
    hours = [x for x in range(grid.width) if is_hours_column(grid.column(x))]
    if not hours:
        return None
    is_head = not any((cell := grid.rows[0][x]) and has_hours(cell.words) for x in hours)
    head = [cell.words if cell and is_head else "" for cell in grid.rows[0]]
    zones = {x: zone for x in hours if (zone := _zone(head[x]))}
    facts = _facts(grid, head, _of_hours(grid, hours, zones))
    lengths = frozenset(x for x in range(grid.width) if x not in facts and _mostly(_texts(grid.column(x), head[x]), _is_length))
    lengths |= {x for x in hours if x not in facts}
    titles = any(fact is Fact.TALK_TITLE and fact_of(head[x]) is fact for x, fact in facts.items())
    return Columns(facts, zones, lengths, titles) if Fact.TALK_TITLE in facts.values() else None


def headed_anew(row: Sequence[Cell | None], columns: Columns) -> Columns | None:
    """The columns as a row of heads amidst the table names them; ``None`` where it is no such row."""
    head = [cell.words if cell else "" for cell in row]
    told = dict(_titled([column_fact(text, timetable=True) for text in head]))
    hours = [x for x in columns.facts if columns.facts[x] in (Fact.WHEN, *_EDGES)]
    if len(told) < _HEADED or any(has_hours(head[x]) for x in hours) or not any(told.get(x) is Fact.WHEN for x in hours):
        return None
    facts = {x: columns.facts[x] for x in hours} | {x: fact for x, fact in told.items() if x not in hours}
    return Columns(facts, columns.zones, columns.lengths, columns.titles) if Fact.TALK_TITLE in facts.values() else None


def is_hours_column(column: Sequence[Cell | None]) -> bool:
    """Whether a column is of hours: at least two, and half of what it says but for days."""
    texts = [text for cell in dict.fromkeys(column) if cell and (text := unstruck(cell.element).words().value)]
    told = sum(map(has_hours, texts))
    return told >= _FEWEST and told * 2 >= len([text for text in texts if not is_day(text)])


def _of_hours(grid: Grid, hours: Sequence[int], zones: Mapping[int, str]) -> dict[int, Fact]:
    """Two columns of hours are from and to; but in two zones, or where they are ranges, each says when."""
    ranges = any(_mostly(_texts(grid.column(x), ""), _is_range) for x in hours)
    if len(hours) == 1 or len(zones) > 1 or ranges:
        return dict.fromkeys(hours, Fact.WHEN)
    return dict(zip(hours, _EDGES, strict=False))


def _is_range(text: str) -> bool:
    clock = read_time(text).clock
    return clock is not None and clock.end is not None


def _is_length(text: str) -> bool:
    reading = read_time(text)
    return reading.duration is not None and reading.clock is None


def _zone(head: str) -> str:
    """The words of a zone in a head: ``Time (UTC)``."""
    extent = read_time(head).offset_extent if head else None
    return head[extent.start : extent.end] if extent else ""


def _facts(grid: Grid, head: Sequence[str], hours: Mapping[int, Fact]) -> dict[int, Fact]:
    """The fact of each column. The longest texts are the titles, where no head says so."""
    told = _titled([column_fact(text, timetable=True) for text in head])
    of_hours = {x for x in range(grid.width) if is_hours_column(grid.column(x))}
    facts = {**hours} | {x: fact for x, fact in told if x not in of_hours}
    texts = {x: _texts(grid.column(x), head[x]) for x in range(grid.width)}
    # A head over several columns is not of each: "Time" over the part of the day, too.
    facts = {x: fact for x, fact in facts.items() if x in hours or fact is not Fact.WHEN or not _says_nothing(texts[x])}
    texts = {x: own for x, own in texts.items() if x not in facts and x not in of_hours}
    facts |= {x: Fact.DATE for x, own in texts.items() if own and _mostly(own, is_day)}
    texts = {
        x: own for x, own in texts.items() if own and x not in facts and not _says_nothing(own) and not _mostly(own, _is_length)
    }
    if Fact.TALK_TITLE not in facts.values():
        if not texts:
            return {}
        title = max(texts, key=lambda x: (sum(map(len, texts[x])), -x))
        facts[title] = Fact.TALK_TITLE
        del texts[title]
    for x, own in texts.items():
        if _mostly(own, lambda text: is_room(text) or is_strand(text)):
            facts[x] = Fact.VENUE if _mostly(own, is_room) else Fact.TRACK
        elif not head[x] and Fact.SPEAKER not in facts.values() and _are_names(own):
            facts[x] = Fact.SPEAKER
    return facts


def _titled(head: Sequence[Fact | None]) -> Iterator[tuple[int, Fact]]:
    """The columns whose heads say what they are. Of two of titles the first is of sessions; "content" is what happens, if nothing else is."""
    titles = [x for x, fact in enumerate(head) if fact in (Fact.TITLE, Fact.TALK_TITLE)]
    titles = titles or [x for x, fact in enumerate(head) if fact is Fact.ABSTRACT]
    named = titles[0] if len(titles) > 1 and Fact.TITLE in (head[x] for x in titles) else None
    for x, fact in enumerate(head):
        if x in titles:
            yield x, Fact.TITLE if x == named else Fact.TALK_TITLE
        elif fact is Fact.PANELIST and Fact.SPEAKER not in head:
            yield x, Fact.SPEAKER
        elif fact is not None:
            yield x, fact


def _texts(column: Sequence[Cell | None], head: str) -> list[str]:
    texts = [unstruck(cell.element).words().value for cell in dict.fromkeys(column) if cell and len(column) > 1]
    return [text for text in texts if text and text != head]


def _mostly(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(test, texts)) >= len(texts) * _MOST


def _are_names(column: Sequence[str]) -> bool:
    return _mostly([text for text in column if not is_pause(text)], looks_like_names)


def _says_nothing(column: Sequence[str]) -> bool:
    """Whether a column states no fact: it counts the rows, or says in which part of the day they are."""
    return all(text.rstrip(".").isdigit() for text in column) or _mostly(column, is_part_of_day)
