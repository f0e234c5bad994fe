"""How two names, numbers or parts of places relate."""

from enum import Enum


class Relation(Enum):
    """From one to the other. ``LESS``: the first is in the second; ``MORE``: the other way round."""

    EQUAL = "equal"
    LOOSE = "written in another way"
    SLIP = "probably a slip of the pen"
    MAYBE = "perhaps a translation or another name"
    LESS = "inside"
    MORE = "around"
    UNSURE = "not to be told"
    DIFFERENT = "another"

    @property
    def mirrored(self) -> "Relation":
        """The relation from the other to the one."""
        return {Relation.LESS: Relation.MORE, Relation.MORE: Relation.LESS}.get(self, self)


_WORST_FIRST = (
    Relation.DIFFERENT,
    Relation.UNSURE,
    Relation.LESS,
    Relation.MORE,
    Relation.MAYBE,
    Relation.SLIP,
    Relation.LOOSE,
    Relation.EQUAL,
)


def worst(*relations: Relation) -> Relation:
    """The relation of two wholes whose pieces have these. What is inside one way and around the other is not to be told."""
    if Relation.LESS in relations and Relation.MORE in relations and Relation.DIFFERENT not in relations:
        return Relation.UNSURE
    return min(relations, key=_WORST_FIRST.index, default=Relation.EQUAL)
