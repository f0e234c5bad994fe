"""Finds formulas that no page can set, and where their authors wrote them."""

import re
from collections.abc import Iterator

from pipeline.diagnostics.output import UnreadableFormula
from pipeline.emit.formulas import mathml
from pipeline.emit.typography import formulas
from pipeline.model import Edition, RichText, Session
from pipeline.source import Span


def unreadable_formulas(edition: Edition) -> tuple[UnreadableFormula, ...]:
    """One problem for each such formula of a session, at its first place on the page, or at the session."""
    return tuple(
        UnreadableFormula(_place(tex, session.source, edition), tex)
        for session in edition.program.sessions
        for tex in dict.fromkeys(tex for text in _texts(session) for tex in formulas(text))
        if mathml(tex) is None
    )


def _texts(session: Session) -> Iterator[str]:
    yield session.title
    yield from _plain(session.abstract)
    for talk in session.talks:
        yield talk.title or ""
        yield from _plain(talk.abstract)
        yield from _plain(talk.biography)


def _plain(text: RichText | None) -> Iterator[str]:
    if text:
        yield text.plain


def _place(tex: str, whole: Span, edition: Edition) -> Span:
    source = edition.sources.get(whole.path)
    found = re.search(r"\s+".join(map(re.escape, tex.split())), source.text) if source else None
    return source.span(found.start(), found.end()) if source and found else whole
