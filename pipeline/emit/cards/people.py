"""Everybody from A to Z, and a page for each."""

from collections.abc import Iterator
from itertools import groupby

from pipeline.emit.cards import linked_data
from pipeline.emit.cards.page import Page
from pipeline.emit.cards.site import Site
from pipeline.emit.cards.words import letter


def pages(site: Site) -> Iterator[Page]:
    """``people.html`` and ``people/<id>.html``; none where nobody is named."""
    people = site.program.people
    if not people:
        return
    letters = [(name, tuple(group)) for name, group in groupby(people, key=letter)]
    yield Page("people.html", "people.html", linked_data.of_page(site, "People", ""), {"letters": letters}, listed=True)
    for person in people:
        facts = {"person": person, "lines": site.guide.appearances[person.id]}
        yield Page(f"people/{person.id}.html", "person.html", linked_data.of_person(site, person), facts)
