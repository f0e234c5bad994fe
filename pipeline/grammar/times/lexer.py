"""Text → tokens. Markup, emphasis and spaces are left out; full-width forms are read as their plain ones; offsets are the text's own."""

import re
from html import unescape

from pipeline.grammar.times import numerals
from pipeline.grammar.times.tokens import Kind, Token
from pipeline.grammar.times.vocabulary import Term, Vocabulary, fold, is_solid
from pipeline.grammar.times.words.zones import ABBREVIATIONS

_DASHES = "-‐‑‒–—―−﹣⁃"
_DASH = re.escape(_DASHES)
_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f]){1,40}"
#: One alternative for each sort of token, most special first. None of them can backtrack over more than a word.
_PATTERN = re.compile(
    rf"""
      (?P<gap>     \s+ )
    | (?P<number>  [0-9]+ )
    | (?P<tag>     </?[A-Za-z!][^<>]{{0,200}}> )
    | (?P<address> (?:https?://|www\.)[^\s<>()\[\]]+ )
    | (?P<entity>  &(?:[A-Za-z]{{2,8}}|\#[0-9]{{1,6}}|\#x[0-9A-Fa-f]{{1,5}}); )
    | (?P<tee>     (?<=[0-9])[Tt](?=[0-9]{{2}}:?[0-9]{{2}}) )
    | (?P<length>  PT(?=[0-9])(?:[0-9]{{1,3}}H)?(?:[0-9]{{1,4}}M)?(?![0-9A-Za-z]) )
    | (?P<initials>(?:[AaPp]\.[ ]?[Mm]\b\.?|(?:[A-Za-z]\.){{2,5}}) (?![A-Za-z]) )
    | (?P<word>    {_LETTERS}(?:['-]{_LETTERS})* )
    | (?P<arrow>   [{_DASH}=]{{1,3}}>|[→⇒⟶] )
    | (?P<yearless>(?<![\w{_DASH}])--(?=[0-9]{{2}}-[0-9]{{2}}) )
    | (?P<rule>    [{_DASH}]{{4,}}|[=_]{{2,}}|~~ )
    | (?P<dash>    [{_DASH}]{{1,3}} )
    | (?P<noise>   [*_`\#"“”\\\u200b\ufeff\u00ad]+ )
    | (?P<mark>    . )
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = {
    ":": Kind.COLON,
    ".": Kind.DOT,
    ",": Kind.COMMA,
    ";": Kind.COMMA,
    "/": Kind.SLASH,
    "~": Kind.TILDE,
    "+": Kind.PLUS,
    "'": Kind.QUOTE,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    "|": Kind.PIPE,
    "&": Kind.AND,
    "º": Kind.ORDINAL,
    **dict.fromkeys(_DASHES, Kind.DASH),
}
#: Full-width forms and look-alikes, one character for one.
_PLAIN = {
    **{ord("！") + offset: chr(ord("!") + offset) for offset in range(ord("~") - ord("!") + 1)},
    **dict.fromkeys(map(ord, "〜∼〰˜"), "~"),
    **dict.fromkeys(map(ord, "∶﹕ː꞉"), ":"),
    **dict.fromkeys(map(ord, "【「『〔《〈〖"), "("),
    **dict.fromkeys(map(ord, "】」』〕》〉〗"), ")"),
    **dict.fromkeys(map(ord, "’‘′´"), "'"),
    **dict.fromkeys(map(ord, "、；・·‧"), ","),
    **dict.fromkeys(map(ord, "｜¦"), "|"),
    ord("。"): ".",
    ord("⏎"): "\n",
}
_TAG_LABELS = frozenset({Kind.START, Kind.FINISH, Kind.DURATION})
_LONGEST_NUMBER = len("20240823")


def lex(text: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of a text, in order, closed by one of kind ``END``."""
    return _Lexer(text.translate(_PLAIN), vocabulary).run()


class _Lexer:
    """Goes through a text once. ``words`` are the spaced words that may still join to a phrase of several."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.known = vocabulary
        self.tokens: list[Token] = []
        self.gap = True
        self.at = 0

    def run(self) -> list[Token]:
        while self.at < len(self.text):
            match = _PATTERN.match(self.text, self.at)
            assert match is not None and match.lastgroup is not None  # noqa: S101, PT018 - the last alternative matches any character
            end = match.end()
            handle = _HANDLERS.get(match.lastgroup)
            self.at = (handle(self, self.at, end) if handle else None) or end
        self.gap = True
        self.add(Kind.END, self.at, self.at)
        return self.tokens

    def add(self, kind: Kind, start: int, end: int, value: Term | int | None = None) -> None:
        held = value.value if isinstance(value, Term) else value
        self.tokens.append(Token(kind, self.text[start:end], start, end, not self.gap, held))
        self.gap = False

    def space(self, _start: int, _end: int) -> None:
        self.gap = True

    def number(self, start: int, end: int) -> None:
        if end - start > _LONGEST_NUMBER:
            self.add(Kind.WORD, start, end)
        else:
            self.add(Kind.NUMBER, start, end, int(self.text[start:end]))

    def tag(self, start: int, end: int) -> None:
        """``<start>`` labels what follows, ``<td>`` begins a cell; any other tag is a gap."""
        name = self.text[start + 1 : end - 1].split()[0].lower() if self.text[start + 1] not in "/!" else ""
        term = self.known.spaced.get(name)
        self.gap = True
        if name in ("td", "th"):
            self.add(Kind.PIPE, start, end)
        elif term and term.kind in _TAG_LABELS:
            self.add(term.kind, start, end)
        self.gap = True

    def entity(self, start: int, end: int) -> None:
        character = unescape(self.text[start:end]).translate(_PLAIN)
        if character.isspace():
            self.gap = True
        else:
            self.add(_MARKS.get(character, Kind.MARK), start, end)

    def tee(self, start: int, end: int) -> None:
        self.add(Kind.TEE, start, end)

    def length(self, start: int, end: int) -> None:
        hours, _, minutes = self.text[start + 2 : end - 1].rpartition("H")
        last = int(minutes) * (60 if self.text[end - 1] == "H" else 1) if minutes else 0
        self.add(Kind.ISO_DURATION, start, end, int(hours or 0) * 60 + last)

    def initials(self, start: int, end: int) -> None:
        """``a.m.`` and its like: with their dots, since ``am`` may be another word."""
        letters = [character.lower() for character in self.text[start:end] if character.isalpha()]
        term = self.known.spaced.get("".join(f"{letter}." for letter in letters)) or self.known.spaced.get("".join(letters))
        self.add(term.kind if term else Kind.WORD, start, end, term)

    def word(self, start: int, end: int) -> int | None:
        """A word or, as far as they are known together, several; one that is followed by digits and unknown is a code."""
        end = self.end_of_spaced(start, end)
        if end == start:
            return self.solid(start)
        if "-" in self.text[start:end] and fold(self.text[start:end]) not in self.known.longest:
            end = start + self.text[start:end].index("-")
        phrase, term = self.longest_phrase(start, end)
        if term is None and "'" in self.text[start:end]:
            end = start + self.text[start:end].index("'")
            phrase, term = self.longest_phrase(start, end)
        if term is None and self.text[phrase : phrase + 1].isdecimal():
            phrase = self.end_of_code(phrase)
        self.add(term.kind if term else Kind.WORD, start, phrase, term)
        return phrase + 1 if self.text[phrase : phrase + 1] == "'" and phrase == end else phrase

    def end_of_spaced(self, start: int, end: int) -> int:
        """Where a run of letters leaves the scripts that divide words by spaces."""
        return next((at for at in range(start, end) if is_solid(self.text[at])), end)

    def longest_phrase(self, start: int, end: int) -> tuple[int, Term | None]:
        """The end of the longest known phrase that begins with a word, and what it is."""
        words = fold(self.text[start:end])
        best = end, self.term(words, self.text[start:end])
        for _ in range(self.known.longest.get(words, 1) - 1 if " " not in words else 0):
            gap = _PATTERN.match(self.text, end)
            if gap is None or (gap.lastgroup != "gap" and gap.group() != "_"):
                break
            following = _PATTERN.match(self.text, gap.end())
            if following is None or following.lastgroup != "word":
                break
            end = self.end_of_spaced(*following.span())
            words = f"{words} {fold(self.text[following.start() : end])}"
            term = self.known.spaced.get(words)
            best = (end, term) if term else best
        return best

    def term(self, folded: str, written: str) -> Term | None:
        term = self.known.spaced.get(folded)
        if term and term.kind is Kind.ZONE and folded in ABBREVIATIONS and not written.isupper():
            return None
        return term

    def end_of_code(self, at: int) -> int:
        while at < len(self.text) and (self.text[at].isalnum() or self.text[at] == ".") and not is_solid(self.text[at]):
            at += 1
        return at

    def solid(self, start: int) -> int:
        """The longest known word here, a numeral, or one character (in Hangul the rest of the word) that is not known."""
        for length in range(min(self.known.longest_solid, len(self.text) - start), 0, -1):
            term = self.known.solid.get(self.text[start : start + length])
            if term:
                self.add(term.kind, start, start + length, term)
                return start + length
        end = start
        while end < len(self.text) and self.text[end] in numerals.CHARACTERS:
            end += 1
        value = numerals.value(self.text[start:end]) if end > start else None
        if value is not None:
            self.add(Kind.NUMBER, start, end, value)
            return end
        end = self.end_of_unknown(start)
        self.add(Kind.WORD, start, end)
        return end

    def end_of_unknown(self, start: int) -> int:
        end = start + 1
        while end < len(self.text) and self.text[start] >= "가" and "가" <= self.text[end] <= "힣":
            end += 1
        return end

    def join(self, start: int, end: int) -> None:
        self.add(Kind.DASH, start, end)

    def yearless(self, start: int, end: int) -> None:
        self.add(Kind.NO_YEAR, start, end)

    def rule(self, start: int, end: int) -> None:
        """A line drawn with dashes, or strike-through; between two digits ``~~`` is a tilde."""
        around = self.text[start - 1 : start] + self.text[end : end + 1]
        if self.text[start] == "~" and around.isdecimal() and len(around) > 1:
            self.add(Kind.TILDE, start, end)

    def address(self, start: int, end: int) -> None:
        self.add(Kind.WORD, start, end)

    def mark(self, start: int, end: int) -> None:
        self.add(_MARKS.get(self.text[start], Kind.MARK), start, end)


_HANDLERS = {
    "gap": _Lexer.space,
    "number": _Lexer.number,
    "tag": _Lexer.tag,
    "entity": _Lexer.entity,
    "tee": _Lexer.tee,
    "length": _Lexer.length,
    "initials": _Lexer.initials,
    "word": _Lexer.word,
    "arrow": _Lexer.join,
    "yearless": _Lexer.yearless,
    "rule": _Lexer.rule,
    "dash": _Lexer.join,
    "address": _Lexer.address,
    "mark": _Lexer.mark,
}
