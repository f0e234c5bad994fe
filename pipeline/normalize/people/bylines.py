"""Reads who is named in a line: ``Yi Chang, Jilin University``, ``Jun Zhu, Ruihua Song and Di He``, ``张三（清华大学）、李四``.

The line is cut at its commas, brackets and "and"s; then each part is told by its look: a name, an institute, a placeholder. Names and
institutes stay as they are written; only white space and footnote marks go.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder
from pipeline.diagnostics.people import NameOrInstitute, UnreadableName
from pipeline.grammar.placeholders import is_placeholder
from pipeline.normalize.people.affiliations import is_house, is_institute, is_place
from pipeline.normalize.people.byline_parts import (
    ANDS,
    BRACKET,
    COMMAS,
    LONG,
    NO_NAME,
    after_a_stop,
    bars_as_commas,
    cut,
    family_together,
    is_inverted,
    is_list,
    is_other_spelling,
    is_single,
    people_in,
)
from pipeline.normalize.people.names import PARTICLES, is_chinese_name, is_key, is_name, is_surely_name, without_footnotes
from pipeline.normalize.text.rich import plain_text
from pipeline.source import Located, Span

_LONGEST_NAME, _MOST_WORDS = 60, 6
_TAG = re.compile(r"</?[a-z]+[^<>]*>", re.IGNORECASE)
_GROUPS = re.compile(r"\s*[;；|]\s*|\s+[/／]\s+|\s*、\s*")
_HOUSE_FIRST = re.compile(r"(.*(?:大学|学院|研究所|研究院|实验室|公司|中心|医院|科学院|系))\s*([\u3400-\u9fff·]{2,8})")
_BY = re.compile(r"^(?:(?:presented|given|hosted|chaired|moderated|organi[sz]ed)\s+)?by\s+", re.IGNORECASE)
_OF = re.compile(r"(.+?)\s+(?:of|at)\s+(.+)")
#: What is no part of a name and no institute: a handle in brackets, さん behind a name.
_NO_PART = re.compile(r"\s*[(（]@[\w.-]+[)）]|\s*さん(?=\s*(?:[,，、;；&＆/／]|$))")
_OTHERS = re.compile(r"\s+(?:et\.?\s?al\b\.?|and others)$|(?<=[\u3400-\u9fff])等人?$", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:co-?)?(?:chair|host|moderator|organi[sz]er|speaker|online|remote|virtual)|主席|主持人?|召集人|线上|线下|s?he/\w+|they/\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody named in a line, as written; ``span`` is the name's place, or the whole line's where it can't be told closer."""

    name: str
    affiliation: str | None
    url: str | None
    span: Span


@dataclass(slots=True)
class _Person:
    """Somebody, while the line is being read: the institutes follow the name."""

    name: str
    institutes: list[str] = field(default_factory=list)


def read_people(text: Located[str], link: str | None = None) -> tuple[tuple[NamedPerson, ...], tuple[Problem, ...]]:
    """Who is named in the text, in its order. ``link`` is the address around the words; it belongs to a person named alone.

    Reports placeholder for stand-ins (``XXX University``) and unreadable-name where no name is; what these report is left out. Reports
    name-or-institute for a second name that may be a company; it is taken for the first one's institute.
    """
    reader = _Reader(text)
    line = (plain_text(text.value) if _TAG.search(text.value) else "") or " ".join(text.value.split())
    for group in cut(_GROUPS, bars_as_commas(after_a_stop(_NO_PART.sub("", line)))):
        reader.group(group)
    named = [person for person in reader.people if _can_be_name(person.name) and not is_placeholder(person.name)]
    for person in reader.people:
        place = reader.place(person.name)
        if is_placeholder(person.name):
            reader.problems.append(Placeholder(place, "name", person.name))
        elif person not in named:
            reader.problems.append(UnreadableName(place, person.name))
    if not reader.people and not reader.problems and any(map(str.isalpha, text.value)):
        reader.problems.append(UnreadableName(text.span, text.value))
    url = link if link and re.match(r"https?://", link) and not is_placeholder(link) and len(named) == 1 else None
    people = tuple(NamedPerson(each.name, ", ".join(each.institutes) or None, url, reader.place(each.name)) for each in named)
    return people, tuple(reader.problems)


