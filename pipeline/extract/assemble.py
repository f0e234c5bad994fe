"""The items of a page → its draft: which statements are the session's, and which belong to which talk.

Where a host and a time stand before each talk, they are that talk's (the dialect of repeated hosts and times). The rules:

1.  What markup holds together as a talk is one.
2.  Loose statements about a talk (speaker, abstract, …) that follow one another are one talk; a second title begins the next, and so
    does a second speaker once words of the talk were said. Where titles come first, speakers may follow one another.
3.  Statements between two talks belong to the second; but hosts and times that stand after every talk and not before the first one
    belong to the talk before them. Those amidst the statements of a talk are that talk's, or the session's where it is the only one.
4.  Statements before the first talk are the session's; but those after the last line across the page, where others stand above
    it, are the first talk's, and so are those that later talks have repeated.
5.  A biography that stands apart is that of the only talk's speaker. A talk without a speaker and without a title is no talk: its statements are the session's. So are rooms and chairs: a session
    has them, a talk does not.
6.  What is said of the only speaker before the name is that speaker's; portraits above the names are those of the names below. An
    institute right after a host is the host's.
7.  A heading between talks is the session's, and that of the talks after it as well: it may name another day.
8.  Headings right before the speakers are the titles, where there are several and nothing else is called one; those right before
    abstracts, where nobody is called a speaker, are lines that tell of both, perhaps.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.dialects.slots import without_hours
from pipeline.extract.items import Divider, Item, Prose, TalkBlock
from pipeline.extract.label_words import fact_of
from pipeline.model import DraftTalk, Fact, Origin, Statement

OF_TALK = frozenset({
    Fact.TALK_TITLE, Fact.LINE, Fact.SPEAKER, Fact.AFFILIATION, Fact.PHOTO, Fact.URL, Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO,
})  # fmt: skip
_BEFORE_A_TALK = frozenset({Fact.WHEN, Fact.DATE, Fact.START, Fact.END, Fact.HOST})
_WORDS = frozenset({Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO})
_TELLS_A_TALK = frozenset({Fact.SPEAKER, Fact.TALK_TITLE, Fact.LINE})
_OF_A_PERSON = frozenset({Fact.AFFILIATION, Fact.PHOTO, Fact.URL})
_ROLES = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})


def assemble(items: Iterable[Item]) -> tuple[tuple[Statement, ...], tuple[DraftTalk, ...]]:
    """The session's statements and its talks."""
    grouped = list(_group(_titled(list(items))))
    talks = [item for item in grouped if isinstance(item, TalkBlock)]
    # Speakers named in the front matter, or in a line of their own, of a page whose body holds the talks are those of the talks.
    if any(not _of_front_matter(talk) and not _is_line(talk) for talk in talks):
        grouped = [item for item in grouped if not (isinstance(item, TalkBlock) and _only_names(item, talks))]
    return _divide(grouped)


def _of_front_matter(talk: TalkBlock) -> bool:
    return all(said.origin is Origin.FRONT_MATTER for said in talk.statements)


def _is_line(talk: TalkBlock) -> bool:
    return any(said.fact is Fact.LINE for said in talk.statements)


def _only_names(talk: TalkBlock, talks: Sequence[TalkBlock]) -> bool:
    """Whether a talk is but a list of the speakers of the page's talks."""
    if _of_front_matter(talk):
        return not any(said.fact is Fact.TALK_TITLE for said in talk.statements)
    if any(said.fact is not Fact.SPEAKER for said in talk.statements):
        return False
    others = [said.text.value for other in talks if other is not talk for said in other.statements if said.fact is Fact.SPEAKER]
    named = " ".join(said.text.value for said in talk.statements)
    return sum(other in named for other in set(others)) > 1 or any(other == named for other in others)


def _titled(items: Sequence[Item]) -> Sequence[Item]:
    """Rule 8: the items, with headings as titles where they are."""
    loose = [item for item in items if isinstance(item, Statement) and item.origin is not Origin.FRONT_MATTER]
    titles = [
        head for head, said in pairwise(loose) if head.fact is Fact.HEADING and said.fact is Fact.SPEAKER and _may_be_title(head)
    ]
    fact = Fact.TALK_TITLE
    if not any(isinstance(item, TalkBlock) or (isinstance(item, Statement) and item.fact in _TELLS_A_TALK) for item in items):
        titles = [
            head for head, said in pairwise(loose) if head.fact is Fact.HEADING and said.fact in _WORDS and _may_be_title(head)
        ]
        fact = Fact.LINE
    if len(titles) < 2 or any(said.fact is Fact.TALK_TITLE for said in loose):  # noqa: PLR2004 - two make a pattern
        return items
    return [replace(item, fact=fact) if item in titles else item for item in items]


