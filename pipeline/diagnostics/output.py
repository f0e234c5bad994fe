"""Problems that show only when an output is made (X5xx)."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem, Severity


@dataclass(frozen=True)
class MissingGlyph(Problem):
    """A text has characters that no font of the booklet can show.

    They would be printed as empty boxes, while a search in the PDF would still find them: a booklet that looks right to a program and
    wrong to every reader. The booklet's fonts have Latin, Greek, Cyrillic, Devanagari, Chinese, Japanese and Korean, and the signs of
    mathematics; they have no colour emoji, and no script that is written from right to left.
    """

    text: str

    code: ClassVar[str] = "X501"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
title: Rivers 🌊 and Rain
              ^^
"""

    @property
    def message(self) -> str:
        """Which characters, with their numbers and names."""
        named = [f"U+{ord(c):04X} {unicodedata.name(c, 'without a name')}" for c in dict.fromkeys(self.text) if not c.isspace()]
        rest = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        return f"no font of the booklet has '{self.text[:_SHOWN]}{'…' * (len(self.text) > _SHOWN)}' ({', '.join(named[:_NAMED])}{rest})"

    @property
    def help(self) -> str:
        """To write it otherwise."""
        return "take it out or write it in other characters; a name in another script can stand in Latin letters"


@dataclass(frozen=True)
class UnreadableFormula(Problem):
    r"""A formula is no TeX that the cards can set: a command that nobody knows, a brace too few, macros of one's own.

    Its source is shown instead, dollar signs and backslashes included, and a screen reader spells it out.
    """

    tex: str

    code: ClassVar[str] = "X502"
    example: ClassVar[str] = r"""---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
---

How $\unheardof{x}$ flows.
    ^^^^^^^^^^^^^^^
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Which formula."""
        return f"formula '{self.tex[:_SHOWN]}{'…' * (len(self.tex) > _SHOWN)}' cannot be read; its source is shown"

    @property
    def help(self) -> str:
        """What can be read."""
        return "use commands of LaTeX and amsmath, without macros of your own; look for a misspelt command or a missing brace"


@dataclass(frozen=True)
class BrokenFeed(Problem):
    """A calendar feed that was made breaks the rules of its format, or our own.

    Calendars take such a file for an empty one, drop entries from it, or show them at another time, and say nothing. Feeds are read
    again before anything is published. What is found is a fault of confbook, as no page can be the cause.
    """

    fault: str

    code: ClassVar[str] = "X510"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"the feed is broken: {self.fault}"

    @property
    def help(self) -> str:
        """To report it."""
        return "report it, with the page of the session that stands there; until it is mended, build with the confbook used before"


@dataclass(frozen=True)
class BrokenTemplate(Problem):
    """A template of the site can't be used: its grammar is broken, it asks for what there isn't, or for more than templates may.

    Templates come from others, as pages do. They may show facts, but not reach into the program that runs them, nor keep it busy for ever,
    nor make pages without the policy that holds back scripts.
    """

    reason: str
    remedy: str

    code: ClassVar[str] = "X531"
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

    code: ClassVar[str] = "X532"
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


@dataclass(frozen=True)
class SmallSheet(Problem):
    """The paper that ``program.toml`` asks for does not hold two pages of the booklet side by side.

    The print file is made for the smallest paper that does, so that nothing is scaled down or cut off.
    """

    wanted: str
    used: str

    code: ClassVar[str] = "X520"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[print]
sheet = "A5"
         ^^

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Which paper is taken instead."""
        return f"two pages of the booklet do not lie on {self.wanted}; {self.used or 'paper made to measure'} is used"

    @property
    def help(self) -> str:
        """A larger one."""
        return f"write {self.used}, or another larger paper" if self.used else "take the line out, or choose smaller pages"


@dataclass(frozen=True)
class OverfullSheet(Problem):
    """A sign, a poster, a slip or a badge holds so much that even the smallest type does not bring it onto its page.

    Nothing of it is cut: it takes more room than it should, so that a sign has two pages, or a slip is larger than the others.
    """

    sheet: str
    whose: str

    code: ClassVar[str] = "X521"
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Which sheet."""
        return f"'{self.whose}' in sheets/{self.sheet}.pdf does not fit its page in the smallest type; it takes more room"

    @property
    def help(self) -> str:
        """Shorter words."""
        return "shorten the longest titles or names that stand on it"


_NAMED = 3
_SHOWN = 40


@dataclass(frozen=True)
class UnfamiliarWeasyprint(Problem):
    """The WeasyPrint that is installed does not do on a trial page what this program relies on.

    Pages are then laid out as one document, by its public interface alone. What they say is the same, but this takes longer, nothing of it
    is kept for the next build, lines of Chinese are stretched at their few spaces alone, and who has the file read aloud is not told the
    language of each paragraph. Sheets for the days are not made then: whether one fits its page cannot be told.
    """

    version: str
    reason: str

    code: ClassVar[str] = "X530"
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Which version, and what was noticed."""
        return f"pages were printed the slow way: WeasyPrint {self.version} is not as expected ({self.reason})"

    @property
    def help(self) -> str:
        """A version that is known."""
        return "install the version of WeasyPrint that requirements.lock names, or a newer release of confbook"
