"""people → what is doubtful about their photos: one face for two people, a file that is named after somebody else."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import PurePosixPath

from pipeline.diagnostics.text import PhotoNamedAfterAnother, PhotoOfTwoPeople
from pipeline.model import Image
from pipeline.normalize.people.names import bare, identity, is_han
from pipeline.normalize.people.pinyin import in_pinyin
from pipeline.normalize.people.somebody import Mention, Somebody

# A silhouette may stand for several.
_STAND_IN = re.compile(
    r"(?:^|[/_-])(?:person|avatar|default|placeholder|nobody|unknown|blank|anonym\w*|silhouette|no-?photo|no-?image|dummy)[\w-]*\.\w+$",
    re.IGNORECASE,
)
_LONG, _MOST_WORDS = 5, 4


def photo_doubts(everybody: Sequence[Somebody]) -> Iterator[PhotoOfTwoPeople | PhotoNamedAfterAnother]:
    """The doubts about the photos of all people. Reports photo-of-two-people and photo-named-after-another."""
    shown: dict[bytes | str, tuple[Somebody, Mention]] = {}
    told: set[tuple[bytes | str, str]] = set()
    called = _called(everybody)
    uses = [(mention.photo, mention, one) for one in everybody for mention in one.mentions if mention.photo]
    for photo, mention, one in sorted(uses, key=lambda use: (use[1].photo_at or use[1].span, use[1].name)):
        if _STAND_IN.search(photo.reference):
            continue
        picture = photo.data or photo.reference
        first, there = shown.setdefault(picture, (one, mention))
        other = called.get(_stem(photo))
        if (picture, one.name) in told:
            continue
        told.add((picture, one.name))
        at = mention.photo_at or mention.span
        if first is not one:
            yield PhotoOfTwoPeople(at, photo.reference, one.name, first.name, there.photo_at or there.span)
        elif other is not None and other is not one and _stem(photo) not in _forms(one, least=1):
            yield PhotoNamedAfterAnother(at, photo.reference, one.name, other.name, other.span)


def _called(everybody: Sequence[Somebody]) -> dict[str, Somebody | None]:
    """Who a file of that name would show: ``liuhong``, ``hong-liu`` or, of longer names, ``halfdanardottir``; ``None`` if several could."""
    called: dict[str, Somebody | None] = {}
    for one in everybody:
        for form in _forms(one, least=_LONG):
            called[form] = None if form in called else one
    return called


def _forms(one: Somebody, *, least: int) -> frozenset[str]:
    """What a picture of somebody may be called: the words of a name in any order, or one of at least so many letters."""
    forms: set[str] = set()
    for name in map(bare, one.names):
        words = [identity(word).replace(" ", "") for word in (in_pinyin(name) if is_han(name) else name).split()][:_MOST_WORDS]
        forms |= {word for word in words if len(word) >= least}
        forms |= {"".join(some) for size in range(2, len(words) + 1) for some in permutations(words, size)}
    return frozenset(forms)


def _stem(photo: Image) -> str:
    """The letters of a picture's file name."""
    return identity(re.sub(r"[\W\d_]+", "", PurePosixPath(photo.reference).stem)).replace(" ", "")