def _may_be_title(heading: Statement) -> bool:
    text = heading.text.value
    return fact_of(text) is None and not (_may_be_day(heading) or re.search(r"\d[:：h时時点]\d", text))


def _group(items: Iterable[Item]) -> Iterator[Item]:
    """Rules 2, 5 and 6."""
    every = list(items)
    leads = _leads(every)
    talk: list[Statement] = []
    pending: list[Item] = []  # what stood after the talk's last statement
    role: Statement | None = None
    for item in every:
        if isinstance(item, Statement) and item.fact in OF_TALK and not _of_role(item, role):
            if _begins_next(item, talk, pending, leads):
                yield from (*_block(talk), *pending)
                talk = []
            else:
                amidst = [one for one in pending if talk and isinstance(one, Statement) and _stands_in_a_talk(one)]
                talk += amidst
                yield from (one for one in pending if one not in amidst)
            talk.append(item)
            pending, role = [], None
            continue
        if isinstance(item, TalkBlock | Divider):
            yield from (*_block(talk), *pending)
            talk, pending = [], []
        if isinstance(item, Statement) and item.fact not in _OF_A_PERSON:
            role = item if item.fact in _ROLES else None
        pending += _block(list(item.statements)) if isinstance(item, TalkBlock) else [item]
    yield from (*_block(talk), *pending)


def _stands_in_a_talk(said: Statement) -> bool:
    return said.fact in _BEFORE_A_TALK and said.origin is not Origin.FRONT_MATTER


def _leads(items: Sequence[Item]) -> Fact | None:
    """With which fact the talks begin that are told by labels alone on this page: a title, a speaker or a portrait."""
    told = (item for item in items if isinstance(item, Statement) and item.origin is not Origin.FRONT_MATTER)
    return next((said.fact for said in told if said.fact in (Fact.TALK_TITLE, Fact.SPEAKER, Fact.PHOTO)), None)


def _of_role(said: Statement, role: Statement | None) -> bool:
    """Rule 6: whether a statement is about the host, chair… named just before it."""
    if role is None or said.fact not in _OF_A_PERSON:
        return False
    return role.origin is Origin.FRONT_MATTER or said.fact is Fact.AFFILIATION


def _begins_next(said: Statement, talk: Sequence[Statement], pending: Sequence[Item], leads: Fact | None) -> bool:
    facts = {earlier.fact for earlier in talk}
    headed = any(isinstance(item, Statement) and item.fact in (Fact.HEADING, Fact.TITLE) for item in pending)
    if headed and said.fact in facts - {Fact.AFFILIATION}:
        return True
    if said.fact is Fact.LINE:
        return bool(facts & {Fact.LINE, Fact.SPEAKER, Fact.TALK_TITLE})
    if said.fact is Fact.TALK_TITLE:
        return Fact.TALK_TITLE in facts or (leads is Fact.TALK_TITLE and Fact.SPEAKER in facts)
    words = facts & (_WORDS if leads is Fact.TALK_TITLE else _WORDS | {Fact.TALK_TITLE})
    return said.fact in (Fact.SPEAKER, leads) and Fact.SPEAKER in facts and bool(words)


def _block(statements: Sequence[Statement]) -> Iterator[Item]:
    if any(said.fact in (Fact.SPEAKER, Fact.TALK_TITLE, Fact.LINE) for said in statements):
        yield TalkBlock(_names_first(statements), statements[0].text.span)
    else:
        yield from statements


