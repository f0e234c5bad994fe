"""Reads who is named in a line: ``Yi Chang, Jilin University``, ``Jun Zhu, Ruihua Song and Di He``, ``张三（清华大学）、李四``.

The line is cut at its commas, brackets and "and"s; then each part is told by its look: a name, an institute, a placeholder. Names and
institutes stay as they are written; only white space and footnote marks go.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder
from pipeline.diagnostics.people import UnreadableName
from pipeline.normalize.affiliations import is_institute
from pipeline.normalize.names import bare, is_chinese_name, is_name, without_footnotes
from pipeline.normalize.placeholders import is_placeholder
from pipeline.normalize.text import plain_text
from pipeline.source import Located, Span

_LONGEST_NAME, _MOST_WORDS = 60, 6
_TAG = re.compile(r"</?[a-z]+[^<>]*>", re.IGNORECASE)
_GROUPS = re.compile(r"\s*[;；|]\s*|\s+[/／]\s+|\s*、\s*")
_COMMAS = re.compile(r"\s*[,，](?!\s?\d)\s*|\s+[-–—]\s+|\s*——\s*|\s+@\s*|\s+from\s+")
_ANDS = re.compile(r"\s+(?:and|und|et|with)\s+|\s*[&＆]\s*|(?<=[\u3400-\u9fff])\s*[和与與及]\s*(?=[\u3400-\u9fff])")
_BRACKET = re.compile(r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]")
_HOUSE_ENDS = re.compile(
    r"(?:university|college|academy|institute|laboratory|lab|inc\.?|大学|学院|研究所|研究院|公司)$", re.IGNORECASE
)
_HOUSE_FIRST = re.compile(r"(.*(?:大学|学院|研究所|研究院|实验室|公司|中心|医院|科学院|系))\s*([\u3400-\u9fff·]{2,8})")
_OTHERS = re.compile(r"\s+(?:et\.?\s?al\b\.?|and others)$|(?<=[\u3400-\u9fff])等人?$", re.IGNORECASE)
_GIVEN = re.compile(r"[^\W\d_][\w'’-]+|(?:[^\W\d_]\.[\s-]?)+")
_NO_NAME = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|m\.?\s?sc|d\.?\s?sc|jr|sr|i{2,3}|iv|esq)\.?|et\.?\s?al\.?|others|等|[\W\d_]+", re.IGNORECASE
)
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

    Reports placeholder for stand-ins (``XXX University``) and unreadable-name where no name is; what is reported is left out.
    """
    reader = _Reader(text)
    line = (plain_text(text.value) if _TAG.search(text.value) else "") or " ".join(text.value.split())
    for group in _cut(_GROUPS, line):
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

    def group(self, group: str) -> None:
        """A stretch between semicolons: people and institutes, divided by commas."""
        self.since, self.joined, self.waiting = len(self.people), False, None
        for part in _family_first(_cut(_COMMAS, group)):
            pieces = _people_in(part)
            self.joined = self.joined or len(pieces) > 1 or _ANDS.match(f" {part} ") is not None
            for piece in pieces:
                single = len(pieces) > 1 and piece.isalpha() and piece.istitle() and not is_institute(piece)
                words = _OTHERS.sub("", re.sub(r"^(?:and|und|et)\s+|^&\s*", "", piece))
                (self.name if single else self.part)(words)
        if self.waiting is not None and len(self.people) == self.since and self.people and not self.people[-1].institutes:
            self.people[-1].institutes.append(self.waiting)  # "Ann Bell / Network Lab"
        elif self.waiting is not None:
            self.people.append(_Person(self.waiting))

    def part(self, part: str) -> None:
        """One name, institute or placeholder."""
        somebody = len(self.people) > self.since or self.has_institute()
        bracket = _BRACKET.search(part)
        house_first = _HOUSE_FIRST.fullmatch(part)
        if is_placeholder(without_footnotes(part)):
            self.problems.append(Placeholder(self.place(part), "affiliation" if somebody else "name", part))
        elif somebody and _NO_NAME.fullmatch(part):
            return
        elif house_first and is_chinese_name(house_first[2]):
            self.name(house_first[2])
            self.institute(house_first[1].strip())
        elif bracket and bracket.start() and not is_institute(part[: bracket.start()]):
            self.bracketed(part, bracket)
        elif is_name(part) or (not somebody and not is_institute(part)):
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
        elif is_name(inside):
            self.name(part)
        else:
            pieces = _cut(_COMMAS, inside)
            other = pieces.pop(0) if pieces and is_name(pieces[0]) else ""
            self.name(f"{before} ({other})" if other else before)
            self.joined = False  # what is in brackets belongs to the name before them alone
            for piece in pieces:
                self.part(piece)
            if after:
                (self.name if is_name(after) else self.institute)(after)

    def name(self, name: str) -> None:
        if self.has_institute():
            self.since, self.joined = len(self.people), False
        self.people.append(_Person(without_footnotes(name)))
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


def _cut(separator: re.Pattern[str], text: str) -> list[str]:
    """The text's parts between separators; separators within brackets don't count."""
    parts, begin = [], 0
    brackets = [bracket.span() for bracket in _BRACKET.finditer(text)]
    for found in separator.finditer(text):
        if not any(start < found.start() < end for start, end in brackets):
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [part for part in map(str.strip, (*parts, text[begin:])) if part]


def _family_first(parts: list[str]) -> list[str]:
    """The parts; where they begin as ``Chang, Yi`` or ``Lee, J. H.``, with these two made one again."""
    family, given, *_ = (*parts, "", "")
    inverted = (
        family.isalpha() and family.istitle() and family.isascii() and _GIVEN.fullmatch(given) and not _NO_NAME.fullmatch(given)
    )
    if inverted and not is_institute(given) and given[:1].isupper() and (len(parts) == len((family, given)) or "." in given):
        return [f"{family}, {given}", *parts[2:]]
    return parts


def _people_in(part: str) -> Sequence[str]:
    """The people whom "and" or a space joins, or an institute and the person after it; else the part as it is."""
    pieces = _cut(_ANDS, part)
    words = [_BRACKET.sub("", piece).strip() for piece in pieces]
    single = all(word.isalpha() and word.istitle() and not is_institute(word) for word in words)
    if len(pieces) > 1 and (single or all(is_name(word) or is_placeholder(word) for word in words)):
        return pieces
    if len(pieces) > 1 and _HOUSE_ENDS.search(pieces[-2]) and is_name(pieces[-1]):
        return (part[: part.rindex(pieces[-1])].rstrip(" &＆和与與及").removesuffix(" and").strip(), pieces[-1])
    return tuple(_chinese(part.split())) if not part.isascii() else (part,)


def _chinese(words: Sequence[str]) -> Iterator[str]:
    """Words of Chinese between spaces: several names, or a name (its title, or a space, within it) and institutes."""
    together = 1
    while together < len(words) and is_chinese_name("".join(words[: together + 1])):
        together += 1
    names = all(map(is_chinese_name, words)) and all(bare(word) for word in words)
    if names and together < len(words):
        yield from words
    elif is_chinese_name("".join(words[:together])) and all(map(is_institute, words[together:])):
        yield " ".join(words[:together])
        yield from filter(None, (" ".join(words[together:]),))
    else:
        yield " ".join(words)


def _can_be_name(name: str) -> bool:
    """Whether this can stand in an index: not a sentence, a time, an address."""
    short = len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS
    return (short or is_institute(name)) and any(map(str.isalpha, name)) and not re.search(r"\d{2}|[:：@<>{}=]|//", name)
