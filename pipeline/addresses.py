"""Where a feed's things are on the web, and what they are called for ever: links and UIDs."""

import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from anyascii import anyascii

from pipeline.model import Event

# What may stand in a URI as it is (RFC 3986, 2): the reserved characters, and % since the address may be encoded already.
_URI_SAFE = "%!#$&'()*+,/:;=?@[]~"
# A UID should stay under 255 octets (RFC 7986, 5.3).
_LONGEST = 60

#: Where feeds are that are somebody's alone. Whoever knows a path there can read the feed, so no output and no message names one.
PERSONAL = "calendar/personal/"


def is_public_feed(path: str) -> bool:
    """Whether a file is a feed that everybody may know of."""
    return path.endswith(".ics") and not path.startswith(PERSONAL)


def page(event: Event, path: str) -> str | None:
    """The web address of a published file, from its path in the output; ``None`` where the conference has no address."""
    parts = _web(event)
    if parts is None:
        return None
    scheme, host, folder = parts
    return urlunsplit((scheme, host, f"{folder}/{quote(path)}", "", ""))


def uri(address: str) -> str | None:
    """A web address as a URI (RFC 3986), whatever its letters; ``None`` where it is none."""
    try:
        parts = urlsplit(address)
        host = quote(parts.netloc.rpartition("@")[2].encode("idna").decode(), safe=_URI_SAFE)
    except ValueError:
        return None
    path, query, fragment = (quote(part, safe=_URI_SAFE, errors="replace") for part in parts[2:])
    return urlunsplit((parts.scheme, host, path, query, fragment)) if parts.scheme in ("http", "https") and host else None


def uid(event: Event, name: str) -> str:
    """The UID of the session that is first published under this id: ASCII, without time, room or title in it.

    The conference's address makes it unique in the world (RFC 7986, 5.3); without one the conference's title has to do. It is made
    once: later editions keep it, whatever becomes of the id or the address.
    """
    return f"{quote(name, safe='')}@{_realm(event)}"


def banner_uid(event: Event) -> str:
    """The UID of the conference itself, which no session can have: ``quote`` leaves no ``+`` in theirs."""
    return f"conference+days@{_realm(event)}"


def first_id(uid: str) -> str:
    """The id under which a session was first published, from its UID."""
    return unquote(uid.rpartition("@")[0])


def _realm(event: Event) -> str:
    parts = _web(event)
    if parts is None:
        return f"{slug(event.title)}.invalid"
    _, host, folder = parts
    # Next year's conference lives in another folder of the same host, and may reuse the ids.
    return ".".join([*([slug(folder)] if folder else []), host.split(":")[0].lower()])


def _web(event: Event) -> tuple[str, str, str] | None:
    """Scheme, host and folder (no ``/`` at its end) of the conference's http(s) address, in ASCII."""
    try:
        parts = urlsplit(event.url or "")
        host = quote(parts.netloc.rpartition("@")[2].encode("idna").decode(), safe=_URI_SAFE)
        folder = quote(parts.path.rstrip("/"), safe=_URI_SAFE)
    except ValueError:
        return None
    return (parts.scheme, host, folder) if parts.scheme in ("http", "https") and host else None


def slug(words: str) -> str:
    """The words as ASCII letters and digits with ``-`` between."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(words).lower())[:_LONGEST].strip("-") or "conference"
