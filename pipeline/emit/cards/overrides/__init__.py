"""The site's own templates: any of ours by another of its name, or a block of it by a template that extends ``default/…``.

They come from others, in pull requests, as pages do. So they run in a sandbox, are paid for step by step, and each page that they have a
part in must begin with the policy that keeps scripts out. What fails is a problem at its line, and nothing is published.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from jinja2 import Environment, TemplateSyntaxError, meta

from pipeline.diagnostics import Problem
from pipeline.diagnostics.output import BrokenTemplate, UnusedTemplate
from pipeline.emit.cards.overrides.allowance import Allowance
from pipeline.emit.cards.overrides.failures import broken
from pipeline.emit.cards.overrides.sandbox import Plain, Sandbox
from pipeline.source import Source, Span

_LARGEST = 50_000  # characters of one file
_BEGINNING = (
    r'\s*<!doctype html>\s*<html(?: (?:lang|dir|class|data-[a-z]+)="[^"<>]*")*>\s*<head>\s*(?:<meta (?:charset|name="viewport")[^<>]*>\s*)*'
    r'<meta http-equiv="Content-Security-Policy" content="{policy}">'
)


class Overrides:
    """The templates of one site, and what was found wrong with them."""

    def __init__(self, templates: Iterable[Source]) -> None:
        """Take the files; those that are no templates are none of our business."""
        files = {PurePosixPath(one.path).name: one for one in templates if one.path.endswith(".html")}
        large = [one for one in files.values() if len(one.text) > _LARGEST]
        self._own = {name: one for name, one in files.items() if one not in large}
        self._allowance = Allowance()
        self._found: dict[Problem, None] = {
            BrokenTemplate(Span(one.path), f"it has more than {_LARGEST:,} characters", "divide it, and include its parts"): None
            for one in large
        }

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._own)

    def join(self, plain: Environment) -> None:
        """Lets the templates of an environment be replaced."""
        if self._own and plain.loader:
            plain.loader = loader = Plain(plain.loader, self._own)
            loader.sandbox = Sandbox(plain, self._own, self._allowance)

    def page(self, write: Callable[[], str], template: str, policy: str) -> str:
        """A page as ``write`` gives it, held to begin with the policy as it stands in HTML; empty where that fails, which is told in ``problems``."""
        if not self._own:
            return write()
        self._allowance.turn()
        try:
            text = write()
        except Exception as error:  # noqa: BLE001 - whatever a template can do wrong
            self._found[broken(error, self._own)] = None
            return ""
        if not re.match(_BEGINNING.format(policy=re.escape(policy)), text, re.IGNORECASE):
            self._found[self._unguarded(template)] = None
        return text

    def problems(self, plain: Environment) -> tuple[Problem, ...]:
        """Reports broken-template, and unused-template."""
        return (*self._found, *(self._unused(plain) if self._own else ()))

    def _unguarded(self, template: str) -> Problem:
        source = next(self._own[name] for name in (template, "base.html", *self._own) if name in self._own)
        reason = "a page made with it does not begin with the policy that keeps scripts out"
        return BrokenTemplate(
            Span(source.path), reason, 'begin it with {% extends "default/base.html" %} and write what is yours into its blocks'
        )

    def _unused(self, plain: Environment) -> Iterator[Problem]:
        ours = set(plain.list_templates(extensions=["html"]))
        named = set(_named(self._own, plain))
        for name, source in self._own.items():
            if name not in ours and name not in named and None not in named:
                near = get_close_matches(name, sorted(ours), n=1)
                yield UnusedTemplate(Span(source.path), name, near[0] if near else None)


def _named(own: Mapping[str, Source], plain: Environment) -> Iterator[str | None]:
    """The templates that the site's templates name; ``None`` for one that is worked out as the page is made."""
    for source in own.values():
        try:
            yield from meta.find_referenced_templates(plain.parse(source.text))
        except (TemplateSyntaxError, RecursionError, MemoryError, ValueError):  # told when it is compiled
            yield None
