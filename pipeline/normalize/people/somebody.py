"""Who is named, before it is settled who is who: single mentions, and those that are taken for one person's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model import Image, Naming, Person
from pipeline.normalize.people.affiliations import can_be_one
from pipeline.normalize.people.names import bare, identity, is_han, parts
from pipeline.normalize.people.pinyin import Spelling, spelling
from pipeline.source import Located, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named on a page, with what the page states of them there.

    ``photo_at`` is where the page refers to the photo, ``affiliation_at`` where it states the institute in a line of its own; ``about`` the
    name that the biography beside the name begins with; ``namings`` are name and institute in each language, where the page gives them in several.
    """

    name: str
    affiliation: str | None
    photo: Image | None
    url: str | None
    span: Span
    photo_at: Span | None = None
    about: Located[str] | None = None
    affiliation_at: Span | None = None
    namings: tuple[Naming, ...] = ()

    @property
    def han(self) -> str | None:
        """The name in Chinese characters, where the page gives it, or the biography states it and its pinyin is the name.

        So is ``许志钦`` the name of ``Zhiqin Xu``.
        """
        given = next((one.name for one in self.namings if one.name and is_han(bare(one.name))), None)
        if given and not is_han(bare(self.name)):
            return bare(given)
        same = self.about and is_han(self.about.value) and spelling(bare(self.name), self.about.value) is Spelling.SAME
        return self.about.value if self.about and same and not is_han(bare(self.name)) else None


@dataclass(frozen=True)
class Somebody:
    """The mentions that are taken for one person's, in the order of their places. ``known`` is what the configuration says of them."""

    mentions: tuple[Mention, ...]
    known: Person | None = None

    @cached_property
    def name(self) -> str:
        """The configuration's spelling, else the one used most, on a tie the first."""
        return self.known.name if self.known else Counter(mention.name for mention in self.mentions).most_common(1)[0][0]

    @cached_property
    def bare(self) -> str:
        """The name without titles and degrees."""
        return bare(self.name)

    @cached_property
    def identity(self) -> str:
        """What is equal for two spellings of the name."""
        return identity(self.name)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The name's words, in lower case and without marks; hyphens join."""
        return tuple(identity(word).replace(" ", "") for word in self.bare.split())

    @cached_property
    def split(self) -> tuple[str, tuple[str, ...]]:
        """The family name and the given names' words, as ``words`` has them, but that the hyphens of initials part."""
        family, given = parts(self.bare)
        words, pieces = given.replace(".", " ").split(), given.replace(".", " ").replace("-", " ").split()
        initials = all(len(piece) == 1 for piece in pieces)
        return identity(family), tuple(identity(word).replace(" ", "") for word in (pieces if initials else words))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All spellings, those in other languages last."""
        known = (self.known.name, *self.known.aliases) if self.known else ()
        told = (mention.han for mention in self.mentions if mention.han)
        given = (one.name for one in self.translations if one.name)
        return tuple(dict.fromkeys((self.name, *known, *(mention.name for mention in self.mentions), *told, *given)))

    @cached_property
    def translations(self) -> tuple[Naming, ...]:
        """Name and institute in each language, where pages give them in several; in the order of the tags, of several the first."""
        found: dict[str, Naming] = {}
        for mention in self.mentions:
            for one in mention.namings:
                known = found.setdefault(one.language, one)
                found[one.language] = Naming(one.language, known.name or one.name, known.affiliation or one.affiliation)
        return tuple(found[tag] for tag in sorted(found))

    @cached_property
    def affiliation(self) -> str | None:
        """The configuration's institute, else the fullest one stated, on a tie the first."""
        stated = max((mention.affiliation for mention in self.mentions if mention.affiliation), key=len, default=None)
        return (self.known.affiliation if self.known else None) or stated

    @property
    def span(self) -> Span:
        """Where they are first named by their usual name, or else at all."""
        return next((mention.span for mention in self.mentions if mention.name == self.name), self.mentions[0].span)

    @cached_property
    def han(self) -> str | None:
        """Their name in Chinese characters, if it is known."""
        return next((bare(name) for name in self.names if is_han(bare(name))), None)

    def can_be(self, other: "Somebody") -> bool:
        """Whether nothing that is stated of the two speaks against their being one: no other institute, no other Chinese name."""
        ours = [mention.affiliation for mention in self.mentions if mention.affiliation]
        theirs = [mention.affiliation for mention in other.mentions if mention.affiliation]
        apart = self.han and other.han and identity(self.han) != identity(other.han)
        return not apart and (not ours or not theirs or any(can_be_one(one, two) for one in ours for two in theirs))


def together(everybody: Sequence[Somebody]) -> Somebody:
    """Several as one."""
    mentions = sorted(
        (mention for each in everybody for mention in each.mentions), key=lambda mention: (mention.span, mention.name)
    )
    return Somebody(tuple(mentions), next((each.known for each in everybody if each.known), None))
