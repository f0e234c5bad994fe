"""QR codes: what a phone opens to see the newest edition of a room, a day, a session."""

import io
from dataclasses import dataclass
from hashlib import sha256

import segno

from pipeline import addresses
from pipeline.model import Event

_QUIET_ZONE = 4  # modules (ISO/IEC 18004, 5.3.8)


@dataclass(frozen=True, slots=True)
class Code:
    """The code for an address: a PNG with a dot for each module."""

    address: str
    data: bytes

    @property
    def name(self) -> str:
        """What pages call the picture."""
        return f"codes/{sha256(self.address.encode()).hexdigest()[:16]}"


def code(event: Event, path: str) -> Code | None:
    """The code for a published page; ``None`` where the conference has no address, or one too long for a code."""
    address = addresses.page(event, path)
    if address is None:
        return None
    try:
        made = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    out = io.BytesIO()
    made.save(out, kind="png", border=_QUIET_ZONE)
    return Code(address, out.getvalue())
