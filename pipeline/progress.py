"""What a build is doing: a spinner on a terminal, a line for each step elsewhere (as in a CI's log), or nothing."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

Watch = Callable[[str], None]


@contextlib.contextmanager
def watching(stream: TextIO, environment: Mapping[str, str], *, quiet: bool) -> Iterator[Watch]:
    """A function to be called with the name of each step as it begins, for as long as the block lasts."""
    if quiet:
        yield lambda _step: None
    elif stream.isatty() and "CI" not in environment and environment.get("TERM") != "dumb":
        with _spinner(stream) as watch:
            yield watch
    else:
        yield lambda step: _line(stream, step)


@contextlib.contextmanager
def _spinner(stream: TextIO) -> Iterator[Watch]:
    from rich.console import Console  # noqa: PLC0415 - needed on terminals only; a tenth of a second to import

    with Console(file=stream).status("starting") as status:
        yield status.update


def _line(stream: TextIO, step: str) -> None:
    stream.write(f"{step} …\n")
    stream.flush()
