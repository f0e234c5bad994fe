"""Texts made ready for paper: paragraphs with their language, air between two scripts, and only characters that ink can show."""

import re

from markupsafe import Markup

from pipeline.emit.typography import Formula, Languages, full_tag, language_of, source_of_formula, typeset_html
from pipeline.model import RichText

_BLOCK = re.compile(r"<(p|li|h[1-6]|td|th)>(.*?)</\1>", re.DOTALL)
_HEADING = re.compile(r"(</?)h[1-6]>")
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
_MEETING = re.compile(f"(<[^>]*>)|([{_HAN}])({_TAGS})(?=[{_WORD}])|([{_WORD}]{_TAGS})(?=[{_HAN}])")
# Marks in a row share the blank halves of their squares: the first gives up its own after it, an opening one that before it (CLREQ, 3.1.6).
_OPENING, _CLOSING = "（《〈「『【〔“‘", "、。，．：；！？）》〉」』】〕”’"
_CROWDED = re.compile(f"(<[^>]*>)|([{_CLOSING}])(?={_TAGS}[{_OPENING}{_CLOSING}])|(?<=[{_OPENING}])([{_OPENING}])")
# What a last line has at least: a whole word, two where the last is short, some Han characters.
_LAST = re.compile(
    f"(?:(?<!\\S)[^\\s<>&{_HAN}]{{1,20}} [^\\s<>&{_HAN}]{{1,5}}|(?<!\\S)[^\\s<>&{_HAN}]{{6,28}}|[{_HAN}]{{2}}[{_HAN}{_CLOSING}]{{1,2}})$"
)

# Default-ignorable code points (DerivedCoreProperties) but the soft hyphen: they have no glyph, and steer what paper does not have.
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# WeasyPrint 70 breaks a line after its first word where a text just fits but for its last space, and an inline element follows
# (``_break_waiting_children``); with that space in a box of its own it does not.
_SPACE = re.compile(r"([^\s>])\s+(?=<(?:a|b|code|em|i|s|small|span|strong|sub|sup|u)[ >])")
# A line may end there; without the first of the two, letters on both sides of it could become a ligature, which then has no text.
_BREAK = "\u200c\u200b"
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


def prose(text: RichText, level: int, languages: Languages, formula: Formula = source_of_formula) -> Markup:
    """An abstract or a biography as HTML: each paragraph in the language most of it is in, pictures by their words, live links only.

    Its own headings are all of one ``level``, that below what it stands under, so that the book's are in order.
    """
    html = _LINK.sub(r"\1", _IMAGE.sub(lambda match: match[1] or "", text.html))
    html = _HEADING.sub(rf"\1h{level}>", html)
    own = full_tag(text.language or language_of(text.plain, languages))
    around = languages.of_text(own).within(own)

    def block(match: re.Match[str]) -> str:
        inside = around.within(language_of(_TAG.sub("", match[2]), around))
        return f'<{match[1]} lang="{inside.main}">{_whole(str(spaced(_INDENT.sub("", match[2]), inside, formula)))}</{match[1]}>'

    return Markup(_BLOCK.sub(block, html))  # noqa: S704  # RichText.html is sanitized; typeset_html escapes again


def _whole(html: str) -> str:
    """A paragraph whose end is not to be broken: half a word, or a single character, is no line."""
    return _LAST.sub(r'<span class="last">\g<0></span>', html)


def title_language(title: str, languages: Languages) -> str:
    """The language to set a title in: of two titles in one (``Salt and Sea 盐与海``) that of the first, else of most of it."""
    return languages.latin if _BILINGUAL.fullmatch(title) else language_of(title, languages)


def spaced(html: str, languages: Languages, formula: Formula) -> Markup:
    """Safe HTML with its runs marked; in a Chinese text a thin space between Han characters and Latin letters, and marks set close."""
    marked = typeset_html(html, languages, formula)
    if not languages.main.startswith(("zh", "ja")):
        return marked
    airy = _MEETING.sub(_with_air, marked)
    return Markup(_CROWDED.sub(lambda match: match[1] or f'<span class="half">{match[0]}</span>', airy))  # noqa: S704  # adds no text but spaces


def _with_air(match: re.Match[str]) -> str:
    tag, han, tags, word = match.groups()
    return tag or (f"{han}{_AIR}{tags}" if han else f"{word}{_AIR}")


def printable(html: str) -> str:
    """The HTML of a part without what has no shape on paper, with the usual form of what has several, and places to break endless words.

    WeasyPrint's ``overflow-wrap`` would also break words that fit the next line, so it is not used.
    """
    seen = _SPACE.sub(r"\1<span> </span>", _INVISIBLE.sub("", html).translate(_PLAIN))
    return _TEXT.sub(lambda match: _ENDLESS.sub(_broken, match[0]), seen)


def _broken(word: re.Match[str]) -> str:
    return _BREAK.join(_PIECE.findall(word[0]))
