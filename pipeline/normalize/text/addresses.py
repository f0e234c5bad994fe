"""Addresses in texts → those that may be published."""

import re
from html import escape

_ALLOWED = re.compile(r"https?://[^/]|mailto:[^@]+@", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0]")
_LONGEST = 2000


def safe_address(address: str) -> str | None:
    """A web or mail address in ASCII, as browsers and Markdown write it; ``None`` for anything else (``javascript:``, a path)."""
    import nh3  # noqa: PLC0415 - with the next line 30 ms that texts without links need not wait
    from markdown_it.common.normalize_url import normalizeLink  # noqa: PLC0415 - see above

    plain = _CONTROL.sub("", address)
    if len(plain) > _LONGEST or not _ALLOWED.match(plain):
        return None
    normal = normalizeLink(plain)
    # The sanitizer parses addresses as browsers do: what it doesn't keep is none, or not what it looks like.
    kept = nh3.clean(
        f'<a href="{escape(normal)}">x</a>', tags={"a"}, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}
    )
    return normal if "href" in kept and _ALLOWED.match(normal) else None
