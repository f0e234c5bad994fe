"""Texts made ready for paper: paragraphs with their language, air between two scripts, and only characters that ink can show."""

import re

from markupsafe import Markup

from pipeline.emit.typography import Languages, full_tag, language_of, typeset_html
from pipeline.model import RichText

_BLOCK = re.compile(r"<(p|li|h[1-6]|td|th)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_IMAGE = re.compile(r'<img\b(?:[^>]*?\balt="([^"]*)")?[^>]*>')
_LINK = re.compile(r"<a\b(?![^>]*\bhref=\"(?:https?://|mailto:))[^>]*>(.*?)</a>", re.DOTALL)

# Blanks that authors indent with; the style sheet knows where to indent.
_INDENT = re.compile(r"^(?:\s|&nbsp;|&#160;)+")

_HAN = "\u2e80-\u2fdf\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
_TAGS = r"(?:<[^>]*>)*"
_BILINGUAL = re.compile(f"[^{_HAN}]*[{_WORD}][^{_HAN}]*[{_HAN}][^A-Za-z\u00c0-\u024f]*")
#: A sixth of an em, as Chinese typesetting has it between Han characters and Latin letters (CLREQ, 3.2.2).
_AIR = "\u2006"
_MEETING = re.compile(f"([{_HAN}])({_TAGS})(?=[{_WORD}])|([{_WORD}])({_TAGS})(?=[{_HAN}])")

# Default-ignorable code points (DerivedCoreProperties) but the soft hyphen: they have no glyph, and steer what paper does not have.
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# WeasyPrint 70 breaks a line after its first word where a text just fits but for its last space, and an inline element follows
# (``_break_waiting_children``); with that space in a box of its own it does not.
_SPACE = re.compile(r"([^\s>])\s+(?=<(?:a|b|code|em|i|s|small|span|strong|sub|sup|u)[ >])")
_BREAK = "\u200b"
_TEXT = re.compile(r"(?<=>)[^<]{28,}")
_LETTER = f"(?:&#?\\w+;|[^\\s&<\u00ad{_HAN}])"
_ENDLESS = re.compile(f"{_LETTER}{{28,}}")
_PIECE = re.compile(f"{_LETTER}{{1,9}}")
# Breadths of space that fonts rarely have, a hyphen that most have under another number, and line ends of other worlds.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2007\u2008\u200a\u205f\u2028\u2029", " "),
        "\u202f": "\u00a0",
        "\u2011": "-",
    }
)


def prose(text: RichText, languages: Languages) -> Markup:
    """An abstract or a biography as HTML: each paragraph in the language most of it is in, pictures by their words, live links only."""
    html = _LINK.sub(r"\1", _IMAGE.sub(lambda match: match[1] or "", text.html))
    own = full_tag(text.language or language_of(text.plain, languages))
    around = languages.of_text(own).within(own)

    def block(match: re.Match[str]) -> str:
        inside = around.within(language_of(_TAG.sub("", match[2]), around))
        return f'<{match[1]} lang="{inside.main}">{spaced(_INDENT.sub("", match[2]), inside)}</{match[1]}>'

    return Markup(_BLOCK.sub(block, html))  # noqa: S704  # RichText.html is sanitized; typeset_html escapes again


def title_language(title: str, languages: Languages) -> str:
    """The language to set a title in: of two titles in one (``Salt and Sea 盐与海``) that of the first, else of most of it."""
    return languages.latin if _BILINGUAL.fullmatch(title) else language_of(title, languages)


def halves(title: str) -> tuple[str, ...]:
    """Two titles in one (``Salt and Sea 盐与海``) apart; any other whole."""
    if not _BILINGUAL.fullmatch(title):
        return (title,)
    at = re.search(f"[{_HAN}]", title)
    return (title[: at.start()].rstrip(), title[at.start() :]) if at else (title,)


def spaced(html: str, languages: Languages) -> Markup:
    """Safe HTML with its runs marked; between Han characters and Latin letters of a Chinese text a thin space."""
    marked = typeset_html(html, languages)
    if not languages.main.startswith(("zh", "ja")):
        return marked
    return Markup(_MEETING.sub(lambda m: f"{m[1]}{_AIR}{m[2]}" if m[1] else f"{m[3]}{m[4]}{_AIR}", marked))  # noqa: S704  # adds a space only


def printable(html: str) -> str:
    """The HTML of a part without what has no shape on paper, with the usual form of what has several, and places to break endless words.

    WeasyPrint's ``overflow-wrap`` would also break words that fit the next line, so it is not used.
    """
    seen = _SPACE.sub(r"\1<span> </span>", _INVISIBLE.sub("", html).translate(_PLAIN))
    return _TEXT.sub(lambda match: _ENDLESS.sub(_broken, match[0]), seen)


def _broken(word: re.Match[str]) -> str:
    return _BREAK.join(_PIECE.findall(word[0]))
