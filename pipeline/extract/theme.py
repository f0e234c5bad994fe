"""What the site brings for its pages' design: fonts and templates, read once; its colours are ``normalize``'s business."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.config import Config
from pipeline.diagnostics import Problem
from pipeline.diagnostics.design import UnusableFont
from pipeline.extract.fonts import read_font
from pipeline.extract.site import Site
from pipeline.model import Font, Theme
from pipeline.settings import FONTS
from pipeline.source import Located

#: So many files has a font: each weight upright and italic.
MOST = 20


def read_theme(config: Config, site: Site) -> tuple[Theme, tuple[Problem, ...]]:
    """Fonts and templates. Reports unusable-font."""
    problems: list[Problem] = []
    roots = tuple(dict.fromkeys((*site.roots, site.root)))
    fonts = [_font(named, roots, problems) for named in (config.design.font, config.design.heading_font)]
    return Theme(font=fonts[0], heading_font=fonts[1], templates=site.templates), tuple(problems)


def _font(named: Sequence[Located[str]], roots: Sequence[Path], problems: list[Problem]) -> Font | None:
    kind = next((one.value for one in named if one.value in FONTS), None)
    if kind:
        return Font(kind)
    different = list({one.value: one for one in named}.values())
    read = [read_font(one, roots) for one in different[:MOST]]
    problems += (problem for _, problem in read if problem)
    problems += (UnusableFont(one.span, one.value, f"a font has at most {MOST} files") for one in different[MOST:][:1])
    files = tuple(file for file, _ in read if file)
    return Font(files=files) if files else None
