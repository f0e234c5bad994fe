"""Asks evolution-data-server for all entries of the subscription, once for each line of the input: JSON, a line for each answer.

Run by Debian's Python, which has the bindings of GNOME; so it imports nothing of ours.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import gi  # type: ignore[import-not-found]  # Debian's alone

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib  # type: ignore[import-not-found]  # noqa: E402  # versions are chosen before

_AT_ONCE = 0xFFFFFFFF  # without waiting for the server
_PROPERTY, _ZONE = ICalGLib.PropertyKind, ICalGLib.ParameterKind.TZID_PARAMETER


def main() -> None:
    """Answers until the input ends."""
    source = EDataServer.SourceRegistry.new_sync(None).ref_source("conference")
    client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, _AT_ONCE, None)
    for _ in sys.stdin:
        _, components = client.get_object_list_as_comps_sync("#t", None)
        print(json.dumps([_event(one.get_icalcomponent(), client) for one in components]), flush=True)


def _event(event: Any, client: Any) -> dict[str, Any]:  # GNOME's, without types
    status = event.get_first_property(_PROPERTY.STATUS_PROPERTY)
    return {
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "status": status.get_value_as_string(),
        "start": _moment(event.get_first_property(_PROPERTY.DTSTART_PROPERTY), ICalGLib.Property.get_dtstart, client),
        "end": _moment(event.get_first_property(_PROPERTY.DTEND_PROPERTY), ICalGLib.Property.get_dtend, client),
        "summary": event.get_summary(),
        "location": event.get_location(),
        "description": None,
    }


def _moment(found: Any, time_of: Callable[[Any], Any], client: Any) -> str | None:
    """A day as it is, a time as its instant by the zone that the server keeps for the subscription."""
    if found is None:
        return None
    time, named = time_of(found), found.get_first_parameter(_ZONE)
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    _, zone = client.get_timezone_sync(named.get_tzid(), None) if named else (True, None)
    seconds = time.as_timet_with_zone(zone or ICalGLib.Timezone.get_utc_timezone())
    return datetime.fromtimestamp(seconds, UTC).isoformat()


main()
