"""libical, on which GNOME and KDE sit, as a referee: the library itself, called without a compiler."""

from collections.abc import Iterator
from ctypes import CDLL, Structure, c_char_p, c_int, c_long, c_void_p
from datetime import UTC, date, datetime
from typing import Any

from tests.conformance.referees import Reading, Readings


class _Time(Structure):
    """``struct icaltimetype`` (icaltime.h of libical 3): it is handed over by value."""

    _fields_ = (
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")),
        ("zone", c_void_p),
    )


#: The functions that are called: what they return, what they take.
_FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "icalparser_parse_string": (c_void_p, c_char_p),
    "icalcomponent_free": (None, c_void_p),
    "icalcomponent_string_to_kind": (c_int, c_char_p),
    "icalcomponent_get_first_component": (c_void_p, c_void_p, c_int),
    "icalcomponent_get_next_component": (c_void_p, c_void_p, c_int),
    "icalcomponent_get_first_property": (c_void_p, c_void_p, c_int),
    "icalcomponent_get_next_property": (c_void_p, c_void_p, c_int),
    "icalcomponent_get_uid": (c_char_p, c_void_p),
    "icalcomponent_get_sequence": (c_int, c_void_p),
    "icalcomponent_get_summary": (c_char_p, c_void_p),
    "icalcomponent_get_location": (c_char_p, c_void_p),
    "icalcomponent_get_description": (c_char_p, c_void_p),
    "icalproperty_string_to_kind": (c_int, c_char_p),
    "icalproperty_get_value_as_string": (c_char_p, c_void_p),
    "icalproperty_get_datetime_with_component": (_Time, c_void_p, c_void_p),
    "icaltime_as_timet_with_zone": (c_long, _Time, c_void_p),
    "icalrestriction_check": (c_int, c_void_p),
}


class Libical:
    """The library, opened. Called with a feed it reads its events."""

    def __init__(self, path: str) -> None:
        library = CDLL(path)
        self._call = {name: getattr(library, name) for name in _FUNCTIONS}
        for name, (result, *arguments) in _FUNCTIONS.items():
            self._call[name].restype, self._call[name].argtypes = result, arguments

    def __call__(self, feed: bytes) -> Readings:
        """What it makes of each event; times by the feed's own VTIMEZONE."""
        calendar = self._call["icalparser_parse_string"](feed)
        found = dict(map(self._event, self._components(calendar, b"VEVENT")))
        self._call["icalcomponent_free"](calendar)
        return found

    def faults(self, feed: bytes) -> list[str]:
        """What it could not read, and whether a component has too many or too few of a property (RFC 5545 and RFC 5546, 3)."""
        calendar = self._call["icalparser_parse_string"](feed)
        keeps_the_rules = bool(self._call["icalrestriction_check"](calendar))
        found = list(self._errors(calendar))
        self._call["icalcomponent_free"](calendar)
        return [*found, *([] if keeps_the_rules else ["a property is missing, or stands too often"])]

    def _errors(self, component: int) -> Iterator[str]:
        """What is noted at the component and those in it: lines that could not be read, and, after a check, broken rules."""
        for error in self._walk("property", component, self._call["icalproperty_string_to_kind"](b"X-LIC-ERROR")):
            yield self._call["icalproperty_get_value_as_string"](error).decode()
        for part in self._components(component, b"ANY"):
            yield from self._errors(part)

    def _components(self, parent: int, kind: bytes) -> Iterator[int]:
        return self._walk("component", parent, self._call["icalcomponent_string_to_kind"](kind))

    def _walk(self, what: str, parent: int, kind: int) -> Iterator[int]:
        child = self._call[f"icalcomponent_get_first_{what}"](parent, kind)
        while child:
            yield child
            child = self._call[f"icalcomponent_get_next_{what}"](parent, kind)

    def _event(self, event: int) -> tuple[str, Reading]:
        start, end = self._moment(event, b"DTSTART"), self._moment(event, b"DTEND")
        status = self._property(event, b"STATUS")
        assert start is not None
        reading = Reading(
            self._call["icalcomponent_get_sequence"](event),
            self._call["icalproperty_get_value_as_string"](status).decode() if status else "",
            start,
            end,
            self._words(event, "summary") or "",
            self._words(event, "location"),
            self._words(event, "description"),
        )
        return self._words(event, "uid") or "", reading

    def _words(self, event: int, name: str) -> str | None:
        words = self._call[f"icalcomponent_get_{name}"](event)
        return None if words is None else words.decode()

    def _property(self, event: int, name: bytes) -> int | None:
        return next(self._walk("property", event, self._call["icalproperty_string_to_kind"](name)), None)

    def _moment(self, event: int, name: bytes) -> date | None:
        found = self._property(event, name)
        if not found:
            return None
        time = self._call["icalproperty_get_datetime_with_component"](found, event)
        if time.is_date:
            return date(time.year, time.month, time.day)
        return datetime.fromtimestamp(self._call["icaltime_as_timet_with_zone"](time, time.zone), UTC)
