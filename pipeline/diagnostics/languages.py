"""Problems of facts given in several languages: tags, pairs and scripts that do not fit (L9xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem
from pipeline.source import Span

_SHOWN = 60


@dataclass(frozen=True)
class UnknownLanguage(Problem):
    """A field is given for a language that confbook does not know; what it says is not read.

    Languages are named by their tags (BCP 47): `en`, `zh`, `fr`, `zh-Hant`. A slip in one would silently cost the translation.
    """

    word: str
    fact: str
    meant: str | None = None

    code: ClassVar[str] = "L901"
    example: ClassVar[str] = """\
---
title:
  en: Rivers
  cn: 河流
  ^^
date: 2026-10-15
---
"""

    @property
    def message(self) -> str:
        """The word that is no tag."""
        unread = "it" if self.fact == "language" else f"this {self.fact}"
        return f"'{self.word}' is no language that is known, so {unread} is not read"

    @property
    def help(self) -> str:
        """The tag that was meant, or what tags look like."""
        return f"write '{self.meant}'" if self.meant else "write the language's tag, such as 'en', 'zh' or 'fr'"


@dataclass(frozen=True)
class UnpairedTranslation(Problem):
    """One thing is given in two languages, but more often in the one than in the other: which belongs to which cannot be told.

    Somebody would get another's name. The main language's are used, the others are left out.
    """

    fact: str
    count: int
    expected: int
    used_at: Span

    code: ClassVar[str] = "L902"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
speakers: [Ada Brook, Wei Li]
speakers_zh: [李伟]
^^^^^^^^^^^
---
"""

    @property
    def message(self) -> str:
        """How many in each."""
        return f"the {self.fact} is given {_times(self.count)} in this language and {_times(self.expected)} in the other; left out"

    @property
    def help(self) -> str:
        """As many, in the same order."""
        return "give as many in each language, in the same order"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the main language's stand."""
        return (self.used_at,)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


@dataclass(frozen=True)
class WrongLanguage(Problem):
    """A text is not in the language that it is given as: it is written in another script.

    Two fields were exchanged, as a rule. The script is believed.
    """

    language: str
    words: str
    taken: str | None = None

    code: ClassVar[str] = "L903"
    example: ClassVar[str] = """\
---
title: Rivers
title_zh: 河流
abstract_en: 河流为什么弯曲？
             ^^^^^^^^^^^^^^^^
date: 2026-10-15
---
"""

    @property
    def message(self) -> str:
        """What it is given as, and what it is taken for."""
        short = self.words if len(self.words) <= _SHOWN else self.words[: _SHOWN - 1] + "…"
        taken = f"it is taken as '{self.taken}'" if self.taken else "its language is not known"
        return f"'{short}' is given as '{self.language}' but not written in its letters; {taken}"

    @property
    def help(self) -> str:
        """Exchange."""
        return "put each text under the tag of the language that it is in"


@dataclass(frozen=True)
class NameOfAnother(Problem):
    """A name in Chinese characters that is given for somebody is not read as that person's name in pinyin is written.

    Two names were exchanged, or one is misspelt. The name in the other language is left out: somebody would get another's.
    """

    name: str
    other: str
    reading: str
    name_at: Span

    code: ClassVar[str] = "L904"
    example: ClassVar[str] = """\
speakers: [Wei Li, Hao Ma]
speakers_zh: [马浩, 马浩]
              ^^^^
"""

    @property
    def message(self) -> str:
        """Both names."""
        return f"'{self.other}' ({self.reading}) is given as another language's name of '{self.name}'; it is left out"

    @property
    def help(self) -> str:
        """What to compare."""
        return "give the names in the same order in each language, and correct the one that is misspelt"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the person is named."""
        return (self.name_at,)
