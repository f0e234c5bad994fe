"""Fields of a single plain value: a number, an address, whether it is cancelled. What is none of them is absent."""

from pipeline.model import Status


def number(text: str | None) -> float | None:
    """A finite number."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < float("inf") else None


def status(text: str | None) -> Status:
    """Cancelled where it says so."""
    cancelled = ("cancelled", "canceled", "取消", "已取消")
    return Status.CANCELLED if text and text.lower() in cancelled else Status.CONFIRMED


def address(text: str | None) -> str | None:
    """A web address; anything else (``javascript:``, ``coming soon``) is none."""
    return text if text and text.lower().startswith(("https://", "http://")) and not any(c.isspace() for c in text) else None
