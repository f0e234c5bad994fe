"""The markup as it stands in a page → what is broken in it. A browser mends it in silence, and hides half a page.

What is read is the tree that a parser has mended (``tree.py``); this looks at the author's own tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.diagnostics.writing import BrokenMarkup
from pipeline.source import Source

#: Elements whose end may not be left out (HTML, 13.1.2.4), as far as pages of a program have them.
_CLOSED = (
    "div|span|b|strong|em|i|u|a|small|center|table|ul|ol|dl|section|article|header|footer|main|figure|blockquote|h[1-6]|sub|sup|details|"
    "body|html|head"
)
_TAG = re.compile(rf"<(/?)({_CLOSED})(?=[\s/>])(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", re.IGNORECASE)
_OPENING = re.compile(rf"<(?:{_CLOSED}|img|br|hr|p|li|td|th|tr)\s+[\w-]+=", re.IGNORECASE)
_WHOLE = re.compile(r"<\w+(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'<>=]+))?)*\s*/?>")
#: How what is no markup of the content begins (inline code is there as a whole), and how each of these ends.
_HIDDEN = re.compile(
    r"<!--|<(?:style|script|title|textarea|pre|code|template|iframe|object|noscript)\b|^ {0,3}```|`[^`\n]+`|\{\{|\{%",
    re.IGNORECASE | re.MULTILINE,
)
_ENDS = MappingProxyType({"<!--": r"-->", "```": r"^ {0,3}```", "{{": r"\}\}", "{%": r"%\}"})
_HIDING = re.compile(r"<!--|<(?:style|script|textarea|title|template|iframe|object|noscript)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that waits for its end: its name, where its tag stands, and how far it is indented where it begins a line."""

    name: str
    start: int
    end: int
    indent: int | None


def shown(text: str, start: int) -> str:
    """The text with blanks in the place of comments, styles, scripts and code in the body, which begins at offset ``start``."""
    pieces, at = [], 0
    for first, last in _hidden(text, start):
        pieces += [text[at:first], re.sub(r"[^\n]", " ", text[first:last])]
        at = last
    return "".join((*pieces, text[at:]))


def _hidden(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where comments, styles, scripts and code begin and end. An end that is nowhere is looked for once, not for each beginning."""
    at, endless = start, set[str]()
    while begun := _HIDDEN.search(text, at):
        kind = begun[0].lower().lstrip(" ")
        last = None if kind in endless else _end_of(kind, text, begun.end())
        if last is None:
            endless.add(kind)
            at = begun.start() + 1
        else:
            yield begun.start(), last
            at = last


def _end_of(kind: str, text: str, after: int) -> int | None:
    """Where what begins so before ``after`` ends; of an element that is the end of its end tag."""
    if kind[0] == "`" and kind != "```":
        return after
    if kind in _ENDS:
        ending = _ENDS[kind]
    else:
        after = text.find(">", after)
        ending = rf"</{kind[1:]}\s*>"
    found = re.compile(ending, re.IGNORECASE | re.MULTILINE).search(text, after) if after >= 0 else None
    return found.end() if found else None


def broken_markup(source: Source, start: int) -> Iterator[BrokenMarkup]:
    """What is not closed in the body, which begins at offset ``start``: comments, styles and scripts; tags; elements."""
    body = range(source.position(start)[0], source.position(len(source.text))[0] + 1)
    for first, last, how in _broken(source.text, start):
        yield BrokenMarkup(source.span(first, last), source.text[first:last], how, body)


def _broken(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Each makes what follows it look broken, so that the first kind of these that there is is told alone."""
    left = shown(text, start)
    if (hiding := _without_end(text, left, start)) is not None:
        yield *hiding.span(), "is not closed"
    elif torn := next((tag for tag in _OPENING.finditer(left, start) if not _WHOLE.match(left, tag.start())), None):
        yield *torn.span(), "does not end: a quote or a '>' is missing"
    else:
        yield from ((one.start, one.end, "is not closed") for one in _unclosed(left, start))


def _without_end(text: str, left: str, start: int) -> re.Match[str] | None:
    """The first comment, style or script without an end of its own, which takes that of a later one, or none."""
    taken = ((first, last, opening[0].lower()) for first, last in _hidden(text, start) if (opening := _HIDING.match(text, first)))
    doubled = next((first for first, last, opening in taken if opening in text[first + 1 : last].lower()), None)
    return _HIDING.match(text, doubled) if doubled is not None else _HIDING.search(left, start)


def _unclosed(text: str, start: int) -> list[_Open]:
    """The elements without an end.

    Ends that are too few close the wrong elements. Where lines are indented, an end is that of the element that begins as far from
    the margin as it: what is open within that one has lost its own. Where ends are not too few, however they are indented, all is well.
    """
    waiting: list[_Open] = []
    lost: list[_Open] = []
    surplus = 0
    for tag in _TAG.finditer(text, start):
        name, indent = tag[2].lower(), _indent(text, tag.start())
        own = [number for number, one in enumerate(waiting) if one.name == name]
        if not tag[1]:
            waiting += [] if tag[0].endswith("/>") else [_Open(name, *tag.span(), indent)]
        elif not own:
            surplus += 1
        else:
            aligned = [number for number in own if indent is not None and waiting[number].indent == indent]
            last = (aligned or own)[-1]
            lost += waiting[last + 1 :]
            del waiting[last:]
    found = [*lost, *waiting]
    return found if len(found) > surplus else []


def _indent(text: str, at: int) -> int | None:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return None if line.strip() else len(line.expandtabs(4))
