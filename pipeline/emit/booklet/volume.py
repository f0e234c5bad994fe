"""Puts the parts of the book in order, so that each is laid out once and every page number in it is known when it is printed.

The days come first: nothing in them depends on a page. They begin with page 1, on the right. What follows them goes on counting; what
stands before them (cover, contents, timetables) has roman numerals, as in any book, so that its length moves no number. A page number
in the text is thus plain text, and always that of the page on which its target was laid out.
"""

from collections.abc import Callable, Mapping

from pipeline.emit.booklet.render import Pages, Press

#: Writes a part as HTML: its template, the page numbers of the anchors, its own first page, and the side that page is on.
Writer = Callable[[str, Mapping[str, str], int, str], str]

_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def volume(press: Press, days_html: str, write: Writer) -> bytes:
    """The whole book as PDF. ``days_html`` is the part ``days.html``, which names no page."""
    days = press.lay(days_html)
    numbers = _numbers(days, 1)
    after = len(days) + 1
    back = press.lay(write("back.html", numbers, after, _side(after)))
    numbers |= _numbers(back, after)

    front = _front(press, write, numbers)
    before = [front]
    if len(front) % 2:
        before.append(press.lay(write("blank.html", {}, len(front) + 1, _side(len(front) + 1))))
    return press.bind([*before, days, *([back] if back.anchors else [])], sum(map(len, before)))


def _front(press: Press, write: Writer, numbers: Mapping[str, str]) -> Pages:
    """Cover, contents and timetables. The contents name the timetables' page, which depends on how long the contents are."""
    expected, front = 2, press.lay(write("front.html", {**numbers, "glance": roman(3)}, 1, "right"))
    while (found := front.anchors.get("glance", expected)) != expected:
        expected, front = found, press.lay(write("front.html", {**numbers, "glance": roman(found + 1)}, 1, "right"))
    return front


def _numbers(pages: Pages, first: int) -> dict[str, str]:
    return {anchor: str(first + number) for anchor, number in pages.anchors.items()}


def _side(number: int) -> str:
    return "right" if number % 2 else "left"


def roman(number: int) -> str:
    """A page number below 90 in small roman numerals."""
    for value, sign in _ROMAN:
        if number >= value:
            return sign + roman(number - value)
    return ""
