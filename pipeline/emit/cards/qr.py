"""QR codes, as a drawing in the page itself."""

import segno
from markupsafe import Markup

_QUIET_ZONE = 4  # modules (ISO/IEC 18004, 5.3.8)


def qr(address: str) -> Markup | None:
    """The address as an ``<svg>`` without styles; ``None`` where it is too long for a code."""
    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    drawing = code.svg_inline(border=_QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None, dark="#000", light="#fff")
    return Markup(drawing)  # noqa: S704  # made of numbers alone
