"""Statements of a single plain value that cannot be read as one: a kind, a number, an address."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pipeline.diagnostics.writing import UnreadValue
from pipeline.model import Fact, Kind, Statement

_KINDS = tuple(kind.value for kind in Kind)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
#: What somebody meant as an address of the web, and no file beside the page.
_LIKE_ADDRESS = re.compile(r"\w+:/*\w\S*|https?/\S+|[\w-]+(?:\.[\w-]+)+/\S*|www\.\S+", re.IGNORECASE)


def unread_values(statements: Sequence[Statement]) -> Iterator[UnreadValue]:
    """What a page says of its kind, its order, its slides, video and stream that would be read as if it said nothing.

    Kinds that are far from all known ones are left alone: ``type`` is also a field of site generators.
    """
    for said in statements:
        text = said.text.value.strip()
        if said.fact is Fact.KIND:
            near = get_close_matches(text.lower(), _KINDS, n=1, cutoff=0.75)
            if near and near[0] != text.lower() and not text.lower().startswith(near[0]):
                yield UnreadValue(said.text.span, said.fact.value, text, f"'{near[0]}'")
        elif said.fact is Fact.ORDER and not re.fullmatch(r"[-+]?\d+(?:\.\d+)?", text):
            yield UnreadValue(said.text.span, said.fact.value, text, "a number")
        elif said.fact in (Fact.SLIDES, Fact.VIDEO, Fact.STREAM) and _LIKE_ADDRESS.fullmatch(text) and not _ADDRESS.fullmatch(text):
            yield UnreadValue(said.text.span, said.fact.value, text, "an address that begins with 'https://'")
