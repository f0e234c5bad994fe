"""Problems of how a page is written, whatever it states: markup, letters, labels, values, links, formulas (W9xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Edit, Problem, Severity


@dataclass(frozen=True)
class BrokenMarkup(Problem):
    """Something in the page's markup has no end: a comment, a style, a tag, the quotes in one, an element.

    Browsers mend it in silence, each what it takes for it: the next talk stands inside the last one, or half of the page is gone.
    """

    tag: str
    how: str
    body: range

    code: ClassVar[str] = "W901"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
---

<div class="tip">
^^^^^^^^^^^^^^^^^
    Location: Main Hall

<div class="tip">
    Host: Ada Brook
</div>
"""

    @property
    def message(self) -> str:
        """Which tag."""
        return f"'{' '.join(self.tag.split())}' {self.how}"

    @property
    def help(self) -> str:
        """What to add."""
        return "add what is missing: '-->' after a comment, the second '\"' and the '>' of a tag, '</div>' where the block ends"

    @property
    def obscures(self) -> range:
        """The page's body, of which nobody knows what belongs to what."""
        return self.body


@dataclass(frozen=True)
class GarbledText(Problem):
    """Letters are lost, or read in the wrong encoding (``Ã©`` for é, ``�``), as happens when a text is copied between programs.

    It would be printed so. confbook does not guess names.
    """

    text: str
    meant: str | None = None

    code: ClassVar[str] = "W902"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
chair: Zoé BrÃ»lé
             ^^
---
"""

    @property
    def message(self) -> str:
        """The letters."""
        return f"the text is garbled: '{self.text}'"

    @property
    def help(self) -> str:
        """What they were, probably."""
        return f"write '{self.meant}'" if self.meant else "type the word anew, or copy it from a program that shows it right"

    @property
    def obscures(self) -> range:
        """Its line."""
        return range(self.span.line, self.span.line + 1)


@dataclass(frozen=True)
class HiddenCharacter(Problem):
    """A character that nobody sees changes how the text around it is read: a control, or one that turns the direction of writing.

    It comes with text copied from elsewhere, and is left out.
    """

    character: str

    code: ClassVar[str] = "W903"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
chair: Ada \u202eBrook
           ^
---
"""

    @property
    def message(self) -> str:
        """Which, by its number in Unicode."""
        return f"there is a hidden character ({self.character}) here; it is left out"

    @property
    def help(self) -> str:
        """Type it anew."""
        return "delete the word and type it anew, or copy the text through a plain-text editor"


@dataclass(frozen=True)
class UnfinishedMerge(Problem):
    """Git has left two versions of some lines, between ``<<<<<<<`` and ``>>>>>>>``, for the author to choose from.

    Nobody has chosen yet; both would be published.
    """

    code: ClassVar[str] = "W904"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
<<<<<<< HEAD
^^^^^^^^^^^^
start: 09:00
=======
start: 09:30
>>>>>>> ada
---
"""

    @property
    def message(self) -> str:
        """There are two versions."""
        return "here stand two versions of the same lines, from a merge that was not finished"

    @property
    def help(self) -> str:
        """Choose."""
        return "keep the lines that are right, and delete the others and the lines with '<<<<<<<', '=======' and '>>>>>>>'"


@dataclass(frozen=True)
class UnusableLink(Problem):
    """A link in an abstract or a biography leads nowhere that a reader can go: ``htps://…``, ``javascript:…``.

    Only its words are published.
    """

    address: str

    code: ClassVar[str] = "W905"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
abstract: See [the map](htps://example.org/map).
                        ^^^^^
---
"""

    @property
    def message(self) -> str:
        """How its address begins."""
        return f"a link begins with '{self.address}'; its address is left out"

    @property
    def help(self) -> str:
        """How addresses begin."""
        return "begin the address with 'https://', 'http://' or 'mailto:'"


@dataclass(frozen=True)
class MisspeltLabel(Problem):
    """A label is misspelt. It is read as the one that was meant; `check --fix` corrects it.

    Readers stumble over it, and other programs do not know what it says.
    """

    label: str
    right: str

    code: ClassVar[str] = "W906"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
---

<div class="tip">Locaton: Main Hall</div>
                 ^^^^^^^
"""

    @property
    def message(self) -> str:
        """Both spellings."""
        return f"label '{self.label}' is misspelt; it is read as '{self.right}'"

    @property
    def help(self) -> str:
        """The right one."""
        return f"write '{self.right}'"

    @property
    def fix(self) -> Edit | None:
        """The right one."""
        return Edit(self.span, self.label, self.right)


@dataclass(frozen=True)
class UnreadValue(Problem):
    """A field's value is not of the sort that the field needs: ``kind: keynot``, ``weight: third``, ``slides: htps://…``.

    It is read as if the field were not there: a keynote is a session like others, slides cannot be found.
    """

    fact: str
    text: str
    wanted: str

    code: ClassVar[str] = "W907"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
kind: keynot
      ^^^^^^
---
"""

    @property
    def message(self) -> str:
        """The value."""
        return f"cannot read '{self.text}' as the {self.fact}; it is left out"

    @property
    def help(self) -> str:
        """What is wanted."""
        return f"write {self.wanted}"


@dataclass(frozen=True)
class BrokenFormula(Problem):
    """A formula in an abstract or a biography has a dollar or a brace without its partner.

    What should be a formula is printed as it was typed, and what follows as a formula.
    """

    how: str

    code: ClassVar[str] = "W908"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
abstract: The depth $h and the width $w$ of a river.
                    ^
---
"""

    @property
    def message(self) -> str:
        """What has no partner."""
        return self.how

    @property
    def help(self) -> str:
        """What to write."""
        return "write formulas as '$h(t)$', each '{' with its '}'; a sum of money as '\\$5'"
