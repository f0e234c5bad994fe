"""The guide in one language: a tree of pages. The main language's stands at the root, another one's in a folder beside it.

Pages of all trees have the same paths below their tree, so that one can change the language of any page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.emit.cards.addresses import absolute, is_web
from pipeline.emit.cards.guide import Guide
from pipeline.emit.typography import Languages, date_in_words
from pipeline.model import Event, Program

#: The languages of the interface by their BCP 47 tags, each with the name of its folder and what it calls itself.
_SPOKEN = {"en": ("en/", "English"), "zh-Hans": ("zh/", "中文")}


@dataclass(frozen=True, slots=True)
class Tree:
    """Where the pages of a language are, below the output folder, and what the language calls itself."""

    language: str
    folder: str
    name: str


@dataclass(frozen=True)
class Site:
    """The pages of one language. ``trees`` are those of all languages, this one's included."""

    guide: Guide
    tree: Tree
    trees: tuple[Tree, ...]
    languages: Languages

    @property
    def program(self) -> Program:
        """The facts."""
        return self.guide.program

    @property
    def event(self) -> Event:
        """The conference."""
        return self.program.event

    @cached_property
    def day_words(self) -> Mapping[date, str]:
        """The program's days in words."""
        return {day.date: date_in_words(day.date, self.tree.language) for day in self.guide.days if day.date}

    @cached_property
    def base(self) -> str | None:
        """The address of the output folder, ending in ``/``, where the event's own address is known."""
        return f"{self.event.url.rstrip('/')}/" if is_web(self.event.url) and self.event.url else None

    @cached_property
    def calendar(self) -> str:
        """The folder of the calendar feeds in this language, as far as there are such; of those as pages are written otherwise."""
        return "calendar/" if self.tree.folder == "" else self.guide.calendars.get(self.tree.language, "calendar/")

    @cached_property
    def feed(self) -> str | None:
        """The feed's full address, where the event's own address is known."""
        return self.address(f"{self.calendar}all.ics")

    def address(self, path: str) -> str | None:
        """The full address of a published file, where the event's own address is known."""
        return self.base + path if self.base else None

    def link(self, address: str | None) -> str | None:
        """An address an author wrote, made absolute by the event's own; ``None`` unless it leads to the web."""
        return absolute(self.base, address)


def sites(guide: Guide) -> tuple[Site, ...]:
    """A site for each language of the event that the interface speaks, the main one first; English where it speaks none of them."""
    spoken = Languages.of(guide.event.languages)
    tags = tuple(dict.fromkeys(_interface(tag) for tag in guide.event.languages or ("en",)))
    trees = tuple(_tree(tag, main=tag == tags[0]) for tag in tags)
    return tuple(Site(guide, tree, trees, spoken.within(tree.language)) for tree in trees)


def _interface(tag: str) -> str:
    """The interface's language for one of the event's."""
    return "zh-Hans" if tag.lower().startswith("zh") else "en"


def _tree(tag: str, *, main: bool) -> Tree:
    folder, name = _SPOKEN[tag]
    return Tree(tag, "" if main else folder, name)


def others(trees: Sequence[Tree], tree: Tree) -> tuple[Tree, ...]:
    """The trees beside one."""
    return tuple(other for other in trees if other != tree)
