"""Problems of single pages: files that can't be read, and words that can't be understood (P1xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Edit, Problem, Severity
from pipeline.source import Span


@dataclass(frozen=True)
class UnreadablePage(Problem):
    """A page's bytes are no text, or cannot be had.

    confbook reads UTF-8. A page in another encoding (GB 18030, Windows-1252) would print garbled names, and a page that is left out
    would be taken for removed, so nothing is published.
    """

    reason: str
    remedy: str = "save the file as UTF-8 text; most editors offer it under 'Save with encoding'"

    code: ClassVar[str] = "P101"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Why the file can't be read."""
        return f"this page cannot be read: {self.reason}"

    @property
    def help(self) -> str:
        """How to save it, or what to put in its place."""
        return self.remedy


@dataclass(frozen=True)
class BrokenFrontMatter(Problem):
    """The block of fields between the fences at the page's top does not follow its grammar (YAML, TOML or JSON).

    Nothing in it can be trusted then, and a page without its fields would be published with facts missing.
    """

    reason: str

    code: ClassVar[str] = "P102"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
---
title: "Rivers
       ^
date: 2026-10-15
---
"""

    @property
    def message(self) -> str:
        """What the parser stumbled over."""
        return f"the front matter cannot be read: {self.reason}"

    @property
    def help(self) -> str:
        """The usual causes."""
        return "put values that hold ': ', '#' or quotes into quotes, indent with spaces, and close the block with '---'"


@dataclass(frozen=True)
class MisspeltField(Problem):
    """A field's name is almost one that confbook knows.

    A misspelt field is not read, so its fact would silently be missing from all outputs. A slip of one letter, where the page has no
    field for that fact yet, is corrected by `check --fix`.
    """

    name: str
    known: str
    certain: bool = False

    code: ClassVar[str] = "P103"
    example: ClassVar[str] = """\
---
title: Rivers
speekers: [Ada Brook]
^^^^^^^^
date: 2026-10-15
---
"""

    @property
    def message(self) -> str:
        """The name as written."""
        return f"field '{self.name}' is not known, so it is not read"

    @property
    def help(self) -> str:
        """The name that was meant, probably."""
        return f"did you mean '{self.known}'?"

    @property
    def fix(self) -> Edit | None:
        """The name that was meant, where it is certain."""
        return Edit(self.span, self.name, self.known) if self.certain else None


@dataclass(frozen=True)
class RepeatedField(Problem):
    """A field stands twice in the same front matter; only the first is read.

    Which one the author meant last cannot be told, and other programs read the second.
    """

    name: str
    first: Span

    code: ClassVar[str] = "P104"
    example: ClassVar[str] = """\
---
title: Rivers
title: Rivers
^^^^^
date: 2026-10-15
---
"""

    @property
    def message(self) -> str:
        """Which field."""
        return f"field '{self.name}' is given twice; the first is used"

    @property
    def help(self) -> str:
        """Remove one."""
        return "keep one of the two lines"

    @property
    def related(self) -> tuple[Span, ...]:
        """The first of the two."""
        return (self.first,)


@dataclass(frozen=True)
class UnreadText(Problem):
    """A part of the page states something that confbook cannot tell the meaning of.

    What is not understood is not in the cards, the calendar or the booklet; better that you know.
    """

    words: str

    code: ClassVar[str] = "P105"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
---

<div class="tip">Location: Main Hall</div>

<div>Bring your own boots.</div>
     ^^^^^^^^^^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """The first words of it."""
        short = self.words if len(self.words) <= _SHOWN else self.words[: _SHOWN - 1] + "…"
        return f"cannot tell what this means: '{short}'"

    @property
    def help(self) -> str:
        """Give it a label, or take it out."""
        return (
            "put a label before it ('Abstract:', 'Location:', 'Host:', 'Speaker:'), or remove it if it is not part of the program"
        )


_SHOWN = 60


@dataclass(frozen=True)
class MisplacedPicture(Problem):
    """A picture stands inside an abstract or a biography, where no portrait belongs.

    Such pictures are leftovers of another talk, as a rule, and would show somebody else's face beside the text.
    """

    reference: str
    where: str

    code: ClassVar[str] = "P106"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
---

<div class="tip">Location: Main Hall</div>
<div class="row">
    <div class="left"><div class="font-bold">Ada Brook</div></div>
    <div class="right">
        <div><b>Title:</b> Rivers</div>
        <div><b>Biography:</b> Ada Brook walks. <img src="/images/other.png"/></div>
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    </div>
</div>
"""

    @property
    def message(self) -> str:
        """Which picture."""
        return f"picture '{self.reference}' stands inside the {self.where}; it is left out"

    @property
    def help(self) -> str:
        """Move or remove."""
        return "move it to the speaker's portrait, or remove it if it belongs to somebody else"


