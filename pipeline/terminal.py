"""A stream that a command writes to: whether it takes colours, how wide it is, and writing what it may not be able to show."""

import io
import os
import shutil
from typing import TextIO

_WIDTH = 100  # columns of a report that goes into a file


def width(stream: TextIO) -> int:
    """The columns of a terminal; of a file those that are easy to read."""
    return shutil.get_terminal_size().columns if stream.isatty() else _WIDTH


def colored(choice: str, stream: TextIO) -> bool:
    """Whether to paint: as asked, else on terminals, unless ``NO_COLOR`` is set (no-color.org)."""
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(stream: TextIO, text: str, *, encoding: str | None = None) -> None:
    """Prints; what the stream's encoding does not have is escaped rather than a reason to stop."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
    stream.write(text)
    stream.flush()
