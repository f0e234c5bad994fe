"""A page as it was typed → slips that no reader of facts would see: garbled letters, hidden characters, unfinished merges, labels, links, formulas."""

import re
from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.writing import BrokenFormula, GarbledText, HiddenCharacter, MisspeltLabel, UnfinishedMerge, UnusableLink
from pipeline.extract.label_words import RICH, fold_label, right_label
from pipeline.extract.markup.tags import shown
from pipeline.grammar.letters import cased
from pipeline.model import Statement
from pipeline.source import Source

_MERGE = re.compile(r"^<{7} .*$", re.MULTILINE)
_HIDDEN = re.compile(r"([\u202a-\u202e\x01-\x08\x0b\x0e-\x1f\x7f])[^\n]?")
#: Runs that UTF-8 gives when it is read as Windows-1252, or as GB 18030; and what is left where letters are lost.
_LATIN = re.compile(
    r"(?:[\u00c2-\u00f4][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3})+"
)
_HAN = re.compile(r"[\u3400-\u9fff]{3,}")
_LOST = re.compile("\ufffd+|锟斤拷|烫烫烫")
_MEANT = re.compile(r"[\u00a0-\u00ff\u2010-\u2027\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")
_LABEL = re.compile(r"(?:^|>|\*\*|^\s*[-*+] )[ \t]*([A-Za-z][A-Za-z -]{3,39}?)(?:\s|&nbsp;|</?\w+>|\*)*[:：]", re.MULTILINE)
_LINK = re.compile(r"(?:\]\(\s*<?|\bhref\s*=\s*[\"']?)(?!(?:https?|mailto|tel|ftp):)([a-z][a-z0-9+.-]*:|https?/)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DOLLARS = re.compile(r"(?<!\\)\$+")
_MONEY = re.compile(r"\$\d[\d.,]*(?:[\s)kKmMbB]|$)")


def merges(source: Source) -> Iterator[UnfinishedMerge]:
    """The places where git has left two versions for the author to choose from."""
    yield from (UnfinishedMerge(source.span(*found.span())) for found in _MERGE.finditer(source.text))


def proofread(source: Source, start: int, statements: Sequence[Statement]) -> Iterator[Problem]:
    """What is wrong with the page's characters and labels, and with the links and formulas of its abstracts and biographies.

    The body begins at offset ``start``; comments and styles in it are no text.
    """
    text = shown(source.text, start)
    for found in _HIDDEN.finditer(text):
        # With the next character, so that there is something to be seen at the place.
        yield HiddenCharacter(source.span(*found.span()), f"U+{ord(found[1]):04X}")
    yield from _garbled(source, text)
    yield from _labels(source, text, start)
    rich = [said.text.span for said in statements if said.fact in RICH]
    for first, last in dict.fromkeys((span.line, span.end_line) for span in rich):
        begin, end = source.offset(first), source.offset(last + 1)
        for link in _LINK.finditer(text, begin, end):
            yield UnusableLink(source.span(link.start(1), link.end(1)), link[1])
        for at, why in _broken_formulas(text, begin, end):
            yield BrokenFormula(source.span(at, at + 1), why)


def _labels(source: Source, text: str, start: int) -> Iterator[MisspeltLabel]:
    for found in _LABEL.finditer(text, start):
        if right := right_label(fold_label(found[1])):
            yield MisspeltLabel(source.span(*found.span(1)), found[1], cased(right, found[1]))


def _garbled(source: Source, text: str) -> Iterator[GarbledText]:
    for found in _LOST.finditer(text):
        yield GarbledText(source.span(*found.span()), found[0])
    for runs, encoding in ((_LATIN, "cp1252"), (_HAN, "gb18030")):
        for found in runs.finditer(text):
            meant = _decoded(found[0], encoding)
            if meant and _MEANT.fullmatch(meant):
                yield GarbledText(source.span(*found.span()), found[0], meant)


def _decoded(run: str, encoding: str) -> str | None:
    """What a run says whose bytes are UTF-8, if they are. Windows leaves five bytes without a letter; they stand for themselves."""
    try:
        return b"".join(letter.encode("latin-1" if "\x80" <= letter < "\xa0" else encoding) for letter in run).decode("utf-8")
    except UnicodeError:
        return None


def _broken_formulas(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    """Where formulas between dollars are broken, paragraph by paragraph, in which they must end. A sum of money may excuse an odd dollar."""
    for paragraph in _PARAGRAPH.finditer(text, begin, end):
        signs = list(_DOLLARS.finditer(text, *paragraph.span()))
        pairs = list(zip(signs[::2], signs[1::2], strict=False))
        if len(signs) % 2 and not any(_MONEY.match(text, sign.start()) for sign in signs):
            astray = next((opening for opening, closing in pairs if text[closing.start() - 1].isspace()), signs[-1])
            yield astray.start(), f"the formula after '{astray[0]}' is not closed"
            continue
        for opening, closing in pairs if len(signs) % 2 == 0 else ():
            formula = re.sub(r"\\.", "", text[opening.end() : closing.start()], flags=re.DOTALL)
            if formula.count("{") != formula.count("}"):
                yield opening.start(), "the braces in this formula are not balanced"
