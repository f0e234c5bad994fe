"""The pages' facts as JSON-LD in the words of https://schema.org/Event, for search engines and for reading back.

The conference is an ``Event``; each day of the program is a ``subEvent`` of it, each session of its day, each talk of its session.
Whoever speaks or sits on a panel is a ``performer``, an organizer ``organizer``, a host or chair ``contributor``; role holders stand
in a https://schema.org/Role that names the role.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from pipeline.emit.cards.site import Site
from pipeline.emit.typography import date_in_words
from pipeline.model import Role, Session, Speaker, Status, Talk

Node = dict[str, Any]

_PROPERTY = {"organizer": "organizer", "panelist": "performer"}
# Inside <script>, HTML looks for "</script" and "<!--" (13.2.6.4.4), and JavaScript ends a line at U+2028 and U+2029.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def script(node: Node) -> Markup:
    """A ``<script>`` element that holds the node and that no text in it can end."""
    text = json.dumps(_stated(node), ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda mark: f"\\u{ord(mark.group()):04x}", text)
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # noqa: S704  # escaped on the line above


def of_home(site: Site) -> Node:
    """The conference with its days, and of each session what a list shows."""
    days = [
        {**_day(site, day.date), "subEvent": [_outline(site, session) for slot in day.slots for session in slot.sessions]}
        for day in site.days
        if day.date
    ]
    undated = [_outline(site, session) for day in site.days if not day.date for slot in day.slots for session in slot.sessions]
    return {"@context": "https://schema.org", **_conference(site, ""), "subEvent": [*days, *undated]}


def of_session(site: Site, session: Session) -> Node:
    """A session with all its facts and talks."""
    conference = _conference(site, "../")
    above = {**_day(site, session.day), "superEvent": conference} if session.day else conference
    return {
        "@context": "https://schema.org",
        **_outline(site, session),
        "@id": "#session",
        "url": f"{session.id}.html",
        "superEvent": above,
        **_roles(site, session.people),
        "subEvent": [_talk(site, talk) for talk in session.talks],
    }


def _conference(site: Site, root: str) -> Node:
    event = site.event
    return {
        "@type": "Event",
        "@id": f"{root}index.html",
        "name": event.title,
        "description": event.subtitle,
        "url": event.url,
        "inLanguage": list(event.languages),
        "startDate": event.days[0].isoformat() if event.days else None,
        "endDate": event.days[-1].isoformat() if event.days else None,
        "location": {"@type": "Place", "name": event.place} if event.place else None,
    }


def _day(site: Site, day: date | None) -> Node:
    words = date_in_words(day, site.languages.main) if day else None
    return {"@type": "Event", "name": words, "startDate": day.isoformat() if day else None}


def _outline(site: Site, session: Session) -> Node:
    return {
        "@type": "Event",
        "url": f"sessions/{session.id}.html",
        "name": session.title,
        "alternateName": [one.title for one in session.other_titles],
        "startDate": _time(session.start) or (session.day.isoformat() if session.day else None),
        "endDate": _time(session.end),
        "eventStatus": "https://schema.org/EventCancelled"
        if session.status is Status.CANCELLED
        else "https://schema.org/EventScheduled",
        "location": _place(site, session),
    }


def _place(site: Site, session: Session) -> Node | None:
    venue = site.venue(session)
    if not venue:
        return {"@type": "Place", "name": session.venue_text} if session.venue_text else None
    known = venue.latitude is not None and venue.longitude is not None
    geo = {"@type": "GeoCoordinates", "latitude": venue.latitude, "longitude": venue.longitude} if known else None
    return {"@type": "Place", "name": venue.name, "address": venue.address, "geo": geo}


def _talk(site: Site, talk: Talk) -> Node:
    return {
        "@type": "Event",
        "@id": f"#t-{talk.id}",
        "name": talk.title,
        "alternateName": [one.title for one in talk.other_titles],
        "startDate": _time(talk.start),
        "endDate": _time(talk.end),
        "performer": [_person(site, speaker) for speaker in talk.speakers],
        **_roles(site, (talk.host,) if talk.host else ()),
    }


def _roles(site: Site, holders: Iterable[Role]) -> Mapping[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for holder in holders:
        name = _PROPERTY.get(holder.role, "contributor")
        found.setdefault(name, []).append({"@type": "Role", "roleName": holder.role, name: _person(site, holder)})
    return found


def _person(site: Site, who: Speaker | Role) -> Node:
    photo = site.portrait(who)
    return {
        "@type": "Person",
        "name": who.name,
        "alternateName": [one.name for one in site.other_names(who)],
        "affiliation": {"@type": "Organization", "name": who.affiliation} if who.affiliation else None,
        "image": f"../{photo.path}" if photo else None,
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _stated(node: Any) -> Any:  # noqa: ANN401  # any JSON value
    """The value without what is not stated: ``null`` and empty lists say nothing in JSON-LD."""
    if isinstance(node, dict):
        return {key: _stated(value) for key, value in node.items() if value is not None and value != []}
    return [_stated(value) for value in node] if isinstance(node, list) else node
