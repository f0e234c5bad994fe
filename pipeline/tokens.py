"""Secret names of feeds: what makes one guessable, and how none is told.

It is 32 hexadecimal digits or more, which is 128 bits where they are random. That they are cannot be proved; what shows that they are not
is refused. None of these rules hits one in a million random names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.diagnostics.configuration import WeakToken
from pipeline.source import Located, Source

_DIGITS = re.compile(r"[0-9a-f]{32,64}")
#: Of 32 random hexadecimal digits, and of the steps between them, about 14 of 16 differ.
_DIFFERENT = 8


def weakness(token: str) -> str | None:
    """In words what is wrong with it; ``None``: nothing that shows."""
    if not _DIGITS.fullmatch(token):
        return "it is not 32 to 64 of the digits 0-9 and a-f"
    values = [int(digit, 16) for digit in token]
    steps = {(after - before) % 16 for before, after in pairwise(values)}
    if len(set(values)) < _DIFFERENT or len(steps) < _DIFFERENT or token in (token + token)[1:-1] or token.isdecimal():
        return "its digits are not random"
    return None


def weak_tokens(tokens: Iterable[Located[str]]) -> Iterator[WeakToken]:
    """Reports weak-token, also of one that two people have."""
    known: set[str] = set()
    for token in tokens:
        fault = weakness(token.value) or ("it is another person's too" if token.value in known else None)
        known.add(token.value)
        if fault:
            yield WeakToken(token.span, fault)


def hidden(source: Source, tokens: Iterable[str | None]) -> Source:
    """The file as problems may quote it: with stars for the tokens, so that all places stay."""
    text = source.text
    for token in filter(None, tokens):
        text = text.replace(token, "*" * len(token))
    return replace(source, text=text)
