"""The particulars of talks that stand below a timetable: under a heading, or labelled, the abstract of a talk that has its hours above.

They are told of by title, or by a name that only one talk has; what can be told of none is reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.assemble import assemble
from pipeline.extract.items import Item, Prose, TalkBlock
from pipeline.extract.label_words import RICH
from pipeline.extract.labels import Labelled, statements
from pipeline.extract.timetable.opened import Opened
from pipeline.model import Fact, Statement
from pipeline.source import Located

_TITLES = frozenset({Fact.TITLE, Fact.TALK_TITLE, Fact.LINE})
_ADDED = RICH | {Fact.AFFILIATION, Fact.PHOTO, Fact.URL, Fact.SLIDES, Fact.VIDEO}
_SHORTEST = 6  # of a title's letters, that tell it from others
_SENTENCE = 40


@dataclass(frozen=True, slots=True)
class Detail:
    """What a heading stands over: the heading's words, what is stated of each talk there, and text under no label."""

    heading: Statement
    talks: tuple[tuple[Statement, ...], ...]
    text: tuple[Prose, ...]


def detail_of(group: Opened) -> tuple[Detail | None, list[Item]]:
    """The particulars under a heading, and the items that are none."""
    heading = next(said for said in group.stated if said.fact is Fact.TITLE)
    rest = [item for item in group.items if item is not heading]
    session, talks = assemble([item for item in rest if not isinstance(item, Prose)])
    text = tuple(item for item in rest if isinstance(item, Prose))
    told = [talk.statements for talk in talks]
    told += [tuple(said for said in session if said.fact in _ADDED)] if not told else []
    left: list[Item] = [said for said in session if said.fact not in _ADDED or talks]
    told = [statements for statements in told if statements]
    return (Detail(heading, tuple(told), text), left) if told or text else (None, left)


def join(details: Sequence[Detail], sessions: Sequence[Opened]) -> list[Item]:
    """Gives each talk its particulars; returns those of none, as they stand on the page."""
    unread: list[Item] = []
    for detail in details:
        named = _found(sessions, detail.heading.text)
        blocks = detail.talks or ((),)
        for said in blocks:
            titles = [one.text for one in said if one.fact in _TITLES]
            names = [one.text for one in said if one.fact is Fact.SPEAKER]
            found = next(filter(None, (_found(sessions, text) for text in (*titles, *names))), None) or (
                named if len(blocks) == 1 else None
            )
            if found is None:
                unread += said
            else:
                _add(found, [one for one in said if one.fact in _ADDED])
        # Under a heading that is a talk's title stands its abstract; under one that is a name it may be anything.
        for prose in detail.text:
            long = len(prose.block.words().value) >= _SENTENCE
            if named is not None and long and _is_title(named, detail.heading.text) and not any(detail.talks):
                _add(named, list(_abstract(prose)))
            else:
                unread.append(prose)
    return unread


def _abstract(prose: Prose) -> Iterator[Statement]:
    items = statements(Labelled(Fact.ABSTRACT, prose.block.children), prose.block)
    yield from (item for item in items if isinstance(item, Statement))


_Place = tuple[Opened, TalkBlock | None]


def _places(sessions: Sequence[Opened]) -> Iterator[tuple[_Place, Sequence[Statement]]]:
    for session in sessions:
        if not session.talks:
            yield (session, None), session.all_statements()
        for talk in session.talks:
            yield (session, talk), talk.statements


def _found(sessions: Sequence[Opened], text: Located[str]) -> _Place | None:
    """The one talk that a text is the title, or a speaker, of."""
    folded = _fold(text.value)
    if not folded:
        return None
    for test in (_has_title, _has_line, _has_name):
        found = [place for place, said in _places(sessions) if any(test(one, folded) for one in said)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _has_title(said: Statement, folded: str) -> bool:
    return said.fact in _TITLES and _fold(said.text.value) == folded


def _has_line(said: Statement, folded: str) -> bool:
    return said.fact is Fact.LINE and len(folded) >= _SHORTEST and folded in _fold(said.text.value)


def _has_name(said: Statement, folded: str) -> bool:
    return said.fact is Fact.SPEAKER and _fold(re.sub(r"[(（].*", "", said.text.value)) == folded


def _is_title(place: _Place, text: Located[str]) -> bool:
    session, talk = place
    told = talk.statements if talk else session.all_statements()
    return any(test(said, _fold(text.value)) for said in told for test in (_has_title, _has_line))


def _add(place: _Place, said: Sequence[Statement]) -> None:
    session, talk = place
    inner = next((item for item in session.items if isinstance(item, TalkBlock)), None)
    if talk is None and inner is not None:
        session.items[session.items.index(inner)] = replace(inner, statements=(*inner.statements, *said))
    elif talk is None:
        session.items += said
    else:
        session.talks[session.talks.index(talk)] = replace(talk, statements=(*talk.statements, *said))


def _fold(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
