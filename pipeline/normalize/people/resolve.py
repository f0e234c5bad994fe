"""mentions → people: who, of all whom the pages name, is the same person; each gets an id, and the facts their mentions state.

The rules, of which the first that speaks decides:

1.  A name that ``program.toml`` lists under ``[[people]]``, as a name or an alias, is that person's, unless an institute speaks against it.
2.  Two institutes that can't be one, or two Chinese names, make two people.
3.  Names that are the same but for case, titles, dots, hyphens and spaces are one person's.
4.  Where a biography begins with a Chinese name whose pinyin is the name it stands under, or the page gives a name in Chinese too, both
    names are one person's.

What else looks like one person is not joined, but offered (``doubts.py``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.diagnostics import Problem
from pipeline.diagnostics.people import NameSpeltTwoWays, NameWithTwoInstitutes
from pipeline.model import Person
from pipeline.normalize.people.doubts import doubts
from pipeline.normalize.people.names import bare, identity, is_han, sort_key
from pipeline.normalize.people.somebody import Mention, Somebody, together
from pipeline.slugs import distinct, slug
from pipeline.source import Span

__all__ = ["Mention", "People", "resolve_people"]

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


def resolve_people(mentions: Iterable[Mention], known: Sequence[Person] = (), *, calendar: bool = True) -> People:
    """The people of some mentions, whatever the mentions' order. ``known`` are those that the configuration lists.

    ``calendar`` says whether there are feeds of the sessions of all others.

    Reports name-with-two-institutes, name-spelt-two-ways, and what ``doubts`` reports.
    """
    by_name: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.span, mention.name, mention.affiliation or "")):
        by_name.setdefault(identity(mention.name), []).append(mention)
    bearers = {name: [_listed(one, known) for one in _bearers(named)] for name, named in sorted(by_name.items())}
    everybody = _joined([one for all_of_them in bearers.values() for one in all_of_them])
    shared = {name for name, all_of_them in bearers.items() if len(all_of_them) > 1}
    ids = distinct({one: _wanted_id(one, shared) for one in everybody})
    people = [_person(one, ids[one], calendar=calendar) for one in everybody]
    return People(
        tuple(sorted(people, key=lambda person: (person.sort_key, person.name, person.id))),
        (
            *(problem for all_of_them in bearers.values() for problem in _two_institutes(all_of_them)),
            *(problem for one in everybody for problem in _spellings(one)),
            *doubts(everybody),
        ),
        {_key(mention): id_ for one, id_ in ids.items() for mention in one.mentions},
    )


def _key(mention: Mention) -> _Key:
    return mention.name, mention.affiliation, mention.span


def _bearers(mentions: Sequence[Mention]) -> list[Somebody]:
    """The mentions of one name, by person. One without institute is of the only bearer, or of the only one its page names."""
    people: list[Somebody] = []
    for mention in mentions:
        if mention.affiliation is not None:
            one = Somebody((mention,))
            same = [person for person in people if person.can_be(one)]
            # A third institute can show that two are one; but nobody has two Chinese names.
            same = same if all(a.han is None or b.han is None or a.han == b.han for a in same for b in same) else same[:1]
            people = [*(person for person in people if person not in same), together((*same, one))]
    known, nobody = list(people), list[Mention]()
    for mention in mentions:
        if mention.affiliation is None:
            at = _bearer(mention, known)
            if at is None:
                nobody.append(mention)
            else:
                people[at] = together((people[at], Somebody((mention,))))
    return sorted((*people, *_by_chinese_name(nobody)), key=lambda person: person.mentions[0].span)


def _bearer(mention: Mention, known: Sequence[Somebody]) -> int | None:
    """Which of some people of a name a mention without institute is of; ``None`` where that can't be told."""
    fitting = [at for at, person in enumerate(known) if person.can_be(Somebody((mention,)))]
    told = [at for at in fitting if mention.han and known[at].han == mention.han]
    here = [at for at in fitting if any(other.span.path == mention.span.path for other in known[at].mentions)]
    return next((found[0] for found in (told, fitting, here) if len(found) == 1), None)


