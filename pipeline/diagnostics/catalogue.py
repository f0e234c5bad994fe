"""All kinds of problems: the one list that explanations, reports and tests go by.

A kind is listed by standing in the module of its subject; a new subject is a module and its line in ``SUBJECTS``.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from inspect import getdoc
from types import ModuleType

from pipeline.diagnostics import (
    Problem,
    configuration,
    design,
    edition,
    languages,
    output,
    pages,
    people,
    program,
    text,
    times,
    venues,
    writing,
)

#: The subjects. Each has a hundred of codes, which are never used again for something else.
SUBJECTS: tuple[ModuleType, ...] = (
    pages,
    times,
    venues,
    program,
    output,
    configuration,
    people,
    text,
    edition,
    languages,
    writing,
    design,
)


def _kinds(subject: ModuleType) -> Iterator[type[Problem]]:
    """The kinds of problem that a module defines, sorted by code; shared bases have no code and are no kinds."""
    own = [thing for thing in vars(subject).values() if isinstance(thing, type) and thing.__module__ == subject.__name__]
    kinds = [thing for thing in own if issubclass(thing, Problem) and hasattr(thing, "code")]
    yield from sorted(kinds, key=lambda kind: kind.code)


#: Every kind of problem there is, by subject, then code.
KINDS: tuple[type[Problem], ...] = tuple(kind for subject in SUBJECTS for kind in _kinds(subject))


def find(name: str) -> type[Problem] | None:
    """The kind with that code (``T203``) or name (``weekday-date-mismatch``), in any letter case; ``None`` where there is none."""
    wanted = name.strip().casefold().replace("_", "-").replace(" ", "-")
    return next((kind for kind in KINDS if wanted in (kind.code.casefold(), kind.kind())), None)


def like(name: str) -> tuple[str, ...]:
    """At most three codes or names that somebody may have meant who wrote ``name``, the most likely one first."""
    known = {written.casefold(): written for kind in KINDS for written in (kind.kind(), kind.code)}
    return tuple(known[match] for match in get_close_matches(name.strip().casefold(), known, n=3, cutoff=0.6))


def summary(kind: type[Problem]) -> str:
    """What a kind of problem is, in one line."""
    return explanation(kind).partition("\n")[0]


def explanation(kind: type[Problem]) -> str:
    """What a kind of problem is and why it matters: its docstring, the first line a summary; code stands between single backquotes."""
    return (getdoc(kind) or "").replace("``", "`")
