"""Finds texts that no face of the booklet can print, and where their authors wrote them."""

import re
import unicodedata
from collections.abc import Iterator

from pipeline.diagnostics.output import MissingGlyph
from pipeline.model import Edition, RichText, Role, Session, Speaker, Talk
from pipeline.source import Source, Span


def missing_glyphs(edition: Edition, missing: frozenset[str]) -> tuple[MissingGlyph, ...]:
    """One problem for each run of ``missing`` characters in each session, at its first place on the page; the rest at the event."""
    if not missing:
        return ()
    run = _run(missing)
    found: list[MissingGlyph] = []
    told: set[str] = set()
    for session in edition.program.sessions:
        runs = dict.fromkeys(match for text in _texts(session) for match in run.findall(text))
        found += [MissingGlyph(_place(match, session.source, edition), match) for match in runs]
        told.update(*runs)
    found += [MissingGlyph(_anywhere(character, edition), character) for character in sorted(missing - told)]
    return tuple(found)


def _run(characters: frozenset[str]) -> re.Pattern[str]:
    """Missing characters in a row, with the blanks and marks between them."""
    one = "[" + "".join(map(re.escape, sorted(characters))) + "]"
    return re.compile(f"{one}(?:[\\s\u200b-\u200f\ufe0f]*{one})*")


def _texts(session: Session) -> Iterator[str]:
    """All that a session's pages print, in the order of the page."""
    yield session.title
    yield from filter(None, [session.track, session.venue_text])
    for role in session.people:
        yield from _named(role)
    for talk in session.talks:
        yield talk.title or ""
        for speaker in talk.speakers:
            yield from _named(speaker)
        if talk.host:
            yield from _named(talk.host)
        yield from _plain(talk.abstract)
        yield from _plain(talk.biography)
        yield from _translated(talk)
    yield from _plain(session.abstract)
    yield from _translated(session)


def _translated(item: Session | Talk) -> Iterator[str]:
    for one in item.translations:
        yield one.title or ""
        yield from _plain(one.abstract)
        yield from _plain(one.biography)


def _named(somebody: Role | Speaker) -> Iterator[str]:
    yield somebody.name
    yield somebody.affiliation or ""


def _plain(text: RichText | None) -> Iterator[str]:
    if text:
        yield text.plain


def _place(text: str, whole: Span, edition: Edition) -> Span:
    """Where the text first stands on its page (its first character, if the page writes the rest otherwise), else all of the session."""
    source = edition.sources.get(whole.path)
    return (source and (_in(source, text) or _in(source, text[0]))) or whole


def _anywhere(character: str, edition: Edition) -> Span:
    found = (_in(source, character) for _, source in sorted(edition.sources.items()))
    return next(filter(None, found), Span("program.toml"))


def _in(source: Source, text: str) -> Span | None:
    for form in dict.fromkeys((text, unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text))):
        at = source.text.find(form)
        if at >= 0:
            return source.span(at, at + len(form))
    return None
