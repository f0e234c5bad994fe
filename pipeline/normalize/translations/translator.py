"""A session's or a talk's facts in other languages, gathered while it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.diagnostics import Problem
from pipeline.model import Fact, Finding, RichText, Statement, Translation
from pipeline.normalize.evidence import folded
from pipeline.normalize.text.rich import rich_text
from pipeline.normalize.translations.language import language_of
from pipeline.normalize.translations.renderings import renderings

_PLAIN = {
    Fact.TITLE: "title", Fact.TALK_TITLE: "title", Fact.TAG: "tag", Fact.TRACK: "track", Fact.VENUE: "venue_text",
}  # fmt: skip
_RICH = {Fact.ABSTRACT: "abstract", Fact.BIOGRAPHY: "biography"}


class Translator:
    """Gathers them. ``languages`` are those that page and event are said to be in, the likeliest first; ``language`` is the title's."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Begin with nothing."""
        self.languages = languages
        self.language: str | None = None
        self._plain: dict[str, dict[str, str]] = {}
        self._rich: dict[str, dict[str, RichText]] = {}

    def add(self, statements: Iterable[Statement], best: Statement) -> tuple[list[Finding], tuple[Problem, ...]]:
        """Take in a fact by its statements and the one that is believed; what was found, and what ``renderings`` reports."""
        if best.fact not in _PLAIN and best.fact not in _RICH:
            return [], ()
        found = renderings((said for said in statements if said.fact is best.fact), best, self.languages)
        name = _PLAIN.get(best.fact) or _RICH[best.fact]
        for one in found.others:
            if best.fact in _PLAIN:
                self._plain.setdefault(one.language, {}).setdefault(name, folded(one.text).value)
            elif text := rich_text(one.text.value, one.markup):
                self._rich.setdefault(one.language, {}).setdefault(name, replace(text, language=one.language))
        if name == "title":
            self.language = found.language
        fact = "title" if name == "title" else best.fact.value
        findings = [Finding(fact, folded(one.text).value, found.rule, (one.text,), language=one.language) for one in found.others]
        return findings, found.problems

    def title_of(self, translations: Iterable[Translation], language: str | None) -> None:
        """Take over the title of something else, with its translations."""
        self.language = language
        for one in translations:
            if one.title:
                self._plain.setdefault(one.language, {}).setdefault("title", one.title)

    def rich(self, said: Statement) -> RichText | None:
        """A text, which knows its language."""
        text = rich_text(said.text.value, said.markup)
        return text and replace(text, language=said.language or language_of(text.plain, self.languages))

    @property
    def translations(self) -> tuple[Translation, ...]:
        """What was gathered, in the order of the tags."""
        return tuple(self._translation(tag) for tag in sorted({*self._plain, *self._rich}))

    def _translation(self, tag: str) -> Translation:
        plain, rich = self._plain.get(tag, {}), self._rich.get(tag, {})
        return Translation(
            tag,
            title=plain.get("title"),
            tag=plain.get("tag"),
            track=plain.get("track"),
            venue_text=plain.get("venue_text"),
            abstract=rich.get("abstract"),
            biography=rich.get("biography"),
        )
