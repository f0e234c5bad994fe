"""The words of a venue → a :class:`Place`: brackets, separators and lists; what stands between them is read by script."""

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.grammar.placeholders import is_placeholder
from pipeline.grammar.places.codes import read_codes
from pipeline.grammar.places.fold import fold
from pipeline.grammar.places.han import read_han
from pipeline.grammar.places.latin import read_latin
from pipeline.grammar.places.online import read_online
from pipeline.grammar.places.place import Level, Member, Online, Part, Place
from pipeline.grammar.places.words import ROLE, TELLING

#: Chinese characters, kana, hangul: scripts without spaces, or with the kind of a thing at the end of its name.
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_BRACKETED = re.compile(r"([^()]*)(?:\(([^()]*)\))?")
_BRACKETS = str.maketrans("[]【】〔〕{}", "()()()()")
_TAG = re.compile(r"#\w+")
_OPEN = re.compile(
    r"(?:(?<=[\u3400-\u9fff])|(?<!\w))x{2,}(?:室|教室|会议室|号|号房)?(?!\w)|(?<!\w)(?:tba|tbd|tbc)(?!\w)|(?:待定|未定)$"
)
_ROLE = re.compile(rf"(?<![\w])(?:{ROLE})(?![\w])|^(?:主|分)会场\s*[\da-z]*|(?:主|分)会场$")
_ADDRESS = re.compile(
    r"(?:省|市|区|县).*(?:路|街|道|巷|胡同|大街)|(?:路|街|道|巷|胡同)\s*\d+|\d+\s*(?:丁目|番地)"
    r"|\d+[a-z]?,?\s+(?:\w+\s+){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive)\b|(?:rue|calle|avenida|via)\s|\w+(?:strasse|str\.?)\s*\d+"
)
# What stands between the things of a list, before what is further inside, and between other parts.
_LIST = r"\s*[,;、/+&]+\s*(?=[a-z]{0,2}-?\d|(?:[a-z]|[ivx]+)(?!\w))|(?<=[\d\u3400-\u9fff])\s*[和与及]\s*(?=[a-z]?\d)"
_STEP = r"\s*[,;、/:·•@]+\s*|(?<=\w)(?<!univ)(?<!dept)(?<!bldg)(?<!inst)(?<!rm)(?<!geb)(?<!bat)(?<!st)(?<!dr)\.\s+(?=[^\W\d])(?!stock|og\b|etage|obergeschoss|floor)|\s+(?:at|in the|in|im|inside|del|dans|of the)\s+"
_NEXT = re.compile(rf"(?P<list>{_LIST})|(?P<down>\s*[|>]\s*|\s+-+\s+|(?<=[a-z\d])--+)|(?:{_STEP})")
_REMARK = re.compile(r"(?:^|[,;.]\s*)(?:see|look|please|ask|note)\b.*|(?:参见|详见).*")
#: A role with a letter, as they are kept: without blanks.
_LETTERED = re.compile(r"(track|session)([a-z])")
_MOST = 20  # parts of a place; a text with more is about something else
_TELLING = re.compile(r"[a-z\d]|[东南西北]+")


@lru_cache(maxsize=2048)  # each venue of a program is compared with each other one
def read_place(text: str) -> Place:
    """What a text says of a place. Everything that tells two places apart is kept, whatever it is."""
    folded = fold(text).translate(_BRACKETS).replace('"', " ")
    if is_placeholder(folded):
        return Place()
    folded, opened = _OPEN.subn("", folded)
    online, folded = read_online(folded)
    reader = _Reader()
    tags = frozenset(_TAG.findall(folded))
    for outside, inside in _BRACKETED.findall(_TAG.sub(" ", folded)):
        reader.segments(outside)
        if inside:
            reader.bracket(inside.strip())
    if len(reader.parts) > _MOST:
        return Place((Part(Level.NAME, "", frozenset((Member(folded),))),))
    return reader.place(tags, opened > 0, online)


