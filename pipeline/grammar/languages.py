"""The languages that a text can be given in: their tags (BCP 47), the scripts they are written in, what else people call them.

Scripts have the names of ISO 15924. The list is that of the languages conferences are held in; it is short on purpose, so that a slip
(``zn``) is no language, and ``speaker_id`` is nobody's name in Indonesian.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_HANI, _KANA, _HANG, _LATN = "Hani", "Kana", "Hang", "Latn"

_WORDS = {
    "en": "english eng englisch anglais inglés 英文 英语 英語",
    "zh": "chinese cn chn zho chi mandarin chinesisch chinois chino 中文 汉语 漢語 华文 華文",
    "ja": "japanese jp jpn 日文 日语 日語 日本語",
    "ko": "korean kr kor 韩文 韩语 한국어",
    "fr": "french fra fre français francais französisch 法文 法语",
    "de": "german deu ger deutsch allemand 德文 德语",
    "es": "spanish spa español espanol castellano 西班牙语",
    "it": "italian ita italiano",
    "pt": "portuguese por português portugues",
    "nl": "dutch nld nederlands",
    "ca": "catalan català catala",
    "pl": "polish pol polski",
    "cs": "czech cz čeština cesky",
    "sv": "swedish swe svenska",
    "da": "danish dk dansk",
    "nb": "norwegian norsk",
    "fi": "finnish suomi",
    "hu": "hungarian magyar",
    "ro": "romanian română",
    "tr": "turkish türkçe",
    "vi": "vietnamese vn",
    "el": "greek gr ελληνικά",
    "ru": "russian rus русский",
    "uk": "ukrainian ua українська",
    "ar": "arabic العربية",
    "fa": "persian farsi فارسی",
    "he": "hebrew עברית",
    "hi": "hindi हिन्दी",
    "th": "thai ไทย",
}
_SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "zh": (_HANI,), "ja": (_HANI, _KANA), "ko": (_HANG, _HANI), "el": ("Grek",), "ru": ("Cyrl",), "uk": ("Cyrl",), "ar": ("Arab",),
    "fa": ("Arab",), "he": ("Hebr",), "hi": ("Deva",), "th": ("Thai",),
})  # fmt: skip
_CALLED: Mapping[str, str] = MappingProxyType({word: tag for tag, words in _WORDS.items() for word in words.split()})
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE)

#: The tags of all languages, regions and scripts of them aside.
TAGS = tuple(_WORDS)


def tag_of(word: str) -> str | None:
    """A language's tag in its usual form (``zh_hant`` is ``zh-Hant``); ``None`` where it is none that is known."""
    found = _TAG.fullmatch(word.strip())
    if not found or found[1].lower() not in _WORDS:
        return None
    return "-".join(filter(None, (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper())))


def called(word: str) -> str | None:
    """The tag of a language by its name, or by what is often mistaken for its tag (``Chinese``, ``中文``, ``cn``)."""
    return _CALLED.get(word.strip().lower())


def scripts_of(tag: str) -> tuple[str, ...]:
    """The scripts that a language is written in, the first of which a text in it would hardly lack."""
    return _SCRIPTS.get(primary(tag), (_LATN,))


def primary(tag: str) -> str:
    """The language without script and region: ``zh`` of ``zh-Hant``."""
    return re.split("[-_]", tag.lower(), maxsplit=1)[0]
