"""The rules of evidence: which of several statements of one fact is believed, and what is kept of all of them.

The rules are the values below; each :class:`Finding` names the one that decided it, and ``explain-page`` prints them. Times have rules of
their own on top of these (``when/rules.py``): their parts can contradict each other and the calendar. Whatever is decided, every disagreement
is reported with both places.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from pipeline.diagnostics import Problem
from pipeline.diagnostics.pages import Placeholder, StatementsDisagree
from pipeline.grammar.placeholders import is_placeholder
from pipeline.model import Fact, Finding, Origin, Rule, Statement
from pipeline.normalize.text.characters import is_blank
from pipeline.source import Located

PLACEHOLDER = Rule("placeholder", "A placeholder states nothing: it is reported, and left out.")
STATED_ONCE = Rule("stated-once", "What is said once, and not spoken against, is believed.")
ALL_AGREE = Rule(
    "all-agree", "Statements agree where one has all that the other has; the first is believed, of venues the fullest."
)
FRONT_MATTER_FIRST = Rule(
    "front-matter-first", "Front matter is believed before a heading, a heading before the body, what stands first before the rest."
)
FIRST_HEADING = Rule("first-heading", "A page without a title has that of its first heading that is no date, or of its only talk.")
SAME_LINE = Rule("same-line", "An institute in one line with a name is that person's.")
AFTER_THE_NAME = Rule("after-the-name", "What follows a name, up to the next one, is said of that person.")
TELLING_WORD = Rule("telling-word", "The kind is that of a word in the title or in the file's name, else that of its talks.")
FILE_NAME = Rule("file-name", "A page that names no id is known by its file's name.")
ENTRY_TITLE = Rule("entry-title", "An entry of a timetable that names no id is known by its title.")
ONLY_TALK = Rule("only-talk", "The only talk of a page has the page's title, times and abstract where it states none.")
FROM_TALKS = Rule("from-talks", "A session that states no times lasts from the start of its first talk to the end of its last.")

#: The rules of any fact, in the order of a page.
RULES = (
    PLACEHOLDER, STATED_ONCE, ALL_AGREE, FRONT_MATTER_FIRST, FIRST_HEADING, SAME_LINE, AFTER_THE_NAME, TELLING_WORD, FILE_NAME, ENTRY_TITLE, ONLY_TALK,
    FROM_TALKS,
)  # fmt: skip

_ORDER = {origin: rank for rank, origin in enumerate(Origin)}
_QUOTED = 80  # characters of a long text that a message repeats


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the statements of a fact came to: the one to believe, how it was found, what is to be reported.

    Without any statement there is neither; where all are placeholders there is a finding, and nothing to believe.
    """

    best: Statement | None = None
    finding: Finding | None = None
    problems: tuple[Problem, ...] = ()


def weigh(
    statements: Iterable[Statement], fact: Fact, *, fullest: bool = False, beside: Callable[[str], bool] = lambda _: False
) -> Verdict:
    """Weighs the statements of one fact. ``fullest``: of those that agree the longest is believed, not the first.

    ``beside`` tells texts that speak of something else as well (a talk's title above its session's): no disagreement is reported then.
    """
    told, nothing = stated(statements, fact)
    empty = tuple((one.text, "a placeholder") for one in nothing)
    reports = tuple(one.report for one in nothing)
    ranked = by_rank(told)
    name = "title" if fact is Fact.TALK_TITLE else fact.value
    if not ranked:
        return Verdict(None, Finding(name, None, PLACEHOLDER, lost=empty) if empty else None, reports)
    agreeing = [said for said in ranked if agree(said.text.value, ranked[0].text.value)]
    best = max(agreeing, key=lambda said: (len(fold(said.text.value)), -ranked.index(said))) if fullest else ranked[0]
    others = [said for said in ranked if not agree(said.text.value, best.text.value)]
    read = (best, *(said for said in ranked if said is not best and said not in others))
    rule = FRONT_MATTER_FIRST if others else ALL_AGREE if len(read) > 1 else STATED_ONCE
    lost = tuple((said.text, why_later(said, best)) for said in others)
    finding = Finding(name, folded(best.text).value, rule, tuple(said.text for said in read), (*lost, *empty))
    disagreements = tuple(_disagree(said, best) for said in others if not beside(said.text.value))
    return Verdict(best, finding, (*reports, *disagreements))


def _disagree(said: Statement, best: Statement) -> Problem:
    used, other = (shorten(text.text.value, _QUOTED, placeholder=" …") for text in (best, said))
    return StatementsDisagree(said.text.span, best.fact.value, used, other, best.text.span)


def why_later(said: Statement, best: Statement) -> str:
    """Why a statement is not believed that says otherwise than the best one."""
    if said.text.span.path != best.text.span.path:
        return "it stands on the page's translation"
    later = _ORDER[said.origin] > _ORDER[best.origin]
    return f"the {best.origin.value} is believed before the {said.origin.value}" if later else "it stands later on the page"


def by_rank(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, the one to be believed first (front-matter-first); those of a page's translation come after its own."""
    every = list(statements)
    page = every[0].text.span.path if every else ""
    return sorted(every, key=lambda said: (said.text.span.path != page, _ORDER[said.origin], said.text.span))


@dataclass(frozen=True, slots=True)
class Empty:
    """A statement that only holds the place of one, and the problem that says so."""

    text: Located[str]
    report: Problem


def stated(statements: Iterable[Statement], *facts: Fact) -> tuple[list[Statement], list[Empty]]:
    """The statements of some facts that state something, and those that only hold the place (placeholder)."""
    told: list[Statement] = []
    empty: list[Empty] = []
    for said in statements:
        if said.fact not in facts or is_blank(said.text.value):
            continue
        if is_placeholder(said.text.value):
            report = Placeholder(said.text.span, str(said.fact.value), said.text.value.strip())
            empty.append(Empty(said.text, report))
        else:
            told.append(said)
    return told, empty


def agree(one: str, other: str) -> bool:
    """Whether two texts say the same, or one of them more of the same."""
    a, b = fold(one), fold(other)
    return a in b or b in a


def fold(text: str) -> str:
    """A text reduced to its letters and digits, for comparison."""
    return "".join(character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum())


def folded(text: Located[str]) -> Located[str]:
    """A text on one line, at its place."""
    return Located(" ".join(text.value.split()), text.span)


def carried(findings: Sequence[Finding], fact: str, rule: Rule) -> tuple[Finding, ...]:
    """The findings of a fact, for another thing that takes the fact over by a rule."""
    return tuple(
        Finding(fact, found.value, rule, found.read, found.lost, inferred=found.inferred, language=found.language)
        for found in findings
        if found.fact == fact
    )
