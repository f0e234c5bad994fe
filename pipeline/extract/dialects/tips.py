"""Dialect: ``tip`` rows, a label and a value beside an icon::

    <div class="tip"><img class="icon" src="/icon/shizhong.png"/> Time: 9:50 a.m. — 11:35 a.m.</div>

A page of tips alone is a panel or another session without talks. Where the label is missing the icon's file name tells.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from pipeline.extract.items import Item, Prose
from pipeline.extract.labels import read_labelled, statement
from pipeline.extract.markup.tree import Element
from pipeline.model import Fact

_ICONS: dict[str, Fact] = {
    "shizhong": Fact.WHEN, "time": Fact.WHEN, "clock": Fact.WHEN, "calendar": Fact.WHEN,
    "didian": Fact.VENUE, "location": Fact.VENUE, "place": Fact.VENUE, "map": Fact.VENUE, "pin": Fact.VENUE, "marker": Fact.VENUE, "geo": Fact.VENUE, "dingwei": Fact.VENUE,
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
    fact = icon_fact(element)
    if fact is not None and len(found) == 1 and isinstance(found[0], Prose):
        yield statement(fact, element.children, element)
    else:
        yield from found


def icon_fact(element: Element) -> Fact | None:
    """The fact that the first icon within says: a picture by its file's name, an empty element by its class (``fa-clock``)."""
    for inner in element.elements():
        names: Iterable[str] = ()
        if inner.tag == "img":
            names = (PurePosixPath(inner.attributes.get("src", "")).stem.lower(),)
        elif inner.tag in ("i", "span") and not inner.words().value:
            names = (word for name in inner.classes for word in (name, *name.split("-")))
        if fact := next((_ICONS[name] for name in sorted(names) if name in _ICONS), None):
            return fact
    return None
