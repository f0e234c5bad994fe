"""Slips of single letters in the words that confbook knows: names of fields, labels."""


def one_slip(written: str, meant: str) -> bool:
    """Whether one letter was left out, doubled, mistaken, or exchanged with its neighbour; an ending (``scheduled``) is no slip."""
    if written.startswith(meant):
        return False
    rest, wanted = _different(written, meant)
    return max(len(rest), len(wanted)) == 1 or _exchanged(rest, wanted)


def sure_slip(written: str, meant: str) -> bool:
    """Whether it is a slip and no word of its own: short words are all near each other (``data``, ``date``)."""
    if not one_slip(written, meant):
        return False
    if _exchanged(*_different(written, meant)):
        return True
    return min(len(written), len(meant)) >= (_SURE if len(written) == len(meant) else _LONG)


_LONG, _SURE = 5, 7


def _exchanged(rest: str, wanted: str) -> bool:
    return rest == wanted[::-1] and len(rest) == len("ab")


def _different(one: str, other: str) -> tuple[str, str]:
    """What is left of two words without the letters that both begin with, and then those that both end with."""
    before = _alike(one, other)
    after = _alike(one[before:][::-1], other[before:][::-1])
    return one[before : len(one) - after], other[before : len(other) - after]


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def cased(right: str, written: str) -> str:
    """A word in capitals, with capitals, or in small letters, as another one is written."""
    if written.isupper():
        return right.upper()
    several = written.istitle() or any(word[:1].isupper() for word in written.split()[1:])
    return right.title() if several else right.capitalize() if written[0].isupper() else right
