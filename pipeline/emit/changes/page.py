"""Renders ``templates/changes/``: one page, its style within it, held to that by a Content-Security-Policy."""

import base64
from collections.abc import Mapping, Sequence
from hashlib import sha256

from markupsafe import Markup

from pipeline.emit.changes.groups import by_edition
from pipeline.emit.changes.words import was_and_is, words
from pipeline.emit.templating import environment
from pipeline.emit.theme import tokens
from pipeline.emit.typography import date_in_words
from pipeline.model import Change, Event


def page(event: Event, changes: Sequence[Change], paths: Mapping[str, str], *, dated: bool) -> bytes:
    """The whole page as UTF-8. ``paths`` are those of the sessions' pages, under their UIDs; times are said where they are ``dated``."""
    made = environment("changes")
    style = made.get_template("changes.css").render() + tokens(event.theme)
    said = words(event.languages)
    text = made.get_template("changes.html").render(
        style=Markup(style),  # noqa: S704 - our own file, and colours
        style_hash=base64.b64encode(sha256(style.encode()).digest()).decode(),
        event=event,
        language=next(iter(event.languages), "en"),
        words=said,
        editions=[(time.astimezone(event.timezone), groups) for time, groups in by_edition(changes)],
        paths=paths,
        dated=dated,
        in_words=lambda day: date_in_words(day, next(iter(event.languages), "en")),
        told=lambda change: was_and_is(change, said),
    )
    # A lone surrogate cannot be encoded; it is no character, so nothing is lost.
    return text.encode("utf-8", "replace")
