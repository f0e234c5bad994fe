"""Parts that come again on many pages, rendered once for each language and depth, so that a page costs what is its own."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from pipeline.emit.cards.guide import Line


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

    def line(self, line: Line, place: bool = True) -> Markup:  # noqa: FBT001, FBT002 - templates call it
        """A session in a list that is no timetable."""
        session, role, talk = line.session, line.role, line.talk
        key = ("line", session.id, role, talk and talk.id, place)
        return self._once(key, lambda macros: macros.line_of(session, role, talk, place))

    def _once(self, key: tuple[object, ...], make: Callable[[Any], Markup]) -> Markup:
        if key not in self._made:
            self._made[key] = make(self._macros)
        return self._made[key]

    @cached_property
    def _macros(self) -> Any:  # noqa: ANN401 - a template's module has the macros as attributes
        return self._environment.get_template("kept.html").module
