"""The rules of evidence: which of several statements of one fact is believed.

1.  A placeholder states nothing. It is reported, and left out.
2.  On a tie front matter is believed before a heading, a heading before the body, and what stands first before what stands later.
3.  Statements that say the same in other words (one contains the other) agree; the fuller one is believed.
4.  Every disagreement is reported, with both places.

Times have rules of their own on top of these (``when.py``): their parts can contradict each other and the calendar.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder, StatementsDisagree
from pipeline.model import Fact, Origin, Statement
from pipeline.normalize.placeholders import is_placeholder

_ORDER = {origin: rank for rank, origin in enumerate(Origin)}


def by_rank(statements: Iterable[Statement]) -> list[Statement]:
    """Rule 2: the statements, the one to be believed first."""
    return sorted(statements, key=lambda said: (_ORDER[said.origin], said.text.span))


def stated(statements: Iterable[Statement], *facts: Fact) -> tuple[list[Statement], list[Problem]]:
    """Rule 1: the statements of some facts that state something, and a problem for each that only holds the place."""
    told: list[Statement] = []
    problems: list[Problem] = []
    for said in statements:
        if said.fact not in facts or not said.text.value.strip():
            continue
        if is_placeholder(said.text.value):
            problems.append(Placeholder(said.text.span, str(said.fact.value), said.text.value.strip()))
        else:
            told.append(said)
    return told, problems


def believed(fact: str, statements: Sequence[Statement]) -> tuple[Statement | None, list[Problem]]:
    """Rules 2 to 4: the statement to believe, and the disagreements."""
    ranked = by_rank(statements)
    if not ranked:
        return None, []
    agreeing = [said for said in ranked if agree(said.text.value, ranked[0].text.value)]
    best = max(agreeing, key=lambda said: (len(fold(said.text.value)), -ranked.index(said))) if fact == "venue" else ranked[0]
    return best, [
        StatementsDisagree(said.text.span, fact, best.text.value, said.text.value, best.text.span)
        for said in ranked
        if not agree(said.text.value, best.text.value)
    ]


def agree(one: str, other: str) -> bool:
    """Rule 3: whether two texts say the same, or one of them more of the same."""
    a, b = fold(one), fold(other)
    return a in b or b in a


def fold(text: str) -> str:
    """A text reduced to its letters and digits, for comparison."""
    return "".join(character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum())
