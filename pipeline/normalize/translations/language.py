"""Which language a text is in: by its script, and, of the languages of one script, by those that the page or the event is said to be in.

Latin letters are English unless a language of theirs is said: words are never guessed at.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pipeline.grammar.languages import scripts_of

# How much of a script there is: characters of those that have no spaces between words, words of the others.
_SCRIPTS: Mapping[str, re.Pattern[str]] = MappingProxyType({
    "Hani": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "Kana": re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]"),
    "Hang": re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "Latn": re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0300-\u036f]+"),
    "Grek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+"),
    "Cyrl": re.compile(r"[\u0400-\u052f]+"),
    "Arab": re.compile(r"[\u0600-\u06ff\u0750-\u077f]+"),
    "Hebr": re.compile(r"[\u0590-\u05ff]+"),
    "Deva": re.compile(r"[\u0900-\u097f]+"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
})  # fmt: skip
_USUAL: Mapping[str, str] = MappingProxyType({"Hani": "zh", "Kana": "ja", "Hang": "ko", "Latn": "en"})
_NO_WORDS = re.compile(r"\$[^$]*\$|https?://\S+")  # formulas and addresses
_TENTH = 10
_TELLING = 20  # so many characters without a kana are no Japanese
_LOAN_WORDS = 2
_EASTERN = r"\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"
_LATIN = r"A-Za-z\u00c0-\u024f"
_EAST, _WEST, _WORD_END = re.compile(f"[{_EASTERN}]"), re.compile(f"[{_LATIN}]"), re.compile(rf"[{_LATIN}]\s")


def scripts_in(text: str) -> Mapping[str, int]:
    """How much of each script there is in a text, formulas and addresses aside: words, or characters where words have no spaces."""
    words = _NO_WORDS.sub(" ", text)
    found = {name: len(pattern.findall(words)) for name, pattern in _SCRIPTS.items()}
    return {name: count for name, count in found.items() if count}


def language_of(text: str, languages: Sequence[str] = ()) -> str | None:
    """The tag of the language that most of a text is in. ``languages`` are those that it is said to be in, the likeliest first.

    ``None`` where there are no letters, or those of a script that none of the languages has and that is no one language's.
    """
    found = scripts_in(text)
    if not found:
        return None
    script = _main(found)
    japanese = found.get("Kana", 0) * _TENTH > found.get("Hani", 0)
    if script in ("Hani", "Kana") and (japanese or found.get("Hani", 0) > _TELLING):
        return "ja" if japanese else _first(languages, script, but="ja")
    return _first(languages, script)


def _main(found: Mapping[str, int]) -> str:
    """The script that there is most of; kana count as the Han characters among which they stand."""
    counted = {name: count for name, count in found.items() if name != "Kana"}
    if "Kana" in found:
        counted["Hani"] = counted.get("Hani", 0) + found["Kana"]
    return max(counted, key=lambda name: counted[name])


def _first(languages: Sequence[str], script: str, *, but: str = "") -> str | None:
    fitting = (tag for tag in languages if scripts_of(tag)[0] == script and not (but and tag.startswith(but)))
    return next(fitting, _USUAL.get(script))


def can_be_in(text: str, tag: str) -> bool:
    """Whether a text can be in a language, by its script; a few Latin words stand in texts of any."""
    found = scripts_in(text)
    if not found or _main(found) in scripts_of(tag):
        return True
    return set(found) == {"Latn"} and found["Latn"] <= _LOAN_WORDS


def title_language(title: str, languages: Sequence[str] = ()) -> str | None:
    """The language of a title: of two in one (``Salt and Sea 盐与海``) that of the first, else that of most of it."""
    return language_of(_first_half(title) or title, languages)


def _first_half(title: str) -> str | None:
    """What stands before the other script: two Latin words or more, or all that is written without spaces."""
    east = _EAST.search(title)
    if east is None:
        return None
    west = _WEST.search(title, east.end())
    if east.start():
        words = title[: east.start()].rstrip()
        several = len(words) < east.start() and _WEST.fullmatch(words[-1:]) and _WORD_END.search(words)
        return words if several and not west else None
    head, tail = title[: west.start()] if west else title, title[west.start() :] if west else ""
    end = max(head.rfind(space) for space in (" ", "\u3000", "\n"))
    return head[:end] if end > 1 and not _EAST.search(head, end) and not _EAST.search(tail) else None
