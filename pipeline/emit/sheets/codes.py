"""QR codes: what a phone opens to see the newest edition of a room, a day, a session."""

from dataclasses import dataclass
from hashlib import sha256

from pipeline import addresses
from pipeline.emit.codes import dots
from pipeline.model import Event


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
    made = dots(address)
    return Code(address, made.data) if address and made else None
