"""Statements in several languages → in which of them is the fact, and what it is in the others.

The rules: what a field says that names no language is the fact. Else it is what stands in the page's language, in the event's main one, or
first. Two languages of one fact are no contradiction; two texts in one language are. A text in another script than that of its language
is reported, and taken as the script has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.diagnostics import Problem
from pipeline.diagnostics.languages import UnknownLanguage, WrongLanguage
from pipeline.diagnostics.pages import StatementsDisagree
from pipeline.grammar.languages import called, primary, tag_of
from pipeline.model import Draft, DraftTalk, Fact, Rendering, Rule, Statement
from pipeline.normalize.evidence import agree, folded, stated
from pipeline.normalize.translations.bilingual import halves
from pipeline.normalize.translations.language import can_be_in, language_of, title_language
from pipeline.source import Located

IN_EACH_LANGUAGE = Rule(
    "in-each-language",
    "A fact given in several languages is what names no language, or stands in the page's or the event's main one, or first; the rest translates it.",
)
TWO_LANGUAGES = Rule(
    "two-languages",
    "A title whose halves are each wholly of one script, long enough, and about as long, is one title in two languages.",
)
_TITLES = frozenset({Fact.TITLE, Fact.TALK_TITLE})
_OF_WORDS = (Fact.TITLE, Fact.TALK_TITLE, Fact.TAG, Fact.TRACK, Fact.VENUE, Fact.ABSTRACT, Fact.BIOGRAPHY)
#: Facts whose words are sentences: they are in their language's own script, as names need not be.
_IN_SCRIPT = _TITLES | {Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.TRACK}


def settled(draft: Draft, languages: Sequence[str]) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft with the main language of each statement as its text. ``languages`` are the event's, the main one first.

    Reports unknown-language, wrong-language.
    """
    settler = _Settler()
    spoken = settler.spoken(draft.statements, languages)
    statements = settler.all(draft.statements, spoken)
    talks = tuple(
        DraftTalk(settler.all(talk.statements, settler.spoken(talk.statements, spoken)), talk.span) for talk in draft.talks
    )
    return replace(draft, statements=statements, talks=talks), tuple(settler.problems)


def languages_of(statements: Iterable[Statement], languages: Sequence[str]) -> tuple[str, ...]:
    """The languages that a page or a talk is said to be in, then others."""
    said = (one.text.value for one in statements if one.fact is Fact.LANGUAGE)
    own = (tag_of(word) or called(word) for word in said)
    return tuple(dict.fromkeys((*filter(None, own), *languages)))


class _Settler:
    """Chooses the main language of statements, collecting problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def spoken(self, statements: Sequence[Statement], languages: Sequence[str]) -> tuple[str, ...]:
        for said in statements:
            word = said.text.value
            if said.fact is Fact.LANGUAGE and not (tag_of(word) or called(word)):
                self.problems.append(UnknownLanguage(said.text.span, word.strip(), "language"))
        return languages_of(statements, languages)

    def all(self, statements: Sequence[Statement], languages: Sequence[str]) -> tuple[Statement, ...]:
        chosen = tuple(self.one(said, languages) if said.language or said.others else said for said in statements)
        return _joined(chosen, languages)

    def one(self, said: Statement, languages: Sequence[str]) -> Statement:
        own = self.checked(Rendering(said.language, said.text, said.markup), said.fact, languages) if said.language else None
        others = [checked for other in said.others if (checked := self.checked(other, said.fact, languages))]
        if own is None:
            return replace(said, language=None, others=tuple(others))
        every = (own, *others)
        exact = (one for tag in languages for one in every if one.language == tag)
        alike = (one for tag in languages for one in every if primary(one.language) == primary(tag))
        main = next(exact, None) or next(alike, own)
        rest = tuple(one for one in every if one is not main)
        return replace(said, text=main.text, markup=main.markup, language=main.language, others=rest)

    def checked(self, one: Rendering, fact: Fact, languages: Sequence[str]) -> Rendering | None:
        """The rendering in the language that it can be in; ``None`` where that is not known."""
        words = one.text.value
        if fact not in _IN_SCRIPT or can_be_in(words, one.language):
            return one
        taken = language_of(words, languages)
        self.problems.append(WrongLanguage(one.text.span, one.language, " ".join(words.split()), taken))
        return replace(one, language=taken) if taken else None


def _joined(statements: Sequence[Statement], languages: Sequence[str]) -> tuple[Statement, ...]:
    """The statements; those in another language than one that names none, as a field beside the text of the page, are its renderings."""
    found = dict(enumerate(statements))
    for fact in _OF_WORDS:
        own = next((at for at, said in found.items() if said.fact is fact and said.language is None), None)
        if own is None:
            continue
        spoken = language_of(found[own].text.value, languages) or ""
        for at in [at for at, said in found.items() if said.fact is fact and said.language]:
            main, said = found[own], found[at]
            if said.language and said.language != spoken:
                other = Rendering(said.language, said.text, said.markup)
                found[own] = replace(main, others=(*main.others, other, *said.others))
                del found[at]
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Renderings:
    """A fact's language, and what it is in others, in the order of their tags. ``rule`` says how they were found."""

    language: str | None
    others: tuple[Rendering, ...]
    rule: Rule
    problems: tuple[Problem, ...]


def renderings(statements: Iterable[Statement], best: Statement, languages: Sequence[str]) -> Renderings:
    """What the statements that agree with the believed one say in other languages; of a title in two languages both halves.

    Reports statements-disagree where two texts of one language differ, and placeholder.
    """
    pair = halves(best.text.value) if best.fact in _TITLES else None
    tell = title_language if best.fact in _TITLES else language_of
    language = best.language or tell(pair[0] if pair else best.text.value, languages)
    parts = [Located(half, best.text.span) for half in pair or ()] or [best.text]
    known = {(language_of(part.value, languages) if pair else language) or "": Rendering("", part, best.markup) for part in parts}
    own = set(known) if not pair else set()
    problems: list[Problem] = []
    for one in (one for said in statements if agree(said.text.value, best.text.value) for one in said.others):
        told, nothing = stated((Statement(best.fact, one.text, best.origin),), best.fact)
        problems += [empty.report for empty in nothing]
        alike = next((known[tag] for tag in known if primary(tag) == primary(one.language)), None)
        if not told or one.text.value.strip() == best.text.value.strip() or (alike and agree(one.text.value, alike.text.value)):
            continue
        if one.language not in known:
            known[one.language] = one
        else:
            used = known[one.language].text
            problems.append(
                StatementsDisagree(one.text.span, best.fact.value, folded(used).value, folded(one.text).value, used.span)
            )
    found = tuple(replace(known[tag], language=tag) for tag in sorted(known) if tag and tag not in own)
    return Renderings(language, found, TWO_LANGUAGES if pair else IN_EACH_LANGUAGE, tuple(problems))
