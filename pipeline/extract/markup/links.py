"""Dialect: a line of links alone, whose words say what they lead to: ``[Slides](…) | [Video](…)``."""

import re

from pipeline.extract.label_words import fact_of
from pipeline.extract.labels import statement
from pipeline.extract.markup.tree import Element
from pipeline.model import Fact, Statement

_LEADS_TO = frozenset({Fact.SLIDES, Fact.VIDEO})
_NUMBER = re.compile(r"[\s\d]+\W*$")


def read(element: Element) -> list[Statement]:
    """The slides and recordings that a line of links leads to; nothing where it has other words, or leads to neither."""
    links = [inner for inner in element.elements() if inner.tag == "a" and inner.attributes.get("href")]
    rest = element.words().value
    for link in links:
        rest = rest.replace(link.words().value, "", 1)
    if any(map(str.isalpha, rest)):
        return []
    named = ((fact_of(_NUMBER.sub("", link.words().value)), link) for link in links)
    return [statement(fact, (link,), link) for fact, link in named if fact in _LEADS_TO]
