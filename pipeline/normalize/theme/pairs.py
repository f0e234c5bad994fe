"""Which colours the cards' style puts upon which, how far they must stand apart, and which setting is to blame where they do not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.diagnostics.design import LowContrast
from pipeline.normalize.theme.color import contrast, lightness, of_lightness
from pipeline.normalize.theme.palette import PARTS, TEXT, schemes
from pipeline.source import Located


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens of the style. ``keys`` are the settings that make them, the one first that is more likely meant to give way."""

    upper: str
    lower: str
    least: float
    what: str
    keys: tuple[str, ...]


_GROUNDS = (("paper", "the background"), ("surface", "a card"), ("entry", "the timetable"), ("accent-wash", "a keynote's card"))

#: Every pair that ``templates/cards/style/`` uses and a theme can change.
PAIRS: tuple[Pair, ...] = (
    *(Pair("ink", ground, TEXT, f"text on {name}", ("ink", "paper", "accent")) for ground, name in _GROUNDS),
    *(Pair("ink-soft", ground, TEXT, f"quiet text on {name}", ("ink", "paper", "accent")) for ground, name in _GROUNDS),
    *(Pair("accent", ground, TEXT, f"a link on {name}", ("accent", "paper")) for ground, name in _GROUNDS if ground != "entry"),
    *(Pair("news", ground, TEXT, f"the mark of what is news, on {name}", ("paper", "accent")) for ground, name in _GROUNDS),
    Pair("surface", "accent", TEXT, "the label of a button", ("accent", "paper")),
    Pair("surface", "ink", TEXT, "the chosen one of two buttons", ("ink", "paper")),
    *(Pair("line-strong", ground, PARTS, f"the edge of a button on {name}", ("ink", "paper")) for ground, name in _GROUNDS[:2]),
    Pair("now", "surface", TEXT, "the mark of what runs now, on a card", ("paper",)),
    Pair("star", "surface", PARTS, "a star on a card", ("paper",)),
    *(Pair("on-brand", ground, TEXT, "text at the head of a page", ("brand", "accent")) for ground in ("brand", "brand-deep")),
    *(Pair("on-brand-soft", ground, TEXT, "the menu at the head", ("brand", "accent")) for ground in ("brand", "brand-deep")),
    *(Pair("spark", ground, PARTS, "a mark at the head of a page", ("highlight", "brand")) for ground in ("brand", "brand-deep")),
    Pair("on-spark", "spark", TEXT, "the label of the first button", ("highlight",)),
)


@dataclass(frozen=True, slots=True)
class _Failure:
    """A pair that stands too near, in one of the schemes, by a setting's fault."""

    pair: Pair
    key: str
    ratio: float
    dark: bool


def low_contrasts(chosen: Mapping[str, Located[str]]) -> Iterator[LowContrast]:
    """Reports low-contrast for each setting that makes text or marks hard to read: of its pairs the worst, and the nearest colour that is well."""
    plain = {key: color.value for key, color in chosen.items()}
    worst: dict[str, _Failure] = {}
    for failure in _failures(plain):
        other = worst.get(failure.key)
        if other is None or failure.ratio / failure.pair.least < other.ratio / other.pair.least:
            worst[failure.key] = failure
    for key, found in worst.items():
        color, pair = chosen[key], found.pair
        yield LowContrast(color.span, key, color.value, pair.what, found.ratio, pair.least, found.dark, _nearest(plain, key))


def _failures(chosen: Mapping[str, str]) -> Iterator[_Failure]:
    for scheme in schemes(chosen):
        for pair in PAIRS:
            ratio = contrast(scheme.tokens[pair.upper], scheme.tokens[pair.lower])
            key = _blamed(pair, chosen, dark=scheme.dark)
            if ratio < pair.least and key:
                yield _Failure(pair, key, ratio, scheme.dark)


def _blamed(pair: Pair, chosen: Mapping[str, str], *, dark: bool) -> str | None:
    """The first setting that was given; on dark ground its own before the one that it is made from."""
    names = (name for key in pair.keys for name in ((f"{key}_dark", *_carried(key)) if dark else (key,)))
    return next((name for name in names if name in chosen), None)


def _carried(key: str) -> tuple[str, ...]:
    """What dark ground takes from light; it has a background and a text of its own."""
    return () if key in {"paper", "ink"} else (key,)


def _nearest(chosen: Mapping[str, str], key: str) -> str | None:
    """The colour of the same hue that is nearest in lightness and fails in nothing; ``None`` where none is."""
    given = chosen[key]
    steps = (lightness(given) + sign * step / 100 for step in range(1, 101) for sign in (-1, 1))
    colors = (of_lightness(given, light) for light in steps if 0 <= light <= 1)
    return next((color for color in colors if all(one.key != key for one in _failures({**chosen, key: color}))), None)
