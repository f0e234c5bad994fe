"""Colour on terminals, as ECMA-48 (ANSI) escape sequences."""

from collections.abc import Callable

Paint = Callable[[str, str], str]

_CODES = {"bold": "1", "dim": "2", "red": "1;31", "green": "1;32", "yellow": "1;33", "blue": "1;34", "cyan": "36"}


def painter(*, color: bool) -> Paint:
    """A function of a text and a style's name; without ``color`` it gives back the plain text."""
    return _painted if color else _plain


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def _plain(text: str, _style: str) -> str:
    return text
