"""The words of one entry of a timetable, a cell or a few lines → its title, its hours if it has its own, who speaks, what is labelled."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.items import Item, Prose, TalkBlock
from pipeline.extract.labels import is_numbered, read_labelled, statement
from pipeline.extract.markup.lines import Begin, split_lines
from pipeline.extract.markup.tree import BLOCKS, Element, Node
from pipeline.extract.timetable.headings import is_strand
from pipeline.extract.timetable.marked import parted
from pipeline.extract.timetable.moments import is_hours
from pipeline.extract.timetable.words import is_byline, is_institute, is_room, looks_like_names
from pipeline.grammar.kinds import is_pause, kind_named
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_BRACKETED = re.compile(r"[(（\[【](.*)[)）\]】]")
_ROOM = re.compile(
    r"(?:room|hall|salle|raum|sala|aula)\s+\w{1,6}|\w{0,12}(?:报告厅|会议室|教室|講義室|会議室|강의실)\w{0,5}", re.IGNORECASE
)
_EMPTIED = re.compile(r"(.*?\S)\s*(?:[\[(（|]\s*[\])）|]?\s*)+")  # where a link stood that is told
_DASHED = re.compile(r"[-–—~〜*]+\s*(.*?\S)\s*[-–—~〜*]+")
_KIND = re.compile(r"[\[【]\s*([^\[\]【】]{1,30}?)\s*[\]】]\s*(\S.*)")
_NAME_AND_INSTITUTE = 2  # lines above the title
_OF_TALK = frozenset({Fact.SPEAKER, Fact.AFFILIATION, Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO, Fact.TALK_TITLE})


def second_lines_name(cells: Iterable[Element]) -> bool:
    """Whether in the cells of a table that have two lines the second one has the look of names, in most of them and in two at least."""
    pairs = [[line.words().value for line in lines(cell)] for cell in cells]
    seconds = [pair[1] for pair in pairs if len(pair) == _NAME_AND_INSTITUTE and not is_pause(pair[0])]
    named = [line for line in seconds if looks_like_names(line) and not is_pause(line)]
    return len(named) >= _NAME_AND_INSTITUTE and len(named) * 4 >= len(seconds) * 3


def entry(element: Element, *, names: bool = False) -> tuple[Item, ...]:
    """What an entry states; nothing where it has no title. ``names`` says that names stand under the titles of its table.

    That is what its markup calls so, else its first line, but for hours, the sort of session, or a name with an institute under it.
    """
    element, marked = parted(element)
    plain: list[Element] = []
    labelled: list[Statement] = []
    for line in _gone_on(lines(element)):
        items = [] if is_numbered(line) or _names_its_sort(line) else list(read_labelled(line))
        said = [item for item in items if isinstance(item, Statement)]
        labelled += said
        plain += [item.block for item in items if isinstance(item, Prose)] if said else [line]
    titled = any(said.fact is Fact.TITLE for said in marked)
    return settled([*marked, *_told(plain, titled=titled, names=names), *labelled])


def _gone_on(of: Iterable[Element]) -> Iterator[Element]:
    """The lines, those that go on with the one before (in lower case) put behind it."""
    before: Element | None = None
    for line in of:
        words = line.words().value
        if before is not None and words[:1].islower() and not is_byline(words, below=True):
            before = before.replace((*before.children, Element("br", {}, (), line.source, line.start, line.end), *line.children))
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _names_its_sort(line: Element) -> bool:
    """Whether a line begins with the sort of session: "Keynote: Ada Brook" is called so, and no title "Ada Brook"."""
    sort, colon, _ = line.words().value.partition(":")
    return bool(colon) and kind_named(sort) is not None


def entries(block: Element) -> Sequence[Element]:
    """The entries of a block under hours: each line where all of them, or the items of a list, begin in bold type; else the whole."""
    own = list(lines(block))
    items = [inner for inner in block.elements() if inner.tag == "li"]
    if items:
        return items
    return own if len(own) > 1 and all(_begins_bold(line) for line in own) else [block]


def parallel(block: Element) -> Sequence[Element]:
    """The lines of a cell where each is called one of several strands (``Session A: Tides``, ``Session B: Ice``); else the whole."""
    own = list(lines(block))
    return own if len(own) > 1 and all(is_strand(line.words().value) for line in own) else [block]


def bylines(block: Element) -> tuple[list[Statement], list[Prose]]:
    """The lines of a block that surely name people, as speakers, and the others."""
    own = list(lines(block))
    named = [line for line in own if is_byline(line.words().value)]
    return [statement(Fact.SPEAKER, line.children, line) for line in named], [Prose(line) for line in own if line not in named]


def _begins_bold(line: Element) -> bool:
    visible = (node for node in line.children if (node.words().value if isinstance(node, Element) else node.value.strip()))
    first = next(visible, None)
    return isinstance(first, Element) and any(inner.tag in ("b", "strong") for inner in first.elements())


def settled(said: Sequence[Item]) -> tuple[Item, ...]:
    """The items of one entry, those of its talk held together; nothing where it has no title."""
    stated = [item for item in said if isinstance(item, Statement)]
    talk = tuple(one for one in stated if one.fact in _OF_TALK)
    rest: tuple[Item, ...] = tuple(item for item in said if item not in talk)
    if not any(one.fact is Fact.TITLE for one in stated):
        titles = [one for one in talk if one.fact is Fact.TALK_TITLE]
        if not titles:
            return ()
        rest = (replace(titles[0], fact=Fact.TITLE, origin=Origin.HEADING), *rest)
    named = any(one.fact is Fact.SPEAKER for one in talk)
    return (*rest, TalkBlock(talk, talk[0].text.span)) if named else rest


def lines(block: Element) -> Iterator[Element]:
    """The lines of a block as the author broke them, those with words; the source's own line ends break none."""
    line: list[Node] = []
    for begin, nodes in (*split_lines(tuple(_unfolded(block.children))), (Begin.HARD, ())):
        if begin is Begin.HARD and line:
            whole = Element("p", {}, tuple(line), block.source, block.start, block.end)
            inner = next((node for node in line if isinstance(node, Element) and node.tag in BLOCKS), None)
            if inner is not None:
                yield from lines(inner)
            elif whole.words().value:
                yield whole
            line = []
        line += nodes


