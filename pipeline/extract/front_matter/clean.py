"""Dialect: plain clean front matter, the form we recommend::

    title: Tides and memory
    kind: session
    date: 2026-10-15
    start: 14:00
    end: 15:30
    venue: Harbour Hall
    chair: Ada Brook, Coastal University
    talks:
      - title: …
        start: 14:00
        end: 14:30
        speakers:
          - name: …
            affiliation: …
            photo: /images/….png
        abstract: |
          Markdown, $x_1$ and all.

The flat fields are those of ``params.py``; this dialect adds the list of talks.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.diagnostics import Problem
from pipeline.extract.front_matter.attached import attached
from pipeline.extract.front_matter.params import TALKS, read_params
from pipeline.extract.front_matter.per_language import Value, name_of, values_of, versions_of
from pipeline.extract.items import Item, TalkBlock
from pipeline.fields import Field, Fields, fold_key, items
from pipeline.model import Fact, Origin, Statement
from pipeline.source import Located


def read_front_matter_items(fields: Fields) -> Iterator[Item]:
    """What a page's front matter states: the session's facts, then its talks."""
    yield from read_params(fields)
    named = list(_lists(fields))
    versions, problems = versions_of(Fact.TALK_TITLE, named, TALKS)
    yield from problems
    for value in values_of(Fact.TALK_TITLE, versions) if versions else ():
        yield from (value,) if isinstance(value, Problem) else _in_all_languages(value)


def _lists(fields: Fields) -> Iterator[Field]:
    """The list of talks: the first that is one, and the same in further languages."""
    first = next((field for field in fields.fields if fold_key(field.key.value) in TALKS and _holds_talks(field)), None)
    own = fold_key(first.key.value) if first else ""
    for field in fields.fields:
        key = fold_key(field.key.value)
        if field is first or (name_of(field.key.value, TALKS) and key not in TALKS and key.startswith(own)):
            yield field


def _holds_talks(field: Field) -> bool:
    """Whether a field is a list of talks: under a name that may be other things, one of mappings."""
    sure = fold_key(field.key.value) in ("talks", "presentations")
    return sure or (isinstance(field.value, tuple) and all(isinstance(value, Fields) for value in items(field.value)))


def _in_all_languages(value: Value) -> Iterator[Item]:
    """A talk as it is stated in several languages, the main one first."""
    (language, main), *others = value
    said = list(_talk(main, language))
    for tag, other in others:
        statements = [item for item in _talk(other, tag) if isinstance(item, Statement)]
        own, problems = attached([item for item in said if isinstance(item, Statement)], statements, tag or "")
        said = [*(item for item in said if not isinstance(item, Statement)), *own, *problems]
    yield from (item for item in said if not isinstance(item, Statement))
    told = tuple(item for item in said if isinstance(item, Statement))
    if told:
        begin = main.span if isinstance(main, Located) else next((field.key.span for field in main.fields), told[0].text.span)
        yield TalkBlock(told, begin)


def _talk(value: Located[str] | Fields, language: str | None) -> Iterator[Statement | Problem]:
    """A talk's statements: its ``title`` is the talk's."""
    if isinstance(value, Located):
        yield Statement(Fact.TALK_TITLE, value, Origin.FRONT_MATTER, language=language)
        return
    for said in read_params(value):
        if isinstance(said, Problem):
            yield said
        else:
            fact = Fact.TALK_TITLE if said.fact is Fact.TITLE else said.fact
            yield replace(said, fact=fact, language=said.language or language)