class _Reader:
    """Gathers the parts of one place."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.marks: set[str] = set()
        self.remarks: set[str] = set()

    def segments(self, text: str) -> None:
        """What stands outside of brackets."""
        text = _ROLE.sub(self._remark, _REMARK.sub(self._remark, text))
        at, before = 0, ""
        for found in (*_NEXT.finditer(text), None):
            segment = text[at : found.start() if found else len(text)].strip(" .-")
            if self.parts and _ADDRESS.search(segment):
                self.remarks.add(segment)
            else:
                self.take(
                    [_within(part) if before == "down" and self.parts else part for part in read_parts(segment)],
                    listed=before == "list",
                )
            at, before = (found.end(), found.lastgroup or "") if found else (at, "")

    def _remark(self, found: re.Match[str]) -> str:
        self.remarks.add(re.sub(r"\s", "", found[0]))
        return " "

    def take(self, parts: list[Part], *, listed: bool) -> None:
        """Adds parts to those before: a number goes on a list of numbers, or numbers the room before it."""
        for part in parts:
            last = self.parts[-1] if self.parts else None
            bare = part.level is Level.ROOM and not part.kind and not any(member.stem for member in part.members)
            if last and bare and not listed and last.level is Level.ROOM and len(last.members) == 1 and not last.one.code:
                self.parts[-1] = replace(last, members=frozenset(Member(last.one.stem, member.code) for member in part.members))
            elif last and bare and listed and last.level is not Level.HOUSE and all(member.code for member in last.members):
                stem = min(last.members).stem
                self.parts[-1] = replace(last, members=last.members | {Member(stem, member.code) for member in part.members})
            elif last and part.level is Level.ROOM and not part.named and last.level is Level.ROOM and not last.kind:
                self.parts[-1] = replace(last, kind=part.kind, word=part.word)
            else:
                self.parts.append(part)

    def bracket(self, text: str) -> None:
        """What stands in brackets: the number, the house, another name, an address, a role; or what tells the place from another."""
        if not text or is_placeholder(text):
            return
        if _ROLE.fullmatch(text) or _ADDRESS.search(text) or _REMARK.fullmatch(text):
            self.remarks.add(re.sub(r"\s", "", text))
            return
        last = self.parts[-1] if self.parts else None
        inner = read_parts(text)
        codes = read_codes(text)
        if (
            last
            and codes
            and last.level is Level.ROOM
            and not any(member.code for member in last.members)
            and len(last.members) == 1
        ):
            self.parts[-1] = replace(last, members=frozenset(Member(last.one.stem, code) for code in codes))
        elif all(word in TELLING or _TELLING.fullmatch(word) for word in text.split()):
            self.marks.add(text)
        elif last is None or all(part.level not in {Level.NAME, last.level} for part in inner):
            self.parts += [part for part in inner if part not in self.parts]
        elif last.level in {Level.INSTITUTION, Level.FACULTY}:
            self.marks.add(text)
        elif inner != [last]:
            self.parts[-1] = last.glossed(text)

    def place(self, tags: frozenset[str], opened: bool, online: Online | None) -> Place:  # noqa: FBT001 - what was found, in order
        if not self.parts:  # a role is all the name there is
            named = (
                Member(*lettered.groups()) if (lettered := _LETTERED.fullmatch(it)) else Member(it) for it in sorted(self.remarks)
            )
            self.parts = [Part(Level.NAME, "", frozenset((member,))) for member in named]
            self.remarks.clear()
        parts = tuple(sorted(self.parts, key=lambda part: part.level))
        return Place(parts, frozenset(self.marks), frozenset(self.remarks), tags, online, opened)


def _within(part: Part) -> Part:
    """A part that follows a dash or a bar: a mere name is one inside what stands before ("Swissotel | Zurich A")."""
    return replace(part, level=Level.ROOM) if part.level is Level.NAME else part


def read_parts(text: str) -> list[Part]:
    """The parts of a folded text without brackets and separators: words of one script after the other's."""
    parts: list[Part] = []
    plain: list[str] = []
    for word in text.split():
        if CJK.search(word):
            parts += [*read_latin(" ".join(plain)), *read_han(word)]
            plain = []
        else:
            plain.append(word)
    return [*parts, *read_latin(" ".join(plain))]
