"""A text → Markdown that shows just it: what pages say is neither markup nor a call to anybody.

GitHub and GitLab read more than CommonMark where they show a report: ``@name`` calls a person, ``#1`` and ``GH-1`` are links that leave a
mark at another place, addresses become links, ``:word:`` a picture, ``$…$`` a formula. A space without width in it ends each of those.
"""

import re

from pipeline.diagnostics.show.excerpt import safe

_LONGEST = 300  # characters: a report has a largest size
_APART = "&#8203;"
_ESCAPED = {ord(character): f"\\{character}" for character in "\\`*_{}[]<>|~&!"}
_ESCAPED |= {ord("#"): f"\\#{_APART}", ord("@"): f"@{_APART}", ord("$"): "<span>$</span>"}
_CALLING = re.compile(r"(?<=:)(?=[a-z/+-])|(?<=www\.)|(?<=GH-)(?=\d)", re.IGNORECASE)


def inert(text: str) -> str:
    """The text on one line, cut where it is very long, in which nothing is markup. It may stand anywhere but at a line's beginning."""
    line = safe(" ".join(text.split()))
    shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return _CALLING.sub(_APART, shown.translate(_ESCAPED))
