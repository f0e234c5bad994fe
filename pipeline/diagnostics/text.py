"""Problems of what the program shows beside facts: texts and pictures (M8xx)."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.diagnostics import Problem


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


_SHOWN = 60
