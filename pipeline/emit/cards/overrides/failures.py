"""What went wrong in a template of the site, in words for its author, at its line."""

import re
from collections.abc import Iterator, Mapping
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from pipeline.diagnostics.output import BrokenTemplate
from pipeline.emit.cards.overrides.rules import named
from pipeline.source import Source, Span

_MODEL = re.compile(r"'(?:[\w.]+\.)?(\w+) object'")
_READ = "docs/theming.md says what templates are given and what they may do"


def broken(error: Exception, own: Mapping[str, Source]) -> BrokenTemplate:
    """The problem behind an exception, at the line of the site's template that it comes from.

    One that ours raises, for want of what another template should give it, is that template's: the one it names, or else the first.
    """
    places = list(_places(error, own))
    reason, remedy = _words(error)
    reason = reason.rstrip(".")
    if places:
        source, number = places[-1]
        return BrokenTemplate(_line(source, number), reason, remedy)
    source = next((one for name, one in own.items() if name in str(error)), next(iter(own.values())))
    return BrokenTemplate(Span(source.path), reason, remedy)


def _places(error: Exception, own: Mapping[str, Source]) -> Iterator[tuple[Source, int]]:
    """The lines of the site's templates that were running, the innermost last; of one that can't be read, the line where reading ends."""
    paths = {source.path: source for source in own.values()}
    # Jinja has set its templates' own names and lines in place of those of the Python that it made of them.
    for frame, number in walk_tb(error.__traceback__):
        if frame.f_code.co_filename in paths:
            yield paths[frame.f_code.co_filename], number
    if isinstance(error, TemplateSyntaxError) and error.name and error.name in own:
        yield own[error.name], error.lineno


def _words(error: Exception) -> tuple[str, str]:
    if isinstance(error, TemplateSyntaxError):
        return (
            error.message or "it can't be read",
            "correct it; the grammar is Jinja's (https://jinja.palletsprojects.com/templates/)",
        )
    if isinstance(error, TemplateNotFound):
        return (
            f"there is no template '{error.name}'",
            'one of ours is named as "default/session.html", one of the site\'s by its file alone',
        )
    if isinstance(error, RecursionError):
        return "it calls itself without end", "let it not call, include or extend itself"
    if isinstance(error, UndefinedError):
        return _MODEL.sub(lambda found: named(found[1]), error.message or "it asks for what there isn't"), _READ
    if isinstance(error, SecurityError):
        return str(error), _READ
    return f"{type(error).__name__}: {error}", _READ


def _line(source: Source, number: int) -> Span:
    text = source.line(number)
    return Span(source.path, number, len(text) - len(text.lstrip()) + 1, number, len(text.rstrip()) + 1)
