"""The sheets of the days themselves: door signs, posters, run sheets, speaker slips, name badges, and the errata of what was printed.

edition ─(a module for each kind)▶ things ─templates▶ HTML ─fit▶ type as large as their room allows ─press▶ ``sheets/*.pdf``. Made are those
that ``program.toml`` asks for; the errata where ``--printed`` says which edition was printed.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from pipeline.diagnostics import Problem
from pipeline.diagnostics.output import OverfullSheet, UnfamiliarWeasyprint
from pipeline.emit import ALONE, Emission, Means
from pipeline.emit.booklet.words import Wording
from pipeline.emit.fonts import uncovered
from pipeline.emit.sheets.badges import badges
from pipeline.emit.sheets.codes import Code
from pipeline.emit.sheets.errata import errata
from pipeline.emit.sheets.faces import FACES
from pipeline.emit.sheets.fitting import Laid, fitted
from pipeline.emit.sheets.pages import Writer
from pipeline.emit.sheets.posters import posters
from pipeline.emit.sheets.printer import Object, Printer, UnfamiliarError, letters_of, stays
from pipeline.emit.sheets.run_sheets import run_sheets
from pipeline.emit.sheets.signs import signs
from pipeline.emit.sheets.slips import slips
from pipeline.emit.sheets.words import wording
from pipeline.model import Artifact, Edition
from pipeline.source import Span


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet: the name of its file and its template, and what it is made of, so many things to a page.

    Each thing is set as large as the room allows that it may take: ``height`` millimetres of a page (infinite: all of it). Without a
    ``height`` it flows from page to page.
    """

    name: str
    things: Callable[[Edition, Wording], Iterable[Any]]
    height: float | None = math.inf
    together: int = 1


KINDS = (
    Kind("door-signs", signs),
    Kind("posters", posters),
    Kind("run-sheets", run_sheets, height=None),
    Kind("speaker-slips", slips, height=68, together=8),
    Kind("badges", badges, height=128, together=4),
    Kind("errata", errata, height=None),
)


def emit(edition: Edition, means: Means = ALONE) -> Emission:
    """The sheets that are asked for. Reports overfull-sheet; letters that no font has are reported of the booklet."""
    words = wording(edition.program.event.languages)
    write = Writer(edition, words)
    made = [(kind, _grouped(tuple(kind.things(edition, words)), kind.together)) for kind in _asked(edition)]
    drafts = [write(kind.name, group) for kind, groups in made for group in groups]
    if uncovered(letters_of(drafts), FACES):
        return Emission(())
    codes = (getattr(thing, "code", None) for _, groups in made for group in groups for thing in group)
    printer = Printer({one.name: one.data for one in codes if isinstance(one, Code)}, means)
    try:
        printed = [_printed(kind, groups, write, printer) for kind, groups in made if groups]
    except UnfamiliarError as error:
        return Emission((), (UnfamiliarWeasyprint(Span("program.toml"), version("weasyprint"), f"{error}; sheets are not made"),))
    return Emission(tuple(file for file, _ in printed), tuple(problem for _, problems in printed for problem in problems))


def _asked(edition: Edition) -> Iterator[Kind]:
    wishes = edition.program.printing
    asked = {*wishes.sheets, *(["badges"] if wishes.badges else []), *([] if edition.corrections is None else ["errata"])}
    return (kind for kind in KINDS if kind.name in asked)


def _grouped(things: Sequence[Any], together: int) -> list[Sequence[Any]]:
    return [things[at : at + together] for at in range(0, len(things), together)]


def _printed(kind: Kind, groups: Sequence[Sequence[Any]], write: Writer, printer: Printer) -> tuple[Artifact, tuple[Problem, ...]]:
    """One kind's file, and a problem for each thing that takes more room than it should."""

    def lay(tried: Mapping[int, tuple[float, ...]]) -> Mapping[int, Laid[Object]]:
        made = printer.lay([write(kind.name, groups[number], sizes) for number, sizes in tried.items()])
        height = kind.height
        return {
            number: Laid(one, tuple(height is None or stays(one, at, height) for at in range(len(groups[number]))))
            for number, one in zip(tried, made, strict=True)
        }

    fits = fitted([[(_READING,) if kind.height is None else thing.sizes for thing in group] for group in groups], lay)
    sheets = [write(kind.name, group, fit.sizes) for group, fit in zip(groups, fits, strict=True)]
    pdf = printer.bind(write.about(kind.name), sheets, [fit.laid.pages for fit in fits])
    large = (
        thing for group, fit in zip(groups, fits, strict=True) for thing, good in zip(group, fit.laid.fits, strict=True) if not good
    )
    return Artifact(f"sheets/{kind.name}.pdf", pdf), tuple(OverfullSheet(thing.source, kind.name, thing.name) for thing in large)


#: The size, in points, that nobody looks at: of what flows the style sheet has its own.
_READING = 10.0
