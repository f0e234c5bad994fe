"""Finds the files that pages and configuration refer to: in the site's folders only, never on the network."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from urllib.parse import unquote

_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)


class Lost(Enum):
    """Why there is no file behind a reference."""

    REMOTE = auto()  #: It is an address on the web.
    OUTSIDE = auto()  #: It leads out of the site.
    MISSING = auto()  #: There is no such file.


def find(written: str, roots: Sequence[Path]) -> Path | Lost:
    """The file that is called ``/images/x.png`` or ``../x.png``.

    ``roots`` are the folders where files may be, in the order in which they are searched; a leading ``/`` is the root of the site,
    so of any of them. Nothing outside of them is found, not through ``..`` and not through a link.
    """
    if _REMOTE.match(written.strip()):
        return Lost.REMOTE
    candidates = [_within(root, _relative(written), roots) for root in roots]
    path = next((path for path in candidates if path is not None and path.is_file()), None)
    if path is None:
        return Lost.OUTSIDE if candidates and not any(candidates) else Lost.MISSING
    return path


def _relative(written: str) -> str:
    """The reference as a path below a root: without query and fragment, percent signs decoded as a browser does."""
    path = re.split(r"[?#]", written.strip(), maxsplit=1)[0]
    return unquote(path).replace("\\", "/").lstrip("/")


def _within(root: Path, relative: str, roots: Sequence[Path]) -> Path | None:
    """The real path of ``relative`` below ``root``, links followed; ``None`` where that is in none of the roots."""
    try:
        path = (root / relative).resolve()
        inside = any(path.is_relative_to(allowed.resolve()) for allowed in roots)
        path.is_file()
    except (OSError, RuntimeError, ValueError):
        # A loop of links, a name too long for the system, a NUL: there is no such file, and it is nowhere else either.
        return root.resolve() / "no-such-file"
    return path if inside else None
