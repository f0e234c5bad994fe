"""TOML as ``Fields``: tomllib types the values and forgets their places, which are found again by their keys."""

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from pipeline.fields import Field, Fields, Unreadable
from pipeline.source import Located, Source

#: A key of so many parts, or so many brackets opened one in the other: tomllib calls itself for each, or takes their square in time.
_TOO_DEEP = re.compile(r"""(?:\.[ \t]*+[\w"'-]++[ \t]*+){50}|(?:[\[{]\s*+(?:[\w"'.-]++[ \t]*+=[ \t]*+)?+){50}""")


def read_toml(source: Source, start: int = 0, end: int | None = None) -> Fields:
    """The fields of the TOML between two offsets of a source; raises :class:`Unreadable` where it is none."""
    text = source.text[start:end]
    if deep := _TOO_DEEP.search(text):
        raise Unreadable("too deeply nested fields", deep.start())
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unreadable(text, error) from error
    return _Finder(source, start, text).table(table)


def _unreadable(text: str, error: Exception) -> Unreadable:
    """What tomllib raised, in words: besides what it says itself, that an integer has thousands of digits, or arrays are too deep."""
    if not isinstance(error, tomllib.TOMLDecodeError):
        number = re.search(r"(?<![\d_])[\d_]{4000,}", text)
        return Unreadable("a number that is too large" if number else "too deeply nested fields", number.start() if number else 0)
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    before = text.split("\n")[: line - 1]
    return Unreadable(str(error).split(" (at ")[0], sum(len(each) + 1 for each in before) + column - 1)


class _Finder:
    """Gives TOML's typed values back their places: keys are sought in the order in which they stand."""

    def __init__(self, source: Source, start: int, text: str) -> None:
        self.source = source
        self.start = start
        self.text = text
        self.at = 0

    def table(self, table: dict[str, Any]) -> Fields:
        return Fields(tuple(self.field(key, value) for key, value in table.items()))

    def field(self, key: str, value: object) -> Field:
        match = re.compile(rf"(?<![\w-])[\"']?({re.escape(key)})[\"']?\s*(?:=\s*|\]+)").search(self.text, self.at)
        begin, end = match.span(1) if match else (self.at, self.at)
        self.at = match.end() if match else self.at
        return Field(Located(key, self.source.span(self.start + begin, self.start + end)), self.value(value))

    def value(self, value: object) -> Located[str] | tuple[object, ...] | Fields:
        if isinstance(value, dict):
            return self.table(value)
        if isinstance(value, list):
            return tuple(self.value(item) for item in value)
        text = _toml_text(value)
        found = self.text.find(text, self.at)
        begin = found if found >= 0 and "\n" not in self.text[self.at : found] else self.at
        self.at = begin + len(text) if begin == found else self.at
        end = max(begin, min(begin + len(text), len(self.text)))
        return Located(text, self.source.span(self.start + begin, self.start + end))


def _toml_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
