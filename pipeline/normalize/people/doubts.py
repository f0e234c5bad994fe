"""people → what is doubtful about them: who may be one person with another, which names and institutes are probably slips.

Nothing here changes a fact: each doubt is reported with both places, and the organisers decide.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.diagnostics import Problem
from pipeline.diagnostics.people import (
    BiographyOfAnother,
    NameInCapitals,
    NameMayBeMisspelt,
    NameMayBeOnePerson,
    TwoSpellingsOfAnInstitute,
)
from pipeline.diagnostics.text import PhotoNamedAfterAnother, PhotoOfTwoPeople
from pipeline.normalize.people.affiliations import institutes_in, may_be_slips, mended
from pipeline.normalize.people.kinship import Kinship, akin, kinship
from pipeline.normalize.people.names import bare, identity, is_han, is_shouted
from pipeline.normalize.people.photos import photo_doubts
from pipeline.normalize.people.pinyin import Spelling, in_pinyin, spelling
from pipeline.normalize.people.somebody import Mention, Somebody
from pipeline.source import Located, Span

_FEW = 10
_Kin = NameMayBeOnePerson | NameMayBeMisspelt


def doubts(everybody: Sequence[Somebody]) -> tuple[Problem, ...]:
    """The doubts about all the people of a program, in the order of their places.

    Reports name-may-be-one-person, name-may-be-misspelt, biography-of-another, name-in-capitals, two-spellings-of-an-institute,
    and what ``photo_doubts`` reports.
    """
    kin = tuple(_kin(everybody))
    mentions = sorted((mention for one in everybody for mention in one.mentions), key=lambda mention: (mention.span, mention.name))
    return (
        *kin,
        *(doubt for doubt in (*_biographies(everybody), *photo_doubts(everybody)) if not _of_kin(doubt, kin)),
        *_capitals(mentions),
        *_institutes(mentions),
    )


def _of_kin(doubt: BiographyOfAnother | PhotoOfTwoPeople | PhotoNamedAfterAnother, kin: Sequence[_Kin]) -> bool:
    """Whether a doubt is between two names that may be one person's, so that it follows from that one."""
    names = {doubt.name, doubt.about if isinstance(doubt, BiographyOfAnother) else doubt.other}
    return any(names == {one.name, one.other} for one in kin)


def _kin(everybody: Sequence[Somebody]) -> Iterator[_Kin]:
    """Pairs of names that may be one: offered where they spell the same name, reported as a slip where they almost do."""
    found = {Kinship.ONE: list[tuple[Somebody, Somebody]](), Kinship.SLIP: list[tuple[Somebody, Somebody]]()}
    for one, other in akin(everybody):
        kin = kinship(one, other)
        if kin is not None:
            found[kin].append(_rarer_first(one, other))
    offers = Counter(one for pair in found[Kinship.ONE] for one in pair)
    for one, other in found[Kinship.ONE]:
        # What may be either of two says nothing of any.
        if offers[one] == offers[other] == 1:
            yield NameMayBeOnePerson(one.span, one.bare, other.bare, other.span)
    for one, other in found[Kinship.SLIP]:
        yield NameMayBeMisspelt(one.span, one.bare, other.bare, other.span)


def _rarer_first(one: Somebody, other: Somebody) -> tuple[Somebody, Somebody]:
    """The one that is named less often, on a tie the one of whom less is stated, then the later one."""

    def weight(each: Somebody) -> tuple[int, int]:
        return len(each.mentions), sum(len(mention.affiliation or "") for mention in each.mentions)

    return (one, other) if (weight(one), other.span) < (weight(other), one.span) else (other, one)


def _biographies(everybody: Sequence[Somebody]) -> Iterator[BiographyOfAnother]:
    """Biographies that begin with another name than the one they stand under, unless the configuration lists it as an alias."""
    named = {identity(name) for one in everybody for name in one.names}
    for one in everybody:
        own = {identity(name) for name in one.names}
        for mention in one.mentions:
            about, name = mention.about, bare(mention.name)
            if about is None or identity(about.value) in own:
                continue
            if is_han(about.value) and any(spelling(bare(each), about.value) is Spelling.SAME for each in one.names):
                continue
            if _is_of_another(about, mention, named):
                reading = in_pinyin(about.value) if is_han(about.value) and not is_han(name) else None
                yield BiographyOfAnother(mention.span, name, about.value, reading, about.span)


def _is_of_another(about: Located[str], mention: Mention, named: set[str]) -> bool:
    """Whether it is pinyin of another name, somebody else's name in the program, or almost the same name."""
    name = bare(mention.name)
    if is_han(about.value) != is_han(name):
        latin, han = (name, about.value) if is_han(about.value) else (about.value, name)
        return spelling(latin, han) is Spelling.OTHER
    in_common = set(map(identity, about.value.split())) & set(map(identity, name.split()))
    other = Mention(about.value, None, None, None, about.span)
    return (identity(about.value) in named and not in_common) or kinship(Somebody((mention,)), Somebody((other,))) is Kinship.SLIP


def _capitals(mentions: Sequence[Mention]) -> Iterator[Problem]:
    """A family name in capitals where hardly any other is."""
    names = {bare(mention.name): mention for mention in reversed(mentions) if not is_han(bare(mention.name))}
    shouted = sorted((mention.span, name) for name, mention in names.items() if is_shouted(name))
    if len(shouted) * _FEW <= len(names):
        for span, name in shouted:
            yield NameInCapitals(span, name)


def _institutes(mentions: Sequence[Mention]) -> Iterator[Problem]:
    """Institutes that are probably one in two spellings: told once, where the rarer one is first stated."""
    places: dict[str, list[Span]] = {}
    for mention in mentions:
        for institute in institutes_in(mention.affiliation or ""):
            places.setdefault(institute, []).append(mention.affiliation_at or mention.span)
    for one, other in _alike(tuple(places)):
        if may_be_slips(one, other):
            rare, usual = sorted((one, other), key=lambda name: (len(places[name]), [-len(places[name]), places[name][0]], name))
            if len(places[one]) == len(places[other]):
                usual, rare = sorted((one, other), key=lambda name: (places[name][0], name))
            yield TwoSpellingsOfAnInstitute(places[rare][0], rare, usual, places[usual][0])


def _alike(institutes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs worth a look: those with the same letters once slips are mended."""
    buckets: dict[str, list[str]] = {}
    for institute in institutes:
        buckets.setdefault(mended(institute), []).append(institute)
    for bucket in buckets.values():
        yield from combinations(bucket, 2)
