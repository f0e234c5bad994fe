"""What a person's name looks like, when two are the same, and where one stands in an index.

Names are shown as they are written; what is made of them here serves comparison and order only.
"""

import re
import unicodedata

from pipeline.normalize.people.affiliations import is_institute
from pipeline.normalize.people.given_names import GIVEN
from pipeline.normalize.people.pinyin import family_first, is_pinyin
from pipeline.normalize.people.surnames import DOUBLE, READING, SINGLE, surname

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_ONLY_HAN = re.compile(rf"[{_HAN}]+(?:[·•・‧][{_HAN}]+)*")
_HANGUL = re.compile(r"[가-힣]{2,4}|[가-힣] [가-힣]{1,3}")
_MOST_WORDS = 5
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.?(?=[\s.-]|$)")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_KANA = re.compile(r"[\u3040-\u30ff]")
_FOOTNOTE = re.compile(
    r"(?<=[^\W\d])(?:\s?[*†‡§¶#]+|\s?[¹²³⁰-⁹]+(?:[,，][¹²³⁰-⁹]+)*|\d{1,2}(?:[,，]\d{1,2})*|\^\{?\d+\}?|\s?\[\d+\])+$"
)

_TITLE = re.compile(
    r"(?:(?:assist(?:ant|\.)?|assoc(?:iate|\.)?|full|distinguished|emeritus|visiting|chair)\s+)*"
    r"(?:prof(?:essor)?\b\.?|dr\b\.?(?:\s?(?:rer\.?\s?nat|phil|med|ing)\b\.?)?|mr\b\.?|mrs\b\.?|ms\b\.?|mx\b\.?|sir\b|academician\b|rev\b\.?|dipl\.-\w+\.?)\s*",
    re.IGNORECASE,
)
# MA and MD are degrees only with dots or after a comma: Rui Ma is nobody's Master of Arts.
_DEGREE = re.compile(
    r"(?:[,\s]+(?:ph\.?\s?d|m\.?\s?sc|b\.?\s?sc|d\.?\s?sc|jr|sr|ii|iii|iv|cfa|esq)\b\.?|,\s*m\.?\s?[ad]\b\.?|\s+m\.\s?[ad]\b\.?)$",
    re.IGNORECASE,
)
_HAN_TITLE = re.compile(
    r"(?:助理|副|特聘|讲席|名誉|荣休|长聘)*(?:教授|准教授|研究员|研究員|博士|院士|老师|先生|女士|讲师|講師|主任|院长|校长|所长|同学|博士后|工程师|氏|様)+$"
)
_HANGUL_TITLE = re.compile(r"\s*(?:(?:부|조|명예|석좌)?교수|박사|연구원|선생님|대표|님)+$")
#: Words of a name that are written small: Ludwig van Beethoven.
PARTICLES = frozenset(
    {
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "les",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
        "zu",
        "zur",
        "af",
        "av",
        "y",
        "e",
    }
)


def is_key(text: str) -> bool:
    """Whether the text is no name but the key of a page or a record that has one: ``ada-brook``, ``ada_brook``, ``brook2``."""
    return _KEY.fullmatch(text.strip()) is not None


def is_han(text: str) -> bool:
    """Whether the text is of Chinese characters only, dots between the parts of a name aside."""
    return _ONLY_HAN.fullmatch(text.replace(" ", "")) is not None


def is_chinese_name(text: str) -> bool:
    """Whether the text is built as a Chinese name: a surname and one or two characters, or parts joined by ``·``; titles aside."""
    name = _HAN_TITLE.sub("", text.replace(" ", "")) or text
    if not is_han(name):
        return False
    if re.search(r"[·•・‧]", name):
        return True
    family = surname(name)
    return len(name) - len(family) in (1, 2) and (family in DOUBLE or family in SINGLE)


def is_name(text: str) -> bool:
    """Whether the text is built as a person's name: two to five capitalised words, or a Chinese name; with a title one word is enough."""
    written = without_footnotes(text)
    name = bare(written)
    if is_institute(written) or re.search(r"[\d@:：,，;；!?！？。]", name):
        return False
    if is_chinese_name(name) or _HANGUL.fullmatch(name):
        return True
    words = name.split()
    fewest = 1 if name != written and not is_han(name) else 2
    proper = all(word[0].isupper() or word.lower() in PARTICLES or word[:2].lower() in ("d'", "d’") for word in words)
    return fewest <= len(words) <= _MOST_WORDS and proper and words[-1][0].isupper()


