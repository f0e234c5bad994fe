"""Parts that come again on many pages, rendered once for each language and depth, so that a page costs what is its own."""

from collections.abc import Hashable
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from pipeline.emit.cards.guide import Guide, sole_talk
from pipeline.model import Session, Talk


class Kept:
    """The macros of ``kept.html``, each called once for the same arguments; so they show nothing but these and what is the same everywhere."""

    def __init__(self, environment: Environment, guide: Guide) -> None:
        """Keep nothing yet."""
        self._environment = environment
        self._guide = guide
        self._made: dict[tuple[Hashable, ...], Markup] = {}

    # --- small parts of a session ---

    def icon(self, name: str) -> Markup:
        """A small picture."""
        return self._called("icon", name)

    def where(self, session: Session, *, linked: bool = False) -> Markup:
        """The session's place, perhaps leading to its page."""
        page = session.venue if linked and self._guide.venue(session) else None
        return self._called("where", self._guide.place(session), page)

    def track(self, session: Session, *, linked: bool = False) -> Markup:
        """The session's track, perhaps leading to its page."""
        return self._called("track", session.track, linked)

    def label(self, session: Session, *, linked: bool = False) -> Markup:
        """The session's track, kind and tag, in a line."""
        return self._called("label", session.kind, session.track, session.tag, session.tag == session.title, linked)

    # --- parts of a page ---

    def links(self) -> Markup:
        """What every page loads, and the feeds that it belongs to."""
        return self._called("links")

    def menu(self, kind: str, here: str | None) -> Markup:
        """The menu, on a page of some kind; ``here`` is its path where the menu leads to it."""
        return self._called("menu", kind, here)

    def foot(self) -> Markup:
        """The foot of every page."""
        return self._called("foot")

    def bar(self, here: str | None, views: object = None, current: str = "true") -> Markup:
        """The bar of days, one of them marked, perhaps with the two views of a day."""
        return self._called("bar", here, bool(views), current)

    def line(self, session: Session, role: str | None = None, talk: Talk | None = None) -> Markup:
        """A session in a list that is no timetable, perhaps as what somebody does in it."""
        part = talk if talk and not sole_talk(session) else None
        key = ("line", session.id, role, part and part.id)
        if key not in self._made:
            self._made[key] = self._macros.line(session, role, part)
        return self._made[key]

    def _called(self, name: str, *arguments: Hashable) -> Markup:
        key = (name, *arguments)
        if key not in self._made:
            self._made[key] = getattr(self._macros, name)(*arguments)
        return self._made[key]

    @cached_property
    def _macros(self) -> Any:  # noqa: ANN401 - a template's module has the macros as attributes
        return self._environment.get_template("kept.html").module
