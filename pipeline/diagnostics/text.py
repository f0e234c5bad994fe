"""Problems of what the program shows beside facts: titles, texts and pictures (M8xx)."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem
from pipeline.source import Span


@dataclass(frozen=True)
class MissingPhoto(Problem):
    """A page shows a picture that is not there.

    A reader would see a broken picture, so cards and booklet do without it.
    """

    reference: str

    code: ClassVar[str] = "M801"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
photo: /images/nobody.png
       ^^^^^^^^^^^^^^^^^^
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
        """Which picture."""
        return f"there is no picture '{self.reference}'"

    @property
    def help(self) -> str:
        """Where it is looked for."""
        return "pictures are looked for in the site's 'static' folder, in the content folder and beside the page; mind upper and lower case"


@dataclass(frozen=True)
class UnreadablePhoto(Problem):
    """A file that a page shows as a picture is none that can be printed: another format, damaged, or too large.

    The booklet and the calendar's readers would stumble over it, so it is left out of every output alike.
    """

    reference: str
    reason: str

    code: ClassVar[str] = "M802"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
photo: program.toml
       ^^^^^^^^^^^^
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
        """Which picture, and what is wrong with it."""
        return f"picture '{self.reference}' is left out: {self.reason}"

    @property
    def help(self) -> str:
        """What is wanted."""
        return "save it as PNG, JPEG, WebP or GIF of at most 20 MB and 50 million pixels; a portrait needs no more than 1000 x 1000"


@dataclass(frozen=True)
class OutsidePhoto(Problem):
    """A picture's path leads out of the site, by ``..`` or through a link.

    Pages may come from many hands: what lies elsewhere on the machine that builds them must not get into what is published.
    """

    reference: str

    code: ClassVar[str] = "M803"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
photo: ../../../ada.png
       ^^^^^^^^^^^^^^^^
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
        """Which picture."""
        return f"picture '{self.reference}' lies outside the site; it is left out"

    @property
    def help(self) -> str:
        """Bring it in."""
        return "copy the file into the site, as static/images/…, and refer to it as /images/…"


@dataclass(frozen=True)
class RemotePhoto(Problem):
    """A picture is referred to by a web address, or written into the page as data.

    confbook fetches nothing from the network: an output made today and one made tomorrow must be the same.
    """

    reference: str

    code: ClassVar[str] = "M804"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
speaker: Ada Brook
photo: https://example.org/ada.png
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
        """Which picture."""
        short = self.reference if len(self.reference) <= _SHOWN else self.reference[: _SHOWN - 1] + "…"
        return f"picture '{short}' is no file of the site; it is left out"

    @property
    def help(self) -> str:
        """Download it."""
        return "save the picture in the site, as static/images/…, and refer to it as /images/…"


@dataclass(frozen=True)
class PhotoOfTwoPeople(Problem):
    """One picture is the photo of two people. One of them is shown with another's face.

    That happens where a page is made from a copy of another one, and the picture's name is forgotten.
    """

    reference: str
    name: str
    other: str
    other_at: Span

    code: ClassVar[str] = "M805"
    example: ClassVar[str] = """\
---
title: Rivers
date: 2026-10-15
start: 09:00
end: 10:00
venue: Main Hall
talks:
  - title: The Source
    speaker: Ada Brook
    photo: /images/brook.png
  - title: The Mouth
    speaker: Eve Ford
    photo: /images/brook.png
           ^^^^^^^^^^^^^^^^^
---
== static/images/brook.png 240x300
== program.toml
[event]
title = "Waters"
timezone = "Europe/Berlin"

[[venues]]
name = "Main Hall"
"""

    @property
    def message(self) -> str:
        """The picture and both names."""
        return f"picture '{self.reference}' is the photo of '{self.name}' here and of '{self.other}' elsewhere"

    @property
    def help(self) -> str:
        """Which to look at."""
        return "give each person a photo of their own, or none"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where it is the other's."""
        return (self.other_at,)


@dataclass(frozen=True)
class PhotoNamedAfterAnother(Problem):
    """A photo's file is named after somebody else of the program: ``bell.png`` beside the name of Eva Fox.

    Pages are made from copies of others, and photos are moved with the lines around them. Nobody else sees that it is another's face.
    """

    reference: str
    name: str
    other: str
    other_at: Span

    code: ClassVar[str] = "M809"
    example: ClassVar[str] = """\
chair: Ada Brook
speaker: Eve Ford
photo: /images/brook.png
       ^^^^^^^^^^^^^^^^^
== static/images/brook.png 240x300
"""

    @property
    def message(self) -> str:
        """The picture and both names."""
        return f"picture '{self.reference}' is shown for '{self.name}', but named after '{self.other}'"

    @property
    def help(self) -> str:
        """Which to look at."""
        return "look whose face it is; if it is the right one, name the file after the person"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other is named."""
        return (self.other_at,)


@dataclass(frozen=True)
class ElongatedPhoto(Problem):
    """A photo is more than twice as high as wide, or as wide as high: no portrait can be cut out of it without guessing where the face is.

    Cards and booklet show its upper middle, which may be somebody's shoes, or half a group.
    """

    reference: str
    width: int
    height: int

    code: ClassVar[str] = "M806"
    example: ClassVar[str] = """\
speaker: Ada Brook
photo: /images/brook.png
       ^^^^^^^^^^^^^^^^^
