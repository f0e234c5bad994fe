"""A page's draft as lines of text, so that a test shows at a glance all that was read, and where."""

from textwrap import dedent

from pipeline.extract import extract_page
from pipeline.model import Statement
from pipeline.source import Source


def read(page: str) -> str:
    """A page's drafts as lines ``line:column fact: words``; a talk's statements are indented. Problems follow, with their names.

    Each session of a timetable begins with a line ``session``.
    """
    drafts, problems = extract_page(Source("page.md", dedent(page)))
    assert drafts
    lines: list[str] = []
    for draft in drafts:
        lines += ["session"] if draft.entry else []
        lines += [_line(said) for said in draft.statements]
        for talk in draft.talks:
            lines += ["talk", *("  " + _line(said) for said in talk.statements)]
    lines += [f"{p.span.line}:{p.span.column} {p.kind()}" for p in problems]
    return "\n".join(lines)


def _line(said: Statement) -> str:
    text = " ".join(said.text.value.split()).replace(" </", "</").replace("<ul> ", "<ul>")
    link = f" <{said.link}>" if said.link else ""
    return f"{said.text.span.line}:{said.text.span.column} {said.fact.value}: {text}{link}"
