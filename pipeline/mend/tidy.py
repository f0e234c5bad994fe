"""A messy page → the clean form that the README recommends, stating the same facts.

The new page is written from what was read, then read itself; it is only given where both readings are the same. Rules:

1.  A page that is clean already is left as it is.
2.  Lines of prose stay as they are where they are Markdown; HTML becomes Markdown.
3.  Fields of the front matter that are a theme's, or that a theme shares (``summary``, ``weight``, ``tags``), stay as they are.
4.  A placeholder becomes a comment in the front matter: a clean page holds no stand-ins for facts.
5.  What was not understood, or not believed, stays in a comment at the end of the page (``leftovers.py``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import dedent

from pipeline.config import Config
from pipeline.diagnostics import Problem, Severity
from pipeline.diagnostics.pages import Placeholder
from pipeline.extract.front_matter.read import read_front_matter
from pipeline.extract.site import Site, program_pages
from pipeline.mend.compiled import Compiled, compiled, same, with_pages
from pipeline.mend.form import Content, page_of, shapes
from pipeline.mend.kept import kept
from pipeline.mend.leftovers import comment
from pipeline.model import Draft, Fact, Origin, RichText
from pipeline.normalize.text.rich import rich_text
from pipeline.source import Located

_OF_PEOPLE = {Fact.AFFILIATION, Fact.PHOTO, Fact.URL}
_OF_TALKS = _OF_PEOPLE | {
    Fact.TALK_TITLE, Fact.DATE, Fact.START, Fact.END, Fact.HOST, Fact.SPEAKER, Fact.ABSTRACT, Fact.BIOGRAPHY, Fact.SLIDES, Fact.VIDEO,
}  # fmt: skip
#: What fields of these names may state beside the fact that they are called after.
_WITHIN = (
    ({"talks"}, _OF_TALKS),
    ({"speakers", "host", "chair", "organizer", "panelists"}, _OF_PEOPLE),
    ({"weight"}, {Fact.ORDER}),
    ({"description"}, {Fact.ABSTRACT}),
    ({"type"}, {Fact.KIND}),
)
_MARKUP = re.compile(r"</?[a-zA-Z!]|&#?\w+;")


@dataclass(frozen=True, slots=True)
class Tidied:
    """A page before and after, with line feeds; ``after`` is ``None``, and ``reason`` says why, where it cannot be rewritten."""

    path: str
    before: str
    after: str | None
    reason: str | None = None


def tidied(site: Site, config: Config, paths: Iterable[str]) -> tuple[Tidied, ...]:
    """The pages of a site under these paths, tidied. Those of which the program would no longer state the same are refused."""
    whole = compiled(site, config)
    pages = tuple(_tidy(site, config, whole, path) for path in paths)
    new = {page.path: page.after for page in pages if page.after is not None}
    if same(whole.program, compiled(with_pages(site, new), config).program):
        return pages
    return tuple(_held_against(whole, page, site, config) for page in pages)


def _held_against(whole: Compiled, page: Tidied, site: Site, config: Config) -> Tidied:
    """A page that changes the program is refused; each is tried alone."""
    if page.after is None or same(whole.program, compiled(with_pages(site, {page.path: page.after}), config).program):
        return page
    return replace(page, after=None, reason="the program would not state the same with it")


def _tidy(site: Site, config: Config, whole: Compiled, path: str) -> Tidied:
    source = next(page for page in site.pages if page.path == path)
    if any(problem.severity is Severity.ERROR and problem.span.path == path for problem in whole.problems):
        return Tidied(path, source.text, None, "it has errors; 'check' says which")
    # One page alone, with the conference's days as all pages tell them.
    config = replace(config, days=config.days or (whole.program.event.days if whole.program else ()))
    alone = replace(site, pages=(source,) if source in program_pages(site.pages, config.sessions)[0] else ())
    old = compiled(alone, config)
    draft = old.drafts.get(path)
    if draft is None or old.session(path) is None:
        return Tidied(path, source.text, None, "it is no page of the program, or one marked as a draft")
    if draft.entry:
        return Tidied(path, source.text, None, "it holds a timetable: each of its sessions would need a page of its own")
    if _is_clean(draft):
        return Tidied(path, source.text, source.text)
    if whole.session(path) is None:
        return Tidied(path, source.text, None, "it is the translation of another page, and states no session by itself")
    return _Tidier(alone, config, draft, old).page()


def _is_clean(draft: Draft) -> bool:
    """Rule 1: whether all fields have the names that we recommend, and the body is but an abstract in Markdown."""
    fields, _, _ = read_front_matter(draft.source)
    names = {field.key.value for field in fields.fields}
    in_body = [said for said in draft.said if said.origin is not Origin.FRONT_MATTER]
    abstract_alone = not in_body or [said.fact for said in in_body] == [Fact.ABSTRACT]
    return "title" in names and abstract_alone and {said.fact for said in draft.said if said not in in_body} <= _facts_of(names)


def _facts_of(names: set[str]) -> set[Fact]:
    """The facts that clean fields of these names may state."""
    found = {fact for fact in Fact if fact.value in names or f"{fact.value}s" in names or fact is Fact.LANGUAGE}
    for telling, facts in _WITHIN:
        found |= facts if names & telling else set()
    return found


class _Tidier:
    """Writes one page anew, trying its layouts until one states the same."""

    def __init__(self, site: Site, config: Config, draft: Draft, old: Compiled) -> None:
        self.site = site
        self.config = config
        self.draft = draft
        self.path = draft.path
        self.old = old

    def page(self) -> Tidied:
        before = self.draft.source.text
        fields = kept(self.draft.source)
        session = self.old.session(self.path)
        if fields.reason or session is None or self.old.program is None:
            return Tidied(self.path, before, None, fields.reason or "it states no session by itself")
        people = self.old.program.person_of
        content = Content(session, people, self.words, fields.lines, fields.names, self.pending())
        for shape in shapes(session):
            text = page_of(content, shape)
            new = self.compiled(text)
            if self.is_same(new):
                return Tidied(self.path, before, text + comment(self.draft, fields.body, text, self.old.problems, new.problems))
        return Tidied(self.path, before, None, "the clean form cannot state all that it states")

    def compiled(self, text: str) -> Compiled:
        return compiled(with_pages(self.site, {self.path: text}), self.config)

    def is_same(self, new: Compiled) -> bool:
        return same(self.old.program, new.program)

    def words(self, text: RichText) -> str:
        """Rule 2: the author's own lines, where they are Markdown that says the same."""
        for words, markup in self.texts():
            if _is_text(words.value, markup, text):
                for own in self.own_lines(words.value if markup == "markdown" else None, words.span.line, words.span.end_line):
                    if not _MARKUP.search(own) and _is_text(own, "markdown", text):
                        return own
        return text.markdown

    def texts(self) -> Iterator[tuple[Located[str], str | None]]:
        """The page's abstracts and biographies in all languages, as they are written, with their markup."""
        for said in self.draft.said:
            if said.fact in (Fact.ABSTRACT, Fact.BIOGRAPHY):
                yield said.text, said.markup
                yield from ((one.text, one.markup) for one in said.others)

    def own_lines(self, value: str | None, first: int, last: int) -> Iterator[str]:
        if value is not None:
            yield value.strip("\n")
        yield dedent("\n".join(self.draft.source.text.split("\n")[first - 1 : last])).strip("\n")

    def pending(self) -> Mapping[int, Sequence[str]]:
        """Rule 4: comments for the page's placeholders, under the number of the talk that each stands in."""
        found: dict[int, list[str]] = {}
        for problem in self.old.problems:
            if isinstance(problem, Placeholder):
                found.setdefault(self.number(problem), []).append(f"# {problem.fact}: {_line(problem.text)}")
        return {number: list(dict.fromkeys(lines)) for number, lines in found.items()}

    def number(self, problem: Problem) -> int:
        for number, talk in enumerate(self.draft.talks, 1):
            for said in talk.statements:
                place = said.text.span
                if (place.line, place.column) <= (problem.span.line, problem.span.column) <= (place.end_line, place.end_column):
                    return number
        return 0


def _is_text(words: str, markup: str | None, text: RichText) -> bool:
    """Whether words are read as a text, in whichever language."""
    read = rich_text(words, markup)
    return read is not None and replace(read, language=text.language) == text


def _line(text: str) -> str:
    return " ".join(text.split())
