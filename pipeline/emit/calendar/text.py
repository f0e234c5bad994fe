"""Any text → text that can stand in a feed without changing its structure (RFC 5545, 3.3.11), on lines of the right length (3.1).

Readers that split a feed with ``str.splitlines`` end a line at U+0085 or U+000B too, so the controls go, not only CR and LF.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from icalendar import Component, vText

# Line ends of every kind, U+2028 and U+2029 included.
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
# C0 and C1 controls but line feed and tab, the byte order mark, lone surrogates (no UTF-8 can hold them).
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t]+")
_OCTETS = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class Text(vText):
    r"""A TEXT value with exactly the four escapes of RFC 5545, 3.3.11.

    icalendar's own writer also turns the two characters ``\N`` into a line break, so that ``C:\New`` comes out as two lines.
    """

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The value escaped, as UTF-8."""
        return self.translate(_ESCAPES).encode()


def line(words: str) -> Text:
    """The words on one line: every run of blanks and line ends one space, none at the ends."""
    return Text(" ".join(_clean(words).split()))


def block(paragraphs: Iterable[str]) -> Text:
    """The paragraphs that say something, a blank line between any two; the line ends within them stay."""
    return Text("\n\n".join(filter(None, map(_tidy, paragraphs))))


def content(component: Component) -> list[bytes]:
    """A component's content lines, those of components in it included, in icalendar's order.

    Its own ``content_lines`` copies and decodes each line several times, which takes most of the time of a large feed.
    """
    return [folded(_content_line(name, value)) for name, value in component.property_items()]


def _content_line(name: str, value: Any) -> bytes:  # noqa: ANN401 - icalendar's values have no common type
    if isinstance(value, bytes):  # of BEGIN and END
        return b"%b:%b" % (name.encode(), value)
    written = value.to_ical()
    data: bytes = written.encode() if isinstance(written, str) else written
    parameters = value.params.to_ical() if value.params else b""
    return b"%b;%b:%b" % (name.encode(), parameters, data) if parameters else b"%b:%b" % (name.encode(), data)


def folded(line: bytes) -> bytes:
    r"""One content line in UTF-8 with its end, folded into lines of at most 75 octets.

    No fold cuts a character, as some readers decode before they unfold, nor an escape; icalendar's own cuts ``\\\\`` in two.
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
    lines = (_BLANKS.sub(" ", one).strip() for one in _clean(paragraph).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _clean(words: str) -> str:
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _LINE_END.sub("\n", words)))
