"""The marks that say a session does not take place, or not as it was announced, parted from what they stand beside.

``[CANCELLED] On Tides``, ``On Tides（已取消）`` and ``~~On Tides~~`` are a status and a title. What says only that something was moved
(``POSTPONED``, ``NEW TIME``) stays in the title as well: nobody knows whether the page's times are the old ones.
"""

import re
from collections.abc import Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import UnclearStatus, UnreadText
from pipeline.extract.dialects.time_lines import day_of_title
from pipeline.grammar.status_words import MOVED, OFF, WHY
from pipeline.model import DraftTalk, Fact, Origin, Statement
from pipeline.source import Located, within


def _either_end(words: str) -> re.Pattern[str]:
    """A mark before or after other text: in brackets, before a colon, between dashes, or in capitals."""
    boxed = rf"[*_]*[\[(（【［<]\s*(?:{words}){WHY}\s*[\])）】］>][*_]*"
    led = rf"(?:{words})\s*(?:[:：!！]+|\s[-–—|]+\s)|(?-i:(?=[A-Z]{{6}}))(?:{words})(?=\s(?-i:\S*[a-z]))"
    return re.compile(
        rf"(?P<first>{boxed}|{led})\s*(?P<after>\S.*)|(?P<before>.*\S)\s*(?P<last>{boxed}|\s[-–—|]+\s*(?:{words})[!！.]?)",
        re.IGNORECASE | re.DOTALL,
    )


_IS_OFF, _IS_MOVED = _either_end(OFF), _either_end(MOVED)
_LONGEST = 300  #: characters of a title; what is longer is text
_STRUCK = re.compile(r"~~(?P<title>.+)~~|<(?P<tag>s|del|strike)>(?P<words>.+)</(?P=tag)>", re.IGNORECASE | re.DOTALL)


def parted(
    session: Sequence[Statement], talks: Sequence[DraftTalk]
) -> tuple[tuple[Statement, ...], tuple[DraftTalk, ...], tuple[Problem, ...]]:
    """The statements with each mark as a status of the session, and those that leave open what they mean as problems.

    Only what speaks of the session is looked at: its title, its summary and, of the only talk, that one's title. A line between several
    talks may speak of one of them.
    """
    titled = any(said.fact is Fact.TITLE for said in session)
    heading = next((said for said in session if said.fact is Fact.HEADING), None) if not titled else None
    own: list[Statement] = []
    problems: list[Problem] = []
    for said in session:
        if said.fact is Fact.STATUS and said.origin is Origin.BODY and len(talks) > 1:
            problems.append(UnreadText(said.text.span, said.text.value))
        elif said.fact in (Fact.TITLE, Fact.SUMMARY) or said is heading:
            own += [*_part(said), *filter(None, [day_of_title(said)] if said.fact is Fact.TITLE else [])]
            problems += _moved(said)
        else:
            own.append(said)
    if len(talks) == 1:
        talk = talks[0]
        parts = [part for said in talk.statements for part in (_part(said) if said.fact is Fact.TALK_TITLE else [said])]
        own += [said for said in parts if said.fact is Fact.STATUS]
        talks = (DraftTalk(tuple(said for said in parts if said.fact is not Fact.STATUS), talk.span),)
    return tuple(own), tuple(talks), tuple(problems)


def _part(said: Statement) -> list[Statement]:
    """A statement without its mark, and the mark as a status."""
    text = said.text
    if len(text.value) > _LONGEST:
        return [said]
    if struck := _STRUCK.fullmatch(text.value.strip()):
        title = struck["title"] or struck["words"]
        return [_of(said, title, text.value.index(title)), Statement(Fact.STATUS, text, said.origin)]
    match = _IS_OFF.fullmatch(text.value)
    if match is None:
        return [said]
    mark, rest = ("first", "after") if match["first"] else ("last", "before")
    status = Located(match[mark].strip(), within(text, match.start(mark), match.end(mark)))
    return [_of(said, match[rest].strip(), match.start(rest)), Statement(Fact.STATUS, status, said.origin)]


def _of(said: Statement, words: str, start: int) -> Statement:
    place = within(said.text, start, start + len(words))
    return Statement(said.fact, Located(words, place), said.origin, said.markup, said.link)


def _moved(said: Statement) -> list[Problem]:
    match = _IS_MOVED.fullmatch(said.text.value) if len(said.text.value) <= _LONGEST else None
    if match is None:
        return []
    mark = "first" if match["first"] else "last"
    return [UnclearStatus(within(said.text, match.start(mark), match.end(mark)), match[mark].strip())]
