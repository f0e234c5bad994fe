"""People whom a statement names, and its renderings in other languages → what each is called in each language, and their institute."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Problem
from pipeline.diagnostics.languages import NameOfAnother, UnpairedTranslation
from pipeline.grammar.placeholders import is_placeholder
from pipeline.model import Finding, Naming, Statement
from pipeline.normalize.evidence import folded
from pipeline.normalize.people.bylines import NamedPerson, read_people
from pipeline.normalize.people.names import bare, is_han
from pipeline.normalize.people.pinyin import Spelling, in_pinyin, spelling
from pipeline.normalize.people.somebody import Mention
from pipeline.normalize.translations.language import language_of
from pipeline.normalize.translations.renderings import IN_EACH_LANGUAGE
from pipeline.source import Located


@dataclass(frozen=True, slots=True)
class Named:
    """For each of some people their namings, in the order of the tags: none for those who are named in one language alone."""

    namings: list[tuple[Naming, ...]]
    evidence: list[Finding]
    problems: tuple[Problem, ...]


def name_in_languages(
    mentions: Sequence[Mention], statement: Statement, affiliations: Sequence[Statement], languages: Sequence[str]
) -> Named:
    """What the people of a statement are called. ``affiliations`` are stated after the names.

    Reports unpaired-translation where another number of people is named in another language, and name-of-another.
    """
    namer = _Namer(mentions, statement.fact.value)
    for one in statement.others:
        people, _ = read_people(one.text)
        if len(people) == len(mentions):
            for mention, person in zip(mentions, people, strict=True):
                namer.name(mention, person, one.language, one.text)
        else:
            span = statement.text.span
            namer.problems.append(UnpairedTranslation(one.text.span, statement.fact.value, len(people), len(mentions), span))
    for said in affiliations:
        for other in said.others if not is_placeholder(said.text.value) else ():
            for mention in mentions if not is_placeholder(other.text.value) else ():
                namer.state(mention, "affiliation", other.language, folded(other.text).value, other.text)
    main = [statement.language or language_of(mention.name, languages) for mention in mentions]
    return Named(
        [namer.namings(mention, own) for mention, own in zip(mentions, main, strict=True)], namer.found, tuple(namer.problems)
    )


class _Namer:
    """Gathers namings; of two for one language the first holds."""

    def __init__(self, mentions: Sequence[Mention], role: str) -> None:
        self.role = role
        self.found: list[Finding] = []
        self.problems: list[Problem] = []
        self._told: dict[Mention, dict[tuple[str, str], str]] = {mention: {} for mention in mentions}

    def name(self, mention: Mention, person: NamedPerson, language: str, text: Located[str]) -> None:
        if another := _another(mention, person):
            self.problems.append(another)
            return
        self.state(mention, self.role, language, person.name, text)
        if person.affiliation:
            self.state(mention, "affiliation", language, person.affiliation, text)

    def state(self, mention: Mention, fact: str, language: str, value: str, text: Located[str]) -> None:
        own = mention.affiliation if fact == "affiliation" else mention.name
        if value != own and (language, fact) not in self._told[mention]:
            self._told[mention][language, fact] = value
            self.found.append(Finding(fact, value, IN_EACH_LANGUAGE, (text,), whose=mention.name, language=language))

    def namings(self, mention: Mention, language: str | None) -> tuple[Naming, ...]:
        told = self._told[mention]
        every = {tag: Naming(tag, told.get((tag, self.role)), told.get((tag, "affiliation"))) for tag, _ in told}
        if every and language:
            every.setdefault(language, Naming(language, mention.name, mention.affiliation))
        return tuple(every[tag] for tag in sorted(every))


def _another(mention: Mention, person: NamedPerson) -> Problem | None:
    """What there is to say of two names of which one is in characters, and the other pinyin, but of another name."""
    one, other = bare(mention.name), bare(person.name)
    if is_han(one) == is_han(other):
        return None
    latin, han = (other, one) if is_han(one) else (one, other)
    if spelling(latin, han) is not Spelling.OTHER:
        return None
    return NameOfAnother(person.span, mention.name, person.name, in_pinyin(han), mention.span)
