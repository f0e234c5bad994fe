"""Text of two languages, set as its readers expect: runs with their language, formulas told apart, dates in words.

Text in, :class:`~markupsafe.Markup` out: everything that is not already safe is escaped here, so that a template prints the result
as it is. All of it takes time linear in the text, also for a megabyte without a space.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape, unescape

from markupsafe import Markup

# --- languages ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Languages:
    """BCP 47 tags: of the text around (``main``), and of what is written in Han characters or in Latin letters within it."""

    main: str = "en"
    han: str = "zh-Hans"
    latin: str = "en"

    @classmethod
    def of(cls, tags: Sequence[str]) -> "Languages":
        """The languages of an event: its first tag is the text around; ``zh`` alone means ``zh-Hans``."""
        full = [full_tag(tag) for tag in tags] or ["en"]
        han = next((tag for tag in full if tag[:2] in {"zh", "ja"}), "zh-Hans")
        latin = next((tag for tag in full if tag[:2] not in {"zh", "ja", "ko"}), "en")
        return cls(full[0], han, latin)

    def of_text(self, tag: str | None) -> "Languages":
        """The same around a text in the language of that tag: its own script is in this one. ``None`` tells nothing."""
        own = full_tag(tag or "")
        if not own or own.startswith("ko"):
            return self
        return Languages(self.main, own, self.latin) if own[:2] in {"zh", "ja"} else Languages(self.main, self.han, own)

    def within(self, main: str) -> "Languages":
        """The same languages inside a passage in ``main``."""
        return Languages(main, self.han, self.latin)


def full_tag(tag: str) -> str:
    """The tag as outputs have it: ``zh`` alone means ``zh-Hans``."""
    return "zh-Hans" if tag.lower() in {"zh", "zh-cn"} else tag


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language (a BCP 47 tag)."""

    text: str
    language: str


_KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_HAN = f"\u2e80-\u2fdf\u3000-\u3040\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff{_KANA}"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u1e00-\u1eff"
# From the first to the last letter of one script, with the digits and marks between; what is between two scripts is weak. Of the
# characters a search runs past in vain the next one takes all, so that the whole is linear.
_TOKEN = re.compile(
    f"(?P<han>[{_HAN}](?:[^{_LATIN}{_HANGUL}]*[{_HAN}])?)|(?P<latin>[{_LATIN}](?:[^{_HAN}{_HANGUL}]*[{_LATIN}])?)"
    f"|(?P<hangul>[{_HANGUL}](?:[^{_HAN}{_LATIN}]*[{_HANGUL}])?)|(?P<weak>[^{_HAN}{_HANGUL}{_LATIN}]+)"
)
_DIGITS = "0123456789"
_HAS_KANA = re.compile(f"[{_KANA}]")
_HAN_PART = re.compile(f"[{_HAN}]+")
_LATIN_WORD = re.compile(f"[{_LATIN}]+")

_ENGLISH = Languages()


def runs(text: str, languages: Languages = _ENGLISH) -> tuple[Run, ...]:
    """The text cut where its language changes; joined again, the runs are the text.

    Han characters and the full-width marks between them are ``languages.han`` (Japanese where there is kana), Latin letters
    ``languages.latin``. Digits and marks belong to the run they stand in: between two of one language to that one, else to the
    text around; digits that touch a Han character go with it (``2026年``).
    """
    if text.isascii() and languages.main == languages.latin:
        return (Run(text, languages.main),) if text else ()
    tags = {"han": "ja" if _HAS_KANA.search(text) else languages.han, "hangul": "ko", "latin": languages.latin}
    tokens = [(match.group(), tags.get(match.lastgroup or "")) for match in _TOKEN.finditer(text)]
    found: list[Run] = []
    for index, (word, strong) in enumerate(tokens):
        before = tokens[index - 1][1] if index else None
        after = tokens[index + 1][1] if index + 1 < len(tokens) else None
        for piece, language in [(word, strong)] if strong else _weak(word, before, after, tags["han"], languages.main):
            if found and found[-1].language == language:
                found[-1] = Run(found[-1].text + piece, language)
            elif piece:
                found.append(Run(piece, language))
    return tuple(found)


def _weak(word: str, before: str | None, after: str | None, han: str, main: str) -> list[tuple[str, str]]:
    """Digits and marks between two scripts, and the language each part of them goes with."""
    inner = word.rstrip(_DIGITS) if after == han else word
    if not inner and before is not None:
        return [(word, before)]
    rest = inner.lstrip(_DIGITS) if before == han else inner
    return [(inner[: len(inner) - len(rest)], han), (rest, main), (word[len(inner) :], han)]


def language_of(text: str, languages: Languages = _ENGLISH) -> str:
    """The language most of the text is in: Han characters against Latin words; that of the text around where it has neither."""
    if text.isascii():
        return languages.latin if any(map(str.isalpha, text)) else languages.main
    han = sum(map(len, _HAN_PART.findall(text)))
    latin = len(_LATIN_WORD.findall(text))
    if not han and not latin:
        return languages.main
    if han > latin:
        return "ja" if _HAS_KANA.search(text) else languages.han
    return languages.latin


