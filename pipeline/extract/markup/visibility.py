"""What of a page's markup its readers never see, and so states nothing: an organiser took it off without deleting it."""

import re
from collections.abc import Mapping

_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
#: Frameworks' classes for it, and those that take it back on some screens (``hidden md:block``, ``d-none d-md-block``).
_CLASSES = frozenset({"hidden", "d-none", "is-hidden", "uk-hidden"})
_SHOWN_AGAIN = re.compile(
    r"(?:sm|md|lg|xl|2xl|xxl|print|group-\w+|peer-\w+):(?!hidden)\S+|d-(?:sm|md|lg|xl|xxl|print)-(?!none)\S+", re.IGNORECASE
)
#: What a click may show: text that is folded away.
_FOLDED = frozenset({"collapse", "collapsible", "accordion-body", "tab-pane", "abstract", "bio", "biography", "modal", "toggle"})


def is_hidden(attributes: Mapping[str, str], page: str) -> bool:
    """Whether nobody sees an element of these attributes. What is named elsewhere on the ``page``, as buttons do that show it, can be.

    Text for screen readers alone (``sr-only``) has readers, and what is kept from these (``aria-hidden``) others see.
    """
    classes = attributes.get("class", "").lower().split()
    hidden = (
        "hidden" in attributes
        or _STYLE.search(attributes.get("style", "")) is not None
        or (not _CLASSES.isdisjoint(classes) and not any(map(_SHOWN_AGAIN.fullmatch, classes)))
    )
    return hidden and _FOLDED.isdisjoint(classes) and not _is_named(attributes.get("id", ""), page)


def _is_named(name: str, page: str) -> bool:
    return bool(name) and len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page)) > 1
