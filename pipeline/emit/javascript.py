"""Facts as JavaScript: data files that a page loads as scripts, from a server and from a disk alike.

A page on a disk may not fetch a file, but may load a script. No text in the data can end the ``<script>`` it may stand in, nor the line.
Values are lists and records of our own keys; what an author names is never a key, so that nothing is called ``__proto__``.
"""

import json
import re

# Inside <script>, HTML looks for "</script" and "<!--" (13.2.6.4.4), and JavaScript ended a line at U+2028 and U+2029.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def literal(value: object) -> str:
    """A value as JSON that is also JavaScript, and inert in HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda mark: f"\\u{ord(mark.group()):04x}", text)


def assigned(name: str, value: object) -> str:
    """A script that hands a value to the cards' scripts, as ``confbook.<name>``."""
    return f"(self.confbook??={{}}).{name}={literal(value)};\n"
