"""Slips that only the whole program shows: texts and identities of others."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.planting import Mutation, Page, Slip, added, each_line, mutation


def _moved_onto_another(page: Page) -> Iterator[Slip]:
    """A whole session an hour or more later, into another one in its hall."""
    for number, line in enumerate(page.lines, 1):
        for day in (15, 16, 17):
            if (found := re.match(r"^date: 2026-10-(\d\d)", line)) and page.clashes(days=day - int(found[1])) == ["double-booking"]:
                yield Slip(page.path, number, (f"date: 2026-10-{day}",), at=_line(page, ("venue: ", "location: ")))


def _not_the_opening(page: Page) -> bool:
    return page.path != "sessions/opening.md"


def _line(page: Page, start: tuple[str, ...]) -> int:
    return next((number for number, line in enumerate(page.lines, 1) if line.startswith(start)), 0)


def _abstract_of_the_talk_before(page: Page) -> Iterator[Slip]:
    """In a list of talks, the abstract of the talk before; both are lines under ``abstract: |``."""
    blocks: list[range] = []
    for number, line in enumerate(page.lines, 1):
        if line == "    abstract: |":
            end = next(
                at
                for at in range(number + 1, len(page.lines) + 1)
                if not page.lines[at - 1].startswith("      ") and page.lines[at - 1]
            )
            blocks.append(range(number + 1, end))
    for before, own in pairwise(blocks):
        yield Slip(page.path, own.start, page.lines[before.start - 1 : before.stop - 1], len(own))


MUTATIONS: tuple[Mutation, ...] = (
    mutation("identity of another page", added("^title:", "id: opening", where=_not_the_opening), "duplicate-identity"),
    mutation(
        "title of another talk",
        each_line("^  - title: .*(?<!Software)$", "  - title: A Datum for Software", where=_not_the_opening),
        "copied-text",
    ),
    mutation(
        "title of another talk in a card",
        each_line(r"(<div class=\"title\">Title: ).*(</div>)", r"\1A Datum for Software\2"),
        "copied-text",
    ),
    mutation("abstract of the talk before", _abstract_of_the_talk_before, "copied-text"),
    mutation("day on which the hall is taken", _moved_onto_another, "double-booking"),
)
