"""What a sheet is of: a sign, a poster, a run sheet, a slip, a badge. Plain values that the templates of ``templates/sheets/`` lay out.

Those that must fit a page say in which ``sizes`` of type (points, the larger first) that may be tried: those whose lines hold their longest word.
"""

from dataclasses import dataclass
from datetime import date

from pipeline.emit.booklet.words import Said
from pipeline.emit.grid import Grid, Row
from pipeline.emit.sheets.codes import Code
from pipeline.emit.sheets.fitting import fitting_words, letters
from pipeline.emit.sheets.lines import Line, Mark, Name
from pipeline.source import Span

_MM = 72 / 25.4
_SIGN = (36.0, 32.0, 28.0, 25.0, 22.0, 19.0, 16.5, 14.0, 12.0, 10.0)
_POSTER = (20.0, 17.5, 15.5, 13.5, 12.0, 10.5, 9.0, 8.0, 7.0, 6.0)
_SLIP = (11.5, 10.5, 9.5, 8.5, 7.5, 6.5)
_BADGE = (15.0, 13.5, 12.0, 10.5, 9.0, 7.5, 6.0)
#: Widths, in those of a Latin letter, up to which a room's name is set in each size, the largest first.
_ROOMS = (11, 13, 18, 26)
#: The height of a poster's tables in the largest type, in millimetres.
_GRID = 205


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the program; ``number`` counts from 1."""

    date: date
    number: int
    names: tuple[Said, ...]
    short: Said


@dataclass(frozen=True, slots=True)
class Sign:
    """What hangs at the door of a room on one day."""

    room: tuple[Said, ...]
    day: Day
    lines: tuple[Line, ...]
    marks: tuple[tuple[str, Mark], ...]
    code: Code | None
    source: Span

    @property
    def name(self) -> str:
        """Which sign it is."""
        return f"{self.room[0].text}, {self.day.short.text}"

    @property
    def size(self) -> int:
        """How small the room's name must be, from 0: its widest half decides."""
        width = max(letters(half.text) for half in self.room)
        return sum(width > most for most in _ROOMS)

    @property
    def sizes(self) -> tuple[float, ...]:
        """See above; beside the hours, which grow with the type."""
        titles = (title.text for line in self.lines for title in line.titles)
        return fitting_words(_SIGN, titles, lambda size: 180 * _MM - 4 * size)


@dataclass(frozen=True, slots=True)
class Poster:
    """All of a day on one sheet; ``loose`` is what has no hours to stand at."""

    day: Day
    grids: tuple[Grid[Line], ...]
    loose: tuple[Line, ...]
    marks: tuple[tuple[str, Mark], ...]
    code: Code | None
    source: Span

    @property
    def name(self) -> str:
        """Which poster it is."""
        return self.day.short.text

    @property
    def sizes(self) -> tuple[float, ...]:
        """See above; in the columns of the rooms."""
        lines = [line for grid in self.grids for row in grid.rows for cell in row.cells if not cell.whole for line in cell.entries]
        texts = (text for line in lines for text in (*(title.text for title in line.titles), *line.names, line.room or ""))
        rooms = max((len(grid.columns) for grid in self.grids), default=1)
        return fitting_words(_POSTER, texts, lambda _: (370 / rooms - 6) * _MM)

    def height(self, row: Row[Line], size: float) -> float:
        """How high a row is at least, in millimetres: in proportion to its time, in a table that shrinks with the type."""
        whole = sum((one.end - one.start).total_seconds() for grid in self.grids for one in grid.rows)
        share = (row.end - row.start).total_seconds() / whole
        return round(_GRID * (0.4 * share + 0.6 / sum(len(grid.rows) for grid in self.grids)) * size / _POSTER[0], 2)


@dataclass(frozen=True, slots=True)
class Item:
    """A talk on a run sheet. ``minutes`` and ``clock`` are ``None`` where the program does not say them."""

    clock: str | None
    minutes: int | None
    titles: tuple[Said, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """All who have a part in a session, with its name."""

    word: Said
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """What lies before the chair of a session."""

    line: Line
    day: Day | None
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    lasting: Said | None


@dataclass(frozen=True, slots=True)
class Slip:
    """What a speaker is handed: where and when to speak. ``within`` are the titles of the session around the talk."""

    who: Name
    titles: tuple[Said, ...]
    within: tuple[Said, ...]
    day: Day | None
    clock: str | None
    room: tuple[Said, ...]
    code: Code | None
    source: Span

    @property
    def name(self) -> str:
        """Whose slip it is."""
        return self.who.own

    @property
    def sizes(self) -> tuple[float, ...]:
        """See above; the name stands beside the code."""
        return fitting_words(_SLIP, (self.who.own,), lambda _: 62 * _MM / 1.75)


@dataclass(frozen=True, slots=True)
class Badge:
    """What somebody wears: their name, large, and what they do at the event."""

    who: Name
    roles: tuple[Said, ...]
    source: Span

    @property
    def name(self) -> str:
        """Whose badge it is."""
        return self.who.own

    @property
    def sizes(self) -> tuple[float, ...]:
        """See above; the name is thrice as large as the rest."""
        return fitting_words(_BADGE, (self.who.own,), lambda _: 91 * _MM / 3)


@dataclass(frozen=True, slots=True)
class Erratum:
    """What of a printed session is otherwise now.

    Each of ``changes`` says what kind of change it is, what it was and what it is (``None``: the kind says it all). ``new`` has all of a
    session that was not printed.
    """

    clock: str | None
    titles: tuple[Said, ...]
    new: Line | None
    changes: tuple[tuple[str, tuple[str, str] | None], ...]
