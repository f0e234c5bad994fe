"""Pictures on a page: which are portraits, and whose."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.diagnostics.pages import UnreadPicture
from pipeline.extract.items import Item, Picture
from pipeline.extract.markup.tree import Element
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located

_A_PAIR = 2
_PORTRAITS = frozenset(
    {"avatar", "avatars", "headshot", "people", "photo", "photos", "portrait", "portraits", "profile", "speaker", "speakers"}
)


def reference(image: Element) -> Located[str] | None:
    """The address of a picture: its ``src``, or, where a script loads it late, its ``data-src``. Icons are no pictures."""
    late = next(
        (image.attributes[name] for name in ("data-src", "data-lazy-src", "data-original") if image.attributes.get(name)), ""
    )
    source = image.attributes.get("src", "").strip()
    written = late if late and (not source or source.startswith("data:")) else source
    path = PurePosixPath(written.split("?")[0])
    is_icon = "icon" in image.classes or "icons" in path.parts[:-1] or "icon" in path.parts[:-1]
    return Located(written, image.span) if written and not is_icon else None


def pictures(element: Element) -> Iterator[Picture]:
    """The pictures within an element."""
    for inner in element.elements():
        if inner.tag == "img" and (found := reference(inner)):
            told = " ".join((inner.attributes.get("class", ""), inner.attributes.get("alt", ""), found.value))
            yield Picture(found, frozenset(re.findall(r"[^\W\d_]+", told.lower())))


def portrait(picture: Picture) -> Statement:
    """A picture as the portrait of the speaker beside it."""
    return Statement(Fact.PHOTO, picture.reference, Origin.BODY)


def place_portraits(items: Sequence[Item]) -> Iterator[Item]:
    """The items with their pictures placed: one to each speaker in turn, where there are as many of both; else they are reported.

    A single picture may be a banner: it must be called a portrait, or by the speaker's name.
    """
    told = [item for item in items if isinstance(item, Picture) or (isinstance(item, Statement) and _is_speaker(item))]
    paired = bool(told) and len(told) % 2 == 0
    first = [isinstance(item, Picture) for item in told[::2]]
    second = [isinstance(item, Picture) for item in told[1::2]]
    paired = paired and len({*first}) == 1 and len({*second}) == 1 and first[0] is not second[0]
    paired = paired and (len(told) > _A_PAIR or _is_called_so(told))
    for item in items:
        if not isinstance(item, Picture):
            yield item
        elif paired:
            yield portrait(item)
        else:
            yield UnreadPicture(item.reference.span, item.reference.value)


def _is_called_so(told: Sequence[Picture | Statement]) -> bool:
    names = {word.lower() for item in told if isinstance(item, Statement) for word in item.text.value.replace(",", " ").split()}
    return any(item.words & (_PORTRAITS | names) for item in told if isinstance(item, Picture))


def _is_speaker(item: Statement) -> bool:
    return item.fact is Fact.SPEAKER and item.origin is not Origin.FRONT_MATTER
