"""A text of an entry → the tag of the language that all of it is in (LANGUAGE; RFC 5545, 3.2.10), where that is known for sure.

What we believe a text is in holds for most of it: a title can have its translation behind it, a description names of another script. So
the letters are asked too.
"""

import re

from pipeline.emit.calendar.appointments import Appointment, State
from pipeline.emit.calendar.words import Words, primary
from pipeline.model import Session, Venue

_EASTERN = {"zh", "ja", "ko"}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_HAN = re.compile("[\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


def parameter(tag: str | None, text: str) -> str:
    """The parameter for a text that is believed to be in the language of that tag; empty where its letters are not all of it."""
    if not tag or not text:
        return ""
    wrong = _LATIN if primary(tag) in _EASTERN else _HAN
    return "" if wrong.search(text) else f";LANGUAGE={tag}"


def of_title(appointment: Appointment, words: Words) -> str | None:
    """The language of the title with what of ours stands beside it."""
    own = appointment.session.language
    return own if appointment.state is State.CONFIRMED or primary(own or "") == words.language else None


def of_description(session: Session, words: Words) -> str | None:
    """The language of all texts of the description, ours included."""
    talks = session.talks
    tags: list[str | None] = [words.language, *(talk.language for talk in talks if talk.title)]
    if not session.removed:
        texts = (session.abstract, *(talk.abstract for talk in talks))
        tags += [one.language for one in (*session.translations, *(each for talk in talks for each in talk.translations))]
        tags += [text.language for text in texts if text]
    return words.language if {primary(tag or "") for tag in tags} == {words.language} else None


def of_room(venue: Venue) -> str | None:
    """The language of its name."""
    return next((one.language for one in venue.translations if one.name == venue.name), None)
