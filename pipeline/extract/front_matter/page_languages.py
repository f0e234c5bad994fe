"""Drafts of pages in several languages → one draft for each session: ``rivers.zh.md`` beside ``rivers.md`` is its translation.

So Hugo has it (Translation by file name). The page without a language in its name is the session's; of pages that all have one, that in
the event's main language. Whatever the others state is weighed with what it states.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from pipeline.diagnostics import Problem
from pipeline.diagnostics.languages import UnpairedTranslation
from pipeline.extract.front_matter.attached import attached
from pipeline.grammar.languages import primary, tag_of
from pipeline.model import Draft, DraftTalk, Fact, Origin, Statement
from pipeline.source import Located, Span


def in_one(drafts: Sequence[Draft], languages: Sequence[str]) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The drafts, those of one session in several languages as one. ``languages`` are the event's, the main one first.

    Reports unpaired-translation where the pages have not as many talks, or timetables not as many sessions.
    """
    pages: dict[PurePosixPath, dict[str, list[Draft]]] = {}
    for draft in drafts:
        pages.setdefault(_base(draft.path), {}).setdefault(draft.path, []).append(draft)
    found: list[Draft] = []
    problems: list[Problem] = []
    for page in pages.values():
        main, *others = (page[path] for path in sorted(page, key=lambda path: _rank(path, languages)))
        whole = [_in_its_language(draft) for draft in main]
        for other in others:
            problems += _unpaired("session", _places(other), _places(whole))
            pairs = list(zip(whole, other, strict=True)) if len(whole) == len(other) else []
            joined = [_joined(one, two) for one, two in pairs]
            problems += (problem for _, more in joined for problem in more)
            whole = [draft for draft, _ in joined] or whole
        found += whole
    return tuple(found), tuple(problems)


def _places(drafts: Sequence[Draft]) -> list[Span]:
    return [draft.entry or Span(draft.path) for draft in drafts]


def _unpaired(fact: str, theirs: Sequence[Span], ours: Sequence[Span]) -> list[Problem]:
    """What there is to say where a page tells more sessions or talks than the other one, or fewer."""
    return [UnpairedTranslation(theirs[0], fact, len(theirs), len(ours), ours[0])] if ours and len(ours) != len(theirs) else []


def _language(path: str) -> str | None:
    """The language that a page's name ends with: ``zh`` of ``rivers.zh.md``."""
    suffixes = PurePosixPath(path).suffixes
    end = suffixes[-2].removeprefix(".") if len(suffixes) > 1 else ""
    return tag_of(end) if end.islower() else None


def _base(path: str) -> PurePosixPath:
    page = PurePosixPath(path)
    return page.with_name(page.with_suffix("").stem + page.suffix) if _language(path) else page


def _rank(path: str, languages: Sequence[str]) -> tuple[int, str]:
    """Pages without a language come first, then by the event's languages."""
    language = _language(path)
    if language is None:
        return -1, path
    fitting = (rank for rank, tag in enumerate(languages) if primary(tag) == primary(language))
    return next(fitting, len(languages)), path


def _in_its_language(draft: Draft) -> Draft:
    """A draft that states its language, if its name has one and its fields have none."""
    language = _language(draft.path)
    if language is None or any(said.fact is Fact.LANGUAGE for said in draft.statements):
        return draft
    said = Statement(Fact.LANGUAGE, Located(language, Span(draft.path)), Origin.FRONT_MATTER)
    return replace(draft, statements=(*draft.statements, said))


def _joined(main: Draft, other: Draft) -> tuple[Draft, list[Problem]]:
    language = _language(other.path) or ""
    statements, found = attached(main.statements, other.statements, language)
    problems = list(found)
    if len(main.talks) == len(other.talks):
        pairs = [_talk(one, two, language) for one, two in zip(main.talks, other.talks, strict=True)]
        problems += (problem for _, more in pairs for problem in more)
        return replace(main, statements=tuple(statements), talks=tuple(talk for talk, _ in pairs)), problems
    ours = [talk.span for talk in main.talks] or [Span(main.path)]
    problems += _unpaired("talk", [talk.span for talk in other.talks], ours) if other.talks else []
    return replace(main, statements=tuple(statements)), problems


def _talk(one: DraftTalk, other: DraftTalk, language: str) -> tuple[DraftTalk, tuple[Problem, ...]]:
    statements, problems = attached(one.statements, other.statements, language)
    return replace(one, statements=tuple(statements)), problems
