"""The parts of a line that names people, told by their look: what is cut where, and which parts are names.

``bylines.py`` says what the parts mean.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.grammar.placeholders import is_placeholder
from pipeline.normalize.people.affiliations import is_institute
from pipeline.normalize.people.names import bare, is_chinese_name, is_han, is_name, is_surely_name

#: From so many words on a name is hardly one of a list.
LONG = 5
#: What divides names and institutes; what joins names; what stands in brackets, in which nothing is cut; what follows a name and is none.
COMMAS = re.compile(r"\s*[,，](?!\s?\d)\s*|\s+[-–—]\s+|\s*——\s*|\s+@\s*|\s+from\s+")
ANDS = re.compile(r"\s+(?:and|und|et|with)\s+|\s*[&＆]\s*|\s+\+\s+|(?<=[\u3400-\u9fff])\s*[和与與及]\s*(?=[\u3400-\u9fff])")
_BAR = re.compile(r"\s*[|｜]\s*")
_SPACE = re.compile(r"\s+")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
BRACKET = re.compile(r"[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]")
_HOUSE_ENDS = re.compile(
    r"(?:university|college|academy|institute|laboratory|lab|inc\.?|大学|学院|研究所|研究院|公司)$", re.IGNORECASE
)
_MIXED = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_GIVEN = re.compile(r"[^\W\d_][\w'’-]+|(?:[^\W\d_]\.[\s-]?)+")
NO_NAME = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|m\.?\s?sc|d\.?\s?sc|jr|sr|i{2,3}|iv|esq)\.?|et\.?\s?al\.?|others|等|[\W\d_]+", re.IGNORECASE
)


def after_a_stop(line: str) -> str:
    """``Ann Bell. Network Lab. Coastal University`` with commas for its full stops."""
    first, *others = _STOP.split(line)
    return ", ".join((first, *others)) if is_name(first) and others and is_institute(others[0]) else line


def bars_as_commas(line: str) -> str:
    """``Ann Bell | Acme`` and ``Ann Bell | Director | Acme`` with commas for the bars; these stay where each stands before somebody."""
    groups = cut(_BAR, line)
    people = all(is_name(next(iter(cut(COMMAS, BRACKET.sub("", group) or group)), "")) for group in groups)
    told_apart = any(COMMAS.search(group) or BRACKET.search(group) for group in groups)
    return line if people and told_apart else ", ".join(groups)


def cut(separator: re.Pattern[str], text: str) -> list[str]:
    """The text's parts between separators; separators within brackets don't count."""
    parts, begin = [], 0
    brackets = [bracket.span() for bracket in BRACKET.finditer(text)]
    for found in separator.finditer(text):
        if not any(start < found.start() < end for start, end in brackets):
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [part for part in map(str.strip, (*parts, text[begin:])) if part]


def is_inverted(text: str) -> bool:
    """Whether this is one name as a library writes it: ``Zhang, Wei``."""
    return len(family_together(parts := cut(COMMAS, text))) < len(parts)


def is_other_spelling(inside: str, name: str) -> bool:
    """Whether what stands in brackets after a name is the name again: in another script, or with a word in common."""
    return is_han(bare(inside)) != is_han(bare(name)) or bool(set(inside.split()) & set(name.split()))


def is_single(word: str) -> bool:
    """Whether this is a surname alone, as in ``Zhang and Zheng``."""
    return word.isalpha() and word.istitle() and not is_institute(word)


def is_list(parts: Sequence[str]) -> bool:
    """Whether people are listed: three or more names and nothing else, or names joined by "and" at the end."""
    *first, last = parts
    pieces = cut(ANDS, last)
    joined = len(pieces) > 1 or ANDS.match(f" {last} ") is not None
    names = (*first, *(re.sub(r"^(?:and|und|et)\s+|^&\s*", "", piece) for piece in pieces))
    brief = all(is_name(name) and len(name.split()) < LONG for name in names)
    return brief and (joined or len(names) > len(("one", "other")))


def family_together(parts: list[str]) -> list[str]:
    """The parts; where they begin as ``Chang, Yi`` or ``Lee, J. H.``, with these two made one again."""
    family, given, *_ = (*parts, "", "")
    inverted = (
        family.isalpha() and family.istitle() and family.isascii() and _GIVEN.fullmatch(given) and not NO_NAME.fullmatch(given)
    )
    if inverted and not is_institute(given) and given[:1].isupper() and (len(parts) == len((family, given)) or "." in given):
        return [f"{family}, {given}", *parts[2:]]
    return parts


def people_in(part: str) -> Sequence[str]:
    """The people whom "and" or a space joins, or an institute and the person after it; else the part as it is."""
    pieces = cut(ANDS, part)
    words = [BRACKET.sub("", piece).strip() for piece in pieces]
    if len(pieces) > 1 and (all(map(is_single, words)) or all(is_name(word) or is_placeholder(word) for word in words)):
        return pieces
    house = len(pieces) > 1 and (_HOUSE_ENDS.search(pieces[-2]) or (is_institute(pieces[-2]) and is_surely_name(pieces[-1])))
    if house and is_name(pieces[-1]):
        return (part[: part.rindex(pieces[-1])].rstrip(" &＆和与與及").removesuffix(" and").strip(), pieces[-1])
    return tuple(_chinese(cut(_SPACE, part))) if not part.isascii() else (part,)


def _chinese(words: Sequence[str]) -> Iterator[str]:
    """Words of Chinese between spaces: several names, or a name (its title, or a space, within it) and institutes."""
    together = 1
    while together < len(words) and is_chinese_name(BRACKET.sub("", "".join(words[: together + 1]))):
        together += 1
    names = all(map(is_chinese_name, words)) and all(bare(word) for word in words)
    if names and together < len(words):
        yield from words
    elif is_chinese_name("".join(words[:together])) and all(map(_is_house, words[together:])):
        yield " ".join(words[:together])
        yield from filter(None, (" ".join(words[together:]),))
    elif len(words) > 1 and is_institute(words[0]) and is_chinese_name(words[-1]):
        yield from (" ".join(words[:-1]), words[-1])
    else:
        yield " ".join(words)


def _is_house(word: str) -> bool:
    """Whether a word beside a Chinese name is its institute: ``清华大学``, ``RStudio``, but not ``太郎（東京大学）``."""
    return is_institute(BRACKET.sub("", word)) or _MIXED.fullmatch(word) is not None
