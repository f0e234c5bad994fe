"""What a feed of ours may hold: RFC 5545 and RFC 7986, narrowed to what every calendar reads alike.

For each component its properties: how often, and what follows the name on the content line, as one regular expression. What is not in
these tables is not written. It is a second statement of what ``entry`` and ``feed`` write, so that a slip in them is found.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PIL import ImageColor

# Escaped text (3.3.11), no control in it but what the escapes stand for.
_TEXT = r":[^\\;,\x00-\x1f\x7f]*(?:\\[\\;,n][^\\;,\x00-\x1f\x7f]*)*"
_SOME_TEXT = r"(?=:.)" + _TEXT
# Of what language a text is (3.2.10): a tag of BCP 47.
_LANGUAGE = "(?:;LANGUAGE=[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?)?"
_NUMBER = r"-?\d{1,3}\.\d{6}"
_MOMENT = r"\d{8}T(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"
_UTC = rf":{_MOMENT}Z"
_ADDRESS = r":https?://[!#$%&'()*+,/:;=?@\[\]A-Za-z0-9._~-]+"
_OFFSET = r":[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?"
_ZONE = r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*"
_TIME = rf"(?:;VALUE=DATE:\d{{8}}|;TZID={_ZONE}:{_MOMENT}|{_UTC})"
_COLOR = ":(?:" + "|".join(sorted(set(ImageColor.colormap) - {"rebeccapurple"})) + ")"


@dataclass(frozen=True, slots=True)
class Property:
    """What may follow a property's name, and whether the component must have it. None may stand twice."""

    form: re.Pattern[str]
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Component:
    """What a component may hold: properties, and components in it."""

    properties: Mapping[str, Property]
    inside: frozenset[str] = frozenset()


def _component(needed: Mapping[str, str], optional: Mapping[str, str], *inside: str) -> Component:
    must = {name: Property(re.compile(form)) for name, form in needed.items()}
    may = {name: Property(re.compile(form), needed=False) for name, form in optional.items()}
    return Component(MappingProxyType({**must, **may}), frozenset(inside))


_OBSERVANCE = _component(
    {"DTSTART": f":{_MOMENT}", "TZOFFSETFROM": _OFFSET, "TZOFFSETTO": _OFFSET, "TZNAME": _SOME_TEXT},
    {"RRULE": r":FREQ=YEARLY;BYDAY=-?[1-4](?:MO|TU|WE|TH|FR|SA|SU);BYMONTH=(?:[1-9]|1[0-2])"},
)

#: Every component under its name; ``""`` is the file.
COMPONENTS: Mapping[str, Component] = MappingProxyType({
    "": Component({}, frozenset({"VCALENDAR"})),
    "VCALENDAR": _component(
        {
            "PRODID": _SOME_TEXT,
            "VERSION": r":2\.0",
            "CALSCALE": ":GREGORIAN",
            "NAME": _TEXT,
            "X-WR-CALNAME": _TEXT,
            "DESCRIPTION": _TEXT,
            "X-WR-CALDESC": _TEXT,
            "X-WR-TIMEZONE": f":{_ZONE}",
            "REFRESH-INTERVAL": ";VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL": ":PT1H",
        },
        {"COLOR": _COLOR, "LAST-MODIFIED": _UTC, "SOURCE": f";VALUE=URI{_ADDRESS}", "URL": _ADDRESS},
        "VTIMEZONE",
        "VEVENT",
    ),
    "VTIMEZONE": _component({"TZID": f":{_ZONE}"}, {}, "STANDARD", "DAYLIGHT"),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
    "VEVENT": _component(
        {
            "UID": r":[!-+\--:<-\[\]-~]{1,255}",
            "SUMMARY": _LANGUAGE + r":(?:[^\\;,\x00-\x1f\x7f]|\\[\\;,])+",
            "DTSTART": _TIME,
            "DTSTAMP": _UTC,
            "CREATED": _UTC,
            "LAST-MODIFIED": _UTC,
            "SEQUENCE": r":\d{1,10}",
            "STATUS": ":(?:CONFIRMED|TENTATIVE|CANCELLED)",
            "TRANSP": ":(?:OPAQUE|TRANSPARENT)",
            "X-MICROSOFT-CDO-BUSYSTATUS": ":(?:BUSY|FREE)",
            "CATEGORIES": _SOME_TEXT,
        },
        {
            "DTEND": _TIME,
            "CONFERENCE": rf";VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=[^\x00-\x1f\x7f\";:,]+{_ADDRESS}",
            "DESCRIPTION": f"{_LANGUAGE}{_SOME_TEXT}",
            "LOCATION": f"{_LANGUAGE}{_SOME_TEXT}",
            "GEO": f":{_NUMBER};{_NUMBER}",
            "COLOR": _COLOR,
            "URL": _ADDRESS,
        },
        "VLOCATION",
        "PARTICIPANT",
    ),
    "VLOCATION": _component({"UID": _SOME_TEXT, "NAME": _TEXT}, {"DESCRIPTION": _TEXT, "GEO": f":{_NUMBER};{_NUMBER}"}),
    "PARTICIPANT": _component({"UID": _SOME_TEXT, "PARTICIPANT-TYPE": ":SPEAKER", "SUMMARY": _TEXT}, {}),
})  # fmt: skip
