"""mentions → people: who, of all whom the pages name, is the same person; each gets an id, and the facts their mentions state.

Two mentions are of one person where the names are the same but for case, titles, dots, hyphens and spaces, and nothing speaks
against it: two institutes that can't be one make two people. (Chinese and Latin spellings of one name are not joined.)
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.diagnostics import Problem
from pipeline.diagnostics.people import NameSpeltTwoWays, NameWithTwoInstitutes
from pipeline.model import Image, Person
from pipeline.normalize.affiliations import can_be_one
from pipeline.normalize.names import bare, identity, sort_key
from pipeline.normalize.slugs import distinct, slug
from pipeline.source import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named on a page, with what the page states of them there."""

    name: str
    affiliation: str | None
    photo: Image | None
    url: str | None
    span: Span


_Key = tuple[str, str | None, Span]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody whom the program names, in the order of an index."""

    people: tuple[Person, ...]
    problems: tuple[Problem, ...] = ()
    ids: Mapping[_Key, str] = field(default_factory=dict, repr=False)

    def id_of(self, mention: Mention) -> str:
        """The id of the person that is mentioned; the mention must be one of those these people were made of."""
        return self.ids[_key(mention)]


def resolve_people(mentions: Iterable[Mention]) -> People:
    """The people of some mentions, whatever the mentions' order. Reports name-with-two-institutes and name-spelt-two-ways."""
    by_name: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.span, mention.name, mention.affiliation or "")):
        by_name.setdefault(identity(mention.name), []).append(mention)
    bearers = {name: _bearers(named) for name, named in sorted(by_name.items())}
    wanted = {
        (name, number): _wanted_id(one, alone=len(all_of_them) == 1)
        for name, all_of_them in bearers.items()
        for number, one in enumerate(all_of_them)
    }
    ids = distinct(wanted)
    people = [_person(one, ids[name, number]) for name, all_of_them in bearers.items() for number, one in enumerate(all_of_them)]
    return People(
        tuple(sorted(people, key=lambda person: (person.sort_key, person.name, person.id))),
        tuple(problem for all_of_them in bearers.values() for problem in _problems(all_of_them)),
        {_key(mention): ids[name, number] for name, them in bearers.items() for number, one in enumerate(them) for mention in one},
    )


def _key(mention: Mention) -> _Key:
    return mention.name, mention.affiliation, mention.span


def _bearers(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of one name, by person. A mention without institute is of the only bearer, or of the only one its page names."""
    people: list[list[Mention]] = []
    for mention in mentions:
        if mention.affiliation is None:
            continue
        same = [person for person in people if any(can_be_one(mention.affiliation, other.affiliation or "") for other in person)]
        for person in same[1:]:
            same[0].extend(person)
            people.remove(person)
        if same:
            same[0].append(mention)
        else:
            people.append([mention])
    known = [list(person) for person in people]
    nobody: list[Mention] = []
    for mention in mentions:
        if mention.affiliation is None:
            here = [at for at, person in enumerate(known) if any(other.span.path == mention.span.path for other in person)]
            at = 0 if len(known) == 1 else here[0] if len(here) == 1 else None
            (nobody if at is None else people[at]).append(mention)
    return [sorted(person, key=lambda mention: mention.span) for person in (*people, *filter(None, (nobody,)))]


def _wanted_id(mentions: Sequence[Mention], *, alone: bool) -> str:
    """The name as a slug, with the institute where several people have the name, so that no id depends on the order of the pages."""
    name, affiliation = _name(mentions), _affiliation(mentions)
    return slug(bare(name) if alone or not affiliation else f"{bare(name)} {affiliation}", "person")


def _person(mentions: Sequence[Mention], id_: str) -> Person:
    name = _name(mentions)
    photos = [mention.photo for mention in mentions if mention.photo]
    return Person(
        id=id_,
        name=name,
        aliases=tuple(dict.fromkeys(mention.name for mention in mentions if mention.name != name)),
        affiliation=_affiliation(mentions),
        photo=next((photo for photo in photos if photo.data), photos[0] if photos else None),
        url=next((mention.url for mention in mentions if mention.url), None),
        sort_key=sort_key(name),
    )


def _name(mentions: Sequence[Mention]) -> str:
    """The spelling used most, on a tie the first."""
    return Counter(mention.name for mention in mentions).most_common(1)[0][0]


def _affiliation(mentions: Sequence[Mention]) -> str | None:
    """The fullest institute stated, on a tie the first."""
    return max((mention.affiliation for mention in mentions if mention.affiliation), key=len, default=None)


def _problems(bearers: Sequence[Sequence[Mention]]) -> Iterable[Problem]:
    stated = [next((mention for mention in person if mention.affiliation), None) for person in bearers]
    first = stated[0] if stated else None
    for other in stated[1:]:
        if first and other:
            yield NameWithTwoInstitutes(other.span, other.name, other.affiliation or "", first.affiliation or "", first.span)
    for person in bearers:
        usual = _name(person)
        at = next(mention.span for mention in person if mention.name == usual)
        for name in dict.fromkeys(bare(mention.name) for mention in person):
            if name != bare(usual):
                span = next(mention.span for mention in person if bare(mention.name) == name)
                yield NameSpeltTwoWays(span, name, bare(usual), at)