class _Reader:
    """Reads one line, group by group, part by part."""

    def __init__(self, text: Located[str]) -> None:
        self.text = text
        self.people: list[_Person] = []
        self.problems: list[Problem] = []
        self.since = 0  # where the people begin that have no institute yet
        self.joined = False  # whether "and" joins them
        self.waiting: str | None = None  # an institute before its person
        self.open = False  # whether somebody is still to be named

    def group(self, group: str) -> None:
        """A stretch between semicolons: people and institutes, divided by commas."""
        if all(inverted := [is_inverted(person) for person in cut(ANDS, group)]) and len(inverted) > 1:
            for person in cut(ANDS, group):  # "Zhang, Wei and Li, Ming"
                self.group(person)
            return
        self.since, self.joined, self.waiting, self.open = len(self.people), False, None, False
        parts = family_together(cut(COMMAS, _BY.sub("", group)))
        listed = bool(parts) and is_list(parts)
        for at, part in enumerate(parts):
            if at and self.belongs(parts, at, listed=listed):
                self.institute(part)
                continue
            pieces = people_in(part)
            self.joined = self.joined or len(pieces) > 1 or ANDS.match(f" {part} ") is not None
            for piece in pieces:
                single = len(pieces) > 1 and is_single(piece)
                words = _OTHERS.sub("", re.sub(r"^(?:and|und|et)\s+|^&\s*", "", piece))
                (self.name if single else self.part)(words)
        if self.waiting is not None and len(self.people) == self.since and self.people and not self.people[-1].institutes:
            self.people[-1].institutes.append(self.waiting)  # "Ann Bell / Network Lab"
        elif self.waiting is not None and not self.open:
            self.people.append(_Person(self.waiting))

    def belongs(self, parts: Sequence[str], at: int, *, listed: bool) -> bool:
        """Whether a part that could be a name is (part of) the institute of the person before it. Reports it where that is not sure.

        After an institute everything belongs to it, as its town does, but for what is surely a person. Right after a person a second
        name is a person where people are listed, and else in doubt.
        """
        part, after = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
        somebody = len(self.people) > self.since
        if not somebody or is_placeholder(part) or is_institute(part) or NO_NAME.fullmatch(part):
            return False
        if ANDS.search(f" {part}"):
            return is_name(parts[0]) and all(map(is_single, cut(ANDS, part)))  # "Ann Bell, Ernst & Young"
        if not is_name(part) or is_surely_name(part) or BRACKET.search(part):
            return False
        if self.has_institute() and not (is_institute(after) and not is_place(after)):
            return True
        if is_house(after) and is_house(parts[at - 1]) if self.has_institute() else listed:
            return False
        self.problems.append(NameOrInstitute(self.place(part), part, self.people[-1].name))
        return True

    def part(self, part: str) -> None:
        """One name, institute or placeholder."""
        somebody = len(self.people) > self.since or self.has_institute()
        bracket = BRACKET.search(part)
        house_first = _HOUSE_FIRST.fullmatch(part)
        if is_placeholder(without_footnotes(part)):
            self.problems.append(Placeholder(self.place(part), "affiliation" if somebody else "name", part))
            self.open = self.open or not somebody
        elif somebody and NO_NAME.fullmatch(part):
            return
        elif house_first and is_chinese_name(house_first[2]):
            self.name(house_first[2])
            self.institute(house_first[1].strip())
        elif bracket and bracket.start() and not is_institute(part[: bracket.start()]):
            self.bracketed(part, bracket)
        elif not somebody and (of := _OF.fullmatch(part)) and is_name(of[1]):
            self.name(of[1])
            self.institute(of[2])
        elif is_name(part) or (not somebody and not is_institute(part) and (self.waiting is None or not is_single(part))):
            self.name(part)
        elif somebody:
            self.institute(part)
        else:
            self.waiting = f"{self.waiting}, {part}" if self.waiting else part

    def bracketed(self, part: str, bracket: re.Match[str]) -> None:
        """A name with something in brackets after it: an institute, a role (which the page's label states), another spelling."""
        before, inside, after = part[: bracket.start()].strip(), bracket[0][1:-1].strip(), part[bracket.end() :].strip()
        if _ROLE.fullmatch(inside):
            self.name(f"{before} {after}".strip())
        elif is_name(inside) and is_other_spelling(inside, before):
            self.name(part)
        else:
            pieces = cut(COMMAS, inside)
            other = pieces.pop(0) if pieces and is_name(pieces[0]) and is_other_spelling(pieces[0], before) else ""
            self.name(f"{before} ({other})" if other else before)
            self.joined = False  # what is in brackets belongs to the name before them alone
            for piece in pieces:
                if is_institute(piece) or is_placeholder(piece) or len(self.people) == self.since:
                    self.part(piece)
                elif not _ROLE.fullmatch(piece):
                    self.institute(piece)
            if after:
                (self.name if is_name(after) else self.institute)(after)

    def name(self, name: str) -> None:
        if self.has_institute():
            self.since, self.joined = len(self.people), False
        self.people.append(_Person(name if is_key(name) else without_footnotes(name)))
        if self.waiting is not None:
            self.institute(self.waiting)
            self.waiting = None

    def institute(self, institute: str) -> None:
        """The institute of the last person, and of those whom "and" joins to them."""
        if not self.has_institute() and self.joined:
            for person in self.people[self.since : -1]:
                person.institutes.append(institute)
        self.people[-1].institutes.append(institute)

    def has_institute(self) -> bool:
        """Whether the last person of this group has one already."""
        return len(self.people) > self.since and bool(self.people[-1].institutes)

    def place(self, words: str) -> Span:
        """Where the words stand, if the text is on one line and written there as it is here."""
        span, at = self.text.span, self.text.value.find(words)
        if at < 0 or span.line != span.end_line or span.end_column - span.column != len(self.text.value):
            return span
        return Span(span.path, span.line, span.column + at, span.line, span.column + at + len(words))


def _can_be_name(name: str) -> bool:
    """Whether this can stand in an index: not a sentence, a time, an address, the key of a page (``ada-brook``)."""
    if is_key(name):
        return False
    words = name.split()
    if re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)+", name):
        return False
    prose = len(words) >= LONG - 1 and sum(word.islower() and word not in PARTICLES for word in words) > 1
    run = re.search(r"[\u3400-\u9fff]{7,}", name)
    prose = prose or (run is not None and not is_institute(name))  # 可视化是分析的一种手段
    short = len(name) <= _LONGEST_NAME and len(words) <= _MOST_WORDS and not prose
    return (short or is_institute(name)) and any(map(str.isalpha, name)) and not re.search(r"\d{2}|[:：@<>{}=]|//|\s[&＆]\s", name)