def _names_first(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Rule 6: facts of a person that stand before the first name stand before each; they are put behind it."""
    facts = [said.fact for said in statements]
    names = facts.index(Fact.SPEAKER) if Fact.SPEAKER in facts else 0
    ahead = set(facts[:names]) & _OF_A_PERSON
    if facts.count(Fact.SPEAKER) > 1:
        ahead &= {Fact.PHOTO}
    ordered: list[Statement] = []
    waiting: list[Statement] = []
    for said in statements:
        if said.fact in ahead:
            waiting.append(said)
            continue
        ordered.append(said)
        if said.fact is Fact.SPEAKER:
            ordered += waiting
            waiting = []
    return (*ordered, *waiting)


def _divide(items: Sequence[Item]) -> tuple[tuple[Statement, ...], tuple[DraftTalk, ...]]:
    """Rules 3 to 5."""
    before, gaps, talks, after = _gaps(items)
    _give_back(before, gaps, after)
    before[0] += after
    session = [said for group in before for said in group]
    first = _first_talks([said for said in session if said.origin is not Origin.FRONT_MATTER and said not in after], gaps[1:])
    if talks and len(before) > 1:
        first += [said for said in before[-1] if said.fact in _BEFORE_A_TALK and said not in first]
    if gaps:
        gaps[0] = [*gaps[0], *first]
    session = [said for said in session if said not in first]
    drafts = []
    alone = len(talks) == 1
    for gap, talk in zip(gaps, talks, strict=True):
        own = [said for said in gap if said.fact in _BEFORE_A_TALK]
        inner = [said for said in talk.statements if _is_sessions(said, alone=alone)]
        session += [*(said for said in gap if said not in own), *inner]
        told = (part for said in talk.statements if said not in inner for part in without_hours(said))
        drafts.append(DraftTalk((*own, *told), talk.span))
    if alone and not any(said.fact is Fact.BIOGRAPHY for said in drafts[0].statements):
        life = [said for said in session if said.fact is Fact.BIOGRAPHY and said.origin is not Origin.FRONT_MATTER]
        session = [said for said in session if said not in life]
        drafts = [DraftTalk((*drafts[0].statements, *life), drafts[0].span)]
    # A table's cell over several rows is said once.
    return tuple(dict.fromkeys(session)), tuple(drafts)


def _first_talks(said: Sequence[Statement], gaps: Sequence[Sequence[Statement]]) -> list[Statement]:
    """Of what stands before the first talk its own: of each fact that later talks have repeated, the last ones, as many as they have."""
    first: list[Statement] = []
    for fact in _BEFORE_A_TALK:
        most = max((sum(one.fact is fact for one in gap) for gap in gaps), default=0)
        first += [one for one in said if one.fact is fact][-most:] if most else []
    return [one for one in said if one in first]


def _is_sessions(said: Statement, *, alone: bool) -> bool:
    """Whether a statement among those of a talk is the session's."""
    if said.origin is Origin.FRONT_MATTER:
        return False
    return said.fact not in OF_TALK and said.fact is not Fact.HEADING and (alone or said.fact not in _BEFORE_A_TALK)


def _give_back(before: Sequence[Sequence[Statement]], gaps: list[list[Statement]], after: list[Statement]) -> None:
    """Rule 3's exception: facts that stand after every talk are given to the talk before them."""
    if len(gaps) < 2:  # noqa: PLR2004 - two talks make a pattern
        return
    follows = {said.fact for said in after} & _BEFORE_A_TALK
    for gap in gaps[1:]:
        follows &= {said.fact for said in gap}
    follows -= {said.fact for group in before for said in group if said.origin is Origin.BODY}
    every = [*gaps, list(after)]
    for number in range(len(gaps)):
        kept = [said for said in gaps[number] if said.fact not in follows]
        gaps[number] = [*kept, *(said for said in every[number + 1] if said.fact in follows)]
    after[:] = [said for said in after if said.fact not in follows]


def _may_be_day(heading: Statement) -> bool:
    """Rule 7: whether a heading may name a day: it has a number, and no hours, which are those of all that stands under it."""
    text = heading.text.value
    return any(map(str.isdigit, text)) and not re.search(r"\d\s?[:：h时時点]\s?\d\d", text)


def _gaps(items: Sequence[Item]) -> tuple[list[list[Statement]], list[list[Statement]], list[TalkBlock], list[Statement]]:
    """The statements before the first talk, in groups divided by lines across the page; those before each talk; the talks; the rest."""
    before: list[list[Statement]] = [[]]
    gaps: list[list[Statement]] = []
    talks: list[TalkBlock] = []
    gap: list[Statement] = []
    day: list[Statement] = []
    for item in items:
        if isinstance(item, Statement) and item.fact is Fact.HEADING and talks:
            day = [item] if _may_be_day(item) else day
        match item:
            case TalkBlock():
                gaps.append(gap)
                talks.append(TalkBlock((*day, *item.statements), item.span))
                gap = []
            case Statement() if talks and item.fact is not Fact.HEADING and item.origin is not Origin.FRONT_MATTER:
                gap.append(item)
            case Statement():
                before[-1].append(item)
            case Divider() if not talks and any(said.origin is Origin.BODY for said in before[-1]):
                before.append([])
            case Divider() | Prose() | _:
                continue
    return [group for group in before if group] or [[]], gaps, talks, gap
