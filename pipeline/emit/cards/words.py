"""The program's own words on a page: each set in its language, with its formulas, and names in short."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial

from markupsafe import Markup

from pipeline.emit.formulas import mathml
from pipeline.emit.typography import Languages, full_tag, language_of, source_of_formula, typeset, typeset_html
from pipeline.model import Event, Person, RichText, Session, Talk, TextPage

#: What has a title.
Titled = Session | Talk | Event | TextPage


@dataclass(frozen=True, slots=True)
class Title:
    """A title, and the language it is in (BCP 47); empty where its letters tell."""

    text: str
    language: str


def formula(tex: str) -> str:
    """A formula as MathML; its source where it cannot be read."""
    return mathml(tex) or source_of_formula(tex)


@dataclass(frozen=True)
class Setting:
    """Sets texts for the pages of all languages; a long text, which says its language itself, is set once for all of them.

    Which language a text is in, and in which of several it is shown, is decided here and nowhere else.
    """

    _prose: dict[RichText, Markup] = field(default_factory=dict)

    def filters(self, languages: Languages) -> dict[str, Callable[..., object]]:
        """The filters of the pages whose interface is in ``languages.main``."""
        # Names and titles come again and again.
        typeset_here = cache(partial(typeset, languages=languages, formula=formula))
        set_title = cache(partial(_set_title, languages=languages))
        return {
            "typeset": typeset_here,
            "title": lambda entry: set_title(titles(entry, languages)[0]),
            "other_titles": lambda entry: [(one.language, set_title(one)) for one in titles(entry, languages)[1:]],
            "told": partial(told, languages=languages),
            "prose": partial(self._set, languages=languages),
        }

    def _set(self, text: RichText, languages: Languages) -> Markup:
        if text not in self._prose:
            own = full_tag(text.language or "") or language_of(text.plain, languages)
            words = typeset_html(text.html, languages.within(own), formula)
            self._prose[text] = Markup('<div class="prose" lang="{}">{}</div>').format(own, words)
        return self._prose[text]


def titles(entry: Titled, languages: Languages) -> tuple[Title, ...]:
    """The titles of an entry, each once: that in the language of the page first, else the entry's own."""
    if not isinstance(entry, (Session, Talk)):
        return (Title(entry.title or "", ""),)
    own = Title(entry.title or "", full_tag(entry.language or ""))
    others = [Title(one.title or "", full_tag(one.language)) for one in entry.other_titles]
    here = [one for one in others if one.language == languages.main and own.language != languages.main]
    return (*here, own, *(one for one in others if one not in here))


def _set_title(title: Title, languages: Languages) -> Markup:
    return typeset(title.text, languages.of_text(title.language or None), formula)


def told(entry: Session | Talk, name: str, languages: Languages) -> tuple[RichText, ...]:
    """An abstract or a biography (``name``) in each language that has it, that of the page first."""
    every = [getattr(part, name) for part in (entry, *entry.translations)]
    return tuple(sorted(filter(None, every), key=lambda text: full_tag(text.language or "") != languages.main))


def announced_in(entry: Session | Talk, languages: Languages) -> str:
    """The language that a session or talk is announced in."""
    return full_tag(entry.language or "") or language_of(entry.title or "", languages)


def initials(name: str) -> str:
    """One or two letters to draw where there is no photo: a Chinese name's first character, else of the first and last word."""
    words = [word for part in name.split() if (word := "".join(filter(str.isalnum, part)))]
    if not words:
        return "?"
    if language_of(words[0]) != "en" or len(words) == 1:
        return words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


def letter(person: Person) -> str:
    """The letter of the alphabet a person is listed under, Chinese names by pinyin; ``#`` where there is none."""
    first = person.sort_key[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def other_name(person: Person) -> str | None:
    """A person's name in the other script, Han or Latin, or in another language, where the program gives one."""
    own = language_of(person.name)
    names = [*(one.name for one in person.translations if one.name and one.name != person.name), *person.aliases]
    return next((name for name in names if language_of(name) != own), None)
