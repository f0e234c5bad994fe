"""Problems of the site's own design: colours and fonts (D0xx)."""

from dataclasses import dataclass
from math import floor
from typing import ClassVar

from pipeline.diagnostics import Problem


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
