"""Small pieces of markup that stand in every line of every list: hours, and what scripts know a session by.

They are made here, as a macro of a template takes ten times as long to call.
"""

from collections.abc import Callable
from datetime import date, datetime
from html import escape
from typing import Protocol

from markupsafe import Markup

from pipeline.emit.cards.guide import Guide
from pipeline.model import Session, Status


def clock(moment: datetime, day: date | None, in_words: Callable[[int], str]) -> Markup:
    """The time of day; with ``+1`` where it falls on the day after the program's day (a banquet ends there), ``in_words`` says that."""
    later = (moment.date() - day).days if day else 0
    after = f'<abbr class="later" title="{escape(in_words(later))}">{later:+d}</abbr>' if later else ""
    time = f'<time datetime="{moment.isoformat()}">{moment.hour:02}:{moment.minute:02}</time>'
    return Markup(time + after)  # noqa: S704 - numbers, and words of ours, escaped


class Timed(Protocol):
    """A session, a talk, or when one was to be."""

    @property
    def start(self) -> datetime | None:
        """Its start, where it is known."""

    @property
    def end(self) -> datetime | None:
        """Its end, where it is known."""


def hours(item: Timed, day: date | None, clock: Callable[[datetime, date | None], Markup], open_words: str) -> Markup:
    """The hours of something on a day of the program, each as ``clock`` sets it; ``open_words`` say that they are to be announced."""
    if not item.start:
        return Markup('<span class="pending">{}</span>').format(open_words)
    start = clock(item.start, day)
    return Markup(f"{start}–{clock(item.end, day)}") if item.end else start  # noqa: S704 - of markup


def data(session: Session, guide: Guide, language: str) -> Markup:
    """The attributes of an element that shows a session; what is not known has none."""
    stated = {
        "session": session.id,
        "kind": session.kind.value,
        "language": language,
        "track": guide.strands[session.track].id if session.track else None,
        "room": session.venue,
        "day": session.day.isoformat() if session.day else None,
        "start": session.start.isoformat() if session.start else None,
        "end": session.end.isoformat() if session.end else None,
        "cancelled": "" if session.status is Status.CANCELLED else None,
    }
    return Markup("".join(f' data-{name}="{escape(value)}"' for name, value in stated.items() if value is not None))  # noqa: S704 - escaped
