"""The names that ``program.toml`` lists for badges → the people of the program who bear them."""

import difflib
from collections.abc import Sequence

from pipeline.diagnostics import Problem
from pipeline.diagnostics.configuration import UnknownBearer
from pipeline.model import Person
from pipeline.source import Located


def bearers(listed: Sequence[Located[str]], people: Sequence[Person]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The ids of the people, each once, in the order of the list. Reports unknown-bearer."""
    ids = {_folded(name): person.id for person in reversed(people) for name in _names(person)}
    spelt = {_folded(name): name for person in people for name in _names(person)}
    found: list[str] = []
    problems: list[Problem] = []
    for name in listed:
        folded = _folded(name.value)
        if folded in ids:
            found.append(ids[folded])
        else:
            near = difflib.get_close_matches(folded, sorted(spelt), n=1)
            problems.append(UnknownBearer(name.span, name.value, spelt[near[0]] if near else None))
    return tuple(dict.fromkeys(found)), tuple(problems)


def _names(person: Person) -> tuple[str, ...]:
    return (person.name, *person.aliases, *(one.name for one in person.translations if one.name))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