# --- markup -------------------------------------------------------------------------------------------------------------------

#: C0 and C1 controls but tab and line feed: no output may carry them (XML 1.0, 2.2; HTML, 13.2.3.5).
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
#: Marks that turn the writing direction around (UAX #9); harmless in a ``<bdi>``, a trap in a title or an attribute.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# TeX as Pandoc reads it: no space inside next to a dollar sign, no digit after the closing one ($5 and $10 is money).
_FORMULA = re.compile(r"((?<!\\)\$\$[^$]+\$\$|(?<!\\)\$(?![\s$])[^$]+(?<![\s\\])\$(?!\d))")
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")


def line(text: str) -> str:
    """The text on one line without marks that steer a terminal or the writing direction, for titles and attributes."""
    return _DIRECTIONS.sub("", " ".join(_CONTROLS.sub("", text).split()))


#: Sets a formula, given with its dollar signs: HTML, safe to publish.
Formula = Callable[[str], str]


def source_of_formula(tex: str) -> str:
    """The formula's source, as it is written."""
    shape = "math display" if tex.startswith("$$") else "math"
    return f'<span class="{shape}" translate="no">{escape(tex)}</span>'


def formulas(text: str) -> tuple[str, ...]:
    """The formulas in a plain text, with their dollar signs."""
    return tuple(_FORMULA.split(text)[1::2]) if "$" in text else ()


def typeset(text: str, languages: Languages = _ENGLISH, formula: Formula = source_of_formula) -> Markup:
    """Plain text as HTML: escaped, runs of another language in ``<span lang>``, formulas as ``formula`` sets them."""
    return Markup("".join(_pieces(text, languages, formula)))  # noqa: S704  # _pieces escapes


def typeset_html(html: str, languages: Languages = _ENGLISH, formula: Formula = source_of_formula) -> Markup:
    """The HTML of a :class:`~pipeline.model.RichText`, which is safe already, with the same marks in its text."""
    parts = (
        part if index % 2 else "".join(_pieces(unescape(part), languages, formula)) for index, part in enumerate(_TAG.split(html))
    )
    return Markup("".join(parts))  # noqa: S704  # RichText.html is sanitized, and _pieces escapes again


def _pieces(text: str, languages: Languages, formula: Formula) -> Iterator[str]:
    """The text escaped and without controls, in parts, each wrapped as it needs."""
    clean = _CONTROLS.sub("", text)
    for index, piece in enumerate(_FORMULA.split(clean) if "$" in clean else (clean,)):
        if index % 2:
            yield formula(piece)
            continue
        for run in runs(piece, languages):
            safe = escape(run.text)
            yield safe if run.language == languages.main else f'<span lang="{escape(run.language)}">{safe}</span>'


# --- dates in words -----------------------------------------------------------------------------------------------------------

# Patterns of CLDR's letters where its own form is not what a program prints; for other languages CLDR decides.
_LONG = {"en_GB": "EEEE d MMMM y", "zh_Hans": "y年M月d日 EEEE"}
_SHORT = {"en_GB": "EEE d MMM", "zh_Hans": "M月d日 EEE"}
# Tags that name no region, or one that makes no difference here.
_LOCALES = {"en": "en_GB", "en-GB": "en_GB", "zh": "zh_Hans", "zh-Hans": "zh_Hans", "zh-CN": "zh_Hans"}


def date_in_words(day: date, language: str = "en") -> str:
    """``Thursday 15 October 2026``, ``2026年10月15日 星期四``."""
    from babel.dates import format_date  # noqa: PLC0415  # costs 40 ms, and only outputs for people need it

    locale = _locale(language)
    return format_date(day, _LONG.get(locale, "full"), locale)


def short_date(day: date, language: str = "en") -> str:
    """``Thu 15 Oct``, ``10月15日 周四``."""
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415  # see date_in_words

    locale = _locale(language)
    return format_date(day, _SHORT[locale], locale) if locale in _SHORT else format_skeleton("MMMEd", day, locale=locale)


def weekday(day: date, language: str = "en") -> str:
    """``Thu``, ``周四``."""
    from babel.dates import format_date  # noqa: PLC0415  # see date_in_words

    return format_date(day, "EEE", _locale(language))


def date_range(first: date, last: date, language: str = "en") -> str:
    """``15–17 October 2026``, ``2026年10月15日至17日``; a single day in words with its weekday."""
    from babel.dates import format_date, format_interval  # noqa: PLC0415  # see date_in_words

    locale = _locale(language)
    if first == last:
        return date_in_words(first, language)
    if locale == "en_GB" and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last, 'd MMMM y', locale)}"
    return format_interval(first, last, "yMMMd", locale=locale)


def zone_in_words(moment: datetime, language: str = "en") -> str:
    """``China Standard Time``, ``中国标准时间``: what the clock of an aware time is called."""
    from babel.dates import get_timezone_name  # noqa: PLC0415  # see date_in_words

    return get_timezone_name(moment, locale=_locale(language))


def _locale(language: str) -> str:
    """The CLDR locale for a BCP 47 tag; British English for one that CLDR does not know."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # see date_in_words

    if language in _LOCALES:
        return _LOCALES[language]
    try:
        return str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "en_GB"
