"""QR codes for paper: a pixel for each module, which printers keep sharp at any size."""

import io

import segno

from pipeline.emit.booklet.pictures import Picture, named

_QUIET_ZONE = 4  # modules (ISO/IEC 18004, 5.3.8)


def code(address: str | None) -> Picture | None:
    """The address as a picture; ``None`` where there is none, or where it is too long for a code."""
    if address is None:
        return None
    try:
        made = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    out = io.BytesIO()
    made.save(out, "png", scale=1, border=_QUIET_ZONE)
    width, height = map(int, made.symbol_size(border=_QUIET_ZONE))
    return named(out.getvalue(), width, height)
