"""Problems of the site's own design: colours, fonts, templates (D0xx)."""

from dataclasses import dataclass
from math import floor
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity


@dataclass(frozen=True)
class LowContrast(Problem):
    """A colour of ``[theme]`` makes text or marks that many people can't read.

    WCAG 2.2 asks at level AA for a contrast of 4.5:1 between text and its ground, and of 3:1 for marks and edges of buttons. Less is lost
    in sunlight, on a projector and with ageing eyes. All colours that the cards put upon each other are measured, in both schemes.
    """

    name: str
    color: str
    what: str
    ratio: float
    least: float
    dark: bool
    better: str | None

    code: ClassVar[str] = "D001"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[venues]]
name = "Main Hall"

[theme]
accent = "#e4572e"
          ^^^^^^^
"""

    @property
    def message(self) -> str:
        """What was measured."""
        where = " in the dark scheme" if self.dark else ""
        measured = floor(self.ratio * 100) / 100
        return f"with '{self.name}' {self.color}, {self.what} has a contrast of {measured:.2f}:1{where}; AA needs {self.least:g}:1"

    @property
    def help(self) -> str:
        """The nearest colour."""
        if self.better:
            return f"write {self.better}, the nearest of this hue that can be read wherever it is used"
        return "choose another colour: no lightness of this one goes with the others of [theme]"


@dataclass(frozen=True)
class UnusableFont(Problem):
    """A font that ``[theme]`` names can't be used: it isn't there, is no font, is too large, or lies outside the site.

    The cards show the reader's own fonts instead.
    """

    name: str
    reason: str

    code: ClassVar[str] = "D002"
    example: ClassVar[str] = """\
== program.toml
[event]
title = "Rivers 2026"
timezone = "Asia/Shanghai"

[[venues]]
name = "Main Hall"

[theme]
font = "fonts/Clear.woff2"
        ^^^^^^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """Which, and why."""
        return f"font '{self.name}' cannot be used: {self.reason}"

    @property
    def help(self) -> str:
        """What is taken."""
        return "name a WOFF2, TrueType or OpenType file of the site, of at most 2 MB, or one of the kinds that every machine has"


@dataclass(frozen=True)
class BrokenTemplate(Problem):
    """A template of the site can't be used: its grammar is broken, it asks for what there isn't, or for more than templates may.

    Templates come from others, as pages do. They may show facts, but not reach into the program that runs them, nor keep it busy for ever,
    nor make pages without the policy that holds back scripts.
    """

    reason: str
    remedy: str

    code: ClassVar[str] = "D003"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
title: Rivers
== templates/cards/session.html
{% extends "default/session.html" %}
{% block extra %}
<p>{{ session.titel }}</p>
^^^^^^^^^^^^^^^^^^^^^^^^^^
{% endblock %}
"""

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"the template cannot be used: {self.reason}"

    @property
    def help(self) -> str:
        """How to mend it."""
        return self.remedy


@dataclass(frozen=True)
class UnusedTemplate(Problem):
    """A template of the site is never used: the cards have none of its name, and no other template includes it.

    A slip in its name, as a rule; the pages look as they did without it.
    """

    name: str
    near: str | None

    code: ClassVar[str] = "D004"
    example: ClassVar[str] = """\
== templates/cards/sesion.html
{% extends "default/session.html" %}
{% block extra %}
<p>Ask your questions here.</p>
{% endblock %}
"""

    @property
    def message(self) -> str:
        """Its name."""
        return f"there is no template '{self.name}' to replace, and none includes it"

    @property
    def help(self) -> str:
        """The nearest one."""
        return f"did you mean '{self.near}'?" if self.near else "docs/theming.md lists the templates; remove what is not needed"
