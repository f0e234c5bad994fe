"""draft → draft: talks told in a line each (``9:00 Ada Brook: On Tides``) divided into who and what.

All lines of a page are written alike, so all are asked: a division holds that makes people of one side in two lines at least, in half of
them surely. Where none holds, or two do, the lines state nothing and are reported: "Slow Rivers: why water matters" may be nobody's talk.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder, UnreadText
from pipeline.grammar.kinds import is_pause
from pipeline.model import Draft, DraftTalk, Fact, Origin, Statement
from pipeline.normalize.people.affiliations import is_house, is_institute
from pipeline.normalize.people.bylines import read_people
from pipeline.normalize.people.names import bare, is_name, is_surely_name
from pipeline.source import Located, within

_PEOPLE = frozenset({Fact.SPEAKER, Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST})
_FEWEST = 2  #: so many lines make a pattern
_BRIEF = 6  #: words of a title that can be an institute's name
#: How a line is divided: the person's part is ``who``, the title ``what``.
_DIVISIONS = tuple(
    re.compile(form)
    for form in (
        r"(?P<who>[^|｜]+(?:[|｜][^|｜]+)?)[|｜]\s*(?P<what>[^|｜]+)",
        r"(?P<what>[^|｜]+)[|｜]\s*(?P<who>[^|｜]+(?:[|｜][^|｜]+)?)",
        r"(?P<who>[^:：]+)(?::\s|：)\s*(?P<what>.+)",
        r"(?P<what>.+)(?::\s|：)\s*(?P<who>[^:：]+)",
        r"(?P<who>.+?)\s(?:--?|[–—])\s(?P<what>.+)",
        r"(?P<what>.+)\s(?:--?|[–—])\s(?P<who>.+?)",
        r"(?P<what>.+?)\s?[(（](?P<who>.+)[)）]",
        r"(?P<who>[^()（）]+[(（][^()（）]+[)）])(?:\s*[,，.]\s*|\s+)(?P<what>[^–—:：|「『《“„«\"-].*)",
        r"(?P<what>[^.。]+)[.。]\s*(?P<who>[^.。]+?)[.。]?",
        r"(?P<who>.+?)(?:[,，]?\s|(?=[「『《]))[“„«»\"「『《](?P<what>[^“”„«»\"]+)[”“»«\"」』》]",
        r"[“„«»\"「『《](?P<what>[^“”„«»\"]+)[”“»«\"」』》],?\s(?:by\s)?(?P<who>.+)",
        r"(?P<what>.+)\sby\s(?P<who>.+)",
    )
)
_JAPANESE = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]{1,4}\s[\u3400-\u9fff\u3040-\u30ff]{1,4}")
_QUOTES = '“”„«»"「」『』《》'


@dataclass(frozen=True, slots=True)
class _Divided:
    """A line's two parts, and whether the one is surely a person's: by the name, an institute beside it, or the page's other words."""

    who: Located[str]
    what: Located[str]
    sure: bool


def divided(page: Sequence[Draft]) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts of a page with the talks that its lines tell.

    A line that can't be divided is no talk, and reported; but the entry of a timetable is called by it as it stands.
    """
    every = [said for draft in page for said in draft.said]
    lines = [said for said in every if said.fact is Fact.LINE]
    if not lines:
        return tuple(page), ()
    named = " ".join(said.text.value for said in every if said.fact in _PEOPLE)
    division = _division([said.text for said in lines], named)
    parts = {said: _parts(said, division) for said in lines}
    lost = [said for draft in page if not draft.entry for talk in draft.talks for said in _lost(talk, parts)]
    unread = tuple(UnreadText(said.text.span, said.text.value) for said in lost)
    return tuple(_divided(draft, parts, lists=division is not None) for draft in page), unread


def _lost(talk: DraftTalk, parts: Mapping[Statement, tuple[Statement, ...]]) -> tuple[Statement, ...]:
    """What goes with a line that can't be divided: the line, and what is said of its talk."""
    undivided = any(said.fact is Fact.LINE and not parts[said] for said in talk.statements) and not _is_titled(talk)
    return tuple(said for said in talk.statements if said.fact is not Fact.WHEN) if undivided else ()


def _divided(draft: Draft, parts: Mapping[Statement, tuple[Statement, ...]], *, lists: bool) -> Draft:
    talks = [talk for talk in draft.talks if not lists or not _only_names(talk)]
    title: tuple[Statement, ...] = ()
    if draft.entry and not any(said.fact is Fact.TITLE for said in draft.statements):
        line = next((said for said in draft.said if said.fact is Fact.LINE), None)
        title = (replace(line, fact=Fact.TITLE),) if line and not any(said.fact is Fact.SPEAKER for said in parts[line]) else ()
    elif draft.entry:
        parts = {line: found or (replace(line, fact=Fact.TALK_TITLE),) for line, found in parts.items()}
    # What else is said of a talk that goes by its line is said of the session.
    rest = [said for talk in talks if title and _line(talk) for said in talk.statements if said.fact is not Fact.LINE]
    kept = (_talk(talk, {} if title else parts) for talk in talks)
    return replace(draft, statements=(*draft.statements, *title, *rest), talks=tuple(talk for talk in kept if talk is not None))


