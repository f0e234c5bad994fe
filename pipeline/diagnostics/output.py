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


_NAMED = 3
_SHOWN = 40
