r"""Any text → text that can stand in a feed without changing its structure (RFC 5545, 3.3.11), on lines of the right length (3.1).

We write the lines ourselves. icalendar turns the two characters ``\N`` of a text into a line break (``C:\New`` comes out as two lines),
folds between the two characters of an escape, writes small numbers with an exponent, and takes most of the time of a large feed.

Readers that split a feed with ``str.splitlines`` end a line at U+0085 or U+000B too, so the controls go, not only CR and LF.
"""

import re
import unicodedata
from collections.abc import Iterable

# Line ends of every kind but ours, the longest first.
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")
# C0 and C1 controls but line feed and tab, the byte order mark, lone surrogates (no UTF-8 can hold them).
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t]+")
_OCTETS = 75


def line(words: str) -> str:
    """The words on one line: every run of blanks and line ends one space, none at the ends."""
    return " ".join(_clean(words).split())


def block(paragraphs: Iterable[str]) -> str:
    """The paragraphs that say something, a blank line between any two; the line ends within them stay."""
    return "\n\n".join(filter(None, map(_tidy, paragraphs)))


def escaped(words: str) -> str:
    r"""The words as a TEXT value, with exactly the four escapes of RFC 5545, 3.3.11."""
    # The backslash first. Four searches take a fifth of the time of one translation by a table.
    return words.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def content_line(name: str, value: str) -> bytes:
    """A property as it stands in a feed: ``name`` with its parameters, and a value in the form of its type."""
    return folded(f"{name}:{value}".encode())


def text_line(name: str, words: str) -> bytes:
    """A property whose value is TEXT."""
    return content_line(name, escaped(words))


def folded(line: bytes) -> bytes:
    r"""One content line in UTF-8 with its end, folded into lines of at most 75 octets.

    No fold cuts a character, as some readers decode before they unfold, nor an escape.
    """
    data, lines, room = line, [], _OCTETS
    while len(data) > room:
        end = room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004  # the form of each octet of a character but its first (RFC 3629, 3)
            end -= 1
        backslashes = end - len(data[:end].rstrip(b"\\"))
        end -= backslashes % 2
        lines.append(data[:end])
        # The blank before each further line counts too.
        data, room = data[end:], _OCTETS - 1
    return b"\r\n ".join([*lines, data]) + b"\r\n"


def _tidy(paragraph: str) -> str:
    # A run of blanks could fill a folded line, which some readers take for a blank one and stop.
    lines = (_BLANKS.sub(" ", one).strip() if "  " in one or "\t" in one else one.strip() for one in _clean(paragraph).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _clean(words: str) -> str:
    for end in _LINE_ENDS:
        words = words.replace(end, "\n")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", words))
