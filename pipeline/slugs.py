"""Text in any script → names that are safe in addresses, in ids and as file names on every system."""

import re
from collections.abc import Hashable, Mapping
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

_LONGEST = 60
_IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_GAP = re.compile(r"[^a-z0-9]+")
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: these are devices, with any extension too.
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def slug(text: str, fallback: str) -> str:
    """The text as lower-case ASCII letters and digits with ``-`` between: ``"Xi'an 西安 Hall"`` is ``xian-xi-an-hall``.

    Depends on nothing but its arguments, is never empty, at most 60 characters long and no reserved name of Windows. Where the text
    has no letter or digit that could be spelled, ``fallback`` is used, and in the last resort ``untitled``.
    """
    name = _ascii(text) or _ascii(fallback) or "untitled"
    if len(name) > _LONGEST:
        head, cut = name[:_LONGEST], name[_LONGEST]
        # Better at the end of a word, unless the word is most of the name.
        name = head if cut == "-" or "-" not in head[_LONGEST // 2 :] else head.rpartition("-")[0]
    return portable(name.strip("-"))


def portable(name: str) -> str:
    """The name as a file may be called on every system: Windows takes ``con`` for a device, with any extension too."""
    return f"{name}-1" if _DEVICE.fullmatch(name) else name


def distinct(slugs: Mapping[T, str]) -> dict[T, str]:
    """The slugs made distinct: of things with the same one, all but the first, in the mapping's order, get ``-2``, ``-3`` and so on."""
    taken = set(slugs.values())
    given: set[str] = set()
    made: dict[T, str] = {}
    for thing, name in slugs.items():
        chosen, number = name, 1
        while chosen in given or (number > 1 and chosen in taken):
            number += 1
            chosen = f"{name}-{number}"
        given.add(chosen)
        made[thing] = chosen
    return made


def _ascii(text: str) -> str:
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 - its tables are read from disk: pages in plain ASCII need not wait

        text = anyascii(_IDEOGRAPH.sub(lambda character: f" {character[0]} ", text))
    return _GAP.sub("-", _APOSTROPHE.sub("", text.lower())).strip("-")