def _unfolded(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes, with inline elements over several lines (a link around a title and a name) as one of each line."""
    for node in nodes:
        broken = isinstance(node, Element) and node.tag not in BLOCKS and any(map(_breaks, node.elements()))
        if not (broken and isinstance(node, Element)) or node.tag == "br":
            yield node
            continue
        part: list[Node] = []
        for inner in (*_unfolded(node.children), None):
            if inner is None or (isinstance(inner, Element) and _breaks(inner)):
                yield node.replace(tuple(part))
                yield from [inner] if inner else []
                part = []
            else:
                part.append(inner)


def _breaks(element: Element) -> bool:
    return element.tag == "br" or element.tag in BLOCKS


def _told(of: Sequence[Element], *, titled: bool, names: bool) -> Iterator[Item]:
    """What each unlabelled line is: hours, the title, names, the institute of the one named; others are of no known meaning."""
    texts = [line.words().value for line in of]
    facts: list[Fact | None] = [Fact.WHEN if is_hours(text) else None for text in texts]
    left = [number for number, fact in enumerate(facts) if fact is None]
    left = [number for number in left if any(map(str.isalpha, texts[number]))] or left[:1]
    if left and kind_named(texts[left[0]]) and (titled or _has_title([texts[number] for number in left[1:]])):
        facts[left.pop(0)] = Fact.KIND
    if titled:
        for number in left:
            facts[number] = _fact(texts[number])
    elif len(left) > _NAME_AND_INSTITUTE and looks_like_names(texts[left[0]]) and _is_institute_line(texts[left[1]]):
        facts[left[0]], facts[left[1]], facts[left[2]] = Fact.SPEAKER, Fact.AFFILIATION, Fact.TITLE
    elif left:
        facts[left[0]] = Fact.TITLE
        if len(left) == _NAME_AND_INSTITUTE and looks_like_names(texts[left[0]]) and _is_institute_line(texts[left[1]]):
            # A talk whose title nobody knows yet goes by its speaker's name.
            yield statement(Fact.SPEAKER, of[left[0]].children, of[left[0]])
            facts[left[1]] = Fact.AFFILIATION
        for number in left[1:]:
            facts[number] = (
                facts[number] or _fact(texts[number]) or (Fact.SPEAKER if names and looks_like_names(texts[number]) else None)
            )
    for line, fact in zip(of, facts, strict=True):
        if fact is None:
            yield Prose(line)
        else:
            told = statement(fact, line.children, line)
            yield from _titled(told) if fact is Fact.TITLE else [_bare(told, _BRACKETED) if fact is Fact.VENUE else told]


def _has_title(below: Sequence[str]) -> bool:
    """Whether the lines under the sort of session (``Keynote``) begin with its title: no names, or names under it."""
    below = [line for line in below if _fact(line) in (None, Fact.SPEAKER)]
    return bool(below) and (
        not looks_like_names(below[0]) or (len(below) > 1 and looks_like_names(below[1]) and not is_byline(below[0]))
    )


def _is_institute_line(line: str) -> bool:
    return is_institute(line) and not is_byline(line)


def _fact(line: str) -> Fact | None:
    """What a line under the title is."""
    bracketed = _BRACKETED.fullmatch(line)
    if is_byline(line, below=True):
        return Fact.SPEAKER
    return Fact.VENUE if is_room(bracketed[1] if bracketed else "") or _ROOM.fullmatch(line) else None


def _titled(said: Statement) -> Iterator[Statement]:
    """A title without the dashes around it, and the kind that it says first in brackets: ``[Workshop] On Tides``."""
    said = replace(_bare(_bare(said, _EMPTIED), _DASHED), origin=Origin.HEADING)
    found = _KIND.fullmatch(said.text.value)
    if found and kind_named(found[1]):
        yield _part(said, found, 1, Fact.KIND)
        yield _part(said, found, 2, Fact.TITLE)
    else:
        yield said


def _bare(said: Statement, signs: re.Pattern[str]) -> Statement:
    found = signs.fullmatch(said.text.value)
    return _part(said, found, 1, said.fact) if found else said


def _part(said: Statement, found: re.Match[str], group: int, fact: Fact) -> Statement:
    place = within(said.text, found.start(group), found.end(group))
    return replace(said, fact=fact, text=Located(found[group], place))
