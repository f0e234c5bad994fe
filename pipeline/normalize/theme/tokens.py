"""The colours that the cards have without a theme, read from their own style sheet: it is the one place that states them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.resources import templates

_BLOCK = re.compile(r":root \{(.*?)\n *\}", re.DOTALL)
_COLOR = re.compile(r"--([\w-]+): (#[0-9a-f]{6}|#[0-9a-f]{3});")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Scheme:
    """What each token is, on light or on dark ground."""

    tokens: Mapping[str, str]
    dark: bool


@cache
def usual() -> tuple[Scheme, Scheme]:
    """The light scheme and the dark one."""
    text = (templates("cards") / "style" / "tokens.css").read_text(encoding="utf-8")
    light, dark = ({name: _long(color) for name, color in _COLOR.findall(block)} for block in _BLOCK.findall(text))
    return Scheme(light, dark=False), Scheme(light | dark, dark=True)


def _long(color: str) -> str:
    return "#" + "".join(2 * digit for digit in color[1:]) if len(color) == _SHORT else color
