"""The program's own words on a page: each set in its language, with its formulas, and names in short."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial

from markupsafe import Markup

from pipeline.emit.cards.formulas import mathml
from pipeline.emit.typography import Languages, language_of, source_of_formula, typeset, typeset_html
from pipeline.model import Person, RichText, Session, Talk


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
        return {
            "typeset": typeset_here,
            "title": lambda entry: typeset_here(entry.title),
            "prose": partial(self._set, languages=languages),
        }

    def _set(self, text: RichText, languages: Languages) -> Markup:
        if text not in self._prose:
            own = language_of(text.plain, languages)
            words = typeset_html(text.html, languages.within(own), formula)
            self._prose[text] = Markup('<div class="prose" lang="{}">{}</div>').format(own, words)
        return self._prose[text]


def announced_in(entry: Session | Talk, languages: Languages) -> str:
    """The language that a session or talk is announced in."""
    return language_of(entry.title or "", languages)


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
    """A person's name in the other script, Han or Latin, where the program gives one."""
    own = language_of(person.name)
    return next((alias for alias in person.aliases if language_of(alias) != own), None)
