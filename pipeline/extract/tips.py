"""Dialect: ``tip`` rows, a label and a value beside an icon::

    <div class="tip"><img class="icon" src="/icon/shizhong.png"/> Time: 9:50 a.m. — 11:35 a.m.</div>

A page of tips alone is a panel or another session without talks. Where the label is missing the icon's file name tells.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.extract.items import Item, Prose
from pipeline.extract.labels import read_labelled, statement
from pipeline.extract.tree import Element
from pipeline.model import Fact

_ICONS: dict[str, Fact] = {
    "shizhong": Fact.WHEN, "time": Fact.WHEN, "clock": Fact.WHEN, "calendar": Fact.WHEN,
    "didian": Fact.VENUE, "location": Fact.VENUE, "place": Fact.VENUE, "map": Fact.VENUE, "pin": Fact.VENUE,
    "lingdao": Fact.HOST, "host": Fact.HOST, "chair": Fact.CHAIR,
    "yanjiang": Fact.TITLE, "talk": Fact.TITLE,
}  # fmt: skip


def is_tip(element: Element) -> bool:
    """Whether the element is a tip row (``tip``, ``hightip``)."""
    return any(name.endswith("tip") for name in element.classes)


def read(element: Element) -> Iterator[Item] | None:
    """The fact that a tip row states."""
    return _read(element) if is_tip(element) else None


def _read(element: Element) -> Iterator[Item]:
    found = list(read_labelled(element))
    fact = _icon_fact(element)
    if fact is not None and len(found) == 1 and isinstance(found[0], Prose):
        yield statement(fact, element.children, element)
    else:
        yield from found


def _icon_fact(element: Element) -> Fact | None:
    icons = (inner.attributes.get("src", "") for inner in element.elements() if inner.tag == "img")
    return next((_ICONS[stem] for stem in (PurePosixPath(icon).stem.lower() for icon in icons) if stem in _ICONS), None)
