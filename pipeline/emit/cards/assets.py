"""The files that are the same on all pages: the style sheet, put together of its parts, the tracks' accents, the icon."""

from collections.abc import Iterator

from pipeline.emit import theme
from pipeline.emit.cards.guide import Guide
from pipeline.model import Artifact
from pipeline.resources import templates

#: The parts of the style sheet, in ``templates/cards/style/``, in the order of the cascade.
PARTS = (
    "tokens",
    "elements",
    "frame",
    "day",
    "card",
    "timetable",
    "session",
    "lists",
    "now",
    "tools",
    "stars",
    "narrow",
    "whole",
    "print",
)


def style() -> str:
    """The style sheet."""
    folder = templates("cards") / "style"
    return "\n".join((folder / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)


def assets(guide: Guide) -> Iterator[Artifact]:
    """Style, accents, theme, icon, and the pictures."""
    yield Artifact("assets/cards.css", style().encode())
    yield Artifact("assets/tracks.css", accents(guide).encode())
    own = guide.program.event.theme
    if sheet := theme.sheet(own):
        yield Artifact("assets/theme.css", sheet.encode())
    yield from (Artifact(path, content) for path, content in theme.font_files(own).items())
    yield from guide.gallery.artifacts


def whole_style(guide: Guide) -> str:
    """All style in one text, for a page that is one file."""
    return "\n".join((style(), accents(guide), theme.sheet(guide.program.event.theme, alone=True)))


def accents(guide: Guide) -> str:
    """Each track's colour, on light and on dark ground; paper is light."""
    made = [strand.accent for strand in guide.strands.values()]
    light = "".join(f".{accent.css} {{ --track: {accent.light}; }}\n" for accent in made)
    dark = "".join(f"  .{accent.css} {{ --track: {accent.dark}; }}\n" for accent in made)
    return f"{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
