"""An edition → the same one as it reads in a further language: titles, texts and rooms in it wherever pages give them so.

What is not given in the language stays as written. UIDs, revisions and times are those of the edition, so that an entry is the same event
in each language; what a page says in any language is among the facts that raise its revision (``compare/changes.py``). A track keeps its
name: calendars sort and colour by it.
"""

from dataclasses import replace
from typing import TypeVar

from pipeline.emit.typography import full_tag
from pipeline.model import Edition, Event, Session, Talk, Translation, Venue

_T = TypeVar("_T", Session, Talk)


def in_language(edition: Edition, language: str) -> Edition:
    """The edition as it reads in the language of that tag."""
    program = edition.program
    tag, event = full_tag(language), program.event
    return replace(
        edition,
        program=replace(
            program,
            venues=tuple(_venue(venue, tag) for venue in program.venues),
            sessions=tuple(_session(session, tag, event) for session in program.sessions),
        ),
        removed=tuple(_session(session, tag, event) for session in edition.removed),
    )


def _venue(venue: Venue, tag: str) -> Venue:
    return replace(
        venue, name=next((one.name for one in venue.translations if full_tag(one.language) == tag and one.name), venue.name)
    )


def _session(session: Session, tag: str, event: Event) -> Session:
    here = _in(session, tag)
    said = replace(_said(session, tag, event), talks=tuple(_said(talk, tag, event) for talk in session.talks))
    return replace(said, venue_text=here.venue_text or session.venue_text) if here else said


def _said(one: _T, tag: str, event: Event) -> _T:
    """Its title and abstract in the language; what they were is one of its translations then."""
    here = _in(one, tag)
    if here is None:
        return one
    others: tuple[Translation, ...] = tuple(other for other in one.translations if other is not here)
    # A title in two languages is already there by its halves.
    title = one.title if here.title and here.title not in (one.title or "") else None
    before = Translation(one.language or event.languages[0], title, abstract=one.abstract if here.abstract else None)
    return replace(
        one,
        title=here.title or one.title,
        abstract=here.abstract or one.abstract,
        language=here.language if here.title else one.language,
        translations=(*others, before) if before.title or before.abstract else others,
    )


def _in(one: Session | Talk, tag: str) -> Translation | None:
    return next((other for other in one.translations if full_tag(other.language) == tag), None)