@dataclass(frozen=True)
class MissingTitle(Problem):
    """A page of the program has no title: neither in its front matter nor under a label in its body.

    Every output names a session by its title, so there is nothing to publish it under.
    """

    code: ClassVar[str] = "P107"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = """\
---
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
---
"""

    @property
    def message(self) -> str:
        """There is none."""
        return "this page has no title"

    @property
    def help(self) -> str:
        """The line to add."""
        return "add a line 'title: …' to its front matter"


@dataclass(frozen=True)
class Placeholder(Problem):
    """A value is only a stand-in for one that is not known yet (``TBA``, ``XXX University``, ``待定``).

    A stand-in printed as a fact misleads; confbook leaves the fact out ("to be announced") until it is known.
    """

    fact: str
    text: str

    code: ClassVar[str] = "P108"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
---

<div class="tip">Location: Main Hall</div>
<div class="tip">Host: TBA</div>
                       ^^^
"""

    @property
    def message(self) -> str:
        """Which fact, which words."""
        return f"the {self.fact} is a placeholder: '{self.text}'; it is left out"

    @property
    def help(self) -> str:
        """Fill in or delete."""
        return f"write the {self.fact} when it is known; until then the line can stay or go"


@dataclass(frozen=True)
class StatementsDisagree(Problem):
    """The page states one fact twice, and the statements differ; the one named as used is published.

    Readers of the page see both; only one can be right.
    """

    fact: str
    used: str
    other: str
    used_at: Span

    code: ClassVar[str] = "P109"
    example: ClassVar[str] = """\
---
title: Rivers
summary: "9:50 a.m. — 11:35 a.m., Thursday, Oct. 15, 2026"
venue: Main Hall
---

<div class="tip">Location: Harbour Room</div>
                           ^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """Both statements."""
        return f"the page also says '{self.other}' for the {self.fact}; '{self.used}' is used"

    @property
    def help(self) -> str:
        """Correct one."""
        return "correct the one that is wrong, or remove it"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the statement in use stands."""
        return (self.used_at,)


@dataclass(frozen=True)
class NoPages(Problem):
    """The folder holds no page of a program.

    It is the wrong one, as a rule; an empty program is not published over a full one.
    """

    folder: str

    code: ClassVar[str] = "P110"
    severity: ClassVar[Severity] = Severity.ERROR
    example: ClassVar[str] = ""

    @property
    def message(self) -> str:
        """Where none were found."""
        return f"no program pages in '{self.folder}'"

    @property
    def help(self) -> str:
        """What is looked for."""
        return "name a Hugo site, its content folder, or a folder of Markdown pages, one for each session"


@dataclass(frozen=True)
class UnreadPicture(Problem):
    """A picture stands on the page, and it cannot be told whose portrait it is, or whether it is one.

    Nothing is read from pictures: a program that is a picture is no program to people who listen, search or subscribe.
    """

    reference: str

    code: ClassVar[str] = "P111"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
venue: Main Hall
---

<img src="/images/timetable.png"/>
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

    @property
    def message(self) -> str:
        """Which picture."""
        return f"cannot tell what the picture '{self.reference}' is for; it is left out"

    @property
    def help(self) -> str:
        """Words, or beside a name."""
        return "write what it shows as text; put a portrait beside its speaker's name, or remove the picture"


@dataclass(frozen=True)
class UnclearStatus(Problem):
    """The page says that its session was moved, or is neither surely on nor off.

    Nobody can tell whether the times on the page are the old ones or the new ones. The session is shown as it is written.
    """

    words: str

    code: ClassVar[str] = "P113"
    example: ClassVar[str] = """\
