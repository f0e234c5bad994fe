"""What a page says and its clean form does not → the comment at the end of the clean page that keeps it, so that nothing is lost.

Three things: what the problems of the old page speak of and those of the new one no longer do; blocks that were commented out; words
of a statement that are nowhere in the new page. Styles and scripts of the old layout go.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from textwrap import dedent

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import MisplacedPicture, MisspeltField, Placeholder, UnreadText
from pipeline.diagnostics.times import InferredTime
from pipeline.grammar.times import read_time
from pipeline.model import Draft, Fact, Statement
from pipeline.normalize.text.rich import plain_text

_HEADING = "Left over from the page as it was. Put each where it belongs, or delete it."
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"(?<!\{)</?[a-zA-Z][^<>]*>")  # but no shortcode of the site's generator, {{< … >}}
_TIMES = frozenset({Fact.SUMMARY, Fact.WHEN, Fact.DATE, Fact.START, Fact.END, Fact.HEADING})
#: Facts that the clean page states in its own way, or whose field it keeps.
_KEPT = frozenset({Fact.KIND, Fact.LANGUAGE})
_JOINING = frozenset({"and", "und", "et", "y", "和", "与", "與", "及"})  # between people, who are listed now
_SAID_OTHERWISE = (Placeholder, InferredTime, MisspeltField)


def comment(draft: Draft, body: int, new: str, before: Sequence[Problem], after: Sequence[Problem]) -> str:
    """The comment, with a blank line before it; empty where nothing is left over.

    ``before`` and ``after`` are the problems of the old and of the new page, ``body`` the offset where the old one's body begins.
    """
    still = {(problem.code, problem.message) for problem in after}
    gone = [problem for problem in before if (problem.code, problem.message) not in still]
    entries = [*_spoken_of(draft, gone), *_unsaid(draft, new), *_commented(draft.source.text[body:])]
    if not entries:
        return ""
    text = "\n\n".join(dict.fromkeys((_HEADING, *entries)))
    return f"\n<!--\n{text.replace('-->', '-- >').replace('--!>', '--! >')}\n-->\n"


def _spoken_of(draft: Draft, gone: Sequence[Problem]) -> Iterator[str]:
    """What problems speak of: the words, and beneath them what was wrong."""
    notes: dict[str, list[str]] = {}
    for problem in gone:
        if isinstance(problem, _SAID_OTHERWISE):
            continue
        quoted = notes.setdefault(_quoted(draft, problem), [])
        if not isinstance(problem, UnreadText):
            quoted.append(f"  ({problem.message})")
    yield from ("\n".join((words, *said)) for words, said in notes.items() if words)


def _quoted(draft: Draft, problem: Problem) -> str:
    span = problem.span
    lines = draft.source.text.split("\n")[span.line - 1 : span.end_line]
    if isinstance(problem, MisplacedPicture) and lines:
        return lines[0][span.column - 1 : span.end_column - 1 if span.line == span.end_line else None]
    return _visible("\n".join(lines))


def _visible(text: str) -> str:
    """Lines without the tags around them."""
    return dedent(unescape(_TAG.sub("", text)).replace("\xa0", " ")).strip("\n").strip()


def _unsaid(draft: Draft, new: str) -> Iterator[str]:
    """Statements of which some word is nowhere in the new page."""
    known = set(_WORD.findall(new.casefold()))
    others = (Statement(said.fact, one.text, said.origin, one.markup) for said in draft.said for one in said.others)
    for said in (*draft.said, *others):
        text = plain_text(said.text.value) if said.markup == "html" else " ".join(said.text.value.split())
        if said.fact is Fact.PHOTO or (said.fact in _TIMES and not read_time(text).empty) or said.fact in _KEPT:
            continue
        if not set(_WORD.findall(text.casefold())) - _JOINING <= known:
            yield f"{said.fact.value}: {text}"


def _commented(body: str) -> Iterator[str]:
    for found in _COMMENT.finditer(re.sub(r"(?is)<(style|script)\b.*?</\1>", "", body)):
        yield dedent(found[1].strip("\n")).strip().removeprefix(_HEADING).strip()