def _by_chinese_name(mentions: Sequence[Mention]) -> Iterable[Somebody]:
    """Mentions of one name without any institute: one person's, unless biographies state several Chinese names."""
    names = dict.fromkeys(mention.han for mention in mentions if mention.han)
    if len(names) > 1:
        yield from (Somebody(tuple(mention for mention in mentions if mention.han == name)) for name in names)
        mentions = [mention for mention in mentions if mention.han is None]
    if mentions:
        yield Somebody(tuple(mentions))


def _listed(one: Somebody, known: Sequence[Person]) -> Somebody:
    """Rule 1: somebody as the configuration knows them; where it lists two of the name, the one whose institute fits."""
    names = {identity(name) for name in one.names}
    fitting = [person for person in known if names & {identity(name) for name in (person.name, *person.aliases)}]
    fitting = [person for person in fitting if _fits(person, one)]
    return Somebody(one.mentions, fitting[0]) if len(fitting) == 1 else one


def _fits(person: Person, one: Somebody) -> bool:
    stated = Somebody((Mention(person.name, person.affiliation, None, None, Span("")),))
    return stated.can_be(Somebody(one.mentions))


def _joined(everybody: Sequence[Somebody]) -> list[Somebody]:
    """Rules 1 and 4: the same person of the configuration, or the same Chinese name by a biography, joins bearers of different names."""
    listed: dict[Person, list[Somebody]] = {}
    for one in everybody:
        if one.known:
            listed.setdefault(one.known, []).append(one)
    joined: list[Somebody] = []
    by_han: dict[str, list[int]] = {}
    for one in (*map(together, listed.values()), *(one for one in everybody if one.known is None)):
        namesakes = by_han.setdefault(identity(one.han), []) if one.han else []
        same = next((at for at in namesakes if _by_biography(one, joined[at]) and one.can_be(joined[at])), None)
        if same is None:
            namesakes.append(len(joined))
            joined.append(one)
        else:
            joined[same] = together((joined[same], one))
    return sorted(joined, key=lambda person: (person.mentions[0].span, person.name))


def _by_biography(one: Somebody, other: Somebody) -> bool:
    """Whether a biography has told one of the names, and the configuration does not tell two people."""
    return not (one.known and other.known) and any(mention.han for each in (one, other) for mention in each.mentions)


def _wanted_id(one: Somebody, shared: set[str]) -> str:
    """The name as a slug, with the institute where several people have the name, so that no id depends on the order of the pages."""
    if one.known and one.known.id:
        return slug(one.known.id, "person")
    alone = identity(one.name) not in shared or not one.affiliation
    return slug(bare(one.name) if alone else f"{bare(one.name)} {one.affiliation}", "person")


def _person(one: Somebody, id_: str, *, calendar: bool) -> Person:
    photos = [mention.photo for mention in one.mentions if mention.photo]
    url = next((mention.url for mention in one.mentions if mention.url), None)
    return Person(
        id=id_,
        name=one.name,
        aliases=tuple(name for name in one.names if name != one.name),
        affiliation=one.affiliation,
        photo=next((photo for photo in photos if photo.data), photos[0] if photos else None),
        url=(one.known.url if one.known else None) or url,
        sort_key=(one.known.sort_key if one.known else "") or sort_key(one.name),
        translations=one.translations,
        calendar=one.known.calendar if one.known else calendar,
        token=one.known.token if one.known else None,
    )


def _two_institutes(bearers: Sequence[Somebody]) -> Iterable[Problem]:
    """Rule 2, told, unless the configuration lists them."""
    stated = [next((mention for mention in one.mentions if mention.affiliation), None) for one in bearers]
    for one, mention in list(zip(bearers, stated, strict=True))[1:]:
        first = stated[0]
        if first and mention and not (one.known and bearers[0].known):
            at = mention.affiliation_at or mention.span
            yield NameWithTwoInstitutes(at, mention.name, mention.affiliation or "", first.affiliation or "", first.span)


def _spellings(one: Somebody) -> Iterable[Problem]:
    usual = bare(one.name)
    listed = {bare(name) for name in (one.known.name, *one.known.aliases)} if one.known else set()
    for name in dict.fromkeys(bare(mention.name) for mention in one.mentions):
        if name != usual and name not in listed and is_han(name) == is_han(usual):
            span = next(mention.span for mention in one.mentions if bare(mention.name) == name)
            yield NameSpeltTwoWays(span, name, usual, one.span)
