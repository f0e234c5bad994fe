"""Fields of a single plain value: a number, an address, whether it is cancelled. What is none of them is absent."""

import re

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import UnclearStatus
from pipeline.grammar.status_words import says_off, says_on
from pipeline.model import Statement, Status

_STRUCK = re.compile(r"~~|<(?:s|del|strike)>", re.IGNORECASE)


def number(text: str | None) -> float | None:
    """A finite number."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < float("inf") else None


def status(said: Statement | None) -> tuple[Status, tuple[Problem, ...]]:
    """Cancelled where it says so, in words or by a line through the title. Reports unclear-status for what is neither on nor off."""
    words = " ".join(said.text.value.split()) if said else ""
    if said is None or says_on(words):
        return Status.CONFIRMED, ()
    off = says_off(words) or _STRUCK.match(words)
    return (Status.CANCELLED, ()) if off else (Status.CONFIRMED, (UnclearStatus(said.text.span, words),))


def address(said: Statement | None) -> str | None:
    """The web address that a statement is, or that its words lead to; anything else (``javascript:``, ``coming soon``) is none."""
    for text in (said.text.value.strip(), said.link or "") if said else ():
        if text.lower().startswith(("https://", "http://")) and not any(c.isspace() for c in text):
            return text
    return None
