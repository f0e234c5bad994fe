"""A program and what was found → the text of its ``program.toml``; and the text of the workflow that keeps it published."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline import __version__
from pipeline.init.address import FOLDER, Address
from pipeline.init.survey import Survey
from pipeline.model import Program
from pipeline.resources import templates

_REPOSITORY = "https://github.com/confbook/confbook.git"
_MOST_VENUES = 40  # that are suggested: a list that nobody reads through helps nobody


def program_toml(survey: Survey, program: Program, title: str | None, address: Address | None) -> str:
    """``program.toml`` with all that is known, and with the rest in comments. Title and address are ``None`` where nobody knows them."""
    event = program.event
    return _render(
        "program.toml",
        title=title,
        timezone=event.timezone.key,
        languages=event.languages,
        days=event.days,
        address=address,
        tracks=event.tracks,
        named=survey.named,
        folders=survey.folders,
        venues=program.venues[:_MOST_VENUES],
    )


def workflow(site: str, *, publishes_itself: bool) -> str:
    """The workflow of GitHub's CI. ``site`` is the program's folder as a path from the repository's root, ``.`` for the root itself.

    The workflow of a site that ``publishes_itself`` only looks at pull requests: a second one that publishes would replace the site.
    """
    return _render(
        "program.yml", site=site, version=__version__, repository=_REPOSITORY, folder=FOLDER, publishes_itself=publishes_itself
    )


def _render(name: str, **facts: object) -> str:
    # Not the usual marks: both languages have braces and double brackets of their own.
    environment = Environment(  # noqa: S701 - the results are TOML and YAML; each text in them is quoted
        loader=FileSystemLoader(templates("init")),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        keep_trailing_newline=True,
    )
    environment.filters |= {"quoted": quoted, "literal": literal, "in_a_row": _in_a_row}
    return environment.get_template(name).render(facts)


def quoted(value: str | Sequence[str]) -> str:
    """A text, or a list of texts, as TOML has it: on one line, with nothing in it that could end it."""
    if isinstance(value, str):
        # JSON's escapes are TOML's; DEL is the one character that only TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"[{', '.join(map(quoted, value))}]"


def literal(value: str) -> str:
    """A text as YAML has it, in which GitHub finds no expression to fill in."""
    return json.dumps(value, ensure_ascii=False).replace("${{", "${{ '${{' }}").replace("\x7f", "\\x7f")


def _in_a_row(days: Sequence[date]) -> bool:
    """Whether there are days, each the one after the one before."""
    return bool(days) and all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
