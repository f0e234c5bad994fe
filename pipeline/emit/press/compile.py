"""A chunk's HTML → its object: laid out by WeasyPrint, then taken apart so that the linker can join it with others.

All of it is a pure function of the HTML and the kit. WeasyPrint's own way is used as far as it goes (``Page.links``, ``anchors`` and
``bookmarks``, and ``write_pdf``'s ``finisher``, which sees the file before it is written); what goes deeper is in ``weasy``.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

from pipeline.emit.press import strip
from pipeline.emit.press.objects import Head, Heading, Object, Place
from pipeline.emit.press.typesetter import Typesetter, listening

#: Points in a CSS pixel.
_POINT = 0.75
#: How the anchors of heads begin that have no name of their own: no id has a blank.
_HEAD = "head "


def compiled(html: str, typesetter: Typesetter) -> Object:
    """The object of a chunk."""
    with listening() as said:
        made = _compiled(html, typesetter)
    return replace(made, said=tuple(dict.fromkeys(said)))


def _compiled(html: str, typesetter: Typesetter) -> Object:
    targets: dict[str, int] = {}
    document, made = laid(html, typesetter, lambda anchor: strip.spelled(targets.setdefault(anchor, len(targets))))
    for name in made.links:
        document.pages[0].anchors[name] = (0, 0, 0, 0)  # else WeasyPrint would drop the link; the linker knows where it leads
    found: list[strip.Stripped] = []
    mark = sha256(html.encode()).hexdigest()[:8]
    pdf = document.write_pdf(
        pdf_tags=True, finisher=lambda _, file: found.append(strip.strip(document, file, tuple(targets), mark))
    )
    return replace(made, pdf=pdf, relocations=found[0].relocations, fonts=found[0].fonts)


def laid(html: str, typesetter: Typesetter, spell: Callable[[str], str]) -> tuple[Any, Object]:
    """The pages of a chunk, as a ``weasyprint.Document``, and what they define and link to, as an object that has no content yet.

    ``spell`` says what stands where the number of an anchor's page does.
    """
    tree = typesetter.read(html)
    for link in tree.etree_element.iter("a"):
        if "number" in link.get("class", "").split():
            link.text = spell(unquote(link.get("href")[1:]))
    heads = _headed(tree.etree_element)
    document = typesetter.lay(tree)
    anchors = dict(_anchors(document.pages))
    links = {target for page in document.pages for kind, target, *_ in page.links if kind == "internal"}
    return document, Object(
        pdf=b"",
        sizes=tuple((page.width * _POINT, page.height * _POINT) for page in document.pages),
        anchors=tuple((name, place) for name, place in sorted(anchors.items()) if not name.startswith(_HEAD)),
        outline=tuple(_outline(document.pages)),
        heads=tuple(Head(anchors[name].page, text, session) for name, (text, session) in heads.items() if name in anchors),
        links=tuple(sorted(links - set(anchors))),
        relocations=(),
        fonts=(),
    )


def _headed(root: Any) -> dict[str, tuple[str, bool]]:  # noqa: ANN401  # WeasyPrint has no types
    """The running heads, each under the name of the element that begins it, which gets one where it has none."""
    heads = {}
    for number, element in enumerate(root.iter()):
        text = element.get("data-head")
        if text:
            if not element.get("id"):
                element.set("id", f"{_HEAD}{number}")
            heads[element.get("id")] = (text, element.tag == "article")
    return heads


def _anchors(pages: Any) -> Iterator[tuple[str, Place]]:  # noqa: ANN401  # WeasyPrint has no types
    """Where each anchor first stands: what goes on overleaf has its anchor there too."""
    known: set[str] = set()
    for number, page in enumerate(pages):
        for name, (x, y, *_) in page.anchors.items():
            if name not in known:
                known.add(name)
                yield name, _place(page, number, x, y)


def _outline(pages: Any) -> Iterator[Heading]:  # noqa: ANN401  # WeasyPrint has no types
    for number, page in enumerate(pages):
        for level, text, (x, y), _ in page.bookmarks:
            yield Heading(level, text, _place(page, number, x, y))


def _place(page: Any, number: int, x: float, y: float) -> Place:  # noqa: ANN401  # WeasyPrint has no types
    return Place(number, round(x * _POINT, 3), round((page.height - y) * _POINT, 3))
