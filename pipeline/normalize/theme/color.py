"""Colours as ``#rrggbb``: their contrast, mixtures, and lighter and darker ones of the same hue."""

from collections.abc import Iterable
from math import cbrt, hypot

_Triple = tuple[float, float, float]
#: Up to here sRGB is linear.
_KNEE = 0.04045
#: How finely the most colourful shade is sought, and how far a channel may be out of reach.
_HALVINGS, _SLACK = 10, 1e-5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """``one`` with a share of ``other`` in it, from 0 to 1."""
    return _hex(a + (b - a) * share for a, b in zip(_channels(one), _channels(other), strict=True))


def lightness(color: str) -> float:
    """How light a colour looks, from 0 (black) to 1 (white): the L of OKLab."""
    return _oklab(color)[0]


def of_lightness(color: str, light: float, share: float = 1.0) -> str:
    """The same hue as light as told, with a share of its chroma, and less where no screen could show it (CSS Color 4, section 13)."""
    _, a, b = _oklab(color)
    light = min(max(light, 0.0), 1.0)
    least, most = 0.0, share
    if _is_shown((light, a * most, b * most)):
        least = most
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        least, most = (middle, most) if _is_shown((light, a * middle, b * middle)) else (least, middle)
    return _hex(map(_encoded, _linear_rgb((light, a * least, b * least))))


def _is_shown(lab: _Triple) -> bool:
    return all(-_SLACK <= channel <= 1 + _SLACK for channel in _linear_rgb(lab))


def chroma(color: str) -> float:
    """How colourful it is, from 0 (grey) to about 0.4."""
    _, a, b = _oklab(color)
    return hypot(a, b)


def _luminance(color: str) -> float:
    red, green, blue = map(_decoded, _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> _Triple:
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02x}" for channel in channels)


def _decoded(channel: float) -> float:
    return channel / 12.92 if channel <= _KNEE else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= _KNEE / 12.92 else float(1.055 * channel ** (1 / 2.4)) - 0.055


def _oklab(color: str) -> _Triple:
    """Lightness, green to red, blue to yellow (https://www.w3.org/TR/css-color-4/#ok-lab)."""
    r, g, b = map(_decoded, _channels(color))
    l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)  # noqa: E741 - the names of the definition
    m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def _linear_rgb(lab: _Triple) -> _Triple:
    light, a, b = lab
    l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3  # noqa: E741 - the names of the definition
    m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )
