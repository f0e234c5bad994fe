"""Links of authors that are safe to follow."""

from urllib.parse import urljoin, urlsplit


def is_web(address: str | None) -> bool:
    """Whether an address is of the web: ``javascript:`` and its like are never linked."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def absolute(base: str | None, address: str | None) -> str | None:
    """An address an author wrote, made absolute; ``None`` unless it leads to the web."""
    try:
        full = urljoin(base or "", (address or "").strip())
    except ValueError:
        return None
    return full if address and is_web(full) else None
