"""Which languages have calendar feeds of their own, and where: what the calendar writes and the cards link to."""

from collections.abc import Iterable, Iterator

from pipeline.emit.typography import full_tag
from pipeline.grammar.languages import tag_of
from pipeline.model import Edition, Session, Translation


def folder(language: str) -> str:
    """The folder of a further language below ``calendar/``: ``zh/``."""
    return f"{language.lower()}/"


def folder_of(feed: str) -> str:
    """The folder of a feed's language below ``calendar/``, as ``zh/``; empty for feeds as the pages are written."""
    first, _, rest = feed.removeprefix("calendar/").partition("/")
    return f"{first}/" if rest and tag_of(first) else ""


def further_languages(edition: Edition) -> tuple[str, ...]:
    """The languages that have feeds of their own: further ones of the event in which a page says something, and whichever had some."""
    said = {full_tag(one.language) for one in _translations(edition.program.sessions)}
    named = [tag for tag in edition.program.event.languages[1:] if full_tag(tag) in said]
    had = (tag_of(folder_of(feed).rstrip("/")) for feed in edition.feeds)
    return tuple({tag.lower(): tag for tag in (*named, *filter(None, had))}.values())


def _translations(sessions: Iterable[Session]) -> Iterator[Translation]:
    for session in sessions:
        yield from session.translations
        for talk in session.talks:
            yield from talk.translations
