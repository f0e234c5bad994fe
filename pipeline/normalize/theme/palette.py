"""A few colours that the organisers chose → all colours of the cards, on light and on dark ground.

What is not chosen is made from what is: the dark scheme's accent is the accent, as light as reads well there; the brand is the accent,
as dark as carries a page's head; quiet text and lines lie between text and background. Made colours keep WCAG's AA wherever there is
one that does; whether those that were chosen do, ``pairs`` says.
"""

from collections.abc import Callable, Iterable, Mapping

from pipeline.normalize.theme.color import chroma, contrast, lightness, mix, of_lightness
from pipeline.normalize.theme.tokens import Scheme, usual

#: WCAG 2.2, 1.4.3 and 1.4.11.
TEXT, PARTS = 4.5, 3.0
_WHITE, _BLACK = "#ffffff", "#14171c"
#: What a made accent reaches on dark ground, where small bright letters swim.
_BRIGHT = 7.0
#: The head of a page that has a brand made from an accent, and the most colour it bears.
_HEAD, _COLOURFUL = 0.33, 0.11
#: A ground is light or dark; a card is no darker than this.
_MIDDLE, _CARD = 0.6, 0.2
_PLACES = ("paper", "surface", "entry", "accent-wash")

Tokens = Mapping[str, str]


def schemes(chosen: Mapping[str, str]) -> tuple[Scheme, Scheme]:
    """Both schemes with the chosen colours in them, which go by the names of their settings."""
    return _scheme(chosen, "", dark=False), _scheme(chosen, "_dark", dark=True)


def _scheme(chosen: Mapping[str, str], ending: str, *, dark: bool) -> Scheme:
    """One scheme. What is not chosen is as on such ground elsewhere: a background that is dark in both schemes is a dark one in both."""
    paper, ink, accent = (chosen.get(f"{key}{ending}") for key in ("paper", "ink", "accent"))
    is_dark = lightness(paper) < _MIDDLE if paper else dark
    tokens = dict(usual()[is_dark].tokens)
    if paper:
        tokens |= _ground(paper)
    tokens["ink"] = ink or tokens["ink"]
    accent = accent or (_made_accent(chosen.get("accent"), tokens) if dark else None)
    if accent or paper:
        tokens["accent"] = accent or tokens["accent"]
        tokens["accent-wash"] = mix(tokens["paper" if is_dark else "surface"], tokens["accent"], 0.11)
    if paper or ink:
        tokens |= _between(tokens)
    tokens |= _head(tokens, chosen, dark=dark)
    return Scheme(tokens, dark)


def _made_accent(accent: str | None, tokens: Tokens) -> str | None:
    """An accent for dark ground: the given one, lighter until it is bright on a card."""
    return accent and _until(
        lambda share: of_lightness(accent, _towards(lightness(accent), 1, share)),
        lambda made: contrast(made, tokens["surface"]) >= _BRIGHT,
    )


def _ground(paper: str) -> Tokens:
    """A background, and what lies upon it."""
    light = lightness(paper)
    card, entry = (light + 0.035, light + 0.01) if light >= _MIDDLE else (max(light + 0.05, _CARD), max(light + 0.08, _CARD + 0.03))
    return {"paper": paper, "surface": of_lightness(paper, card), "entry": of_lightness(paper, entry)}


def _between(tokens: Tokens) -> Tokens:
    """Quiet text and lines, between text and background."""
    ink, paper = tokens["ink"], tokens["paper"]
    return {
        "line": mix(paper, ink, 0.13),
        "line-strong": _mixed(paper, ink, 0.5, lambda made: _stands_out(made, tokens, PARTS, _PLACES[:2])),
        "ink-soft": _mixed(paper, ink, 0.7, lambda made: _stands_out(made, tokens, TEXT + 0.5, _PLACES)),
    }


def _head(tokens: Tokens, chosen: Mapping[str, str], *, dark: bool) -> Tokens:
    """The head and the foot of the pages: brand, what is written on it, and the highlight."""
    accent, brand, spark = chosen.get("accent"), chosen.get("brand"), chosen.get("highlight")
    made: dict[str, str] = {}
    if not brand and accent:
        brand = _made_brand(accent)
    if brand:
        made |= _brand(brand, dark=dark)
        if not spark and not _stands_out(tokens["spark"], made, PARTS, ("brand", "brand-deep")):
            spark = made["on-brand"]
    if spark:
        made |= {"spark": spark, "on-spark": readable(spark)}
    return made


def _made_brand(accent: str) -> str:
    return of_lightness(accent, _HEAD, min(1.0, _COLOURFUL / max(chroma(accent), 1e-6)))


def _brand(brand: str, *, dark: bool) -> Tokens:
    """A brand under white letters is deeper at the very top, and in the dark; one under black letters is lighter there."""
    ink = readable(brand)
    if ink == _WHITE and dark:
        brand = of_lightness(brand, lightness(brand) - 0.05)
    deep = of_lightness(brand, lightness(brand) + (-0.08 if ink == _WHITE else 0.03))
    soft = mix(brand, ink, 0.8)
    return {
        "brand": brand,
        "brand-deep": deep,
        "on-brand": ink,
        "on-brand-soft": soft if min(contrast(soft, brand), contrast(soft, deep)) >= TEXT else ink,
        "brand-line": f"{ink}1f",
        "on-brand-line": f"{ink}70",
    }


def readable(ground: str) -> str:
    """White, where it reads well on a colour or better than black."""
    white, black = contrast(_WHITE, ground), contrast(_BLACK, ground)
    return _WHITE if white >= min(TEXT, black) else _BLACK


def cover(chosen: Mapping[str, str]) -> str | None:
    """The ground of white print: a brand that is dark, or else the dark shade that heads pages, of the accent's hue or of the brand's."""
    brand = chosen.get("brand")
    base = chosen.get("accent") or brand
    if base is None:
        return None
    ground = brand if brand and readable(brand) == _WHITE else _made_brand(base)
    darker = (of_lightness(ground, lightness(ground) * (1 - step / 50)) for step in range(51))
    return next(made for made in darker if contrast(made, _WHITE) >= _BRIGHT)


def _mixed(ground: str, ink: str, least: float, good: Callable[[str], bool]) -> str:
    """As little ink in the ground as is good; all of it where less is not."""
    return _until(lambda share: mix(ground, ink, _towards(least, 1, share)), good)


def _until(make: Callable[[float], str], good: Callable[[str], bool]) -> str:
    """The first good one of the colours made for shares from 0 to 1, or the last."""
    return next((made for made in (make(step / 50) for step in range(50)) if good(made)), make(1))


def _towards(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _stands_out(color: str, tokens: Tokens, least: float, grounds: Iterable[str]) -> bool:
    return all(contrast(color, tokens[ground]) >= least for ground in grounds)
