"""Fields given in several languages → what each says, and in which: ``title: {en: …, zh: …}``, or ``title_zh`` beside ``title``.

A text in several languages is one statement with several renderings. What is no text (a time, an address) is the same in any language:
each is a statement of its own, and all must agree.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Problem
from pipeline.diagnostics.languages import UnknownLanguage, UnpairedTranslation
from pipeline.fields import Field, Fields, fold_key, items
from pipeline.grammar.languages import called, tag_of
from pipeline.model import Fact
from pipeline.source import Located

#: People, named by a line or a mapping.
PEOPLE = frozenset({Fact.HOST, Fact.CHAIR, Fact.ORGANIZER, Fact.PANELIST, Fact.SPEAKER})
#: Facts whose words are another language's in another language.
WORDS = PEOPLE | {
    Fact.TITLE, Fact.TALK_TITLE, Fact.VENUE, Fact.TRACK, Fact.TAG, Fact.AFFILIATION, Fact.ABSTRACT, Fact.BIOGRAPHY,
}  # fmt: skip
#: Fields of things that have a name.
_NAMING = ("name", "room", "building")
_TWO_LETTERS = 2
#: Ends of fields' names that are no languages: numbers and keys.
_NO_LANGUAGES = frozenset({"id", "no", "nr", "to", "at", "of", "by", "md", "ii", "tz"})


@dataclass(frozen=True, slots=True)
class Version:
    """What a field says in one language; ``None``: in one that it does not name."""

    language: str | None
    field: Field


@dataclass(frozen=True, slots=True)
class Name:
    """What a field's name says: of which fact it is, and in which language. ``unknown`` is what stands in place of a tag."""

    fact: Fact
    language: str | None = None
    unknown: str | None = None


def name_of(key: str, names: Mapping[str, Fact]) -> Name | None:
    """The fact and the language of a field by its name (``title_zh``, ``abstract-zh-Hant``), of those that ``names`` lists."""
    folded = fold_key(key)
    if folded in names:
        return Name(names[folded])
    stem, end = folded, ""
    while "_" in stem:
        stem, _, last = stem.rpartition("_")
        end = f"{last}_{end}".rstrip("_")
        if stem in names:
            return _with_end(names[stem], end)
    return None


def _with_end(fact: Fact, end: str) -> Name | None:
    if language := tag_of(end):
        return Name(fact, language)
    looks = called(end) or (len(end) == _TWO_LETTERS and end not in _NO_LANGUAGES)
    return Name(fact, unknown=end) if looks and fact in WORDS else None


def versions_of(fact: Fact, fields: Sequence[Field], names: Mapping[str, Fact]) -> tuple[tuple[Version, ...], tuple[Problem, ...]]:
    """The versions that the fields of one fact give, the one without a language first. Reports unknown-language."""
    found: list[Version] = []
    problems: list[Problem] = []
    for field in fields:
        name = name_of(field.key.value, names)
        if name and name.unknown:
            problems.append(UnknownLanguage(field.key.span, name.unknown, fact.value, called(name.unknown)))
        elif isinstance(field.value, Fields) and _is_per_language(fact, field.value):
            for inner in field.value.fields:
                language, word = tag_of(inner.key.value), inner.key.value
                found += [Version(language, inner)] if language else []
                problems += [] if language else [UnknownLanguage(inner.key.span, word, fact.value, called(word))]
        else:
            found.append(Version(name.language if name else None, field))
    told = (version for version in found if any(True for _ in items(version.field.value)))
    return tuple(sorted(told, key=lambda version: version.language is not None)), tuple(problems)


def _is_per_language(fact: Fact, fields: Fields) -> bool:
    """Whether a mapping is one of languages; where a text belongs there is no other, but for talks and for things with a name."""
    if any(tag_of(field.key.value) for field in fields.fields):
        return True
    return fact in WORDS - PEOPLE - {Fact.TALK_TITLE} and not any(map(fields.get, _NAMING))


#: One value in the languages that it is given in, the main one first.
Value = tuple[tuple[str | None, Located[str] | Fields], ...]


def values_of(fact: Fact, versions: Sequence[Version]) -> Iterator[Value | Problem]:
    """The values that the versions of a fact give together, one by one. Reports unpaired-translation.

    Where it is no fact of words, each is a value by itself.
    """
    if fact not in WORDS:
        yield from (((version.language, value),) for version in versions for value in items(version.field.value))
        return
    lists = [(version, tuple(items(version.field.value))) for version in versions]
    for version, own in lists[1:]:
        if len(own) != len(lists[0][1]):
            main = versions[0].field.key.span
            yield UnpairedTranslation(version.field.key.span, fact.value, len(own), len(lists[0][1]), main)
    paired = [(version.language, own) for version, own in lists if len(own) == len(lists[0][1])]
    for number in range(len(paired[0][1]) if paired else 0):
        yield tuple((language, own[number]) for language, own in paired)