== static/images/brook.png 900x300
"""

    @property
    def message(self) -> str:
        """Its shape."""
        return f"picture '{self.reference}' is {self.width} x {self.height} pixels: too {'wide' if self.width > self.height else 'high'} for a portrait"

    @property
    def help(self) -> str:
        """What is wanted."""
        return "cut the picture around the head and shoulders, about 4 wide to 5 high"


@dataclass(frozen=True)
class SmallPhoto(Problem):
    """A photo has fewer than 120 pixels on its shorter side. Portraits are printed 20 mm wide: that is less than 150 dots an inch.

    Printers ask for 300; below half of that the squares can be seen. On a card it is blurred as well.
    """

    reference: str
    width: int
    height: int

    code: ClassVar[str] = "M807"
    example: ClassVar[str] = """\
speaker: Ada Brook
photo: /images/brook.png
       ^^^^^^^^^^^^^^^^^
== static/images/brook.png 80x100
"""

    @property
    def message(self) -> str:
        """Its size."""
        return f"picture '{self.reference}' is only {self.width} x {self.height} pixels: too small to print"

    @property
    def help(self) -> str:
        """What is wanted."""
        return "use a picture of at least 240 x 300 pixels"


@dataclass(frozen=True)
class HugePhoto(Problem):
    """A photo has more than 4000 pixels on a side, or more than 5 MB. What confbook publishes is scaled down, the site's own pages are not.

    A page with a few such pictures takes a minute to open where a conference's network is busy.
    """

    reference: str
    width: int
    height: int
    size: int

    code: ClassVar[str] = "M808"
    example: ClassVar[str] = """\
speaker: Ada Brook
photo: /images/brook.png
       ^^^^^^^^^^^^^^^^^
== static/images/brook.png 4200x4800
"""

    @property
    def message(self) -> str:
        """Its size."""
        heavy = f" and {self.size / 1e6:.1f} MB" if self.size >= 1e5 else ""  # noqa: PLR2004 - what rounds to 0.1 MB
        return f"picture '{self.reference}' is {self.width} x {self.height} pixels{heavy}: pages that show it are slow"

    @property
    def help(self) -> str:
        """What is enough."""
        return "scale it down; a portrait needs no more than 1000 x 1000 pixels"


@dataclass(frozen=True)
class UndescribedPicture(Problem):
    """A page of words shows a picture and does not say in words what is on it.

    Whoever cannot see it, or whose network is too slow for it, is told nothing: WCAG 2.2, 1.1.1 asks for the words.
    """

    reference: str

    code: ClassVar[str] = "M810"
    example: ClassVar[str] = """\
title: Rivers
== pages/getting-there.md
---
title: Getting There
---
![](/images/plan.png)
^^^^^^^^^^^^^^^^^^^^^
== static/images/plan.png 300x200
"""

    @property
    def message(self) -> str:
        """Which picture."""
        return f"picture '{self.reference}' has no words for who cannot see it"

    @property
    def help(self) -> str:
        """Where they stand."""
        return f"say what it shows: ![the way from the station to the hall]({self.reference}), or the attribute 'alt' of an <img>"


@dataclass(frozen=True)
class FullWidthSign(Problem):
    """A title in Latin letters has a sign of the width of a Chinese character: `Deltas： A Survey`.

    It is printed with a hole beside it, in another font, and a search for the title with a plain sign does not find it.
    """

    title: str
    sign: str

    code: ClassVar[str] = "M831"
    example: ClassVar[str] = """\
title: Deltas：A Survey
             ^^
"""

    @property
    def message(self) -> str:
        """The sign, and the title."""
        return f"the title '{self.title}' has a full-width '{self.sign}'"

    @property
    def help(self) -> str:
        """The plain one."""
        return f"write '{self._plain}'"

    @property
    def _plain(self) -> str:
        return {"、": ",", "。": "."}.get(self.sign, unicodedata.normalize("NFKC", self.sign))


@dataclass(frozen=True)
class CodeOfSeveralSessions(Problem):
    """Two sessions carry one code (`s1-1`), as pages do that were made as copies of one another.

    The code is printed beside the title and looked up in timetables and on door signs: with the same for two sessions it leads to
    the wrong one. Words and simple numbers (`statistics`, `k1`) are no codes, and may be shared.
    """

    tag: str
    other_title: str
    other: Span

    code: ClassVar[str] = "M832"
    example: ClassVar[str] = """\
title: Rivers
tags: s1-1
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
== streams.md
title: Streams
tags: s1-1
      ^^^^
date: 2026-10-16
start: 09:00
end: 10:30
venue: Main Hall
"""

    @property
    def message(self) -> str:
        """The code, and who has it."""
        return f"the code '{self.tag}' is that of '{self.other_title}' already"

    @property
    def help(self) -> str:
        """Change one of them."""
        return "give this session a code of its own, or take the tag out"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the other session's stands."""
        return (self.other,)


@dataclass(frozen=True)
class UnnumberedTitle(Problem):
    """A session has no number in its title, another of the same series has one (`Panel: Deltas`, `Panel 2: Dams`), and none is the first.

    People who read `Panel 2` look for `Panel 1`. The title is published as it is written.
    """

    title: str
    other_title: str
    other: Span

    code: ClassVar[str] = "M833"
    example: ClassVar[str] = """\
title: "Panel: Deltas"
        ^^^^^^^^^^^^^
date: 2026-10-15
start: 09:00
end: 10:30
venue: Main Hall
== dams.md
title: "Panel 2: Dams"
date: 2026-10-16
start: 09:00
end: 10:30
venue: Main Hall
"""

    @property
    def message(self) -> str:
        """Both titles."""
        return f"'{self.title}' has no number, but there is '{self.other_title}'"

    @property
    def help(self) -> str:
        """Number it, or none."""
        return "number all sessions of the series, or none"

    @property
    def related(self) -> tuple[Span, ...]:
        """Where the numbered one stands."""
        return (self.other,)


_SHOWN = 60
