"""Whether two people may be one under two names: the same name written otherwise, or a slip of the pen."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from pipeline.grammar.likeness import alike, is_slip
from pipeline.normalize.people.names import is_han
from pipeline.normalize.people.pinyin import Spelling, family_first, family_readings, is_pinyin, spelling
from pipeline.normalize.people.somebody import Somebody

_LONG = 6


class Kinship(StrEnum):
    """How two names can be one person's."""

    ONE = "one"  # 许志钦, Z. Xu, Xu Zhiqin, Zhi-Qin John Xu: the same name
    SLIP = "slip"  # Zhihua Zhang and Zhihuang Zhang: almost the same


def akin(everybody: Sequence[Somebody]) -> Iterator[tuple[Somebody, Somebody]]:
    """The pairs worth a look, each once: those whose names have a word in common, Chinese ones read as pinyin."""
    buckets: dict[str, list[int]] = {}
    for at, one in enumerate(everybody):
        for word in dict.fromkeys(family_readings(one.bare) if is_han(one.bare) else [word for word in one.words if len(word) > 1]):
            buckets.setdefault(word, []).append(at)
    pairs = dict.fromkeys(pair for bucket in buckets.values() for pair in combinations(bucket, 2))
    yield from ((everybody[one], everybody[other]) for one, other in sorted(pairs))


def kinship(one: Somebody, other: Somebody) -> Kinship | None:
    """Whether two who are taken for two people may be one; ``None`` where nothing says so, or their facts speak against it."""
    if (one.known and other.known) or one.identity == other.identity:
        return None
    kin = _kinship_of_names(one, other)
    return kin if kin and (one.can_be(other) or (is_han(one.bare) and is_han(other.bare))) else None


def _kinship_of_names(one: Somebody, other: Somebody) -> Kinship | None:
    name, also = one.bare, other.bare
    if is_han(name) != is_han(also):
        latin, han = (one, other) if is_han(also) else (other, one)
        return None if latin.han else Kinship.ONE if spelling(latin.bare, han.bare) in _SAME else None
    if is_han(name):
        return Kinship.SLIP if len(name) > len("孔明") and alike(name, also) and _colleagues(one, other) else None
    if _is_longer(one, other) or _is_longer(other, one) or _is_turned(one, other):
        return Kinship.ONE
    return Kinship.SLIP if _is_slip(one, other) and not _side_by_side(one, other) else None


_SAME = frozenset((Spelling.SAME, Spelling.SHORT))


def _is_longer(short: Somebody, long: Somebody) -> bool:
    """Whether one is the other with less of its given names: initials for names, or a middle name left out."""
    family, given = short.split
    whole_family, whole_given = long.split
    if family != whole_family or not given or len(given) > len(whole_given) or given == whole_given:
        return False
    if is_pinyin(short.bare) and is_pinyin(long.bare):
        return False  # Wei Li is no short form of Wei Ming Li: that is Weiming
    return all(
        mine == theirs or (len(mine) == 1 and theirs.startswith(mine)) for mine, theirs in zip(given, whole_given, strict=False)
    )


def _is_turned(one: Somebody, other: Somebody) -> bool:
    """Whether one name is the other with the family name first. Where both words are surnames (Wei Li), institutes must say so."""
    name, also = one.bare, other.bare
    words, others = one.words, other.words
    if len(words) < len(("family", "given")) or (words != (*others[1:], others[0]) and words != (others[-1], *others[:-1])):
        return False
    certain = family_first(name) or family_first(also) or not is_pinyin(name)
    return certain or (one.affiliation is not None and other.affiliation is not None)


def _is_slip(one: Somebody, other: Somebody) -> bool:
    """Whether one letter is another, too many, or two changed places, in one longer word; the other words are the same."""
    (family, given), (other_family, other_given) = one.split, other.split
    words, others = [family, *given], [other_family, *other_given]
    different = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if len(words) != len(others) or len(words) == 1 or len(different) != 1:
        return False
    # Short words are near each other. But what is no pinyin beside what is, at one institute, is hardly another colleague's name.
    garbled = is_pinyin(one.bare) != is_pinyin(other.bare) and _colleagues(one, other) and is_slip(*different[0])
    return garbled or _almost(*different[0])


def _colleagues(one: Somebody, other: Somebody) -> bool:
    return one.affiliation is not None and one.affiliation == other.affiliation


def _almost(one: str, other: str) -> bool:
    """Whether two longer words are one slip apart; a nasal at the end of a syllable (``hua``, ``huang``) is one."""
    short, long = sorted((one, other), key=len)
    nasal = any(long[:at] + long[at + 2 :] == short for at in range(len(long)) if long.startswith("ng", at))
    return len(short) >= _LONG and (is_slip(short, long) or nasal)


def _side_by_side(one: Somebody, other: Somebody) -> bool:
    """Whether a line names both: then they are meant to be two."""
    lines = {(mention.span.path, mention.span.line) for mention in one.mentions}
    return any((mention.span.path, mention.span.line) in lines for mention in other.mentions)
