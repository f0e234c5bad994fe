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

from pipeline.extract.items import Item, TalkBlock
from pipeline.extract.params import TALKS, read_params
from pipeline.fields import Field, Fields, fold_key, items
from pipeline.model import Fact, Origin, Statement


def read_front_matter_items(fields: Fields) -> Iterator[Item]:
    """What a page's front matter states: the session's facts, then its talks."""
    yield from read_params(fields)
    lists = [field for field in fields.fields if fold_key(field.key.value) in TALKS and _holds_talks(field)]
    for value in items(lists[0].value) if lists else ():
        if isinstance(value, Fields):
            yield TalkBlock(tuple(_talk(value)), value.fields[0].key.span)
        else:
            yield TalkBlock((Statement(Fact.TALK_TITLE, value, Origin.FRONT_MATTER),), value.span)


def _holds_talks(field: Field) -> bool:
    """Whether a field is a list of talks: under a name that may be other things, one of mappings."""
    sure = fold_key(field.key.value) in ("talks", "presentations")
    return sure or (isinstance(field.value, tuple) and all(isinstance(value, Fields) for value in items(field.value)))


def _talk(fields: Fields) -> Iterator[Statement]:
    """A talk's statements: its ``title`` is the talk's."""
    for said in read_params(fields):
        fact = Fact.TALK_TITLE if said.fact is Fact.TITLE else said.fact
        yield Statement(fact, said.text, said.origin, said.markup, said.link)
