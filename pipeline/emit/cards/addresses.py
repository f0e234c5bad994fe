"""Where things are on the web: names for files, and links that are safe to follow."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urljoin, urlsplit

from anyascii import anyascii

_GAP = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def distinct_names(texts: Iterable[str], fallback: str) -> Mapping[str, str]:
    """For each text a file's name of its letters and digits in ASCII; of texts that give the same, later ones get a number."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for text in texts:
        name = _GAP.sub("-", anyascii(text[:_LONGEST]).lower())[:_LONGEST].strip("-") or fallback
        number = 1
        while (chosen := f"{name}-{number}" if number > 1 else name) in taken:
            number += 1
        names[text] = chosen
        taken.add(chosen)
    return names


def is_web(address: str | None) -> bool:
    """Whether an address is of the web: ``javascript:`` and its like are never linked."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def absolute(base: str | None, address: str | None) -> str | None:
    """An address an author wrote, made absolute; ``None`` unless it leads to the web."""
    try:
        full = urljoin(base or "", (address or "").strip())
    except ValueError:
        return None
    return full if address and is_web(full) else None
