"""Colours against known values: WCAG's own contrasts, and OKLab as CSS Color 4 gives it."""

import pytest

from pipeline.normalize.theme.color import contrast, lightness, mix, of_lightness


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the grey just under AA, and the one just over
        ("#767676", "#ffffff", 4.54),
        ("#949494", "#ffffff", 3.03),  # the lightest grey for edges of controls
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#000000", 15.3),
    ],
)
def test_contrast_is_wcags(one: str, other: str, ratio: float):
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(("color", "light"), [("#000000", 0.0), ("#ffffff", 1.0), ("#ff0000", 0.628), ("#663399", 0.440)])
def test_lightness_is_oklabs(color: str, light: float):
    assert lightness(color) == pytest.approx(light, abs=0.001)


@pytest.mark.parametrize("color", ["#8a1c3b", "#00ff00", "#0000ff", "#777777", "#ffffff", "#000000"])
def test_a_colour_of_its_own_lightness_is_itself(color: str):
    assert of_lightness(color, lightness(color)) == color


def test_lighter_and_darker_keep_the_hue_and_end_in_white_and_black():
    assert (of_lightness("#8a1c3b", 1), of_lightness("#8a1c3b", 0), of_lightness("#8a1c3b", 2)) == ("#ffffff", "#000000", "#ffffff")
    red, green, blue = (int(of_lightness("#8a1c3b", 0.7)[at : at + 2], 16) for at in (1, 3, 5))
    assert red > blue > green


def test_mixtures():
    assert (mix("#000000", "#ffffff", 0), mix("#000000", "#ffffff", 1), mix("#000000", "#ff8000", 0.5)) == (
        "#000000",
        "#ffffff",
        "#804000",
    )