def _only_names(talk: DraftTalk) -> bool:
    """Whether a talk is but a list of the people whom the lines name again."""
    return all(said.fact is Fact.SPEAKER or said.origin is Origin.FRONT_MATTER for said in talk.statements) and not any(
        said.fact is Fact.TALK_TITLE for said in talk.statements
    )


def _line(talk: DraftTalk) -> Statement | None:
    return next((said for said in talk.statements if said.fact is Fact.LINE), None)


def _talk(talk: DraftTalk, parts: Mapping[Statement, tuple[Statement, ...]]) -> DraftTalk | None:
    line = _line(talk)
    if line is None:
        return talk
    rest = tuple(said for said in talk.statements if said is not line)
    found = (replace(line, fact=_speaker_or(Fact.HEADING, line.text)),) if _is_titled(talk) else parts.get(line)
    return replace(talk, statements=(*rest, *found)) if found else None


def _is_titled(talk: DraftTalk) -> bool:
    """Whether a talk has a title beside its line."""
    return any(said.fact is Fact.TALK_TITLE for said in talk.statements)


def _speaker_or(other: Fact, words: Located[str]) -> Fact:
    """A speaker where words are a byline, of people alone, surely; else the other fact."""
    people, problems = read_people(words)
    sure = any(is_surely_name(person.name) or is_institute(person.affiliation or "") for person in people)
    return Fact.SPEAKER if sure and not problems and all(_is_name(person.name) for person in people) else other


def _parts(line: Statement, division: re.Pattern[str] | None) -> tuple[Statement, ...]:
    """What a line states: who and what; a title alone where the page's lines are divided, and nothing in this one could be a name."""
    if division is None and line.origin is Origin.BODY:
        return ()
    if division is not None and (found := _divide(line.text, division)) is not None:
        return replace(line, fact=Fact.TALK_TITLE, text=found.what), replace(line, fact=Fact.SPEAKER, text=found.who)
    words = line.text.value
    if line.origin is Origin.HEADING:
        return (replace(line, fact=_speaker_or(Fact.TALK_TITLE, line.text)),)
    plain = not any(form.fullmatch(words) for form in _DIVISIONS)
    return (replace(line, fact=Fact.TALK_TITLE),) if plain and (is_pause(words) or not is_name(words)) else ()


def _division(lines: Sequence[Located[str]], named: str) -> re.Pattern[str] | None:
    """The one way in which the most lines are divided, with people that are surely some; ``None`` where two are as good.

    ``named`` are the words that name people elsewhere on the page.
    """
    found = [(form, [parts for line in lines if (parts := _divide(line, form, named))]) for form in _DIVISIONS]
    held = [(each, form) for form, each in found if len(each) >= _FEWEST]
    best, division = max(held, key=lambda one: (len(one[0]), _surely(one[0])), default=([], None))
    rivals = [each for each, _ in held if len(each) == len(best) and _surely(each) and not _alike(each, best)]
    return None if rivals or _surely(best) * 2 < len(best) else division


def _surely(parts: Sequence[_Divided]) -> int:
    return sum(one.sure for one in parts)


def _alike(one: Sequence[_Divided], other: Sequence[_Divided]) -> bool:
    return all((a.who.value, a.what.value) == (b.who.value, b.what.value) for a, b in zip(one, other, strict=True))


def _divide(line: Located[str], division: re.Pattern[str], named: str = "") -> _Divided | None:
    match = division.fullmatch(line.value)
    if match is None:
        return None
    who, what = (_part(line, match, group) for group in ("who", "what"))
    people, problems = read_people(who)
    told = [problem for problem in problems if not isinstance(problem, Placeholder)]
    title = what.value.strip(_QUOTES)
    if not people or told or not all(_is_name(person.name) for person in people) or not any(map(str.isalpha, title)):
        return None
    if is_surely_name(title) or (is_house(title) and len(title.split()) <= _BRIEF) or is_pause(who.value):
        return None
    sure = any(is_surely_name(person.name) or person.name in named or is_institute(person.affiliation or "") for person in people)
    return _Divided(who, what, sure)


def _is_name(name: str) -> bool:
    """Whether this is built as a name: ``is_name`` knows no Japanese ones, which a space tells."""
    return is_name(name) or _JAPANESE.fullmatch(bare(name)) is not None


def _part(line: Located[str], match: re.Match[str], group: str) -> Located[str]:
    """A part of a line without the space and the quotation marks around it."""
    words = match[group]
    start = match.start(group) + len(words) - len(words.lstrip(f" {_QUOTES if group == 'what' else ''}"))
    kept = words.strip(f" ,，{_QUOTES if group == 'what' else ''}")
    return Located(kept, within(line, start, start + len(kept)))
