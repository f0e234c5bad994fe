"""What the organisers chose of the design → all colours of the pages, each pair of them measured."""

from dataclasses import replace

from pipeline.config import Design
from pipeline.diagnostics import Problem
from pipeline.model import Theme
from pipeline.normalize.theme.pairs import low_contrasts
from pipeline.normalize.theme.palette import cover, schemes
from pipeline.normalize.theme.tokens import Scheme, usual


def colored(theme: Theme, design: Design) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme with its colours: those tokens that are not as usual. Reports low-contrast."""
    if not design.colors:
        return theme, ()
    chosen = {key: color.value for key, color in design.colors.items()}
    light, dark = schemes(chosen)
    usual_light, usual_dark = usual()
    of_light = _unusual(light, usual_light)
    made = replace(
        theme,
        light=of_light,
        # What is set for light ground is set anew for dark ground, which comes later in the style.
        dark=tuple(sorted({name: dark.tokens[name] for name, _ in (*of_light, *_unusual(dark, usual_dark))}.items())),
        cover=cover(chosen),
    )
    return made, tuple(low_contrasts(design.colors))


def _unusual(scheme: Scheme, usual_one: Scheme) -> tuple[tuple[str, str], ...]:
    return tuple((name, color) for name, color in sorted(scheme.tokens.items()) if usual_one.tokens.get(name) != color)
