"""The pages' facts as JSON-LD in the words of https://schema.org/Event, for search engines and for reading back.

The conference is an ``Event``; each day of the program is a ``subEvent`` of it, each session of its day, each talk of its session.
Whoever speaks or sits on a panel is a ``performer``, an organizer ``organizer``, a host or chair ``contributor``; role holders stand
in a https://schema.org/Role that names the role. People's pages are a ``Person``, rooms' a ``Place``. Addresses are relative to the page,
``up`` leads to the root of its tree.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from pipeline.emit.cards.guide import Day, Strand, day_name
from pipeline.emit.cards.page import Node
from pipeline.emit.cards.site import Site
from pipeline.emit.javascript import literal
from pipeline.model import Person, Role, Session, Speaker, Status, Talk, Venue

_CONTEXT = {"@context": "https://schema.org"}
_PROPERTY = {"organizer": "organizer", "panelist": "performer"}


def script(node: Node) -> Markup:
    """A ``<script>`` element that holds the node and that no text in it can end."""
    return Markup(f'<script type="application/ld+json">{literal(_stated(node))}</script>')  # noqa: S704  # made inert by ``literal``


def of_home(site: Site) -> Node:
    """The conference with its days."""
    days = [{**_day(site, day.date), "url": f"days/{day.name}.html"} for day in site.guide.days]
    return {**_CONTEXT, **_conference(site, ""), "subEvent": days}


def of_day(site: Site, day: Day) -> Node:
    """A day, and of each session what a list shows."""
    outlines = [_outline(site, session, "../") for session in day.sessions]
    return {
        **_CONTEXT,
        **_day(site, day.date),
        "url": f"{day.name}.html",
        "superEvent": _conference(site, "../"),
        "subEvent": outlines,
    }


def of_session(site: Site, session: Session) -> Node:
    """A session with all its facts and talks."""
    conference = _conference(site, "../")
    above = {**_day(site, session.day), "url": f"../days/{day_name(session.day)}.html", "superEvent": conference}
    return {
        **_CONTEXT,
        **_outline(site, session, "../"),
        "@id": "#session",
        "url": f"{session.id}.html",
        "superEvent": above if session.day else conference,
        **_roles(site, session.people),
        "subEvent": [_talk(site, talk) for talk in session.talks],
    }


def of_person(site: Site, person: Person) -> Node:
    """Somebody, and where they appear."""
    photo = site.guide.portrait(person)
    sessions = dict.fromkeys(line.session.id for line in site.guide.appearances[person.id])
    return {
        **_CONTEXT,
        "@type": "Person",
        "name": person.name,
        "alternateName": list(person.aliases),
        "affiliation": _organization(person.affiliation),
        "image": f"../{photo.path}" if photo else None,
        "sameAs": site.link(person.url),
        "performerIn": [{"@type": "Event", "url": f"../sessions/{id_}.html"} for id_ in sessions],
    }


def of_room(site: Site, venue: Venue) -> Node:
    """A place, and what takes place there."""
    outlines = [_outline(site, session, "../") for session in site.guide.sessions_in[venue.id]]
    return {**_CONTEXT, **_venue(venue), "event": outlines}


def of_strand(site: Site, strand: Strand) -> Node:
    """A track's sessions."""
    outlines = [_outline(site, session, "../") for session in strand.sessions]
    return {**_CONTEXT, "@type": "Event", "name": strand.name, "superEvent": _conference(site, "../"), "subEvent": outlines}


def of_page(site: Site, name: str, up: str) -> Node:
    """A page that is no more than that."""
    return {**_CONTEXT, "@type": "WebPage", "name": name, "isPartOf": _conference(site, up)}


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
    words = site.day_words[day] if day else site.event.title
    return {"@type": "Event", "name": words, "startDate": day.isoformat() if day else None}


def _outline(site: Site, session: Session, up: str) -> Node:
    return {
        "@type": "Event",
        "url": f"{up}sessions/{session.id}.html",
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
    venue = site.guide.venue(session)
    if venue:
        return _venue(venue)
    return {"@type": "Place", "name": session.venue_text} if session.venue_text else None


def _venue(venue: Venue) -> Node:
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
    photo = site.guide.portrait(who)
    return {
        "@type": "Person",
        "name": who.name,
        "alternateName": [one.name for one in site.guide.other_names(who)],
        "affiliation": _organization(who.affiliation),
        "image": f"../{photo.path}" if photo else None,
    }


def _organization(name: str | None) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _stated(node: Any) -> Any:  # noqa: ANN401  # any JSON value
    """The value without what is not stated: ``null`` and empty lists say nothing in JSON-LD."""
    if isinstance(node, dict):
        return {key: _stated(value) for key, value in node.items() if value is not None and value != []}
    return [_stated(value) for value in node] if isinstance(node, list) else node
