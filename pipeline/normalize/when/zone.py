"""The conference's time zone: one IANA zone for the whole event, given, never guessed."""

import difflib
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pipeline.config import Config
from pipeline.diagnostics import Problem
from pipeline.diagnostics.configuration import MissingTimezone, UnknownTimezone
from pipeline.source import Located, Span


def event_zone(config: Config, override: str | None) -> tuple[ZoneInfo | None, tuple[Problem, ...]]:
    """The zone that the command line or else the configuration names; missing-timezone or unknown-timezone where there is none."""
    given = Located(override, Span("--timezone")) if override else config.timezone
    if given is None:
        return None, (MissingTimezone(config.place_of_event),) if config.readable else ()
    try:
        return ZoneInfo(given.value), ()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        names = {name.lower(): name for name in available_timezones()}
        near = difflib.get_close_matches(given.value.lower(), sorted(names), n=1)
        return None, (UnknownTimezone(given.span, given.value, names[near[0]] if near else None),)
