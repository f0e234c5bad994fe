"""Parts that come again on many pages, rendered once for each language and depth, so that a page costs what is its own."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from pipeline.emit.cards.guide import sole_talk
from pipeline.model import Session, Talk


class Kept:
    """The macros of ``kept.html``, each called once for the same arguments."""

    def __init__(self, environment: Environment) -> None:
        """Keep nothing yet."""
        self._environment = environment
        self._made: dict[tuple[object, ...], Markup] = {}

    def menu(self, kind: str, here: str | None) -> Markup:
        """The menu, on a page of some kind; ``here`` is its path where the menu leads to it."""
        return self._once(("menu", kind, here), lambda macros: macros.menu(kind, here))

    def foot(self) -> Markup:
        """The foot of every page."""
        return self._once(("foot",), lambda macros: macros.foot())

    def bar(self, here: str | None, views: object = None, current: str = "true") -> Markup:
        """The bar of days, one of them marked, perhaps with the two views of a day."""
        return self._once(("bar", here, bool(views), current), lambda macros: macros.bar(here, bool(views), current))

    def line(self, session: Session, role: str | None = None, talk: Talk | None = None) -> Markup:
        """A session in a list that is no timetable, perhaps as what somebody does in it."""
        part = talk if talk and not sole_talk(session) else None
        return self._once(("line", session.id, role, part and part.id), lambda macros: macros.line(session, role, part))

    def _once(self, key: tuple[object, ...], make: Callable[[Any], Markup]) -> Markup:
        if key not in self._made:
            self._made[key] = make(self._macros)
        return self._made[key]

    @cached_property
    def _macros(self) -> Any:  # noqa: ANN401 - a template's module has the macros as attributes
        return self._environment.get_template("kept.html").module
