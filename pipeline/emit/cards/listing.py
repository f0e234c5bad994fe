"""The program as a list, for the pages' scripts: one data file for each language, loaded when it is first needed.

``confbook.program`` has what filters offer, and of each session what a line shows. A title or name is a string, or, where a part of it
is in another language, a list of ``[text, language]``. ``code`` stands for a session in a link that somebody shares: the first letters of
a hash of its id, so that it means the same session in every edition, whatever was added.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from pipeline.emit.cards.guide import sole_talk
from pipeline.emit.cards.site import Site
from pipeline.emit.cards.states import State
from pipeline.emit.cards.words import announced_in
from pipeline.emit.typography import Languages, date_in_words, runs, short_date
from pipeline.model import Session, Status

Record = dict[str, object]
Words = str | list[list[str]]

#: Four letters are 24 bits: enough for some hundred sessions; more are taken where two would be alike.
_SHORTEST = 4


def program(site: Site) -> Record:
    """What ``confbook.program`` is on the pages of one language."""
    tag, said = site.tree.language, site.languages
    codes = short_codes(session.id for session in site.program.sessions)
    return {
        "base": site.base,
        "title": site.event.title,
        "zone": site.event.timezone.key,
        "days": [[day.isoformat(), short_date(day, tag), date_in_words(day, tag)] for day in site.event.days],
        "tracks": [[strand.id, words(strand.name, said), strand.accent.css] for strand in site.guide.strands.values()],
        "rooms": [[venue.id, words(venue.name, said)] for venue in site.program.venues],
        "sessions": [_session(site, session, codes[session.id]) for session in site.program.sessions],
    }


def _session(site: Site, session: Session, code: str) -> Record:
    said = site.languages
    only = sole_talk(session)
    facts: Record = {
        "id": session.id,
        "code": code,
        "title": words(session.title, said),
        "kind": session.kind.value,
        "language": announced_in(session, said),
        "people": words(", ".join(speaker.name for talk in session.talks for speaker in talk.speakers), said),
        "talks": [[talk.id, words(talk.title, said)] for talk in session.talks if talk.title and talk is not only],
        "track": site.guide.strands[session.track].id if session.track else None,
        "room": session.venue,
        "place": words(site.guide.place(session) or "", said),
        "day": session.day.isoformat() if session.day else None,
        "start": session.start.isoformat() if session.start else None,
        "end": session.end.isoformat() if session.end else None,
        "was": words(_was(site, session), said),
        "cancelled": session.status is Status.CANCELLED,
    }
    return {name: value for name, value in facts.items() if value}


def _was(site: Site, session: Session) -> str:
    """When and where it was before it was moved: ``Thu 15 Oct 09:00–10:00, Room 12``; empty where it was not."""
    state = site.guide.states.get(session.id, State())
    when, day = state.was_when, ""
    if when and when.day and when.day != session.day:
        day = short_date(when.day, site.tree.language)
    hours = "–".join(f"{moment:%H:%M}" for moment in (when.start, when.end) if moment) if when else ""
    return ", ".join(filter(None, [f"{day} {hours}".strip(), state.was_in]))


def words(text: str, languages: Languages) -> Words:
    """A text, cut where its language changes."""
    found = runs(" ".join(text.split()), languages)
    if all(run.language == languages.main for run in found):
        return "".join(run.text for run in found)
    return [[run.text, run.language] for run in found]


def short_codes(ids: Iterable[str]) -> Mapping[str, str]:
    """A code for each id: of one length for all, the least at which no two are alike."""
    whole = {id_: urlsafe_b64encode(sha256(id_.encode("utf-8", "replace")).digest()).decode() for id_ in ids}
    length = _SHORTEST
    while len({code[:length] for code in whole.values()}) < len(whole):
        length += 1
    return {id_: code[:length] for id_, code in whole.items()}
