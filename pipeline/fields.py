"""Front matter and configuration as they were written: a tree of fields in which each scalar keeps its text and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.source import Located


class Unreadable(Exception):  # noqa: N818 - never shown: the readers of front matter and configuration make a problem of it
    """What is wrong with a block of fields, and at which offset into its text."""

    def __init__(self, reason: str, offset: int) -> None:
        """Take the reason, in words for the author, and the offset."""
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Field:
    """One key and its value. A scalar's value is its text (``14:00`` stays text), a list's a tuple, a mapping's ``Fields``."""

    key: Located[str]
    value: Located[str] | tuple[object, ...] | Fields


@dataclass(frozen=True)
class Fields:
    """A mapping, in the order of the page; a key written twice stands in it twice."""

    fields: tuple[Field, ...] = ()

    def get(self, name: str) -> Field | None:
        """The first field of that name (case and ``-``/``_`` aside), or ``None``."""
        return self._first.get(fold_key(name))

    @cached_property
    def _first(self) -> dict[str, Field]:
        return {fold_key(field.key.value): field for field in reversed(self.fields)}

    def text(self, name: str) -> Located[str] | None:
        """The text of a scalar field; ``None`` where it is missing, empty or no scalar."""
        field = self.get(name)
        return field.value if field is not None and isinstance(field.value, Located) and field.value.value.strip() else None


def fold_key(key: str) -> str:
    """How keys are compared: ``Event-Start`` is ``event_start``."""
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def items(value: object) -> Iterator[Located[str] | Fields]:
    """A field's value as a list of scalars and mappings: a lone value is a list of one, nested lists are flattened, empty ones gone."""
    if isinstance(value, tuple):
        for item in value:
            yield from items(item)
    elif isinstance(value, Fields) or (isinstance(value, Located) and value.value.strip()):
        yield value
