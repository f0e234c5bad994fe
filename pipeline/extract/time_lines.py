"""Dialect: a line of nothing but a day or hours, and perhaps a room after them: ``Friday, 15 March 2024, 10:00–11:00, Room 5``.

Nobody labels such a line, for nobody needs the label. What its words mean the grammar of times tells; here they are only known as such.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.items import Item, Prose, TalkBlock, TimeLine, block_of
from pipeline.extract.lines import split_lines
from pipeline.extract.tree import Element, Node, located_text
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located, within

_MONTHS = (
    r"jan(?:uary|uar|vier|\.)?|enero|ene|j[äa]nner|feb(?:ruary|ruar|rero|\.)?|f[ée]vrier|f[ée]vr|mar(?:ch|s|zo)?|m[äa]rz|apr(?:il|\.)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|june?|jun[io]+"
    r"|juin|july?|jul[io]+|juil(?:let)?|aug(?:ust|\.)?|ao[ûu]t|ago(?:sto)?|sept?(?:ember|embre|\.)?|sep?tiembre|o[ck]t(?:ober|obre|ubre|\.)?|nov(?:ember|embre|iembre|\.)?"
    r"|d[eé][cz](?:ember|embre|\.)?|dic(?:iembre)?"
)
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mo|di|mi|do|fr|sa|so)(?=[.,])"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo"
)
_SMALL = (
    r"a\.?\s?m\b\.?|p\.?\s?m\b\.?|uhr|hs?|hrs?|c\.\s?t\.?|s\.\s?t\.?|o'clock|noon|to|till|until|from|at|on|bis|von|um|ab|am|den|der|de|del|du|à|au|a|las?|le|el|los|the|of|and|und|et|y"
    r"|st|nd|rd|th|er|cet|cest|utc|gmt|est|edt|pst|pdt|jst|kst|bst|[ep]t|(?:beijing|local|eastern|pacific|central)\stime|heure\sde\sparis"
)
_EAST = r"[年月日号號時时点點分半至到上下午前後晚中早星期周週曜一二三四五六七八九十天火水木金土년월일오전후시분요화수목금토]"
_TOKEN = rf"(?:\d++(?:h(?:[0-5]\d)?)?|{_MONTHS}|{_WEEKDAYS}|{_SMALL})(?![^\W\d_])|\d++(?=(?:st|nd|rd|th|er|h|hs|am|pm)\b|{_EAST})|(?:st|nd|rd|th|er|h|hs|am|pm)\b|{_EAST}"
_TIME = re.compile(rf"(?:(?:{_TOKEN})[\s,，、.:：;/()（）\[\]·|–—−~～〜-]*)+", re.IGNORECASE)
_DAY = re.compile(
    rf"\d\s?(?:st|nd|rd|th|er|\.)?\s?(?:of\s|de\s)?(?:{_MONTHS})|(?:{_MONTHS})\s?\d|\d{{4}}[-/.]\d|\d\d?[./]\d\d?[./]\d{{4}}|\d\s?[月월]\s?\d",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d\s?[:：h時时点시.][0-5]\d\D{1,12}\d{1,2}\s?[:：h時时点시.][0-5]\d", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:(?:in|at|en|im|in\sder|@)\s+)?((?:\S.{0,60}?)?\b(?:room|rm|hall|auditorium|theatre|theater|building|bldg|lounge|library|campus|h[öo]rsaal|seminarraum|raum|saal|geb[äa]ude|salle"
    r"|amphi\w*|b[âa]timent|aula|sala|sal[óo]n|auditorio|edificio|zoom|online|teams)\b.{0,60}|.{0,40}(?:教室|会议室|會議室|报告厅|会場|講義室|号室|号館|楼|室|강의실|세미나실|동|호)\S{0,20})",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"deadline|regist|submission|important|due|frist|anmeld|einreich|inscri|plazo|envío|soumission|date limite|截止|报名|報名|注册|締|申込|마감|신청|등록",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d\s?(?:[:：h時时点시]|[ap]\.?\s?m\b|uhr)", re.IGNORECASE)
_LONGEST = 160


def read(prose: Prose) -> list[Item]:
    """The lines of a paragraph that are times, and the text around them; nothing where none is."""
    element = prose.block
    items: list[Item] = []
    rest: list[Node] = []
    for _, nodes in split_lines(element.children):
        line = _line(nodes, element)
        if line is None:
            rest += nodes
            continue
        items += [*_prose(rest, element), line]
        rest = []
    return [*items, *_prose(rest, element)] if items else []


def _prose(nodes: Sequence[Node], element: Element) -> Iterator[Prose]:
    block = block_of(tuple(nodes), element)
    if block.words().value:
        yield Prose(block)


def _line(nodes: tuple[Node, ...], element: Element) -> TimeLine | None:
    words = located_text(nodes, element.source, element.span)
    statements = tuple(_statements(words)) if len(words.value) < _LONGEST else ()
    return TimeLine(statements, Prose(block_of(nodes, element))) if statements else None


def _statements(words: Located[str]) -> Iterator[Statement]:
    """When, and where if a place follows; nothing where anything else does."""
    text = words.value
    match = _TIME.match(text)
    if match is None or not (_DAY.search(match[0]) or _RANGE.search(match[0])):
        return
    end = len(match[0].rstrip(" ,，、;:|·/–—-([（@"))
    apart = _DAY.search(match[0]) or match[0][end:].strip() or re.match(r"(?:in|at|im|en)\s", text[match.end() :])
    place = _PLACE.fullmatch(text, match.end()) if apart else None
    if match.end() < len(text) and place is None:
        return
    yield Statement(Fact.WHEN, Located(text[:end], within(words, 0, end)), Origin.BODY)
    if place is not None:
        where = place[1].rstrip(" .")
        yield Statement(Fact.VENUE, Located(where, within(words, place.start(1), place.start(1) + len(where))), Origin.BODY)


def settle(items: Sequence[Item], *, clean: bool) -> Iterator[Item]:
    """Such lines are the session's, or a talk's; but under a heading of deadlines or registration they are text.

    So is a day without hours on a page that states no other fact; ``clean`` says that its front matter does.
    """
    told = clean or any(_tells(item) for item in items)
    elsewhere = False
    for item in items:
        if isinstance(item, Statement) and item.fact is Fact.HEADING:
            elsewhere = _OF_SOMETHING_ELSE.search(item.text.value) is not None
        if not isinstance(item, TimeLine):
            yield item
        elif elsewhere or not told:
            yield item.prose
        else:
            yield from item.statements


def _tells(item: Item) -> bool:
    """Whether an item states a fact of a session, or hours."""
    if isinstance(item, TimeLine):
        return any(_CLOCK.search(said.text.value) for said in item.statements)
    return isinstance(item, TalkBlock) or (isinstance(item, Statement) and item.fact is not Fact.HEADING)
