"""What the tracks are called in addresses, and one accent for each: colours that stay apart for colour-blind readers on light and on dark ground.

After Okabe and Ito (2008), darkened or lightened to a contrast of at least 3:1 with the page (WCAG 2.2, 1.4.11). The accent is never
the only sign: a track's name always stands beside it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.addresses import slug
from pipeline.model import Edition, Program
from pipeline.slugs import distinct, portable

_PALETTE = (
    ("#0b6cb0", "#62b1f0"),  # blue
    ("#c8501e", "#f2935f"),  # vermilion
    ("#0a8a66", "#3fcaa0"),  # bluish green
    ("#a8467f", "#e69cc8"),  # reddish purple
    ("#96700a", "#e5bd4c"),  # orange, towards ochre
    ("#5b56c4", "#aba6f5"),  # violet
    ("#3d7f8c", "#86cbd8"),  # sky, towards teal
    ("#6b6b6b", "#b5b5b5"),  # grey
)
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Accent:
    """A track's class name in the pages, and its colour on light and on dark ground."""

    css: str
    light: str
    dark: str


def track_names(edition: Edition) -> Mapping[str, str]:
    """Under each track's name what its page and its feed are called, without the extension; all of them distinct."""
    removed = (session.track for session in edition.removed if session.track)
    return distinct({track: portable(slug(track)) for track in (*accents(edition.program), *removed)})


def accents(program: Program) -> Mapping[str, Accent]:
    """Under each track's name its accent: those of the event in its order, then tracks that only sessions name."""
    colors: dict[str, str | None] = {track.name: track.color for track in program.event.tracks}
    for name in _named(program):
        colors.setdefault(name, None)
    return {name: _accent(index, color) for index, (name, color) in enumerate(colors.items())}


def _named(program: Program) -> Iterable[str]:
    return (session.track for session in program.sessions if session.track)


def rgb(accent: Accent) -> tuple[int, ...]:
    """The accent's red, green and blue (0 to 255) on a dark ground, for pictures: two fifths lighter than on a light one."""
    return tuple(round(int(accent.light[at : at + 2], 16) * 0.6 + 255 * 0.4) for at in (1, 3, 5))


def _accent(index: int, color: str | None) -> Accent:
    light, dark = _PALETTE[index % len(_PALETTE)]
    if color and _HEX.fullmatch(color):
        light, dark = color, f"color-mix(in oklab, {color} 60%, white)"
    return Accent(f"track-{index + 1}", light, dark)