---
title: "[POSTPONED] Rivers"
        ^^^^^^^^^^^
date: 2026-10-15
---
"""

    @property
    def message(self) -> str:
        """What it says, and what is made of it."""
        return f"'{self.words}' does not say whether the session takes place as written; it is shown as confirmed"

    @property
    def help(self) -> str:
        """The two ways to mend it."""
        return "if the page has the new time and place, take the words out; if not, take out the old ones, or write 'status: cancelled'"


@dataclass(frozen=True)
class UntitledEntry(Problem):
    """An entry of a timetable has hours and nothing to call it by yet; it is left out until it has.

    Every output names a session by its title. An empty slot of a timetable may also mean that nothing happens then.
    """

    text: str

    code: ClassVar[str] = "P141"
    example: ClassVar[str] = """\
---
title: Schedule
---

| Date         | Time        | Title   |
|--------------|-------------|---------|
| Oct 15, 2026 | 9:00-10:00  | Rivers  |
| Oct 16, 2026 | 9:00-10:00  | Lakes   |
| Oct 17, 2026 | 9:00-10:00  | TBA     |
                               ^^^
"""

    @property
    def message(self) -> str:
        """What stands there."""
        return f"this entry has no title yet: '{self.text}'; it is left out"

    @property
    def help(self) -> str:
        """Fill it in."""
        return "write what happens then when it is known; until then the line can stay or go"


@dataclass(frozen=True)
class LeftoverDocumentTitle(Problem):
    """An HTML document was pasted into the page with a `<title>` that is the title of nothing on it.

    No reader is shown it, but search engines and whoever edits the page next are told the name of another session: the page it was
    copied from, or its own former name. `check --fix` takes it out.
    """

    title: str
    written: str

    code: ClassVar[str] = "P131"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
venue: Main Hall
---

<head>
<title>Lakes in Winter</title>
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
</head>
"""

    @property
    def message(self) -> str:
        """The title."""
        return f"a pasted document's title is left on the page, and nothing here is called so: '{self.title}'"

    @property
    def help(self) -> str:
        """Take it out, or correct the page's."""
        return "take the <title> out; if it is right, correct the page's own title"

    @property
    def fix(self) -> Edit | None:
        """Without it, where it stands on one line."""
        return Edit(self.span, self.written, "") if self.span.line == self.span.end_line else None


@dataclass(frozen=True)
class SignLikeTag(Problem):
    """A `<` in a text of HTML is followed by letters, as the beginning of a tag is: `1<p ≤ 2`.

    Browsers take all up to the next `>` for a tag and show nothing of it. confbook reads it as the sign that it is.
    `check --fix` writes `&lt;`.
    """

    words: str

    code: ClassVar[str] = "P132"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
venue: Main Hall
---

<p>Abstract: Let 1<p and q be its conjugate.</p>
                  ^
"""

    @property
    def message(self) -> str:
        """What begins like a tag."""
        return f"browsers hide what follows '{self.words}': they take it for a tag; it is read as a sign"

    @property
    def help(self) -> str:
        """The way to write it."""
        return "write &lt; or put a space behind the sign"

    @property
    def fix(self) -> Edit:
        """The sign as HTML writes it."""
        return Edit(self.span, "<", "&lt;")
