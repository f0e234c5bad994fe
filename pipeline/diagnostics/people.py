"""Problems of people: names that can't be read, or that may be two persons' or one person's (N7xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem
from pipeline.source import Span


@dataclass(frozen=True)
class UnreadableName(Problem):
    """Where a page should name people stands something that is no name: a sentence, a number, an address.

    It would be printed in the index of speakers, so it is left out.
    """

    text: str

    code: ClassVar[str] = "N701"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
chair: 14:00-15:00
       ^^^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """The words."""
        short = self.text if len(self.text) <= _SHOWN else self.text[: _SHOWN - 1] + "…"
        return f"cannot find a person's name in '{short}'"

    @property
    def help(self) -> str:
        """The form that is always understood."""
        return "write 'Name, Institute', and several people as 'Name, Institute; Name, Institute'"


@dataclass(frozen=True)
class NameWithTwoInstitutes(Problem):
    """One name stands with two institutes. They are taken for two people of that name.

    Many Chinese names in Latin letters are borne by several colleagues; but it may also be one person, with an institute misspelt or left.
    """

    name: str
    affiliation: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N702"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
organizer: Bin Liu, University of the North
chair: Bin Liu, Southern University
       ^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Both institutes."""
        return f"'{self.name}' is at '{self.affiliation}' here and at '{self.other}' elsewhere; taken for two people"

    @property
    def help(self) -> str:
        """What to do if it is one."""
        return "if it is one person, write the same institute on all pages, or list the person under [[people]] in program.toml"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other stands."""
        return (self.other_at,)


@dataclass(frozen=True)
class NameSpeltTwoWays(Problem):
    """One person's name is written in two ways (``Zhi-Qin Xu`` and ``Zhiqin Xu``). They are taken for one person.

    Readers who search for one spelling don't find the other.
    """

    name: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N703"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
organizer: Zhi-Qin Xu
chair: Zhiqin Xu
       ^^^^^^^^^
---
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """Both spellings."""
        return f"'{self.name}' is written '{self.other}' elsewhere; taken for one person"

    @property
    def help(self) -> str:
        """Decide for one."""
        return "write the name in the same way on all pages"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other spelling stands."""
        return (self.other_at,)


@dataclass(frozen=True)
class NameOrInstitute(Problem):
    """After a person and a comma stands what may be another person, or the first one's company or institute. It is taken for the latter.

    ``Ann Bell, Morgan Stanley`` is written as ``Ann Bell, Morgan Freeman`` is. An institute too many misleads less than a person
    who does not exist.
    """

    text: str
    name: str

    code: ClassVar[str] = "N704"
    example: ClassVar[str] = """\
chair: Signy Havgras, Volta Mouth
                      ^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """Both readings."""
        return f"'{self.text}' may be a second person; taken for the institute of '{self.name}'"

    @property
    def help(self) -> str:
        """How each is written so that it is understood."""
        return f"write '{self.name} ({self.text})' for an institute, '{self.name}; {self.text}' for two people"


@dataclass(frozen=True)
class NameMayBeOnePerson(Problem):
    """Two people may be one: their names spell the same in Chinese characters and pinyin, in another order, or with initials only.

    Until that is certain each has an entry in the index of speakers with half of their sessions, and double bookings go unnoticed.
    """

    name: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N705"
    example: ClassVar[str] = """\
organizer: 许志钦
           ^^^^^^
chair: Zhiqin Xu, Southern University
"""

    @property
    def message(self) -> str:
        """Both names."""
        return f"'{self.name}' may be '{self.other}'; taken for two people"

    @property
    def help(self) -> str:
        """The lines that say so, and those that deny it."""
        return (
            f'if they are one, add to program.toml: [[people]], name = "{self.other}", aliases = ["{self.name}"]; '
            "if they are two, list each under [[people]]"
        )

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other name stands."""
        return (self.other_at,)


@dataclass(frozen=True)
class NameMayBeMisspelt(Problem):
    """A name is almost that of somebody else in the program (``Zhihuang Zhang``, ``Zhihua Zhang``): probably a slip.

    It makes a person of its own, who does not exist. They are not joined, for two such people may well be there.
    """

    name: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N706"
    example: ClassVar[str] = """\
organizer: Zhihuang Zhang
           ^^^^^^^^^^^^^^
chair: Zhihua Zhang, Southern University
"""

    @property
    def message(self) -> str:
        """Both names."""
        return f"'{self.name}' is almost '{self.other}'; taken for another person"

    @property
    def help(self) -> str:
        """Correct it, or say that they are two."""
        return (
            f"if it is a slip, write '{self.other}', or add the spelling to the aliases of that person under [[people]] in program.toml; "
            "if they are two people, list each there"
        )

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other name stands."""
        return (self.other_at,)


@dataclass(frozen=True)
class BiographyOfAnother(Problem):
    """A speaker's biography begins with another name than the speaker's: the name is misspelt, or the biography is another's.

    ``Zhiqing Xu`` over a biography of 许志钦 (Zhiqin) is a slip; over one of 刘歆 the text has been copied from another page.
    """

    name: str
    about: str
    reading: str | None
    about_at: Span

    code: ClassVar[str] = "N707"
    example: ClassVar[str] = """\
speaker: Zhiqing Xu
         ^^^^^^^^^^
biography: 许志钦，上海交通大学副教授。
"""

    @property
    def message(self) -> str:
        """Both names."""
        read = f" ({self.reading})" if self.reading else ""
        return f"the biography under '{self.name}' begins with the name '{self.about}'{read}"

    @property
    def help(self) -> str:
        """What to compare."""
        return (
            "correct the name or the biography; if both are right, add to program.toml: "
            f'[[people]], name = "{self.name}", aliases = ["{self.about}"]'
        )

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the biography's name stands."""
        return (self.about_at,)


@dataclass(frozen=True)
class TwoSpellingsOfAnInstitute(Problem):
    """An institute is probably one with another of the program that is written a little otherwise: ``Peking university``.

    Both are printed as they are written; readers see two institutes where there is one.
    """

    institute: str
    other: str
    other_at: Span

    code: ClassVar[str] = "N708"
    example: ClassVar[str] = """\
organizer: Yin Xia, Peking University
chair: Yundong Tu, Peking university
       ^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """Both spellings."""
        return f"institute '{self.institute}' is written '{self.other}' elsewhere"

    @property
    def help(self) -> str:
        """Decide for one."""
        return "write the institute in the same way on all pages"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other spelling stands."""
        return (self.other_at,)


@dataclass(frozen=True)
class NameInCapitals(Problem):
    """A name has its family name in capitals (``Dong XIA``), as hardly any other name of the program has.

    It is understood, but stands out on cards and in the index. Where many names are written so, none is reported.
    """

    name: str

    code: ClassVar[str] = "N709"
    example: ClassVar[str] = """\
panelists:
  - Wei Lin
  - Jun Zhu
  - Di He
  - Fang Wei
  - Qian Lin
  - Yitong Yin
  - Ruihua Song
  - Anna Bell
  - Carla Doe
chair: Dong XIA
       ^^^^^^^^
"""

    @property
    def message(self) -> str:
        """The name."""
        return f"'{self.name}' has its family name in capitals, unlike the other names"

    @property
    def help(self) -> str:
        """As the others."""
        return "write it as the other names are written"


_SHOWN = 60
