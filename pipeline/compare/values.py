"""Values of a JSON object that nobody vouches for, each looked at before it is believed.

Every function raises :class:`ValueError` where the object does not hold what is asked for, in words for whoever has to mend the file.
"""

import re
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from pipeline.emit.data import Json
from pipeline.model import ChangeKind, Kind, RichText, Status

Object = Mapping[str, Json]
_E = TypeVar("_E", Kind, Status, ChangeKind)

# The largest SEQUENCE that a subscriber's 32-bit integer holds (RFC 5545, 3.3.8).
_LAST_REVISION = 2**31 - 1
# What may stand in a path, on every system with an ending behind it.
_NAME = re.compile(r"[^/\\\x00-\x1f\x7f]{1,200}")
# ASCII without blanks, of at most 255 octets (RFC 7986, 5.3), and nothing that a calendar would have to escape.
_UID = re.compile(r"[!-+\--:<-\[\]-~]{1,255}")


def object_at(item: Object, key: str) -> Object:
    """The object under a key."""
    value = item.get(key)
    if not isinstance(value, dict):
        raise ValueError(f"'{key}' is no object")  # noqa: TRY004  # the file's fault, told like its other faults
    return value


def objects(item: Object, key: str) -> list[dict[str, Json]]:
    """The list of objects under a key."""
    items = item.get(key)
    objects = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    if not isinstance(items, list) or len(objects) != len(items):
        raise ValueError(f"'{key}' is no list of objects")
    return objects


def texts(item: Object, key: str) -> tuple[str, ...]:
    """The list of texts under a key."""
    items = item.get(key)
    texts = tuple(one for one in items if isinstance(one, str)) if isinstance(items, list) else ()
    if not isinstance(items, list) or len(texts) != len(items):
        raise ValueError(f"'{key}' is no list of texts")
    return texts


def text(item: Object, key: str) -> str:
    """The text under a key."""
    value = item.get(key)
    if not isinstance(value, str):
        raise ValueError(f"'{key}' is no text")  # noqa: TRY004  # the file's fault, told like its other faults
    return value


def word_or_none(item: Object, key: str) -> str | None:
    """The text under a key; ``None`` for ``null``."""
    return None if item.get(key) is None else text(item, key)


def name(item: Object, key: str) -> str:
    """The id under a key, which goes into the paths of files."""
    return _named(text(item, key), key)


def name_or_none(item: Object, key: str) -> str | None:
    """The id under a key; ``None`` for ``null``."""
    return None if item.get(key) is None else name(item, key)


def names(item: Object, key: str) -> tuple[str, ...]:
    """The ids under a key."""
    return tuple(_named(one, key) for one in texts(item, key))


def _named(value: str, key: str) -> str:
    if not _NAME.fullmatch(value):
        raise ValueError(f"'{key}' cannot be the name of a file")
    return value


def uid_or_none(item: Object, key: str) -> str | None:
    """The UID of a calendar's entry under a key; ``None`` for ``null``."""
    value = word_or_none(item, key)
    if value is not None and not _UID.fullmatch(value):
        raise ValueError(f"'{key}' is no usable UID")
    return value


def rich_or_none(item: Object, key: str) -> RichText | None:
    """The Markdown under a key, its other forms left empty."""
    text = word_or_none(item, key)
    return None if text is None else RichText(text, "", "")


def number_or_none(item: Object, key: str) -> float | None:
    """The number under a key."""
    value = item.get(key)
    # bool is an int in Python, but no number in JSON.
    if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
        raise ValueError(f"'{key}' is no number")
    return value


def count(item: Object, key: str, fault: str) -> int:
    """The small number from 0 under a key; ``fault`` says what is wrong without."""
    value = item.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LAST_REVISION:
        raise ValueError(fault)
    return value


def member(kind: type[_E], item: Object, key: str) -> _E:
    """The member of an enumeration under a key."""
    return kind(text(item, key))


def instant(item: Object, key: str) -> datetime:
    """An aware time, in UTC and whole seconds."""
    moment = datetime.fromisoformat(text(item, key))
    # A zone's offset, and one second more, must fit in on both sides.
    if moment.tzinfo is None or not MINYEAR < moment.year < MAXYEAR:
        raise ValueError(f"'{key}' is no usable time")
    return moment.astimezone(UTC).replace(microsecond=0)


def moment_or_none(item: Object, key: str, zone: ZoneInfo) -> datetime | None:
    """A time in the zone."""
    return None if item.get(key) is None else instant(item, key).astimezone(zone)
