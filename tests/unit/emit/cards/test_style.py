"""Colours stand out from their ground, in both schemes; a colour that is none gets nowhere."""

import re

import pytest

from pipeline.emit.cards.assets import style
from pipeline.emit.tracks import accents
from pipeline.model import Track
from pipeline.normalize.theme.pairs import PAIRS
from pipeline.normalize.theme.tokens import usual
from tests.builders import edition, event, program, session
from tests.pages import files

_INKS = [
    *(("ink", ground) for ground in ("paper", "surface", "accent-wash")),
    *(("ink-soft", ground) for ground in ("paper", "surface", "accent-wash")),
    *(("accent", ground) for ground in ("paper", "surface", "accent-wash")),
    ("stop", "stop-wash"),
    ("news", "news-wash"),
    ("on-brand", "brand"),
    ("on-brand-soft", "brand"),
    ("on-brand-soft", "brand-deep"),
    ("brand-deep", "spark"),
]


def colors(scheme: str) -> dict[str, str]:
    """The colour tokens of the style, those of the dark scheme over those of the light one."""
    light, dark = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)[:2]
    declared = light + (dark if scheme == "dark" else "")
    found = {
        name: value * 2 if len(value) == 3 else value
        for name, value in re.findall(r"--([\w-]+): #([0-9a-f]{3}|[0-9a-f]{6});", declared)
    }
    return {name: f"#{value}" for name, value in found.items()}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(scheme: str):
    token = colors(scheme)
    ratios = {(ink, ground): round(contrast(token[ink], token[ground]), 1) for ink, ground in _INKS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accents_and_controls_stand_out_from_their_ground(scheme: str):
    sessions = [session(f"S{index}", "2026-10-15 09:00/10:00", track=f"T{index}") for index in range(8)]
    made = accents(program(*sessions)).values()
    marks = {accent.css: getattr(accent, scheme) for accent in made} | {"line-strong": colors(scheme)["line-strong"]}
    ratios = {(name, on): contrast(mark, colors(scheme)[on]) for name, mark in marks.items() for on in ("paper", "surface")}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 3} == {}


def test_a_colour_that_is_none_is_not_copied_into_the_style():
    of = program(session(track="T"), event_=event(tracks=(Track("T", "red} body{display:none"),)))
    assert "body" not in files(edition(of=of))["assets/tracks.css"].decode()


def test_a_theme_is_measured_wherever_a_rule_sets_text_and_ground():
    rules = re.findall(r"\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", style(), flags=re.DOTALL))
    both = {
        (ink[1], ground[1])
        for rule in rules
        if (ink := re.search(r"(?<![-\w])color: var\(--([\w-]+)\)", rule))
        and (ground := re.search(r"background: var\(--([\w-]+)\)", rule))
    }
    of_no_setting = {("stop", "stop-wash"), ("news", "news-wash")}
    assert len(both) > 5
    assert both - {(pair.upper, pair.lower) for pair in PAIRS} == of_no_setting


@pytest.mark.parametrize("scheme", [0, 1])
def test_without_a_theme_all_that_is_measured_is_well(scheme: int):
    tokens = usual()[scheme].tokens
    assert [pair for pair in PAIRS if contrast(tokens[pair.upper], tokens[pair.lower]) < pair.least] == []