def is_surely_name(text: str) -> bool:
    """Whether the text is a person's name and could hardly be a town's or a company's: a title, an initial, a frequent given name says so.

    Names in Chinese characters and in pinyin are sure, for they begin or end with one of a few hundred surnames.
    """
    if not is_name(text):
        return False
    written = without_footnotes(text)
    name = bare(written)
    return (
        name != " ".join(written.split())
        or (not name.isascii() and (is_chinese_name(name) or _HANGUL.fullmatch(name) is not None))
        or _INITIAL.search(name) is not None
        or name.split()[0].lower() in GIVEN
        or is_pinyin(name)
    )


def without_footnotes(name: str) -> str:
    """The name less the marks that point at footnotes: ``Wei Li5`` and ``Wei Li*`` are ``Wei Li``."""
    return _FOOTNOTE.sub("", name).rstrip(" ,，")


def bare(name: str) -> str:
    """The name less titles, degrees and what stands in brackets: ``Prof. Dr. Anna Müller (chair)`` is ``Anna Müller``."""
    folded = " ".join(unicodedata.normalize("NFKC", name).split())
    folded = re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", folded) or folded
    while (
        shorter := _DEGREE.sub("", _TITLE.sub("", folded, count=1) if _TITLE.match(folded) else folded)
    ) != folded and shorter.strip():
        folded = shorter.strip()
    untitled = _HAN_TITLE.sub("", folded).strip()
    if (korean := _HANGUL_TITLE.sub("", folded)) and _HANGUL.fullmatch(korean):
        return korean
    return untitled if untitled and is_han(untitled) else folded


def parts(name: str) -> tuple[str, str]:
    """Family name and given names: of ``Dong XIA`` and ``XIA Dong`` ``("XIA", "Dong")``, of ``许志钦`` ``("许", "志钦")``.

    In other scripts the last word is the family name with the particles before it, as library practice has it, unless capitals mark
    another as such.
    """
    family, comma, given = bare(name).partition(", ")
    if comma and given:
        return family, given
    words = family.split()
    whole = "".join(words)
    if is_han(whole) and not re.search(r"[·•・‧]", whole):
        family = surname(whole)
        return family, whole[len(family) :]
    shouted = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if shouted and len(shouted) < len(words) and words[: len(shouted)] == shouted:
        return " ".join(shouted), " ".join(words[len(shouted) :])
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(words[first:]), " ".join(words[:first])


def is_shouted(name: str) -> bool:
    """Whether capitals mark the family name: ``Dong XIA``. (Initials and ``McX`` are no such thing, nor is a name all in capitals.)"""
    words = [word for word in bare(name).split() if len(word) > 1 and "." not in word]
    shouted = [word for word in words if word.isupper() and len(word) > len("JK")]
    return 0 < len(shouted) < len(words)


def identity(name: str) -> str:
    """What is equal for two spellings of one name: ``Zhi-Qin XU``, ``Zhiqin Xu`` and ``Prof. Zhi Qin Xu`` are all ``xu zhiqin``."""
    family, given = parts(name)
    return f"{_letters(family)} {_letters(given)}".strip() or name


def sort_key(name: str) -> str:
    """Where the name stands in an index: family name first, Latin letters without marks, Chinese by pinyin: ``xu, zhiqin``."""
    words = bare(name).split()
    family, given = (words[0], " ".join(words[1:])) if family_first(bare(name)) else parts(name)
    if is_han(family + given) and not _KANA.search(name):
        family = READING.get(family, family)
    return f"{_latin(family)}, {_latin(given)}".strip(", ")


def _letters(text: str) -> str:
    """Letters and digits alone, without case and without the marks on Latin ones."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", re.sub(r"[^\w\u3099\u309a]|_|[\u0300-\u036f]", "", decomposed))


def _latin(text: str) -> str:
    if not text.isascii():
        from anyascii import anyascii  # noqa: PLC0415 - its tables are read from disk: names in plain ASCII need not wait

        text = anyascii(text)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’-]", "", text.lower())).split())
