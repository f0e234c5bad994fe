"""Which characters a text may have: those that print, and those that make others print right."""

import re
import unicodedata
from collections.abc import Sequence

# C0 and C1 controls but tab and line ends, byte order marks, lone surrogates, noncharacters.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Embeddings and overrides of direction (Unicode TR9): they can make a line read as another one. Isolates are harmless when closed.
_OVERRIDES = re.compile(r"[\u202a-\u202e]")
_ISOLATES = re.compile(r"[\u2066-\u2069]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
# Composing these would replace them by other characters: Han compatibility ideographs, as in names.
_KEPT = re.compile(r"([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")


def clean(text: str) -> str:
    """The text without characters that no text has (controls, half surrogates, overrides of direction), composed (Unicode NFC)."""
    text = _OVERRIDES.sub("", _CONTROLS.sub("", text))
    if not _balanced(_ISOLATES.findall(text)):
        text = _ISOLATES.sub("", text)
    return "".join(part if _KEPT.match(part) else unicodedata.normalize("NFC", part) for part in _KEPT.split(text))


def is_blank(text: str) -> bool:
    """Whether nobody sees anything of it: blanks, controls, zero-width characters."""
    return all(unicodedata.category(character) in _UNSEEN for character in text)


def _balanced(isolates: Sequence[str]) -> bool:
    depth = 0
    for character in isolates:
        depth += -1 if character == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0
