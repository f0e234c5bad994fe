"""Few colours make all: what is made keeps AA, and what was chosen badly is reported with a colour that would do."""

from dataclasses import replace

import pytest

from pipeline.config import Design
from pipeline.diagnostics.design import LowContrast
from pipeline.model import Theme
from pipeline.normalize.theme import colored
from pipeline.normalize.theme.color import contrast, lightness, of_lightness
from pipeline.normalize.theme.palette import schemes
from pipeline.source import Located, Span


def design(**colors: str) -> Design:
    return Design({key: Located(color, Span("program.toml", number)) for number, (key, color) in enumerate(colors.items(), 1)})


def found(**colors: str) -> list[LowContrast]:
    problems = colored(Theme(), design(**colors))[1]
    assert all(isinstance(problem, LowContrast) for problem in problems)
    return list(problems)  # type: ignore[arg-type]  # as asserted


def test_without_colours_a_theme_is_as_it_was():
    assert colored(Theme(), Design()) == (Theme(), ())


#: Around the circle of hues, as light as text on white may be.
HUES = [
    of_lightness(f"#{color}", 0.45) for color in ("ff0000", "ff8000", "b0b000", "00a000", "00a0a0", "0060ff", "8000ff", "ff00a0")
]


@pytest.mark.parametrize("accent", [*HUES, "#000000"])
def test_of_an_accent_alone_come_two_schemes_that_keep_aa(accent: str):
    assert found(accent=accent) == []
    light, dark = schemes({"accent": accent})
    assert light.tokens["accent"] == accent
    assert contrast(dark.tokens["accent"], dark.tokens["surface"]) >= 7


@pytest.mark.parametrize("brand", ["#ffcc00", "#f4f4f4", "#e4572e", "#0a2435", "#000000"])
def test_letters_on_a_brand_are_white_or_black_and_keep_aa_in_both_schemes(brand: str):
    assert found(brand=brand) == []
    assert [scheme.tokens["on-brand"] == "#ffffff" for scheme in schemes({"brand": brand})] == [lightness(brand) < 0.5] * 2


def test_a_background_that_is_always_dark_takes_what_goes_with_dark_ground():
    assert found(paper="#101418", ink="#eeeeee") == []


@pytest.mark.parametrize(
    ("colors", "cover"),
    [
        ({"brand": "#4b1026"}, "#4b1026"),
        ({"brand": "#ffcc00", "accent": "#00664f"}, "#004030"),
        ({"accent": "#00664f"}, "#004030"),
        ({"brand": "#ffcc00"}, "#433300"),
        ({"paper": "#ffffff"}, None),
    ],
)
def test_a_printed_cover_is_dark_enough_for_white_letters(colors: dict[str, str], cover: str | None):
    made = colored(Theme(), design(**colors))[0].cover
    assert made == cover
    assert made is None or contrast(made, "#ffffff") >= 7


def test_what_can_hardly_be_read_is_reported_where_it_was_chosen_once_for_each_setting():
    dark_accent, accent = sorted(
        found(accent="#e4572e", accent_dark="#223355", paper="#fff8ec"), key=lambda one: one.dark, reverse=True
    )
    assert (accent.span.line, dark_accent.span.line) == (1, 2)
    assert accent.message == "with 'accent' #e4572e, a link on a keynote's card has a contrast of 3.23:1; AA needs 4.5:1"
    assert (
        dark_accent.message
        == "with 'accent_dark' #223355, a link on a card has a contrast of 1.30:1 in the dark scheme; AA needs 4.5:1"
    )


@pytest.mark.parametrize(
    "colors",
    [
        {"accent": "#e4572e"},
        {"accent": "#ffff00"},
        {"accent": "#14577c", "accent_dark": "#0000aa"},
        {"brand": "#777777"},
        {"highlight": "#ff0000"},
        {"highlight": "#0a2435"},
        {"ink": "#999999"},
        {"paper": "#777777"},
    ],
)
def test_the_colour_that_is_offered_passes(colors: dict[str, str]):
    for problem in found(**colors):
        assert problem.better
        assert [one for one in found(**{**colors, problem.name: problem.better}) if one.name == problem.name] == []


def test_where_no_colour_would_do_none_is_offered():
    (problem,) = (one for one in found(accent="#777777", paper="#707070") if one.name == "accent")
    assert problem.better is None
    assert problem.help.startswith("choose another colour")


def test_a_ratio_just_under_the_limit_does_not_read_as_the_limit():
    (problem,) = found(ink="#777777", paper="#ffffff")
    assert "4.47:1" in replace(problem, ratio=4.4799).message
    assert "4.49:1" in replace(problem, ratio=4.4999).message
