"""Things → HTML, by the templates of ``templates/sheets/``."""

from collections.abc import Sequence
from itertools import count, repeat
from typing import Any

from markupsafe import Markup

from pipeline.emit.booklet.prose import printable
from pipeline.emit.booklet.words import Wording
from pipeline.emit.press.link.catalog import About
from pipeline.emit.sheets.lines import common_place
from pipeline.emit.sheets.printer import SCHEME
from pipeline.emit.templating import environment
from pipeline.emit.typography import typeset
from pipeline.model import Edition


class Writer:
    """Writes the sheets of an edition as HTML."""

    def __init__(self, edition: Edition, words: Wording) -> None:
        """Reads the templates."""
        self._edition, self._words = edition, words
        self._environment = environment("sheets")
        languages = words.languages

        def in_language(text: str, lang: str | None = None) -> Markup:
            return typeset(text, languages.of_text(lang).within(lang) if lang else languages)

        self._environment.filters["typeset"] = in_language
        published = edition.published.astimezone(edition.program.event.timezone).date()
        as_of = [words.say("edition", said.lang, date=said.text) for said in words.day(published)] if edition.dated else []
        self._given = {
            "place": common_place(edition.program),
            "event": edition.program.event,
            "words": words,
            "as_of": as_of,
            "scheme": SCHEME,
        }

    def __call__(self, kind: str, things: Sequence[Any], sizes: Sequence[float] = ()) -> str:
        """A sheet with some things of a kind, each under its number from 0 and in type of its size (points; 10 where none is given)."""
        sized = list(zip(count(), things, sizes or repeat(10.0)))
        return printable(self._environment.get_template(f"{kind}.html").render(**self._given, kind=kind, things=sized))

    def about(self, kind: str) -> About:
        """What a file of that kind says of itself."""
        title = f"{self._words.say(kind).text} · {self._edition.program.event.title}"
        time = self._edition.published if self._edition.dated else None
        return About(title, title, self._words.languages.main, time)
