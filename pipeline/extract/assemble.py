"""The items of a page → its draft: which statements are the session's, and which belong to which talk.

Where a host and a time stand before each talk, they are that talk's (the dialect of repeated hosts and times). The rules:

1.  What markup holds together as a talk is one.
2.  Loose statements about a talk (speaker, abstract, …) that follow one another are one talk; a second speaker or a second title
    begins the next.
3.  Statements between two talks belong to the second.
4.  Statements before the first talk are the session's; but those after the last line across the page, where others stand above
    it, are the first talk's, and so are those that later talks have repeated.
5.  A talk without a speaker and without a title is no talk: its statements are the session's.
"""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.items import Divider, Item, Prose, TalkBlock
from pipeline.model import DraftTalk, Fact, Origin, Statement

OF_TALK = frozenset({
    Fact.TALK_TITLE, Fact.SPEAKER, Fact.AFFILIATION, Fact.PHOTO, Fact.URL, Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO,
})  # fmt: skip
_BEFORE_A_TALK = frozenset({Fact.WHEN, Fact.START, Fact.END, Fact.HOST, Fact.CHAIR})
_OF_A_PERSON = frozenset({Fact.AFFILIATION, Fact.PHOTO, Fact.URL})
_ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})


def assemble(items: Iterable[Item]) -> tuple[tuple[Statement, ...], tuple[DraftTalk, ...]]:
    """The session's statements and its talks."""
    grouped = list(_group(items))
    talks = [item for item in grouped if isinstance(item, TalkBlock)]
    # Speakers named in the front matter of a page whose body holds the talks are those of the talks.
    if any(not _of_front_matter(talk) for talk in talks):
        grouped = [item for item in grouped if not (isinstance(item, TalkBlock) and _of_front_matter(item) and _loose(item))]
    return _divide(grouped)


def _of_front_matter(talk: TalkBlock) -> bool:
    return all(said.origin is Origin.FRONT_MATTER for said in talk.statements)


def _loose(talk: TalkBlock) -> bool:
    return not any(said.fact is Fact.TALK_TITLE for said in talk.statements)


def _group(items: Iterable[Item]) -> Iterator[Item]:
    """Rule 2 and rule 5."""
    loose: list[Statement] = []
    role: Statement | None = None
    for item in items:
        if isinstance(item, Statement) and item.fact in OF_TALK and not (role and item.fact in _OF_A_PERSON):
            if _begins_next(item, loose):
                yield from _block(loose)
                loose = []
            loose.append(item)
            role = None
            continue
        if isinstance(item, TalkBlock | Divider):
            yield from _block(loose)
            loose = []
        if isinstance(item, Statement) and item.fact not in _OF_A_PERSON:
            role = item if item.fact in _ROLES and item.origin is Origin.FRONT_MATTER else None
        yield from _block(list(item.statements)) if isinstance(item, TalkBlock) else [item]
    yield from _block(loose)


def _begins_next(said: Statement, loose: Sequence[Statement]) -> bool:
    facts = {earlier.fact for earlier in loose}
    if said.fact is Fact.TALK_TITLE:
        return Fact.TALK_TITLE in facts
    # Several speakers may come one after another; once words of a talk were said, another speaker is another talk.
    return said.fact is Fact.SPEAKER and Fact.SPEAKER in facts and bool(facts & {Fact.TALK_TITLE, Fact.ABSTRACT, Fact.BIOGRAPHY})


def _block(statements: Sequence[Statement]) -> Iterator[Item]:
    if any(said.fact in (Fact.SPEAKER, Fact.TALK_TITLE) for said in statements):
        yield TalkBlock(tuple(statements), statements[0].text.span)
    else:
        yield from statements


def _divide(items: Sequence[Item]) -> tuple[tuple[Statement, ...], tuple[DraftTalk, ...]]:
    """Rules 3 and 4."""
    before, gaps, talks = _gaps(items)
    session = [said for group in before for said in group]
    repeated = {said.fact for gap in gaps[1:] for said in gap} & _BEFORE_A_TALK
    first = [said for said in session if said.fact in repeated and said.origin is Origin.BODY]
    if talks and len(before) > 1:
        first += [said for said in before[-1] if said.fact in _BEFORE_A_TALK and said not in first]
    if gaps:
        gaps[0] = first
    session = [said for said in session if said not in first]
    drafts = []
    for gap, talk in zip(gaps, talks, strict=True):
        own = [said for said in gap if said.fact in _BEFORE_A_TALK]
        session += [said for said in gap if said not in own]
        drafts.append(DraftTalk((*own, *talk.statements), talk.span))
    return tuple(session), tuple(drafts)


def _gaps(items: Sequence[Item]) -> tuple[list[list[Statement]], list[list[Statement]], list[TalkBlock]]:
    """The statements before the first talk, in groups divided by lines across the page; those before each talk; the talks."""
    before: list[list[Statement]] = [[]]
    gaps: list[list[Statement]] = []
    talks: list[TalkBlock] = []
    gap: list[Statement] = []
    for item in items:
        match item:
            case TalkBlock():
                gaps.append(gap)
                talks.append(item)
                gap = []
            case Statement() if talks and item.fact is not Fact.HEADING:
                gap.append(item)
            case Statement():
                before[-1].append(item)
            case Divider() if not talks and any(said.origin is Origin.BODY for said in before[-1]):
                before.append([])
            case Divider() | Prose() | _:
                continue
    before[0] += gap
    return [group for group in before if group] or [[]], gaps, talks
