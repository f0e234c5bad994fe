"""QR codes (ISO/IEC 18004): as a drawing in a page, and as a picture for paper with a pixel for each module, sharp at any size."""

import io
from dataclasses import dataclass

import segno
from markupsafe import Markup

_QUIET_ZONE = 4  # modules (5.3.8)


@dataclass(frozen=True, slots=True)
class Dots:
    """A code as PNG, so many pixels wide and high."""

    data: bytes
    width: int


def drawing(address: str) -> Markup | None:
    """The address as an ``<svg>`` without styles; ``None`` where it is too long for a code."""
    code = _code(address)
    if code is None:
        return None
    drawn = code.svg_inline(border=_QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None, dark="#000", light="#fff")
    return Markup(drawn)  # noqa: S704  # made of numbers alone


def dots(address: str | None) -> Dots | None:
    """The address as a picture; ``None`` where there is none, or where it is too long for a code."""
    code = _code(address) if address is not None else None
    if code is None:
        return None
    out = io.BytesIO()
    code.save(out, kind="png", border=_QUIET_ZONE)
    return Dots(out.getvalue(), int(code.symbol_size(border=_QUIET_ZONE)[0]))


def _code(address: str) -> "segno.QRCode | None":
    try:
        return segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return None
